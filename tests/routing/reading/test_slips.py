"""Slips of the finger put right, and words left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routing.reading.gazetteer import Gazetteer
from routing.reading.near_words import NearWords
from routing.reading.slips import Slips
from routing.snapshot import Place

FIELD = frozenset(["unpaid", "perp", "breach", "breech", "mappa", "bed", "in", "office", "recall"])
ORDINARY = frozenset(["reading", "meet", "who", "covers", "on", "the"])


def _town(name: str, area: str, office: str | None, population: int = 0) -> tuple[str, Place]:
    return name, Place(name, "place", area, office, assumed=True, population=population)


NAMES = (
    _town("Redditch", "west-mercia", "redditch", 80_000),
    _town("Kidderminster", "west-mercia", "kidderminster", 55_000),
    _town("Worcester", "west-mercia", "worcester", 100_000),
    _town("Acton", "west-mercia", "shropshire"),
    _town("Bacton", "west-mercia", "herefordshire"),
    _town("Upton upon Severn", "west-mercia", "worcester", 2_800),
    _town("Pailton", "west-mercia", None),
    _town("Pilton", "bgsw", None),
    _town("Milton Keynes", "thames-valley", "milton-keynes", 200_000),
)
SLIPS = Slips(FIELD, ORDINARY, frozenset(), Gazetteer(NAMES))
WORDS = sorted({word for name, _ in NAMES for word in name.lower().split()} | FIELD)
NEAR = NearWords(WORDS)


def meant(text: str, area: str = "west-mercia") -> str:
    return " ".join(SLIPS.put_right(text.split(), area).norms)


@given(st.lists(st.text(max_size=12), max_size=8))
def test_whatever_the_words_each_is_left_or_becomes_one_that_matters(words: list[str]) -> None:
    right = SLIPS.put_right(words, "west-mercia").norms
    assert len(right) == len(words)
    assert all(new in {old, *WORDS} for old, new in zip(words, right, strict=True))


@given(st.lists(st.sampled_from(sorted(FIELD | ORDINARY)), max_size=8))
def test_known_words_are_never_touched(words: list[str]) -> None:
    assert SLIPS.put_right(words, "west-mercia").norms == words


@given(st.sampled_from(["redditch", "kidderminster", "worcester", "unpaid", "recall"]), st.data())
def test_one_letter_left_out_is_found(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(word) - 1))
    assert meant(word[:at] + word[at + 1 :]) == word


@given(st.sampled_from(WORDS), st.data())
def test_a_word_one_slip_away_is_in_the_index_of_near_words(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abcxyz"))
    for slipped in (word[:at] + letter + word[at + 1 :], word[:at] + letter + word[at:]):
        assert len(slipped) < 4 or word in dict(NEAR.within(slipped, 1)) or len(word) < 3


def test_near_words_come_in_the_same_order_whatever_order_the_index_was_made_in() -> None:
    words = ["recall", "recalls", "decall", "recoil"]
    assert NearWords(words).within("recal", 2) == NearWords(words[::-1]).within("recal", 2)


@pytest.mark.parametrize(
    ("written", "right"),
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
def test_what_was_meant(written: str, right: str) -> None:
    assert meant(written) == right


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("upton upn severn", "upton upon severn"),
        ("uptn upon severn", "upton upon severn"),
        ("mliton keynes office", "milton keynes office"),
        ("miltonkeynes", "miltonkeynes"),
    ],
)
def test_a_name_of_several_words_is_put_right_by_those_that_are_spelt_well(written: str, right: str) -> None:
    assert meant(written, "thames-valley") == right


def test_a_word_that_is_only_a_little_like_a_place_becomes_one_where_places_are_named() -> None:
    assert meant("bactno uptom") == "bacton uptom"
    assert meant("in reddutvh") == "in redditch"


def test_what_may_be_one_of_two_villages_is_kept_as_a_doubt() -> None:
    right = SLIPS.put_right(["in", "nacton"], "west-mercia")
    assert right.doubts[1].keys() == {"acton", "bacton"}


def test_a_village_of_another_area_may_be_a_slip_for_one_of_the_askers() -> None:
    assert SLIPS.put_right(["in", "pilton"], "west-mercia").doubts[1].keys() == {"pailton", "pilton"}
    assert SLIPS.put_right(["in", "pilton"], "bgsw").doubts == {}
