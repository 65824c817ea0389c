"""A first name by itself is somebody's where somebody is asked about by it, and nowhere else."""

import pytest

from tests.routing.reading.reading_of import reading_of


@pytest.mark.parametrize(
    "text",
    [
        "is Darren on licence",
        "who supervises Kyle now",
        "tell me if priya is on probation",
        "when does Kyle get out of prison",
        "kyles officer",
        "Kyle's probation officer",
    ],
)
def test_somebody_asked_about_is_named(text: str) -> None:
    assert reading_of(text).names_person


@pytest.mark.parametrize(
    "text",
    [
        "is Sandra in today",
        "can Sandra call me back",
        "is Grace out until Monday",
        "will the report be ready",
        "who has the May rota",
        "does Sandra have to see me",
    ],
)
def test_an_officer_known_by_the_first_name_and_a_word_are_not(text: str) -> None:
    assert not reading_of(text).names_person
