"""A bot in this process, polling a Bot API server over real HTTP, with a person at the other end."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import cast

import pytest
from aiogram import Bot

from bot.assistant import Answers
from bot.channel import Channel, Knows, KnowsNobody
from bot.dialogue.call_back_offer import CallBackOffer, NoCallBackOffer
from bot.dialogue.dialogue import Dialogue
from bot.dialogue.reporting import Reporting
from bot.operation.health import Pulse
from bot.telegram.answering import Answering
from bot.telegram.client import Session, create_bot
from bot.telegram.dispatcher import create_dispatcher
from bot.telegram.keepers import AsksByTelegram, Settles
from bot.telegram.memory import Memory
from bot.telegram.migrating import FollowsWhenRefused
from bot.telegram.polling import poll
from bot.telegram.retries import Sleep
from bot.telegram.tasks.accepting import Accepting
from bot.telegram.tasks.all import all_tasks
from bot.telegram.tasks.task import Tasks
from bot.telegram.turns import Turns
from bot.telegram.words import say
from bot.verifying import Verifying
from bot.words.catalogue import ENGLISH
from directory.accounts.standing import TELEGRAM
from directory.directory import Directory
from tests.bot.telegram.answers import NOON, InMemory, InMemoryRecords, PreparedAnswers, PreparedKeeping
from tests.end_to_end.bot_api_server import BotApiServer
from tests.end_to_end.wire import KEEPER, PERSON, TOKEN

_certificates = cache(ssl.create_default_context)


@dataclass
class Polling:
    """The running bot: what it is asked, how long it would have paused, and how to stop it."""

    bot: Bot
    answers: PreparedAnswers
    pauses: list[float]
    paused: asyncio.Event
    sleep: Sleep = asyncio.sleep
    store: InMemory = field(default_factory=InMemory)
    records: InMemoryRecords = field(default_factory=InMemoryRecords)
    pulse: Pulse = field(default_factory=Pulse)
    keeping: PreparedKeeping = field(default_factory=lambda: PreparedKeeping(KEEPER))
    asked: Answers | None = None  # a real assistant, in place of the prepared answers
    now: datetime = NOON
    knows: Knows = field(default_factory=KnowsNobody)
    verifying: Verifying | None = None
    directory: Directory | None = None  # a real one, for what is no question
    calls: CallBackOffer = field(default_factory=NoCallBackOffer)
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    task: "asyncio.Task[None] | None" = None

    def start(self, drain_seconds: float = 5.0) -> "asyncio.Task[None]":
        """Begin to poll."""
        reporting = Reporting(self.keeping, self.keeping.count_unanswered)
        channel = Channel(TELEGRAM, "west-mercia", self.knows)
        reporting.asks = AsksByTelegram(self.bot, channel)
        dialogue = Dialogue(self.asked or self.answers, lambda: self.now, reporting, self.calls)
        memory = Memory(self.store, self.directory.duty_groups.move) if self.directory else Memory(self.store)
        self.bot.session.middleware(FollowsWhenRefused(memory))
        verifying = cast(Verifying, self.verifying)
        tasks = Tasks({"start": Accepting(verifying)})
        if self.directory:
            tasks = all_tasks(self.directory, "https://signpost.example.org", verifying)
        dispatcher = create_dispatcher(dialogue, memory, Settles(self.keeping), channel, verifying, tasks)
        answering = Answering(self.bot, dispatcher, self.records, Turns())
        polling = poll(answering, self.stop, self.pulse, drain_seconds=drain_seconds, sleep=self.sleep)
        self.task = asyncio.create_task(polling)
        return self.task

    async def says_nothing_else(self, server: BotApiServer, chat: int = PERSON) -> None:
        """See below."""
        await says_nothing_else(server, chat)


async def says_nothing_else(server: BotApiServer, chat: int = PERSON) -> None:
    """Say /start: its greeting, which is told from all answers, must be what is shown next.

    A chat's updates are answered in order, so whatever else was to come would come before.
    """
    await server.user_sends("/start@signpost_sample_bot", chat=chat)
    assert (await server.next_message()).text == say(ENGLISH, "start")


@pytest.fixture(autouse=True)
def _close_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """aiogram sleeps a quarter of a second after closing a session, for the sake of TLS."""

    async def close(self: Session) -> None:
        if self._session:
            await self._session.close()

    monkeypatch.setattr(Session, "close", close)


@pytest.fixture(autouse=True)
def _certificates_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each session of aiogram reads all authorities' certificates, which no test needs: 20 ms a bot."""
    monkeypatch.setattr(ssl, "create_default_context", _certificates)


@pytest.fixture
async def server() -> AsyncIterator[BotApiServer]:
    """A Bot API server."""
    async with BotApiServer() as running:
        yield running


@pytest.fixture
async def idle(server: BotApiServer) -> AsyncIterator[Polling]:
    """A bot that has not begun to poll; at the end it is stopped, and what it raised is raised."""
    pauses: list[float] = []
    paused = asyncio.Event()

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)
        paused.set()
        await asyncio.sleep(0)

    polling = Polling(create_bot(TOKEN, server.base, sleep=sleep), PreparedAnswers(), pauses, paused, sleep)
    yield polling
    polling.stop.set()
    if polling.task:
        await polling.task


@pytest.fixture
async def polling(idle: Polling) -> Polling:
    """A bot that polls."""
    idle.start()
    return idle
