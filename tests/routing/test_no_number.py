"""Posts that the directory does not hold, units without a number: no step is lost, no number borrowed."""

from dataclasses import replace

import pytest
from msgspec import structs

from routing.vocabulary import Provider, Role
from tests.routing.climbing import BOTH, CRC, DUTY_OFFICER, DUTY_SPO, NPS, PREMISES, SPO, climb, need, posts
from tests.routing.sample_directory import REDDITCH, SNAPSHOT, WORCESTER


def test_contact_no_number__a_unit_without_one_keeps_its_step() -> None:
    first = climb(need("herefordshire"))[0]

    assert (first.role, first.office, first.phone) == (DUTY_OFFICER, "herefordshire", None)


@pytest.mark.parametrize("provider", [NPS, CRC])
def test_contact_who_can_say__after_a_unit_without_a_number_the_nps_duty_officer_of_an_office_with_one(
    provider: Provider,
) -> None:
    second = climb(need("herefordshire", provider))[1]

    assert (second.role, second.provider, second.office) == (DUTY_OFFICER, NPS, "worcester")
    assert second.phone == WORCESTER


def test_contact_who_can_say__is_another_office_where_the_areas_fallback_office_has_no_number() -> None:
    areas = dict(SNAPSHOT.areas)
    areas["west-mercia"] = replace(areas["west-mercia"], fallback_office="shropshire")
    wanted = structs.replace(need("herefordshire"), area=areas["west-mercia"])

    second = climb(wanted, snapshot=replace(SNAPSHOT, areas=areas))[1]

    assert (second.office, second.phone) == ("kidderminster", "+441562748375")


def test_contact_who_can_say__comes_after_both_duty_officers_of_the_unit() -> None:
    steps = climb(need("herefordshire", BOTH, second=CRC))

    assert posts(steps)[:3] == [
        (DUTY_OFFICER, NPS, "herefordshire"),
        (DUTY_OFFICER, CRC, "herefordshire"),
        (DUTY_OFFICER, NPS, "worcester"),
    ]


def test_contact_who_can_say__is_not_needed_where_the_post_can_be_rung() -> None:
    assert posts(climb(need("herefordshire", start=DUTY_SPO))) == [(DUTY_SPO, NPS, None), PREMISES]


def test_an_area_without_any_number_keeps_the_whole_ladder_and_borrows_nothing() -> None:
    steps = climb(need("oxfordshire"))

    assert posts(steps) == [
        (DUTY_OFFICER, NPS, "oxfordshire"),
        (SPO, NPS, "oxfordshire"),
        (DUTY_SPO, NPS, None),
        (Role.APPROVED_PREMISES, NPS, None),
    ]
    assert {step.phone for step in steps} == {None}


def test_approved_premises_without_a_number_are_named_all_the_same() -> None:
    without = {key: post for key, post in SNAPSHOT.posts.items() if key[3] is not Role.APPROVED_PREMISES}

    last = climb(need(), snapshot=replace(SNAPSHOT, posts=without))[-1]

    assert (last.role, last.office, last.phone) == (*PREMISES[::2], None)


def test_a_post_that_the_directory_does_not_hold_keeps_its_step_with_whom_to_ask_for() -> None:
    without = {key: post for key, post in SNAPSHOT.posts.items() if key[3] is not SPO}

    spo = climb(need(provider=CRC), snapshot=replace(SNAPSHOT, posts=without))[1]

    assert (spo.role, spo.provider, spo.office, spo.phone) == (SPO, CRC, "redditch", None)
    assert spo.ask_for == "CRC senior probation officer (SPO)"


def test_the_head_of_a_delivery_unit_is_asked_for_at_the_office_where_the_directory_holds_none() -> None:
    steps = climb(need(start=Role.HEAD_OF_LDU))

    assert posts(steps) == [(Role.HEAD_OF_LDU, NPS, None), PREMISES]
    assert steps[0].phone == REDDITCH
    assert steps[0].ask_for == "NPS head of the local delivery unit (LDU)"


def test_a_reception_that_the_directory_does_not_hold_keeps_its_step() -> None:
    first = climb(need("herefordshire", start=Role.RECEPTION))[0]

    assert (first.role, first.provider, first.office, first.phone) == (
        Role.RECEPTION,
        None,
        "herefordshire",
        None,
    )
