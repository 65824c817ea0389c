"""Levels of risk, their changes, and other facts of a case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routing.reading.reading import RiskChange
from routing.vocabulary import Risk
from tests.routing.reading.reading_of import reading_of


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("he is high risk", Risk.HIGH),
        ("RoSH medium, no MAPPA", Risk.MEDIUM),
        ("Risk level: low.", Risk.LOW),
        ("RoSH? High.", Risk.HIGH),
        ("Low. Not MAPPA.", Risk.LOW),
        ("very high risk of serious harm", Risk.VERY_HIGH),
        ("he isn't MAPPA, high risk", Risk.HIGH),
        ("high, not medium, risk I mean", Risk.HIGH),
        ("not sure whether he's high risk", None),
        ("his risk went up but is still below high", Risk.MEDIUM),
        ("his risk went up but is still short of high", Risk.MEDIUM),
        ("he has moved from low to potentially high risk", Risk.HIGH),
        ("high street probation", None),
        ("he's in high spirits", None),
    ],
)
def test_the_level_as_it_is_now(text: str, level: Risk | None) -> None:
    assert reading_of(text).risk is level


def test_where_high_is_denied_it_is_at_most_medium() -> None:
    assert reading_of("neither high risk nor MAPPA").risk is Risk.MEDIUM


def test_the_present_level_counts_and_not_the_past_one() -> None:
    assert reading_of("he is high risk now but was medium risk").risk is Risk.HIGH


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("high now? he was medium risk", RiskChange.ROSE),
        ("his risk has gone up", RiskChange.ROSE),
        ("the case was reassessed and went up", RiskChange.ROSE),
        ("he has moved from low to potentially high risk", RiskChange.ROSE),
        ("risk down from high to medium", RiskChange.FELL),
        ("the NPS confirmed him as high risk", RiskChange.CONFIRMED_HIGH),
        ("he is medium risk", None),
    ],
)
def test_which_way_the_risk_went(text: str, change: RiskChange | None) -> None:
    assert reading_of(text).risk_change is change


@pytest.mark.parametrize(
    ("text", "mappa"),
    [
        ("MAPPA man", True),
        ("not MAPPA", False),
        ("MAPPA: no", False),
        ("neither high risk nor MAPPA", False),
        ("not high risk, but MAPPA", True),
        ("not sure if he's MAPPA", None),
        ("a man on licence", None),
    ],
)
def test_whether_it_is_a_mappa_case(text: str, mappa: bool | None) -> None:
    assert reading_of(text).mappa is mappa


@pytest.mark.parametrize(
    ("text", "newly"),
    [
        ("a new conviction makes him MAPPA", True),
        ("newly convicted of rape, now MAPPA eligible", True),
        ("sentenced on Monday to two years so he's MAPPA now", True),
        ("he is MAPPA", False),
        ("does this conviction make him MAPPA?", False),
        ("convicted of theft, not MAPPA", False),
    ],
)
def test_whether_something_new_makes_it_a_mappa_case(text: str, newly: bool) -> None:
    reading = reading_of(text)
    assert (reading.newly_mappa and bool(reading.mappa)) is newly


@pytest.mark.parametrize(
    ("text", "is_short"),
    [
        ("he got eight weeks in prison", True),
        ("serving 11 months", True),
        ("he got 18 months", False),
        ("six months suspended", False),
        ("two years and six months in prison", False),
        ("three months left on his licence", False),
        ("waiting three months for an answer", False),
    ],
)
def test_a_sentence_of_under_twelve_months(text: str, is_short: bool) -> None:
    assert reading_of(text).under_12_months is is_short


def test_public_interest_can_be_denied() -> None:
    assert reading_of("a public interest case").public_interest
    assert not reading_of("not a public interest case").public_interest


@given(st.text(max_size=200))
def test_reading_never_raises(text: str) -> None:
    reading_of(text)
