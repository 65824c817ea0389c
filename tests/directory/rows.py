"""What stands in a table of a directory, read past the directory itself."""

from typing import Any

from sqlalchemy import Row, select

from directory.settings import DirectorySettings
from directory.storage.database import make_engine, reading, table
from directory.tables.base import Base


async def rows_of(settings: DirectorySettings, model: type[Base]) -> list[Row[Any]]:
    """Every row."""
    engine = make_engine(settings.database_url)
    async with reading(engine) as connection:
        found = list((await connection.execute(select(table(model)))).all())
    await engine.dispose()
    return found
