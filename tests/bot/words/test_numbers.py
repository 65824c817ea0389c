"""Telephone numbers as they are shown."""

import pytest

from bot.words.message import Phone
from bot.words.numbers import phone


@pytest.mark.parametrize(
    ("e164", "shown", "in_chat"),
    [
        ("+441562748375", "01562 748375", "+44 1562 748375"),
        ("+443000480000", "0300 048 0000", "+44 300 048 0000"),
        ("+441632960123", "01632 960123", "+44 1632 960123"),
        ("+442079460123", "020 7946 0123", "+44 20 7946 0123"),
        ("+447700900123", "07700 900123", "+44 7700 900123"),
        ("999", "999", "999"),
    ],
)
def test_a_number_is_shown_in_groups_also_one_kept_for_drama(e164: str, shown: str, in_chat: str) -> None:
    assert (phone(e164).shown, phone(e164).in_chat) == (shown, in_chat)


def test_what_is_no_number_is_shown_as_it_stands() -> None:
    assert phone("ask reception") == Phone("ask reception", "ask reception")
