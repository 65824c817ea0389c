"""Whom to try, in what order, and from when."""

from datetime import datetime

import pytest

from routing.hours import LONDON
from routing.ladder import CALL_999
from routing.vocabulary import Provider, Role
from tests.routing.climbing import BOTH, CRC, DUTY_OFFICER, DUTY_SPO, NPS, PREMISES, SPO, climb, need, posts
from tests.routing.sample_directory import (
    BRALEY_HOUSE,
    REDDITCH,
    TUESDAY,
    TUESDAY_NIGHT,
    WEDNESDAY_AT_NINE,
    owned,
)


@pytest.mark.parametrize("provider", [NPS, CRC])
def test_in_hours_the_ladder_goes_from_the_duty_officer_up_to_the_out_of_hours_line(
    provider: Provider,
) -> None:
    steps = climb(need(provider=provider))

    assert posts(steps) == [
        (DUTY_OFFICER, provider, "redditch"),
        (SPO, provider, "redditch"),
        (DUTY_SPO, provider, None),
        PREMISES,
    ]
    assert [step.phone for step in steps] == [REDDITCH, REDDITCH, REDDITCH, BRALEY_HOUSE]
    assert {step.when for step in steps} == {"now"}


def test_contact_out_of_hours__the_approved_premises_come_first_and_the_office_when_it_opens() -> None:
    steps = climb(need(), TUESDAY_NIGHT)

    assert posts(steps) == [
        PREMISES,
        (DUTY_OFFICER, NPS, "redditch"),
        (SPO, NPS, "redditch"),
        (DUTY_SPO, NPS, None),
    ]
    assert [step.when for step in steps] == ["now", *[WEDNESDAY_AT_NINE] * 3]


@pytest.mark.parametrize(
    ("at", "premises_first"),
    [("08:59:59", True), ("09:00:00", False), ("16:59:59", False), ("17:00:00", True)],
)
def test_contact_out_of_hours__begins_at_closing_time_to_the_second(at: str, premises_first: bool) -> None:
    moment = datetime.fromisoformat(f"2014-07-08T{at}").replace(tzinfo=LONDON)

    assert (posts(climb(need(), moment))[0] == PREMISES) is premises_first


def test_contact_out_of_hours__a_bank_holiday_is_out_of_hours_all_day() -> None:
    steps = climb(need(), datetime(2014, 8, 25, 11, 0, tzinfo=LONDON))

    assert posts(steps)[0] == PREMISES
    assert steps[1].when == datetime(2014, 8, 26, 9, 0, tzinfo=LONDON)


def test_contact_can_wait__the_office_comes_first_from_its_next_opening_and_the_premises_last() -> None:
    steps = climb(need(can_wait=True), TUESDAY_NIGHT)

    assert posts(steps)[0] == (DUTY_OFFICER, NPS, "redditch")
    assert posts(steps)[-1] == PREMISES
    assert steps[0].when == WEDNESDAY_AT_NINE


def test_contact_can_wait__changes_nothing_in_hours() -> None:
    assert climb(need(can_wait=True)) == climb(need())


@pytest.mark.parametrize("at", [TUESDAY, TUESDAY_NIGHT])
@pytest.mark.parametrize("can_wait", [True, False])
def test_danger_call_999__comes_before_everything_at_any_hour(at: datetime, can_wait: bool) -> None:
    steps = climb(need(danger=True, can_wait=can_wait), at)

    assert steps[0] == CALL_999
    assert (steps[0].role, steps[0].phone, steps[0].when) == (Role.EMERGENCY_SERVICES, "999", "now")
    assert steps[1].when == "now"


@pytest.mark.parametrize("at", [TUESDAY, TUESDAY_NIGHT])
@pytest.mark.parametrize("can_wait", [True, False])
def test_a_matter_of_the_approved_premises_leads_with_them_at_any_hour(at: datetime, can_wait: bool) -> None:
    steps = climb(need(start=Role.APPROVED_PREMISES, can_wait=can_wait), at)

    assert posts(steps)[:2] == [PREMISES, (DUTY_OFFICER, NPS, "redditch")]


def test_where_both_lead_the_crc_duty_officer_follows_the_npss_and_the_rest_is_the_npss() -> None:
    steps = climb(need(provider=BOTH, second=CRC))

    assert posts(steps)[:4] == [
        (DUTY_OFFICER, NPS, "redditch"),
        (DUTY_OFFICER, CRC, "redditch"),
        (SPO, NPS, "redditch"),
        (DUTY_SPO, NPS, None),
    ]


def test_on_a_rising_risk_the_nps_duty_officer_follows_the_crcs() -> None:
    assert posts(climb(need(provider=CRC, second=NPS)))[:2] == [
        (DUTY_OFFICER, CRC, "redditch"),
        (DUTY_OFFICER, NPS, "redditch"),
    ]


def test_an_spo_first_answer_goes_on_upward_only() -> None:
    assert posts(climb(need(start=SPO, second=CRC))) == [
        (SPO, NPS, "redditch"),
        (DUTY_SPO, NPS, None),
        PREMISES,
    ]


def test_a_responsible_officer_comes_before_the_duty_officer_and_is_rung_at_the_office() -> None:
    first = climb(need(provider=CRC, named=owned(CRC)), names=True)[0]

    assert (first.role, first.provider, first.office) == (Role.RESPONSIBLE_OFFICER, CRC, "redditch")
    assert (first.name, first.phone) == ("Officer Birch (sample)", REDDITCH)


def test_on_a_change_of_risk_the_duty_officers_lead_and_the_responsible_officer_follows() -> None:
    wanted = need(provider=CRC, second=NPS, named=owned(CRC), duty_officers_lead=True)

    assert [step.role for step in climb(wanted)][:4] == [
        DUTY_OFFICER,
        DUTY_OFFICER,
        Role.RESPONSIBLE_OFFICER,
        SPO,
    ]


def test_a_case_whose_officer_is_not_registered_has_no_such_step() -> None:
    steps = climb(need(named=owned(NPS, officer=None)))

    assert Role.RESPONSIBLE_OFFICER not in [step.role for step in steps]


def test_the_head_of_a_delivery_unit_follows_the_duty_spo_where_the_directory_holds_one() -> None:
    steps = climb(need("camden"))

    assert [step.role for step in steps][-3:] == [DUTY_SPO, Role.HEAD_OF_LDU, Role.APPROVED_PREMISES]
    assert [step.role for step in climb(need("redditch"))].count(Role.HEAD_OF_LDU) == 0


def test_a_second_provider_that_is_the_first_is_not_asked_twice() -> None:
    assert climb(need(provider=NPS, second=NPS)) == climb(need(provider=NPS))
