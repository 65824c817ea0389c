"""Going on from an answer, in words and by buttons, as a person on Telegram sees it."""

from datetime import timedelta

import pytest

from bot.words.catalogue import ENGLISH
from directory.keeping.number_reports import Report
from directory.keeping.unanswered import UNHELPFUL, Heard
from tests.bot.sample_assistant import SampleDirectory, assistant_on
from tests.bot.telegram.answers import NOON
from tests.bot.telegram.conftest import Polling
from tests.end_to_end.bot_api_server import BotApiServer
from tests.end_to_end.faults import Forbidden
from tests.end_to_end.wire import KEEPER, PERSON, Shown

ASSISTANT = assistant_on(SampleDirectory())
BREACH = "breach on a CRC case, Redditch"
NEXT, WHY, NOT_RIGHT = ENGLISH.say("button-next"), ENGLISH.say("button-why"), ENGLISH.say("button-correct")
NOT_WORKING, WRONG_PERSON = ENGLISH.say("button-not-working"), ENGLISH.say("button-wrong-person")
REDDITCH, BRALEY = "+44 1527 585152", "+44 1905 723975"
SOMEBODY_ELSE = 3003


@pytest.fixture
async def talking(idle: Polling) -> Polling:
    """A bot that polls, with a real assistant behind it."""
    idle.asked = ASSISTANT
    idle.start()
    return idle


async def press(server: BotApiServer, label: str, by: int = PERSON) -> Shown:
    await server.user_presses(label, by=by)
    return await server.next_message()


async def both(server: BotApiServer) -> tuple[Shown, Shown]:
    """What the keeper and what the person sees next, in whichever order it comes."""
    shown = {one.chat: one for one in [await server.next_message(), await server.next_message()]}
    return shown[KEEPER], shown[PERSON]


async def test_a_conversation(server: BotApiServer, talking: Polling) -> None:
    assert "Understood: Redditch · CRC · enforcement (breach)" in (await server.answers(BREACH)).text
    assert "Understood: Worcester · CRC · enforcement" in (await server.answers("and in Worcester?")).text
    assert "Ask for: NPS SPO" in (await server.answers("no answer")).text
    assert "Ask for: NPS duty SPO" in (await server.answers("ok and if she's out too")).text
    why = await server.answers("why?")
    assert "Ask for: NPS duty SPO" in why.text
    assert "Source:" in why.text
    assert "Understood: Camden" in (await server.answers("no, Camden")).text
    assert "forgotten" in (await server.answers("start again")).text
    assert "not understood" in (await server.answers("no answer")).text


async def test_words_go_on_from_where_a_button_led(server: BotApiServer, talking: Polling) -> None:
    await server.answers(BREACH)
    assert "NPS SPO" in (await press(server, NEXT)).text
    assert "NPS duty SPO" in (await server.answers("no answer")).text


async def test_start_begins_anew(server: BotApiServer, talking: Polling) -> None:
    await server.answers(BREACH)
    await server.answers("/start")
    assert "not understood" in (await server.answers("no answer")).text


async def test_half_an_hour_later_a_conversation_is_forgotten(server: BotApiServer, talking: Polling) -> None:
    await server.answers(BREACH)
    talking.now = NOON + timedelta(minutes=30)
    assert "NPS SPO" in (await server.answers("no answer")).text
    talking.now += timedelta(minutes=31)
    assert "not understood" in (await server.answers("no answer")).text


async def test_each_chat_has_a_conversation_of_its_own(server: BotApiServer, talking: Polling) -> None:
    await server.answers(BREACH)
    await server.user_sends("no answer", chat=SOMEBODY_ELSE)
    assert "not understood" in (await server.next_message()).text


async def test_only_a_token_and_a_moment_are_kept(server: BotApiServer, talking: Polling) -> None:
    await server.answers("Jordan Sampleton, breach, Redditch")
    await server.all_confirmed()
    assert talking.store.kept == {f"telegram {PERSON}": ("n:do:n:redditch|breach||||", NOON)}


async def test_a_store_that_fails_costs_the_memory_and_not_the_answer(
    server: BotApiServer, talking: Polling
) -> None:
    talking.store.fails = True
    assert REDDITCH in (await server.answers(BREACH)).text


async def test_putting_the_place_right_takes_three_presses(server: BotApiServer, talking: Polling) -> None:
    first = await server.answers(BREACH)
    menu = await press(server, NOT_RIGHT)
    assert menu.message_id == first.message_id
    assert REDDITCH in menu.text  # the number stays in sight
    places = await press(server, ENGLISH.say("button-place"))
    assert "Worcester" in places.buttons
    assert "Redditch" not in places.buttons
    assert "Understood: Worcester · CRC · enforcement" in (await press(server, "Worcester")).text


async def test_putting_the_provider_right(server: BotApiServer, talking: Polling) -> None:
    await server.answers("he is high risk, Redditch")
    await press(server, NOT_RIGHT)
    assert "Whose case is it?" in (await press(server, ENGLISH.say("button-provider"))).text
    crc = await press(server, ENGLISH.say("button-provider-is", provider="crc"))
    assert "Ask for: CRC duty officer" in crc.text
    assert "Understood: Redditch · CRC" in crc.text


async def test_putting_the_topic_right(server: BotApiServer, talking: Polling) -> None:
    await server.answers(BREACH)
    await press(server, NOT_RIGHT)
    topics = await press(server, ENGLISH.say("button-topic"))
    assert len(topics.buttons) == 7
    upw = await press(server, "Unpaid work")
    assert "Understood: Redditch · CRC · unpaid work" in upw.text


async def test_back_leads_back_to_the_step_that_was_shown(server: BotApiServer, talking: Polling) -> None:
    await server.answers(BREACH)
    second = await press(server, NEXT)
    await press(server, NOT_RIGHT)
    back = await press(server, ENGLISH.say("button-back"))
    assert (back.text, back.buttons) == (second.text, second.buttons)


async def test_a_number_that_does_not_work_is_reported_and_another_is_shown(
    server: BotApiServer, talking: Polling
) -> None:
    await server.answers(BREACH)
    await press(server, NOT_RIGHT)
    await server.user_presses(NOT_WORKING)
    asked, shown = await both(server)

    assert f"A caller says that {REDDITCH} does not work" in asked.text
    assert list(asked.buttons) == ["It is right", "It is wrong"]
    assert "From now on answers warn about 01527 585152" in shown.text
    assert f"Ring Braley House: {BRALEY}" in shown.text  # the others of the office have the same number
    assert talking.keeping.reported == [
        Report("+441527585152", "not-working", "public", "telegram", f"telegram {PERSON}")
    ]


async def test_a_keeper_who_cannot_be_reached_does_not_keep_it_from_the_next(
    server: BotApiServer, talking: Polling
) -> None:
    talking.keeping.keepers = (SOMEBODY_ELSE, KEEPER)
    await server.answers(BREACH)
    await press(server, NOT_RIGHT)
    server.next_time("sendMessage", Forbidden("bot was blocked by the user"))
    await server.user_presses(NOT_WORKING)
    asked, shown = await both(server)
    assert "A caller says" in asked.text
    assert "From now on answers warn" in shown.text


async def test_after_the_wrong_person_the_next_step_may_have_the_same_number(
    server: BotApiServer, talking: Polling
) -> None:
    await server.answers(BREACH)
    await press(server, NOT_RIGHT)
    await server.user_presses(WRONG_PERSON)
    asked, shown = await both(server)

    assert "reached the wrong person" in asked.text
    assert "Ask for: NPS SPO" in shown.text


async def test_saying_that_the_number_is_wrong_asks_what_is_wrong_with_it(
    server: BotApiServer, talking: Polling
) -> None:
    await server.answers(BREACH)
    shown = await server.answers("that number doesn't work")

    assert list(shown.buttons) == [NOT_WORKING, WRONG_PERSON, ENGLISH.say("button-back")]
    assert talking.keeping.reported == []


async def test_a_number_that_is_given_no_longer_is_not_reported(
    server: BotApiServer, talking: Polling
) -> None:
    shown = await server.answers(BREACH)
    await server.user_presses_data("x0000:::redditch|breach||||", server.message_of(shown))

    assert (await server.next_message()).text
    assert talking.keeping.reported == []


@pytest.mark.parametrize(
    ("label", "said", "confirmed"),
    [
        ("It is right", "is confirmed as of today", ["+441527585152"]),
        ("It is wrong", "keeps its warning", []),
    ],
)
async def test_the_keepers_word_counts(
    server: BotApiServer, talking: Polling, label: str, said: str, confirmed: list[str]
) -> None:
    await server.answers(BREACH)
    await press(server, NOT_RIGHT)
    await server.user_presses(NOT_WORKING)
    await both(server)

    assert said in (await press(server, label, by=KEEPER)).text
    assert talking.keeping.confirmed == confirmed


async def test_another_accounts_press_on_a_keepers_button_changes_nothing(
    server: BotApiServer, talking: Polling
) -> None:
    await server.user_presses_data("k:y:+441527585152")

    assert "Nothing was changed" in (await server.next_message()).text
    assert talking.keeping.confirmed == []


async def test_a_press_of_another_kind_that_begins_alike_is_no_keepers_word(
    server: BotApiServer, talking: Polling
) -> None:
    await server.user_presses_data("k:maybe:+441527585152")

    assert "earlier version" in (await server.next_message()).text


async def test_what_did_not_help_is_counted_without_a_word_and_somebody_who_can_is_offered(
    server: BotApiServer, talking: Polling
) -> None:
    await server.answers(BREACH)
    await press(server, NOT_RIGHT)
    shown = await press(server, ENGLISH.say("button-unhelpful"))

    assert "counted, without what you wrote" in shown.text
    assert REDDITCH in shown.text  # the number stays in sight
    assert talking.keeping.counted == [Heard("breach", place=True, length=UNHELPFUL)]
    assert "Ask for: NPS Probation Duty Officer" in (await press(server, ENGLISH.say("button-safe"))).text
