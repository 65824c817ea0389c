"""What is learnt of a text that was not understood: its shape, and words that name nobody."""

import pytest

from tests.routing.reading.reading_of import reading_of


def _words(text: str) -> tuple[str, ...]:
    unread = reading_of(text).unread
    return unread.words if unread else ()


def test_what_was_understood_teaches_nothing() -> None:
    assert reading_of("breach of a community order, Redditch").unread is None
    assert reading_of("what does MAPPA mean?").unread is None
    assert reading_of("he is going to kill her now").unread is None
    assert reading_of("").unread is None


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("frobnicate him", "1 to 3"),
        ("need to have him frobnicated please", "4 to 12"),
        ("well " * 30, "13 to 40"),
        ("well " * 60, "over 40"),
    ],
)
def test_its_shape_is_told_by_how_long_it_is(text: str, length: str) -> None:
    unread = reading_of(text).unread
    assert unread is not None
    assert unread.length == length


def test_unknown_words_are_told_once_each() -> None:
    assert _words("can he go zorbing or grobbling, zorbing is ok") == ("zorbing", "grobbling")


@pytest.mark.parametrize(
    "text",
    [
        "my son Tyler Zorbing has a question",
        "about mr zorbing",
        "Zorbing came in today",
        "zorbing@mail.example",
        "12 zorbing street",
        "is it zórbing or 1234567",
        "pc zorbing here with a query",
    ],
)
def test_a_word_that_could_name_somebody_is_never_told(text: str) -> None:
    assert _words(text) == ()


def test_a_word_beside_a_masked_one_is_not_told() -> None:
    assert _words("call zorbing 07700 900123 today") == ()


def test_no_word_is_shown_where_the_reading_is_printed() -> None:
    assert "zorbing" not in repr(reading_of("the zorbing is ok").unread)
