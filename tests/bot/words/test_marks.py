"""Numbers that are not there, made up, unchecked or somebody's: how each is said."""

import pytest
from msgspec.structs import replace

from bot.words.catalogue import ENGLISH
from bot.words.message import Phone
from bot.words.painters import to_plain
from bot.words.rendering import render
from routing.answer import Answer
from routing.vocabulary import Role, Warn
from tests.bot.words.made_up import (
    CLARIFY,
    DECLINED,
    DUTY_OFFICER,
    EMERGENCY,
    OUT_OF_HOURS,
    ROUTE,
    UNKNOWN,
    WITHOUT_NUMBER,
)
from tests.bot.words.saying import notes


def test_a_post_without_a_number_reads_honestly_and_goes_on_to_one_that_has_one() -> None:
    answer = replace(ROUTE, steps=(WITHOUT_NUMBER, DUTY_OFFICER, OUT_OF_HOURS), warnings=(Warn.GAP,))

    assert to_plain(render(ENGLISH, answer)).startswith(
        "The directory holds no number for: NPS duty officer, Herefordshire.\n"
        "Ring the number below and ask whom to call.\n"
        "\n"
        "Ring Worcester probation office: 01905 723591\n"
    )


@pytest.mark.parametrize("answer", [ROUTE, EMERGENCY, CLARIFY, DECLINED, UNKNOWN], ids=lambda a: a.kind)
def test_every_answer_with_a_number_shows_it_as_one_to_ring(answer: Answer) -> None:
    phones = [run for line in render(ENGLISH, answer).lines for run in line.runs if isinstance(run, Phone)]

    assert phones[0].e164 == answer.steps[0].phone


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
