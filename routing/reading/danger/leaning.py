"""How far the words of a text lean to danger, by what hundreds of labelled enquiries have in common.

The phrases of the lexicon know a knife when it is named; the leaning hears the voice around it: "he's
got my" and "come quick" on the one side, "who do I ring about" on the other. It is learnt by
`tools/learn_danger.py` and kept as one word, or two in a row, with its weight a line.
"""

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from math import sqrt

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
    weights = _weights()
    known = [weights[trait] for trait in traits(norms) if trait in weights]
    return weights[BOUNDARY] + sum(known) / sqrt(len(known) + 1)


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    """The weight of each trait; that of every text, whatever it says, stands under the empty one."""
    text = (files("routing.reading.danger") / WEIGHTS).read_text(encoding="utf-8")
    lines = (line.rsplit("\t", 1) for line in text.splitlines() if not line.startswith("#"))
    return {trait: float(weight) for trait, weight in lines}
