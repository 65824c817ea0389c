from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from directory.migrations import steps
from directory.migrations.revisions import newest_revision
from directory.settings import DirectorySettings
from directory.storage.database import altering, make_engine
from directory.tables import Base

REVISIONS = [
    script.revision for script in ScriptDirectory.from_config(steps.configuration()).walk_revisions()
]


async def on_database(url: str, *work: Callable[[Connection], Any]) -> list[Any]:
    engine = make_engine(url)
    try:
        async with altering(engine) as connection:
            return [await connection.run_sync(each) for each in work]
    finally:
        await engine.dispose()


@pytest.fixture
def url(empty: DirectorySettings) -> str:
    """A database that holds nothing."""
    empty.data_dir.mkdir()
    return empty.database_url


def tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())


def schema(connection: Connection) -> dict[str, dict[str, Any]]:
    """Every table with its columns, keys, indexes and checks."""
    found = inspect(connection)
    numbered = _never_reuses_a_number(connection)
    # Of all tables at once, which PostgreSQL tells in one query each.
    told: list[dict[Any, Any]] = [
        found.get_multi_columns(),
        found.get_multi_pk_constraint(),
        found.get_multi_foreign_keys(),
        found.get_multi_unique_constraints(),
        found.get_multi_indexes(),
        found.get_multi_check_constraints(),
    ]
    columns, primary, foreign, unique, indexes, checks = (
        {name: of_table for (_, name), of_table in each.items()} for each in told
    )
    return {
        name: {
            # In no order: a column that came later stands at the end of a table that was there before.
            "columns": sorted((each["name"], str(each["type"]), each["nullable"]) for each in columns[name]),
            "primary key": primary[name],
            "foreign keys": sorted(str(each) for each in foreign[name]),
            "unique": sorted(str(each) for each in unique[name]),
            "indexes": sorted(_said(each) for each in indexes[name]),
            "never reuses a number": name in numbered,
            "checks": sorted(str(each["sqltext"]) for each in checks[name]),
        }
        for name in columns
        if name != "alembic_version"
    }


def _said(index: Any) -> str:
    options = {name: str(value) for name, value in index.get("dialect_options", {}).items()}
    return str({**index, "dialect_options": options})


def _never_reuses_a_number(connection: Connection) -> set[str]:
    """PostgreSQL never does."""
    if connection.dialect.name != "sqlite":
        return set()
    asked = "SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'"
    return set(connection.exec_driver_sql(asked).scalars())


async def test_the_migrated_tables_are_those_of_the_models(url: str) -> None:
    def difference(connection: Connection) -> list[Any]:
        return list(compare_metadata(MigrationContext.configure(connection), Base.metadata))

    _, found = await on_database(url, steps.upgrade, difference)

    assert found == []


async def test_checks_keys_and_indexes_are_those_of_the_models(url: str) -> None:
    """Alembic does not compare all of these itself."""

    def drop_all(connection: Connection) -> None:
        steps.downgrade(connection, "base")

    _, migrated, _, _, modelled = await on_database(
        url, steps.upgrade, schema, drop_all, Base.metadata.create_all, schema
    )

    assert migrated == modelled


async def test_each_step_can_be_taken_down_and_up_again(url: str) -> None:
    """From nothing to the newest in one go: what is below a step is what the one before it left."""

    def climb(connection: Connection) -> None:
        below, before = schema(connection), "base"
        for revision in reversed(REVISIONS):
            steps.upgrade(connection, revision)
            up = schema(connection)
            steps.downgrade(connection, before)
            down = schema(connection)
            steps.upgrade(connection, revision)
            assert schema(connection) == up, f"{revision} up again"
            assert down == below, f"{revision} down"
            assert up != below, f"{revision} does nothing"
            below, before = up, revision

    await on_database(url, climb)


async def test_a_step_up_leaves_what_was_entered_before(url: str) -> None:
    """Each step on a directory that is in use, not only on an empty one."""
    inserts = (
        "INSERT INTO areas (id, name, crc_name, nps_division, hours, source, assumed, sample) "
        "VALUES ('a', 'A', 'A', 'A', '24/7', 'sample', false, true)",
        "INSERT INTO places (id, name, kind, area, population, source, assumed, sample) "
        "VALUES (1, 'Sampleton', 'place', 'a', 0, 'sample', false, true)",
        "INSERT INTO place_names (place, name) VALUES (1, 'Sampton')",
    )
    count = "SELECT count(*) FROM areas, places, place_names"

    def enter(connection: Connection) -> None:
        for insert in inserts:
            connection.exec_driver_sql(insert)

    def kept(connection: Connection) -> int:
        return int(connection.exec_driver_sql(count).scalar_one())

    _, _, _, after_up, _, after_down = await on_database(
        url,
        partial(steps.upgrade, revision="0001"),
        enter,
        steps.upgrade,
        kept,
        partial(steps.downgrade, revision="0001"),
        kept,
    )

    assert (after_up, after_down) == (1, 1)


async def test_taking_everything_down_leaves_nothing(url: str) -> None:
    *_, left = await on_database(
        url, steps.upgrade, lambda connection: steps.downgrade(connection, "base"), tables
    )

    assert left == {"alembic_version"}


def test_the_newest_revision_is_told_from_the_names_of_the_files() -> None:
    script = ScriptDirectory.from_config(steps.configuration())

    assert newest_revision() == script.get_current_head()
    for migration in script.walk_revisions():
        assert Path(migration.path).name.startswith(f"{migration.revision}_")
