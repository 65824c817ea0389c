"""Who is on: now and next, or through a span. For clients of reception and of probation staff."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Annotated

import msgspec
from msgspec import UNSET, UnsetType

from bot.enquiry_fields import EnquiryError, parse_time
from bot.service import Service
from bot.web.api.callers import Caller
from bot.web.api.operation import CLIENTS, Operation
from bot.web.api.places import Id, area_of
from bot.web.api.problem import ProblemError
from directory.accounts.feeds import may_see
from directory.exchange.formats.ical import post_text, posts_of_office, posts_with_rota
from routing.disclosure import may_see_names, may_see_rota
from routing.rota.rota import Rota, Spell
from routing.rota.shifts import Span
from routing.snapshot import PostKey, Snapshot
from routing.vocabulary import Provider, Role

_AHEAD = timedelta(days=92)
_MOST = 500  # posts at once: some 0.7 ms each, and twice that for a whole span
_SEE = frozenset(standing for standing in CLIENTS if may_see_rota(standing))
Moment = Annotated[str, msgspec.Meta(max_length=40, description="ISO 8601; London time without an offset")]


class Posts(msgspec.Struct, forbid_unknown_fields=True):
    """Which posts; all that is given has to fit. An office has the posts of its whole area too."""

    area: Id | UnsetType = UNSET
    office: Id | UnsetType = UNSET
    provider: Provider | UnsetType = UNSET
    role: Role | UnsetType = UNSET


class NowAsked(Posts, kw_only=True, forbid_unknown_fields=True):
    """Who is on, at a moment."""

    at: Moment | UnsetType = UNSET


class SpanAsked(Posts, kw_only=True, rename={"since": "from", "until": "to"}, forbid_unknown_fields=True):
    """Who is on, from a moment to another."""

    since: Moment
    until: Moment


class OnDuty(msgspec.Struct, kw_only=True):
    """Somebody, or (`manned` false) nobody, on a post without a break.

    `name` is None unless the client may see it. What goes on beyond the time asked about is cut there.
    """

    begins: datetime
    ends: datetime
    manned: bool
    name: str | None
    sample: bool


class PostNow(msgspec.Struct, kw_only=True):
    """A post that a rota is kept for; `next` is None where nobody comes on within three months."""

    post: str
    now: OnDuty
    next: OnDuty | None


class PostThrough(msgspec.Struct, kw_only=True):
    """A post that a rota is kept for, through a span."""

    post: str
    on_duty: list[OnDuty]


def rota(service: Service) -> tuple[Operation[NowAsked], Operation[SpanAsked]]:
    """The two operations. Many posts take a while: in a thread, so that others are answered meanwhile."""

    async def now(caller: Caller, asked: NowAsked) -> list[PostNow]:
        picture = service.dialogue.snapshot
        at = service.dialogue.now if asked.at is UNSET else _moment(asked.at, "at")
        posts, names = _posts(caller, picture, asked), may_see_names(caller.standing)
        return await asyncio.to_thread(lambda: [_now(picture.rota, post, at, names) for post in posts])

    async def through(caller: Caller, asked: SpanAsked) -> list[PostThrough]:
        picture, whole = service.dialogue.snapshot, _span(asked)
        posts, names = _posts(caller, picture, asked), may_see_names(caller.standing)
        return await asyncio.to_thread(lambda: [_through(picture.rota, post, whole, names) for post in posts])

    return (
        Operation(
            "GET", "/rota", "rota", "Who is on now, and who is next.",
            NowAsked, list[PostNow], now, who=_SEE, example={"office": "worcester"},
        ),
        Operation(
            "GET", "/rota/span", "rotaSpan", "Who is on from one moment to another, three months at most.",
            SpanAsked, list[PostThrough], through, who=_SEE,
            example={"from": "2026-12-24T00:00", "to": "2026-12-27T00:00"},
        ),
    )  # fmt: skip


def _posts(caller: Caller, picture: Snapshot, asked: Posts) -> list[PostKey]:
    """Those that are asked for and that this client may see, in order."""
    area = area_of(picture, asked.area, asked.office)
    if area is not None and not may_see(caller.who, area):
        raise ProblemError(
            403,
            f"This client is of {caller.who.area}, and sees no rota of another area",
            "Ask for an area or office of its own, or leave both out.",
            where="query",
        )
    among = posts_of_office(picture, asked.office) if asked.office else posts_with_rota(picture)
    found = [
        post
        for post in among
        if may_see(caller.who, post.area)
        and asked.area in (UNSET, post.area)
        and asked.provider in (UNSET, post.provider)
        and asked.role in (UNSET, post.role)
    ]
    if len(found) > _MOST:
        remedy = f"Ask for {_MOST} at most: name an area or an office."
        raise ProblemError(422, f"That is the rota of {len(found)} posts", remedy, where="query")
    return found


def _now(rota: Rota, post: PostKey, at: datetime, names: bool) -> PostNow:
    coming = rota.who_next(post, at)
    return PostNow(
        post=post_text(post),
        now=_on_duty(next(rota.spells(post, Span(at, at + _AHEAD))), names),
        next=_on_duty(coming, names) if coming else None,
    )


def _through(rota: Rota, post: PostKey, whole: Span, names: bool) -> PostThrough:
    return PostThrough(
        post=post_text(post), on_duty=[_on_duty(spell, names) for spell in rota.spells(post, whole)]
    )


def _on_duty(spell: Spell, names: bool) -> OnDuty:
    person = spell.person
    return OnDuty(
        begins=spell.span.begins.astimezone(UTC),
        ends=spell.span.ends.astimezone(UTC),
        manned=person is not None,
        name=person.name if person and names else None,
        sample=bool(person and person.sample),
    )


def _moment(text: str, name: str) -> datetime:
    try:
        return parse_time(text)
    except EnquiryError as error:
        raise ProblemError(
            422, f"{str(error)[:1].upper()}{str(error)[1:]}", "Write 2026-12-24T09:00.", where=f"query.{name}"
        ) from None


def _span(asked: SpanAsked) -> Span:
    begins, ends = _moment(asked.since, "from"), _moment(asked.until, "to")
    if not begins < ends <= begins + _AHEAD:
        raise ProblemError(
            422,
            "The span is empty, or longer than three months",
            "Let `to` be later than `from`, and at most 92 days.",
            where="query.to",
        )
    return Span(begins, ends)
