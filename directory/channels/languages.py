"""In which language somebody wants to be answered, where they have chosen one.

Kept until they go back to the language of their app, or leave: a keyed hash of the person, and a code.
"""

from collections.abc import Callable

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.storage.database import database_errors, table, writing
from directory.storage.on_the_spot import OnTheSpot
from directory.tables import ChosenLanguage

_TABLE = table(ChosenLanguage)
_CHOSEN = select(_TABLE.c.language).where(_TABLE.c.person == bindparam("hashed"))


class Languages:
    """The choices of all people on all channels. `hashed` makes of a person what may be kept."""

    def __init__(self, engine: AsyncEngine, spot: OnTheSpot, hashed: Callable[[str], bytes]) -> None:
        self._engine = engine
        self._spot = spot
        self._hashed = hashed

    async def chosen(self, channel: str, user: int) -> str | None:
        """The code of the language that this person has chosen, if any. Raises DatabaseError."""
        row = await self._spot.row(_CHOSEN, {"hashed": self._person(channel, user)})
        return None if row is None else str(row.language)

    async def choose(self, channel: str, user: int, language: str | None) -> None:
        """Keep a choice in place of the one before; None keeps nothing. Raises DatabaseError."""
        person = self._person(channel, user)
        with database_errors(self._engine):
            async with writing(self._engine) as connection:
                await connection.execute(delete(_TABLE).where(_TABLE.c.person == person))
                if language is not None:
                    await connection.execute(insert(_TABLE), [{"person": person, "language": language}])

    def _person(self, channel: str, user: int) -> bytes:
        return self._hashed(f"{channel} {user}")
