"""How a post is reached: by which number, through which office, from when, and who is on it."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from msgspec import structs

from routing.hours import LONDON, parse_hours
from routing.ladder import Ladder
from routing.snapshot import Number, Post
from routing.vocabulary import Topic
from tests.routing.climbing import CRC, DUTY_SPO, LEAD, climb, need, with_lead, with_post
from tests.routing.sample_directory import (
    CAMDEN,
    NAME_OF_DUTY_OFFICER,
    NAME_OF_HEAD,
    OFFICE_HOURS,
    SNAPSHOT,
    TUESDAY,
    TUESDAY_NIGHT,
    WORCESTER,
)


def test_a_post_with_hours_of_its_own_is_reached_in_those() -> None:
    late = replace(LEAD, hours=parse_hours("Mo-Fr 13:00-21:00"), office=None)

    steps = climb(need(topic=Topic.MARAC), snapshot=with_lead(late))

    assert steps[0].when == datetime(2014, 7, 8, 13, 0, tzinfo=LONDON)


def test_a_duty_spo_is_reached_through_the_office_whose_reception_knows_who_it_is() -> None:
    duty_spo = climb(need("worcester"))[2]

    assert (duty_spo.role, duty_spo.office, duty_spo.phone) == (DUTY_SPO, None, WORCESTER)


def test_a_duty_spo_of_a_unit_without_a_number_is_reached_through_the_areas_fallback_office() -> None:
    duty_spo = climb(need("herefordshire", start=DUTY_SPO))[0]

    assert (duty_spo.office, duty_spo.phone) == (None, WORCESTER)


@pytest.mark.parametrize(("names", "expected"), [(False, None), (True, NAME_OF_DUTY_OFFICER)])
def test_who_is_on_a_post_is_named_only_to_those_who_may_see_it(names: bool, expected: str | None) -> None:
    assert climb(need("tower-hamlets"), names=names)[0].name == expected


def test_the_name_of_a_head_is_nobodys_but_staffs() -> None:
    assert NAME_OF_HEAD not in str(climb(need("camden")))
    assert NAME_OF_HEAD in str(climb(need("camden"), names=True))


@pytest.mark.parametrize(("days", "stale"), [(365, False), (366, True)])
def test_a_step_says_when_its_number_was_checked_and_whether_that_is_too_long_ago(
    days: int, stale: bool
) -> None:
    checked_on = date(2014, 7, 1)
    at = datetime(2014, 7, 1, 10, 0, tzinfo=LONDON) + timedelta(days=days)

    steps = climb(need(), at)

    assert {step.checked_on for step in steps} == {checked_on}
    assert {step.stale for step in steps} == {stale}


def test_a_number_is_judged_by_the_day_in_london() -> None:
    last_minute = datetime.fromisoformat("2015-07-01T23:59:59+01:00")

    assert not climb(need(), last_minute)[0].stale
    assert climb(need(), last_minute + timedelta(seconds=1))[0].stale


def test_a_stale_number_and_a_sample_are_marked_on_their_steps() -> None:
    first = climb(need("camden"))[0]

    assert (first.phone, first.stale, first.sample) == (CAMDEN, True, True)
    assert not climb(need())[0].sample


def test_each_step_says_its_place_and_its_hours() -> None:
    steps = climb(need())

    assert [step.place for step in steps] == ["Redditch", "Redditch", "Redditch", "Braley House"]
    assert [step.hours for step in steps] == [*[OFFICE_HOURS] * 3, "24/7"]


def test_an_office_with_hours_of_its_own_opens_by_them() -> None:
    early = replace(SNAPSHOT.offices["redditch"], hours=parse_hours("Mo-Fr 07:00-20:00"))
    wanted = structs.replace(need(), office=early)
    snapshot = replace(SNAPSHOT, offices={**SNAPSHOT.offices, "redditch": early})
    at_seven = datetime(2014, 7, 8, 7, 0, tzinfo=LONDON)

    assert Ladder(snapshot, at_seven).is_open(wanted)
    assert climb(wanted, at_seven, snapshot)[0].when == "now"
    assert climb(wanted, TUESDAY_NIGHT, snapshot)[1].when == datetime(2014, 7, 9, 7, 0, tzinfo=LONDON)


def test_without_an_office_the_areas_hours_decide() -> None:
    assert Ladder(SNAPSHOT, TUESDAY).is_open(need(None))
    assert not Ladder(SNAPSHOT, TUESDAY_NIGHT).is_open(need(None))


def test_a_post_of_an_area_with_a_number_of_its_own_is_rung_on_it() -> None:
    own = Post("west-mercia", None, CRC, DUTY_SPO, "CRC duty SPO", Number("+441632960009", None, 1))

    assert climb(need(provider=CRC), snapshot=with_post(own))[2].phone == "+441632960009"
