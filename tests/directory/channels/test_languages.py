"""Which language somebody has chosen: kept until it is taken back, and without whose it is."""

from directory.cases.rekeying import rekey
from directory.directory import Directory
from directory.settings import DirectorySettings
from directory.storage.database import make_engine
from directory.tables import ChosenLanguage
from tests.directory.acts import ACT
from tests.directory.rows import rows_of


async def test_a_choice_is_there_after_a_restart_until_it_is_taken_back(settings: DirectorySettings) -> None:
    async with await Directory.open(settings) as directory:
        await directory.languages.choose("telegram", 7001, "en")
        await directory.languages.choose("telegram", 7001, "cy")
    async with await Directory.open(settings) as directory:
        assert (await directory.accounts.identity("telegram", 7001)).language == "cy"
        assert (await directory.accounts.identity("telegram", 7002)).language is None
        assert [len(row.person) for row in await rows_of(settings, ChosenLanguage)] == [
            32
        ]  # a hash, and no number of a chat
        await directory.languages.choose("telegram", 7001, None)
        assert (await directory.accounts.identity("telegram", 7001)).language is None
    assert await rows_of(settings, ChosenLanguage) == []


async def test_a_choice_outlasts_another_key(settings: DirectorySettings) -> None:
    async with await Directory.open(settings) as directory:
        await directory.languages.choose("telegram", 7001, "cy")
    engine = make_engine(settings.database_url)
    await rekey(engine, settings, ACT)
    await engine.dispose()

    async with await Directory.open(settings) as directory:
        assert (await directory.accounts.identity("telegram", 7001)).language == "cy"
