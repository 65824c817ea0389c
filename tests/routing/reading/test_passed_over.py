"""What the reader passes over at one look says nothing of what it is passed over for."""

import random
import tomllib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routing.reading.courtesies import courtesies, courtesies_in, may_hold_courtesies
from routing.reading.danger.deciding import may_hold_signs, signs_of
from routing.reading.danger.signs import Found
from routing.reading.lexicon import lexicon
from routing.reading.matching import PhraseFinder
from routing.reading.personal_data import find_details, may_hold_details
from routing.reading.phrases import Label, PhraseBook, PhraseError
from routing.reading.references import find_references
from routing.reading.said import Said
from routing.reading.words import split_words, tidy
from tests.paths import ENQUIRIES

FINDER = PhraseFinder(lexicon())
_DANGER = tomllib.loads((ENQUIRIES / "danger.toml").read_text(encoding="utf-8")).values()
_LINES = sorted(text for table in _DANGER for text in table["danger"])
DETAILS = st.lists(
    st.sampled_from(["a", "dob", "flat", "X", "Road", "born", "nhs", "Jan", "at", "q.uk"])
    | st.text("0123456789٣५@", max_size=10)
)


def said_in(text: str) -> Said:
    """A text with the phrases of the lexicon found in it."""
    words = split_words(tidy(text))
    norms = [word.norm for word in words]
    return Said(words, norms, FINDER.groups(norms))


@given(st.tuples(DETAILS, st.sampled_from(["", " ", "/", "-"])).map(lambda one: one[1].join(one[0])))
def test_a_text_without_a_figure_or_an_at_sign_holds_no_detail_and_no_reference(text: str) -> None:
    assert may_hold_details(text) or not (find_details(text) or find_references(text))


def test_what_no_sign_of_danger_is_made_of_makes_none() -> None:
    for text in _LINES:
        said = said_in(text)
        assert may_hold_signs(said) or not signs_of(Found(said)), text


def _phrases_of(book: PhraseBook, number: int) -> Iterator[list[str]]:
    """Phrases of a book, each gone through word by word to one of its ends."""
    chance = random.Random(2014)
    for _ in range(number):
        node, words = book.root, list[str]()
        while not node.labels or (node.leads_on and chance.random() < 0.5):
            words.append(chance.choice(sorted(node.leads_on)))
            node = chance.choice(node.leads_on[words[-1]])
        yield words


def test_no_courtesy_is_passed_over() -> None:
    for norms in _phrases_of(courtesies(), 3_000):
        assert courtesies_in(norms)
        assert may_hold_courtesies(norms)


def test_a_book_knows_how_its_phrases_begin() -> None:
    book = PhraseBook()
    for phrase in ("good morning|evening all?", "erm", "dear? sir or madam"):
        book.add(phrase, Label("courtesy", "greeting", 1.0), {})
    assert set(book.beginnings()) == {
        ("good", "morning"), ("good", "evening"), "erm", ("dear", "sir"), ("sir", "or"),
    }  # fmt: skip


@pytest.mark.parametrize("phrase", ["hop* that", "hope think*", "hope ... help"])
def test_a_book_whose_phrases_begin_with_anything_but_words_says_so(phrase: str) -> None:
    book = PhraseBook()
    book.add(phrase, Label("courtesy", "asking", 1.0), {})
    with pytest.raises(PhraseError, match="words"):
        list(book.beginnings())
