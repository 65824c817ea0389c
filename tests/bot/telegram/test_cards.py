"""A number to copy and a contact to save, as a person on Telegram gets them."""

import msgspec
import pytest

from bot.limits import PRESS
from bot.telegram.words import say
from bot.words.catalogue import ENGLISH
from tests.bot.telegram.answers import route
from tests.bot.telegram.conftest import Polling
from tests.end_to_end.bot_api_server import BotApiServer
from tests.end_to_end.wire import PERSON

CARD = say(ENGLISH, "card")
NEXT = ENGLISH.say("button-next")


async def test_the_number_can_be_copied(server: BotApiServer, polling: Polling) -> None:
    shown = await server.answers("duty officer Worcester")
    assert shown.copies == {"Copy 01632 960001": "+44 1632 960001"}


async def test_the_contact_shown_can_be_saved(server: BotApiServer, polling: Polling) -> None:
    await server.answers("duty officer Worcester")
    await server.user_presses(NEXT)
    await server.next_message()
    await server.user_presses(CARD)
    await server.says_so(lambda: len(server.contacts) == 1)

    (contact,) = server.contacts
    name = "Worcester probation office: NPS Senior Probation Officer (sample) (sample)"
    assert (contact["chat_id"], contact["phone_number"]) == (str(PERSON), "+441632960002")
    assert contact["first_name"] == name[:64]
    card = contact["vcard"].replace("\r\n ", "").splitlines()
    assert f"FN:{name}" in card
    assert 'TEL;VALUE=uri;TYPE="voice,work":tel:+441632960002' in card
    assert any(line.startswith("NOTE:Monday to Friday\\, 9am to 5pm") for line in card)


async def test_where_the_directory_has_no_number_any_longer_that_is_said(
    server: BotApiServer, polling: Polling
) -> None:
    shown = await server.answers("duty officer Worcester")
    polling.answers.prepare(msgspec.structs.replace(route(), steps=()))
    await server.user_presses_data(shown.buttons[CARD], server.message_of(shown))
    assert (await server.next_message()).text == say(ENGLISH, "card-none")


@pytest.mark.parametrize("data", ["d:::atlantis|||||", "d:nonsense"])
async def test_a_contact_button_that_cannot_be_read_gets_the_way_on(
    server: BotApiServer, polling: Polling, data: str
) -> None:
    await server.user_presses_data(data)
    assert (await server.next_message()).text == say(ENGLISH, "old-button")


async def test_buttons_pressed_by_the_dozen_are_held_back(server: BotApiServer, polling: Polling) -> None:
    shown = await server.answers("duty officer Worcester")
    for _ in range(PRESS.burst + 1):
        await server.user_presses_data(shown.buttons[NEXT], server.message_of(shown))
    await server.says_so(lambda: len(server.answered_presses) == PRESS.burst + 1)
    assert server.told_at_press == [ENGLISH.say("too-many", seconds=2)]
    assert len(polling.answers.asked) == 1 + PRESS.burst
