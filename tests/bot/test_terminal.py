"""Conversations in the terminal, as they are read on the screen."""

from collections.abc import Iterable
from datetime import datetime

import pytest

from bot.terminal import chat
from routing.answer import Answer
from routing.enquiry import Enquiry, FollowUp
from routing.hours import LONDON
from tests.bot.words.made_up import AREA_OF_OFFICE, CLARIFY, ROUTE, UNKNOWN, FakeAnswers

_NOW = datetime(2014, 7, 8, 10, 30, tzinfo=LONDON)


class Conversation:
    """Types the lines one by one, and keeps what was written and what was asked."""

    def __init__(self, *ready: Answer) -> None:
        self.answers = FakeAnswers(*ready)
        self.written: list[str] = []
        self.prompts: list[str] = []

    async def hear(self, *lines: str, ending: type[BaseException] = EOFError) -> str:
        typed = iter(lines)
        await chat(
            self.answers,
            ask=self.enquiry,
            area_of_office=AREA_OF_OFFICE,
            read_line=lambda prompt: self._next(typed, prompt, ending),
            write=self.written.append,
        )
        return "\n".join(self.written)

    def _next(self, typed: Iterable[str], prompt: str, ending: type[BaseException]) -> str:
        self.prompts.append(prompt)
        for line in typed:
            return line
        raise ending

    @staticmethod
    def enquiry(text: str, follow_up: FollowUp | None) -> Enquiry:
        return Enquiry(text=text, at=_NOW, area="west-mercia", follow_up=follow_up)


async def test_a_question_is_answered_with_numbered_choices() -> None:
    screen = await Conversation(ROUTE).hear("breach, Worcester")

    assert "Ring Worcester probation office: 01905 723591\nAsk for: NPS Probation Duty Officer" in screen
    assert "  1. No answer, who next?\n  2. Show why" in screen


@pytest.mark.parametrize("typed", ["1", "next", "NEXT"])
async def test_the_number_or_the_word_next_goes_on_to_the_next_step(typed: str) -> None:
    conversation = Conversation(ROUTE, ROUTE)
    screen = await conversation.hear("breach, Worcester", typed)

    assert "Ask for: NPS SPO" in screen
    assert conversation.answers.asked[1].text == ""


async def test_next_typed_again_and_again_reaches_the_last_one_and_says_so() -> None:
    screen = await Conversation(*[ROUTE] * 5).hear("breach", "next", "next", "next", "next")

    assert screen.count("That was the last one to try.") == 1


async def test_why_shows_the_source_of_the_step_that_is_on_the_screen() -> None:
    conversation = Conversation(ROUTE, ROUTE, ROUTE)
    screen = await conversation.hear("breach, Worcester", "next", "why")

    assert "(Source: West Mercia update, July 2014.)" in screen
    assert screen.count("Ask for: NPS SPO") == 2


async def test_a_choice_answers_the_question_that_was_asked_back() -> None:
    conversation = Conversation(CLARIFY, ROUTE)
    await conversation.hear("breach", "1")

    follow_up = conversation.answers.asked[1].follow_up
    assert follow_up is not None
    assert follow_up.office == "redditch"


async def test_a_further_question_carries_what_was_understood_until_starting_again() -> None:
    conversation = Conversation(ROUTE, ROUTE, ROUTE)
    await conversation.hear("breach, Worcester", "and in Redditch?", "start again", "what is MAPPA?")

    first, second, third = (enquiry.follow_up for enquiry in conversation.answers.asked)
    assert first is None
    assert second is not None
    assert second.office == "worcester"
    assert third is None


async def test_a_choice_that_is_not_there_is_said_and_nothing_is_asked() -> None:
    conversation = Conversation(ROUTE)
    screen = await conversation.hear("breach", "7")

    assert "There is no choice 7 here." in screen
    assert len(conversation.answers.asked) == 1


async def test_a_number_too_long_to_be_a_choice_is_a_question() -> None:
    conversation = Conversation(ROUTE, UNKNOWN)
    await conversation.hear("breach", "01905723591")

    assert conversation.answers.asked[1].text == "01905723591"


async def test_next_before_anything_was_asked_says_how_to_begin() -> None:
    assert "Nothing has been asked yet." in await Conversation().hear("next")


async def test_an_empty_line_asks_nothing() -> None:
    conversation = Conversation()
    await conversation.hear("", "   ")

    assert conversation.answers.asked == []


@pytest.mark.parametrize("ending", [EOFError, KeyboardInterrupt])
async def test_the_end_of_input_and_ctrl_c_end_it_politely(ending: type[BaseException]) -> None:
    assert (await Conversation().hear(ending=ending)).endswith("\nGoodbye.")


async def test_quit_ends_it_before_the_next_line_is_read() -> None:
    conversation = Conversation()
    screen = await conversation.hear("quit", "breach")

    assert screen.endswith("Goodbye.")
    assert conversation.prompts == ["> "]


async def test_piped_input_is_answered_without_a_prompt_or_colours(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("builtins.input", lambda prompt: (_ for _ in ()).throw(EOFError(prompt)))
    await chat(FakeAnswers(), ask=Conversation.enquiry, area_of_office=AREA_OF_OFFICE)

    written = capsys.readouterr().out
    assert written.endswith("Goodbye.\n")
    assert "> " not in written
    assert "\x1b" not in written
