"""A whole conversation on Telegram, in Welsh on both sides."""

import re

import pytest

from bot.words.catalogue import Words
from bot.words.language import Language
from tests.bot.sample_assistant import SampleDirectory, assistant_on
from tests.bot.telegram.conftest import Polling
from tests.bot.words.test_welsh import english_in
from tests.end_to_end.bot_api_server import BotApiServer
from tests.end_to_end.wire import Shown

WELSH = Words(Language.WELSH)
ASSISTANT = assistant_on(SampleDirectory())


@pytest.fixture
async def talking(idle: Polling, server: BotApiServer) -> Polling:
    """A bot with a real assistant, and somebody whose app speaks Welsh."""
    server.language = "cy"
    idle.asked = ASSISTANT
    idle.start()
    return idle


async def says(server: BotApiServer, text: str) -> Shown:
    """A message and its answer, which is in Welsh but for the sections of English documents."""
    shown = await server.answers(text)
    assert english_in(re.sub(r"\(Ffynhonnell: .*?\)", "", shown.text).splitlines()) == []
    return shown


async def test_a_conversation(server: BotApiServer, talking: Polling) -> None:
    assert "pwy i’w ffonio yn y gwasanaeth prawf" in (await says(server, "/start")).text
    first = await says(server, "torri gorchymyn ar achos CRC, Redditch")
    assert "Ffoniwch Redditch: +44 1527 585152" in first.text
    assert "Deallwyd: Redditch · CRC · gorfodi (torri amodau)" in first.text
    assert "Deallwyd: Worcester · CRC" in (await says(server, "ac yn Worcester?")).text
    assert "Gofynnwch am: NPS SPO" in (await says(server, "dim ateb")).text
    assert "(Ffynhonnell: llythyr London, Mehefin 2014" in (await says(server, "pam?")).text
    assert WELSH.say("welcome") in (await says(server, "diolch")).text
    assert WELSH.say("from-the-start") in (await says(server, "dechrau eto")).text


async def test_what_was_misunderstood_is_put_right_by_buttons(server: BotApiServer, talking: Polling) -> None:
    await says(server, "torri gorchymyn ar achos CRC, Redditch")
    await server.user_presses(WELSH.say("button-correct"))
    assert WELSH.say("correct") in (await server.next_message()).text
    await server.user_presses(WELSH.say("button-provider"))
    assert "Achos pwy yw hwn?" in (await server.next_message()).text
    await server.user_presses("Achos NPS yw hwn")
    assert "Deallwyd: Redditch · NPS" in (await server.next_message()).text


async def test_danger_comes_first(server: BotApiServer, talking: Polling) -> None:
    shown = await says(server, "mae cyllell ganddo, mae e'n mynd i'w lladd hi")

    assert shown.text.startswith("Ffoniwch 999 os oes rhywun mewn perygl nawr.")


async def test_a_picture_without_words_is_answered_in_welsh(server: BotApiServer, talking: Polling) -> None:
    await server.message_arrives({"sticker": {"file_id": "x", "file_unique_id": "x", "type": "regular",
                                              "width": 1, "height": 1, "is_animated": False,
                                              "is_video": False}})  # fmt: skip
    assert "Dim ond geiriau" in (await server.next_message()).text
