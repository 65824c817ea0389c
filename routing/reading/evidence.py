"""The facts read from a text, each with its words, and how those that contradict each other are settled.

Both are kept among the facts; one of them is `taken`. Each module that settles a fact follows these rules:

1.  Danger before all: a sign that nothing takes away counts, whatever else is said.
2.  What is denied, and what is said not to be known, does not count: "not MAPPA", "unsure if high risk".
3.  Who corrects themselves means what comes after: "the CRC, no sorry, the NPS" (corrections.py),
    "in Redditch, or rather Kidderminster" (places.py).
4.  What is so now counts before what was: "was medium, is high", "used to live in Redditch".
5.  Of two levels of risk that are both so now, the last counts.
6.  That it can wait, in so many words, counts before the word urgent; "… but it is urgent" takes it back.
7.  A provider that the case moves to counts first, then the one that has it, then the one that is neither
    the asker's nor only speaks; of two that are alike none counts.
8.  Of what is said of MAPPA the last counts; a phrase such as "non-MAPPA" counts wherever it stands.
9.  A post that is asked for counts before one that is only named; one turned down or tried in vain does not.
10. The topic whose phrases weigh most counts; a case or a change of its risk stands behind any other, and
    the wider of two behind the narrower.
11. A place where somebody lives now counts before one they left, one that is served before one that is
    not, one of the asker's area before one elsewhere.
"""

from collections.abc import Iterable, Iterator

from routing.reading.lexicon import TOGETHER
from routing.reading.phrases import Match
from routing.reading.places import PlaceFound
from routing.reading.reading import Fact, Reading
from routing.reading.said import Said
from routing.vocabulary import Topic

_UNSAID = ("danger", TOGETHER, "place alias")  # groups whose matches are told otherwise, or are no facts
_MOST = 200  # matches that are told; no message that anybody means has more
_BARE, _NOT = "bare_", "not_"
_DENIABLE = frozenset({"risk", "facts", "topic", "provider", "urgency"})


def facts_of(
    said: Said, reading: Reading, places: Iterable[PlaceFound], signs: Iterable[Match]
) -> Iterator[Fact]:
    """Every fact, in the order of the text."""
    found = [*_places(said, places, reading), *_matches(said, reading), *_dangers(said, signs)]
    for _, fact in sorted(found, key=lambda one: one[0]):
        yield fact


_Placed = tuple[int, Fact]  # by the word at which it begins


def _places(said: Said, places: Iterable[PlaceFound], reading: Reading) -> Iterator[_Placed]:
    for hit in places:
        taken = hit.place in reading.places[:1]
        words = said.wording(hit.start, hit.end)
        yield hit.start, Fact("place", hit.place.name, words, hit.weight, taken)


def _dangers(said: Said, signs: Iterable[Match]) -> Iterator[_Placed]:
    for sign in signs:
        words = said.wording(sign.start, sign.end)
        yield sign.start, Fact("danger", sign.label.name, words, sign.label.weight)


def _matches(said: Said, reading: Reading) -> Iterator[_Placed]:
    settled = _settled(reading)
    for match in (*said.matches[:_MOST], *said.taken_back):
        group, value = match.label.group, match.label.name.removeprefix(_BARE)
        if group.startswith(_UNSAID):
            continue
        sure = match not in said.taken_back and not (group in _DENIABLE and said.unsure(match))
        if group in _DENIABLE and said.denied(match):
            value = value.removeprefix(_NOT) if value.startswith(_NOT) else _NOT + value
        counts = group not in settled or _agrees(value, settled[group])
        words = said.wording(match.start, match.end)
        yield match.start, Fact(group, value, words, match.label.weight, sure and counts)


def _agrees(value: str, settled: frozenset[str]) -> bool:
    """Whether it says what was settled, or denies something else."""
    return value.removeprefix(_NOT) not in settled if value.startswith(_NOT) else value in settled


def _settled(reading: Reading) -> dict[str, frozenset[str]]:
    """What was settled of each kind of fact, as the lexicon names it."""
    mappa = {True: ["mappa"], False: [], None: []}[reading.mappa]
    topic = reading.topic or reading.hinted
    facts = {"public_interest": reading.public_interest, "under_12_months": reading.under_12_months}
    return {
        "risk": frozenset([str(reading.risk), "about_risk", "about_level"]),
        "provider": frozenset([str(reading.provider), f"moved_to_{reading.provider}"]),
        "urgency": frozenset([str(reading.urgency)]),
        "topic": frozenset([str(topic), *([str(Topic.CASE)] if topic else [])]),
        "role": frozenset(map(str, (reading.wanted, *reading.unreachable))),
        "facts": frozenset([*mappa, *(name for name, said in facts.items() if said), "longer_sentence"]),
    }
