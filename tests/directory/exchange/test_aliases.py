"""Aliases in files."""

from directory.command_line.reading_once import read_snapshot
from directory.settings import DirectorySettings
from routing.snapshot import Alias
from routing.vocabulary import Means
from tests.directory.exchange.conftest import Importer

HEADING = "phrase,means,value,area,source"


async def test_aliases_come_in_from_a_file_and_a_second_meaning_takes_the_place_of_the_first(
    importer: Importer, settings: DirectorySettings
) -> None:
    mill = Alias("the old mill", Means.OFFICE, "redditch", "west-mercia")
    back = Alias("clawed back", Means.TOPIC, "recall")

    await importer.take(
        "aliases",
        HEADING,
        "The Old Mill,office,redditch,west-mercia,heard",
        "clawed back,topic,breach,,heard",
    )
    await importer.take("aliases", HEADING, "clawed back,topic,recall,,heard")

    assert set((await read_snapshot(settings)).aliases) == {mill, back}


async def test_a_row_that_contradicts_a_built_in_phrase_is_named(importer: Importer) -> None:
    (problem,) = await importer.refused("aliases", HEADING, "unpaid work,topic,breach,,heard")

    assert "row 2" in problem
    assert '"unpaid work" is built in and means the topic unpaid_work' in problem


async def test_a_place_needs_its_area_and_nothing_else_has_one(importer: Importer) -> None:
    problems = await importer.refused(
        "aliases", HEADING, "old mill,place,Evesham,,heard", "clawed back,topic,recall,london,heard"
    )

    assert "area of the place" in problems[0]
    assert "leave it empty" in problems[1]
