"""What is due for review, and what a caller's word makes suspect."""

from datetime import date, datetime

import pytest

from directory.audit import Act, Entry
from directory.freshness import UnknownNumberError, confirm, due, suspect
from directory.reading_once import changing, connected, read_snapshot
from directory.settings import DirectorySettings
from routing.hours import LONDON
from routing.snapshot import Number
from routing.vocabulary import Provider, Role

WORCESTER = "+441905723591"
TODAY = date(2014, 8, 1)  # a month after all was checked
ENTRY = Entry(Act("a test", "tests", datetime(2014, 8, 1, tzinfo=LONDON)), "suspect", "number")


async def call_it_suspect(settings: DirectorySettings, because: str = "not-working") -> None:
    async with changing(ENTRY, settings) as connection:
        await suspect(connection, WORCESTER, because, TODAY)


async def number_of_worcester(settings: DirectorySettings) -> Number:
    post = (await read_snapshot(settings)).post("west-mercia", "worcester", Provider.NPS, Role.DUTY_OFFICER)
    assert post is not None
    assert post.number is not None
    return post.number


async def test_a_suspect_number_is_stale_at_once_in_every_post_that_it_rings(
    settings: DirectorySettings,
) -> None:
    assert not (await number_of_worcester(settings)).is_stale(TODAY)

    await call_it_suspect(settings)

    assert (await number_of_worcester(settings)).is_stale(TODAY)


async def test_a_confirmed_number_is_fresh_from_that_day(settings: DirectorySettings) -> None:
    await call_it_suspect(settings)
    async with changing(ENTRY, settings) as connection:
        await confirm(connection, WORCESTER, TODAY)

    number = await number_of_worcester(settings)

    assert (number.verified_on, number.is_stale(TODAY)) == (TODAY, False)


async def test_each_change_is_counted_so_that_running_services_see_it(settings: DirectorySettings) -> None:
    before = (await read_snapshot(settings)).version

    await call_it_suspect(settings)

    assert (await read_snapshot(settings)).version == before + 1


@pytest.mark.parametrize(("by", "count"), [(date(2015, 7, 1), 0), (date(2015, 7, 2), 4)])
async def test_a_number_is_due_on_the_first_day_on_which_it_is_stale(
    settings: DirectorySettings, by: date, count: int
) -> None:
    async with connected(settings) as connection:
        found = await due(connection, by)

    assert len(found) == count
    assert (await number_of_worcester(settings)).is_stale(by) is bool(count)


async def test_what_is_due_says_why_and_whose_it_is_the_suspect_first(settings: DirectorySettings) -> None:
    await call_it_suspect(settings)
    await call_it_suspect(settings, "wrong-person")

    async with connected(settings) as connection:
        first, *rest = await due(connection, date(2016, 1, 1))

    assert len(rest) == 3
    assert first.said() == (
        "2014-08-01  01905 723591  suspect: a caller says that it reached the wrong person; "
        "to the keeper of West Mercia (worcester)"
    )


async def test_a_number_that_the_directory_does_not_hold_is_named_with_what_to_do(
    settings: DirectorySettings,
) -> None:
    with pytest.raises(UnknownNumberError, match="holds no number 01905 723592: check its digits"):
        async with changing(ENTRY, settings) as connection:
            await suspect(connection, "+441905723592", "not-working", TODAY)
