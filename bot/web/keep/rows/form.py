"""A row as a form: a field for each column of its kind, made from what the column may hold."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from starlette.datastructures import FormData

from bot.web.keep.keepers import typed, typed_several
from bot.words.catalogue import Words
from bot.words.message import Text
from directory.accounts.standing import Identity
from directory.exchange.cells.cell import Known
from directory.exchange.cells.ids import IdOf
from directory.exchange.cells.measures import Whole
from directory.exchange.cells.phone import Phone
from directory.exchange.cells.words import OneOf, SomeOf, YesNo
from directory.exchange.files.problems import Problem
from directory.exchange.kind import Column, Kind, Values

_MOST_CHOICES = 80  # in a list to choose from; ids that are more than these are typed
_EMPTY = "nothing"  # as `Column.shown` calls an empty cell
Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the form. `choices` is empty where words are typed; `several` may be chosen at once."""

    name: str
    value: str
    hint: tuple[Text, ...]
    holds: tuple[Text, ...]
    required: bool
    choices: Sequence[str] = ()
    several: bool = False
    fixed: bool = False  # as it was, for good
    digits: str = ""  # the keyboard for it, where that is not for words
    wrong: tuple[tuple[Text, ...], ...] = ()

    @property
    def chosen(self) -> list[str]:
        """Of several, those that are chosen."""
        return self.value.split("|")


@dataclass(frozen=True, slots=True)
class RowForm:
    """Makes the fields of a kind in one language, for one keeper. `known` are the ids there are."""

    kind: Kind
    words: Words
    known: Known
    who: Identity

    def fields(
        self, cells: Mapping[str, str], problems: Sequence[Problem] = (), fixed: Collection[str] = ()
    ) -> list[Field]:
        """The fields, holding what is in these cells, with what is wrong beside each."""
        return [
            self._field(column, cells.get(column.name, ""), problems, fixed) for column in self.kind.columns
        ]

    def wrong(self, problems: Sequence[Problem], column: str | None) -> tuple[tuple[Text, ...], ...]:
        """What is wrong with one column, or (None) with the row."""
        return tuple(self._said(one) for one in problems if one.column == column)

    def all_wrong(self, problems: Sequence[Problem]) -> list[tuple[Text, ...]]:
        """All that is wrong, for a page that does not show the fields."""
        return [self._said(one) for one in problems]

    def _field(
        self, column: Column, value: str, problems: Sequence[Problem], fixed: Collection[str]
    ) -> Field:
        choices = self._choices(column)
        return Field(
            name=column.name,
            value=value,
            hint=self.words.held(column.meaning),
            holds=() if choices else self.words.held(_capital(column.cell.holds)),
            required=column.required,
            choices=choices,
            several=isinstance(column.cell, SomeOf),
            fixed=column.name in fixed,
            digits={Whole: "numeric", Phone: "tel"}.get(type(column.cell), ""),
            wrong=self.wrong(problems, column.name),
        )

    def _choices(self, column: Column) -> Sequence[str]:
        match column.cell:
            case OneOf() | SomeOf() as cell:
                return cell.words
            case YesNo():
                return ("yes", "no")
            case IdOf(what="area") if self.who.area:
                return (self.who.area,)
            case IdOf() as cell:
                ids = sorted(self._ids(cell))
                return ids if len(ids) <= _MOST_CHOICES else ()
        return ()

    def _ids(self, cell: IdOf) -> Collection[str]:
        if cell.what == "office" and self.who.area:
            return [at for at, office in self.known.offices.items() if office.area == self.who.area]
        return cell.ids(self.known)

    def _said(self, problem: Problem) -> tuple[Text, ...]:
        """A problem in words. What was typed is in no memory of sentences, so it is put before them."""
        what = self.words.held(problem.what)
        if problem.value == _EMPTY:
            return (Text(self.words.say("keep-wrong-nothing")), Text(" "), *what)
        return (
            (Text(problem.value), Text(self.words.say("keep-wrong-after")), *what) if problem.value else what
        )


def cells_of(kind: Kind, values: Values) -> Cells:
    """The row as its form shows it."""
    return {column.name: column.write(values[column.name]) for column in kind.columns}


def cells_typed(kind: Kind, form: FormData) -> Cells:
    """The row as it was typed and chosen."""
    return {
        column.name: "|".join(typed_several(form, column.name))
        if isinstance(column.cell, SomeOf)
        else typed(form, column.name)
        for column in kind.columns
    }


def _capital(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"
