"""What becomes of a call back where somebody of it has left, is suspended or of a revoked agency.

Told as in test_call_back_stories.py.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import delete, insert, update

from directory.call_backs.call_backs import ActRefusedError
from directory.storage.database import table
from directory.tables import Account, Agency
from routing.call_backs.asking import HowSoon
from tests.bot.call_backs.test_call_back_stories import SHOWN_NUMBER, at_the_desk
from tests.bot.call_backs.worcester import NUMBER, Town
from tests.directory.people import POLICE, PROBATION

pytestmark = pytest.mark.asyncio(loop_scope="module")


@asynccontextmanager
async def gone(town: Town, name: str, agency: str, how: str) -> AsyncIterator[None]:
    """Somebody has left, is suspended or of a revoked agency, and what is open has been seen to."""
    account = Account.id == f"a-{name}"
    (theirs,) = [dict(row._mapping) for row in await town.rows(Account) if row.id == f"a-{name}"]
    done = {
        "left": (delete(Account).where(account), insert(table(Account)).values(theirs)),
        "suspended": (update(Account).where(account).values(suspended=flag) for flag in (True, False)),
        "revoked": (update(Agency).where(Agency.id == agency).values(revoked=flag) for flag in (True, False)),
    }
    stops, restores = done[how]
    await town.change(stops)
    await town.worker.see_to_departed()
    await town.work()
    yield
    await town.change(restores)


@pytest.mark.parametrize("how", ["left", "suspended", "revoked"])
async def test_what_somebody_asked_who_has_left_is_withdrawn_and_whoever_had_it_is_told(
    town: Town, how: str
) -> None:
    await town.begin("Tu")
    await town.ask(HowSoon.TODAY)
    await town.press("ash", "ring within 15 minutes")
    await town.worker.see_to_departed()
    assert (await town.rows())[-1].outcome is None
    async with gone(town, "sergeant", POLICE, how):
        pass

    row = (await town.rows())[-1]
    assert (row.outcome, row.asker, row.number_sealed) == ("withdrawn", None, None)
    assert town.last("ash") == "The caller no longer needs you. Nothing is left to do."
    assert SHOWN_NUMBER not in str(town.heard("ash"))


async def test_a_call_back_for_a_caller_goes_on_when_whoever_took_the_number_down_has_left(
    town: Town,
) -> None:
    await town.begin("Tu")
    asked = await at_the_desk(town, NUMBER)
    async with gone(town, "sergeant", POLICE, "left"):
        row = (await town.rows())[-1]
        assert (row.id, row.state, row.asker) == (asked.id, "offered", None)
        with pytest.raises(ActRefusedError):
            await town.directory.call_backs.withdraw(asked.id, "a-elm", "redditch")
        await town.directory.call_backs.withdraw(asked.id, "a-elm", "worcester")
    assert (await town.rows())[-1].outcome == "withdrawn"


@pytest.mark.parametrize("how", ["left", "suspended", "revoked"])
async def test_what_somebody_had_taken_who_is_gone_is_open_again_at_once_and_all_are_told(
    town: Town, how: str
) -> None:
    await town.begin("Tu")
    await town.ask(HowSoon.TODAY)
    await town.press("ash", "ring within 2 hours")
    async with gone(town, "ash", PROBATION, how):
        row = (await town.rows())[-1]
        assert (row.taken_by, row.reopened) == (None, 1)
        if how == "revoked":  # all of probation: nobody is left but the number
            assert "Ring:" in town.last("sergeant")
            return
        assert (row.state, row.offered_to) == ("offered", "cedar")
        assert "whoever had taken it can ring you no longer" in town.last("sergeant")
        assert "Whoever had taken it can ring no longer." in town.last("cedar")
        if how == "suspended":  # whoever has left has no chat any longer
            assert town.last("ash").startswith("Your account is stopped")
            assert SHOWN_NUMBER not in str(town.heard("ash"))


async def test_a_manager_who_is_suspended_loses_what_they_had_taken_and_the_asker_is_told_whom_to_ring(
    town: Town,
) -> None:
    await town.begin("Tu")
    await town.ask(HowSoon.URGENT)
    await town.until("10:55")
    await town.press("keeper", "ring within 30 minutes")
    assert (await town.rows())[-1].state == "taken"
    async with gone(town, "keeper", PROBATION, "suspended"):
        row = (await town.rows())[-1]
        assert (row.outcome, row.taken_by) == ("unanswered", None)
        assert "Ring:" in town.last("sergeant")
