"""What is asked for: a contact, who does what, what a word means, or something not to be told."""

from routing.reading.bygone import Bygones
from routing.reading.forbidden import asked_about_a_person
from routing.reading.gist import Gist
from routing.reading.reading import Ask
from routing.reading.said import Said
from routing.reading.terms import terms_asked


def asked_for(said: Said, gist: Gist, bygones: Bygones) -> tuple[Ask, tuple[str, ...]]:
    """What is asked for, and the terms where it is what a word means."""
    forbidden = asked_about_a_person(said, gist)
    if forbidden:
        return forbidden, ()
    terms = () if gist.case.references else terms_asked(said)
    if terms:
        return Ask.TERM, terms
    asks_who_does = any(not said.unsure(match) for match in said.named("ask", "who_does"))
    if (asks_who_does or bygones.asked) and not said.says("ask", "contact"):
        return Ask.WHO_DOES, ()
    return Ask.CONTACT, ()
