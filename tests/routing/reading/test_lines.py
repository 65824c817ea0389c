"""Every labelled line of this part is read as its label says."""

import pytest

from tests.routing.reading.labelled import faults, lines_of, read_as_danger

FILES = ("ownership", "topics", "places", "roles", "urgency", "terms", "scope", "bygone")
FALSE_ALARMS = 0.005  # of all lines


@pytest.mark.parametrize("name", FILES)
def test_every_line_is_read_as_it_is_labelled(name: str) -> None:
    assert faults(name) == []


def test_no_text_is_labelled_twice() -> None:
    texts = [line.text for name in FILES for line in lines_of(name)]
    assert len(texts) == len(set(texts))


def test_hardly_any_of_these_ordinary_lines_is_taken_for_danger() -> None:
    alarms = [text for name in FILES for text in read_as_danger(name)]
    assert len(alarms) <= FALSE_ALARMS * sum(len(list(lines_of(name))) for name in FILES), alarms
