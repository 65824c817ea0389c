"""What is due for review, and what a caller's word makes suspect."""

from datetime import date, datetime, timedelta

import pytest

from directory.audit.audit import Act, Entry
from directory.command_line.reading_once import changing, connected, read_snapshot
from directory.keeping.freshness import (
    UnknownNumberError,
    UnknownRunError,
    all_due,
    confirm,
    confirm_run,
    due,
    runs_due,
    suspect,
)
from directory.settings import DirectorySettings
from routing.hours import LONDON
from routing.snapshot import Number
from routing.vocabulary import Provider, Role

WORCESTER = "+441905723591"
BBR, BBR_FROM = "bbr-west-mercia", date(2017, 11, 1)  # confirmed on that day, for 90 days
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


@pytest.mark.parametrize(("days_on", "is_due"), [(89, False), (90, False), (91, True)])
async def test_a_run_of_a_programme_is_due_on_the_first_day_on_which_it_is_no_longer_confirmed(
    settings: DirectorySettings, days_on: int, is_due: bool
) -> None:
    day = BBR_FROM + timedelta(days=days_on)
    async with connected(settings) as connection:
        found = [one.what for one in await runs_due(connection, day)]

    (run,) = (run for run in (await read_snapshot(settings, day)).runs if run.code == BBR)
    assert (BBR in found, not run.is_confirmed(day)) == (is_due, is_due)


async def test_runs_stand_in_one_list_with_numbers_and_samples_are_left_out(
    settings: DirectorySettings,
) -> None:
    await call_it_suspect(settings)
    async with connected(settings) as connection:
        found = await all_due(connection, date(2018, 1, 31))

    assert found[0].what == "01905 723591"
    assert [one.due_on for one in found[1:]] == sorted(one.due_on for one in found[1:])
    assert not [one for one in found if one.what.startswith("sample")]
    assert (
        "2018-01-31  womens-services-hereford  last confirmed on 2017-11-01; to the keeper of West Mercia "
        "(herefordshire)"
    ) in [one.said() for one in found]


async def test_what_its_keeper_confirms_today_is_due_no_longer(settings: DirectorySettings) -> None:
    day = BBR_FROM + timedelta(days=365)
    async with changing(ENTRY, settings) as connection:
        await confirm_run(connection, BBR, day)

    (run,) = (run for run in (await read_snapshot(settings, day)).runs if run.code == BBR)
    async with connected(settings) as connection:
        found = [one.what for one in await runs_due(connection, day)]
    assert (run.confirmed_on, BBR in found) == (day, False)


@pytest.mark.parametrize(("code", "day"), [("no-such-run", BBR_FROM), (BBR, BBR_FROM - timedelta(days=1))])
async def test_a_run_that_there_is_not_on_the_day_is_named_with_what_to_do(
    settings: DirectorySettings, code: str, day: date
) -> None:
    with pytest.raises(UnknownRunError, match=f"no run of a programme '{code}' today: .* has the codes"):
        async with changing(ENTRY, settings) as connection:
            await confirm_run(connection, code, day)
