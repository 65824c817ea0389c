import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.engine import make_url

from directory.directory import Directory
from directory.errors import DatabaseError
from directory.migrations.revisions import migrate, revision_of
from directory.opening import open_database
from directory.settings import DirectorySettings
from directory.storage.database import make_engine, reading, writing
from directory.storage.faults import shown
from directory.tables import Place
from tests.directory.backends import ON_SQLITE

pytestmark = pytest.mark.long


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("nonsense", "cannot be read as a URL"),
        ("oracle://host/name", "does not know (oracle)"),
        ("mongodb://host/name", "does not know (mongodb)"),
        ("sqlite+pysqlite:///x.db", "does not know (sqlite+pysqlite)"),
        ("sqlite:///x.db", "does not know (sqlite)"),
    ],
)
def test_a_url_that_means_nothing_here_is_refused_with_an_example(url: str, says: str) -> None:
    with pytest.raises(DatabaseError) as refused:
        make_engine(url)

    assert says in str(refused.value)
    assert "sqlite:///data/signpost.db" in str(refused.value)


def test_no_password_is_shown_wherever_it_stands_in_the_url() -> None:
    assert "s3cret" not in shown(make_url("postgresql://u:s3cret@host/name?password=s3cret&ssl=on"))


async def refusal(settings: DirectorySettings) -> str:
    with pytest.raises(DatabaseError) as refused:
        await open_database(settings)
    assert "\n" not in str(refused.value)
    return str(refused.value)


async def test_a_missing_folder_is_named(empty: DirectorySettings, tmp_path: Path) -> None:
    settings = DirectorySettings(data_dir=empty.data_dir, database_url=f"sqlite:///{tmp_path}/nowhere/x.db")

    assert f"the folder {tmp_path}/nowhere does not exist" in await refusal(settings)


async def test_a_file_that_is_no_database_is_refused_and_left_alone(
    empty: DirectorySettings, tmp_path: Path
) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear Sir or Madam" * 100)

    said = await refusal(DirectorySettings(data_dir=empty.data_dir, database_url=f"sqlite:///{file}"))

    assert "not a SQLite database" in said
    assert file.read_text().startswith("Dear Sir")


async def test_a_folder_in_the_place_of_the_file_is_refused(empty: DirectorySettings, tmp_path: Path) -> None:
    said = await refusal(DirectorySettings(data_dir=empty.data_dir, database_url=f"sqlite:///{tmp_path}"))

    assert "cannot be opened" in said


async def test_a_newer_database_is_refused(settings: DirectorySettings) -> None:
    engine = make_engine(settings.database_url)
    async with writing(engine) as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    await engine.dispose()

    assert "made by a newer Signpost (revision 9999" in await refusal(settings)


async def test_an_interrupted_migration_leaves_nothing_and_runs_again(empty: DirectorySettings) -> None:
    empty.data_dir.mkdir()
    engine = make_engine(empty.database_url)
    with pytest.raises(KeyboardInterrupt):
        async with writing(engine) as connection:
            await migrate(connection)
            raise KeyboardInterrupt
    async with reading(engine) as connection:
        assert await revision_of(connection) is None
    await engine.dispose()

    async with await Directory.open(empty) as directory:
        assert directory.snapshot.places


async def test_a_database_that_is_migrated_but_empty_is_filled(empty: DirectorySettings) -> None:
    empty.data_dir.mkdir()
    engine = make_engine(empty.database_url)
    async with writing(engine) as connection:
        await migrate(connection)
    await engine.dispose()

    async with await Directory.open(empty) as directory:
        assert directory.snapshot.version == 1


async def test_processes_that_start_at_once_share_one_directory(
    empty: DirectorySettings, template: Path
) -> None:
    program = (
        "import asyncio, sys; from pathlib import Path\n"
        "from directory.directory import Directory; from directory.settings import DirectorySettings\n"
        "async def main():\n"
        "    settings = DirectorySettings(data_dir=Path(sys.argv[1]), database_url=sys.argv[2])\n"
        "    async with await Directory.open(settings) as d:\n"
        "        print(d.snapshot.version, len(d.snapshot.places), d.register.hashed('x').hex())\n"
        "asyncio.run(main())\n"
    )
    running = [
        subprocess.Popen(  # noqa: ASYNC220 - the processes are what is tested
            [sys.executable, "-c", program, str(empty.data_dir), empty.database_url],
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    said = [process.communicate(timeout=60)[0] for process in running]

    assert len(set(said)) == 1
    assert said[0].startswith("1 ")


async def test_a_second_start_does_not_import_alembic_or_holidays(settings: DirectorySettings) -> None:
    program = (
        "import asyncio, sys; from pathlib import Path\n"
        "from directory.directory import Directory; from directory.settings import DirectorySettings\n"
        "async def main():\n"
        "    settings = DirectorySettings(data_dir=Path(sys.argv[1]), database_url=sys.argv[2])\n"
        "    async with await Directory.open(settings): pass\n"
        "asyncio.run(main())\n"
        "print({'alembic', 'holidays'} & set(sys.modules))\n"
    )
    done = subprocess.run(  # noqa: ASYNC221 - the process is what is tested
        [sys.executable, "-c", program, str(settings.data_dir), settings.database_url],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=60,
    )

    assert done.stdout == "set()\n"


@ON_SQLITE
async def test_sqlite_reads_beside_a_writer_and_minds_its_references(settings: DirectorySettings) -> None:
    engine = make_engine(settings.database_url)
    async with writing(engine) as writer, reading(engine) as reader:
        await writer.execute(text("UPDATE places SET population = 0"))
        assert (await reader.execute(select(func.max(Place.population)))).scalar_one() > 0
        assert (await reader.exec_driver_sql("PRAGMA journal_mode")).scalar_one() == "wal"
        assert (await reader.exec_driver_sql("PRAGMA foreign_keys")).scalar_one() == 1
    await engine.dispose()


@ON_SQLITE
async def test_the_database_file_is_for_its_owner_only(empty: DirectorySettings) -> None:
    async with await Directory.open(empty):
        files = list(empty.data_dir.glob("signpost.db*"))

        assert files
        assert all(file.stat().st_mode & 0o077 == 0 for file in files)
