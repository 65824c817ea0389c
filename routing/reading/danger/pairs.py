"""Words of two lists that are a sign where they stand near each other: somebody forces, and a door."""

from collections.abc import Iterator
from dataclasses import dataclass

from routing.reading.danger.signs import HALF, MOST, WHOLE, Found, Sign
from routing.reading.phrases import Match
from routing.reading.words import word_set

_APART = 5  # words between the two


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two lists of danger_words.toml. `recent`: a plain past is as good as now ("took all her tablets")."""

    one: str
    other: str
    weight: float = WHOLE
    recent: bool = False


_PAIRS = (
    _Pair("force", "entrance"),
    _Pair("seize", "throat"),
    _Pair("pinned", "pinned_where"),
    _Pair("throw", "missile"),
    _Pair("wreck", "place"),
    _Pair("hide", "hideout"),
    _Pair("pour", "fluid"),
    _Pair("fluid", "spark"),
    _Pair("noise", "heard"),
    _Pair("come", "where", MOST),
    _Pair("cut", "flesh", recent=True),
    _Pair("too_much", "street_drug", MOST, recent=True),
    _Pair("stand", "height", recent=True),
    _Pair("go_into", "deathly", recent=True),
    _Pair("burn", "burnt", recent=True),
    _Pair("device", "device_where", recent=True),
    _Pair("vehicle", "bystander", recent=True),
    _Pair("noise", "cut_off", recent=True),
    _Pair("farewell", "farewell_to", MOST, recent=True),
)
_OF_MORE_WORDS = (("swallow", "drug"), ("take", "away"))
MADE_OF = (*_OF_MORE_WORDS, *((pair.one, pair.other) for pair in _PAIRS))
_OWNED = word_set("my his her their the")
_HAS = frozenset({"has", "got"})
_OF_HIS_OWN = word_set("a an one two three four five some no kids children")
_TOO_MUCH = word_set(
    "all loads lots whole every everything too many much entire handful handfuls bottle box packet packets "
    "dozen dozens hundred hundreds vodka whisky empty lined floor die overdose months weeks both lot"
)


def pairs(found: Found) -> Iterator[Sign]:
    """Each pair, and what needs more than two words: too much swallowed, a child taken away."""
    for pair in (pair for pair in _PAIRS if pair.one in found.named):
        for one in found.words(pair.one):
            near = found.near(pair.other, one, _APART)
            if near and not found.wording.denied(one):
                yield from (_sign(pair, one, other, found) for other in near
                            if found.wording.together(one, other, _APART))  # fmt: skip
    yield from _swallowed(found)
    yield from _child_taken(found)


def _sign(pair: _Pair, one: Match, other: Match, found: Found) -> Sign:
    wording = found.wording
    earlier = one if one.start <= other.start else other
    told = wording.told(earlier) or wording.past(one)
    so_now = not pair.recent or wording.led(earlier) or wording.just(earlier)
    return Sign((one, other), HALF if told and not pair.recent else pair.weight, firm=so_now and not told)


def _swallowed(found: Found) -> Iterator[Sign]:
    """ "Taken loads of pills"; "took my tablets" may be no more than what the doctor ordered."""
    for swallow in found.words("swallow"):
        drugs = found.near("drug", swallow, _APART)
        if not drugs or found.wording.denied(swallow):
            continue
        for drug in drugs:
            if found.wording.together(swallow, drug, _APART):
                first, last = min(swallow.start, drug.start), max(swallow.end, drug.end)
                around = set(found.norms[max(0, first - 2) : last + 3])
                prescribed = found.norms[drug.start - 1] in _OWNED and not around & _TOO_MUCH
                yield Sign((swallow, drug), HALF if prescribed else WHOLE)


def _child_taken(found: Found) -> Iterator[Sign]:
    """ "Has taken my boy from nursery", "grabbed a child and run off"; "took him to school" is none."""
    wording = found.wording
    for take in found.words("take"):
        if _only_has(found.norms[take.start : take.end + 1]):
            continue
        children, people = found.near("child", take, _APART), found.near("person", take, _APART)
        for whom in (*children, *people, *_pronoun_after(take, found)):
            if not wording.together(take, whom, _APART):
                continue
            for away in found.near("away", whom, 2 * _APART):
                if wording.together(whom, away, 2 * _APART):
                    yield Sign((take, whom, away), 0.0 if wording.denied(take) else WHOLE)


def _only_has(words: list[str]) -> bool:
    """Whether it is "has a little girl" or "got two kids", which is no taking."""
    return words[0] in _HAS and words[-1] in _OF_HIS_OWN


def _pronoun_after(take: Match, found: Found) -> list[Match]:
    """The word after "has taken" where it is "him", "her" or "them"."""
    if found.norms[take.end : take.end + 1] in (["him"], ["her"], ["them"]):
        return [Match(take.label, take.end, take.end + 1)]
    return []
