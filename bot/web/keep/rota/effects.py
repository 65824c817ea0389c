"""What a draft of the rota would leave, shown before it is saved."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.web.keep.rota.saying import RotaSaying, each_said
from directory.errors import DirectoryError
from directory.exchange.cells.cell import Known
from directory.proof.guard import year_from
from directory.rota.draft import Edit, EditRefusedError, RowGoneError, Rows, made_by, play
from directory.rota.keeping import RotaSheet
from routing.rota.calendar import clashes
from routing.rota.changes import changed_posts, gaps_closed, gaps_opened
from routing.rota.rota import Rota
from routing.snapshot import PostKey, Snapshot

_MOST_SAID = 10


@dataclass(frozen=True, slots=True)
class Played:
    """A draft on the rows as they are: the edits that can be made, in words, and why others cannot."""

    rows: Rows
    edits: tuple[Edit, ...]
    said: tuple[str, ...]
    refused: tuple[DirectoryError, ...]


@dataclass(frozen=True, slots=True)
class Effects:
    """What it would open, close and clash within a year, each in words, and how many more there are."""

    gaps: list[str]
    more_gaps: int
    closed: list[str]
    more_closed: int
    clashes: list[str]
    more_clashes: int


def played_as_far_as_it_goes(rows: Rows, edits: Sequence[Edit], known: Known, saying: RotaSaying) -> Played:
    """An edit whose row is gone meanwhile is left out, and said."""
    done, said, refused = list[Edit](), list[str](), list[DirectoryError]()
    for edit in edits:
        try:
            was, is_now = rows.get(edit.row), made_by(rows, edit, known)
            rows = play(rows, edit, known)
        except (RowGoneError, EditRefusedError) as error:
            refused.append(error)
            continue
        done.append(edit)
        said.append(saying.edit(edit, was, is_now))
    return Played(rows, tuple(done), tuple(said), tuple(refused))


def effects_of(sheet: RotaSheet, after: Rows, snapshot: Snapshot, saying: RotaSaying, today: date) -> Effects:
    """What the rows after would leave within a year that the rows of the sheet do not."""
    was, is_now = sheet.rota(sheet.rows, snapshot), sheet.rota(after, snapshot)
    picture, year = replace(snapshot, rota=was), year_from(today)
    posts = _concerned(was, is_now)
    there = set(clashes(was, posts, year))
    new = [clash for clash in clashes(is_now, posts, year) if clash not in there]
    return Effects(
        *each_said([saying.gap(gap) for gap in gaps_opened(picture, is_now, year)], _MOST_SAID),
        *each_said([saying.gap(gap) for gap in gaps_closed(picture, is_now, year)], _MOST_SAID),
        *each_said([saying.clash(clash) for clash in new], _MOST_SAID),
    )


def _concerned(was: Rota, is_now: Rota) -> list[PostKey]:
    """The posts that are changed, and all others at which the same people have shifts."""
    changed = set(changed_posts(was, is_now))
    people = {one for rota in (was, is_now) for post in changed for one in _people_at(rota, post)}
    return [post for post in is_now.kept_since if post in changed or people & _people_at(is_now, post)]


def _people_at(rota: Rota, post: PostKey) -> set[str]:
    weekly, single = rota.weekly.get(post, ()), rota.single.get(post, ())
    return {one.person for one in weekly} | {one.person for one in single}
