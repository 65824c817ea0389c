"""Times as people say them."""

from datetime import UTC, date, datetime, time

import pytest

from bot.words.catalogue import ENGLISH
from bot.words.times import say_date, say_day, say_hours, say_moment, say_time


@pytest.mark.parametrize(
    ("clock", "said"),
    [
        (time(9), "9am"),
        (time(16, 30), "4:30pm"),
        (time(12), "midday"),
        (time(12, 5), "12:05pm"),
        (time(0), "midnight"),
        (time(0, 15), "12:15am"),
        (time.max, "midnight"),
    ],
)
def test_a_time_is_said_as_people_say_it(clock: time, said: str) -> None:
    assert say_time(ENGLISH, clock) == said


def test_a_day_has_its_weekday_and_a_date_its_year() -> None:
    assert say_day(ENGLISH, date(2014, 7, 8)) == "Tuesday 8 July"
    assert say_date(ENGLISH, date(2014, 7, 8)) == "8 July 2014"


def test_a_moment_is_said_on_the_clock_in_london() -> None:
    assert say_moment(ENGLISH, datetime(2014, 7, 14, 8, 0, tzinfo=UTC)) == "Monday 14 July at 9am"


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ("Mo-Fr 09:00-17:00; PH off", "Monday to Friday, 9am to 5pm, closed on bank holidays"),
        ("24/7", "24 hours"),
        ("Mo,We 10:00-16:00; Fr 09:00-12:30", "Monday and Wednesday, 10am to 4pm; Friday, 9am to 12:30pm"),
        ("Mo-Tu 09:00-12:00; Mo-Tu 13:00-17:00", "Monday and Tuesday, 9am to midday and 1pm to 5pm"),
        ("Mo-We,Sa 09:00-17:00", "Monday to Wednesday and Saturday, 9am to 5pm"),
        ("Mo-Su 08:00-20:00", "every day, 8am to 8pm"),
    ],
)
def test_opening_hours_are_said_in_ranges(hours: str, said: str) -> None:
    assert say_hours(ENGLISH, hours) == said


def test_hours_that_cannot_be_read_are_not_guessed() -> None:
    assert say_hours(ENGLISH, "by appointment") is None
