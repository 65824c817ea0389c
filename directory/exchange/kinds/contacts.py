"""Teams, numbers, and the posts that are reached by them."""

from directory.exchange.cells.cell import Known
from directory.exchange.cells.ids import Code, IdOf, NewId
from directory.exchange.cells.measures import Day, Hours, Whole
from directory.exchange.cells.phone import Extension, Phone, is_for_drama
from directory.exchange.cells.words import OneOf, SomeOf, Text
from directory.exchange.kind import Column, Kind, Values, Wrong
from directory.exchange.kinds.facts import FACT, office_of_the_area
from routing.vocabulary import Topic

REVIEW_DAYS = 365
POST_ROLES = ("duty_officer", "spo", "duty_spo", "approved_premises", "reception", "lead", "head_of_ldu")
_OF_AN_AREA = ("duty_spo", "lead", "head_of_ldu")
_OF_NO_PROVIDER = ("reception", "lead")
_NOT_LED = ("contact", "term")
TOPICS = tuple(str(topic) for topic in Topic if topic not in _NOT_LED)
_SOME_TOPICS = ", ".join(TOPICS[:4])


def _drama_numbers_are_samples(column: str, values: Values) -> Wrong:
    number = values.get(column)
    if number and is_for_drama(number) and not values.get("sample"):
        yield (
            column,
            "is a number that Ofcom keeps for drama and reaches nobody; "
            "write the real one, or yes under sample",
        )


def _number(values: Values, _known: Known) -> Wrong:
    return _drama_numbers_are_samples("e164", values)


def _contact(values: Values, known: Known) -> Wrong:
    area, office, role = values["area"], values["office"], values["role"]
    if office and known.offices[office].area != area:
        yield "office", f"is in {known.offices[office].area}, not in {area}; mend the one that is wrong"
    if not office and role not in _OF_AN_AREA:
        yield "office", f"stands there, and a {role} is at an office; write the id of one of {area}"
    if not values["provider"] and role not in _OF_NO_PROVIDER:
        yield "provider", f"stands there, and a {role} belongs to one; write nps or crc"
    if values.get("topic") and role != "lead":
        yield (
            "topic",
            f"stands there, and a {role} is for every topic; write lead under role, or leave it empty",
        )
    if role == "lead" and not values.get("topic"):
        yield "topic", f"stands there, and a lead leads on one; write {_SOME_TOPICS}"
    if values.get("extension") and not values.get("number"):
        yield "extension", "stands there without a number; write its number too"
    yield from _drama_numbers_are_samples("number", values)


TEAMS = Kind(
    name="teams",
    one="team",
    about="Teams of a provider, at an office or for a whole area, and what each does.",
    table="teams",
    key=("id",),
    columns=(
        Column("id", "Id of the team, for good.", NewId(), "worcester-unpaid-work"),
        Column("name", "The team as people call it.", Text(), "Worcester Community Payback team"),
        Column("provider", "Whose team it is.", OneOf(("nps", "crc")), "crc"),
        Column("area", "Area that it serves.", IdOf("area"), "west-mercia"),
        Column("office", "Its office; empty for the whole area.", IdOf("office"), "worcester", if_empty=None),
        Column("code", "Its code in nDelius.", Code(), "", if_empty=None),
        Column("topics", "What it does.", SomeOf(TOPICS), "unpaid_work", if_empty=()),
        *FACT,
    ),
    check=office_of_the_area,
)

NUMBERS = Kind(
    name="numbers",
    one="number",
    about="Telephone numbers, and when somebody last checked that each reaches whom it should.",
    table="numbers",
    key=("e164",),
    columns=(
        Column("e164", "The number, however it is typed.", Phone(), "01905 723591"),
        Column("purpose", "What it is for.", Text(), "switchboard", if_empty=None),
        Column("verified_on", "Day on which somebody last checked it.", Day(), "2014-07-01", if_empty=None),
        Column(
            "review_days",
            "For how many days such a check holds.",
            Whole(1, 3650),
            str(REVIEW_DAYS),
            if_empty=REVIEW_DAYS,
        ),
        *FACT,
    ),
    check=_number,
    notes=("Numbers that Ofcom keeps for drama are taken only in rows with yes under sample.",),
)

CONTACTS = Kind(
    name="contacts",
    one="contact",
    about="Posts: whom to ask for, of which provider, at which office or for which area, on which number.",
    table="posts",
    key=("area", "office", "provider", "role", "team", "topic", "valid_from"),
    versions=True,
    may_lack=("team", "topic", "valid_from"),
    columns=(
        Column("area", "Area that the post serves.", IdOf("area"), "west-mercia"),
        Column(
            "office",
            "Office that the post is at; empty for a post of the whole area.",
            IdOf("office"),
            "worcester",
            if_empty=None,
        ),
        Column(
            "provider",
            "Whose post it is; empty for a reception that serves both.",
            OneOf(("nps", "crc")),
            "nps",
            if_empty=None,
        ),
        Column("role", "What the post is.", OneOf(POST_ROLES), "duty_officer"),
        Column("team", "The team whose post it is.", IdOf("team"), "", if_empty=None),
        Column("topic", "What a lead leads on.", OneOf(TOPICS), "", if_empty=None),
        Column(
            "ask_for",
            "Whom to ask for, as it is said on the telephone.",
            Text(300),
            "NPS Probation Duty Officer",
        ),
        Column(
            "number",
            "Its number, however it is typed; several posts may share one. Empty where none is known.",
            Phone(),
            "01905 723591",
            if_empty=None,
        ),
        Column("extension", "The extension to ask for.", Extension(), "", if_empty=None),
        Column(
            "hours", "When it is answered, where not in the hours of the office.", Hours(), "", if_empty=None
        ),
        Column("name", "Who holds the post.", Text(), "Sample Officer 7", if_empty=None, personal=True),
        *FACT,
    ),
    check=_contact,
    notes=(
        "A number that the directory does not hold yet is added as one that nobody has checked: give the day "
        "of a check with `import numbers`.",
        "Numbers that Ofcom keeps for drama are taken only in rows with yes under sample.",
    ),
)
