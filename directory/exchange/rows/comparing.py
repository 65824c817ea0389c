"""What a file changes of what is held: the rows to add, to change and to remove.

Where a thing may have several rows, each for other days, a row that says no day is the one there is. With
`since`, what the file says holds from that day on: what held before is kept up to it.
"""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from directory.exchange.files.problems import Problems
from directory.exchange.kind import Key, Kind, Values
from directory.exchange.rows.change import Change, holds_on
from directory.exchange.rows.reading import FoundRow

Replace = Collection[Any] | None  # take away what a file lacks, but for these primary keys; None: nothing
There = dict[Key, tuple[Any, Values]]  # by natural key: the primary key and the values
_DAYS = ("valid_from", "valid_to")
_NOT_THEN = "is a day on which this does not hold; write one on which it does, or leave it empty"
_ANOTHER = "stands beside a change of what this row is about; add a new row for that, and end this one"
_TWICE = "makes it hold on days on which another row about the same does; give that one a valid_to"


def compare(
    kind: Kind,
    there: There,
    found: dict[Key, FoundRow],
    problems: Problems,
    *,
    replace: Replace = None,
    since: date | None = None,
) -> list[Change]:
    """The changes, in the order of the file. What cannot be done goes into `problems`."""
    comparing = _Comparing(kind, there, since)
    for row in found.values():
        wrong = comparing.take(row)
        if wrong:
            problems.add(row.row, wrong, "valid_from")
    if replace is not None:
        comparing.take_away(replace)
    for at, wrong in comparing.overlaps():
        problems.add(at, wrong, "valid_from")
    return comparing.changes


def compare_row(
    kind: Kind, there: There, row: FoundRow, problems: Problems, at: Any = None, since: date | None = None
) -> list[Change]:
    """The changes that bring the row with this primary key to what is said, or (None) add one.

    `there` are the row, and all that are about what it is about or is to be about. What cannot be done
    goes into `problems`.
    """
    comparing = _Comparing(kind, there, since)
    wrong = comparing.add(row) if at is None else comparing.replace(at, row)
    if wrong:
        problems.add(row.row, *wrong)
        return []
    for number, twice in comparing.overlaps():
        problems.add(number, twice, "valid_from")
    return comparing.changes


def compare_end(
    kind: Kind, there: There, problems: Problems, at: Any, since: date | None = None
) -> list[Change]:
    """The change that takes the row with this primary key away, or ends it on a day."""
    key, before = _row_at(there, at)
    if since is None:
        return [Change("remove", key, at, before, {})]
    if not (kind.lasts and holds_on(before, since)):
        problems.add(1, _NOT_THEN, "since")
        return []
    if before["valid_from"] == since:
        return [Change("remove", key, at, before, {})]
    return [Change("change", key, at, before, {**before, "valid_to": since})]


def _row_at(there: There, at: Any) -> tuple[Key, Values]:
    return next((key, values) for key, (identity, values) in there.items() if identity == at)


class _Comparing:
    """One file, or one row, beside what is held."""

    def __init__(self, kind: Kind, there: There, since: date | None) -> None:
        self.kind, self.there, self.since = kind, there, since
        self.changes: list[Change] = []
        self._empty = {column.name: column.if_empty for column in kind.columns}
        self._named: set[Key] = set()  # keys of what the file is about
        self._of_thing: dict[Key, list[Key]] = {}
        for key, (_, values) in there.items():
            self._of_thing.setdefault(kind.thing_of(values), []).append(key)

    def take(self, row: FoundRow) -> str | None:
        """Note what this row changes; what is wrong with that, if something is."""
        if self.since is not None:
            return self._from_a_day(row, self.since)
        keys = [self.kind.key_of(row.values)]
        if self.kind.versions and "valid_from" not in row.values:
            keys = self._of_thing.get(self.kind.thing_of(row.values), keys)
        if len(keys) > 1:
            return f"is not there, and {len(keys)} rows are about this; write the day that it is from"
        self._bring_to(keys[0], row, row.values)
        return None

    def add(self, row: FoundRow) -> tuple[str, str | None] | None:
        """Note that a row is added; what is wrong with that and in which column, if something is."""
        key = self.kind.key_of(row.values)
        if key in self.there:
            return f"{self.kind.called(key)} is there already; change that one", None
        self._bring_to(key, row, row.values)
        return None

    def replace(self, at: Any, row: FoundRow) -> tuple[str, str | None] | None:
        """Note what becomes of the row with this primary key; what is wrong with that, if something is."""
        key, before = _row_at(self.there, at)
        after = {**before, **row.values}
        new_key = self.kind.key_of(after)
        if self.since is not None:
            if self.kind.thing_of(after) != self.kind.thing_of(before):
                return _ANOTHER, "since"
            if not holds_on(before, self.since):
                return _NOT_THEN, "since"
            if after != before:
                said = {name: value for name, value in row.values.items() if name != "valid_from"}
                self._divide(key, said, self.since, row)
        elif new_key != key and new_key in self.there:
            return f"{self.kind.called(new_key)} is there already; change that one", None
        elif after != before:
            self.changes.append(Change("change", key, at, before, after, row.row))
        return None

    def take_away(self, spared: Collection[Any]) -> None:
        """Remove, or end on the day, what the file does not have."""
        for key, (at, values) in self.there.items():
            if key in self._named or at in spared:
                continue
            if self.since is None:
                self.changes.append(Change("remove", key, at, values, {}))
            elif holds_on(values, self.since):
                self.changes.append(Change("change", key, at, values, {**values, "valid_to": self.since}))

    def overlaps(self) -> list[tuple[int, str]]:
        """Rows of the file that would hold on days on which another row about the same thing holds."""
        if not self.kind.versions:
            return []
        rows: dict[Key, tuple[Values, int | None]] = {
            key: (held, None) for key, (_, held) in self.there.items()
        }
        for change in self.changes:
            rows.pop(change.key, None)
            if change.does != "remove":
                rows[self.kind.key_of(change.after)] = (change.after, change.row)
        by_thing: dict[Key, list[tuple[Values, int | None]]] = {}
        for values, row in rows.values():
            by_thing.setdefault(self.kind.thing_of(values), []).append((values, row))
        return [(row, _TWICE) for same in by_thing.values() for row in _rows_that_overlap(same)]

    def _from_a_day(self, row: FoundRow, since: date) -> str | None:
        said = {name: value for name, value in row.values.items() if name not in _DAYS}
        exact = self.kind.key_of(row.values)
        if exact in self.there and self._is(exact, row.values):
            self._named.add(exact)
            return None
        thing = self._of_thing.get(self.kind.thing_of(row.values), [])
        now = next((key for key in thing if holds_on(self.there[key][1], since)), None)
        if now is None:
            new = {**self._empty, **said, "valid_from": since, "valid_to": row.values.get("valid_to")}
            self.changes.append(Change("add", self.kind.key_of(new), None, {}, new, row.row))
        elif not self._is(now, said):
            if not self.kind.versions:
                self._named.add(now)
                return (
                    f"cannot be: {self.kind.called(now)} changes at once, for good; import it without --from"
                )
            self._divide(now, said, since, row)
        if now is not None:
            self._named.add(now)
        return None

    def _divide(self, now: Key, said: Values, since: date, row: FoundRow) -> None:
        at, values = self.there[now]
        if values["valid_from"] == since:
            self._bring_to(now, row, said)
            return
        new = {**values, **said, "valid_from": since}
        self.changes.append(Change("change", now, at, values, {**values, "valid_to": since}))
        self.changes.append(Change("add", self.kind.key_of(new), None, {}, new, row.row))

    def _bring_to(self, key: Key, row: FoundRow, said: Values) -> None:
        self._named.add(key)
        if key not in self.there:
            self.changes.append(Change("add", key, None, {}, {**self._empty, **said}, row.row))
        elif not self._is(key, said):
            at, before = self.there[key]
            self.changes.append(Change("change", key, at, before, {**before, **said}, row.row))

    def _is(self, key: Key, said: Values) -> bool:
        return {**self.there[key][1], **said} == self.there[key][1]


def _rows_that_overlap(same: list[tuple[Values, int | None]]) -> Iterator[int]:
    for at, (values, row) in enumerate(same):
        others = (other for i, (other, _) in enumerate(same) if i != at)
        if row is not None and any(_overlap(values, other) for other in others):
            yield row


def _overlap(one: Values, other: Values) -> bool:
    return (one["valid_to"] or date.max) > (other["valid_from"] or date.min) and (
        other["valid_to"] or date.max
    ) > (one["valid_from"] or date.min)
