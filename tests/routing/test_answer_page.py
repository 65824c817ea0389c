"""docs/answer.md names every field and every word that an enquiry, an answer and a step can have."""

import re
from enum import StrEnum

import pytest

from routing.answer import Answer, Step
from routing.policy import Policies
from routing.vocabulary import Kind, Provider, Standing, Warn
from tests.paths import ROOT

PAGE = (ROOT / "docs" / "answer.md").read_text("utf-8")
_NAMED = set(re.findall(r"`([\w-]+)`", PAGE))


@pytest.mark.parametrize("field", [*Answer.__struct_fields__, *Step.__struct_fields__])
def test_the_page_names_every_field_of_an_answer_and_of_a_step(field: str) -> None:
    assert field in _NAMED


@pytest.mark.parametrize("words", [Kind, Provider, Standing, Warn])
def test_the_page_names_every_word_that_such_a_field_may_hold(words: type[StrEnum]) -> None:
    assert set(words) <= _NAMED


def test_the_page_names_the_days_between_which_the_arrangement_holds() -> None:
    begins, *_, ended = Policies.bundled().national.days_of_change

    for day in (begins, ended):
        assert f"{day.day} {day:%B %Y}" in PAGE
