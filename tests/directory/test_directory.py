import asyncio
from pathlib import Path

import pytest

from directory.directory import Directory
from directory.errors import CaseKeyError, DatabaseError, DirectoryError
from directory.exchange.cases.importing import How, import_cases
from directory.opening import open_database
from directory.settings import DirectorySettings
from directory.storage.database import make_engine
from routing.vocabulary import Provider, Risk
from tests.directory.acts import ACT
from tests.directory.backends import ON_POSTGRESQL
from tests.directory.postgresql import Server

CASES = """\
crn,provider,area,office,officer,since,mappa,risk
X320741,nps,west-mercia,worcester,Officer Birch,2014-06-02,yes,high
Y006208,crc,west-mercia,redditch,C12IAVU,2014-06-03,no,
"""


@pytest.fixture
async def registered(settings: DirectorySettings, tmp_path: Path) -> DirectorySettings:
    """A directory whose register holds the two cases above."""
    file = tmp_path / "cases.csv"
    file.write_text(CASES)
    engine = await open_database(settings)
    await import_cases(engine, settings, file, How(ACT))
    await engine.dispose()
    return settings


async def test_the_first_to_come_finds_a_directory_ready_for_use(empty: DirectorySettings) -> None:
    async with await Directory.open(empty) as directory:
        assert directory.snapshot.version == 1
        assert await directory.register.owner_of("X320741") is None


async def test_the_owner_of_a_case_is_found_however_the_reference_is_typed(
    registered: DirectorySettings,
) -> None:
    async with await Directory.open(registered) as directory:
        for typed in ("X320741", "x 320741", "X-320-741"):
            owner = await directory.register.owner_of(typed)
            assert owner is not None
            assert (owner.provider, owner.area, owner.office) == (Provider.NPS, "west-mercia", "worcester")
            assert (owner.officer, owner.mappa, owner.risk) == ("Officer Birch", True, Risk.HIGH)


async def test_a_case_of_nobody_has_no_officer(registered: DirectorySettings) -> None:
    async with await Directory.open(registered) as directory:
        owner = await directory.register.owner_of("Y006208")

        assert owner is not None
        assert (owner.officer, owner.risk) == (None, None)


async def test_a_register_changed_by_another_process_is_seen_at_once(
    directory: Directory, settings: DirectorySettings, tmp_path: Path
) -> None:
    assert await directory.register.owner_of("X320741") is None
    file = tmp_path / "cases.csv"
    file.write_text(CASES)
    engine = make_engine(settings.database_url)
    await import_cases(engine, settings, file, How(ACT))
    await engine.dispose()

    assert await directory.register.owner_of("X320741") is not None


async def test_what_is_no_reference_has_no_owner(directory: Directory) -> None:
    assert await directory.register.owner_of("who has John's case?") is None


async def test_look_ups_at_the_same_time_do_not_disturb_each_other(registered: DirectorySettings) -> None:
    import asyncio  # noqa: PLC0415

    async with await Directory.open(registered) as directory:
        owners = await asyncio.gather(
            *(directory.register.owner_of(c) for c in ("X320741", "Y006208", "C123456") * 10)
        )

    assert [owner and owner.office for owner in owners] == ["worcester", "redditch", None] * 10


async def test_a_connection_that_was_lost_is_made_anew(registered: DirectorySettings) -> None:
    async with await Directory.open(registered) as directory:
        await directory.register.owner_of("X320741")
        assert directory._held._held is not None
        raw = await directory._held._held.get_raw_connection()
        assert raw.driver_connection is not None
        await raw.driver_connection.close()

        assert await directory.register.owner_of("X320741") is not None


async def test_neither_reference_is_anywhere_in_the_data_folder(registered: DirectorySettings) -> None:
    for file in registered.data_dir.iterdir():
        held = file.read_bytes()
        assert b"X320741" not in held, file.name
        assert b"320741" not in held, file.name


async def test_an_area_that_is_not_in_the_directory_is_refused_with_those_that_are(
    settings: DirectorySettings,
) -> None:
    with pytest.raises(
        DirectoryError, match=r"AREA 'atlantis' is not in the directory: .*london.*west-mercia"
    ):
        await Directory.open(settings.model_copy(update={"area": "atlantis"}))


async def test_a_register_is_not_read_with_another_key(registered: DirectorySettings) -> None:
    registered.case_key_file.write_text("ab" * 32)

    with pytest.raises(CaseKeyError, match="holds another key than the one the register"):
        await Directory.open(registered)


async def test_a_lost_key_is_reported_and_not_made_anew(registered: DirectorySettings) -> None:
    registered.case_key_file.unlink()

    with pytest.raises(CaseKeyError, match="is missing, and the register of cases"):
        await Directory.open(registered)

    assert not registered.case_key_file.exists()


async def test_a_data_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(DirectoryError, match="set DATA_DIR to a folder"):
        await Directory.open(DirectorySettings(data_dir=tmp_path / "file" / "data"))


@ON_POSTGRESQL
async def test_a_database_that_is_gone_is_noticed(settings: DirectorySettings, server: Server) -> None:
    async with await Directory.open(settings) as directory:
        assert await directory.can_be_read()
        assert directory.age < 60
        await asyncio.to_thread(server.drop, str(make_engine(settings.database_url).url.database))
        with pytest.raises(DatabaseError):
            await directory.can_be_read()
    await asyncio.to_thread(server.create, name=str(make_engine(settings.database_url).url.database))
