"""In which language somebody wants to be answered, where they have chosen one.

Kept until they go back to the language of their app, or leave: a keyed hash of the person, and a code.
"""

from collections.abc import Callable

from sqlalchemy import delete, insert
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.accounts.standing import person_on
from directory.storage.database import database_errors, table, writing
from directory.tables import ChosenLanguage

_TABLE = table(ChosenLanguage)


class Languages:
    """The choices of all people on all channels. `hashed` makes of a person what may be kept."""

    def __init__(self, engine: AsyncEngine, hashed: Callable[[str], bytes]) -> None:
        self._engine = engine
        self._hashed = hashed

    async def choose(self, channel: str, user: int, language: str | None) -> None:
        """Keep a choice in place of the one before; None keeps nothing. Raises DatabaseError."""
        person = self._hashed(person_on(channel, user))
        with database_errors(self._engine):
            async with writing(self._engine) as connection:
                await connection.execute(delete(_TABLE).where(_TABLE.c.person == person))
                if language is not None:
                    await connection.execute(insert(_TABLE), [{"person": person, "language": language}])
