"""What fits of the catalogue, what is not known, what does not fit; and the rules that say so."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from routing.answer import Answer, Offer
from routing.catalogue import AskedOf, Programme, Purpose, Run, Sex, Times, Way, Wish
from routing.enquiry import FollowUp
from routing.hours import parse_hours
from routing.policy import Policies
from routing.programmes import MOST
from routing.reading.reading import Ask, Follow, Reading
from routing.router import Router
from routing.snapshot import CaseOwner
from routing.vocabulary import Kind, Provider, Risk, Standing, Topic
from tests.routing.sample_directory import (
    SNAPSHOT,
    TUESDAY,
    at_office,
    enquiry,
    owned,
    rules,
)

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


def test_an_enquiry_that_asks_nothing_of_the_catalogue_is_answered_as_if_there_were_none() -> None:
    answer = ask(None, WORCESTER_EVENING)

    assert answer.programmes is None
    assert rules(answer) == ["topic.programme"]


def test_what_is_on_offer_comes_beside_whom_to_ring_and_changes_nothing_of_that() -> None:
    with_it, without = ask(ABUSE, WORCESTER_EVENING), ask(None, WORCESTER_EVENING)

    assert (with_it.kind, with_it.steps, with_it.provider) == (without.kind, without.steps, without.provider)
    assert rules(with_it)[: len(without.because)] == rules(without)
    offer = only(with_it)
    assert (offer.name, offer.where, offer.next_start, offer.places) == (BBR.name, "Worcester", NEXT_WEEK, 3)
    assert (offer.fits, offer.not_known, offer.does_not_fit) == (("purpose",), (), ())


@pytest.mark.parametrize(
    ("started", "next_start", "started_last", "places"),
    [
        (TODAY + A_DAY, TODAY + A_DAY, None, 3),
        (TODAY, TODAY, None, 3),
        (TODAY - A_DAY, None, TODAY - A_DAY, None),
    ],
)
def test_programme_not_known_since__a_start_that_is_over_is_never_shown_as_next(
    started: date, next_start: date | None, started_last: date | None, places: int | None
) -> None:
    answer = ask(NEXT, replace(WORCESTER_EVENING, next_start=started))
    offer = only(answer)

    assert (offer.next_start, offer.started_last, offer.places) == (next_start, started_last, places)
    assert ("programme.not_known_since" in rules(answer)) is (next_start is None)


def test_programme_not_known_since__names_the_last_start_that_was_known() -> None:
    over = replace(WORCESTER_EVENING, next_start=date(2014, 6, 21))
    answer = ask(NEXT, over, replace(over, code="older", next_start=date(2014, 5, 1)))

    text = next(reason.text for reason in answer.because if reason.rule == "programme.not_known_since")
    assert "since 21 June 2014" in text


def test_programme_not_known_since__is_not_said_where_one_can_begin_in_any_week() -> None:
    answer = ask(NEXT, replace(WORCESTER_EVENING, next_start=None, any_time=True))

    assert not {"programme.not_known_since", "programme.next_start_not_known"} & set(rules(answer))


def test_programme_next_start_not_known__where_no_day_was_ever_known() -> None:
    never = replace(WORCESTER_EVENING, next_start=None, confirmed_on=None)

    assert "programme.next_start_not_known" in rules(ask(NEXT, never))
    assert "programme.next_start_not_known" not in rules(ask(ABUSE, never))


@pytest.mark.parametrize(("days_ago", "first"), [(89, False), (90, False), (91, True)])
def test_programme_ring_first__when_the_confirmation_has_run_out(days_ago: int, first: bool) -> None:
    answer = ask(ABUSE, replace(WORCESTER_EVENING, confirmed_on=TODAY - timedelta(days=days_ago)))

    assert only(answer).ring_first is first
    assert ("programme.ring_first" in rules(answer)) is first


def test_programme_none_known__where_the_area_has_nothing_of_the_kind() -> None:
    elsewhere = replace(WORCESTER_EVENING, area="thames-valley", office="oxfordshire")
    answer = ask(ABUSE, elsewhere)

    assert answer.programmes == ()
    assert "programme.none_known" in rules(answer)
    assert answer.steps


def test_programme_none_fits__and_what_comes_nearest_says_what_does_not() -> None:
    answer = ask(replace(ABUSE, times=frozenset({Times.WEEKEND})), WORCESTER_EVENING)

    assert only(answer).does_not_fit == ("times",)
    assert "programme.none_fits" in rules(answer)
    assert "programme.none_fits" not in rules(ask(ABUSE, WORCESTER_EVENING))


@pytest.mark.parametrize(
    ("wanted", "fits"), [(set(), True), ({Way.REQUIREMENT}, True), ({Way.ACTIVITY}, False)]
)
def test_programme_requirement__is_said_of_what_is_accredited(wanted: set[Way], fits: bool) -> None:
    answer = ask(replace(ABUSE, ways=frozenset(wanted)), WORCESTER_EVENING)

    assert ("programme.requirement" in rules(answer)) is fits
    assert (only(answer).does_not_fit == ()) is fits


@pytest.mark.parametrize(
    ("read", "of_the_nps"),
    [
        ({"risk": Risk.LOW}, False),
        ({"risk": Risk.MEDIUM}, False),
        ({"risk": Risk.HIGH}, True),
        ({"risk": Risk.VERY_HIGH}, True),
        ({"mappa": True}, True),
        ({"provider": Provider.NPS}, True),
        ({"provider": Provider.CRC}, False),
        ({"owner": owned(Provider.NPS)}, True),
        ({"owner": owned(Provider.CRC), "provider": Provider.NPS}, False),
    ],
)
def test_programme_rate_card__is_how_a_case_of_the_nps_goes_to_what_the_crc_does(
    read: dict[str, object], of_the_nps: bool
) -> None:
    answer = ask(ABUSE, WORCESTER_EVENING, **read)  # type: ignore[arg-type]

    assert ("programme.rate_card" in rules(answer)) is of_the_nps
    assert ("nps_case" in only(answer).fits) is of_the_nps


def test_programme_rate_card__is_not_asked_of_what_the_nps_does_itself() -> None:
    run = replace(WORCESTER_EVENING, programme="group")
    answer = ask(ABUSE, run, topic=Topic.SEX_OFFENDER_PROGRAMME, risk=Risk.HIGH)

    assert "programme.rate_card" not in rules(answer)
    assert "nps_case" not in only(answer).fits


@pytest.mark.parametrize(
    ("rate_card", "list_of"), [(True, "fits"), (None, "not_known"), (False, "does_not_fit")]
)
def test_whether_a_case_of_the_nps_may_go_is_yes_no_or_not_known(
    rate_card: bool | None, list_of: str
) -> None:
    offer = only(ask(ABUSE, replace(WORCESTER_EVENING, rate_card=rate_card), provider=Provider.NPS))

    assert "nps_case" in getattr(offer, list_of)


@pytest.mark.parametrize("sample", [True, False])
def test_programme_sample__is_said_where_anything_is_made_up(sample: bool) -> None:
    answer = ask(ABUSE, replace(WORCESTER_EVENING, sample=sample))

    assert only(answer).sample is sample
    assert ("programme.sample" in rules(answer)) is sample


@pytest.mark.parametrize(
    ("risk", "list_of"),
    [
        (Risk.LOW, "fits"),
        (Risk.MEDIUM, "fits"),
        (Risk.HIGH, "does_not_fit"),
        (Risk.VERY_HIGH, "does_not_fit"),
    ],
)
def test_a_level_of_risk_fits_where_the_programme_takes_it(risk: Risk, list_of: str) -> None:
    assert "risk" in getattr(only(ask(ABUSE, WORCESTER_EVENING, risk=risk)), list_of)


def test_a_level_of_risk_is_not_known_where_nothing_is_said_of_it() -> None:
    answer = ask(ABUSE, WORCESTER_EVENING, risk=Risk.LOW, programmes=(replace(BBR, risks=()),))

    assert only(answer).not_known == ("risk",)


def test_a_woman_is_not_sent_to_a_programme_for_men() -> None:
    answer = ask(replace(ABUSE, sex=Sex.WOMEN), WORCESTER_EVENING)

    assert only(answer).does_not_fit == ("sex",)


def test_services_for_women_are_those_that_take_women() -> None:
    wish = Wish(frozenset({AskedOf.WHICH}), sex=Sex.WOMEN)

    assert codes(ask(wish, WORCESTER_EVENING, replace(WORCESTER_EVENING, code="w", programme="women"))) == [
        "w"
    ]


def test_the_nearest_come_first_then_what_is_no_sample_then_what_starts_soonest() -> None:
    here, later = WORCESTER_EVENING, NEXT_WEEK + A_DAY
    runs = (
        replace(here, code="6 other office", office="redditch"),
        replace(here, code="5 whole area", office=None),
        replace(here, code="4 sample", sample=True, next_start=TODAY),
        replace(here, code="3 no day", next_start=None),
        replace(here, code="2 later", next_start=later),
        replace(here, code="1 soonest"),
        replace(here, code="7 what for is not said", programme="unsaid"),
        replace(here, code="8 other times", sessions=parse_hours("Sa 10:00-12:00")),
    )
    found = codes(ask(replace(ABUSE, times=frozenset({Times.EVENING})), *runs))

    assert found == sorted(found)
    assert len(found) == len(runs)


def test_of_two_elsewhere_the_one_in_the_same_cluster_is_nearer() -> None:
    offices = {
        **SNAPSHOT.offices,
        **{
            name: replace(SNAPSHOT.offices[name], cluster=cluster)
            for name, cluster in (("oxfordshire", "North"), ("milton-keynes", "North"))
        },
    }
    runs = tuple(
        replace(WORCESTER_EVENING, code=office, area="thames-valley", office=office)
        for office in ("berkshire-east", "milton-keynes", "oxfordshire")
    )
    snapshot = replace(SNAPSHOT, offices=offices, runs=runs, programmes={"bbr": BBR})
    reading = Reading(
        wish=ABUSE, topic=Topic.PROGRAMME, places=at_office("oxfordshire"), about_probation=True
    )

    answer = Router(snapshot, Policies.bundled()).route(enquiry(area="thames-valley"), reading, None)

    assert codes(answer) == ["oxfordshire", "milton-keynes", "berkshire-east"]


def test_a_programme_that_is_named_is_the_only_one_told_of() -> None:
    named = Wish(frozenset({AskedOf.NEXT_START}), frozenset({Purpose.DOMESTIC_ABUSE}), named=("tsp",))

    assert codes(ask(named, WORCESTER_EVENING, replace(WORCESTER_EVENING, code="t", programme="tsp"))) == [
        "t"
    ]


def test_what_is_on_the_rate_card_is_told_where_the_card_is_asked_for() -> None:
    wish = Wish(frozenset({AskedOf.PRICE}))
    off_the_card = replace(WORCESTER_EVENING, code="off", rate_card=None)

    assert codes(ask(wish, WORCESTER_EVENING, off_the_card, topic=Topic.RATE_CARD)) == ["worcester-evening"]


def test_no_answer_holds_more_than_anybody_reads() -> None:
    runs = (replace(WORCESTER_EVENING, code=f"{number:02}") for number in range(MOST + 5))

    assert len(codes(ask(ABUSE, *runs))) == MOST


def test_without_a_place_the_place_is_asked_and_each_choice_remembers_what_was_asked() -> None:
    answer = ask(NEXT, WORCESTER_EVENING, office=None)

    assert (answer.kind, codes(answer)) == (Kind.CLARIFY, ["worcester-evening"])
    assert answer.clarify is not None
    option = next(option for option in answer.clarify.options if option.value == "worcester")
    pressed = enquiry("", follow_up=FollowUp.decode(option.follow_up, SNAPSHOT))
    again = router(WORCESTER_EVENING).route(pressed, Reading(), None)
    assert (again.kind, again.office, codes(again)) == (Kind.ROUTE, "worcester", ["worcester-evening"])
    assert again.follow_up == option.follow_up


def test_a_place_that_is_typed_goes_on_with_what_was_asked() -> None:
    before = FollowUp("west-mercia", topic=Topic.PROGRAMME, ground=NEXT.encode())
    answered = router(WORCESTER_EVENING).route(
        enquiry("Worcester", follow_up=before),
        Reading(places=at_office("worcester"), about_probation=True),
        None,
    )

    assert codes(answered) == ["worcester-evening"]


def test_what_is_said_later_only_adds_to_what_was_asked() -> None:
    weekend = Wish(frozenset(), times=frozenset({Times.WEEKEND}))
    before = FollowUp("west-mercia", "worcester", topic=Topic.PROGRAMME, ground=ABUSE.encode())
    more = Reading(wish=weekend, follow=frozenset({Follow.GOES_ON}), brief=True)

    answered = router(WORCESTER_EVENING).route(enquiry("and at the weekend?", follow_up=before), more, None)

    assert only(answered).does_not_fit == ("times",)
    assert Wish.decode(answered.follow_up.split("|")[-1]) == replace(ABUSE, times=weekend.times)


def test_what_only_adds_asks_nothing_by_itself() -> None:
    assert ask(Wish(frozenset(), times=frozenset({Times.WEEKEND})), WORCESTER_EVENING).programmes is None


@pytest.mark.parametrize(
    "read",
    [
        {"danger": True},
        {"ask": Ask.WHO_MANAGES},
        {"references": ("A204117", "B310482")},
        {"out_of_scope": True},
    ],
)
def test_no_programme_stands_beside_what_is_safer_to_say(read: dict[str, object]) -> None:
    facts: dict[str, object] = {"topic": Topic.PROGRAMME, "places": at_office("worcester"), **read}
    reading = Reading(wish=ABUSE, about_probation=True, **facts)  # type: ignore[arg-type]

    answer = router(WORCESTER_EVENING).route(enquiry(by=Standing.PUBLIC), reading, None)

    assert answer.programmes is None
