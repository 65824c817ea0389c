"""What is said once a number has been reported, and whom it leads to."""

from msgspec.structs import replace

from bot.words.catalogue import ENGLISH
from bot.words.painters import to_plain
from bot.words.rendering import render
from bot.words.reporting import say_reported, tried_past
from routing.enquiry import Tried
from routing.vocabulary import Provider, Role
from tests.bot.words.made_up import (
    DUTY_OFFICER,
    DUTY_SPO,
    EMERGENCY,
    LADDER,
    MONDAY_AT_NINE,
    OUT_OF_HOURS,
    ROUTE,
    SPO,
)

DEAD = "+441905723591"


def test_every_step_with_a_dead_number_is_passed_over() -> None:
    assert tried_past(LADDER, DUTY_OFFICER, same_number=False) == Tried(Role.DUTY_SPO, Provider.NPS)


def test_after_the_wrong_person_the_same_number_may_be_rung_again() -> None:
    assert tried_past(LADDER, DUTY_OFFICER, same_number=True) == Tried(Role.DUTY_OFFICER, Provider.NPS)


def test_where_there_is_no_other_number_the_next_step_is_shown_all_the_same() -> None:
    steps = (DUTY_OFFICER, SPO, DUTY_SPO)

    assert tried_past(steps, DUTY_OFFICER, same_number=False) == Tried(Role.DUTY_OFFICER, Provider.NPS)


def test_thanks_come_first_but_for_danger() -> None:
    said = to_plain(say_reported(ENGLISH, DEAD, render(ENGLISH, ROUTE), noted=True)).splitlines()
    in_danger = to_plain(say_reported(ENGLISH, DEAD, render(ENGLISH, EMERGENCY), noted=True)).splitlines()

    assert said[0].startswith("Thank you. From now on answers warn about 01905 723591")
    assert in_danger[0].startswith("Call 999")


def test_nobody_is_sent_back_to_the_number_that_was_reported() -> None:
    shut = replace(ROUTE, steps=(replace(DUTY_OFFICER, when=MONDAY_AT_NINE), OUT_OF_HOURS))
    assert OUT_OF_HOURS.phone

    said = to_plain(say_reported(ENGLISH, OUT_OF_HOURS.phone, render(ENGLISH, shut), noted=True))

    assert said.count("01905 723975") == 1


def test_what_could_not_be_noted_is_said_to_be_so() -> None:
    said = to_plain(say_reported(ENGLISH, DEAD, render(ENGLISH, ROUTE), noted=False))

    assert said.startswith("That could not be noted about 01905 723591 just now.")
