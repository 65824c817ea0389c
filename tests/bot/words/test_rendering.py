"""Every kind of answer, as somebody reads it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bot.words.buttons import Action, Press
from bot.words.catalogue import ENGLISH, Words
from bot.words.language import Language
from bot.words.message import LineKind
from bot.words.painters import line_to_plain, to_plain
from bot.words.rendering import render
from routing.answer import Answer, Clarify, Option, Reason
from routing.enquiry import Tried
from routing.vocabulary import Asks, Provider, Role, Warn
from tests.bot.words.any_answer import ANSWERS
from tests.bot.words.made_up import (
    CLARIFY,
    DECLINED,
    DUTY_OFFICER,
    EMERGENCY,
    EMERGENCY_SERVICES,
    EXPLAIN,
    ROUTE,
    UNKNOWN,
)
from tests.bot.words.saying import notes, presses, tried


def test_a_route_reads_as_whom_to_ring_whom_to_ask_for_what_if_nobody_answers_and_why() -> None:
    message = render(ENGLISH, ROUTE)

    assert to_plain(message) == (
        "Ring Worcester probation office: 01905 723591\n"
        "Ask for: NPS Probation Duty Officer\n"
        "Open now: Monday to Friday, 9am to 5pm, closed on bank holidays\n"
        "\n"
        "No answer? Ring the same number and ask for: NPS SPO.\n"
        "\n"
        "Why: MAPPA-eligible cases are managed by the NPS."
    )
    assert [button.label for button in message.buttons] == ["No answer, who next?", "Show why", "Not right?"]


def test_danger_reads_as_999_and_then_the_probation_step() -> None:
    assert to_plain(render(ENGLISH, EMERGENCY)) == (
        "Call 999 if someone is in immediate danger.\n"
        "\n"
        "Then ring Braley House, Worcester: 01905 723975\n"
        "Ask for: member of staff on duty\n"
        "\n"
        "When it opens on Monday 14 July at 9am, ring Worcester probation office: 01905 723591. "
        "Ask for: NPS Probation Duty Officer."
    )


def test_a_question_reads_as_one_line_with_the_safe_contact_under_it() -> None:
    message = render(ENGLISH, CLARIFY)

    assert to_plain(message) == (
        "Which town or office is it about?\n"
        "\n"
        "Not sure? Ring Worcester probation office: 01905 723591\n"
        "Ask for: NPS Probation Duty Officer\n"
        "Open now: Monday to Friday, 9am to 5pm, closed on bank holidays"
    )
    assert [button.label for button in message.buttons] == ["Redditch", "Worcester"]
    assert presses(message)[0] == Press(Action.ASK, "redditch|case||||")


def test_what_would_make_the_answer_more_exact_is_asked_under_it_and_not_again_further_on() -> None:
    choice = Option(value="crc", label="The CRC has the case", follow_up="worcester|risk_escalation|c|||")
    answer = replace(ROUTE, question=Clarify(asks=Asks.PROVIDER, options=(choice,)))

    message = render(ENGLISH, answer)
    assert message.lines[0].kind is not LineKind.QUESTION
    assert [line_to_plain(line) for line in message.lines if line.kind is LineKind.QUESTION] == [
        "Is the case with the NPS or the CRC?"
    ]
    assert message.buttons[0].label == "The CRC has the case"

    further = render(ENGLISH, answer, tried=tried(DUTY_OFFICER))
    assert not [line for line in further.lines if line.kind is LineKind.QUESTION]
    assert "The CRC has the case" not in [button.label for button in further.buttons]


def test_what_changed_is_told_at_once_and_once_only() -> None:
    trust = Reason(rule="changed.trust", text="The Trust closed.", source="Sample")
    answer = replace(ROUTE, because=(*ROUTE.because, trust))

    for why in (False, True):
        said = [line_to_plain(line) for line in render(ENGLISH, answer, why=why).lines]
        assert len([line for line in said if "The Trust closed." in line]) == 1
    assert "The Trust closed." not in to_plain(render(ENGLISH, answer, tried=tried(DUTY_OFFICER)))


def test_an_explanation_comes_first_and_the_contact_after_it() -> None:
    lines = [line_to_plain(line) for line in render(ENGLISH, EXPLAIN).lines]

    assert lines[:2] == [
        "MAPPA-eligible cases are managed by the NPS.",
        "The NPS has the last word on the level of risk.",
    ]
    assert lines[2] == "To ask about it, ring Worcester probation office: 01905 723591"
    assert not any(line.startswith("Why:") for line in lines)


def test_an_explanation_without_a_contact_is_only_the_explanation() -> None:
    assert to_plain(render(ENGLISH, replace(EXPLAIN, steps=()))) == (
        "MAPPA-eligible cases are managed by the NPS.\nThe NPS has the last word on the level of risk."
    )


def test_what_cannot_be_told_is_explained_before_who_can_help() -> None:
    lines = [line_to_plain(line) for line in render(ENGLISH, DECLINED).lines]

    assert lines[0].startswith("Who manages a case, and anything else about a person, is told only to")
    assert lines[1] == "Ring Worcester probation office: 01905 723591"


def test_what_was_not_understood_still_ends_with_a_contact_and_what_can_be_asked() -> None:
    message = render(ENGLISH, UNKNOWN)
    lines = [line_to_plain(line) for line in message.lines]

    assert lines[0] == "That was not understood, or it is not something probation deals with."
    assert lines[1] == "If it is about probation, ring Worcester probation office: 01905 723591"
    assert "what a word such as MAPPA means" in notes(message)[0]


def test_a_word_that_nobody_explains_is_said_to_be_none_of_those_known() -> None:
    unexplained = replace(UNKNOWN.because[0], rule="scope.not_explained", text="It is not explained here.")
    message = render(ENGLISH, replace(UNKNOWN, because=(unexplained, *UNKNOWN.because[1:])))
    lines = [line_to_plain(line) for line in message.lines]

    assert lines[0].startswith("It is not explained here.")
    assert lines[1] == "If it is about probation, ring Worcester probation office: 01905 723591"


def test_danger_never_has_more_than_five_lines_under_999() -> None:
    answer = replace(EMERGENCY, warnings=tuple(Warn))
    message = render(ENGLISH, answer)

    assert [line.kind for line in message.lines].count(LineKind.DANGER) == 1
    assert message.lines[0].kind is LineKind.DANGER
    assert len(message.lines) == 6


def test_danger_with_no_probation_step_is_999_alone() -> None:
    assert to_plain(render(ENGLISH, replace(EMERGENCY, steps=(EMERGENCY_SERVICES,)))) == (
        "Call 999 if someone is in immediate danger."
    )


def test_without_a_follow_up_there_is_nothing_to_press() -> None:
    assert render(ENGLISH, replace(ROUTE, follow_up="")).buttons == ()


def test_a_choice_too_long_for_a_telegram_button_is_left_out_and_the_others_stay() -> None:
    too_long = Option(value="x", label="Too long", follow_up="x" * 64)
    fitting = Option(value="r", label="Redditch", follow_up="redditch|case||||")
    clarify = Clarify(asks=Asks.PLACE, options=(too_long, fitting))

    assert [button.label for button in render(ENGLISH, replace(CLARIFY, clarify=clarify)).buttons] == [
        "Redditch"
    ]


@pytest.mark.parametrize(
    ("rule", "english", "welsh"),
    [
        (
            "disclosure.whether_known",
            "only to people whose job has been checked",
            "y mae eu swydd wedi ei gwirio",
        ),
        (
            "disclosure.by_reference_only",
            "by its case reference only, never by a name",
            "Dim ond wrth ei gyfeirnod",
        ),
        ("disclosure.details", "are told to nobody here", "Nid oes neb yn cael gwybod"),
        ("disclosure.register", "about one case at a time", "am un achos ar y tro"),
    ],
)
def test_what_is_declined_says_what_holds_for_whoever_asked(rule: str, english: str, welsh: str) -> None:
    answer = replace(DECLINED, because=(replace(DECLINED.because[0], rule=rule),))

    for words, said in ((ENGLISH, english), (Words(Language.WELSH), welsh)):
        assert said in line_to_plain(render(words, answer).lines[0])


@given(ANSWERS, st.none() | st.builds(Tried, st.sampled_from(Role), st.sampled_from(Provider)), st.booleans())
def test_no_answer_breaks_the_renderer_and_every_button_can_be_read_back(
    answer: Answer, tried: Tried | None, why: bool
) -> None:
    message = render(ENGLISH, answer, tried=tried, why=why)

    assert all(line_to_plain(line) for line in message.lines if line.kind is LineKind.NOTE)
    assert all(len(button.data.encode()) <= 64 for button in message.buttons)
    assert len(presses(message)) == len(message.buttons)
