"""Phrases that keepers add: entered, refused, audited, and read in every process at once."""

import asyncio

import pytest

from bot.assistant import Assistant
from directory.__main__ import main
from directory.command_line.reading_once import read_snapshot
from directory.directory import Directory
from directory.settings import DirectorySettings
from routing.enquiry import Enquiry
from routing.vocabulary import Topic
from tests.directory.backends import ON_SQLITE
from tests.directory.pictures.test_watching import SOON, Seen
from tests.routing.sample_directory import TUESDAY


async def run(monkeypatch: pytest.MonkeyPatch, settings: DirectorySettings, *typed: str) -> int:
    """A command on this directory, as if typed."""
    monkeypatch.setenv("DATA_DIR", str(settings.data_dir))
    monkeypatch.setenv("DATABASE_URL", settings.database_url)
    return await asyncio.to_thread(main, typed)


async def test_an_alias_is_read_in_a_running_process_without_a_restart(
    settings: DirectorySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    enquiry = Enquiry("he is to be clawed back, the old mill", TUESDAY, "west-mercia")
    async with await Directory.open(settings, SOON) as directory:
        assistant, seen = Assistant.on(directory, "west-mercia"), Seen(directory)
        before = await assistant.answer(enquiry)

        await run(monkeypatch, settings, "alias", "add", "Clawed back", "--topic", "recall")
        await run(monkeypatch, settings, "alias", "add", "the old mill", "--office", "redditch")
        while len((await seen.next()).aliases) < 2:
            pass
        after = await assistant.answer(enquiry)
        await run(monkeypatch, settings, "alias", "remove", "clawed back")
        await run(monkeypatch, settings, "alias", "remove", "the old mill")
        while (await seen.next()).aliases:
            pass

        assert (before.topic, before.office) != (Topic.RECALL, "redditch")
        assert (after.topic, after.office) == (Topic.RECALL, "redditch")
        assert await assistant.answer(enquiry) == before


@ON_SQLITE
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("unpaid work", "--topic", "breach"), '"unpaid work" is built in and means the topic unpaid_work'),
        (("old mill", "--topic", "recal"), '"old mill" cannot mean recal; write one of court_report, '),
        (("one. two", "--topic", "recall"), '"one. two" is not a phrase; write one to 8 words'),
        (("old mill", "--office", "nowhere"), '"nowhere" is not an office of the directory'),
        (("old mill", "--place", "Evesham"), "No area stands there; write the area of the place"),
        (("old mill", "--place", "Nowhere", "--area", "london"), 'london has no place "Nowhere"'),
        (("old mill", "--topic", "recall", "--area", "london"), "holds everywhere; leave it empty"),
    ],
)
async def test_an_alias_that_cannot_be_used_is_refused_with_what_to_do(
    settings: DirectorySettings,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    typed: tuple[str, ...],
    said: str,
) -> None:
    assert await run(monkeypatch, settings, "alias", "add", *typed) == 2
    assert said in capsys.readouterr().err
    assert (await read_snapshot(settings)).aliases == ()


async def test_a_second_meaning_of_a_phrase_is_refused_and_the_first_named(
    settings: DirectorySettings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    await run(monkeypatch, settings, "alias", "add", "old mill", "--office", "redditch")

    assert await run(monkeypatch, settings, "alias", "add", "Old Mill", "--office", "worcester") == 2
    assert '"old mill" means the office redditch in west-mercia already' in capsys.readouterr().err
    assert await run(monkeypatch, settings, "alias", "add", "old mill", "--office", "camden") == 0


@ON_SQLITE
async def test_what_was_added_is_listed_audited_and_gone_when_removed(
    settings: DirectorySettings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    await run(monkeypatch, settings, "alias", "add", "the gaffer", "--role", "spo")
    await run(monkeypatch, settings, "alias", "list")
    await run(monkeypatch, settings, "audit", "verify")
    assert '"the gaffer" means the role spo\n1 alias.\nThe audit is whole: 1 row.' in capsys.readouterr().out

    assert await run(monkeypatch, settings, "alias", "remove", "the Gaffer") == 0
    assert await run(monkeypatch, settings, "alias", "remove", "the gaffer") == 2
    assert 'There is no alias "the gaffer"' in capsys.readouterr().err
