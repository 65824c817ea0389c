"""A text in Welsh is put into English; any other text is left as it is."""

import tomllib
from collections import defaultdict
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routing.reading.welsh import in_english
from routing.reading.welsh.mutations import mutated
from routing.reading.words import split_words, tidy


def put(text: str) -> str | None:
    text = tidy(text)
    return in_english(text, split_words(text))


@pytest.mark.parametrize(
    ("welsh", "english"),
    [
        ("swyddog ar ddyletswydd, Redditch", "duty officer, Redditch"),
        ("SWYDDOG AR DDYLETSWYDD", "duty officer"),
        ("pwy sy'n gwneud gwaith di-dâl yng Nghaerdydd?", "who does unpaid work in Cardiff?"),
        ("pwy sy’n gwneud gwaith di-dal?", "who does unpaid work?"),
        ("mae'r dyn yn ymosod ar ei wraig", "the man is attacking his wife"),
        ("dyw e ddim yn ymosod ar neb", "he is not attacking nobody"),
        ("pwy sydd â'r achos A204117?", "who has the case A204117?"),
        ("ring the swyddog ar ddyletswydd please", "ring the duty officer please"),
        ("pam?", "why?"),
    ],
)
def test_welsh_is_put_into_english_word_for_word(welsh: str, english: str) -> None:
    assert put(welsh) == english


@pytest.mark.parametrize(
    "text",
    [
        "is Pam there?",
        "call Pam now",
        "NPS or CRC?",
        "breach, Ty Newydd",
        "my pa is hitting ma",
        "duty officer at Worcester",
        "who is on in Llandrindod Wells?",
        "",
        "?!",
    ],
)
def test_english_with_a_name_or_a_place_in_it_stays_as_it_is(text: str) -> None:
    assert put(text) is None


@pytest.mark.parametrize(
    ("word", "becomes"),
    [
        ("cyllell", {"cyllell", "gyllell", "nghyllell", "chyllell"}),
        ("dioddefwr", {"dioddefwr", "ddioddefwr", "nioddefwr"}),
        ("gwaith", {"gwaith", "waith", "ngwaith"}),
        ("rhaglen", {"rhaglen", "raglen"}),
        ("achos", {"achos"}),
        ("pwy", {"pwy"}),
    ],
)
def test_the_first_letter_of_a_word_changes(word: str, becomes: set[str]) -> None:
    assert set(mutated(word)) == becomes


def test_no_welsh_phrase_has_two_meanings() -> None:
    meanings: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for file in files("routing.reading.welsh").iterdir():
        if file.name.endswith(".toml"):
            for english, said in tomllib.loads(file.read_text(encoding="utf-8")).items():
                for welsh in said:
                    meanings[tuple(word.norm for word in split_words(welsh))].add(english)

    assert {phrase: english for phrase, english in meanings.items() if len(english) > 1} == {}


@given(
    st.lists(st.text(max_size=12) | st.sampled_from(["mae", "yn", "'r", "wedi", "cyllell", "pam"])).map(
        " ".join
    )
)
def test_nothing_that_is_written_breaks_it(text: str) -> None:
    put(text)
    put(f"mae rhywun {text} yn ymosod")
