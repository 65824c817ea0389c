"""The picture of the directory that routing reads."""

from datetime import date, timedelta

import pytest

from routing.snapshot import Number
from routing.vocabulary import Provider, Role
from tests.routing.sample_directory import SNAPSHOT, WORCESTER


@pytest.mark.parametrize(("days", "stale"), [(0, False), (364, False), (365, False), (366, True)])
def test_a_number_is_stale_from_the_day_after_its_review_period(days: int, stale: bool) -> None:
    number = Number("+441632960001", verified_on=date(2014, 7, 1), review_days=365)

    assert number.is_stale(date(2014, 7, 1) + timedelta(days=days)) is stale


def test_a_number_that_nobody_ever_verified_is_stale() -> None:
    assert Number("+441632960001", verified_on=None, review_days=365).is_stale(date(2014, 7, 1))


def test_a_post_is_found_by_area_office_provider_and_role() -> None:
    post = SNAPSHOT.post("west-mercia", "worcester", Provider.CRC, Role.SPO)

    assert post is not None
    assert post.number is not None
    assert post.number.e164 == WORCESTER


def test_a_post_that_the_directory_does_not_hold_is_none() -> None:
    assert SNAPSHOT.post("west-mercia", "worcester", Provider.CRC, Role.LEAD) is None


def test_the_offices_of_an_area_are_its_offices_and_units_but_no_approved_premises() -> None:
    offices = [office.id for office in SNAPSHOT.offices_of("west-mercia")]

    assert offices == [
        "kidderminster",
        "redditch",
        "worcester",
        "herefordshire",
        "shropshire",
        "telford-and-wrekin",
    ]
