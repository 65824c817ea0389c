"""The revision that a database is at, and bringing it up to the newest."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.errors import DatabaseError
from directory.storage.faults import shown

_VERSIONS = Path(__file__).parent / "versions"


def newest_revision() -> str:
    """The revision of the newest migration: files are named `0001_what_it_does.py`."""
    return max(revisions())


def revisions() -> set[str]:
    """The revisions of all migrations."""
    return {file.name.partition("_")[0] for file in _VERSIONS.glob("[0-9]*_*.py")}


async def revision_of(connection: AsyncConnection) -> str | None:
    """The revision that the database is at, or None where it has never been migrated."""
    if not await connection.run_sync(_has_revision):
        return None
    return (await connection.execute(text("SELECT version_num FROM alembic_version"))).scalar_one_or_none()


def _has_revision(connection: Connection) -> bool:
    return inspect(connection).has_table("alembic_version")


async def migrate(connection: AsyncConnection) -> None:
    """Bring the database up to the newest revision, inside the connection's transaction."""
    at, newest = await revision_of(connection), newest_revision()
    if at == newest:
        return
    if at is not None and at > newest:
        raise DatabaseError(
            f"The database {shown(connection.engine.url)} was made by a newer Signpost (revision {at}, "
            f"this one knows {newest}): run the newer version, or set DATABASE_URL to another database."
        )
    # Alembic takes a seventh of a second to import, and is hardly ever needed.
    from directory.migrations import steps  # noqa: PLC0415

    await connection.run_sync(steps.upgrade)
