"""Phrases that a keeper has added while the service runs: "the nick", "clawed back".

Where phrases contradict each other:

- The longest wins. What is built in and stands inside an alias is not read, nor is an alias that
  stands inside a longer phrase that is built in.
- An alias in the very words of a built-in phrase that means something else of its kind is refused.
- A phrase means one place in each area, and one other thing everywhere. A second meaning is refused
  where it is typed; in an imported file it takes the place of the first, as any row does.
"""

from collections.abc import Mapping, Sequence

from routing.policy import Term
from routing.reading.lexicon import lexicon
from routing.reading.matching import Groups, PhraseFinder
from routing.reading.phrases import Label, Match, PhraseBook
from routing.reading.places import PlaceFound
from routing.reading.words import BOUNDARY, split_words, tidy
from routing.snapshot import Alias, Place
from routing.vocabulary import Means, Role, Topic

LONGEST_PHRASE = 8  # words
PLACE = "place alias"
_OUTRIGHT = 1.0
_AS_WITH_A_CUE = 1.25  # a keeper's word for an office is as sure as "in Redditch"
_KINDS = {Means.TOPIC: "topic", Means.ROLE: "role", Means.TERM: "term"}
_NO_POSTS = frozenset({Role.EMERGENCY_SERVICES})


class AliasError(ValueError):
    """An alias that cannot be used, to stand after its phrase: what is wrong with it and what to write."""


def spelt(phrase: str) -> str:
    """The phrase as it is matched: small letters, no apostrophes, one space between words.

    Raises AliasError where it is no phrase of one to eight words.
    """
    words = [word.norm for word in split_words(tidy(phrase))]
    if not words or BOUNDARY in words or len(words) > LONGEST_PHRASE:
        raise AliasError(f"is not a phrase; write one to {LONGEST_PHRASE} words of one sentence")
    return " ".join(words)


def check(alias: Alias, terms: Mapping[str, Term]) -> None:
    """Raise AliasError where the value is none of its kind, or a built-in phrase says something else."""
    allowed = {
        Means.TOPIC: [str(topic) for topic in Topic if topic not in (Topic.CONTACT, Topic.TERM)],
        Means.ROLE: [str(role) for role in Role if role not in _NO_POSTS],
        Means.TERM: sorted(terms),
    }.get(alias.means)
    if allowed is not None and alias.value not in allowed:
        raise AliasError(f"cannot mean {alias.value}; write one of {', '.join(allowed)}")
    other = _built_in(alias, terms)
    if other is not None:
        raise AliasError(
            f"is built in and means the {alias.means} {other}; add a longer phrase, or leave it as it is"
        )


def _built_in(alias: Alias, terms: Mapping[str, Term]) -> str | None:
    """What the very words of the alias mean outright without it, if that is another of its kind."""
    words = alias.phrase.split()
    finder = PhraseFinder(lexicon(), book_of(terms))
    outright = [m for m in finder.find(words) if m.label.weight >= _OUTRIGHT]
    kind = _KINDS.get(alias.means)
    same = {m.label.name for m in outright if m.label.group == kind and m.length == len(words)}
    return min(same) if same and alias.value not in same else None


def book_of(terms: Mapping[str, Term]) -> PhraseBook:
    """The words of the glossary."""
    book = PhraseBook()
    for term in terms.values():
        for phrase in term.aliases:
            book.add(phrase, Label("term", term.id, _OUTRIGHT), {})
    return book


class Aliases:
    """The aliases of one picture of the directory. One whose place is not in it stands for nothing."""

    def __init__(self, aliases: Sequence[Alias], places: Sequence[tuple[str, Place]]) -> None:
        book = PhraseBook()
        self._bearers: dict[str, list[Place]] = {}
        for alias in aliases:
            group = _KINDS.get(alias.means)
            if group:
                # "What is the" is read by itself, so a term goes without its article.
                phrase = alias.phrase.removeprefix("the ") if group == "term" else alias.phrase
                book.add(phrase, Label(group, alias.value, _OUTRIGHT), {})
            elif place := _place_of(alias, places):
                book.add(alias.phrase, Label(PLACE, alias.phrase, _OUTRIGHT), {})
                self._bearers.setdefault(alias.phrase, []).append(place)
        self._finder = PhraseFinder(book)

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every word of every alias."""
        return self._finder.vocabulary

    def added_to(self, found: Groups, norms: Sequence[str]) -> Groups:
        """The phrases that are built in and those of the aliases; of one kind the longest wins."""
        added = self._finder.groups(norms) if self.vocabulary else {}
        return found | {name: _longest(found.get(name, []), group) for name, group in added.items()}

    def places_added_to(
        self, found: list[PlaceFound], matches: Sequence[Match], area: str
    ) -> list[PlaceFound]:
        """The places by their names and those by an alias, which hides the names inside it."""
        added = [
            PlaceFound(m.start, m.end, self._places_by(m.label.name, area), 1, _AS_WITH_A_CUE)
            for m in matches
        ]
        if not added:
            return found
        kept = [hit for hit in found if all(hit.end <= one.start or one.end <= hit.start for one in added)]
        return sorted(kept + added, key=lambda hit: hit.start)

    def _places_by(self, phrase: str, area: str) -> tuple[Place, ...]:
        return tuple(sorted(self._bearers[phrase], key=lambda place: place.area != area))


def _longest(found: list[Match], added: list[Match]) -> list[Match]:
    """The matches of both, but for those within a longer one of the other."""
    kept = [match for match in found if not any(match.within(other) for other in added)]
    kept += [match for match in added if not any(match.within(other) for other in found)]
    return sorted(kept, key=lambda match: (match.start, match.end))


def _place_of(alias: Alias, places: Sequence[tuple[str, Place]]) -> Place | None:
    """The office, or the biggest place of that name in the area."""
    if alias.means is Means.OFFICE:
        bearers = [place for _, place in places if place.kind == "office" and place.office == alias.value]
        return bearers[0] if bearers else None
    wanted = alias.value.casefold()
    bearers = [p for name, p in places if p.area == alias.area and name.casefold() == wanted]
    return max(bearers, key=lambda place: place.population, default=None)
