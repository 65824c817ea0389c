"""Case references are known however they are typed, and nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routing.reading.references import find_references


@pytest.mark.parametrize(
    "typed",
    [
        "A204117",
        "a204117",
        "A 204117",
        "A-204117",
        "A/204117",
        "a20 41 17",
        "A.204117",
        "A204-117",
        "A204117s",
        "A2O4I17",
    ],
)
def test_one_reference_however_it_is_typed(typed: str) -> None:
    assert [reference for reference, *_ in find_references(f"ref {typed}, who has it?")] == ["A204117"]


@pytest.mark.parametrize(
    "text",
    [
        "A2041177",  # seven digits
        "A20411",  # five
        "solo100",
        "A1OlOl1",  # more letters than figures
        "AB204117",  # two letters
        "A1234BC",  # a prison number
        "204117",
        "call on 01632 960123",
        "AB 12 34 56 C",  # National Insurance
        "",
    ],
)
def test_what_is_none(text: str) -> None:
    assert find_references(text) == []


def test_two_in_one_text_are_both_found_in_order() -> None:
    found = find_references("Do G129875 and w372593 have the same contact?")
    assert [reference for reference, *_ in found] == ["G129875", "W372593"]


@given(st.from_regex(r"[A-Z][0-9]{6}", fullmatch=True), st.text(max_size=20))
def test_the_span_is_where_it_stands(reference: str, before: str) -> None:
    text = f"{before} {reference} "
    assert any(
        text[start:end] == reference and found == reference for found, start, end in find_references(text)
    )
