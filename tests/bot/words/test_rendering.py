"""Every kind of answer, as somebody reads it."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bot.words.buttons import Action, Press
from bot.words.catalogue import ENGLISH, Words
from bot.words.language import Language
from bot.words.message import LineKind, Message, Phone
from bot.words.painters import line_to_plain, to_plain
from bot.words.rendering import render
from routing.answer import Answer, Clarify, Option, Reason, Step
from routing.enquiry import Tried
from routing.vocabulary import Asks, Kind, Provider, Role, Warn
from tests.bot.words.made_up import (
    CLARIFY,
    DECLINED,
    DUTY_OFFICER,
    DUTY_SPO,
    EMERGENCY,
    EMERGENCY_SERVICES,
    EXPLAIN,
    LADDER,
    OUT_OF_HOURS,
    ROUTE,
    SPO,
    UNKNOWN,
    WITHOUT_NUMBER,
)
from tests.bot.words.saying import presses, tried


def notes(message: Message) -> list[str]:
    return [line_to_plain(line) for line in message.lines if line.kind is LineKind.NOTE]


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


def test_a_post_without_a_number_reads_honestly_and_goes_on_to_one_that_has_one() -> None:
    answer = replace(ROUTE, steps=(WITHOUT_NUMBER, DUTY_OFFICER, OUT_OF_HOURS), warnings=(Warn.GAP,))

    assert to_plain(render(ENGLISH, answer)).startswith(
        "The directory holds no number for: NPS duty officer, Herefordshire.\n"
        "Ring the number below and ask whom to call.\n"
        "\n"
        "Ring Worcester probation office: 01905 723591\n"
    )


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


@pytest.mark.parametrize("answer", [ROUTE, EMERGENCY, CLARIFY, DECLINED, UNKNOWN], ids=lambda a: a.kind)
def test_every_answer_with_a_number_shows_it_as_one_to_ring(answer: Answer) -> None:
    phones = [run for line in render(ENGLISH, answer).lines for run in line.runs if isinstance(run, Phone)]

    assert phones[0].e164 == answer.steps[0].phone


def test_danger_never_has_more_than_five_lines_under_999() -> None:
    answer = replace(EMERGENCY, warnings=tuple(Warn))
    message = render(ENGLISH, answer)

    assert [line.kind for line in message.lines].count(LineKind.DANGER) == 1
    assert message.lines[0].kind is LineKind.DANGER
    assert len(message.lines) == 6


def test_danger_walks_on_to_the_next_probation_step_and_keeps_999_in_the_first_line() -> None:
    message = render(ENGLISH, EMERGENCY, tried=presses(render(ENGLISH, EMERGENCY))[0].tried)

    assert line_to_plain(message.lines[0]) == "Call 999 if someone is in immediate danger."
    assert line_to_plain(message.lines[1]) == (
        "Shut until Monday 14 July at 9am. Then ring Worcester probation office: 01905 723591"
    )
    assert line_to_plain(message.lines[3]) == "Until then, ring Braley House, Worcester: 01905 723975"


def test_danger_with_no_probation_step_is_999_alone() -> None:
    assert to_plain(render(ENGLISH, replace(EMERGENCY, steps=(EMERGENCY_SERVICES,)))) == (
        "Call 999 if someone is in immediate danger."
    )


def test_a_next_step_on_another_number_is_shown_with_it() -> None:
    text = to_plain(render(ENGLISH, replace(ROUTE, steps=(DUTY_OFFICER, OUT_OF_HOURS))))

    assert "No answer? Ring Braley House, Worcester: 01905 723975. Ask for: member of staff on duty." in text


def test_an_area_with_no_numbers_at_all_is_not_given_a_borrowed_one() -> None:
    message = render(ENGLISH, replace(ROUTE, steps=(WITHOUT_NUMBER, WITHOUT_NUMBER)))

    assert to_plain(message).startswith(
        "The directory holds no number for: NPS duty officer, Herefordshire.\n"
        "It holds none for the others either. If you know the number of a probation office there, "
        "ring it and ask for: NPS duty officer\n"
    )
    assert not any(isinstance(run, Phone) for line in message.lines for run in line.runs)


def test_an_extension_is_said_with_whom_to_ask_for() -> None:
    text = to_plain(render(ENGLISH, replace(ROUTE, steps=(replace(DUTY_OFFICER, extension="204"),))))

    assert ", extension 204\n" in text


def test_without_any_number_nobody_is_told_to_ask_an_office_for_the_approved_premises() -> None:
    premises = replace(OUT_OF_HOURS, phone=None)

    text = to_plain(render(ENGLISH, replace(ROUTE, steps=(premises, WITHOUT_NUMBER))))

    assert "ring it and ask for: NPS duty officer\n" in text


def test_a_made_up_contact_is_marked_where_it_is_shown_and_where_it_comes_next() -> None:
    made_up = replace(DUTY_OFFICER, phone="+441632960123", sample=True)

    shown = to_plain(render(ENGLISH, replace(ROUTE, steps=(made_up, OUT_OF_HOURS))))
    after = to_plain(render(ENGLISH, replace(ROUTE, steps=(OUT_OF_HOURS, made_up))))

    assert shown.startswith("Ring Worcester probation office: 01632 960123 (sample)\n")
    assert "Sample means made up" in shown
    assert "01632 960123 (sample). Ask for" in after


def test_a_name_that_the_asker_may_see_is_whom_to_ask_for() -> None:
    officer = replace(DUTY_OFFICER, role=Role.RESPONSIBLE_OFFICER, name="Officer Birch", ask_for=None)

    assert "Ask for: Officer Birch, NPS responsible officer\n" in to_plain(
        render(ENGLISH, replace(ROUTE, steps=(officer,)))
    )


def test_a_name_that_is_also_whom_to_ask_for_is_said_once() -> None:
    officer = replace(
        DUTY_OFFICER, role=Role.RESPONSIBLE_OFFICER, name="Officer Maple", ask_for="Officer Maple"
    )

    assert "Ask for: Officer Maple, NPS responsible officer\n" in to_plain(
        render(ENGLISH, replace(ROUTE, steps=(officer,)))
    )


@pytest.mark.parametrize(
    ("warning", "said"),
    [
        (Warn.PERSONAL_DATA, "No need for details about a person; nothing of it was kept."),
        (Warn.STALE, "This number was last checked on 1 July 2014."),
        (Warn.ASSUMED, "Part of this is our best guess, not confirmed"),
        (Warn.GAP, "One of the people to try may have nobody on duty"),
    ],
)
def test_each_warning_is_one_plain_line(warning: Warn, said: str) -> None:
    found = notes(render(ENGLISH, replace(ROUTE, warnings=(warning,))))

    assert len(found) == 1
    assert found[0].startswith(said)


def test_a_number_that_nobody_has_checked_says_so() -> None:
    answer = replace(ROUTE, steps=(replace(DUTY_OFFICER, checked_on=None),), warnings=(Warn.STALE,))

    assert notes(render(ENGLISH, answer)) == ["Nobody has checked this number yet."]


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


_texts = st.text(max_size=40)
_steps = st.builds(
    Step,
    role=st.sampled_from(Role),
    provider=st.none() | st.sampled_from(Provider),
    office=st.none() | _texts,
    phone=st.none() | st.sampled_from(["999", "+441905723591", "+441632960123"]) | _texts,
    ask_for=st.none() | _texts,
    name=st.none() | _texts,
    when=st.just("now") | st.datetimes(min_value=datetime(2000, 1, 1)).map(lambda at: at.astimezone()),  # noqa: DTZ001
    place=st.none() | _texts,
    hours=st.none() | st.sampled_from(["24/7", "Mo-Fr 09:00-17:00; PH off"]) | _texts,
    checked_on=st.none() | st.dates(),
    sample=st.booleans(),
)
ANSWERS = st.builds(
    Answer,
    kind=st.sampled_from(Kind),
    area=st.just("west-mercia"),
    open_now=st.booleans(),
    steps=st.lists(_steps, max_size=5).map(tuple),
    because=st.lists(st.builds(Reason, rule=_texts, text=_texts, source=_texts), max_size=3).map(tuple),
    clarify=st.none() | st.builds(Clarify, asks=st.sampled_from(Asks)),
    warnings=st.lists(st.sampled_from(Warn), unique=True).map(tuple),
    follow_up=_texts,
)


@given(ANSWERS, st.none() | st.builds(Tried, st.sampled_from(Role), st.sampled_from(Provider)), st.booleans())
def test_no_answer_breaks_the_renderer_and_every_button_can_be_read_back(
    answer: Answer, tried: Tried | None, why: bool
) -> None:
    message = render(ENGLISH, answer, tried=tried, why=why)

    assert all(line_to_plain(line) for line in message.lines if line.kind is LineKind.NOTE)
    assert all(len(button.data.encode()) <= 64 for button in message.buttons)
    assert len(presses(message)) == len(message.buttons)
