"""A catalogue of made-up programmes, and what is answered of it."""

from dataclasses import replace
from datetime import datetime, timedelta

from routing.answer import Answer, Offer
from routing.catalogue import AskedOf, Programme, Purpose, Run, Sex, Way, Wish
from routing.hours import parse_hours
from routing.policy import Policies
from routing.reading.reading import Reading
from routing.router import Router
from routing.snapshot import CaseOwner
from routing.vocabulary import Provider, Risk, Topic
from tests.routing.sample_directory import SNAPSHOT, TUESDAY, at_office, enquiry

TODAY = TUESDAY.date()
A_DAY = timedelta(days=1)
NEXT_WEEK = TODAY + timedelta(days=7)
BBR = Programme(
    "bbr",
    "Building Better Relationships",
    Topic.PROGRAMME,
    Provider.CRC,
    purposes=(Purpose.DOMESTIC_ABUSE,),
    accredited=True,
    sex=Sex.MEN,
    risks=(Risk.LOW, Risk.MEDIUM),
    source="a test",
)
TSP = Programme("tsp", "Thinking Skills", Topic.PROGRAMME, Provider.CRC, purposes=(Purpose.THINKING_SKILLS,))
GROUP = Programme("group", "A group", Topic.SEX_OFFENDER_PROGRAMME, Provider.NPS, accredited=True)
WOMEN = Programme("women", "Women's group", Topic.PROGRAMME, Provider.CRC, sex=Sex.WOMEN)
UNSAID = Programme("unsaid", "Interventions", Topic.PROGRAMME, Provider.CRC)
WORCESTER_EVENING = Run(
    "worcester-evening",
    "bbr",
    "west-mercia",
    "worcester",
    sessions=parse_hours("Tu 18:00-20:00"),
    ways=(Way.REQUIREMENT,),
    rate_card=True,
    next_start=NEXT_WEEK,
    places=3,
    confirmed_on=TODAY,
    source="a test",
)
ABUSE = Wish(frozenset({AskedOf.WHICH}), frozenset({Purpose.DOMESTIC_ABUSE}))
NEXT = replace(ABUSE, asks=frozenset({AskedOf.NEXT_START}))


def router(*runs: Run, programmes: tuple[Programme, ...] = (BBR, TSP, GROUP, WOMEN, UNSAID)) -> Router:
    held = {programme.id: programme for programme in programmes}
    return Router(replace(SNAPSHOT, programmes=held, runs=runs), Policies.bundled())


def ask(
    wish: Wish | None,
    *runs: Run,
    at: datetime = TUESDAY,
    office: str | None = "worcester",
    owner: CaseOwner | None = None,
    programmes: tuple[Programme, ...] = (BBR, TSP, GROUP, WOMEN, UNSAID),
    **read: object,
) -> Answer:
    places = at_office(office) if office else ()
    facts: dict[str, object] = {"topic": Topic.PROGRAMME, "places": places, "about_probation": True, **read}
    reading = Reading(wish=wish, **facts)  # type: ignore[arg-type]
    return router(*runs, programmes=programmes).route(enquiry(at=at), reading, owner)


def only(answer: Answer) -> Offer:
    assert answer.programmes is not None
    (offer,) = answer.programmes
    return offer


def codes(answer: Answer) -> list[str]:
    return [offer.run for offer in answer.programmes or ()]
