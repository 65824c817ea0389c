"""What is due: looked up apart from the worker that looks at it."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.storage.database import database_errors, reading
from directory.storage.moments import as_kept


async def due_before(engine: AsyncEngine, due_at: ColumnElement[Any], moment: datetime) -> int:
    """How many rows ought to have been looked at before a moment. Raises DatabaseError."""
    late = select(func.count()).where(due_at < as_kept(moment))
    with database_errors(engine):
        async with reading(engine) as connection:
            counted: int = (await connection.execute(late)).scalar_one()
    return counted
