"""By webhook as by polling: nothing that happens on the way loses an answer, doubles it or mixes it up."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import cast

import pytest
from aiogram.exceptions import TelegramServerError

from bot.channel import Channel
from bot.dialogue.dialogue import Dialogue
from bot.telegram.answering import Answering
from bot.telegram.client import create_bot
from bot.telegram.dispatcher import create_dispatcher
from bot.telegram.errors import TelegramError
from bot.telegram.keepers import Settles
from bot.telegram.memory import Memory
from bot.telegram.retries import ATTEMPTS
from bot.telegram.tasks.task import Tasks
from bot.telegram.turns import Turns
from bot.telegram.webhook import PAUSE_SECONDS, Webhook
from bot.verifying import Verifying
from bot.web.app import create_app
from bot.web.server import listen, serve
from bot.web.webhook import WebhookDoor
from directory.accounts.standing import TELEGRAM
from tests.bot.telegram.answers import (
    NOON,
    InMemory,
    InMemoryRecords,
    PreparedAnswers,
    PreparedKeeping,
    route,
)
from tests.bot.telegram.conftest import says_nothing_else
from tests.end_to_end.bot_api_server import BotApiServer
from tests.end_to_end.faults import (
    BadRequest,
    Dropped,
    Fault,
    Forbidden,
    Held,
    OddReceipt,
    ServerError,
    TooManyRequests,
)
from tests.end_to_end.wire import TOKEN

PATH, SECRET = "/telegram", "sample"


@dataclass
class Hooked:
    """A bot in this process that is served by webhook."""

    server: BotApiServer
    patience: float = 5.0
    answers: PreparedAnswers = field(default_factory=PreparedAnswers)
    records: InMemoryRecords = field(default_factory=InMemoryRecords)
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    served: "asyncio.Task[None] | None" = None

    async def start(self) -> None:
        """Begin to serve; returns once Telegram knows the webhook."""
        self.stop.clear()
        self.server.hooked.clear()
        bot = create_bot(TOKEN, self.server.base, patience=PAUSE_SECONDS, sleep=lambda _: asyncio.sleep(0))
        channel = Channel(TELEGRAM, "west-mercia")
        dialogue = Dialogue(self.answers, lambda: NOON)
        settles, verifying = Settles(PreparedKeeping()), cast(Verifying, None)
        dispatcher = create_dispatcher(dialogue, Memory(InMemory()), settles, channel, verifying, Tasks({}))
        answering = Answering(bot, dispatcher, self.records, Turns(), self.patience)
        listening = listen("127.0.0.1", 0)
        door = WebhookDoor(PATH, SECRET)
        url = f"http://127.0.0.1:{listening.getsockname()[1]}{PATH}"
        self.hook = Webhook(answering, url, SECRET)
        door.takes = self.hook.take
        registering = asyncio.create_task(self.hook.keep_registered())

        async def serving() -> None:
            await serve(door.before(create_app(dialogue, channel)), listening, self.stop)
            registering.cancel()
            await bot.session.close()
            listening.close()

        self.served = asyncio.create_task(serving())
        await self.server.hooked.wait()

    async def end(self) -> None:
        """Stop as at SIGTERM."""
        self.stop.set()
        if self.served:
            await self.served

    @property
    def statuses(self) -> list[int]:
        """What Telegram was answered."""
        assert self.server.hook
        return self.server.hook.statuses


@pytest.fixture
async def idle(server: BotApiServer) -> AsyncIterator[Hooked]:
    """A bot that is not served yet."""
    hooked = Hooked(server)
    yield hooked
    await hooked.end()


@pytest.fixture
async def hooked(idle: Hooked) -> Hooked:
    """A bot that is."""
    await idle.start()
    return idle


async def test_a_message_is_answered_and_then_done(server: BotApiServer, hooked: Hooked) -> None:
    assert "+44 1632 960001" in (await server.answers("duty officer Worcester")).text
    await server.all_confirmed()
    assert hooked.statuses == [200]
    assert hooked.records.finished == {1}


async def test_telegram_is_told_which_updates_are_wanted(server: BotApiServer, hooked: Hooked) -> None:
    assert server.wanted == ["callback_query", "edited_message", "inline_query", "message"]


@pytest.mark.parametrize("fault", [TooManyRequests(1), ServerError(), Dropped()], ids=str)
async def test_a_short_trouble_is_ridden_out(server: BotApiServer, hooked: Hooked, fault: Fault) -> None:
    server.next_time("sendMessage", fault)
    await server.answers("duty officer Worcester")
    await server.all_confirmed()
    assert hooked.statuses == [200]


async def test_for_a_long_wait_the_update_is_handed_back_and_comes_again(
    server: BotApiServer, hooked: Hooked
) -> None:
    server.next_time("sendMessage", TooManyRequests(30))
    assert "+44 " in (await server.answers("duty officer Worcester")).text
    await server.all_confirmed()
    assert hooked.statuses == [503, 200]
    await says_nothing_else(server)
    assert hooked.records.left == [(1, False)]


async def test_an_update_is_handed_back_in_time_whatever_it_waits_for(
    server: BotApiServer, idle: Hooked
) -> None:
    idle.patience = 0.05
    await idle.start()
    held = Held()
    server.next_time("sendMessage", held)
    await server.answers("duty officer Worcester")
    await server.all_confirmed()
    assert idle.statuses[0] == 503
    assert idle.statuses[-1] == 200
    held.let_go.set()


async def test_what_we_fail_at_comes_again(
    server: BotApiServer, hooked: Hooked, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing = [RuntimeError("secret"), None]

    async def admits(*_: object) -> bool:
        if error := failing.pop(0):
            raise error
        return True

    monkeypatch.setattr("bot.telegram.conversation.Conversation._admits", admits)
    await server.answers("duty officer Worcester")
    await server.all_confirmed()
    assert hooked.records.left == [(1, True)]


@pytest.mark.parametrize("fault", [Forbidden("blocked"), BadRequest("chat not found"), OddReceipt()], ids=str)
async def test_what_is_not_worth_another_try_does_not_come_again(
    server: BotApiServer, hooked: Hooked, fault: Fault
) -> None:
    server.next_time("sendMessage", fault)
    await server.user_sends("duty officer Worcester")
    await server.all_confirmed()
    assert hooked.statuses == [200]


async def test_an_update_that_comes_twice_is_answered_once(server: BotApiServer, hooked: Hooked) -> None:
    update_id = await server.user_sends("duty officer Worcester", copies=3)
    await server.next_message()
    await server.all_confirmed()
    await server.comes_again(update_id)
    await says_nothing_else(server)


async def test_while_the_database_is_away_a_process_knows_itself_what_it_has_answered(
    server: BotApiServer, hooked: Hooked
) -> None:
    update_id = await server.user_sends("duty officer Worcester")
    await server.next_message()
    await server.all_confirmed()
    hooked.records.finished.clear()
    await server.comes_again(update_id)
    await says_nothing_else(server)


async def test_a_repeat_that_comes_while_the_first_is_in_hand_waits_for_it(
    server: BotApiServer, hooked: Hooked
) -> None:
    held = Held()
    server.next_time("sendMessage", held)
    update_id = await server.user_sends("duty officer Worcester")
    await held.arrived.wait()
    await server.comes_again(update_id)
    await asyncio.sleep(0.05)
    assert hooked.statuses == []
    held.let_go.set()
    await server.next_message()
    await says_nothing_else(server)


async def test_updates_that_come_out_of_order_are_all_answered(server: BotApiServer, hooked: Hooked) -> None:
    assert server.hook
    for number in (9, 7, 8):
        chat = {"id": number, "type": "private"}
        message = {
            "message_id": number,
            "date": 1_404_800_000,
            "text": "duty officer Worcester",
            "chat": chat,
        }
        server.hook.push_out_of_turn({"update_id": number, "message": message})
    assert {(await server.next_message()).chat for _ in range(3)} == {7, 8, 9}


async def test_one_chat_is_answered_in_order_and_no_other_waits(server: BotApiServer, hooked: Hooked) -> None:
    slow = asyncio.Event()
    hooked.answers.prepare(slow, route("+441632960009"))
    await server.user_sends("first")
    await server.user_sends("second")
    await server.user_sends("from elsewhere", chat=3003)
    assert (await server.next_message()).chat == 3003
    slow.set()
    assert "+44 1632 960001" in (await server.next_message()).text


async def test_what_cannot_be_read_is_passed_over_without_a_word_of_it(
    server: BotApiServer, hooked: Hooked, caplog: pytest.LogCaptureFixture
) -> None:
    await server.update_arrives({"message": {"text": "secret", "date": "never"}})
    await server.unasked_update_arrives({"some_new_kind": {"text": "secret"}})
    await server.answers("duty officer Worcester")
    await server.all_confirmed()
    assert "secret" not in caplog.text


async def test_stopping_finishes_what_is_in_hand_and_tells_telegram(
    server: BotApiServer, hooked: Hooked
) -> None:
    held = Held()
    server.next_time("sendMessage", held)
    await server.user_sends("duty officer Worcester")
    await held.arrived.wait()
    ending = asyncio.create_task(hooked.end())
    await asyncio.sleep(0.05)
    assert not ending.done()
    held.let_go.set()
    await server.next_message()
    await ending
    assert hooked.statuses[0] == 200


async def test_what_comes_while_it_is_down_is_answered_once_it_is_up(
    server: BotApiServer, hooked: Hooked
) -> None:
    await hooked.end()
    await server.user_sends("duty officer Worcester")
    await hooked.start()
    await server.next_message()
    await says_nothing_else(server)


async def test_a_webhook_that_somebody_took_away_is_set_again(
    server: BotApiServer, hooked: Hooked, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert await hooked.hook._holds()
    async with create_bot(TOKEN, server.base) as rival:
        await rival.delete_webhook()
    assert not await hooked.hook._holds()
    assert not hooked.hook.registered
    await hooked.hook._register()
    await server.answers("duty officer Worcester")
    assert hooked.hook.registered


async def test_it_is_not_well_while_telegram_cannot_be_asked(server: BotApiServer, hooked: Hooked) -> None:
    server.next_time("getWebhookInfo", *[ServerError()] * ATTEMPTS)
    with pytest.raises(TelegramServerError):
        await hooked.hook._holds()
    assert not hooked.hook.registered
    assert await hooked.hook._holds()
    assert hooked.hook.registered


async def test_starting_waits_for_telegram(
    server: BotApiServer, idle: Hooked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.webhook._TRY_AGAIN_AFTER", 0.01)
    server.next_time("setWebhook", *[ServerError()] * 8)
    await idle.start()
    await server.answers("duty officer Worcester")


async def test_an_address_that_telegram_refuses_is_told_in_one_sentence(server: BotApiServer) -> None:
    server.next_time("setWebhook", BadRequest("bad webhook: Failed to resolve host"))
    async with create_bot(TOKEN, server.base) as bot:
        answering = Answering(bot, create_dispatcher(*[None] * 6), InMemoryRecords(), Turns())  # type: ignore[arg-type]
        with pytest.raises(TelegramError, match=r"TELEGRAM_WEBHOOK_URL \(bad webhook: Failed to resolve"):
            await Webhook(answering, "https://nowhere.example/telegram", SECRET).keep_registered()
