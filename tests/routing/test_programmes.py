"""What fits of the catalogue, what is not known, what does not fit; and the rules that say so."""

from dataclasses import replace

import pytest

from routing.catalogue import AskedOf, Sex, Times, Way, Wish
from routing.hours import parse_hours
from routing.policy import Policies
from routing.reading.reading import Reading
from routing.router import Router
from routing.vocabulary import Provider, Risk, Topic
from tests.routing.offering import A_DAY, ABUSE, BBR, NEXT_WEEK, TODAY, WORCESTER_EVENING, ask, codes, only
from tests.routing.sample_directory import SNAPSHOT, at_office, enquiry, owned, rules


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
