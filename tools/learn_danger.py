"""Learns how words lean to danger: `python -m tools.learn_danger FILE...`.

Each FILE is TOML with the lists `danger` and `not_danger` in any tables, enquiries as in docs/answer.md
(one JSON object a line), or lines "labels | text" of enquiries that are none of danger. Writes
routing/reading/danger/leanings.txt; the same files in the same order give the same weights.
"""

import json
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, sqrt
from pathlib import Path
from random import Random

from routing.reading import danger
from routing.reading.danger.leaning import WEIGHTS, traits
from routing.reading.gazetteer import Gazetteer
from routing.reading.lexicon import common_words, lexicon
from routing.reading.slips import Slips
from routing.reading.words import BOUNDARY, split_words, tidy

_ROUNDS = 60
_STEP = 0.3
_SHRINK = 0.006  # towards nought, so that a word heard seldom weighs little
_SEEN_AT_LEAST = 4  # each line is learnt from twice
_TOO_LIGHT = 0.03
_LONGEST_OF_I = 3  # "I've" is capital anywhere and no name
# What people say whatever it is about; said on both sides, so that none of it leans either way.
_COURTESIES = (
    "Hello. {}", "Hi there, {}", "Good morning. {}", "{} Thank you very much for your help.", "{} Thanks.",
    "{} Please advise.", "Sorry to bother you. {}", "{} Many thanks in advance.", "please {}",
    "{} please help",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and whether somebody is in danger now."""

    text: str
    danger: bool


def read_labelled(path: Path) -> Iterator[Labelled]:
    """The labelled lines of a file, in its order."""
    if path.suffix == ".toml":
        for table in tomllib.loads(path.read_text(encoding="utf-8")).values():
            yield from (Labelled(text, True) for text in table.get("danger", ()))
            yield from (Labelled(text, False) for text in table.get("not_danger", ()))
        return
    lines = path.read_text(encoding="utf-8").splitlines()
    if path.suffix == ".txt":
        rows = (line.split(" | ") for line in lines if not line.startswith("#"))
        yield from (Labelled(row[1], False) for row in rows if len(row) > 1)
        return
    for line in lines:
        enquiry = json.loads(line)
        kind = enquiry.get("expect", {}).get("kind")
        yield Labelled(enquiry["text"], kind == "emergency")


def learn(lines: Iterable[Labelled]) -> dict[str, float]:
    """The weight of each trait, and under the empty one that of every text. Logistic regression."""
    drawn = Random(1)  # noqa: S311 -- the order of the lines, the same each time, is no secret
    texts = [(sorted(_traits(line.text)), line.danger) for line in _with_courtesies(lines, drawn)]
    seen = Counter(trait for known, _ in texts for trait in known)
    texts = [([trait for trait in known if seen[trait] >= _SEEN_AT_LEAST], danger) for known, danger in texts]
    share = sum(danger for _, danger in texts) / len(texts)
    weights: dict[str, float] = defaultdict(float)
    for number in range(_ROUNDS):
        drawn.shuffle(texts)
        for known, in_danger in texts:
            of_its_kind = share if in_danger else 1 - share  # so that both kinds count the same
            _correct(weights, known, in_danger, step=_STEP / (1 + number / 5) / (2 * of_its_kind))
    return {trait: weight for trait, weight in weights.items() if abs(weight) >= _TOO_LIGHT or not trait}


def _correct(weights: dict[str, float], known: Sequence[str], danger: bool, step: float) -> None:
    """Moves the weights a little towards what the text should have said."""
    scale = 1 / sqrt(len(known) + 1)
    said = weights[BOUNDARY] + scale * sum(weights[trait] for trait in known)
    wrong = danger - 1 / (1 + exp(-max(-30.0, min(30.0, said))))
    weights[BOUNDARY] += step * wrong / 10
    for trait in known:
        weights[trait] += step * (wrong * scale - _SHRINK * weights[trait])


def _with_courtesies(lines: Iterable[Labelled], drawn: Random) -> Iterator[Labelled]:
    for line in lines:
        yield line
        yield Labelled(drawn.choice(_COURTESIES).format(line.text), line.danger)


def _traits(text: str) -> set[str]:
    """The traits of which every word is English or in the lexicon: no names, and no places."""
    ordinary = common_words() | lexicon().vocabulary
    words, norms, opens = split_words(tidy(text)), [], True
    right = _slips().put_right([word.norm for word in words], area="").norms
    for word, norm in zip(words, right, strict=True):
        named = word.capitalised and not opens and len(norm) > _LONGEST_OF_I
        norms.append(norm if norm in ordinary and not named else BOUNDARY)
        opens = word.norm == BOUNDARY
    return traits(norms)


@lru_cache(maxsize=1)
def _slips() -> Slips:
    vocabulary = lexicon().vocabulary
    return Slips(vocabulary, common_words(), frozenset(), Gazetteer(()))


def main(paths: Sequence[str]) -> None:
    """Learns from the files and writes the weights beside the leaning that reads them."""
    missing = [path for path in paths if not Path(path).is_file()]
    if missing or not paths:
        problem = f"There is no file {missing[0]}." if missing else "No file of labelled enquiries is named."
        sys.stderr.write(f"{problem} Name files such as tests/enquiries/danger.toml.\n")
        raise SystemExit(2)
    lines = [line for path in paths for line in read_labelled(Path(path))]
    weights = learn(lines)
    rows = [f"{trait}\t{weight:.2f}" for trait, weight in sorted(weights.items())]
    header = "# Learnt by tools/learn_danger.py from labelled enquiries; not for editing by hand."
    (Path(danger.__file__).parent / WEIGHTS).write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    sys.stdout.write(f"{len(rows)} weights from {len(lines)} lines\n")


if __name__ == "__main__":
    main(sys.argv[1:])
