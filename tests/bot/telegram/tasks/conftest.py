"""One directory and one bot for all that is done on Telegram besides asking; in each test somebody new."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.alarms import AlarmsInTheLog
from bot.assistant import Assistant
from bot.channel import Channel
from bot.telegram.alarms import AlarmsByTelegram
from bot.telegram.client import create_bot
from bot.verifying import Verifying
from directory.accounts.standing import TELEGRAM
from directory.directory import Directory, Running
from directory.settings import DirectorySettings
from directory.storage.database import writing
from tests.bot.telegram.answers import PreparedAnswers
from tests.bot.telegram.conftest import Polling
from tests.bot.telegram.tasks.office import NOON, Office
from tests.bot.test_verifying import Letters
from tests.directory.people import add_agencies
from tests.end_to_end.bot_api_server import BotApiServer
from tests.end_to_end.wire import TOKEN


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def running(
    tmp_path_factory: pytest.TempPathFactory, template_with_rota: Path
) -> AsyncIterator[Office]:
    """A bot that polls, on a directory with agencies and a rota."""
    data = shutil.copytree(template_with_rota, tmp_path_factory.mktemp("filled") / "data")
    settings = DirectorySettings(data_dir=data)
    async with (
        BotApiServer() as server,
        await Directory.open(settings, Running(clock=lambda: NOON, poll_every=0.05)) as directory,
    ):
        async with writing(directory.accounts.engine) as connection:
            await add_agencies(connection)
        assistant = Assistant.on(directory, "west-mercia")
        polling = Polling(create_bot(TOKEN, server.base), PreparedAnswers(), [], asyncio.Event(), now=NOON)
        assistant.alarms = AlarmsByTelegram(
            polling.bot, Channel(TELEGRAM, "west-mercia"), directory.keepers, AlarmsInTheLog()
        )
        polling.directory, polling.asked, polling.knows = directory, assistant, assistant
        polling.verifying = Verifying(directory, Letters())
        task = polling.start()
        office = Office(server, directory)
        directory.on_change(lambda _: office.changed.set)
        yield office
        polling.stop.set()
        await task


@pytest_asyncio.fixture(loop_scope="package")
async def office(running: Office) -> Office:
    """The bot, and somebody who has never written."""
    running.server.person += 1
    return running
