"""What stands around an enquiry and is no part of it."""

from itertools import cycle

import pytest

from routing.reading.courtesies import without_courtesies
from routing.reading.reading import Reading
from routing.reading.words import split_words
from tests.enquiries.marking import lines_of
from tests.routing.reading.reading_of import reading_of

BEFORE = (
    "Hi there,", "Good morning, I hope you can help.", "Sorry to bother you.", "Quick question:", "Erm",
    "This is probably a daft question.", "Not sure if I have the right place but", "Long story short,",
    "To whom it may concern,", "My manager told me to try you.", "I was given this number by a colleague.",
    "With reference to the above,",
)  # fmt: skip
AFTER = ("Please advise.", "Sent from my iPhone", "Sorry if this isn't for you.")


def _kept(text: str) -> str:
    return " ".join(word.norm for word in without_courtesies(split_words(text)))


def _essence(text: str) -> Reading:
    """What is read, but for how long it is and which of its words say nothing."""
    return reading_of(text)._replace(brief=False, unread=None, follow=frozenset())


@pytest.mark.parametrize("around", ["{before} {text}", "{text}\n{after}"])
def test_an_enquiry_is_read_the_same_whatever_courtesies_stand_around_it(around: str) -> None:
    different = []
    lines = [line for line in lines_of("tuning.jsonl") if line["group"] != "hostile"]
    for line, before, after in zip(lines, cycle(BEFORE), cycle(AFTER), strict=False):
        text = around.format(text=line["text"], before=before, after=after)
        if _essence(line["text"]) != _essence(text):
            different.append(text)
    assert different == []


def test_a_text_that_is_nothing_but_courtesy_is_kept() -> None:
    assert _kept("Good morning all") == "good morning all"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Erm is he on licence?", "is he on licence "),
        ("is he on licence, hope you can help", "is he on licence "),
        ("Hope you can help. Is he on licence?", "is he on licence "),
        ("ring the CRC, no sorry, the NPS", "ring the crc no sorry the nps"),
        ("I can't help him, he needs help", "i cant help him he needs help"),
        ("the manager told me nothing", "the manager told me nothing"),
    ],
)
def test_only_the_courtesy_is_left_out_and_a_sentence_ends_in_its_place(text: str, kept: str) -> None:
    assert _kept(text) == kept


@pytest.mark.parametrize(
    "text", ["Good morning, hope you can help: he is stabbing her", "Quick question he's got a gun"]
)
def test_danger_is_heard_through_courtesies(text: str) -> None:
    assert reading_of(text).danger
