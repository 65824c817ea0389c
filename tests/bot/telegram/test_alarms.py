"""An alarm reaches those who keep the area, and not more often than it helps."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import cast

from bot.alarms import Alarm, AlarmsInTheLog
from bot.channel import Channel
from bot.telegram.alarms import AlarmsByTelegram
from bot.telegram.client import create_bot
from directory.accounts.keepers import Keepers
from directory.accounts.standing import TELEGRAM
from directory.errors import DatabaseError
from tests.bot.telegram.answers import NOON
from tests.end_to_end.bot_api_server import BotApiServer
from tests.end_to_end.faults import Forbidden
from tests.end_to_end.wire import TOKEN

ALARM = Alarm("lookup.enumeration", "a01", "telegram", NOON)


class Kept:
    """Stands in for the keepers of a directory."""

    def __init__(self, *keepers: int, away: bool = False) -> None:
        self.keepers = keepers
        self.away = away

    async def over(self, account: str) -> tuple[int, ...]:
        """All of them."""
        if self.away:
            raise DatabaseError("away")
        return self.keepers


async def sounded(server: BotApiServer, kept: Kept, alarms: Iterable[Alarm] = (ALARM,)) -> list[int]:
    """Whom a message has reached."""
    async with create_bot(TOKEN, server.base).context() as bot:
        by_telegram = AlarmsByTelegram(
            bot, Channel(TELEGRAM, "west-mercia"), cast(Keepers, kept), AlarmsInTheLog()
        )
        for alarm in alarms:
            await by_telegram.sound(alarm)
            await asyncio.gather(*by_telegram._telling)
    return [shown.chat for shown in server.shown.values()]


async def test_every_keeper_is_told_which_account_and_what_to_do(server: BotApiServer) -> None:
    assert await sounded(server, Kept(1, 2)) == [1, 2]
    assert "directory account suspend a01" in server.shown[1].text


async def test_one_who_cannot_be_reached_does_not_keep_it_from_the_others(server: BotApiServer) -> None:
    server.next_time("sendMessage", Forbidden("bot was blocked by the user"))
    assert await sounded(server, Kept(1, 2)) == [2]


async def test_of_one_account_they_are_told_once_an_hour(server: BotApiServer) -> None:
    alarms = [replace(ALARM, at=NOON + timedelta(minutes=minutes)) for minutes in (0, 1, 59, 60)]
    assert await sounded(server, Kept(1), alarms) == [1, 1]


async def test_of_all_accounts_they_are_told_ten_times_at_most(server: BotApiServer) -> None:
    alarms = [replace(ALARM, account=f"a{number}") for number in range(30)]
    assert len(await sounded(server, Kept(1), alarms)) == 10


async def test_where_the_directory_cannot_be_read_the_asker_is_answered_all_the_same(
    server: BotApiServer,
) -> None:
    assert await sounded(server, Kept(1, away=True)) == []
