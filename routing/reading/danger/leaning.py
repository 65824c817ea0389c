"""How far the words of a text lean to danger, by what hundreds of labelled enquiries have in common.

The phrases of the lexicon know a knife when it is named; the leaning hears the voice around it: "he's
got my" and "come quick" on the one side, "who do I ring about" on the other. It is learnt by
`tools/learn_danger.py` and kept as one word, or two in a row, with its weight a line.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from math import sqrt
from sys import intern
from typing import NamedTuple

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
    known: dict[tuple[str, ...], float] = {}
    for at, norm in enumerate(norms, 1):
        if norm not in weights:
            continue
        word = weights[norm]
        known[norm,] = word.weight
        if at < len(norms) and norms[at] in word.before:
            known[norm, norms[at]] = word.before[norms[at]]
    told = [weight for weight in known.values() if weight]
    return of_every_text + sum(told) / sqrt(len(told) + 1)


class _Weights(NamedTuple):
    """Of a word by itself, nought where it has none, and of it `before` another."""

    weight: float
    before: Mapping[str, float]


@lru_cache(maxsize=1)
def _weights() -> tuple[float, Mapping[str, _Weights]]:
    """The weight of every text, whatever it says, and those of its traits."""
    text = (files("routing.reading.danger") / WEIGHTS).read_text(encoding="utf-8")
    lines = (line.rsplit("\t", 1) for line in text.splitlines() if not line.startswith("#"))
    traits = {trait: float(weight) for trait, weight in lines}
    before: dict[str, dict[str, float]] = {}
    for trait, weight in traits.items():
        word, _, after = map(intern, trait.partition(" "))
        followers = before.setdefault(word, {})
        if after:
            followers[after] = weight
    of_every_text = traits.pop(BOUNDARY)
    del before[BOUNDARY]
    return of_every_text, {word: _Weights(traits.get(word, 0.0), after) for word, after in before.items()}
