"""How hours are said where they go out to other programs and on paper."""

import pytest

from directory.exchange.formats.wording import hours_in_words
from routing.hours import parse_hours


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        ("24/7", "24 hours, every day"),
        ("Mo-Fr 09:00-17:00; PH off", "Monday to Friday, 9am to 5pm; closed on bank holidays"),
        ("We 10:00-12:00; We 13:30-16:00", "Wednesday, 10am to midday and 1:30pm to 4pm"),
        ("Mo,We 10:00-12:00", "Monday, 10am to midday; Wednesday, 10am to midday"),
    ],
)
def test_hours_are_in_words(hours: str, words: str) -> None:
    assert hours_in_words(parse_hours(hours)) == words
