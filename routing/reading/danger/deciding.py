"""Is somebody in danger now? Rather once too often than once too seldom, but not at every knife.

Signs are found in phrases, deeds, weapons and pairs of words; what is told as past, imagined or denied
is taken away within its own clause or sentence; the rest is added up, and weighed against how far the
words as a whole lean to danger.
"""

from collections.abc import Iterable, Mapping
from itertools import chain, pairwise

from routing.reading.danger import deeds, pairs, weapons
from routing.reading.danger.guards import Guards
from routing.reading.danger.leaning import leaning
from routing.reading.danger.signs import HALF, Found, Sign, literal, phrases
from routing.reading.phrases import Match
from routing.reading.said import Said
from routing.reading.words import word_set

_PLAIN = 1.0  # a sign that speaks for itself
_ENOUGH = 0.75  # signs and leaning together
_MOST_OF_LEANING = 3.0
_SHARE_OF_LEANING = 0.5
_WITHOUT_THE_REST = 1.5  # what a sentence by itself leans less
_BY_ITSELF = 1.2  # a leaning that needs no sign
_ORDINARY = -1.2  # what leans further away from danger is an ordinary enquiry for all its words
_ORDINARY_THOUGH_FIRM = -2.4
_NOW = 0.4  # what it adds that it is said to be now
_ALONE = 5  # words: who writes no more than these does not explain
_OF_A_SHORT_TEXT = 0.5
_DISTRESS = frozenset({"sos", "mayday"})
_ASKING = word_set("who whom what whats which where how")
_ASKED_OF = word_set("do should can shall would does")
_A_CALL = 3  # words: "help me", "please help me"


def _makings(made_of: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    """By one list of words the others that may make a sign with it; some make one by themselves."""
    makings: dict[str, set[str]] = {}
    for one, other in made_of:
        makings.setdefault(one, set()).add(other)
    return {one: frozenset(others) for one, others in makings.items()}


_MAKINGS = _makings((*deeds.MADE_OF, *weapons.MADE_OF, *pairs.MADE_OF))


def is_danger(said: Said) -> tuple[bool, list[Match]]:
    """Whether somebody is in danger now, and the matches that say so."""
    signs = _signs(said)
    # How words lean was learnt from English: what was put into it word for word needs more than that.
    most = 0.0 if said.word_for_word else _MOST_OF_LEANING
    lean = max(-_MOST_OF_LEANING, min(most, _leaning(said)))
    if not signs and lean < _BY_ITSELF:
        return _calls_for_help(said), []
    guards = Guards(said)
    left = _apart([sign for sign in map(guards.weighed, signs) if sign.weight > 0])
    if not guards.stand:
        lean = max(lean, min(most, _leaning_beside(said)))
    matches = [match for sign in left for match in sign.matches]
    weight = _weight(said, guards, left)
    plain = [sign for sign in left if sign.weight >= _PLAIN]
    if _calls_for_help(said) or any(sign.stands for sign in plain):
        in_danger = True
    elif plain:
        firm = any(sign.firm for sign in plain)
        # What is being done at this moment is danger however politely it is told.
        in_danger = lean > (_ORDINARY_THOUGH_FIRM if firm else _ORDINARY) or (firm and guards.now)
    else:
        in_danger = _leans(lean, weight, guards)
    return in_danger, matches if in_danger else []


def _leaning(said: Said) -> float:
    """How the words lean, and what they lean less for leaving out what is a way of speaking."""
    lean = leaning(said.norms)
    if lean <= 0:
        return lean
    words = literal(said)
    return lean if words is said.norms else min(lean, leaning(words))


def _leaning_beside(said: Said) -> float:
    """How what leans most to danger of a text leans by itself, less what it lacks of the rest.

    "He's slashed his throat. Who do I ask for?", "male banging on her door, what's the duty number": the
    ordinary question takes nothing from what is told.
    """
    told = _told_beside_a_question(said)
    if len(told) == 1:
        return -_MOST_OF_LEANING
    words = literal(said)
    return max([leaning(words[start:end]) for start, end in told]) - _WITHOUT_THE_REST


def _told_beside_a_question(said: Said) -> list[tuple[int, int]]:
    """The sentences of a text, and apart from them the question that one of them ends in."""
    stretches = []
    for start, end in said.spans:
        asks = (at for at in range(start + 1, end) if _asks_from(said, at))
        question = next(asks, end)
        stretches += [(start, question), (question, end)] if question < end else [(start, end)]
    return stretches


def _asks_from(said: Said, at: int) -> bool:
    """Whether a question begins at a word: after a pause, or as "who do I" does anywhere."""
    first, after = said.norms[at], said.norms[at + 1 : at + 2]
    return first in _ASKING and (said.pauses_before(at) or not _ASKED_OF.isdisjoint(after))


def _signs(said: Said) -> list[Sign]:
    return signs_of(Found(said)) if may_hold_signs(said) else []


def may_hold_signs(said: Said) -> bool:
    """Whether there is anything that a sign is made of; in most texts there is not."""
    names = said.names("danger_words").keys()
    return "danger" in said.groups or any(not names.isdisjoint(_MAKINGS.get(name, ())) for name in names)


def signs_of(found: Found) -> list[Sign]:
    """Every sign that weighs anything."""
    signs = chain(phrases(found), deeds.deeds(found), weapons.weapons(found), pairs.pairs(found))
    return [sign for sign in signs if sign.weight > 0]


def _calls_for_help(said: Said) -> bool:
    """Whether "help me" or "SOS" is nearly all that is said; "help" alone is how people ask for a manual."""
    if len(said.distinct) > _A_CALL + 1:  # one more, where a sentence ends
        return False
    words = [norm for norm in said.norms if norm]
    called = ("help", "me") in pairwise(words) or not _DISTRESS.isdisjoint(words)
    return len(words) <= _A_CALL and called


def _leans(lean: float, weight: float, guards: Guards) -> bool:
    """Whether lesser signs and the leaning make danger; the leaning alone only where nothing is told."""
    if not weight:
        return lean >= _BY_ITSELF and not guards.stand
    return weight + _SHARE_OF_LEANING * lean >= _ENOUGH


def _weight(said: Said, guards: Guards, signs: list[Sign]) -> float:
    """The signs added up, and what it adds that it is now, or all that is said.

    A child, a hostel and tonight are in every other message: hints by themselves are no more than one.
    """
    if all(sign.weight < HALF for sign in signs):
        return max((sign.weight for sign in signs), default=0.0)
    bare = [sign.weight for sign in signs if sign.bare]
    weight = sum(sign.weight for sign in signs if not sign.bare) + max(bare, default=0.0)
    return weight + _NOW * guards.now + _OF_A_SHORT_TEXT * _is_a_cry(said, signs)


def _is_a_cry(said: Said, signs: Iterable[Sign]) -> bool:
    """Whether it is a word or two and one of them a weapon: "knife!!!", "hes here. knife"."""
    words = [norm for norm in said.norms if norm]
    return len(words) <= _ALONE and any(sign.grave for sign in signs)


def _apart(signs: list[Sign]) -> list[Sign]:
    """Signs that share no word, the weightiest first, then what is so now: no word counts twice."""
    kept: list[Sign] = []
    taken: set[int] = set()
    for sign in sorted(
        signs, key=lambda one: (-one.weight, not one.stands, not one.firm, one.start - one.end)
    ):
        words = range(sign.start, sign.end)
        if taken.isdisjoint(words):
            kept.append(sign)
            taken.update(words)
    return kept
