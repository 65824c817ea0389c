"""How far the words of a text lean to danger, by what hundreds of labelled enquiries have in common.

The phrases of the lexicon know a knife when it is named; the leaning hears the voice around it: "he's
got my" and "come quick" on the one side, "who do I ring about" on the other. It is learnt by
`tools/learn_danger.py` and kept as one word, or two in a row, with its weight a line.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from math import fsum, sqrt
from sys import intern

from routing.reading.masks import MASKS
from routing.reading.words import BOUNDARY

WEIGHTS = "leanings.txt"


def traits(norms: Sequence[str]) -> set[str]:
    """The words of a text and its pairs of neighbours; nothing of what is masked."""
    words = [BOUNDARY if norm in MASKS or norm.isdigit() else norm for norm in norms]
    pairs = (f"{one} {other}" for one, other in pairwise(words) if one and other)
    return {word for word in words if word} | set(pairs)


def leaning(norms: Sequence[str]) -> float:
    """Above nought for danger, below for an ordinary enquiry; seldom beyond 3 either way."""
    of_every_text, weights = _weights()
    told = weights.keys() & {*norms, *pairwise(norms)}
    # In whatever order they are added up, the sum is the same.
    return of_every_text + fsum([weights[trait] for trait in told]) / sqrt(len(told) + 1)


_Trait = str | tuple[str, str]  # a word, or two in a row


@lru_cache(maxsize=1)
def _weights() -> tuple[float, Mapping[_Trait, float]]:
    """The weight of every text, whatever it says, and those of its traits."""
    text = (files("routing.reading.danger") / WEIGHTS).read_text(encoding="utf-8")
    lines = (line.rsplit("\t", 1) for line in text.splitlines() if not line.startswith("#"))
    weights = {_trait(words): float(weight) for words, weight in lines}
    return weights.pop(BOUNDARY), weights


def _trait(words: str) -> _Trait:
    one, _, other = map(intern, words.partition(" "))
    return (one, other) if other else one
