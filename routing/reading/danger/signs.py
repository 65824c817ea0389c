"""Signs of danger: phrases that stand by themselves, and words that make one together.

A sign that is `firm` says by its own form that it is so now, and stands whatever else is told.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from routing.reading.danger.wording import Wording
from routing.reading.phrases import Match
from routing.reading.said import Said
from routing.reading.words import BOUNDARY

WHOLE, MOST, HALF, LITTLE = 1.0, 0.7, 0.5, 0.3
_WEIGHTS = {"danger": WHOLE, "event": WHOLE, "done": WHOLE, "asked": WHOLE, "half": HALF, "hint": LITTLE}


_LONGEST = 12  # words: more than any phrase of the lists has
_start = attrgetter("start")


@dataclass(slots=True)
class Sign:
    """Words that speak of danger. `firm`: it is so now; `grave`: a weapon, even with nothing said of it.

    `stands`: somebody is said to be in the midst of it, or to be it, which no register outweighs. `named`: by
    a noun, with nothing that says that it is so now ("the bomb threat"). It reaches from the first word of
    any of its matches, `start`, to the last, before `end`.
    """

    matches: tuple[Match, ...]
    weight: float
    firm: bool = False
    grave: bool = False
    stands: bool = False
    named: bool = False
    start: int = field(init=False)
    end: int = field(init=False)

    def __post_init__(self) -> None:
        self.start = min([match.start for match in self.matches])
        self.end = max([match.end for match in self.matches])

    @property
    def asked(self) -> bool:
        """Whether it is asked what to do if somebody is in danger, and not said that anybody is."""
        return self.matches[0].label.name == "asked"

    @property
    def brandished(self) -> bool:
        """Whether something is done in anger with the weapon."""
        return any(m.label.name == "wield" and m.label.weight == 1 for m in self.matches)

    @property
    def bare(self) -> bool:
        """Whether it is a weapon spoken of and no more; two such are no more than one."""
        return len(self.matches) == 1 and self.matches[0].label.name == "weapon" and self.weight < 1


class Found:
    """The phrases and words of danger in a text, by name, but for those that are a way of speaking."""

    def __init__(self, said: Said) -> None:
        figures = said.named("danger_not", "figure")
        self.norms = said.norms
        self.phrases = _meant(said.named("danger"), figures)
        named = ((name, _meant(words, figures)) for name, words in said.names("danger_words").items())
        self.named = {name: words for name, words in named if words}
        self.wording = Wording(said.norms, frozenset(match.start for match in self.words("person")))

    def words(self, name: str) -> Sequence[Match]:
        """The words of one list of danger_words.toml."""
        return self.named.get(name, ())

    def near(self, name: str, match: Match, reach: int) -> Sequence[Match]:
        """Those of them that begin so near the match, before it or after it, that they may belong to it."""
        words = self.words(name)
        first = bisect_left(words, match.start - reach - _LONGEST, key=_start)
        return words[first : bisect_right(words, match.end + reach, key=_start)]


def literal(said: Said) -> list[str]:
    """The words of a text without those of danger that are no more than a way of speaking."""
    figures = said.named("danger_not", "figure")
    if not figures:
        return said.norms
    words = [*said.named("danger"), *said.named("danger_words")]
    meant = _meant(words, figures)
    figurative = _covered(set(words).difference(meant)) - _covered(meant)
    return [BOUNDARY if at in figurative else norm for at, norm in enumerate(said.norms)]


def _covered(matches: Iterable[Match]) -> set[int]:
    return {at for match in matches for at in range(match.start, match.end)}


def _meant(matches: Sequence[Match], figures: Sequence[Match]) -> Sequence[Match]:
    if not figures:
        return matches
    return [match for match in matches if not any(_covers(figure, match) for figure in figures)]


def _covers(figure: Match, sign: Match) -> bool:
    """Whether a way of speaking takes in the sign, or as much of it as there is of either."""
    return figure.start < sign.end and sign.start < figure.end and figure.length >= sign.length


def phrases(found: Found) -> Iterator[Sign]:
    """Each phrase by itself; "was not breathing" is told, "is not breathing" is so."""
    wording = found.wording
    for match in found.phrases:
        if match.label.name == "asked":
            yield _asked(match, found)
            continue
        event = match.label.name == "event"
        plain = (event or match.label.name == "danger") and not wording.told(match)
        firm = plain and (
            wording.is_so(match) or not (wording.past_form(match) or wording.may_be_past(match))
        )
        weight = 0.0 if wording.denied(match) else _WEIGHTS[match.label.name]
        stands = plain and wording.harms_themself(match)
        yield Sign((match,), weight, firm, stands=stands, named=event and not wording.happens(match))


def _asked(match: Match, found: Found) -> Sign:
    """ "If someone is in danger, who do I ring?"; "in danger of recall" is no danger to life."""
    in_danger_of = found.norms[match.end : match.end + 1] == ["of"]
    return Sign((match,), 0.0 if in_danger_of else _WEIGHTS["asked"], stands=True)
