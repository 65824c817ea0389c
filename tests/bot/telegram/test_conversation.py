"""What a person sees who writes to the bot."""

import pytest

from bot.words.catalogue import ENGLISH
from routing.vocabulary import Standing
from tests.bot.telegram.answers import FOLLOW_UP, NOON, route
from tests.bot.telegram.conftest import Polling
from tests.end_to_end.bot_api_server import BotApiServer
from tests.end_to_end.faults import BadRequest, ServerError
from tests.end_to_end.wire import GROUP, PERSON

NEXT = ENGLISH.say("button-next")
WHY = ENGLISH.say("button-why")


async def test_a_question_is_answered_with_a_number_that_telephones_make_tappable(
    server: BotApiServer, polling: Polling
) -> None:
    shown = await server.answers("who do I ring in Worcester?")
    assert "+44 1632 960001" in shown.text
    assert "NPS Probation Duty Officer" in shown.text


async def test_the_assistant_is_asked_as_the_public_at_the_clocks_time(
    server: BotApiServer, polling: Polling
) -> None:
    await server.answers("duty officer Worcester")
    (enquiry,) = polling.answers.asked
    assert (enquiry.text, enquiry.at, enquiry.area) == ("duty officer Worcester", NOON, "west-mercia")
    assert enquiry.standing is Standing.PUBLIC
    assert enquiry.follow_up is None


async def test_no_answer_who_next_turns_the_message_into_the_next_step(
    server: BotApiServer, polling: Polling
) -> None:
    first = await server.answers("duty officer Worcester")
    await server.user_presses(NEXT)
    second = await server.next_message()
    assert second.edited
    assert second.message_id == first.message_id
    assert "+44 1632 960002" in second.text


async def test_show_why_adds_every_reason_in_place(server: BotApiServer, polling: Polling) -> None:
    first = await server.answers("duty officer Worcester")
    assert "every working day" not in first.text
    await server.user_presses(WHY)
    second = await server.next_message()
    assert second.message_id == first.message_id
    assert "+44 1632 960001" in second.text
    assert "every working day" in second.text


async def test_show_why_stays_on_the_step_that_is_shown(server: BotApiServer, polling: Polling) -> None:
    await server.answers("duty officer Worcester")
    await server.user_presses(NEXT)
    await server.next_message()
    await server.user_presses(WHY)
    assert "+44 1632 960002" in (await server.next_message()).text


async def test_a_button_asks_with_its_follow_up_and_no_text(server: BotApiServer, polling: Polling) -> None:
    await server.answers("duty officer Worcester")
    await server.user_presses(NEXT)
    await server.next_message()
    assert polling.answers.asked[-1].text == ""
    assert polling.answers.asked[-1].follow_up == FOLLOW_UP


async def test_every_press_is_confirmed(server: BotApiServer, polling: Polling) -> None:
    await server.answers("duty officer Worcester")
    await server.user_presses(NEXT)
    await server.next_message()
    assert len(server.answered_presses) == 1


async def test_a_press_that_can_no_longer_be_confirmed_is_answered_all_the_same(
    server: BotApiServer, polling: Polling
) -> None:
    await server.answers("duty officer Worcester")
    server.next_time("answerCallbackQuery", BadRequest("query is too old and response timeout expired"))
    await server.user_presses(NEXT)
    assert "+44 1632 960002" in (await server.next_message()).text


async def test_pressing_twice_changes_nothing_and_harms_nothing(
    server: BotApiServer, polling: Polling
) -> None:
    await server.answers("duty officer Worcester")
    press = next(iter(server.shown.values())).buttons[NEXT]
    message = server.message_of(next(iter(server.shown.values())))
    await server.user_presses_data(press, message)
    await server.next_message()
    await server.user_presses_data(press, message)
    await polling.says_nothing_else(server)


async def test_a_button_of_a_message_that_telegram_no_longer_shows_gets_a_new_message(
    server: BotApiServer, polling: Polling
) -> None:
    first = await server.answers("duty officer Worcester")
    inaccessible = {"chat": {"id": PERSON, "type": "private"}, "message_id": first.message_id, "date": 0}
    await server.user_presses_data(first.buttons[NEXT], inaccessible)
    second = await server.next_message()
    assert not second.edited
    assert "+44 1632 960002" in second.text


async def test_a_button_without_any_message_is_answered_to_the_person(
    server: BotApiServer, polling: Polling
) -> None:
    first = await server.answers("duty officer Worcester")
    await server.user_presses_data(first.buttons[NEXT])
    assert (await server.next_message()).chat == PERSON


async def test_a_message_that_cannot_be_changed_is_followed_by_a_new_one(
    server: BotApiServer, polling: Polling
) -> None:
    await server.answers("duty officer Worcester")
    server.next_time("editMessageText", BadRequest("message can't be edited"))
    await server.user_presses(NEXT)
    assert not (await server.next_message()).edited


@pytest.mark.parametrize(
    "data",
    ["", "x", "n:do:n:worcester|case", "n:do:n:atlantis||||", "a:::@atlantis|||||", "z:::worcester|||||"],
)
async def test_a_button_that_cannot_be_read_gets_the_way_on(
    server: BotApiServer, polling: Polling, data: str
) -> None:
    first = await server.answers("duty officer Worcester")
    await server.user_presses_data(data, server.message_of(first))
    shown = await server.next_message()
    assert "again" in shown.text
    assert "999" in shown.text
    assert len(polling.answers.asked) == 1


@pytest.mark.parametrize("text", ["/start", "/START", "/start deep-link", "/start@signpost_sample_bot"])
async def test_start_says_what_this_is(server: BotApiServer, polling: Polling, text: str) -> None:
    shown = await server.answers(text)
    assert "whom to ring" in shown.text
    assert not polling.answers.asked


async def test_help_leads_with_danger(server: BotApiServer, polling: Polling) -> None:
    shown = await server.answers("/help")
    assert "999" in shown.text.splitlines()[0]


async def test_a_question_behind_a_slash_is_read_as_words(server: BotApiServer, polling: Polling) -> None:
    await server.answers("/emergency he has a knife")
    assert polling.answers.asked[0].text == "emergency he has a knife"


@pytest.mark.parametrize("text", ["/", "//", "/ ", "<b>&", "👩‍👩‍👧" * 500, "x" * 4096, "a\x00b"])
async def test_odd_texts_are_answered(server: BotApiServer, polling: Polling, text: str) -> None:
    assert (await server.answers(text)).text


async def test_what_the_directory_holds_cannot_break_the_markup(
    server: BotApiServer, polling: Polling
) -> None:
    polling.answers.prepare(route(ask_for="<R&D> officer (sample)"))
    assert "<R&D> officer" in (await server.answers("duty officer")).text


async def test_a_sticker_gets_one_friendly_line(server: BotApiServer, polling: Polling) -> None:
    await server.message_arrives({"sticker": _sticker()})
    assert "words" in (await server.next_message()).text
    assert not polling.answers.asked


async def test_an_album_gets_one_line_and_not_ten(server: BotApiServer, polling: Polling) -> None:
    for _ in range(3):
        await server.message_arrives({"photo": [_photo()], "media_group_id": "sample"})
    await server.next_message()
    await polling.says_nothing_else(server)


async def test_the_caption_of_a_photo_is_a_question(server: BotApiServer, polling: Polling) -> None:
    await server.message_arrives({"photo": [_photo()], "caption": "who do I ring about this letter?"})
    await server.next_message()
    assert polling.answers.asked[0].text == "who do I ring about this letter?"


async def test_when_no_answer_can_be_made_the_asker_is_told_so(
    server: BotApiServer, polling: Polling
) -> None:
    polling.answers.prepare(RuntimeError("the directory is gone"))
    shown = await server.answers("duty officer Worcester")
    assert "The fault is on our side" in shown.text
    assert "999" in shown.text
    assert "directory is gone" not in shown.text


async def test_a_fault_of_telegrams_does_not_lose_a_press(server: BotApiServer, polling: Polling) -> None:
    await server.answers("duty officer Worcester")
    server.next_time("editMessageText", ServerError())
    await server.user_presses(NEXT)
    assert "+44 1632 960002" in (await server.next_message()).text


@pytest.mark.parametrize("text", ["duty officer Worcester", "/duty worcester"])
async def test_a_question_that_is_put_right_is_answered_anew(
    server: BotApiServer, polling: Polling, text: str
) -> None:
    await server.answers("duty officer Wrcstr")
    await server.update_arrives({"edited_message": server._message(PERSON, {"text": text, "edit_date": 1})})
    assert not (await server.next_message()).edited
    assert polling.answers.asked[1].text.casefold().endswith("worcester")
    assert len(polling.answers.asked) == 2


@pytest.mark.parametrize(
    ("content", "chat"),
    [
        ({"text": "/me leave"}, PERSON),
        ({"location": {"latitude": 52.0, "longitude": -2.0, "live_period": 60}}, PERSON),  # at each step
        ({"text": "@signpost_sample_bot duty officer"}, GROUP),
    ],
)
async def test_what_is_no_question_or_others_have_read_is_not_done_again(
    server: BotApiServer, polling: Polling, content: dict[str, object], chat: int
) -> None:
    await server.update_arrives({"edited_message": server._message(chat, {**content, "edit_date": 1})})
    await polling.says_nothing_else(server, chat)
    assert polling.answers.asked == []


@pytest.mark.parametrize("text", ["help", "Help!", "HELP?!"])
async def test_help_by_itself_begins_with_999(server: BotApiServer, polling: Polling, text: str) -> None:
    assert (await server.answers(text)).text.startswith("If someone is in immediate danger, call 999.")
    assert polling.answers.asked == []


def _photo() -> dict[str, object]:
    return {"file_id": "sample", "file_unique_id": "sample", "width": 1, "height": 1}


def _sticker() -> dict[str, object]:
    return {**_photo(), "type": "regular", "is_animated": False, "is_video": False}
