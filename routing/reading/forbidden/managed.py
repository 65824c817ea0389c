"""Who has or had the case of somebody, or what the officer is called."""

from itertools import pairwise

from routing.reading.forbidden.known import OF_EVERY_CASE, only_about_them
from routing.reading.forbidden.people import WORDS, People, is_own_officer
from routing.reading.little_words import AGAINST, SOMEBODY
from routing.reading.masks import NAME
from routing.reading.phrases import Match
from routing.reading.questions import Manner, Question
from routing.vocabulary import Role, Topic

_PARTNERSHIPS = frozenset(
    {
        Topic.MASH,
        Topic.MARAC,
        Topic.MAPPA,
        Topic.IOM,
        Topic.COMMUNITY_SAFETY,
        Topic.SAFEGUARDING_CHILDREN,
        Topic.SAFEGUARDING_ADULTS,
        Topic.CRIMINAL_JUSTICE_BOARD,
        Topic.PCC,
    }
)
_SITTING = frozenset(
    {"represents", "represent", "sits", "sit", "attends", "attend", "chairs", "chair", "speaks"}
)
_SEAT_REACH = 4  # words between the worker and where they sit: "in the local"
_SENTENCED = frozenset({"convicted", "sentenced", "guilty", "jailed", "imprisoned", "pleaded"})
_PROVIDERS = frozenset({"provider", "organisation", "side", "half"})
_LIVES = frozenset({"lives", "live", "living", "lived", "moved"})
_WHICH_REACH = 6  # words between "which" and the officer


def manager_asked(people: People, question: Question) -> bool:
    """Who has or had the case of somebody, or what the officer is called."""
    said = people.said
    if not people.anybody or people.only_a_kind or people.gist.case.decide or _of_a_word(people, question):
        return False
    if _which_of_the_two(people):
        return False
    # "My mate's officer, what's he called": the words may begin before the question.
    names = [m for m in said.named("officers_name") if question.covers(m) or m.start < question.start < m.end]
    if names and question.manner not in (Manner.WHERE, Manner.WHEN):
        return not (is_own_officer(people, names[0]) or _of_a_seat(people, question))
    if question.manner not in (Manner.WHO, Manner.WHAT, Manner.BARE) or _is_of_a_sentence(people):
        return False
    if question.manner is Manner.BARE and not _names_and_asks(people, question):
        return False
    others = [m for m in said.named("role") if m.label.name not in (Role.RESPONSIBLE_OFFICER, "other")]
    if any(question.covers(other) for other in others):
        return False
    if WORDS["general"] & set(said.norms[question.start : question.end]):
        return False
    if any(
        _is_of_managing(people, question, match) for match in people.matter("managing", question=question)
    ):
        return True
    may = said.norms[question.start + 1 : question.start + 2]
    return question.manner is Manner.WHO and not WORDS["may"] & set(may) and only_about_them(people, question)


def _which_of_the_two(people: People) -> bool:
    """ "NPS or CRC, who has him?": it is asked whom to ring, of nobody whom the text makes known."""
    asked = people.said.named("provider", "unsure")
    return people.only_of_the_trade and any(
        not AGAINST.isdisjoint(people.said.norms[one.start : one.end]) for one in asked
    )


def _is_of_a_sentence(people: People) -> bool:
    """ "Convicted of affray, who supervises him?": of whoever it is no more is told than the sentence."""
    norms = people.said.norms
    sentenced = not _SENTENCED.isdisjoint(people.said.distinct) or ("done", "for") in pairwise(norms)
    return people.only_of_the_trade and sentenced


def _of_a_word(people: People, question: Question) -> bool:
    """Whether it is asked what a word of the trade means: "what sort of person is a PSO"."""
    meaning = any(question.covers(match) for match in people.said.named("define", "meaning"))
    return meaning and people.only_of_the_trade and any(people.matter("term", question=question))


def _is_of_managing(people: People, question: Question, match: Match) -> bool:
    norms = people.said.norms
    if is_own_officer(people, match) or _is_of_a_place(people, question):
        return False
    if (WORDS["officers"] | {"manager", "worker"}) & set(norms[match.start : match.end]):
        if WORDS["of_an_office"] & set(norms[match.end : match.end + 1]) or _of_a_partnership(people, match):
            return False
        return question.manner in (Manner.WHO, Manner.BARE) or match.start - question.start <= _WHICH_REACH
    if people.gist.topic not in (None, *OF_EVERY_CASE) or not people.object_of(question, match):
        return False
    which = norms[question.start] in ("which", "what")
    if which and people.gist.topic is Topic.ALLOCATION and norms[question.start + 1] in _PROVIDERS:
        return False
    return question.manner is Manner.WHO or (which and match.start - question.start <= _WHICH_REACH)


def _is_of_a_place(people: People, question: Question) -> bool:
    """Whether it is asked which office serves a place: "which office does he go to, he lives in Malvern"."""
    norms = people.said.norms
    by_where = not _LIVES.isdisjoint(norms) or not SOMEBODY.isdisjoint(norms[question.start : question.end])
    return "office" in norms[question.start : question.start + 2] and not people.named and by_where


def _of_a_partnership(people: People, match: Match) -> bool:
    """Whether it is probation's worker among others that is meant: "the probation worker in the MASH"."""
    reach = range(match.end, match.end + _SEAT_REACH)
    seats = (one for one in people.said.named("topic") if one.label.name in _PARTNERSHIPS)
    return not people.named and any(one.start in reach for one in seats)


def _of_a_seat(people: People, question: Question) -> bool:
    """Whether it is asked who sits for probation: "the name of whoever represents you on the board"."""
    words = people.said.norms[question.start : question.end]
    return people.gist.topic in _PARTNERSHIPS and not people.named and not _SITTING.isdisjoint(words)


def _names_and_asks(people: People, question: Question) -> bool:
    """Whether a bare "probation officer Mr Sample" asks, and does not tell of an officer."""
    said = people.said
    marked = question.end < len(said.words) and "?" in said.words[question.end].raw
    named = NAME in said.norms[question.start : question.end]
    return (marked or named) and not said.named("reach", "unreachable")
