"""Whether somebody is known to probation, has been in trouble, is out."""

from collections.abc import Sequence

from routing.reading.forbidden.details import released
from routing.reading.forbidden.people import WORDS, People
from routing.reading.grammar import word_classes
from routing.reading.questions import Manner, Question
from routing.reading.terms import terms_asked
from routing.vocabulary import Topic

_CONFIRMING = word_classes("questions")["confirming"]
OF_STATUS = frozenset({Manner.WHETHER, Manner.YOU, Manner.BARE})
OF_EVERY_CASE = frozenset({Topic.CASE, Topic.RISK_ESCALATION, Topic.VICTIM, Topic.ALLOCATION})
_THINGS = (["it"], ["that"], ["this"])  # "is that still something offenders do"
_FIRST_WORDS = 3
_YOU_REACH = 7  # words between "does somebody at your office" and "supervise"


def known_asked(people: People, question: Question) -> bool:
    """Whether somebody is known to probation, has been in trouble, is out."""
    said, norms = people.said, people.said.norms
    why = norms[question.start] == "why"
    if not (why or question.manner in OF_STATUS) or not people.anybody or people.only_many:
        return False
    if said.named("provider") or {"nps", "crc"} & said.distinct:
        return False
    if WORDS["rule_words"] & set(norms[question.start : question.end]) or _of_anyone(people, question):
        return False
    subject = norms[question.start + 1 : question.start + 2]
    of_a_thing = (
        subject == ["there"]
        or _is_a_paper(norms, question.start + 1)
        or (subject in _THINGS and not people.near_opening(question))
    )
    weak = of_a_thing or question.manner in (Manner.YOU, Manner.BARE) or norms[question.start] in _CONFIRMING
    if weak and people.gist.topic not in (None, *OF_EVERY_CASE):
        return False
    if of_a_thing and any(people.matter("course", question=question, within=_FIRST_WORDS + 1)):
        return False  # "is there a course for a man on a community order"
    if question.manner is Manner.YOU:
        return _known_to_you(people, question)
    matters = list(released(people, question))
    if question.manner is Manner.WHETHER and not people.only_of_the_trade:
        matters += [match for match in said.named("risk") if question.covers(match)]  # "is my ex high risk"
    if norms[question.start] != "will":
        matters += people.matter("status", question=question)
    if question.manner is Manner.BARE:
        posts = any(question.covers(match) for match in said.named("role"))
        wanted = WORDS["third_wants"] | WORDS["of_somebody_here"]
        wanted &= set(norms[question.start : question.end])
        first = any(match.start - question.start <= _FIRST_WORDS for match in matters)
        return bool(matters) and (first or people.near_opening(question)) and not (posts or wanted)
    return bool(matters) or (question.manner is Manner.WHETHER and only_about_them(people, question))


def _is_a_paper(norms: Sequence[str], at: int) -> bool:
    """ "Has the PSR for … been sent", whoever it is for."""
    article, *paper = norms[at : at + 2] or [""]
    return article in ("the", "his", "her", "your") and not WORDS["papers"].isdisjoint(paper)


def _of_anyone(people: People, question: Question) -> bool:
    """Whether it is a question of the rules: "is someone with a 10 month sentence supervised?".

    So it is of whoever is no more than "he", where the sentence decides; and where a word is explained.
    """
    norms = people.said.norms
    subject = norms[question.start + 1 : question.start + 2]
    if norms[question.start + 2 : question.start + 3] == ["mean"] and terms_asked(people.said):
        return True
    if people.gist.case.under_12_months and people.only_of_the_trade:
        return True
    return bool({"someone", "somebody", "a", "an"} & set(subject)) and people.gist.case.decide


def only_about_them(people: People, question: Question) -> bool:
    """Whether a question about somebody in particular has nothing else in it that it could be about."""
    said = people.said
    words = set(said.norms[question.start : question.end])
    if said.norms[question.start] in _CONFIRMING:
        return False
    work = people.gist.topic not in (None, Topic.CASE)
    roles = any(question.covers(match) for match in said.named("role"))
    return people.subject_of(question) and not (work or roles or words & WORDS["practical"] or people.victim)


def _known_to_you(people: People, question: Question) -> bool:
    """ "Do you supervise …", "have you got …", and somebody named or pointed at right after it."""
    said = people.said
    if any(people.matter("status", question=question)):
        return True
    starts = [*people.named, *(match.start for match in people.pointed_at)]
    for match in people.matter("managing", "knowing", question=question, within=_YOU_REACH):
        if any(match.end - 1 <= at <= match.end + 2 for at in starts):
            return not any(match.start <= c.start for c in said.named("ask", "contact") if question.covers(c))
    return False
