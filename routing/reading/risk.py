"""The level of risk of serious harm that a text states, and how it has changed."""

from routing.reading.phrases import Match
from routing.reading.reading import RiskChange
from routing.reading.said import Said
from routing.vocabulary import Risk

_LEVELS = (Risk.LOW, Risk.MEDIUM, Risk.HIGH, Risk.VERY_HIGH)
_NEGATORS = frozenset(["not", "isnt", "no", "never", "nor", "arent", "wasnt"])
_REACH = 3


def risk_level(said: Said) -> Risk | None:
    """The level as it is now: the last one stated that is not denied; after a change, where it went."""
    stated = [
        match
        for match in said.named("risk")
        if match.label.name in _LEVELS and not _denied(said.norms, match)
    ]
    return Risk(stated[-1].label.name) if stated else None


def risk_change(said: Said) -> RiskChange | None:
    """Up, down or confirmed as high. Two levels "from … to …" say it by themselves."""
    names = {match.label.name for match in said.named("risk") if not _denied(said.norms, match)}
    names |= _ways_within_sentences(said)
    if "confirmed_high" in names and "fell" not in names:
        return RiskChange.CONFIRMED_HIGH
    if "fell" in names:
        return RiskChange.FELL
    return RiskChange.ROSE if "rose" in names else None


def _ways_within_sentences(said: Said) -> set[str]:
    """Where a sentence speaks of risk and says which way it goes, however far apart."""
    spoken_of = [m for m in said.named("risk") if m.label.name == "about_risk" or m.label.name in _LEVELS]
    sentences = {said.sentences[match.start] for match in spoken_of}
    ways = {"upward": "rose", "downward": "fell"}
    return {
        ways[match.label.name]
        for match in said.named("risk")
        if match.label.name in ways and said.sentences[match.start] in sentences
    }


def _denied(norms: list[str], match: Match) -> bool:
    before = norms[max(0, match.start - _REACH) : match.start]
    return any(word in _NEGATORS for word in before)
