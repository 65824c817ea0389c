"""Programmes and services, and where and when each runs."""

from directory.exchange.cells.cell import Known
from directory.exchange.cells.ids import IdOf, NewId
from directory.exchange.cells.measures import Day, Hours, Whole
from directory.exchange.cells.words import Names, OneOf, SomeOf, Text, YesNo
from directory.exchange.kind import Column, Kind, Values, Wrong
from directory.exchange.kinds.facts import FACT, office_of_the_area
from routing.catalogue import Purpose, Sex, Times, Way
from routing.vocabulary import Risk, Topic

CONFIRMED_DAYS = 90
PROGRAMME_TOPICS = tuple(
    str(topic)
    for topic in (
        Topic.PROGRAMME,
        Topic.SEX_OFFENDER_PROGRAMME,
        Topic.UNPAID_WORK,
        Topic.MENTORING,
        Topic.THROUGH_THE_GATE,
        Topic.ATTENDANCE_CENTRE,
        Topic.RESTORATIVE_JUSTICE,
    )
)


def _words(enum: type[Purpose | Sex | Times | Way | Risk]) -> tuple[str, ...]:
    return tuple(str(word) for word in enum)


def _ages_in_order(values: Values, _known: Known) -> Wrong:
    youngest, oldest = values.get("age_from"), values.get("age_to")
    if youngest is not None and oldest is not None and oldest < youngest:
        yield "age_to", "is less than age_from; write the oldest age at which somebody may go"


def _run(values: Values, known: Known) -> Wrong:
    yield from office_of_the_area(values, known)
    if values.get("sessions") and values.get("times"):
        yield "times", "stands beside sessions, which say it already; leave it empty"
    if values.get("places") is not None and not (values.get("next_start") or values.get("any_time")):
        yield "places", "stands there without next_start; write the day on which they are free"
    if values.get("next_start") and values.get("any_time"):
        yield "next_start", "stands beside any_time; write one of the two"


PROGRAMMES = Kind(
    name="programmes",
    one="programme",
    about="Programmes and services: what each is for and who may go. Where and when is in programme-runs.",
    table="programmes",
    key=("id",),
    columns=(
        Column("id", "Id of the programme, for good.", NewId(), "bbr"),
        Column("name", "Its name.", Text(), "Building Better Relationships"),
        Column("also_called", "Abbreviations and other names people use.", Names(), "BBR", if_empty=()),
        Column("topic", "What it belongs to, which says whom to ask.", OneOf(PROGRAMME_TOPICS), "programme"),
        Column("provider", "Who provides it.", OneOf(("nps", "crc")), "crc"),
        Column("delivered_by", "Who does it for the provider.", Text(), "", if_empty=None),
        Column("about", "What it is, in a sentence.", Text(300), "Groups for men violent to a partner."),
        Column("purposes", "What it works on.", SomeOf(_words(Purpose)), "domestic_abuse", if_empty=()),
        Column(
            "accredited",
            "Whether it is an accredited programme; empty where not known.",
            YesNo(),
            "yes",
            if_empty=None,
        ),
        Column("sex", "Who may go; empty where not known.", OneOf(_words(Sex)), "men", if_empty=None),
        Column("age_from", "The youngest that may go.", Whole(0, 120), "18", if_empty=None),
        Column("age_to", "The oldest that may go.", Whole(0, 120), "", if_empty=None),
        Column(
            "risks",
            "Levels of risk of serious harm that may go; empty where not known.",
            SomeOf(_words(Risk)),
            "low|medium",
            if_empty=(),
        ),
        Column("not_for", "Who may not go.", Text(), "", if_empty=None),
        *FACT,
    ),
    check=_ages_in_order,
)

PROGRAMME_RUNS = Kind(
    name="programme-runs",
    one="run of a programme",
    about="Where and when a programme or service runs, how one gets on it, and when somebody last confirmed "
    "all of that.",
    table="programme_runs",
    key=("code", "valid_from"),
    versions=True,
    may_lack=("valid_from",),
    columns=(
        Column("code", "Id of the run, for good; `confirm` takes it.", NewId(), "bbr-worcester-evening"),
        Column("programme", "Id of the programme.", IdOf("programme"), "bbr"),
        Column("area", "Area that it is in.", IdOf("area"), "west-mercia"),
        Column(
            "office",
            "Office or unit that it is at or nearest to; empty for the whole area.",
            IdOf("office"),
            "worcester",
            if_empty=None,
        ),
        Column("venue", "Where, if not at the office.", Text(), "", if_empty=None),
        Column("sessions", "Its days and hours, where known.", Hours(), "Tu 18:00-20:30", if_empty=None),
        Column(
            "times",
            "When in the week, where the hours are not known.",
            SomeOf(_words(Times)),
            "",
            if_empty=(),
        ),
        Column("ways", "How somebody comes to go.", SomeOf(_words(Way)), "requirement|licence", if_empty=()),
        Column(
            "rate_card",
            "Whether the NPS can buy it for its cases; empty where not known.",
            YesNo(),
            "yes",
            if_empty=None,
        ),
        Column("price", "What the NPS pays for it.", Text(100), "", if_empty=None),
        Column("waiting_weeks", "The longest wait, in weeks.", Whole(0, 520), "20", if_empty=None),
        Column("next_start", "The day on which it next starts.", Day(), "2014-09-09", if_empty=None),
        Column("any_time", "Yes where one can begin in any week.", YesNo(), "no", if_empty=False),
        Column("places", "How many places are free then.", Whole(0, 999), "4", if_empty=None),
        Column(
            "confirmed_on",
            "Day on which somebody last made sure of all this.",
            Day(),
            "2014-07-01",
            if_empty=None,
        ),
        Column(
            "confirmed_days",
            "For how many days that holds.",
            Whole(1, 3650),
            str(CONFIRMED_DAYS),
            if_empty=CONFIRMED_DAYS,
        ),
        *FACT,
    ),
    check=_run,
    notes=(
        "An evening begins at 5pm, a weekend is Saturday and Sunday. A next start that is over is not shown "
        "as next: it says since when the next one is not known.",
    ),
)
