"""Slips of the finger put right, and words left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routing.reading.slips import Slips

TARGETS = ["redditch", "kidderminster", "worcester", "unpaid", "perp", "breach", "mappa", "bed"]
SLIPS = Slips([*TARGETS, "breech", "reading"], TARGETS)


@given(st.text(max_size=40))
def test_whatever_the_word_it_is_left_or_becomes_one_that_matters(word: str) -> None:
    assert SLIPS.meant(word) in {word, *TARGETS}


@given(st.sampled_from(TARGETS))
def test_a_known_word_is_never_touched(word: str) -> None:
    assert SLIPS.meant(word) == word


@given(st.sampled_from([word for word in TARGETS if len(word) > 4]), st.data())
def test_one_letter_left_out_is_found(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(word) - 1))
    assert SLIPS.meant(word[:at] + word[at + 1 :]) == word


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("reddich", "redditch"),
        ("redich", "redditch"),
        ("worcetser", "worcester"),
        ("kidderminister", "kidderminster"),
        ("unpade", "unpaid"),
        ("breech", "breech"),
        ("peru", "peru"),
        ("bad", "bad"),
        ("b3d", "b3d"),
        ("hewell", "hewell"),
    ],
)
def test_what_was_meant(written: str, meant: str) -> None:
    assert SLIPS.meant(written) == meant
