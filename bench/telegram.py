"""Updates per second through aiogram's `feed_update`: ours, and a bare one-line echo in the same run.

There is no network: a session that returns what Telegram would. Both dispatchers are fed the same
way, in turns, so that a noisy machine is noisy for both; the medians are compared.
"""

import gc
import time
from collections import deque
from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from statistics import median
from typing import Any, cast

from aiogram import Bot, Dispatcher, types
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.base import BaseSession
from aiogram.enums import ParseMode
from aiogram.methods import SendMessage, TelegramMethod
from aiogram.methods.base import TelegramType

from bot.assistant import Assistant
from bot.channel import Channel
from bot.dialogue.dialogue import Dialogue
from bot.limits import Bucket, BucketsInMemory, Limits, Rate
from bot.mail import FileMailer
from bot.telegram.client import create_bot
from bot.telegram.dispatcher import create_dispatcher
from bot.telegram.keepers import Settles
from bot.telegram.memory import Memory
from bot.telegram.tasks.all import all_tasks
from bot.verifying import Verifying
from directory.accounts.standing import TELEGRAM

ROUNDS = 7
UPDATES_A_ROUND = 400
WARM_UP = 200
CHATS = 50
TEXTS = (
    "Who do I ring about a case in Kidderminster?",
    "The duty officer at Worcester is not answering",
    "Out of hours number for Redditch, it is urgent",
    "Who does unpaid work?",
)
AT = datetime(2014, 7, 8, 10, 30, tzinfo=UTC)

_TOKEN = "123456:sample"


class CannedSession(BaseSession):
    """Returns prepared results first in, first out; a call that nobody prepared answers itself."""

    def __init__(self) -> None:
        super().__init__()
        self.prepared: deque[object] = deque()
        self.calls = 0
        chat = types.Chat(id=1, type="private")
        self._sent = types.Message(message_id=1, date=AT, chat=chat)

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109
    ) -> TelegramType:
        """A message for sendMessage, true for the rest."""
        self.calls += 1
        if self.prepared:
            return cast(TelegramType, self.prepared.popleft())
        return cast(TelegramType, self._sent if isinstance(method, SendMessage) else True)

    async def close(self) -> None:
        """There is nothing to close."""

    async def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        """No file is ever fetched."""
        yield b""


def echo_dispatcher() -> Dispatcher:
    """What a bare aiogram bot is: one handler of one line."""
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: types.Message) -> None:
        await message.answer(message.text or "")

    return dispatcher


class _OfMany(BucketsInMemory):
    """Takes each message for another person's, for one alone would be held back."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers = count()

    async def take(self, key: str, rate: Rate, now: float) -> tuple[bool, Bucket]:
        """Take one message."""
        return await super().take(f"{key}{next(self._numbers)}", rate, now)


async def rates(assistant: Assistant) -> tuple[float, float]:
    """Updates per second: free text through our dispatcher, and through the bare echo."""
    directory = assistant.directory
    dialogue = Dialogue(assistant, lambda: AT)
    channel = Channel(TELEGRAM, assistant.area, assistant, Limits(_OfMany()))
    verifying = Verifying(directory, FileMailer(Path("unused"), ""))
    tasks = all_tasks(directory, "http://127.0.0.1:8080", verifying)
    memory, settles = Memory(directory.conversations), Settles(directory.number_reports)
    ours = create_dispatcher(dialogue, memory, settles, channel, verifying, tasks)
    echo = echo_dispatcher()
    our_bot, echo_bot = _our_bot(), _echo_bot()
    ids = count(1)
    await _seconds(ours, our_bot, WARM_UP, ids)
    await _seconds(echo, echo_bot, WARM_UP, ids)
    our_seconds: list[float] = []
    echo_seconds: list[float] = []
    with _quiet_collector():
        for _ in range(ROUNDS):
            our_seconds.append(await _seconds(ours, our_bot, UPDATES_A_ROUND, ids))
            echo_seconds.append(await _seconds(echo, echo_bot, UPDATES_A_ROUND, ids))
    return UPDATES_A_ROUND / median(our_seconds), UPDATES_A_ROUND / median(echo_seconds)


def _our_bot() -> Bot:
    """Our bot with its retries, which every request goes through, and a canned session."""
    real = create_bot(_TOKEN)
    session = CannedSession()
    for middleware in real.session.middleware:
        session.middleware(middleware)
    return Bot(_TOKEN, session=session, default=real.default)


def _echo_bot() -> Bot:
    return Bot(_TOKEN, session=CannedSession(), default=DefaultBotProperties(parse_mode=ParseMode.HTML))


async def _seconds(dispatcher: Dispatcher, bot: Bot, how_many: int, ids: Iterator[int]) -> float:
    """How long it takes to feed so many updates, one after another; making them is not counted."""
    updates = [_update(bot, next(ids)) for _ in range(how_many)]
    session = cast(CannedSession, bot.session)
    before = session.calls
    started = time.perf_counter()
    for update in updates:
        await dispatcher.feed_update(bot, update)
    taken = time.perf_counter() - started
    if session.calls - before != how_many:
        raise AssertionError(f"{how_many} updates were fed and {session.calls - before} answered")
    return taken


def _update(bot: Bot, number: int) -> types.Update:
    """An update as polling hands it over: read from JSON, with the bot mounted."""
    person = {"id": number % CHATS + 1, "first_name": "Sam Sample"}
    message = {
        "message_id": number,
        "date": int(AT.timestamp()),
        "chat": {**person, "type": "private"},
        "from": {**person, "is_bot": False},
        "text": TEXTS[number % len(TEXTS)],
    }
    return types.Update.model_validate({"update_id": number, "message": message}, context={"bot": bot})


@contextmanager
def _quiet_collector() -> Iterator[None]:
    """As in service: what start-up made is not looked through again at every collection."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
