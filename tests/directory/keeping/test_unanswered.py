"""Learning without keeping: shapes are counted, and a word can be read only once three people used it."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from directory import tables
from directory.keeping.unanswered import Heard, Learning, month_key, shapes, unknown_words
from directory.opening import open_database
from directory.settings import DirectorySettings
from directory.storage.database import reading, writing
from tests.directory.backends import ON_SQLITE
from tests.directory.keeping.test_aliases import run as run_command

JULY = datetime(2014, 7, 8, 9, 30, tzinfo=UTC)


class Listener:
    """Hears words from askers, one message at a time, on a day that the test says."""

    def __init__(self, engine: AsyncEngine, folder: Path) -> None:
        self.engine, self.folder, self.now = engine, folder, JULY
        self.learning = Learning(folder, lambda: self.now)

    async def hear(self, *words: str, asker: str | None) -> None:
        async with writing(self.engine) as connection:
            await connection.run_sync(self.learning.write, [Heard("case", True, "4 to 12", words, asker)])

    async def words(self) -> list[tuple[str, int]]:
        async with reading(self.engine) as connection:
            return await unknown_words(connection)

    async def rows(self) -> list[tuple[object, ...]]:
        async with reading(self.engine) as connection:
            return [tuple(row) for row in await connection.execute(select(tables.WordHeard.__table__))]


@pytest.fixture
async def listener(settings: DirectorySettings) -> AsyncIterator[Listener]:
    engine = await open_database(settings)
    yield Listener(engine, settings.data_dir)
    await engine.dispose()


async def test_a_word_of_two_askers_is_readable_nowhere_and_that_of_three_is(listener: Listener) -> None:
    for asker in ("first", "second", "second"):
        await listener.hear("zorbing", asker=asker)

    held = await listener.rows()
    assert len(held) == 2
    assert "zorbing" not in str(held)
    assert await listener.words() == []

    await listener.hear("zorbing", asker="third")

    assert await listener.words() == [("zorbing", 0)]
    assert await listener.rows() == []


async def test_one_asker_alone_teaches_nothing_however_often(listener: Listener) -> None:
    for _ in range(5):
        await listener.hear("zorbing", asker="one")
        await listener.hear("zorbing", asker=None)

    assert await listener.words() == []
    assert len(await listener.rows()) == 1


async def test_hashes_do_not_show_which_words_came_from_one_asker(listener: Listener) -> None:
    await listener.hear("zorbing", "grobbling", asker="one")

    words, askers, _ = zip(*await listener.rows(), strict=True)

    assert len(set(words)) == len(set(askers)) == 2


async def test_when_the_month_is_over_its_key_and_its_hashes_are_gone(listener: Listener) -> None:
    await listener.hear("zorbing", asker="first")
    await listener.hear("zorbing", asker="second")
    before = month_key(listener.folder, "2014-07")

    listener.now = JULY + timedelta(days=31)
    await listener.hear("zorbing", asker="third")

    assert len(await listener.rows()) == 1
    assert await listener.words() == []
    assert [file.name for file in listener.folder.glob("words-*")] == ["words-2014-08.key"]
    assert month_key(listener.folder, "2014-08") != before


def test_the_key_is_for_its_owner_alone_and_the_same_for_every_process(tmp_path: Path) -> None:
    assert month_key(tmp_path, "2014-07") == month_key(tmp_path, "2014-07")

    (file,) = tmp_path.iterdir()
    assert file.stat().st_mode & 0o777 == 0o600


async def test_shapes_are_counted_the_most_frequent_first(listener: Listener) -> None:
    async with writing(listener.engine) as connection:
        await connection.run_sync(listener.learning.write, [Heard("", False, "1 to 3")])
        for _ in range(2):
            await connection.run_sync(listener.learning.write, [Heard("case", True, "4 to 12")])

    async with reading(listener.engine) as connection:
        assert await shapes(connection) == [(2, "case", True, "4 to 12"), (1, "", False, "1 to 3")]


@ON_SQLITE
async def test_a_keeper_sees_the_words_with_what_would_teach_them_and_can_forget_one(
    listener: Listener,
    settings: DirectorySettings,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for asker in ("first", "second", "third", "fourth"):
        await listener.hear("zorbing", "grobbling", asker=asker)

    async def run(*typed: str) -> int:
        return await run_command(monkeypatch, settings, *typed)

    await run("unanswered")
    said = capsys.readouterr().out
    assert "     4  4 to 12 words, a place, perhaps case\n4 messages not understood.\n" in said
    assert "zorbing: three askers, and 1 more times\n" in said
    assert '  python -m directory alias add "zorbing" --topic TOPIC\n' in said

    assert await run("unanswered", "--forget", "grobbling") == 0
    assert await run("unanswered", "--forget", "grobbling") == 2
    assert await run("alias", "add", "zorbing", "--topic", "recall") == 0
    assert await listener.words() == []
