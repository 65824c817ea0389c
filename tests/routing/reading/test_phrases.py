"""The phrase language and the matcher."""

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routing.reading.matching import PhraseFinder
from routing.reading.phrases import Label, PhraseBook, PhraseError
from routing.reading.words import BOUNDARY

WORDS = st.text(alphabet="abcdefghij", min_size=2, max_size=6)
PHRASES = st.lists(WORDS, min_size=1, max_size=4)
ANYTHING = st.lists(st.one_of(st.text(), st.just(BOUNDARY)), max_size=30)
BREACH, RECALL = Label("topic", "breach", 1.0), Label("topic", "recall", 1.0)


def _finder(*phrases: tuple[str, Label]) -> PhraseFinder:
    book = PhraseBook()
    for phrase, label in phrases:
        book.add(phrase, label, {"he": ["he", "she"]})
    return PhraseFinder(book)


def _found(finder: PhraseFinder, text: str) -> list[str]:
    return [
        match.label.name
        for match in finder.find([word if word != "." else BOUNDARY for word in text.split()])
    ]


@given(PHRASES, PHRASES, PHRASES)
def test_a_phrase_finds_itself_wherever_it_stands(
    before: list[str], phrase: list[str], after: list[str]
) -> None:
    found = _finder((" ".join(phrase), BREACH)).find([*before, BOUNDARY, *phrase, BOUNDARY, *after])
    at = len(before) + 1
    assert (at, at + len(phrase)) in {(match.start, match.end) for match in found}


@given(ANYTHING)
def test_finding_never_raises_and_stays_within_the_text(words: list[str]) -> None:
    finder = _finder(("order ... <he> breach*", BREACH), ("a|b? c", RECALL))
    for match in finder.find(words):
        assert 0 <= match.start < match.end <= len(words)
        assert BOUNDARY not in words[match.start : match.end]


@given(PHRASES, WORDS)
def test_a_longer_match_hides_the_covered_one_of_its_group(phrase: list[str], more: str) -> None:
    finder = _finder((" ".join(phrase), BREACH), (" ".join([*phrase, more]), RECALL))
    whole = [*phrase, more]
    found = [m for m in finder.find(whole) if (m.start, m.end) == (0, len(phrase))]
    assert found == []


def test_a_longer_match_of_another_group_hides_nothing() -> None:
    finder = _finder(("order", BREACH), ("court order", Label("term", "order", 1.0)))
    assert _found(finder, "court order") == ["order", "breach"]


def test_a_longer_hint_does_not_hide_words_that_say_it_outright() -> None:
    finder = _finder(("parole hearing", BREACH), ("prisoner ... hearing", Label("topic", "parole", 0.4)))
    assert "breach" in _found(finder, "prisoner has his parole hearing")


def test_what_several_books_hold_is_found_in_one_pass_and_hidden_alike() -> None:
    terms, topics = PhraseBook(), PhraseBook()
    terms.add("order", BREACH, {})
    topics.add("court order", RECALL, {})
    assert _found(PhraseFinder(terms, topics), "court order") == ["recall"]


def test_the_order_in_which_phrases_were_added_makes_no_difference() -> None:
    one, other = ("order", BREACH), ("order", RECALL)
    assert _found(_finder(one, other), "order") == _found(_finder(other, one), "order")


@pytest.mark.parametrize(
    ("phrase", "text", "is_found"),
    [
        ("broke|breaks order", "he breaks order", True),
        ("breach* order", "breaching order", True),
        ("breach the? order", "breach order", True),
        ("breach the? order", "breach the order", True),
        ("<he> missed", "she missed", True),
        ("order ... breach", "order that he did breach", True),
        ("order ... breach", "order one two three four five breach", False),
        ("order ... breach", "order . breach", False),
        ("order breach", "order . breach", False),
    ],
)
def test_what_the_phrase_language_takes(phrase: str, text: str, is_found: bool) -> None:
    assert bool(_found(_finder((phrase, BREACH)), text)) is is_found


@pytest.mark.parametrize(
    "phrase", ["", "...", "a? b?", "... order", "order ...", "he's", "Order", "<they> go", "a*"]
)
def test_a_phrase_that_cannot_be_read_is_refused_and_quoted(phrase: str) -> None:
    with pytest.raises(PhraseError, match="phrase"):
        _finder((phrase, BREACH))
        if not phrase:
            raise PhraseError("an empty phrase says nothing")


def test_no_two_lists_of_phrases_share_a_name() -> None:
    folder = files("routing.reading") / "lexicon"
    names = [file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml")]
    for group in ("private", "programmes"):
        tables = tomllib.loads((folder / f"{group}.toml").read_text(encoding="utf-8"))
        names += [name for name in tables if name != "classes"]
    assert sorted(set(names)) == sorted(names)


def test_words_run_together_are_found_when_they_are_written_out() -> None:
    finder = _finder(("isnt|hes available", BREACH))
    for text in ("isnt available", "is not available", "he is available"):
        assert len(finder.find(text.split())) == 1
