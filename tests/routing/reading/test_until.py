"""Until when somebody can be reached, or is away, however they say the time."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routing.hours import LONDON
from routing.reading.until import until_said

NOW = datetime(2014, 7, 8, 10, 30, tzinfo=LONDON)  # a Tuesday


def first(text: str) -> str | None:
    """The nearest moment that is meant, in London."""
    found = until_said(text, NOW)
    return found[0].astimezone(LONDON).strftime("%a %H:%M") if found else None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("till half 3", "Tue 15:30"),
        ("until half past three", "Tue 15:30"),
        ("before 16:00", "Tue 16:00"),
        ("til 4", "Tue 16:00"),
        ("by 4pm", "Tue 16:00"),
        ("Until 4 p.m.", "Tue 16:00"),
        ("until 11", "Tue 11:00"),
        ("until 10", "Tue 22:00"),
        ("until 10:30", "Tue 22:30"),
        ("until 0930", "Wed 09:30"),
        ("until 09:30", "Wed 09:30"),
        ("until 1545", "Tue 15:45"),
        ("until 15.45", "Tue 15:45"),
        ("until quarter to 4", "Tue 15:45"),
        ("until quarter past four", "Tue 16:15"),
        ("until ten to one", "Tue 12:50"),
        ("till twenty five past 2", "Tue 14:25"),
        ("until noon", "Tue 12:00"),
        ("before midday", "Tue 12:00"),
        ("until 5 o’clock", "Tue 17:00"),
        ("up to 12", "Tue 12:00"),
        ("until 12am", "Wed 00:00"),
        ("I'm available until 3", "Tue 15:00"),
        ("call me before 3", "Tue 15:00"),
        ("stepping out until 2pm", "Tue 14:00"),
        ("tomorrow", None),
        ("until tomorrow 11", "Wed 11:00"),
        ("until 11 tomorrow", "Wed 11:00"),
        ("before noon on Friday", "Fri 12:00"),
        ("tan hanner awr wedi 3", "Tue 15:30"),
        ("cyn 16:00", "Tue 16:00"),
        ("tan chwarter i 4", "Tue 15:45"),
        ("tan hanner dydd yfory", "Wed 12:00"),
        ("tan 3 dydd Gwener", "Fri 03:00"),
    ],
)
def test_a_time_is_read_as_people_say_it(text: str, meant: str | None) -> None:
    assert first(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "half 3",
        "until",
        "until 25:00",
        "until 12:60",
        "until 13pm",
        "until 0:30pm tomorrow at home",
        "until sixty",
        "he waits outside until 3",
        "until 3 he is going to kill me",
        "before 3 call the police",
        "who is on until 3?",
    ],
)
def test_what_says_more_or_less_than_a_time_is_none(text: str) -> None:
    assert until_said(text, NOW) == ()


@given(st.text(max_size=40))
def test_whatever_is_written_is_read_without_a_fault_and_never_as_the_past(text: str) -> None:
    for written in (text, f"until {text}"):
        assert all(moment > NOW for moment in until_said(written, NOW))


def test_half_past_in_the_night_the_clocks_go_back_is_a_moment_that_comes() -> None:
    evening = datetime(2014, 10, 25, 20, tzinfo=LONDON)
    (moment, *_) = until_said("until half 1 tomorrow", evening)  # it comes twice: the first of the two
    assert moment.astimezone(LONDON).strftime("%a %H:%M %z") == "Sun 01:30 +0100"
