"""A directory built by hand: West Mercia as in the sources, and areas with every kind of lack.

Thames Valley has no number at all. DLNR has one unit only. London has what is made up for a test:
named posts, a head of a delivery unit, a stale number; its numbers are Ofcom's for drama.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from hypothesis import strategies as st

from routing.answer import Answer
from routing.enquiry import Enquiry, FollowUp
from routing.hours import LONDON, parse_hours
from routing.policy import Policies
from routing.reading.reading import Reading
from routing.router import Router
from routing.snapshot import Area, CaseOwner, Number, Office, Place, Post, PostKey, Snapshot
from routing.vocabulary import Provider, Risk, Role, Standing

OFFICE_HOURS = "Mo-Fr 09:00-17:00; PH off"
WORCESTER, REDDITCH, KIDDERMINSTER = "+441905723591", "+441527585152", "+441562748375"
BRALEY_HOUSE = "+441905723975"
CAMDEN, TOWER_HAMLETS, RUTLAND = "+442079460001", "+442079460002", "+441632960001"
VERIFIED_ON = date(2014, 7, 1)
REVIEW_DAYS = 365

TUESDAY = datetime(2014, 7, 8, 10, 30, tzinfo=LONDON)  # in working hours
TUESDAY_NIGHT = datetime(2014, 7, 8, 22, 0, tzinfo=LONDON)
WEDNESDAY_AT_NINE = datetime(2014, 7, 9, 9, 0, tzinfo=LONDON)

# Hypothesis wants its bounds without a zone, and gives moments with one.
ANY_MOMENT = st.datetimes(datetime(2014, 1, 1), datetime(2016, 11, 30), timezones=st.just(UTC))  # noqa: DTZ001

# Of England and Wales, as the government lists them.
BANK_HOLIDAYS = frozenset(
    date(year, month, day)
    for year, days in {
        2014: [(1, 1), (4, 18), (4, 21), (5, 5), (5, 26), (8, 25), (12, 25), (12, 26)],
        2015: [(1, 1), (4, 3), (4, 6), (5, 4), (5, 25), (8, 31), (12, 25), (12, 28)],
        2016: [(1, 1), (3, 25), (3, 28), (5, 2), (5, 30), (8, 29), (12, 26), (12, 27)],
    }.items()
    for month, day in days
)

_AREAS = {
    "west-mercia": ("West Mercia", "braley-house", "worcester"),
    "thames-valley": ("Thames Valley", None, None),
    "london": ("London", None, None),
    "dlnr": ("Derbyshire, Leicestershire, Nottinghamshire and Rutland", None, None),
}
_OFFICES: dict[str, dict[str, str | None]] = {
    "west-mercia": {
        "kidderminster": KIDDERMINSTER,
        "redditch": REDDITCH,
        "worcester": WORCESTER,
        "herefordshire": None,
        "shropshire": None,
        "telford-and-wrekin": None,
    },
    "thames-valley": {
        "berkshire-west": None,
        "berkshire-east": None,
        "oxfordshire": None,
        "buckinghamshire": None,
        "milton-keynes": None,
    },
    "london": {"camden": CAMDEN, "tower-hamlets": TOWER_HAMLETS},
    "dlnr": {"rutland": RUTLAND},
}
AREA_OF_OFFICE = {office: area for area, offices in _OFFICES.items() for office in offices} | {
    "braley-house": "west-mercia"
}
NUMBERS_OF_AREA = {
    area: {number for number in offices.values() if number}
    | ({BRALEY_HOUSE} if area == "west-mercia" else set())
    for area, offices in _OFFICES.items()
}
NAME_OF_DUTY_OFFICER = "Officer Hazel (sample)"  # at Tower Hamlets, for the NPS
NAME_OF_HEAD = "Head Alder (sample)"  # of London's delivery unit


def _number(e164: str | None) -> Number | None:
    if e164 is None:
        return None
    verified_on = date(2012, 1, 1) if e164 == CAMDEN else VERIFIED_ON
    return Number(e164, verified_on, REVIEW_DAYS, sample=e164 in (CAMDEN, TOWER_HAMLETS, RUTLAND))


def _areas() -> Iterator[Area]:
    for identity, (name, premises, fallback) in _AREAS.items():
        yield Area(identity, name, f"{name} CRC", "NPS", parse_hours(OFFICE_HOURS), premises, fallback)


def _offices() -> Iterator[Office]:
    hours = parse_hours(OFFICE_HOURS)
    for area, offices in _OFFICES.items():
        for identity, number in offices.items():
            name = identity.replace("-", " ").title()
            kind = "office" if number and area == "west-mercia" else "unit"
            yield Office(identity, area, name, kind, hours, hours_assumed=True)
    yield Office("braley-house", "west-mercia", "Braley House", "approved_premises", parse_hours("24/7"))


def _posts() -> Iterator[Post]:
    for area, offices in _OFFICES.items():
        for office, e164 in offices.items():
            number = _number(e164)
            for provider in (Provider.NPS, Provider.CRC):
                name = NAME_OF_DUTY_OFFICER if (office, provider) == ("tower-hamlets", Provider.NPS) else None
                duty_officer = (
                    "NPS Probation Duty Officer" if provider is Provider.NPS else "CRC duty officer"
                )
                yield Post(area, office, provider, Role.DUTY_OFFICER, duty_officer, number, name)
                yield Post(area, office, provider, Role.SPO, f"{provider.upper()} SPO", number)
            if number and area == "west-mercia":
                yield Post(area, office, None, Role.RECEPTION, "reception", number)
        for provider in (Provider.NPS, Provider.CRC):
            yield Post(area, None, provider, Role.DUTY_SPO, f"{provider.upper()} duty SPO")
    yield Post("london", None, Provider.NPS, Role.HEAD_OF_LDU, "Head of LDU", _number(CAMDEN), NAME_OF_HEAD)
    yield Post(
        "west-mercia",
        "braley-house",
        Provider.NPS,
        Role.APPROVED_PREMISES,
        "duty staff",
        _number(BRALEY_HOUSE),
    )


def place(office: str | None, *, name: str = "", kind: str = "place", assumed: bool = False) -> Place:
    """A place that this office serves; without an office, one in West Mercia that none does."""
    area = AREA_OF_OFFICE[office] if office else "west-mercia"
    return Place(name or (office or "Nowhere").title(), kind, area, office, assumed)


def at_office(office: str) -> tuple[Place, ...]:
    """The places of a reading that names an office."""
    return (place(office, kind="office"),)


def owned(
    provider: Provider,
    office: str = "redditch",
    *,
    officer: str | None = "Officer Birch (sample)",
    risk: Risk | None = None,
) -> CaseOwner:
    """What the register holds of a case."""
    return CaseOwner(provider, AREA_OF_OFFICE[office], office, officer, date(2014, 6, 2), False, risk)


def by_key(posts: Iterator[Post]) -> dict[PostKey, Post]:
    """Posts, as a snapshot keeps them."""
    return {PostKey(post.area, post.office, post.provider, post.role): post for post in posts}


SNAPSHOT = Snapshot(
    version=1,
    areas={area.id: area for area in _areas()},
    offices={office.id: office for office in _offices()},
    posts=by_key(_posts()),
    places=(),
    bank_holidays=BANK_HOLIDAYS,
)
ROUTER = Router(SNAPSHOT, Policies.bundled())


def enquiry(
    text: str = "as it was read",
    *,
    at: datetime = TUESDAY,
    area: str = "west-mercia",
    office: str | None = None,
    by: Standing = Standing.PARTNER,
    follow_up: FollowUp | None = None,
) -> Enquiry:
    """An enquiry; its text matters only in being empty or not, since the reading is given."""
    return Enquiry(text=text, at=at, area=area, standing=by, office=office, follow_up=follow_up)


def answer_to(reading: Reading, asked: Enquiry | None = None, owner: CaseOwner | None = None) -> Answer:
    """The answer of the bundled policies on this directory."""
    return ROUTER.route(asked or enquiry(), reading, owner)


Contact = tuple[Role, Provider | None, str | None]


def contacts(answer: Answer) -> list[Contact]:
    """The steps, as whom and where."""
    return [(step.role, step.provider, step.office) for step in answer.steps]


def roles(answer: Answer) -> list[Role]:
    """The roles of the steps, in order."""
    return [step.role for step in answer.steps]


def rules(answer: Answer) -> list[str]:
    """The ids of the rules that decided, in order."""
    return [reason.rule for reason in answer.because]
