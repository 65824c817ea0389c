"""In a group the bot speaks when it is spoken to."""

import pytest

from bot.telegram.words import say
from bot.words.catalogue import ENGLISH
from tests.bot.telegram.conftest import Polling
from tests.end_to_end.bot_api_server import BotApiServer
from tests.end_to_end.faults import Migrated
from tests.end_to_end.wire import BOT, GROUP

US = "@signpost_sample_bot"


@pytest.mark.parametrize(
    "text", ["duty officer in Worcester", "/help@other_bot", "/other", "mail me@signpost_sample_bot.org"]
)
async def test_what_is_not_meant_for_us_is_left_alone(
    server: BotApiServer, polling: Polling, text: str
) -> None:
    await server.user_sends(text, chat=GROUP)
    await polling.says_nothing_else(server, chat=GROUP)


async def test_what_names_us_is_read_without_the_name(server: BotApiServer, polling: Polling) -> None:
    await server.user_sends(f"{US} duty officer in Redditch", chat=GROUP)
    assert (await server.next_message()).chat == GROUP
    assert polling.answers.asked[0].text == "duty officer in Redditch"


@pytest.mark.parametrize("text", ["/help", f"/help{US}", US, f"/{US}"])
async def test_help_in_a_group(server: BotApiServer, polling: Polling, text: str) -> None:
    await server.user_sends(text, chat=GROUP)
    assert "999" in (await server.next_message()).text


async def test_help_in_a_group_says_how_it_is_used_there(server: BotApiServer, polling: Polling) -> None:
    await server.user_sends("/help", chat=GROUP)
    shown = (await server.next_message()).text
    assert say(ENGLISH, "help-group", bot=US) in shown
    assert "/verify" not in shown


async def test_a_reply_to_an_answer_is_meant_for_us_and_one_to_an_offer_or_to_others_is_not(
    server: BotApiServer, polling: Polling
) -> None:
    await server.user_sends(f"{US} duty officer in Redditch", chat=GROUP)
    answer = server.message_of(await server.next_message())
    key = {"text": "Take it", "callback_data": "/call:1"}
    offer = {**answer, "reply_markup": {"inline_keyboard": [[key]]}}
    others = {**answer, "from": {"id": 8, "is_bot": False, "first_name": "Jo Sample"}}
    for replied_to, text in ((offer, "not me"), (others, "nor me"), (answer, "and in Worcester?")):
        await server.message_arrives({"text": text, "reply_to_message": replied_to}, chat=GROUP)
    await server.next_message()
    assert [one.text for one in polling.answers.asked] == ["duty officer in Redditch", "and in Worcester?"]


async def test_another_bot_is_never_answered(server: BotApiServer, polling: Polling) -> None:
    robot = {"id": 7, "is_bot": True, "first_name": "Robot (sample)"}
    await server.message_arrives({"text": "/help", "from": robot}, chat=GROUP)
    await polling.says_nothing_else(server, chat=GROUP)


async def test_an_admin_who_writes_in_the_name_of_the_group_is_answered(
    server: BotApiServer, polling: Polling
) -> None:
    nobody = {"id": 7, "is_bot": True, "first_name": "Group"}  # whom Telegram names then
    group = {"id": GROUP, "type": "group", "title": "sample"}
    await server.message_arrives({"text": f"/help{US}", "from": nobody, "sender_chat": group}, chat=GROUP)
    assert "999" in (await server.next_message()).text


async def test_somebody_joining_is_no_question(server: BotApiServer, polling: Polling) -> None:
    person = {"id": 8, "is_bot": False, "first_name": "Jo Sample"}
    await server.message_arrives({"new_chat_members": [person]}, chat=GROUP)
    await server.message_arrives({"delete_chat_photo": True}, chat=GROUP)
    await server.message_arrives({"message_auto_delete_timer_changed": {"message_auto_delete_time": 60}})
    await polling.says_nothing_else(server, chat=GROUP)
    await polling.says_nothing_else(server)


async def test_a_group_that_adds_the_bot_is_told_how_it_is_used_there(
    server: BotApiServer, polling: Polling
) -> None:
    await server.message_arrives({"new_chat_members": [BOT]}, chat=GROUP)
    assert say(ENGLISH, "help-group", bot=US) in (await server.next_message()).text


NEW = -1_000_000_002_002


async def test_a_group_that_becomes_another_chat_goes_on_where_it_stood(
    server: BotApiServer, polling: Polling
) -> None:
    await server.user_sends(f"{US} duty officer in Redditch", chat=GROUP)
    await server.next_message()
    await server.message_arrives({"migrate_to_chat_id": NEW}, chat=GROUP)
    await server.all_confirmed()
    assert list(polling.store.kept) == [f"telegram {NEW}"]


async def test_an_answer_that_meets_the_move_goes_to_the_new_chat(
    server: BotApiServer, polling: Polling
) -> None:
    server.next_time("sendMessage", Migrated(to=NEW))
    await server.user_sends(f"{US} duty officer in Redditch", chat=GROUP)
    assert (await server.next_message()).chat == NEW
    await server.all_confirmed()
    assert list(polling.store.kept) == [f"telegram {NEW}"]


@pytest.mark.parametrize(("is_topic", "answered_in"), [(True, "77"), (False, None)])
async def test_what_is_asked_in_a_topic_is_answered_there_and_a_mere_thread_is_none(
    server: BotApiServer, polling: Polling, is_topic: bool, answered_in: str | None
) -> None:
    asked = {"text": f"{US} duty officer", "message_thread_id": 77, "is_topic_message": is_topic}
    await server.message_arrives(asked, chat=GROUP)
    assert (await server.next_message()).topic == answered_in
