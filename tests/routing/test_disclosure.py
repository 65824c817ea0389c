"""What each standing may be told; every rule of refusal by name, for every standing."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routing.disclosure import (
    case_to_look_up,
    may_ask_as,
    may_look_up,
    may_see_names,
    may_see_rota,
    refusal,
)
from routing.reading.reading import Ask, Reading
from routing.vocabulary import Kind, Provider, Role, Standing
from tests.routing.sample_directory import ROUTER, enquiry

# Each is told no more than the next: two lines, for reception has no agency to be verified by.
LESS_TO_MORE = (
    (Standing.PUBLIC, Standing.PARTNER, Standing.OFFICER, Standing.ADMIN),
    (Standing.PUBLIC, Standing.RECEPTION, Standing.OFFICER, Standing.ADMIN),
)
STAFF = {Standing.OFFICER, Standing.ADMIN}
A_CASE = ("A204117",)
READINGS = st.builds(
    Reading()._replace,
    ask=st.sampled_from(Ask),
    references=st.sampled_from([(), A_CASE, (*A_CASE, "B118842")]),
    names_person=st.booleans(),
    personal_data=st.booleans(),
)


def about_a_person(ask: Ask) -> Reading:
    return Reading(ask=ask, names_person=True, personal_data=True)


def about_a_case(ask: Ask) -> Reading:
    return Reading(ask=ask, references=A_CASE)


def by_name(of_the_public: str, by: Standing) -> str | None:
    """The rule by which nothing is told of somebody who is only named."""
    if by in STAFF:
        return None
    return of_the_public if by is Standing.PUBLIC else "disclosure.by_reference_only"


@pytest.mark.parametrize("by", Standing)
def test_disclosure_who_manages__a_named_persons_officer_is_told_to_staff_only(by: Standing) -> None:
    assert refusal(about_a_person(Ask.WHO_MANAGES), by) == by_name("disclosure.who_manages", by)


@pytest.mark.parametrize("by", [Standing.PARTNER, Standing.RECEPTION])
@pytest.mark.parametrize("ask", [Ask.WHO_MANAGES, Ask.WHETHER_KNOWN])
def test_disclosure_by_reference_only__holds_for_whoever_may_look_a_case_up(ask: Ask, by: Standing) -> None:
    assert refusal(about_a_person(ask), by) == "disclosure.by_reference_only"
    assert refusal(about_a_case(ask), by) is None


@pytest.mark.parametrize("by", Standing)
@pytest.mark.parametrize("ask", [Ask.WHO_MANAGES, Ask.WHO_DOES])
def test_disclosure_who_manages__who_has_a_case_is_told_to_all_but_the_public(ask: Ask, by: Standing) -> None:
    rule = refusal(about_a_case(ask), by)
    assert rule == ("disclosure.who_manages" if by is Standing.PUBLIC else None)


@pytest.mark.parametrize("by", Standing)
def test_disclosure_whether_known__a_named_person_is_told_of_to_staff_only(by: Standing) -> None:
    assert refusal(about_a_person(Ask.WHETHER_KNOWN), by) == by_name("disclosure.whether_known", by)


@pytest.mark.parametrize("by", Standing)
def test_disclosure_whether_known__a_reference_is_told_of_to_all_but_the_public(by: Standing) -> None:
    rule = refusal(about_a_case(Ask.WHETHER_KNOWN), by)
    assert rule == ("disclosure.whether_known" if by is Standing.PUBLIC else None)


@pytest.mark.parametrize("by", Standing)
@pytest.mark.parametrize("of", [about_a_person, about_a_case])
def test_disclosure_details__are_told_to_nobody(of: Callable[[Ask], Reading], by: Standing) -> None:
    assert refusal(of(Ask.WHEREABOUTS), by) == "disclosure.details"


@pytest.mark.parametrize("by", Standing)
def test_disclosure_register__is_open_to_nobody_as_a_list(by: Standing) -> None:
    assert refusal(Reading(ask=Ask.REGISTER), by) == "disclosure.register"


@pytest.mark.parametrize("by", Standing)
@pytest.mark.parametrize("of", [about_a_person, about_a_case])
def test_whom_to_ring_is_told_to_everybody(of: Callable[[Ask], Reading], by: Standing) -> None:
    assert refusal(of(Ask.CONTACT), by) is None


@given(READINGS)
def test_whoever_may_be_told_less_is_never_told_more(reading: Reading) -> None:
    for standings in LESS_TO_MORE:
        refused = [refusal(reading, standing) is not None for standing in standings]
        assert refused == sorted(refused, reverse=True)


def test_looking_up_and_names_follow_the_same_order() -> None:
    for standings in LESS_TO_MORE:
        for may in (may_look_up, may_see_names):
            allowed = [may(standing) for standing in standings]
            assert allowed == sorted(allowed)


@pytest.mark.parametrize("rule", ["limits.look_ups_a_day", "limits.enumeration", "limits.not_recorded"])
def test_what_is_withheld_is_said_with_its_rule_and_the_duty_officer_is_given(rule: str) -> None:
    asking = enquiry(by=Standing.OFFICER, office="redditch")

    answer = ROUTER.route(asking, about_a_case(Ask.WHO_MANAGES), None, rule)

    assert (answer.kind, answer.because[0].rule) == (Kind.DECLINED, rule)
    assert (answer.steps[0].role, answer.steps[0].provider) == (Role.DUTY_OFFICER, Provider.NPS)
    assert answer.steps[0].phone


@pytest.mark.parametrize("by", Standing)
@pytest.mark.parametrize("ask", Ask)
def test_nothing_is_looked_up_that_is_not_going_to_be_told(ask: Ask, by: Standing) -> None:
    reading = about_a_case(ask)

    told = by is not Standing.PUBLIC and refusal(reading, by) is None
    assert case_to_look_up(reading, by) == (A_CASE[0] if told else None)


@pytest.mark.parametrize("by", Standing)
def test_in_danger_a_case_is_looked_up_for_all_who_may_know_it(by: Standing) -> None:
    reading = Reading(ask=Ask.WHEREABOUTS, references=A_CASE, danger=True)

    assert case_to_look_up(reading, by) == (None if by is Standing.PUBLIC else A_CASE[0])


def test_disclosure_rota__is_seen_by_reception_and_probation_staff() -> None:
    assert {by for by in Standing if may_see_rota(by)} == {Standing.RECEPTION, *STAFF}


def test_disclosure_on_behalf__nobody_asks_as_somebody_who_is_told_more() -> None:
    as_whom = {by: {other for other in Standing if may_ask_as(by, other)} for by in Standing}

    assert as_whom[Standing.PUBLIC] == {Standing.PUBLIC}
    assert as_whom[Standing.PARTNER] == {Standing.PUBLIC, Standing.PARTNER}
    assert as_whom[Standing.RECEPTION] == {Standing.PUBLIC, Standing.RECEPTION}
    assert as_whom[Standing.OFFICER] == set(Standing) - {Standing.ADMIN}
    assert as_whom[Standing.ADMIN] == set(Standing)
