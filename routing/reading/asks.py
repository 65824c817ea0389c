"""What is asked for: a contact, who does what, what a word means, or something not to be told."""

from routing.reading.bygone import Bygones
from routing.reading.forbidden import asked_about_a_person
from routing.reading.gist import Gist
from routing.reading.reading import Ask
from routing.reading.said import Said
from routing.reading.terms import asks_of_another_word, speaks_of_words_only, terms_asked, word_alone


def asked_for(said: Said, gist: Gist, bygones: Bygones) -> tuple[Ask, tuple[str, ...]]:
    """What is asked for, and the terms where it is what a word means, or may be."""
    forbidden = asked_about_a_person(said, gist)
    if forbidden and (forbidden is Ask.REGISTER or not speaks_of_words_only(said)):
        return forbidden, ()
    terms = () if gist.case.references else terms_asked(said)
    if forbidden and not terms:
        return forbidden, ()
    if terms or asks_of_another_word(said):
        return Ask.TERM, terms
    asks_who_does = any(not said.unsure(match) for match in said.named("ask", "who_does"))
    if (asks_who_does or bygones.asked) and not said.says("ask", "contact"):
        return Ask.WHO_DOES, ()
    return Ask.CONTACT, word_alone(said)
