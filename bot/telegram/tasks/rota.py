"""/rota: who is on at the asker's office now, until when, and who is next."""

from datetime import datetime, timedelta

from bot.telegram.page import Page
from bot.telegram.tasks.task import Doing
from bot.words.times import say_moment
from directory.accounts.standing import Identity
from directory.directory import Directory
from routing.disclosure import may_see_names
from routing.rota.rota import Spell
from routing.rota.shifts import Span
from routing.snapshot import PostKey, Snapshot

_MOST = 12
_AHEAD = timedelta(days=92)


class RotaToday:
    """Reads the rota as it is at the moment of asking."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    async def called(self, doing: Doing) -> Page | None:
        """Of the asker's office, or of one that is named."""
        office = self._office(doing.typed) if doing.typed else doing.who.office
        if doing.typed and office is None:
            return None
        return self._page(doing, office)

    def _office(self, typed: str) -> str | None:
        """The office that was typed, by its id or name."""
        wanted = typed.casefold()
        found = (
            one.id
            for one in self._directory.snapshot.offices.values()
            if wanted in (one.id, one.name.casefold(), one.name.casefold().removesuffix(" probation office"))
        )
        return next(found, None)

    def _page(self, doing: Doing, office: str | None) -> Page:
        picture, at = self._directory.snapshot, self._directory.now()
        posts = [post for post in picture.rota.kept_since if _is_of(post, doing.who, office)]
        if not posts:
            return Page(doing.say("rota-none"))
        lines = [
            doing.say("rota-today"),
            *(_said(doing, picture, post, at) for post in sorted(posts, key=str)[:_MOST]),
        ]
        return Page("\n".join(lines))


def _is_of(post: PostKey, who: Identity, office: str | None) -> bool:
    """The posts of an office, and those of its whole area; of everywhere for who has no office."""
    return who.area in (None, post.area) and (office is None or post.office in (None, office))


def _said(doing: Doing, picture: Snapshot, post: PostKey, at: datetime) -> str:
    role = doing.words.say(f"role-{post.role}", provider=post.provider or "none")
    where = picture.name_of(post.area, post.office)
    now = next(picture.rota.spells(post, Span(at, at + _AHEAD)))
    then = picture.rota.who_next(post, at)
    until = doing.say("rota-until", who=_called(doing, now), moment=say_moment(doing.words, now.span.ends))
    return doing.say(
        "rota-line",
        role=role,
        where=where,
        now=until if now.person else doing.say("rota-nobody"),
        next=doing.say(
            "rota-from", who=_called(doing, then), moment=say_moment(doing.words, then.span.begins)
        )
        if then
        else "none",
    )


def _called(doing: Doing, spell: Spell) -> str:
    """Their name, for whoever may see names of staff; marked where it is a sample."""
    if spell.person is None or not may_see_names(doing.who.standing):
        return doing.say("rota-somebody")
    return f"{spell.person.name}{doing.words.say('sample-mark') if spell.person.sample else ''}"
