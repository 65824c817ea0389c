from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from directory.database import make_engine, newest_revision, writing
from directory.migrations import steps
from directory.tables import Base


async def on_new_database(folder: Path, *work: Callable[[Connection], Any]) -> list[Any]:
    engine = make_engine(f"sqlite+aiosqlite:///{folder}/new.db")
    try:
        async with writing(engine) as connection:
            return [await connection.run_sync(each) for each in work]
    finally:
        await engine.dispose()


def tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())


async def test_the_migrated_tables_are_those_of_the_models(tmp_path: Path) -> None:
    def difference(connection: Connection) -> list[Any]:
        return list(compare_metadata(MigrationContext.configure(connection), Base.metadata))

    _, found = await on_new_database(tmp_path, steps.upgrade, difference)

    assert found == []


async def test_check_constraints_are_those_of_the_models(tmp_path: Path) -> None:
    """Alembic does not compare these itself."""

    def constraints(connection: Connection) -> dict[str, set[str | None]]:
        return {
            name: {str(check["sqltext"]) for check in inspect(connection).get_check_constraints(name)}
            for name in Base.metadata.tables
        }

    def from_models(connection: Connection) -> None:
        Base.metadata.create_all(connection)

    _, migrated = await on_new_database(tmp_path, steps.upgrade, constraints)
    (tmp_path / "new.db").unlink()
    _, modelled = await on_new_database(tmp_path, from_models, constraints)

    assert migrated == modelled


async def test_down_and_up_again_one_step_at_a_time(tmp_path: Path) -> None:
    revisions = [
        script.revision for script in ScriptDirectory.from_config(steps.configuration()).walk_revisions()
    ]

    for revision, before in zip(revisions, [*revisions[1:], "base"], strict=True):
        folder = tmp_path / revision
        folder.mkdir()
        _, up, _, down, _, again = await on_new_database(
            folder,
            partial(steps.upgrade, revision=revision),
            tables,
            partial(steps.downgrade, revision=before),
            tables,
            partial(steps.upgrade, revision=revision),
            tables,
        )

        assert up == again
        assert down < up


async def test_taking_everything_down_leaves_nothing(tmp_path: Path) -> None:
    *_, left = await on_new_database(
        tmp_path, steps.upgrade, lambda connection: steps.downgrade(connection, "base"), tables
    )

    assert left == {"alembic_version"}


def test_the_newest_revision_is_told_from_the_names_of_the_files() -> None:
    script = ScriptDirectory.from_config(steps.configuration())

    assert newest_revision() == script.get_current_head()
    for migration in script.walk_revisions():
        assert Path(migration.path).name.startswith(f"{migration.revision}_")
