"""What the reader passes over at one look says nothing of what it is passed over for."""

import tomllib
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from routing.reading.danger.deciding import may_hold_signs, signs_of
from routing.reading.danger.signs import Found
from routing.reading.lexicon import lexicon
from routing.reading.matching import PhraseFinder
from routing.reading.personal_data import find_details, may_hold_details
from routing.reading.references import find_references
from routing.reading.said import Said
from routing.reading.words import split_words, tidy

FINDER = PhraseFinder(lexicon())
_ENQUIRIES = Path(__file__).parents[2] / "enquiries"
_DANGER = tomllib.loads((_ENQUIRIES / "danger.toml").read_text(encoding="utf-8")).values()
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
