"""Another key for the register."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.cases import case_key, rekeying
from directory.cases.case_key import load_or_make_key
from directory.cases.rekeying import rekey
from directory.directory import Directory
from directory.errors import CaseKeyError
from directory.exchange.cases.importing import How, import_cases
from directory.settings import DirectorySettings
from directory.storage.database import make_engine, reading
from directory.tables import Case
from routing.vocabulary import Provider
from tests.directory.acts import ACT

HEADING = "crn,provider,area,office,officer,since,mappa,risk"
CRC = "X320741,crc,west-mercia,worcester,Officer Birch,2014-06-02,no,low"
NPS = "X320741,nps,west-mercia,worcester,Officer Elm,2014-09-01,no,high"


@pytest.fixture
async def engine(settings: DirectorySettings, tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    """A register whose one case has moved from the CRC to the NPS."""
    engine = make_engine(settings.database_url)
    for row in (CRC, NPS):
        (tmp_path / "cases.csv").write_text(f"{HEADING}\n{row}\n")
        await import_cases(engine, settings, tmp_path / "cases.csv", How(ACT))
    yield engine
    await engine.dispose()


async def hashes(engine: AsyncEngine) -> list[bytes]:
    async with reading(engine) as connection:
        return list((await connection.execute(select(Case.reference_hash))).scalars())


async def finds_the_case(settings: DirectorySettings) -> bool:
    async with await Directory.open(settings) as directory:
        owner = await directory.register.owner_of("X320741")
        return owner is not None and owner.moved_from is Provider.CRC


async def test_every_case_and_its_history_is_found_under_the_new_key(
    engine: AsyncEngine, settings: DirectorySettings
) -> None:
    before, old = await hashes(engine), load_or_make_key(settings.case_key_file)

    assert await rekey(engine, settings, ACT) == 1

    new = load_or_make_key(settings.case_key_file)
    assert new.links[:-1] == old.links
    assert await hashes(engine) == [case_key.CaseKey(new.links[-1:]).hash(before[0])]
    assert await finds_the_case(settings)


async def test_the_old_key_alone_does_not_open_the_register_any_more(
    engine: AsyncEngine, settings: DirectorySettings
) -> None:
    old = settings.case_key_file.read_bytes()
    await rekey(engine, settings, ACT)
    settings.case_key_file.write_bytes(old)

    with pytest.raises(CaseKeyError, match="holds another key"):
        await Directory.open(settings)


async def test_a_running_process_finds_the_case_after_another_has_rekeyed(
    engine: AsyncEngine, settings: DirectorySettings
) -> None:
    async with await Directory.open(settings) as directory:
        await rekey(engine, settings, ACT)

        assert await directory.register.owner_of("X320741") is not None


async def test_cut_off_before_the_database_is_written_the_old_key_still_serves(
    engine: AsyncEngine, settings: DirectorySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def cut_off(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(rekeying, "_hash_again", cut_off)
    with pytest.raises(KeyboardInterrupt):
        await rekey(engine, settings, ACT)
    assert await finds_the_case(settings)

    monkeypatch.undo()
    await rekey(engine, settings, ACT)
    assert await finds_the_case(settings)


async def test_cut_off_after_the_database_is_written_the_next_to_come_finishes(
    engine: AsyncEngine, settings: DirectorySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_off(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(rekeying, "bring_into_use", cut_off)
    with pytest.raises(KeyboardInterrupt):
        await rekey(engine, settings, ACT)

    assert await finds_the_case(settings)
    assert len(load_or_make_key(settings.case_key_file).links) == 2
    assert [file.name for file in settings.data_dir.glob("*case.key*")] == ["case.key"]


async def test_twice_is_as_good_as_once(engine: AsyncEngine, settings: DirectorySettings) -> None:
    await rekey(engine, settings, ACT)
    await rekey(engine, settings, ACT)

    assert await finds_the_case(settings)
