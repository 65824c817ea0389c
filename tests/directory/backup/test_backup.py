"""Keeping the database in a file, and putting it back."""

import asyncio
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from directory.__main__ import main
from directory.audit.check import check_audit
from directory.backup.backup import back_up, restore
from directory.directory import Directory, Running
from directory.errors import BackupError
from directory.exchange.cases.importing import How, import_cases
from directory.migrations.revisions import newest_revision
from directory.opening import database_opened
from directory.pictures.pictures import Pictures
from directory.settings import DirectorySettings
from directory.storage.database import make_engine, reading, writing
from tests.directory.acts import ACT
from tests.directory.backends import ON_POSTGRESQL, ON_SQLITE
from tests.directory.postgresql import Server, programs

CASES = """\
crn,provider,area,office,officer,since,mappa,risk
X320741,nps,west-mercia,worcester,Officer Birch,2014-06-02,yes,high
"""


@pytest.fixture(autouse=True)
def programs_at_hand(server: Server | None, monkeypatch: pytest.MonkeyPatch) -> None:
    if server is not None:
        monkeypatch.setenv("PATH", programs())


async def change(settings: DirectorySettings, *statements: str) -> None:
    engine = make_engine(settings.database_url)
    async with writing(engine) as connection:
        for statement in statements:
            await connection.execute(text(statement))
    await engine.dispose()


async def register_a_case(settings: DirectorySettings, folder: Path) -> None:
    (folder / "cases.csv").write_text(CASES)
    engine = make_engine(settings.database_url)
    await import_cases(engine, settings, folder / "cases.csv", How(ACT))
    await engine.dispose()


async def keep(settings: DirectorySettings, file: Path) -> None:
    async with database_opened(settings) as engine:
        await back_up(engine, file)


async def put_back(settings: DirectorySettings, file: Path) -> None:
    async with database_opened(settings) as engine:
        await restore(engine, settings, file, ACT)


async def test_what_was_kept_is_put_back_with_the_register(
    settings: DirectorySettings, tmp_path: Path
) -> None:
    await register_a_case(settings, tmp_path)
    await keep(settings, tmp_path / "kept")
    await change(settings, "DELETE FROM cases", "DELETE FROM posts", "UPDATE offices SET name = 'Wrong'")

    await put_back(settings, tmp_path / "kept")

    async with await Directory.open(settings) as directory:
        assert await directory.register.owner_of("X320741") is not None
        assert directory.snapshot.posts
        assert directory.snapshot.offices["redditch"].name != "Wrong"


async def test_the_audit_says_that_a_backup_was_restored_and_is_whole(
    settings: DirectorySettings, tmp_path: Path
) -> None:
    await register_a_case(settings, tmp_path)
    await keep(settings, tmp_path / "kept")
    await put_back(settings, tmp_path / "kept")

    engine = make_engine(settings.database_url)
    async with reading(engine) as connection:
        check = await check_audit(connection)
        last = (await connection.execute(text("SELECT action FROM audit ORDER BY number"))).scalars().all()
    await engine.dispose()
    assert (check.faults, list(last)) == ([], ["import", "restore"])


async def test_a_process_that_runs_goes_on_with_what_was_restored(
    settings: DirectorySettings, tmp_path: Path
) -> None:
    """Even where as many changes had been counted in both."""
    await keep(settings, tmp_path / "kept")
    await change(settings, "UPDATE offices SET name = 'Wrong'")
    restored = asyncio.Event()

    def prepare(_: Pictures) -> Callable[[], None]:
        return restored.set

    async with await Directory.open(settings, Running(poll_every=0.02)) as directory:
        directory.on_change(prepare)
        assert directory.snapshot.offices["redditch"].name == "Wrong"
        await put_back(settings, tmp_path / "kept")
        await asyncio.wait_for(restored.wait(), 20)

        assert directory.snapshot.offices["redditch"].name != "Wrong"


async def test_a_backup_is_for_its_owner_only_and_never_written_over(
    settings: DirectorySettings, tmp_path: Path
) -> None:
    file = tmp_path / "kept"
    await keep(settings, file)
    before = file.read_bytes()

    with pytest.raises(BackupError, match="exists already"):
        await keep(settings, file)

    assert file.stat().st_mode & 0o777 == 0o600
    assert file.read_bytes() == before
    assert [name for name in os.listdir(tmp_path) if name.startswith(".")] == []  # noqa: PTH208


async def test_the_key_is_not_in_the_backup(settings: DirectorySettings, tmp_path: Path) -> None:
    await register_a_case(settings, tmp_path)
    await keep(settings, tmp_path / "kept")

    key = settings.case_key_file.read_text().strip()
    held = (tmp_path / "kept").read_bytes()
    assert key.encode() not in held
    assert bytes.fromhex(key) not in held


@pytest.mark.parametrize(
    "content", [None, b"", b"Dear Sir or Madam" * 100, b"SQLite format 3\0" + bytes(5000)]
)
async def test_what_is_no_backup_is_refused_and_changes_nothing(
    settings: DirectorySettings, tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "letter"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(BackupError, match="letter"):
        await put_back(settings, file)

    async with await Directory.open(settings) as directory:
        assert directory.snapshot.version == 1
        assert directory.snapshot.offices


async def test_a_folder_that_is_not_there_is_named(settings: DirectorySettings, tmp_path: Path) -> None:
    with pytest.raises(BackupError, match=r"nowhere/kept cannot be written or read \(No such file"):
        await keep(settings, tmp_path / "nowhere" / "kept")


@ON_SQLITE
async def test_a_backup_of_another_key_is_refused_before_anything_is_replaced(
    settings: DirectorySettings, tmp_path: Path
) -> None:
    await register_a_case(settings, tmp_path)
    await keep(settings, tmp_path / "kept")
    await change(settings, "DELETE FROM cases", "DELETE FROM case_key_check")
    settings.case_key_file.write_text("ab" * 32)

    with pytest.raises(BackupError, match="needs another case key"):
        await put_back(settings, tmp_path / "kept")

    async with await Directory.open(settings) as directory:
        assert await directory.register.owner_of("X320741") is None


@ON_SQLITE
async def test_a_backup_of_a_newer_signpost_is_refused(settings: DirectorySettings, tmp_path: Path) -> None:
    await change(settings, "UPDATE alembic_version SET version_num = '9999'")
    engine = make_engine(settings.database_url)
    await back_up(engine, tmp_path / "kept")
    await engine.dispose()
    await change(settings, f"UPDATE alembic_version SET version_num = '{newest_revision()}'")

    with pytest.raises(BackupError, match="made by a newer Signpost"):
        await put_back(settings, tmp_path / "kept")


@ON_POSTGRESQL
async def test_without_pg_dump_it_is_said_what_to_install(
    settings: DirectorySettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(BackupError, match="pg_dump is not installed"):
        await keep(settings, tmp_path / "kept")

    assert not (tmp_path / "kept").exists()


@ON_POSTGRESQL
async def test_a_program_that_fails_is_quoted_without_the_password(
    settings: DirectorySettings, tmp_path: Path
) -> None:
    url = settings.database_url.replace("postgres@", "postgres:s3cret@").replace("/test_", "/nowhere_")

    engine = make_engine(url)
    with pytest.raises(BackupError, match=r"pg_dump could not do it .* does not exist") as refused:
        await back_up(engine, tmp_path / "kept")
    await engine.dispose()

    assert "s3cret" not in str(refused.value)


def test_both_commands_say_what_has_to_be_kept_besides(
    settings: DirectorySettings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("DATA_DIR", str(settings.data_dir))
    monkeypatch.setenv("DATABASE_URL", settings.database_url)
    monkeypatch.chdir(tmp_path)

    assert main(["backup", "kept"]) == 0
    assert f"keep a copy of {settings.case_key_file} as well" in capsys.readouterr().out
    assert main(["restore", "kept"]) == 0
    assert "The database is that of kept again" in capsys.readouterr().out
    assert main(["backup", "kept"]) == 2
    assert "exists already" in capsys.readouterr().err
