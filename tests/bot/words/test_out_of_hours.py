"""What is said while the office is shut: what cannot wait, what can, and when it opens."""

from itertools import pairwise

import pytest
from msgspec.structs import replace

from bot.words.buttons import Action, Press
from bot.words.catalogue import ENGLISH
from bot.words.painters import to_plain
from bot.words.rendering import render
from routing.answer import Answer
from routing.vocabulary import Kind, Topic
from tests.bot.words.made_up import (
    DUTY_OFFICER,
    DUTY_SPO,
    EXPLAIN,
    FOLLOW_UP,
    MONDAY_AT_NINE,
    OUT_OF_HOURS,
    ROUTE,
    SPO,
)
from tests.bot.words.saying import presses, tried

SHUT = replace(ROUTE, open_now=False, steps=(OUT_OF_HOURS, replace(DUTY_OFFICER, when=MONDAY_AT_NINE)))
SHUT_DESKS = tuple(replace(step, when=MONDAY_AT_NINE) for step in (DUTY_OFFICER, SPO, DUTY_SPO))
SHUT_LADDER = replace(SHUT, steps=(OUT_OF_HOURS, *SHUT_DESKS))
CAN_WAIT = replace(SHUT, steps=(*SHUT_DESKS, OUT_OF_HOURS))


def test_a_closed_office_says_when_it_opens_instead_of_its_hours() -> None:
    text = to_plain(render(ENGLISH, replace(ROUTE, steps=(replace(DUTY_OFFICER, when=MONDAY_AT_NINE),))))

    assert text.startswith("Shut until Monday 14 July at 9am. Then ring Worcester probation office: ")
    assert "Open now" not in text


def test_out_of_hours_the_premises_are_for_what_cannot_wait_and_the_office_for_what_can() -> None:
    text = to_plain(render(ENGLISH, SHUT))

    assert text.startswith(
        "The office is shut. If it cannot wait, ring Braley House, Worcester: 01905 723975"
    )
    assert "If it can wait, ring Worcester probation office: 01905 723591" in text
    assert "Opens Monday 14 July at 9am" in text


@pytest.mark.parametrize("answer", [SHUT_LADDER, CAN_WAIT, replace(SHUT_LADDER, kind=Kind.EMERGENCY)])
def test_a_shut_desk_is_never_said_as_one_to_ring_now_and_the_premises_stay_in_sight(answer: Answer) -> None:
    for before, desk in pairwise((None, *answer.steps)):
        if desk not in SHUT_DESKS:
            continue
        text = to_plain(render(ENGLISH, answer, tried=tried(before) if before else None))

        assert "Shut until Monday 14 July at 9am. Then ring Worcester probation office: 01905 723591" in text
        assert f"Ask for: {desk.ask_for}\n" in text
        assert "If it cannot wait, ring Braley House, Worcester: 01905 723975" in text
        assert "No answer? " not in text


def test_in_urgency_the_premises_are_for_the_time_until_the_desk_opens() -> None:
    text = to_plain(render(ENGLISH, replace(SHUT_LADDER, urgent=True), tried=tried(OUT_OF_HOURS)))

    assert "Until then, ring Braley House, Worcester: 01905 723975" in text
    assert "No answer then? Ring the same number and ask for: NPS SPO." in text


def test_the_last_desk_of_a_shut_ladder_sends_back_to_the_premises() -> None:
    message = render(ENGLISH, SHUT_LADDER, tried=tried(SPO))

    assert "Wait a few minutes" not in to_plain(message)
    assert presses(message)[0] == Press(Action.ASK, FOLLOW_UP)


@pytest.mark.parametrize("answer", [SHUT_LADDER, CAN_WAIT])
def test_after_the_last_step_of_a_shut_ladder_come_the_premises_again_and_no_shut_desk(
    answer: Answer,
) -> None:
    text = to_plain(render(ENGLISH, answer, tried=tried(answer.steps[-1])))

    assert text.startswith(
        "That was the last one to try. Start again from the top:\n"
        "\n"
        "The office is shut. If it cannot wait, ring Braley House, Worcester: 01905 723975\n"
    )


def test_nobody_is_woken_for_the_meaning_of_a_word() -> None:
    text = to_plain(render(ENGLISH, replace(EXPLAIN, steps=CAN_WAIT.steps)))

    assert "To ask about it: shut until Monday 14 July at 9am. Then ring Worcester probation office" in text
    assert "Braley House" not in text


@pytest.mark.parametrize("wanted", [{"urgent": True}, {"topic": Topic.APPROVED_PREMISES}, {"open_now": True}])
def test_who_needs_the_premises_anyway_is_not_asked_whether_it_can_wait(wanted: dict[str, object]) -> None:
    text = to_plain(render(ENGLISH, replace(SHUT, **wanted)))

    assert text.startswith("Ring Braley House, Worcester: 01905 723975")
    assert "wait" not in text
    assert "When it opens on Monday 14 July at 9am, ring Worcester probation office: 01905 723591" in text
