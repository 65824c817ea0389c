"""Edits of the rota as they are made on a calendar: what they make of its rows, before anything is written.

A draft is a list of edits. Played on the rows as they are, it gives the rows as they would be, in which a
new row has a number below nought. A weekly shift that is changed for one day or from a day on is divided
there, so that what was stays true of the past.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from directory.errors import DirectoryError
from directory.exchange.cells.cell import Known
from directory.exchange.files.problems import Problem, Problems
from directory.exchange.files.table_file import Line
from directory.exchange.kind import Values
from directory.exchange.kinds.rota import ROTA
from directory.exchange.rows.reading import read_values
from directory.rota.rota import WEEKDAYS, days_of

_DAY = timedelta(days=1)
_COLUMNS = {column.name: column for column in ROTA.columns}
Rows = dict[int, Values]  # by their numbers


class Does(StrEnum):
    """What an edit does."""

    ADD = "add"
    MOVE = "move"  # to another day, time, person or post
    REMOVE = "remove"


class Scope(StrEnum):
    """How much of a weekly shift an edit is about."""

    ONCE = "once"  # the shift of one day
    WEEKLY = "weekly"  # those of this day of the week, from then on
    ALL_DAYS = "all_days"  # those of all its days, from then on


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit. `on` is the day on which the shift meant begins, where the row is a weekly one.

    `to` are cells as a file has them, for those that get another value; `starts` and `ends` are moments.
    """

    does: Does
    row: int = 0  # 0: a new one
    on: date | None = None
    scope: Scope = Scope.ONCE
    to: Mapping[str, str] = field(default_factory=dict)


class EditRefusedError(DirectoryError):
    """An edit that cannot be made; `problems` say why, each with its column where it is about one."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problem.text for problem in self.problems))


class RowGoneError(DirectoryError):
    """The row that an edit is about is not there, or not on that day."""


class RowChanges(NamedTuple):
    """What has to be done to the rows of the rota, by their numbers; the removed as they were."""

    removed: Mapping[int, Values]
    changed: Mapping[int, Values]
    added: tuple[Values, ...]

    @property
    def rows(self) -> tuple[Values, ...]:
        """All rows that are touched, as they are after it where they are still there."""
        return (*self.removed.values(), *self.changed.values(), *self.added)


def changes_between(before: Rows, after: Rows) -> RowChanges:
    """What makes the rows after out of the rows before."""
    return RowChanges(
        {number: values for number, values in before.items() if number not in after},
        {number: after[number] for number in before if number in after and after[number] != before[number]},
        tuple(values for number, values in sorted(after.items(), reverse=True) if number not in before),
    )


def played(rows: Rows, edits: Iterable[Edit], known: Known) -> Rows:
    """The rows after these edits, in turn. Raises EditRefusedError or RowGoneError."""
    for edit in edits:
        rows = play(rows, edit, known)
    return rows


def play(rows: Rows, edit: Edit, known: Known) -> Rows:
    """The rows after one edit. Raises EditRefusedError or RowGoneError."""
    after, new = dict(rows), made_by(rows, edit, known)
    made = [new] if new else []
    if edit.does is Does.ADD:
        _put(after, made)
        return after
    made = [*_rest(after.pop(edit.row), edit), *made]
    _put(after, made[:1], edit.row)
    _put(after, made[1:])
    return after


def made_by(rows: Rows, edit: Edit, known: Known) -> Values | None:
    """The new row that an edit makes, or what a row is by it; None where it removes. Raises as `play`."""
    if edit.does is Does.ADD:
        return _read(edit.to, known)
    values = rows.get(edit.row)
    if values is None:
        raise RowGoneError("This entry is no longer on the rota.")
    return None if edit.does is Does.REMOVE else _read(_moved(values, edit), known)


def _put(rows: Rows, new: Iterable[Values], number: int | None = None) -> None:
    """Two rows that say the same would be one; a file says it once."""
    there = {ROTA.key_of(values): at for at, values in rows.items()}
    for values in new:
        if same := there.get(ROTA.key_of(values)):
            which = f", as number {same}: remove that first, or leave it." if same > 0 else ": leave it."
            raise EditRefusedError([Problem(0, None, "", f"The rota has this row already{which}")])
        rows[number or min([0, *rows]) - 1] = values


def _read(cells: Mapping[str, str], known: Known) -> Values:
    problems = Problems(Path("rota"))
    written = {name: cells.get(name, "") for name in ROTA.column_names}
    values = read_values(ROTA, Line(0, written), known, problems)
    if values is None:
        raise EditRefusedError(problems.kept)
    return values


def _rest(values: Values, edit: Edit) -> Iterator[Values]:
    """What is left of a row beside the part that an edit is about; nothing of one that is not weekly."""
    if values["kind"] != "weekly":
        return
    on = _day_of_shift(values, edit)
    yield from _if_it_holds({**values, "valid_to": on})
    if edit.scope is Scope.ONCE:
        yield from _if_it_holds({**values, "valid_from": on + _DAY})
    elif edit.scope is Scope.WEEKLY:
        days = days_of(values["days"]) - {on.weekday()}
        yield from _if_it_holds({**values, "valid_from": on, "days": days_text(days)})


def _if_it_holds(values: Values) -> Iterator[Values]:
    """The row, unless none of its shifts is left."""
    begins, ends = values["valid_from"], values["valid_to"]
    days = days_of(values["days"]) if values["days"] else frozenset()
    week = range(7 if ends is None else min(7, (ends - begins).days))
    if any((begins + ahead * _DAY).weekday() in days for ahead in week):
        yield values


def _day_of_shift(values: Values, edit: Edit) -> date:
    on = edit.on
    if on is None or on.weekday() not in days_of(values["days"]):
        raise RowGoneError("This shift is no longer on the rota on that day.")
    if on < values["valid_from"] or (values["valid_to"] and on >= values["valid_to"]):
        raise RowGoneError("This shift is no longer on the rota on that day.")
    return on


def _moved(values: Values, edit: Edit) -> dict[str, str]:
    """The cells of the row that takes the place of what is moved."""
    cells = {name: _COLUMNS[name].write(values[name]) for name in ROTA.column_names}
    if values["kind"] != "weekly":
        return {**cells, **edit.to}
    on = _day_of_shift(values, edit)
    starts, ends = shift_on(values, on)
    cells |= {"starts": _moment(starts), "ends": _moment(ends), **edit.to}
    if edit.scope is Scope.ONCE:
        once = {"kind": "shift", "days": "", "valid_from": "", "valid_to": "", "on_bank_holidays": "no"}
        return {**cells, **once}
    return {**cells, **_each_week(cells, values, on, edit.scope)}


def _each_week(cells: Mapping[str, str], values: Values, on: date, scope: Scope) -> dict[str, str]:
    try:
        starts, ends = (datetime.fromisoformat(cells[name]) for name in ("starts", "ends"))
    except ValueError:
        return {}  # what is wrong with them is said when the row is read
    later = (starts.date() - on).days
    days = {on.weekday()} if scope is Scope.WEEKLY else days_of(values["days"])
    if not timedelta() < ends - starts <= _DAY:
        raise EditRefusedError([Problem(0, "ends", "", "A weekly shift lasts a day at most.")])
    return {
        "days": days_text({(day + later) % 7 for day in days}),
        "valid_from": (on + later * _DAY).isoformat(),
        "starts": starts.time().isoformat("minutes"),
        "ends": ends.time().isoformat("minutes"),
    }


def shift_on(values: Values, on: date) -> tuple[datetime, datetime]:
    """From when until when a weekly shift is on a day, by the clock on the wall."""
    starts, ends = (datetime.fromisoformat(f"{on.isoformat()}T{values[name]}") for name in ("starts", "ends"))
    return starts, ends if starts < ends else ends + _DAY


def _moment(moment: datetime) -> str:
    return moment.isoformat(sep=" ", timespec="minutes")


def days_text(days: Iterable[int]) -> str:
    """Weekdays, Monday 0, as a row names them: "Mo,We"."""
    return ",".join(WEEKDAYS[day] for day in sorted(days))
