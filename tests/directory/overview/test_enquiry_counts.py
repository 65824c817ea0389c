"""Counting enquiries beside the answers: once, by every process, and for a year."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

import pytest

from directory.directory import Directory, Running
from directory.overview.enquiry_counts import count_rows, counts_in
from directory.settings import DirectorySettings
from directory.storage.database import reading
from routing.overview.counting import Counted, Ended, Measure, Where
from routing.overview.enquiries import Count
from routing.policy import Policies
from routing.rota.shifts import Span
from tests.directory.backends import ON_SQLITE

NOON = datetime(2014, 7, 8, 11, 0, tzinfo=UTC)
DAY = date(2014, 7, 8)
HERE = Where("west-mercia", "worcester", "nps")
ONE = Counted(DAY, HERE, 12, "recall", "web", Ended.ANSWERED)
THIS_DAY = Span(NOON - timedelta(hours=12), NOON + timedelta(hours=12))


async def counted(
    directory: Directory, span: Span = THIS_DAY, areas: Iterable[str] | None = None
) -> list[Count]:
    async with reading(directory.enquiry_counts.engine) as connection:
        return sorted(counts_in(await count_rows(connection, areas, span)), key=str)


async def test_what_several_processes_count_adds_up_by_each_measure_and_is_written_when_they_end(
    settings: DirectorySettings,
) -> None:
    how = Running(clock=lambda: NOON)
    async with await Directory.open(settings, how) as first, await Directory.open(settings, how) as second:
        for directory in (first, second, second):
            directory.enquiry_counts.count(ONE)
        second.enquiry_counts.count(ONE._replace(hour=13, ended=Ended.UNKNOWN))
        assert second.unwritten == 3
    async with await Directory.open(settings, how) as directory:
        directory.enquiry_counts.count(ONE)
        await directory.enquiry_counts.behind.close()
        assert await counted(directory) == [
            Count(None, HERE, Measure.CHANNEL, "web", 5),
            Count(None, HERE, Measure.HOUR, "12", 4),
            Count(None, HERE, Measure.HOUR, "13", 1),
            Count(None, HERE, Measure.TOPIC, "recall", 5),
            Count(DAY, HERE, Measure.ENDED, "answered", 4),
            Count(DAY, HERE, Measure.ENDED, "unknown", 1),
        ]
        assert await counted(directory, areas=["london"]) == []
        assert await counted(directory, Span(THIS_DAY.ends, THIS_DAY.ends + timedelta(days=1))) == []


@ON_SQLITE
@pytest.mark.parametrize(("days", "kept"), [(364, 4), (365, 4), (366, 0)])
async def test_call_back_kept__counts_are_kept_as_long_as_requests(
    settings: DirectorySettings, days: int, kept: int
) -> None:
    now = NOON
    async with await Directory.open(settings, Running(clock=lambda: now)) as directory:
        directory.enquiry_counts.count(ONE)
        await directory.enquiry_counts.behind.close()
        now = NOON + timedelta(days=days)
        assert await directory.enquiry_counts.forget_old(Policies.bundled().limits) == 4 - kept
        assert len(await counted(directory)) == kept
