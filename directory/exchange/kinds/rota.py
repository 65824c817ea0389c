"""People, and the rota that says which of them is on which post."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from directory.exchange.cells.cell import CellError, Known
from directory.exchange.cells.ids import IdOf, NewId
from directory.exchange.cells.measures import Day, in_reach
from directory.exchange.cells.phone import Phone, is_for_drama
from directory.exchange.cells.words import OneOf, Text, YesNo
from directory.exchange.kind import Column, Kind, Values, Wrong
from directory.exchange.kinds.contacts import POST_ROLES
from directory.exchange.kinds.facts import FACT, SOURCED

ENTRY_KINDS = ("weekly", "shift", "absence", "cover", "swap")
_NEEDS_A_POST = ("weekly", "shift")
_OF_TWO = ("cover", "swap")
_LONGEST_SHIFT = timedelta(days=366)  # each is found by every day that it is on


@dataclass(frozen=True, slots=True)
class Weekdays:
    """Days of the week, as opening hours name them."""

    holds: str = "days of the week like Mo-Fr or Mo,We"

    def read(self, text: str, known: Known) -> str:
        from directory.rota.rota import days_of  # noqa: PLC0415 - time zones take a while to load

        try:
            days_of(text)
        except ValueError:
            raise CellError("names no days of the week; write them like Mo-Fr or Mo,We") from None
        return text.replace(" ", "")

    def write(self, value: str) -> str:
        return value


@dataclass(frozen=True, slots=True)
class WallClock:
    """A time of day for what is weekly, a day and a time for everything else."""

    holds: str = "a time like 18:00 for weekly, a day and a time like 2026-12-24 18:00 for the others"

    def read(self, text: str, known: Known) -> str:
        for form in (time, datetime):
            try:
                read = form.fromisoformat(text)
            except ValueError:
                continue
            if isinstance(read, datetime):
                in_reach(read.date())
            return read.isoformat(timespec="minutes")
        raise CellError(f"is not a time; write {self.holds}")

    def write(self, value: str) -> str:
        return value.replace("T", " ")


def _person(values: Values, known: Known) -> Wrong:
    office = values.get("office")
    if office and known.offices[office].area != values["area"]:
        yield "office", f"is in {known.offices[office].area}; write an office of {values['area']} or its area"
    number = values.get("number")
    if number and is_for_drama(number) and not values.get("sample"):
        yield "number", "is kept for drama; write the real number, or yes under sample"


def _entry(values: Values, known: Known) -> Wrong:
    kind, post = values["kind"], [name for name in ("area", "role") if not values[name]]
    if kind in _NEEDS_A_POST or (kind in _OF_TWO and len(post) == 1):
        yield from ((name, f"stands there; say of which post this {kind} is") for name in post)
    if kind == "absence" and (values["role"] or values["office"]):
        yield "role", "stands there; leave it empty, an absence is from every post"
    office = values["office"]
    if office and values["area"] and known.offices[office].area != values["area"]:
        yield "office", f"is in {known.offices[office].area}, not in {values['area']}; mend one of the two"
    if kind in _OF_TWO and (not values["other"] or values["other"] == values["person"]):
        yield "other", f"stands there; a {kind} is between two people, so write the id of the other one"
    if kind not in _OF_TWO and values["other"]:
        yield "other", f"stands there; leave it empty, a {kind} is of one person"
    yield from _weekly(values) if kind == "weekly" else _once(values)


def _weekly(values: Values) -> Wrong:
    for name in ("days", "valid_from"):
        if not values[name]:
            yield name, "stands there; a weekly shift needs it"
    for name in ("starts", "ends"):
        if _is_moment(values[name]):
            yield name, "names a day; a weekly shift has only a time, like 18:00"


def _once(values: Values) -> Wrong:
    wrong = [name for name in ("starts", "ends") if not _is_moment(values[name])]
    for name in wrong:
        yield name, "names no day; write the day and the time, like 2026-12-24 18:00"
    for name in ("days", "valid_from", "valid_to"):
        if values.get(name):
            yield name, "stands there; leave it empty, it is for weekly shifts"
    if wrong:
        return
    lasts = _moment(values["ends"]) - _moment(values["starts"])
    if lasts <= timedelta():
        yield "ends", "is not after starts; write when it ends"
    elif values["kind"] == "shift" and lasts > _LONGEST_SHIFT:
        yield "ends", "is more than a year after starts; write several shifts, or a weekly one"


def _is_moment(text: str) -> bool:
    return "T" in text


def _moment(text: str) -> datetime:
    from directory.rota.rota import moment_of  # noqa: PLC0415

    return moment_of(text)


PEOPLE = Kind(
    name="people",
    one="person",
    about="People who can be on a rota. Their names are shown to probation staff only.",
    table="people",
    key=("id",),
    columns=(
        Column("id", "What the rota calls them.", NewId(), "sample-birch"),
        Column("name", "Their name.", Text(), "Sample Birch", personal=True),
        Column("provider", "Whom they work for.", OneOf(("nps", "crc")), "nps"),
        Column("area", "Area they work in.", IdOf("area"), "west-mercia"),
        Column("office", "Their office.", IdOf("office"), "worcester", if_empty=None),
        Column("team", "Their team.", IdOf("team"), "", if_empty=None),
        Column("number", "Their own number.", Phone(), "01632 960001", if_empty=None, personal=True),
        *FACT,
    ),
    check=_person,
)

ROTA = Kind(
    name="rota",
    one="entry",
    about="Who is on which post, each week or once; and who is away, covers or swaps.",
    table="rota_entries",
    key=(
        *("kind", "area", "office", "provider", "role", "team"),
        *("person", "other", "days", "starts", "valid_from"),
    ),
    may_lack=("team",),
    columns=(
        Column("kind", "What the row says.", OneOf(ENTRY_KINDS), "weekly"),
        Column("area", "Area of the post.", IdOf("area"), "west-mercia", if_empty=None),
        Column(
            "office",
            "Office of the post; empty for the whole area.",
            IdOf("office"),
            "worcester",
            if_empty=None,
        ),
        Column("provider", "Whose post it is.", OneOf(("nps", "crc")), "nps", if_empty=None),
        Column(
            "role",
            "What the post is; empty for an absence, and for cover or a swap at every post.",
            OneOf(POST_ROLES),
            "duty_officer",
            if_empty=None,
        ),
        Column("team", "The team whose post it is.", IdOf("team"), "", if_empty=None),
        Column("person", "Who is on, is away, covers or swaps.", IdOf("person"), "sample-birch"),
        Column("other", "Who is covered, or swapped with.", IdOf("person"), "sample-elm", if_empty=None),
        Column("days", "For weekly: the days on which it begins.", Weekdays(), "Mo-Fr", if_empty=None),
        Column("starts", "When it begins, by the clock on the wall.", WallClock(), "09:00"),
        Column(
            "ends",
            "When it ends; for weekly, a time not after starts is on the next day.",
            WallClock(),
            "17:00",
        ),
        Column("valid_from", "For weekly: the first day.", Day(), "2026-11-30", if_empty=None),
        Column(
            "valid_to",
            "For weekly: the first day on which it no longer holds.",
            Day(),
            "2027-12-01",
            if_empty=None,
        ),
        Column("on_bank_holidays", "For weekly: also on bank holidays.", YesNo(), "no", if_empty=False),
        *SOURCED,
    ),
    check=_entry,
    notes=(
        "Overlaps: a single shift comes before a weekly one; a swap, then cover, puts another person there; "
        "whoever is away is on nowhere; of several rows of a kind the one that was imported later counts.",
        "An import that would leave an hour with nobody is refused, unless forced, and says which.",
    ),
)
