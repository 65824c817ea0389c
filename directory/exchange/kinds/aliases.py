"""Phrases that keepers add to what is read."""

from directory.exchange.cells.cell import CellError, Known
from directory.exchange.cells.ids import IdOf
from directory.exchange.cells.words import OneOf, Text
from directory.exchange.kind import Column, Kind, Values, Wrong
from directory.exchange.kinds.facts import FACT
from routing.vocabulary import Means

_OF_A_PLACE = (Means.PLACE, Means.OFFICE)


class Phrase(Text):
    """Words as people say them, kept in the form in which they are matched."""

    @property
    def holds(self) -> str:
        return "one to eight words as people say them; capitals and apostrophes do not matter"

    def read(self, text: str, known: Known) -> str:
        from routing.reading.aliases import AliasError, spelt  # noqa: PLC0415 - the lexicon takes a while

        try:
            return spelt(super().read(text, known))
        except AliasError as error:
            raise CellError(str(error)) from None


def _alias(values: Values, known: Known) -> Wrong:
    means, area, value = Means(values["means"]), values.get("area"), values["value"]
    if means is Means.OFFICE and value not in known.offices:
        yield "value", "is not an office of the directory; write the id of one"
        return
    if means in _OF_A_PLACE and not area:
        yield "area", f"stands there; write the area of the {means}"
    if means not in _OF_A_PLACE and area:
        yield "area", f"stands beside a {means}, which holds everywhere; leave it empty"
    if means is Means.OFFICE and area and known.offices[value].area != area:
        yield "area", f"is not that of the office; write {known.offices[value].area}"
    if means not in _OF_A_PLACE:
        yield from _in_its_own_words(values)


def _in_its_own_words(values: Values) -> Wrong:
    from routing.policy import Policies  # noqa: PLC0415
    from routing.reading.aliases import AliasError, check  # noqa: PLC0415
    from routing.snapshot import Alias  # noqa: PLC0415

    try:
        alias = Alias(values["phrase"], Means(values["means"]), values["value"])
        check(alias, Policies.bundled().terms)
    except AliasError as error:
        yield "phrase", str(error)


ALIASES = Kind(
    name="aliases",
    one="alias",
    about="Phrases that people use and that are not built in, and what each stands for.",
    table="aliases",
    key=("phrase", "area", "valid_from"),
    versions=True,
    may_lack=("valid_from",),
    columns=(
        Column("phrase", "What people say.", Phrase(100), "the old mill"),
        Column("means", "What sort of thing it stands for.", OneOf(tuple(Means)), "office"),
        Column(
            "value",
            "What it stands for: a topic or a role by its name in the answers, a term or an office by "
            "its id, a place by its name.",
            Text(),
            "redditch",
        ),
        Column(
            "area",
            "Area of the office or the place; empty for the others, which hold everywhere.",
            IdOf("area"),
            "west-mercia",
            if_empty=None,
        ),
        *FACT,
    ),
    check=_alias,
    notes=(
        "Where phrases contradict each other the longest wins. The very words of a phrase that is built in "
        "cannot be given another meaning of the same kind.",
    ),
)
