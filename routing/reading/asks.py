"""What is asked for: a contact, who does what, what a word means, or something not to be told."""

from routing.reading.bygone import ALL_PAPERS
from routing.reading.forbidden import asked_about_a_person
from routing.reading.reading import Ask, Reading
from routing.reading.said import Said
from routing.reading.terms import terms_asked

_OF_A_CASE = frozenset({"trust", "cases"})  # who speaks of these wants somebody to ring


def asked_for(said: Said, reading: Reading) -> tuple[Ask, tuple[str, ...]]:
    """What is asked for, and the terms where it is what a word means."""
    forbidden = asked_about_a_person(said, reading)
    if forbidden:
        return forbidden, ()
    terms = () if reading.references else terms_asked(said)
    if terms:
        return Ask.TERM, terms
    asks_who_does = any(not said.unsure(match) for match in said.named("ask", "who_does"))
    if (asks_who_does or _of_bygones(reading)) and not said.says("ask", "contact"):
        return Ask.WHO_DOES, ()
    return Ask.CONTACT, ()


def _of_bygones(reading: Reading) -> bool:
    """Whether it is asked what comes with a case, or what changed."""
    return ALL_PAPERS in reading.papers or bool(set(reading.changes) - _OF_A_CASE)
