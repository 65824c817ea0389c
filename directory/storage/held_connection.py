"""One connection, held for looking things up: taking one from the pool each time would cost more."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.storage.database import database_errors

Found = TypeVar("Found")


class HeldConnection:
    """Looks up one thing at a time, and once more, anew, where the server has been restarted since."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._held: AsyncConnection | None = None
        self._one_at_a_time = asyncio.Lock()

    async def look_up(self, look: Callable[[AsyncConnection], Awaitable[Found]]) -> Found:
        """What is found. Raises DatabaseError where the database cannot be read."""
        async with self._one_at_a_time:
            with database_errors(self._engine):
                try:
                    return await look(await self._connection())
                except DBAPIError:
                    await self.let_go()
                    return await look(await self._connection())

    async def let_go(self) -> None:
        """Give the connection back."""
        held, self._held = self._held, None
        if held is not None:
            await held.close()

    async def _connection(self) -> AsyncConnection:
        if self._held is None:
            connection = await self._engine.connect()
            self._held = await connection.execution_options(isolation_level="AUTOCOMMIT")
        return self._held
