"""A keeper at the rota's page: what is looked at, the rota as it is, their draft, what there is to say."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.web.keep.rota.effects import Played, played_as_far_as_it_goes
from bot.web.keep.rota.form import Draft, Panel
from bot.web.keep.rota.looking import Looking
from bot.web.keep.rota.posts import posts_of
from bot.web.keep.rota.saying import RotaSaying
from bot.web.visitors import Visitor
from directory.errors import DirectoryError
from directory.exchange.cells.cell import Known, KnownOffice
from directory.exchange.formats.ical import post_text
from directory.rota.draft import Edit, EditRefusedError, play
from directory.rota.keeping import RotaSheet
from routing.snapshot import PostKey, Snapshot


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to say above the calendar, and what it is about."""

    key: str
    lines: tuple[str, ...] = ()
    danger: bool = True


@dataclass(frozen=True, slots=True)
class Working:
    """A keeper at the page: what is looked at, the rota as it is, and their draft."""

    visitor: Visitor
    looking: Looking
    snapshot: Snapshot
    sheet: RotaSheet
    draft: Draft
    notices: tuple[Notice, ...] = ()
    panel: Panel | None = None
    may_force: bool = False

    @property
    def saying(self) -> RotaSaying:
        """The words for this rota."""
        return RotaSaying(self.visitor.words, self.snapshot, self.sheet.people)

    @property
    def known(self) -> Known:
        """The ids that an entry of this rota may name."""
        offices = {one.id: KnownOffice(one.area, one.kind) for one in self.snapshot.offices.values()}
        return Known(
            areas=frozenset(self.snapshot.areas),
            offices=offices,
            people=frozenset(self.sheet.people),
            teams=frozenset(self.snapshot.teams),
        )

    @property
    def posts(self) -> dict[str, PostKey]:
        """The posts that are shown, by their lines."""
        return {post_text(post): post for post in posts_of(self.looking, self.sheet, self.snapshot)}

    @property
    def played(self) -> Played:
        """The draft on the rows as they are."""
        return played_as_far_as_it_goes(self.sheet.rows, self.draft.edits, self.known, self.saying)

    def noticing(self, *notices: Notice) -> "Working":
        """The same with more to say."""
        return replace(self, notices=(*self.notices, *notices))

    def staging(self, edit: Edit, panel: Panel | None = None) -> "Working":
        """The same with an edit more in the draft; or what is wrong with that, in its panel if it has one."""
        if self.draft.is_full:
            return self.noticing(Notice("rota-draft-full"))
        try:
            play(self.played.rows, edit, self.known)
        except EditRefusedError as error:
            wrong = tuple(_wrong(self.visitor, error))
            if panel is not None:
                return replace(self, panel=replace(panel, wrong=wrong))
            return self.noticing(Notice("rota-edit-refused", wrong))
        except DirectoryError:
            return self.noticing(Notice("rota-row-gone"))
        return replace(self, draft=self.draft.with_edit(edit))


def _wrong(visitor: Visitor, error: EditRefusedError) -> Iterator[str]:
    """What is wrong with an entry, column by column."""
    say = visitor.words.say
    for problem in error.problems:
        text = visitor.words.in_words(problem.text)
        yield say("rota-wrong", field=say(f"rota-{problem.column}"), what=text) if problem.column else text
