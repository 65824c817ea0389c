"""Whole answers to enquiries as people write them, on the bundled directory and a sample register.

`tuning.jsonl` is what the reader is tuned on: all of it is right. `area_enquiries.jsonl` asks from London,
Thames Valley and DLNR about every topic; `programmes.jsonl` is what courts and probation staff ask of the
catalogue, with the runs that fit, in order; `first_sight.jsonl` was marked
before anything was tuned on it. `unseen.jsonl` and the others so called are not looked at while tuning: they
say how well the reader does on what it has never met, and may not get worse.
"""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.assistant import Assistant
from bot.enquiry_fields import Asking
from bot.settings import Settings
from directory.directory import Directory
from directory.exchange.cases.importing import How, import_cases
from directory.opening import open_database
from routing.answer import Answer
from tests.directory.acts import ACT
from tests.enquiries.marking import Line, lines_of, wrong_by_group
from tests.routing.sample_directory import TUESDAY

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.long]

SAFETY = {"danger_now", "disclosure", "personal_data"}
SHARE_RIGHT = {
    "unseen.jsonl": 0.92,
    "first_sight_unseen.jsonl": 0.93,
    "voices.jsonl": 0.97,
    "voices_unseen.jsonl": 0.78,
}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def assistant(tmp_path_factory: pytest.TempPathFactory, bundled_data: Path) -> AsyncIterator[Assistant]:
    """An assistant on a directory of its own, with the register of the enquiries."""
    settings = Settings(data_dir=shutil.copytree(bundled_data, tmp_path_factory.mktemp("enquiries") / "data"))
    engine = await open_database(settings)
    await import_cases(engine, settings, Path(__file__).parent / "cases.csv", How(ACT))
    await engine.dispose()
    async with await Directory.open(settings) as directory:
        yield Assistant.on(directory, settings.area)


async def _answers(assistant: Assistant, lines: list[Line]) -> dict[str, Answer]:
    asking = Asking(assistant.snapshot, assistant.area)
    return {
        line["id"]: await assistant.answer(
            asking.enquiry(line["text"], TUESDAY, **{k: line.get(k) for k in ("as", "area", "office", "at")})
        )
        for line in lines
    }


async def test_every_enquiry_that_the_reader_is_tuned_on_is_answered_rightly(assistant: Assistant) -> None:
    lines = lines_of("tuning.jsonl")
    assert wrong_by_group(lines, await _answers(assistant, lines)) == {}


async def test_every_enquiry_that_was_wrong_at_first_sight_is_answered_rightly(assistant: Assistant) -> None:
    lines = lines_of("first_sight.jsonl")
    assert wrong_by_group(lines, await _answers(assistant, lines)) == {}


async def test_every_enquiry_about_the_other_areas_is_answered_rightly(assistant: Assistant) -> None:
    lines = lines_of("area_enquiries.jsonl")
    assert wrong_by_group(lines, await _answers(assistant, lines)) == {}


async def test_what_is_asked_of_the_catalogue_gets_what_fits_the_nearest_first(assistant: Assistant) -> None:
    lines = lines_of("programmes.jsonl")
    assert wrong_by_group(lines, await _answers(assistant, lines)) == {}


@pytest.mark.parametrize("file", SHARE_RIGHT)
async def test_enquiries_never_looked_at_are_answered_as_well_as_they_ever_were(
    assistant: Assistant, file: str
) -> None:
    lines = lines_of(file)
    wrong = wrong_by_group(lines, await _answers(assistant, lines))
    counts = {group: len(ids) for group, ids in wrong.items()}  # the ids stay unseen
    assert sum(counts.values()) <= (1 - SHARE_RIGHT[file]) * len(lines), counts
    assert sum(counts.get(group, 0) for group in SAFETY) <= 1, counts
