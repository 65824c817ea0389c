"""Walking on from step to step of an answer, and what is shown of why."""

from msgspec.structs import replace

from bot.words.buttons import Action
from bot.words.catalogue import ENGLISH
from bot.words.painters import line_to_plain, to_plain
from bot.words.rendering import render
from routing.enquiry import Tried
from routing.vocabulary import Provider, Role
from tests.bot.words.made_up import (
    DUTY_OFFICER,
    DUTY_SPO,
    EMERGENCY,
    LADDER,
    OUT_OF_HOURS,
    ROUTE,
    SPO,
    WITHOUT_NUMBER,
)
from tests.bot.words.saying import presses, tried


def test_after_a_step_that_did_not_help_comes_the_next_one() -> None:
    message = render(ENGLISH, ROUTE, tried=tried(DUTY_OFFICER))

    assert line_to_plain(message.lines[1]) == "Ask for: NPS SPO"
    assert presses(message)[0].tried == tried(SPO)


def test_pressing_next_again_and_again_walks_the_whole_ladder_once() -> None:
    message, walked = render(ENGLISH, ROUTE), [DUTY_OFFICER.ask_for]
    while (press := presses(message)[0]).action is Action.NEXT:
        message = render(ENGLISH, ROUTE, tried=press.tried)
        walked.append(line_to_plain(message.lines[1]).removeprefix("Ask for: "))

    assert walked == [step.ask_for for step in LADDER]


def test_walking_on_from_an_office_asked_in_a_units_stead_does_not_come_back_to_it() -> None:
    answer = replace(ROUTE, steps=(WITHOUT_NUMBER, DUTY_OFFICER, OUT_OF_HOURS))
    message = render(ENGLISH, answer, tried=presses(render(ENGLISH, answer))[0].tried)

    assert line_to_plain(message.lines[0]) == "Ring Braley House, Worcester: 01905 723975"


def test_a_tried_step_that_the_ladder_no_longer_has_starts_it_from_the_first() -> None:
    assert render(ENGLISH, ROUTE, tried=Tried(Role.LEAD, Provider.CRC)).lines == render(ENGLISH, ROUTE).lines


def test_after_the_last_step_it_says_so_and_offers_the_top_and_the_out_of_hours_line() -> None:
    text = to_plain(render(ENGLISH, ROUTE, tried=tried(OUT_OF_HOURS)))

    assert text.startswith(
        "That was the last one to try. Start again from the top:\n"
        "\n"
        "Ring Worcester probation office: 01905 723591\n"
    )
    assert "When the office is shut, ring Braley House, Worcester: 01905 723975" in text


def test_the_last_step_has_no_button_for_a_next_one_but_one_back_to_the_top() -> None:
    message = render(ENGLISH, ROUTE, tried=tried(DUTY_SPO))

    assert [press.action for press in presses(message)] == [Action.ASK, Action.WHY, Action.CORRECT]
    assert "Nobody comes after this one" in to_plain(message)


def test_showing_why_gives_every_reason_with_its_source_and_stays_on_the_step() -> None:
    text = to_plain(render(ENGLISH, ROUTE, tried=tried(DUTY_OFFICER), why=True))

    assert "Ask for: NPS SPO" in text
    assert (
        "Why: MAPPA-eligible cases are managed by the NPS. (Source: West Mercia update, July 2014.)" in text
    )
    assert "Why: The NPS has the last word on the level of risk. (Source: Nottingham briefing, " in text
    assert "last checked on 1 July 2014" in text


def test_why_is_not_offered_once_it_is_shown_nor_where_there_is_no_reason() -> None:
    assert Action.WHY not in {press.action for press in presses(render(ENGLISH, ROUTE, why=True))}
    assert Action.WHY not in {press.action for press in presses(render(ENGLISH, replace(ROUTE, because=())))}


def test_danger_walks_on_to_the_next_probation_step_and_keeps_999_in_the_first_line() -> None:
    message = render(ENGLISH, EMERGENCY, tried=presses(render(ENGLISH, EMERGENCY))[0].tried)

    assert line_to_plain(message.lines[0]) == "Call 999 if someone is in immediate danger."
    assert line_to_plain(message.lines[1]) == (
        "Shut until Monday 14 July at 9am. Then ring Worcester probation office: 01905 723591"
    )
    assert line_to_plain(message.lines[3]) == "Until then, ring Braley House, Worcester: 01905 723975"


def test_a_next_step_on_another_number_is_shown_with_it() -> None:
    text = to_plain(render(ENGLISH, replace(ROUTE, steps=(DUTY_OFFICER, OUT_OF_HOURS))))

    assert "No answer? Ring Braley House, Worcester: 01905 723975. Ask for: member of staff on duty." in text
