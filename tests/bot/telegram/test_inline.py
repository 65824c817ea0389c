"""Inline mode: what somebody who writes `@bot redditch duty` in another chat is offered to post there."""

import json
from typing import Any

import pytest

from bot.limits import TYPING
from bot.telegram.words import say
from bot.words.catalogue import ENGLISH
from routing.vocabulary import Standing
from tests.bot.sample_assistant import REGISTERED, SampleDirectory, assistant_on
from tests.bot.telegram.conftest import Polling
from tests.bot.telegram.test_standing import KnowsOne
from tests.end_to_end.bot_api_server import BotApiServer

DIRECTORY = SampleDirectory()
ASSISTANT = assistant_on(DIRECTORY)
REDDITCH, BRALEY = "+441527585152", "+441905723975"


@pytest.fixture
async def typing(idle: Polling) -> Polling:
    """A bot with a real assistant; whoever types is an officer at Worcester."""
    idle.asked, idle.knows = ASSISTANT, KnowsOne()
    idle.start()
    return idle


async def offered(server: BotApiServer, text: str) -> list[dict[str, Any]]:
    results: list[dict[str, Any]] = json.loads((await server.offers(text))["results"])
    return results


async def test_the_answer_and_its_contacts_can_be_posted(server: BotApiServer, typing: Polling) -> None:
    whole, duty, premises = await offered(server, "redditch duty")

    assert (whole["type"], whole["title"]) == ("article", "Ring Redditch: 01527 585152")
    assert whole["description"] == "Ask for: NPS Probation Duty Officer"
    assert "+44 1527 585152" in whole["input_message_content"]["message_text"]
    assert "reply_markup" not in whole
    assert (duty["type"], duty["phone_number"]) == ("contact", REDDITCH)
    assert duty["first_name"] == "Redditch: NPS Probation Duty Officer"
    assert "BEGIN:VCARD" in duty["vcard"]
    assert premises["phone_number"] == BRALEY


async def test_what_is_offered_is_the_persons_alone_and_soon_asked_for_anew(
    server: BotApiServer, typing: Polling
) -> None:
    answer = await server.offers("redditch duty")
    assert int(answer["cache_time"]) <= 5
    assert answer["is_personal"] == "true"
    button = json.loads(answer["button"])
    assert button == {"text": say(ENGLISH, "inline-private"), "start_parameter": "inline"}


async def test_with_nothing_typed_it_is_the_duty_officer_of_ones_own_office(
    server: BotApiServer, typing: Polling
) -> None:
    assert (await offered(server, ""))[0]["title"] == "Ring Worcester: 01905 723591"


async def test_with_nothing_typed_somebody_without_an_office_is_shown_the_way_to_ask(
    server: BotApiServer, idle: Polling
) -> None:
    idle.asked = ASSISTANT
    idle.start()
    answer = await server.offers("  ")
    assert json.loads(answer["results"]) == []
    assert "start_parameter" in answer["button"]


async def test_without_a_place_the_contacts_are_offered_and_no_question(
    server: BotApiServer, idle: Polling
) -> None:
    idle.asked = ASSISTANT
    idle.start()
    assert {one["type"] for one in await offered(server, "duty officer")} == {"contact"}


@pytest.mark.parametrize("text", ["who is Jordan Sampleton's officer?", "flurble", f"who has {REGISTERED}?"])
async def test_what_nobody_may_be_told_before_others_is_not_offered(
    server: BotApiServer, typing: Polling, text: str
) -> None:
    assert await offered(server, text) == []


async def test_whoever_types_is_the_public_and_no_case_is_looked_up(
    server: BotApiServer, idle: Polling
) -> None:
    idle.knows = KnowsOne()
    idle.start()
    await server.offers(f"whom to ring about {REGISTERED}")
    asked = idle.answers.asked[-1]
    assert (asked.standing, asked.account, asked.office) == (Standing.PUBLIC, None, "worcester")
    assert asked.unfinished

    looked_up = list(DIRECTORY.register.looked_up)
    idle.answers.prepare(RuntimeError("gone"))
    assert await offered(server, "x") == []
    assert DIRECTORY.register.looked_up == looked_up


async def test_danger_is_posted_whole_with_999_first(server: BotApiServer, typing: Polling) -> None:
    (whole,) = await offered(server, "he is outside with a knife and will kill her")
    assert whole["title"].startswith("Call 999")


async def test_half_a_word_teaches_nothing(server: BotApiServer, typing: Polling) -> None:
    before = len(DIRECTORY.unanswered)
    await offered(server, "flurblewibble duty")
    await offered(server, "wibbleflurble")
    assert len(DIRECTORY.unanswered) == before


async def test_a_very_long_text_is_read_as_far_as_any_is(server: BotApiServer, typing: Polling) -> None:
    assert (await offered(server, "redditch duty " + "x" * 5000))[-1]["phone_number"]


async def test_whoever_types_too_much_is_shown_the_way_to_a_private_chat(
    server: BotApiServer, typing: Polling
) -> None:
    for _ in range(TYPING.burst):
        await server.offers("redditch duty")
    answer = await server.offers("redditch duty")
    assert json.loads(answer["results"]) == []
    assert json.loads(answer["button"])["text"] == say(ENGLISH, "inline-too-many")
    assert await offered(server, "he has a knife")


async def test_the_button_leads_to_the_greeting(server: BotApiServer, typing: Polling) -> None:
    assert (await server.answers("/start inline")).text == say(ENGLISH, "start")
