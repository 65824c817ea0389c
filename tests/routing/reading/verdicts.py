"""What is told and what is found in a text, as an assistant with the bundled directory reads it."""

from functools import cache

from routing.disclosure import refusal
from routing.policy import Policies
from routing.reading.reader import Reader
from routing.reading.reading import Fact, Reading
from routing.router import Router
from routing.vocabulary import Standing
from tests.bundled import snapshot


@cache
def reader() -> Reader:
    """A reader that knows every place of the bundled directory."""
    return Reader(snapshot().places, Policies.bundled().terms)


@cache
def router() -> Router:
    """A router on the bundled directory."""
    return Router(snapshot(), Policies.bundled())


@cache
def reading_of(text: str, area: str = "west-mercia") -> Reading:
    """What is read in it in an area. Several tests go over the same lines, each of which is read once."""
    return reader().read(text, area)


def facts_in(text: str) -> tuple[Fact, ...]:
    """What that is read from."""
    return reader().facts(text, "west-mercia")


def verdict(text: str, by: str = "public") -> str:
    """ "declined" or "told"."""
    return "declined" if refusal(reading_of(text), Standing(by)) else "told"
