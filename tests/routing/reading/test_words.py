"""A text as words."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from routing.reading.said import Said
from routing.reading.words import BOUNDARY, LONGEST_TEXT, sentences_in, split_words, tidy


def _norms(text: str) -> list[str]:
    return [word.norm for word in split_words(tidy(text))]


@given(st.text(alphabet=st.characters(), max_size=300))
def test_any_unicode_is_split_into_words_that_stand_where_they_say(text: str) -> None:
    tidied = tidy(text)
    words = split_words(tidied)
    assert all(tidied[word.start : word.end] == word.raw for word in words)
    assert all(one.end <= other.start for one, other in pairwise(words))
    norms = [word.norm for word in words]
    sentences = [norms[start:end] for start, end in sentences_in(norms)]
    assert all(BOUNDARY not in sentence for sentence in sentences)
    assert [norm for sentence in sentences for norm in (*sentence, BOUNDARY)] == [*norms, BOUNDARY]


def test_what_only_joins_or_turns_characters_is_not_read() -> None:
    assert tidy("d\u200buty off\u00adicer, \u202eRed\u200dditch\ufeff") == "duty officer, Redditch"
    assert tidy("duty\tofficer") == "duty officer"


@given(st.text(max_size=50))
def test_tidying_twice_is_tidying_once(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


def test_a_text_is_never_read_beyond_what_telegram_sends() -> None:
    assert len(tidy("ﷺ" * LONGEST_TEXT)) <= LONGEST_TEXT


def test_apostrophes_of_every_kind_are_left_out() -> None:
    assert _norms("he's he’s heʼs") == ["hes", "hes", "hes"]


def test_a_sentence_ends_in_a_boundary_and_a_figure_does_not() -> None:
    assert _norms("Low risk. Not MAPPA") == ["low", "risk", BOUNDARY, "not", "mappa"]
    assert BOUNDARY not in _norms("at 4.30pm")


def test_the_colon_after_a_label_ends_nothing() -> None:
    assert _norms("Risk level: low") == ["risk", "level", "low"]


def test_a_colon_after_a_whole_clause_ends_it() -> None:
    assert BOUNDARY in _norms("Neither low nor medium: he is high")


def test_the_apostrophe_of_the_magistrates_court_is_no_pause() -> None:
    said = Said(words := split_words("the Magistrates' Court, here"), [word.norm for word in words], {})

    assert said.pauses == [True, False, False, True]
