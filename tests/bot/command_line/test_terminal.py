"""Conversations in the terminal, as they are read on the screen."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.command_line.terminal import chat
from bot.dialogue.dialogue import Dialogue
from bot.enquiry_fields import Asking
from bot.words.language import Language
from routing.answer import Answer
from routing.enquiry import Enquiry
from tests.bot.sample_assistant import SampleDirectory, assistant_on
from tests.routing.sample_directory import TUESDAY

ASSISTANT = assistant_on(SampleDirectory())


class Watched:
    """The assistant, and what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Enquiry] = []
        self.snapshot = ASSISTANT.snapshot

    async def answer(self, enquiry: Enquiry) -> Answer:
        """Its answer."""
        self.asked.append(enquiry)
        return await ASSISTANT.answer(enquiry)


class Conversation:
    """Types the lines one by one, and keeps what was written and what was asked."""

    def __init__(self) -> None:
        self.answers = Watched()
        self.written: list[str] = []
        self.prompts: list[str] = []
        self.now = TUESDAY

    async def hear(
        self,
        *lines: str | timedelta,
        ending: type[BaseException] = EOFError,
        language: Language = Language.ENGLISH,
    ) -> str:
        """What is on the screen in the end; a length of time is a pause."""
        typed = iter(lines)
        asker = replace(Asking(ASSISTANT.snapshot, "west-mercia").asker(), language=language)
        await chat(
            Dialogue(self.answers, lambda: self.now),
            asker,
            read_line=lambda prompt: self._next(typed, prompt, ending),
            write=self.written.append,
        )
        return "\n".join(self.written)

    def _next(self, typed: Iterable[str | timedelta], prompt: str, ending: type[BaseException]) -> str:
        self.prompts.append(prompt)
        for line in typed:
            if isinstance(line, str):
                return line
            self.now += line
        raise ending

    @property
    def last(self) -> str:
        """The last answer on the screen."""
        return [text for text in self.written if text.startswith("\n")][-1]


async def test_a_question_is_answered_with_numbered_choices() -> None:
    screen = await Conversation().hear("breach, Worcester")

    assert "Ring Worcester: 01905 723591\nAsk for: NPS Probation Duty Officer" in screen
    assert "  1. No answer, who next?\n  2. Show why\n  3. Not right?" in screen


@pytest.mark.parametrize("typed", ["1", "next", "NEXT", "no answer", "she's out", "who next?"])
async def test_the_number_and_the_words_of_people_go_on_to_the_next_step(typed: str) -> None:
    assert "Ask for: NPS SPO" in await Conversation().hear("breach, Worcester", typed)


async def test_no_answer_again_and_again_reaches_the_last_one_and_says_so() -> None:
    screen = await Conversation().hear("breach, Worcester", *["no answer"] * 4)

    assert screen.count("Ask for: NPS duty SPO") == 1
    assert screen.count("That was the last one to try.") == 1


async def test_why_shows_the_source_of_the_step_that_is_on_the_screen() -> None:
    conversation = Conversation()
    await conversation.hear("breach, Worcester", "next", "why")

    assert "Ask for: NPS SPO" in conversation.last
    assert "(Source: " in conversation.last


async def test_a_choice_answers_the_question_that_was_asked_back() -> None:
    conversation = Conversation()
    await conversation.hear("breach", "2")

    assert "Ring Redditch: 01527 585152" in conversation.last


async def test_a_further_question_carries_what_was_understood_until_starting_again() -> None:
    conversation = Conversation()
    screen = await conversation.hear("breach, Worcester", "and in Redditch?", "start again", "what is MAPPA?")

    first, second, _, last = (enquiry.follow_up for enquiry in conversation.answers.asked)
    assert first is last is None
    assert second is not None
    assert second.office == "worcester"
    assert "Understood: Redditch · enforcement (breach)" in screen
    assert "What was said so far is forgotten." in screen


async def test_half_an_hour_later_nothing_is_remembered() -> None:
    conversation = Conversation()
    await conversation.hear("breach, Worcester", timedelta(minutes=30), "no answer")
    assert "Ask for: NPS SPO" in conversation.last

    conversation = Conversation()
    await conversation.hear("breach, Worcester", timedelta(minutes=31), "no answer")
    assert "That was not understood" in conversation.last


async def test_thanks_get_a_word_and_no_number() -> None:
    conversation = Conversation()
    await conversation.hear("breach, Worcester", "thanks", "hello", "no answer")

    assert "Good. Ask again whenever you need to." in "\n".join(conversation.written)
    assert "This is Signpost" in "\n".join(conversation.written)
    assert "Ask for: NPS SPO" in conversation.last  # and the conversation stands where it stood


async def test_a_choice_that_is_not_there_is_said_and_nothing_is_asked() -> None:
    conversation = Conversation()
    screen = await conversation.hear("breach, Worcester", "7")

    assert "There is no choice 7 here." in screen
    assert len(conversation.answers.asked) == 1


async def test_a_number_too_long_to_be_a_choice_is_a_question() -> None:
    conversation = Conversation()
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
    await chat(Dialogue(ASSISTANT, lambda: TUESDAY), Asking(ASSISTANT.snapshot, "west-mercia").asker())

    written = capsys.readouterr().out
    assert written.endswith("Goodbye.\n")
    assert "> " not in written
    assert "\x1b" not in written


async def test_a_conversation_in_welsh_has_welsh_commands() -> None:
    talk = Conversation()
    screen = await talk.hear("torri amodau, Redditch", "nesaf", "pam", "1", "gadael", language=Language.WELSH)

    assert screen.startswith("Mae Signpost yn dweud pwy i’w ffonio")
    assert "nesaf, pam, dechrau eto, gadael" in screen
    assert "1. Dim ateb, pwy nesaf?" in screen
    assert "Gofynnwch am: NPS SPO" in screen
    assert "Ffynhonnell:" in screen
    assert talk.written[-1] == "Hwyl fawr."
