"""What is asked for: a contact, who does what, what a word means, or something not to be told."""

from routing.reading.phrases import Match
from routing.reading.reading import Ask, Reading
from routing.reading.said import Said
from routing.vocabulary import Topic

_OPENING = 2  # a question is asked by one of the first words of its sentence
_NEAR = 5  # words between "what does" and the term
_OFFICE_WORDS = frozenset(
    [
        "office",
        "offices",
        "court",
        "centre",
        "premises",
        "probation",
        "crc",
        "nps",
        "team",
        "reception",
        "hostel",
    ]
)
_NUMBER_WORDS = frozenset(
    ["number", "phone", "telephone", "tel", "ring", "call", "contact", "speak", "address", "email"]
)


def asked_for(said: Said, reading: Reading) -> tuple[Ask, tuple[str, ...]]:
    """What is asked for, and the terms where it is what a word means."""
    terms = _terms_asked(said, reading)
    if terms:
        return Ask.TERM, terms
    forbidden = _forbidden(said, reading)
    if forbidden:
        return forbidden, ()
    if said.says("ask", "who_does") and not said.says("ask", "contact"):
        return Ask.WHO_DOES, ()
    return Ask.CONTACT, ()


def _terms_asked(said: Said, reading: Reading) -> tuple[str, ...]:
    asks, terms = said.named("ask", "term"), said.named("term")
    if not asks or not terms or reading.references:
        return ()
    near = [term for term in terms if any(_belongs(said, ask, term) for ask in asks)]
    if not near or any(_NUMBER_WORDS & set(said.norms) for _ in near[:1]):
        return ()
    longest = [t for t in near if not any(t.within(o) for o in near)]
    return tuple(dict.fromkeys(term.label.name for term in longest))


def _belongs(said: Said, ask: Match, term: Match) -> bool:
    """Whether the words "what does … mean" are about this term."""
    apart = abs(said.sentences[ask.start] - said.sentences[term.start])
    if apart == 1:
        return len(said.norms) <= 14
    return apart == 0 and (
        0 <= term.start - ask.end <= _NEAR
        or 0 <= ask.start - term.end <= _NEAR
        or ask.start <= term.start < ask.end
    )


def _forbidden(said: Said, reading: Reading) -> Ask | None:
    """What may not be told to everybody. Who is asked about has to be one person in particular."""
    if said.says("ask", "register"):
        return Ask.REGISTER
    staff_named = any(
        norm == "officer" and said.norms[at + 1 : at + 2] == ["_"] for at, norm in enumerate(said.norms)
    )
    person = reading.names_person or staff_named or said.says("person", "pointed_at")
    if said.says("ask", "lives") and not _of_an_office(said):
        return Ask.WHEREABOUTS
    if said.says("ask", "whereabouts") and (person or reading.references) and not _of_an_office(said):
        return Ask.WHEREABOUTS
    if person and _asks_of_a_status(said) and not reading.references and not _rules_asked(reading):
        return Ask.WHETHER_KNOWN
    if said.says("ask", "whether_known") and (person or reading.references) and not _rules_asked(reading):
        return Ask.WHETHER_KNOWN
    not_known = said.says("reach", "not_known") and not reading.names_person
    if (
        said.says("ask", "who_manages")
        and (person or reading.references)
        and not (not_known or _rules_asked(reading))
    ):
        return Ask.WHO_MANAGES
    return None


def _rules_asked(reading: Reading) -> bool:
    """Whether facts of a case are given, so that the rule is asked for and not the person."""
    facts = (reading.risk, reading.risk_change, reading.mappa, reading.provider)
    stated = any(fact is not None for fact in facts) or reading.public_interest or reading.under_12_months
    other_topic = reading.topic not in (None, Topic.CASE)
    return (stated or other_topic) and not reading.references


def _asks_of_a_status(said: Said) -> bool:
    """Whether a sentence asks if somebody is on probation, on licence, known: "is the man … on a tag?"."""
    for status in said.named("ask", "status"):
        sentence = said.sentences[status.start]
        begins = said.sentences.index(sentence)
        for question in said.named("ask", "question"):
            opens = question.start - begins < _OPENING or said.norms[question.start] in ("whether", "if")
            if said.sentences[question.start] == sentence and opens and question.start < status.start:
                return True
    return False


def _of_an_office(said: Said) -> bool:
    """Whether it is the whereabouts of an office that is asked for: "the address of the office"."""
    asks = (*said.named("ask", "lives"), *said.named("ask", "whereabouts"))
    return any(_OFFICE_WORDS & set(said.norms[ask.end : ask.end + 4]) for ask in asks)
