"""A keeper sees what is due for a check in their areas, and says of one thing that it is right."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.audit import audit
from directory.exchange.cells.phone import read_number
from directory.keeping.freshness import Due, all_due, confirm, confirm_run
from directory.keeping.unanswered import forget, shapes, unknown_words
from directory.storage.database import count_change, database_errors, reading, writing
from routing.moments import day_in_london


@dataclass(frozen=True, slots=True)
class Keeper:
    """Who keeps which area, by its name; all of them where that is None."""

    account: str
    area: str | None

    def keeps(self, due: Due) -> bool:
        """Whether it is theirs to check. What no post uses is for whoever keeps all areas."""
        return self.area is None or self.area in due.areas


@dataclass(frozen=True, slots=True)
class Keeping:
    """What a keeper does while the service runs. One for an open directory; all raise DatabaseError."""

    engine: AsyncEngine
    clock: Callable[[], datetime]

    async def due_to(self, keeper: Keeper) -> list[Due]:
        """What a keeper has to check by today."""
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                return await due_to(connection, keeper, day_in_london(self.clock()))

    async def confirm(self, keeper: Keeper, what: str, channel: str) -> bool:
        """A keeper says that something due is right; whether that was theirs to say."""
        now = self.clock()
        act = audit.Act(keeper.account, channel, now)
        with database_errors(self.engine):
            async with writing(self.engine) as connection:
                return await confirm_due(connection, keeper, what, day_in_london(now), act)

    async def not_understood(self) -> tuple[list[tuple[int, str, bool, str]], list[tuple[str, int]]]:
        """How often what shape was not understood, and the unknown words, as `unanswered` keeps them."""
        with database_errors(self.engine):
            async with reading(self.engine) as connection:
                return await shapes(connection), await unknown_words(connection)

    async def forget_word(self, word: str, account: str, channel: str) -> bool:
        """Take an unknown word off the list, as it is of no use; whether it was on it."""
        act = audit.Act(account, channel, self.clock())
        with database_errors(self.engine):
            async with writing(self.engine) as connection:
                forgotten = await forget(connection, word)
                if forgotten:
                    await audit.record(connection, [audit.Entry(act, "forget", "unknown word")])
                return forgotten


async def due_to(connection: AsyncConnection, keeper: Keeper, day: date) -> list[Due]:
    """What this keeper has to check by a day, the most urgent first."""
    return [one for one in await all_due(connection, day) if keeper.keeps(one)]


async def confirm_due(
    connection: AsyncConnection, keeper: Keeper, what: str, day: date, act: audit.Act
) -> bool:
    """Write down that something due was checked and is right; False where it is not due to this keeper.

    It may have been confirmed meanwhile, or be in an area that they keep no longer.
    """
    if what not in {one.what for one in await due_to(connection, keeper, day)}:
        return False
    if _is_run(what):
        await confirm_run(connection, what, day)
        subject = f"programme run {what}"
    else:
        e164 = read_number(what)
        await confirm(connection, e164, day)
        subject = f"number {e164}"
    await count_change(connection)
    await audit.record(connection, [audit.Entry(act, "confirm", subject)])
    return True


def _is_run(what: str) -> bool:
    return any(letter.isalpha() for letter in what)
