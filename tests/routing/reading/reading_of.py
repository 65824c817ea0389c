"""Texts read against a handful of places, for tests of one reading at a time."""

from routing.policy import Policies
from routing.reading.reader import Reader
from routing.reading.reading import Fact, Reading
from routing.snapshot import Place


def _place(name: str, kind: str, office: str | None, area: str = "west-mercia") -> tuple[str, Place]:
    return name, Place(name, kind, area, office, assumed=False)


PLACES = (
    _place("Worcester", "office", "worcester"),
    _place("Redditch", "office", "redditch"),
    _place("Kidderminster", "office", "kidderminster"),
    _place("Worcestershire", "county", None),
    _place("Rock", "place", "kidderminster"),
    _place("Reading", "district", "berkshire-west", "thames-valley"),
    _place("TV", "county", None, "thames-valley"),
)
READER = Reader(PLACES, Policies.bundled().terms)


def reading_of(text: str) -> Reading:
    """What an assistant of West Mercia reads in it."""
    return READER.read(text, "west-mercia")


def facts_in(text: str) -> tuple[Fact, ...]:
    """What that is read from."""
    return READER.facts(text, "west-mercia")
