"""Names of places with the slips that people make, and whether what is read in them is right.

Right is the office that serves the place, or the area where none does; a name that several offices or
areas share may be asked about, since nobody could tell which is meant.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from routing.reading.gazetteer import key_of
from routing.reading.reader import Reader
from routing.reading.reading import Reading
from routing.snapshot import Place

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_TWO_SLIPS_FROM = 8  # letters
_SHORTEST = 5  # letters: with a slip in fewer it is another word ("Hove", "have")
_OFTEN_BESIDE = 0.6  # wrong letters that lie beside the right one on the keyboard
SENTENCES = (
    "who do I ring at {}",
    "duty officer for {} please",
    "{} probation",
    "he lives in {} and has missed two appointments",
    "which office covers {}",
    "medium risk man near {}, who is his office",
    "{} office number",
    "I need the CRC in {}",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A sentence with a place in it, asked from that place's area, and where it may lead."""

    text: str
    area: str
    places: frozenset[Place]

    def judge(self, reading: Reading) -> str:
        """ "right", "asks" or "wrong"."""
        meant = {(place.area, place.office) for place in self.places}
        if reading.place_unsure:
            offered = {(place.area, place.office) for place in reading.places}
            return "right" if len(meant) > 1 and meant & offered else "asks"
        if not reading.places:
            return "asks"  # without a place the place is asked for
        found = (reading.places[0].area, reading.places[0].office)
        return "right" if found in meant else "wrong"


def slip(name: str, chance: random.Random) -> str:
    """The name with one letter wrong, missing, too many or swapped with the next."""
    at = chance.choice([at for at, letter in enumerate(name) if letter.isalpha()])
    letter = name[at].lower()
    kind = chance.randrange(4)
    if kind == 0:
        row = next((row for row in _ROWS if letter in row), _LETTERS)
        beside = [other for other in row if abs(row.find(other) - row.find(letter)) == 1]
        other = chance.choice(beside if chance.random() < _OFTEN_BESIDE else _LETTERS)
        return name[:at] + other + name[at + 1 :]
    if kind == 1:
        return name[:at] + name[at + 1 :]
    if kind == 2:
        other = letter if chance.random() < 0.5 else chance.choice(_LETTERS)
        return name[:at] + other + name[at:]
    return name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :]


def names_by_area(names: Iterable[tuple[str, Place]]) -> dict[tuple[str, str], frozenset[Place]]:
    """Each name in each area, with all that bear it there; postcodes and abbreviations left out."""
    bearers: dict[tuple[tuple[str, ...], str], set[Place]] = defaultdict(set)
    spelt: dict[tuple[tuple[str, ...], str], str] = {}
    for name, place in names:
        if place.kind in ("postcode", "office") or not any(letter.islower() for letter in name):
            continue
        bearers[key_of(name), place.area].add(place)
        spelt.setdefault((key_of(name), place.area), name)
    return {(spelt[key, area], area): frozenset(places) for (key, area), places in bearers.items()}


def asked(
    names: Iterable[tuple[str, Place]], number: int, chance: random.Random, *, slips: bool
) -> Iterator[Asked]:
    """So many sentences, each with a name drawn from the whole gazetteer, with slips or without."""
    known = sorted(names_by_area(names).items(), key=lambda one: one[0])
    for _ in range(number):
        (name, area), places = chance.choice(known)
        written = name if chance.random() < 0.5 else name.lower()
        if slips and sum(map(str.isalpha, name)) >= _SHORTEST:
            long = max(map(len, key_of(name))) >= _TWO_SLIPS_FROM
            for _ in range(chance.randint(1, 2) if long else 1):
                written = slip(written, chance)
        yield Asked(chance.choice(SENTENCES).format(written), area, places)


def share(reader: Reader, lines: Sequence[Asked]) -> tuple[float, float, list[tuple[Asked, Reading]]]:
    """How many are right, how many are right or asked about, and those that are wrong."""
    verdicts = [(line, reading := reader.read(line.text, line.area), line.judge(reading)) for line in lines]
    right = sum(verdict == "right" for *_, verdict in verdicts)
    asks = sum(verdict == "asks" for *_, verdict in verdicts)
    wrong = [(line, reading) for line, reading, verdict in verdicts if verdict == "wrong"]
    return right / len(lines), (right + asks) / len(lines), wrong
