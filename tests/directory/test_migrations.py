import asyncio
from dataclasses import dataclass
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
from tests.directory.postgresql import Server

pytestmark = pytest.mark.long

Schema = dict[str, dict[str, Any]]

REVISIONS = [
    script.revision for script in ScriptDirectory.from_config(steps.configuration()).walk_revisions()
][::-1]


ENTERED = (
    "INSERT INTO areas (id, name, crc_name, nps_division, hours, source, assumed, sample) "
    "VALUES ('a', 'A', 'A', 'A', '24/7', 'sample', false, true)",
    "INSERT INTO places (id, name, kind, area, population, source, assumed, sample) "
    "VALUES (1, 'Sampleton', 'place', 'a', 0, 'sample', false, true)",
    "INSERT INTO place_names (place, name) VALUES (1, 'Sampton')",
)


@dataclass
class Walk:
    """What was seen on the way from nothing to the newest revision, down again step by step, and up again.

    The way takes seconds, so all tests share it. The first time it is gone with rows in the tables, as on a
    directory that is in use.
    """

    nothing: Schema
    up: dict[str, Schema]  # by revision, in order
    unlike_models: list[Any]
    down: dict[str, Schema]  # what was left once a revision was taken down
    kept: list[int]  # rows that were entered at the first revision: at the newest, and at the first again
    left: set[str]  # tables, once all is taken down
    modelled: Schema
    up_again: Schema


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def walk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Walk:
    settings = DirectorySettings(data_dir=tmp_path_factory.mktemp("walk"))
    if request.param == "postgresql":
        server: Server = request.getfixturevalue("postgresql")
        settings = DirectorySettings(data_dir=settings.data_dir, database_url=server.url(server.create()))
    return asyncio.run(_walk(settings.database_url))


async def _walk(url: str) -> Walk:
    engine = make_engine(url)
    try:
        async with altering(engine) as connection:
            return await connection.run_sync(_walk_on)
    finally:
        await engine.dispose()


def _walk_on(connection: Connection) -> Walk:
    nothing = schema(connection)
    up, down = dict[str, Schema](), dict[str, Schema]()
    for revision in REVISIONS:
        steps.upgrade(connection, revision)
        if not up:
            _enter(connection)
        up[revision] = schema(connection)
    unlike_models, kept = _unlike_models(connection), [_kept(connection)]
    for revision, below in zip(reversed(REVISIONS), [*reversed(REVISIONS[:-1]), "base"], strict=True):
        if below == "base":
            kept.append(_kept(connection))
        steps.downgrade(connection, below)
        down[revision] = schema(connection)
    left = set(inspect(connection).get_table_names())
    Base.metadata.create_all(connection)
    modelled = schema(connection)
    Base.metadata.drop_all(connection)
    steps.upgrade(connection)
    return Walk(nothing, up, unlike_models, down, kept, left, modelled, schema(connection))


def _enter(connection: Connection) -> None:
    for insert in ENTERED:
        connection.exec_driver_sql(insert)


def _kept(connection: Connection) -> int:
    count = "SELECT count(*) FROM areas, places, place_names"
    return int(connection.exec_driver_sql(count).scalar_one())


def _unlike_models(connection: Connection) -> list[Any]:
    return list(compare_metadata(MigrationContext.configure(connection), Base.metadata))


def schema(connection: Connection) -> Schema:
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


def test_the_migrated_tables_are_those_of_the_models(walk: Walk) -> None:
    assert walk.unlike_models == []


def test_checks_keys_and_indexes_are_those_of_the_models(walk: Walk) -> None:
    """Alembic does not compare all of these itself."""
    assert walk.up[REVISIONS[-1]] == walk.modelled


def test_each_step_does_something_and_can_be_taken_down(walk: Walk) -> None:
    below = walk.nothing
    for revision, up in walk.up.items():
        assert up != below, f"{revision} does nothing"
        assert walk.down[revision] == below, f"{revision} down"
        below = up


def test_what_was_taken_down_goes_up_again(walk: Walk) -> None:
    assert walk.up_again == walk.up[REVISIONS[-1]]


def test_a_step_up_or_down_leaves_what_was_entered_before(walk: Walk) -> None:
    """Each step on a directory that is in use, not only on an empty one."""
    assert walk.kept == [1, 1]


def test_taking_everything_down_leaves_nothing(walk: Walk) -> None:
    assert walk.left == {"alembic_version"}


def test_the_newest_revision_is_told_from_the_names_of_the_files() -> None:
    script = ScriptDirectory.from_config(steps.configuration())

    assert newest_revision() == script.get_current_head()
    for migration in script.walk_revisions():
        assert Path(migration.path).name.startswith(f"{migration.revision}_")
