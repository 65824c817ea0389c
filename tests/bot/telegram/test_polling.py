"""Nothing that a Bot API server does loses an answer, doubles it, or puts it out of order."""

import asyncio
import logging

import pytest

from bot.operation.health import Pulse
from bot.telegram.client import create_bot
from bot.telegram.errors import TelegramError
from bot.telegram.in_hand import PAUSES
from tests.bot.telegram.answers import route
from tests.bot.telegram.conftest import Polling
from tests.end_to_end.bot_api_server import BotApiServer
from tests.end_to_end.faults import (
    BadRequest,
    Conflict,
    Dropped,
    Fault,
    Forbidden,
    Held,
    OddReceipt,
    ServerError,
    TooManyRequests,
)
from tests.end_to_end.wire import PERSON, TOKEN

FAULTS = [
    TooManyRequests(retry_after=1),
    ServerError(),
    ServerError(502, html=True),
    Dropped(),
]


@pytest.mark.parametrize("fault", FAULTS, ids=str)
async def test_sending_survives(server: BotApiServer, polling: Polling, fault: Fault) -> None:
    server.next_time("sendMessage", fault, fault)
    assert "+44 1632 960001" in (await server.answers("duty officer Worcester")).text
    assert server.calls["sendMessage"] == 3


@pytest.mark.parametrize("fault", [*FAULTS, Conflict(), Dropped(handled=True)], ids=str)
async def test_listening_survives(server: BotApiServer, polling: Polling, fault: Fault) -> None:
    await server.answers("duty officer Worcester")
    server.next_time("getUpdates", *[fault] * 10)
    await server.answers("wakes the poll that is waiting")
    await polling.says_nothing_else(server)
    await server.all_confirmed()


@pytest.mark.parametrize("fault", FAULTS, ids=str)
async def test_starting_survives(server: BotApiServer, idle: Polling, fault: Fault) -> None:
    for method in ("getMe", "deleteWebhook", "setMyCommands", "getUpdates"):
        server.next_time(method, fault)
    idle.start()
    await server.answers("duty officer Worcester")


async def test_after_429_it_waits_as_long_as_it_is_told(server: BotApiServer, polling: Polling) -> None:
    server.next_time("sendMessage", TooManyRequests(retry_after=7))
    await server.answers("duty officer Worcester")
    assert polling.pauses == [7.0]


async def test_between_failures_it_waits_twice_as_long_each_time_up_to_a_limit(
    server: BotApiServer, idle: Polling
) -> None:
    server.next_time("getMe", *[ServerError()] * 8)
    idle.start()
    await server.answers("duty officer Worcester")
    assert idle.pauses == [0.25, 0.5, 1, 2, 4, 8, 8, 8]


async def test_what_cannot_be_sent_holds_nobody_up_and_is_tried_again_later(
    server: BotApiServer, polling: Polling
) -> None:
    server.next_time("sendMessage", *[ServerError()] * 6)
    await server.user_sends("duty officer Worcester")
    await polling.says_nothing_else(server)
    assert "+44 1632 960001" in (await server.next_message()).text
    await server.all_confirmed()


async def test_sending_is_not_tried_for_ever(server: BotApiServer, polling: Polling) -> None:
    server.next_time("sendMessage", *[ServerError()] * 6 * (len(PAUSES) + 1))
    await server.user_sends("duty officer Worcester")
    await server.all_confirmed()
    await polling.says_nothing_else(server)


async def test_telegram_forgets_an_update_only_once_it_is_answered(
    server: BotApiServer, polling: Polling
) -> None:
    slow = Held()
    server.next_time("sendMessage", slow)
    first = await server.user_sends("duty officer Worcester")
    await slow.arrived.wait()
    await server.user_sends("from elsewhere", chat=3003)
    assert (await server.next_message()).chat == 3003
    assert min(server.unconfirmed) == first
    slow.let_go.set()
    await server.all_confirmed()


async def test_after_a_restart_exactly_the_rest_is_answered(server: BotApiServer, idle: Polling) -> None:
    task = idle.start(drain_seconds=0)
    killed = Held()
    server.next_time("sendMessage", killed)
    await server.user_sends("duty officer Worcester")
    await killed.arrived.wait()
    await server.user_sends("from elsewhere", chat=3003)
    assert (await server.next_message()).chat == 3003
    idle.stop.set()
    await task
    idle.stop.clear()
    idle.bot = create_bot(TOKEN, server.base)
    idle.start()
    assert (await server.next_message()).chat == PERSON
    await idle.says_nothing_else(server)
    await idle.says_nothing_else(server, chat=3003)
    killed.let_go.set()


@pytest.mark.parametrize(
    "fault",
    [
        Forbidden("bot was blocked by the user"),
        Forbidden("bot was kicked from the group chat"),
        BadRequest("chat not found"),
    ],
    ids=str,
)
async def test_whoever_is_not_there_any_longer_is_not_tried_again_nor_complained_of(
    server: BotApiServer, polling: Polling, fault: Fault, caplog: pytest.LogCaptureFixture
) -> None:
    server.next_time("sendMessage", fault)
    await server.user_sends("duty officer Worcester")
    await server.all_confirmed()
    await polling.says_nothing_else(server)
    assert server.calls["sendMessage"] == 2
    assert not caplog.text


async def test_an_answer_that_telegram_will_never_take_is_told_to_the_log_and_not_tried_again(
    server: BotApiServer, polling: Polling, caplog: pytest.LogCaptureFixture
) -> None:
    server.next_time("sendMessage", BadRequest("can't parse entities"))
    await server.user_sends("duty officer Worcester")
    await server.all_confirmed()
    assert "an answer was refused" in caplog.text


class CountedPulse(Pulse):
    """Counts its beats."""

    beats = 0

    def beat(self) -> None:
        """One more."""
        self.beats += 1
        super().beat()


async def test_the_pulse_beats_once_telegram_is_there_and_each_time_that_it_is_heard(
    server: BotApiServer, idle: Polling
) -> None:
    idle.pulse = pulse = CountedPulse()
    held = Held()
    server.next_time("getMe", held)
    idle.start()
    await held.arrived.wait()
    assert not pulse.is_felt(within=60)
    held.let_go.set()
    await server.polled.wait()
    assert pulse.is_felt(within=60)  # nobody has to write something first
    before = pulse.beats
    await server.answers("duty officer Worcester")
    assert pulse.beats > before


async def test_an_answer_that_nobody_would_wait_for_is_given_up(
    server: BotApiServer, polling: Polling
) -> None:
    polling.answers.prepare(route("+441632960008"), route("+441632960009"))
    server.next_time("sendMessage", TooManyRequests(retry_after=3600))
    await server.user_sends("duty officer Worcester")
    assert "+44 1632 960009" in (await server.answers("duty officer Redditch")).text
    assert polling.pauses == []


async def test_an_answer_whose_receipt_was_lost_is_sent_again(server: BotApiServer, polling: Polling) -> None:
    """A known price (see retries.py): twice is better than not at all."""
    server.next_time("sendMessage", Dropped(handled=True))
    first = await server.answers("duty officer Worcester")
    again = await server.next_message()
    assert first.text == again.text
    await polling.says_nothing_else(server)


async def test_an_update_delivered_twice_is_answered_once(server: BotApiServer, polling: Polling) -> None:
    await server.user_sends("duty officer Worcester", copies=2)
    await server.next_message()
    await polling.says_nothing_else(server)


async def test_an_update_that_comes_again_after_its_answer_is_not_answered_again(
    server: BotApiServer, polling: Polling
) -> None:
    update_id = await server.user_sends("duty officer Worcester")
    await server.next_message()
    await server.all_confirmed()
    await server.comes_again(update_id)
    await polling.says_nothing_else(server)


async def test_an_answer_with_an_odd_receipt_is_not_sent_again(
    server: BotApiServer, polling: Polling
) -> None:
    server.next_time("sendMessage", OddReceipt())
    update_id = await server.user_sends("duty officer Worcester")
    await server.next_message()
    await polling.says_nothing_else(server)
    await server.comes_again(update_id)
    await polling.says_nothing_else(server)


async def test_updates_that_come_out_of_order_are_each_answered_once(
    server: BotApiServer, idle: Polling
) -> None:
    chats = range(3001, 3006)
    for chat in chats:
        await server.user_sends("duty officer", chat=chat)
    server._updates.reverse()
    idle.start()
    await server.all_confirmed()
    assert sorted([(await server.next_message()).chat for _ in chats]) == list(chats)
    assert not server.has_news


async def test_one_chats_messages_are_answered_in_order(server: BotApiServer, polling: Polling) -> None:
    slow = asyncio.Event()
    polling.answers.prepare(slow, route("+441632960009"))
    await server.user_sends("first")
    await server.user_sends("second")
    await server.user_sends("from elsewhere", chat=3003)
    assert (await server.next_message()).chat == 3003
    slow.set()
    assert "+44 1632 960001" in (await server.next_message()).text
    assert "+44 1632 960009" not in (await server.next_message()).text


async def test_an_update_that_cannot_be_read_does_not_stop_the_rest(
    server: BotApiServer, polling: Polling, caplog: pytest.LogCaptureFixture
) -> None:
    await server.update_arrives({"message": {"text": "secret", "date": "never"}})
    await server.answers("duty officer Worcester")
    await server.all_confirmed()
    assert "secret" not in caplog.text


async def test_an_update_of_a_kind_nobody_asked_for_is_passed_over_in_silence(
    server: BotApiServer, polling: Polling, caplog: pytest.LogCaptureFixture
) -> None:
    await server.answers("duty officer Worcester")
    await server.unasked_update_arrives({"some_new_kind": {"text": "secret"}})
    await polling.says_nothing_else(server)
    assert not caplog.text


async def test_only_what_is_handled_is_asked_for(server: BotApiServer, polling: Polling) -> None:
    await server.answers("duty officer Worcester")
    assert server.wanted == ["callback_query", "edited_message", "inline_query", "message"]


async def test_stopping_delivers_the_answer_in_hand(server: BotApiServer, polling: Polling) -> None:
    held = Held()
    server.next_time("sendMessage", held)
    await server.user_sends("duty officer Worcester")
    await held.arrived.wait()
    polling.stop.set()
    await asyncio.sleep(0.05)
    assert polling.task
    assert not polling.task.done()
    held.let_go.set()
    assert "+44 1632 960001" in (await server.next_message()).text
    await polling.task
    await server.all_confirmed()


async def test_stopping_confirms_what_was_answered(server: BotApiServer, idle: Polling) -> None:
    next_poll = Held()
    server.next_time("getUpdates", Fault(), next_poll)
    task = idle.start()
    await server.answers("duty officer Worcester")
    await next_poll.arrived.wait()
    idle.stop.set()
    await task
    await server.all_confirmed()
    next_poll.let_go.set()


async def test_stopping_does_not_wait_for_ever(server: BotApiServer, idle: Polling) -> None:
    task = idle.start(drain_seconds=0.05)
    held = Held()
    server.next_time("sendMessage", held)
    await server.user_sends("duty officer Worcester")
    await held.arrived.wait()
    idle.stop.set()
    async with asyncio.timeout(5):
        await task
    held.let_go.set()


async def test_stopping_while_the_server_is_out_of_reach(idle: Polling, server: BotApiServer) -> None:
    server.next_time("getMe", *[ServerError()] * 1000)
    task = idle.start()
    await idle.paused.wait()
    idle.stop.set()
    async with asyncio.timeout(5):
        await task


async def test_a_wrong_token_is_told_in_one_sentence(server: BotApiServer, idle: Polling) -> None:
    idle.bot = create_bot("123456:wrong", server.base)
    task = idle.start()
    idle.task = None
    with pytest.raises(TelegramError, match="does not accept TELEGRAM_TOKEN") as refused:
        await task
    assert "wrong" not in str(refused.value)


async def test_neither_texts_nor_names_nor_the_token_are_logged(
    server: BotApiServer, idle: Polling, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    idle.start()
    idle.answers.prepare(ValueError("Worcester"))
    for method in ("sendMessage", "getUpdates"):
        server.next_time(method, *FAULTS)
    await server.answers("Worcester")
    idle.stop.set()
    assert idle.task
    await idle.task
    for secret in ("Worcester", "Sam", "123456:sample", "bot123456"):
        assert secret not in caplog.text
