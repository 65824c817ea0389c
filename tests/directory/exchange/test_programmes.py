"""Programmes and their runs come in from files: what is wrong is named, and a new start keeps the old."""

from datetime import date

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.exchange.files.problems import FileError
from directory.exchange.importing import How
from directory.pictures.snapshot import load_pictures
from directory.storage.database import reading
from routing.catalogue import Purpose, Sex, Times, Way
from tests.directory.acts import ACT
from tests.directory.exchange.conftest import Importer

PROGRAMME = "id,name,topic,provider,about,purposes,sex,age_from,age_to,risks,source,sample"
RUN = "code,programme,area,office,sessions,times,ways,next_start,any_time,places,source,sample"
ADDED = "oak,Oakfield,mentoring,crc,A project.,Violence | wellbeing,women,18,25,low|medium,a test,yes"


async def test_a_programme_and_its_run_are_held_as_they_are_written(
    engine: AsyncEngine, importer: Importer
) -> None:
    await importer.take("programmes", PROGRAMME, ADDED)
    await importer.take(
        "programme-runs", RUN, "oak-1,oak,west-mercia,worcester,Tu 18:00-20:00,,rar,09/09/2014,,4,a test,yes"
    )

    async with reading(engine) as connection:
        snapshot = (await load_pictures(connection)).at(date(2014, 8, 1))

    programme = snapshot.programmes["oak"]
    assert (programme.purposes, programme.sex) == ((Purpose.VIOLENCE, Purpose.WELLBEING), Sex.WOMEN)
    assert (programme.age_from, programme.age_to, programme.sample) == (18, 25, True)
    run = next(run for run in snapshot.runs if run.code == "oak-1")
    assert (run.next_start, run.places, run.ways) == (date(2014, 9, 9), 4, (Way.ACTIVITY,))
    assert run.runs_at == {Times.EVENING}


async def test_what_changes_from_a_day_on_leaves_what_was_so_before(
    engine: AsyncEngine, importer: Importer
) -> None:
    head = "code,programme,area,next_start,source"
    await importer.take("programmes", PROGRAMME, ADDED)
    await importer.take("programme-runs", head, "oak-1,oak,west-mercia,2014-09-09,a test")
    await importer.take(
        "programme-runs",
        head,
        "oak-1,oak,west-mercia,2014-12-01,a test",
        how=How(ACT, since=date(2014, 9, 10)),
    )

    async with reading(engine) as connection:
        pictures = await load_pictures(connection)

    def next_start(day: date) -> date | None:
        (run,) = (run for run in pictures.at(day).runs if run.code == "oak-1")
        return run.next_start

    assert next_start(date(2014, 9, 9)) == date(2014, 9, 9)
    assert next_start(date(2014, 9, 10)) == date(2014, 12, 1)


WRONG_PROGRAMMES = [
    ("a,Oak,breach,crc,About.,,,,,,a test,", '"breach" is not one of the words allowed'),
    ("a,Oak,mentoring,crc,About.,driving,,,,,a test,", '"driving" is not one of the words allowed'),
    ("a,Oak,mentoring,crc,About.,,,25,18,,a test,", '"18" is less than age_from'),
    ("a,Oak,mentoring,crc,,,,,,,a test,", "nothing stands there"),
]


async def test_a_wrong_programme_is_refused_with_the_remedy(importer: Importer) -> None:
    for row, problem in WRONG_PROGRAMMES:
        (line,) = await importer.refused("programmes", PROGRAMME, row)
        assert problem in line


WRONG_RUNS = [
    ("r,oaks,west-mercia,,,,,,,,a test,", "is not a programme of the directory; did you mean"),
    ("r,bbr,west-mercia,camden,,,,,,,a test,", '"camden" is in london, not in west-mercia'),
    ("r,bbr,west-mercia,,Tu 6pm,,,,,,a test,", '"Tu 6pm" cannot be used'),
    ("r,bbr,west-mercia,,Tu 18:00-20:00,evening,,,,,a test,", "stands beside sessions"),
    ("r,bbr,west-mercia,,,,,,,4,a test,", '"4" stands there without next_start'),
    ("r,bbr,west-mercia,,,,,2014-09-09,yes,,a test,", '"2014-09-09" stands beside any_time'),
]


async def test_a_wrong_run_is_refused_with_the_remedy(importer: Importer) -> None:
    await importer.take("programmes", PROGRAMME, ADDED)
    for row, problem in WRONG_RUNS:
        (line,) = await importer.refused("programme-runs", RUN, row)
        assert problem in line


async def test_a_programme_that_runs_somewhere_is_not_taken_away(importer: Importer) -> None:
    with pytest.raises(FileError, match="of programme_runs point to them"):
        await importer.take("programmes", PROGRAMME, ADDED, how=How(ACT, replace=True, force=True))
