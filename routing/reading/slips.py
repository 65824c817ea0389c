"""Slips of the finger put right: each unknown word becomes the word of the field, or the place, meant.

Words of the field, common words and places stand in one index, so that "breech" is no village. One cost
holds what speaks for and against each: how many slips and of what kind, how likely the place is for an
asker of this area, and the words around it ("in", "office"). What comes close to the best is kept as a
doubt, to be asked about.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from operator import itemgetter
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from routing.reading.gazetteer import Gazetteer, Key
from routing.reading.masks import MASKS
from routing.reading.near_words import SHORTEST, NearWords, slips_allowed
from routing.reading.words import BOUNDARY, word_set

_TWO_SLIPS_ANYWHERE = 7  # letters
_SAME_BEGINNING = 4  # letters
_OFTEN_MADE = 0.3  # what a slip costs less that fingers or ears often make
_FIRST_LETTER = 0.4  # what it costs more to get the first letter wrong
_WORD_OF_THE_FIELD = 0.5  # what it costs less than a common word
_A_WORD_ITSELF = 0.4  # what it costs to take one word for another within a name
_IN_A_NAME = 0.3  # what a slip costs less where the rest of a name stands beside it
_SELDOM_MADE = 0.4  # what slips cost more that are found for a place alone, since there is more to go by
_LETTERS_FOR_TWO = 5  # in a word that may be a place
_FOR_A_CUE = 0.9
_FOR_A_NAME_COMPLETED = 0.5
_MOST = 1.5  # a place that costs more is not taken for what was meant
_CLOSE = 0.3  # what costs no more than this beyond the best is a doubt
_BEFORE_A_PLACE = word_set("in at near around covering covers cover outside office into from to for")
_AFTER_A_PLACE = word_set("office probation crown magistrates court police council prison duty nps crc area")
_SAINT = "saint"  # is read as "st" everywhere (gazetteer.py), but misspelt as it is
_UNSOUNDED, _SOUNDED = "cester", "ster"  # "Leister", "Worster"
_HEARD = ("shun", "shon", "shen", "shan")
# Words as they are typed on a telephone, too short to be put right by their letters.
_TEXTED = {
    "hez": "hes", "shez": "shes", "iz": "is", "gt": "got", "wiv": "with", "wid": "with", "wif": "with",
    "dat": "that", "hav": "have", "agen": "again", "bak": "back", "dor": "door", "hse": "house",
    "wrk": "work", "worc": "worcester", "2nite": "tonight", "2night": "tonight", "tonite": "tonight",
    "2day": "today", "sumone": "someone", "sum1": "someone", "sed": "said", "gon": "gone",
    "dnt": "dont", "cnt": "cant",
}  # fmt: skip
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_VOWELS = frozenset("aeiouy")


def _beside() -> dict[str, frozenset[str]]:
    """For each letter those that lie beside it on a keyboard."""
    beside: dict[str, set[str]] = {}
    for number, row in enumerate(_ROWS):
        for at, letter in enumerate(row):
            near = set(row[max(0, at - 1) : at + 2])
            for other in _ROWS[max(0, number - 1) : number + 2]:
                near |= set(other[max(0, at - 1) : at + 2])
            beside[letter] = near - {letter}
    return {letter: frozenset(near) for letter, near in beside.items()}


_BESIDE = _beside()


def _is_likely(word: str, meant: str, slips: int) -> bool:
    """Whether the slip is one of those people make in so short a word.

    Four letters with another one wrong are a word of their own ("Peru" is no "perp"): there only a
    missing letter, two swapped ones or a c for a k ("risc") are put right. Two slips in six letters are two
    missing letters, or at the end.
    """
    if len(word) == SHORTEST:
        heard = meant.replace("k", "c") == word.replace("k", "c")
        return heard or len(meant) > len(word) or sorted(meant) == sorted(word)
    if len(word) < _TWO_SLIPS_ANYWHERE and slips > 1:
        letters_missing = len(meant) == len(word) + 2 and word[:3] == meant[:3] and word[-2:] == meant[-2:]
        return letters_missing or word[:_SAME_BEGINNING] == meant[:_SAME_BEGINNING]
    return True


def _often_made(word: str, meant: str) -> bool:
    """Whether it is a neighbour on the keyboard, another vowel, two letters swapped, one doubled or not."""
    if len(word) == len(meant):
        wrong = [(one, other) for one, other in zip(word, meant, strict=True) if one != other]
        return sorted(word) == sorted(meant) or all(
            other in _BESIDE.get(one, ()) or {one, other} <= _VOWELS for one, other in wrong
        )
    longer, shorter = (word, meant) if len(word) > len(meant) else (meant, word)
    at = next((at for at, letter in enumerate(shorter) if longer[at] != letter), len(shorter))
    return at > 0 and longer[at] == longer[at - 1] and longer[:at] + longer[at + 1 :] == shorter


def _as_spelt(word: str) -> str:
    """A word as it is spelt that was written as it is heard: "probashun"."""
    return f"{word[:-4]}tion" if word.endswith(_HEARD) else word


def cost_of_slips(word: str, meant: str, slips: int) -> float:
    """About one for each slip; letters that nobody sounds are one."""
    if meant.replace(_UNSOUNDED, _SOUNDED) == word:
        slips = 1
    return slips - _OFTEN_MADE * _often_made(word, meant) + _FIRST_LETTER * (word[0] != meant[0])


class PutRight(NamedTuple):
    """The words as they were meant, and for those taken for a place what each may have been."""

    norms: list[str]
    doubts: dict[int, dict[str, float]]


class _Near(NamedTuple):
    """What an unknown word may be: places by what speaks against each; the likeliest other word."""

    places: dict[str, float]
    other: str | None
    other_cost: float
    is_itself: bool = False  # a word that is known, and looked at for the names it may be part of alone


_Option = tuple[float, int, Key]  # what a name costs, where it begins and its words
_CHEAPEST = itemgetter(0, 2)

_MOST_LOOKED_UP = 15  # different words of one text; each takes about a fifth of a millisecond


class Slips:
    """Words of the field and places are what is found; they, common words and names are never touched."""

    def __init__(
        self,
        of_the_field: Set[str],
        common: Set[str],
        names_of_persons: Set[str],
        gazetteer: Gazetteer,
        left_alone: Set[str] = frozenset(),
    ) -> None:
        known = of_the_field | common | names_of_persons
        inflected = {word for word in left_alone if word[-1] == "s" and word[:-1] in of_the_field}
        self._known = known | gazetteer.words | (left_alone - inflected)
        self._of_the_field = of_the_field
        self._gazetteer = gazetteer
        # A village of another area may be a slip for one of the asker's; other words are what they are.
        self._doubtful = gazetteer.words - known - gazetteer.well_known
        self._index = NearWords(known | gazetteer.words | {_SAINT})
        self._names_with: dict[str, list[tuple[Key, int]]] = {}
        for key in gazetteer.names_of_several_words():
            for at, word in enumerate(key):
                self._names_with.setdefault(word, []).append((key, at))
        self._short = [word for word in self._names_with if len(word) <= SHORTEST]
        # By these a name of several words is looked for although one of the others is misspelt.
        self._telling = self._names_with.keys() - of_the_field - common
        self._plain = (self._known | MASKS | {BOUNDARY}) - self._doubtful - self._telling

    def put_right(self, norms: Sequence[str], area: str) -> PutRight:
        """The words with what was misspelt put right, for an asker of this area."""
        right = PutRight(list(norms), {})
        in_question = set(norms) - self._plain
        if not in_question:
            return right
        suspected = self._all_suspected(norms, in_question, area)
        near = {at: found for at, norm in enumerate(norms) if (found := suspected.get(norm))}
        for at, one in near.items():
            if right.norms[at] != norms[at]:
                continue  # a name that reaches here has put it right already
            if not (one.places and self._becomes_place(right, near, at, area)) and one.other:
                right.norms[at] = one.other
        return right

    def _all_suspected(
        self, norms: Sequence[str], in_question: Set[str], area: str
    ) -> dict[str, _Near | None]:
        """What each word in question may be; where hardly any is known, only for the first of them."""
        found: dict[str, _Near | None] = {}
        looked_up = 0
        for norm in norms:
            if norm in in_question and norm not in found:
                looked_up += norm in self._doubtful or norm not in self._known
                found[norm] = self._suspected(norm, area) if looked_up <= _MOST_LOOKED_UP else None
        return found

    def _suspected(self, norm: str, area: str) -> _Near | None:
        """What the word may be, where it is not plain what it is."""
        if norm not in self._known:
            if (spelt := _TEXTED.get(norm) or _as_spelt(norm)) in self._of_the_field:
                return _Near({}, spelt, 0.0)
            slips = slips_allowed(norm)
            if slips:
                return self._near(norm, slips)
            return self._near_in_a_name(norm) if norm.isalpha() and len(norm) < SHORTEST else None
        if norm in self._doubtful and norm not in self._gazetteer.heard_of(area):
            return self._near(norm, slips_allowed(norm) or 1)
        return _Near({norm: 0.0}, None, _MOST, is_itself=True) if norm in self._telling else None

    def _near(self, word: str, slips: int) -> _Near:
        places: dict[str, float] = {}
        other, other_cost = None, _MOST + slips
        for near, distance in self._index.within(word, 2 if len(word) >= _LETTERS_FOR_TWO else 1):
            meant = "st" if near == _SAINT else near
            likely = not distance or (distance <= slips and _is_likely(word, near, distance))
            of_a_place = meant in self._gazetteer.words
            if not (likely or of_a_place):
                continue
            cost = cost_of_slips(word, near, distance) if distance else 0.0
            if of_a_place:
                places[meant] = cost + _SELDOM_MADE * (not likely)
            of_the_field = meant in self._of_the_field
            if not likely:
                continue
            cost -= _WORD_OF_THE_FIELD * of_the_field
            if (of_the_field or meant not in places) and cost < other_cost:
                # A common word is left as it was written: that it is near only speaks against a place.
                other, other_cost = (meant if of_the_field else None), cost
        return _Near(places, other, other_cost)

    def _near_in_a_name(self, word: str) -> _Near:
        """The same for a word too short to be put right by itself: "Craven Ams"."""
        near = process.extract(word, self._short, scorer=OSA.distance, score_cutoff=1, limit=None)
        return _Near({meant: 1.0 for meant, *_ in near}, None, _MOST)

    def _becomes_place(self, right: PutRight, near: Mapping[int, _Near], at: int, area: str) -> bool:
        """Put in the name that was likeliest meant, if one is likelier than any other word."""
        completed = list(self._completed_at(right.norms, near, at, area))
        if not completed and near[at].is_itself:
            return False
        options = sorted([*self._alone_at(right.norms, near, at, area), *completed], key=_CHEAPEST)
        if not options or options[0][0] > min(_MOST, near[at].other_cost):
            return False
        best, start, key = options[0]
        right.norms[start : start + len(key)] = key
        for taken in range(start, start + len(key)):
            right.doubts.pop(taken, None)
        close = {name[0] for cost, _, name in options if cost <= best + _CLOSE and len(name) == 1}
        if len(key) == 1 and (len(close) > 1 or near[at].places[key[0]]):
            right.doubts[at] = {word: near[at].places[word] for word in close}
        return True

    def _alone_at(
        self, norms: Sequence[str], near: Mapping[int, _Near], at: int, area: str
    ) -> Iterator[_Option]:
        """Each name of one word that may stand here."""
        for word, slips in near[at].places.items():
            if len(norms[at]) >= SHORTEST or not slips:
                yield slips + self._cost(norms, at, (word,), area), at, (word,)

    def _completed_at(
        self, norms: Sequence[str], near: Mapping[int, _Near], at: int, area: str
    ) -> Iterator[_Option]:
        """Each name of several words that may stand here."""
        for word in near[at].places:
            for key, number in self._names_with.get(word, ()):
                found = self._completed(norms, near, at - number, key)
                if found is not None:
                    yield found + self._cost(norms, at - number, key, area), at - number, key

    def _cost(self, norms: Sequence[str], start: int, key: Key, area: str) -> float:
        """What speaks for the name here, and against it, but for its slips."""
        before = norms[start - 1] if start else BOUNDARY
        after = norms[start + len(key)] if start + len(key) < len(norms) else BOUNDARY
        cued = before in _BEFORE_A_PLACE or after in _AFTER_A_PLACE
        return self._gazetteer.cost(key, area) - _FOR_A_CUE * cued

    def _completed(
        self, norms: Sequence[str], near: Mapping[int, _Near], start: int, key: Key
    ) -> float | None:
        """What speaks against a name of several words here; None where one of them is not there at all."""
        if start < 0 or start + len(key) > len(norms):
            return None
        cost = 0.0
        for at, word in enumerate(key, start):
            norm = norms[at]
            if norm == word:
                cost -= _FOR_A_NAME_COMPLETED
            elif at in near and word in near[at].places:
                cost += near[at].places[word] - _IN_A_NAME
            elif at not in near and len(norm) > 2 and OSA.distance(norm, word, score_cutoff=1) == 1:
                cost += _A_WORD_ITSELF
            else:
                return None
        return cost
