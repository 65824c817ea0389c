"""The names of all places: who bears each, and how likely each bearer is meant by an asker of an area.

Likelihood is a cost, in which all that speaks for and against a place is added up; its unit is one slip
of the finger. The asker's area outweighs everything else that is said here: a hamlet of theirs comes
before a city of another's.
"""

import math
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from sys import intern

from routing.reading.lexicon import family_names, given_names
from routing.reading.words import BOUNDARY, split_words, word_set
from routing.snapshot import Place

_IMPORTANCE = {"office": 0.9, "county": 0.75, "district": 0.75, "postcode": 0.75, "locality": 0.25}
_OF_A_FIGURE = 0.125  # what each further figure of a population adds
_OTHER_AREA = 1.0
_BY_ANOTHER_NAME = 0.1
_AS_LIKELY = 0.18  # places no further apart than this are asked about
_AS_LIKELY_IF_MISSPELT = 0.3
_WELL_KNOWN = 0.535  # a town of 20,000
_OFFICIAL = frozenset({"office", "district", "county"})
_MOST_REMEMBERED = 2_000  # names, of which most people write the same few
_JOINED_FROM = 8  # letters: "miltonkeynes"
_FULL_POSTCODE = re.compile(r"([a-z]{1,2}\d[a-z\d]?)(\d[a-z]{2})")
_INWARD = re.compile(r"\d[a-z]{2}")
_PART_OF_A_DISTRICT = re.compile(r"[a-z]{1,2}\d[a-z]")  # SW1A, of which people say SW1
# Places that are words or are said of other things, beside those of common_words.txt.
_WORDS_TOO = word_set(
    "abbey abridge amble archway avenue barrow bicker borough bream camber chippy cove craven crook docking "
    "felling flint grays grove hale halling healing heather hose lancing leek lizard lode midway moss much "
    "ned olympia poplar rake ripple rugby sands sandy strand sway tong trench tumble vale warden wash wells "
    "welling wick wrangle spital forge green orchard cross park common heath wood end lane moor bottom top "
    "gate mill haven harbour castle manor union ferry lodge beds bucks staffs avon cleveland"
)
# Postcode districts that are said of other things: a gas, a police unit.
_NO_CODES = frozenset(["co2", "so15"])

Key = tuple[str, ...]


def fold(norm: str) -> str:
    """The word without accents, and "saint" as most people write it."""
    if not norm.isascii():
        norm = "".join([ch for ch in unicodedata.normalize("NFKD", norm) if not unicodedata.combining(ch)])
    return "st" if norm == "saint" else norm


def folded(norms: Iterable[str]) -> list[str]:
    """The same of all words of a text, most of which are as they should be."""
    norms = list(norms)
    if "".join(norms).isascii() and "saint" not in norms:
        return norms
    return [fold(norm) for norm in norms]


def key_of(name: str) -> Key:
    """The words by which a name is found."""
    words = split_words(name.replace("-", " "))
    return tuple(intern(fold(word.norm)) for word in words if word.norm != BOUNDARY)


def importance(place: Place) -> float:
    """From 0.1 for a hamlet to 0.9 for what an office is of."""
    return _IMPORTANCE.get(place.kind) or min(0.75, _OF_A_FIGURE * math.log10(place.population + 10))


@dataclass(frozen=True, slots=True)
class Bearer:
    """A place that bears a name. `aside`: by a name that is not its own."""

    place: Place
    importance: float
    aside: float

    def cost(self, area: str) -> float:
        """The lower, the likelier it is meant by an asker of this area."""
        return self.aside - self.importance + (_OTHER_AREA if self.place.area != area else 0.0)


class Gazetteer:
    """Every name, by its words."""

    def __init__(self, names: Iterable[tuple[str, Place]]) -> None:
        self._bearers: dict[Key, dict[Place, Bearer]] = {}
        keys: dict[str, Key] = {}
        for name, place in names:
            key = keys.get(name)
            if key is None:
                key = keys[name] = key_of(name)
            aside = 0.0 if name == place.name or place.kind == "office" else _BY_ANOTHER_NAME
            self._enter(key, Bearer(place, importance(place), aside))
            if len(key) > 1 and len(joined := "".join(key)) >= _JOINED_FROM and joined.isalpha():
                self._enter((joined,), Bearer(place, importance(place), aside))
        self._bearers.pop((), None)
        self._enter_whole_districts()
        self.longest: dict[str, int] = {}  # by the first word of a name, how many words it may have
        for key in self._bearers:
            self.longest[key[0]] = max(len(key), self.longest.get(key[0], 0))
        self.words = frozenset(word for key in self._bearers for word in key)
        # By names of places alone, never by other words of a text.
        self._remembered = lru_cache(_MOST_REMEMBERED)(self._likeliest)

    def _enter(self, key: Key, bearer: Bearer) -> None:
        bearers = self._bearers.setdefault(key, {})
        before = bearers.get(bearer.place)
        if before is None or bearer.aside < before.aside:
            bearers[bearer.place] = bearer

    def _enter_whole_districts(self) -> None:
        """SW1, EC1 and the like, which nothing bears but their parts: SW1A, SW1E and so on."""
        parts = [key[0] for key in self._bearers if len(key) == 1 and _PART_OF_A_DISTRICT.fullmatch(key[0])]
        no_district = {part[:-1] for part in parts if (part[:-1],) not in self._bearers}
        for part in parts:
            if part[:-1] in no_district:
                for bearer in self.bearers((part,)):
                    self._enter((intern(part[:-1]),), bearer)

    def _district(self, norm: str) -> str | None:
        """The district that a code names: itself, or that of which it is a part we do not hold, as N1C is."""
        if (norm,) in self._bearers:
            return None if norm in _NO_CODES else norm
        whole = norm[:-1]
        return whole if _PART_OF_A_DISTRICT.fullmatch(norm) and (whole,) in self._bearers else None

    def bearers(self, key: Key) -> Iterable[Bearer]:
        """The places that bear this name; none where nothing does."""
        return self._bearers.get(key, {}).values()

    def names_of_several_words(self) -> Iterable[Key]:
        """Every name of more than one word."""
        return (key for key in self._bearers if len(key) > 1)

    def cost(self, key: Key, area: str) -> float:
        """How likely the likeliest bearer is; infinite where there is none."""
        return min((bearer.cost(area) for bearer in self.bearers(key)), default=math.inf)

    def likeliest(self, costs: Mapping[Key, float], area: str) -> tuple[tuple[Place, ...], int]:
        """The bearers of these names, likeliest first, and how many are as likely as the first.

        `costs` is what speaks against each name beside its bearers, such as a slip.
        """
        return self._remembered(tuple(costs.items()), area)

    def _likeliest(self, costs: tuple[tuple[Key, float], ...], area: str) -> tuple[tuple[Place, ...], int]:
        ranked = sorted(
            ((bearer.cost(area) + cost, bearer.place) for key, cost in costs for bearer in self.bearers(key)),
            key=lambda one: (one[0], one[1].name, one[1].office or "", one[1].area),
        )
        apart = _AS_LIKELY if len(costs) == 1 else _AS_LIKELY_IF_MISSPELT
        as_likely = sum(cost <= ranked[0][0] + apart for cost, _ in ranked)
        return tuple(dict.fromkeys(place for _, place in ranked)), as_likely

    @cached_property
    def official(self) -> frozenset[str]:
        """The words that by themselves name a district, a county or what an office is of."""
        return frozenset(
            key[0]
            for key, bearers in self._bearers.items()
            if len(key) == 1 and any(place.kind in _OFFICIAL for place in bearers)
        )

    @cached_property
    def well_known(self) -> frozenset[str]:
        """The words that by themselves name a town that people all over the country have heard of."""
        return self.official | frozenset(
            key[0]
            for key, bearers in self._bearers.items()
            if len(key) == 1
            and any(one.importance >= _WELL_KNOWN and not one.aside for one in bearers.values())
        )

    @cached_property
    def far_towns(self) -> frozenset[str]:
        """Well-known towns, and words of the names of several words that such towns have, but for
        those that persons bear too."""
        words = {
            word
            for key, bearers in self._bearers.items()
            if any(one.importance >= _WELL_KNOWN and not one.aside for one in bearers.values())
            for word in key
        }
        return frozenset(words - given_names() - family_names())

    @cached_property
    def ordinary(self) -> frozenset[str]:
        """Names that mean something else as well."""
        return self.words & _WORDS_TOO

    @cached_property
    def _words_of_areas(self) -> dict[str, frozenset[str]]:
        words: dict[str, set[str]] = {}
        for key, bearers in self._bearers.items():
            for place in bearers:
                words.setdefault(place.area, set()).update(key)
        return {area: frozenset(each) for area, each in words.items()}

    def heard_of(self, area: str) -> frozenset[str]:
        """The words of all names of an area."""
        return self._words_of_areas.get(area, frozenset())

    @cached_property
    def _towns(self) -> dict[str, frozenset[str]]:
        towns: dict[str, set[str]] = {}
        for word in self.official:
            for place in self._bearers[word,]:
                if place.kind in _OFFICIAL:
                    towns.setdefault(place.area, set()).add(word)
        return {area: frozenset(each) for area, each in towns.items()}

    def towns_of(self, area: str) -> frozenset[str]:
        """The names of one word that an office, a district or a county of the area bears."""
        return self._towns.get(area, frozenset())

    def postcode(self, norms: Sequence[str], at: int) -> tuple[str, int, bool] | None:
        """The postcode district that the words name, where it ends, and whether it is a whole postcode."""
        norm = norms[at]
        full = _FULL_POSTCODE.fullmatch(norm)
        district = self._district(full[1]) if full else None
        if district:
            return district, at + 1, True
        district = self._district(norm)
        if district is None:
            return None
        goes_on = at + 1 < len(norms) and bool(_INWARD.fullmatch(norms[at + 1]))
        return district, at + 1 + goes_on, goes_on
