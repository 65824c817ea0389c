"""The level of risk of serious harm that a text states, how it has changed, and other facts of a case."""

from collections.abc import Sequence
from typing import NamedTuple

from routing.reading.masks import REFERENCE
from routing.reading.phrases import Match
from routing.reading.reading import RiskChange
from routing.reading.said import Said
from routing.reading.words import BOUNDARY, word_set
from routing.vocabulary import Risk

_LEVELS = (Risk.LOW, Risk.MEDIUM, Risk.HIGH, Risk.VERY_HIGH)
_RISKS = {
    **{str(risk): risk for risk in _LEVELS},
    "bare_low": Risk.LOW,
    "bare_medium": Risk.MEDIUM,
    "bare_high": Risk.HIGH,
}
_BY_WORD = {"low": Risk.LOW, "medium": Risk.MEDIUM, "med": Risk.MEDIUM, "high": Risk.HIGH}
_ABOUT_A_LEVEL = frozenset({"about_risk", "about_level", *_LEVELS})
_PAST = word_set("was were originally previously formerly initially started used from once previous had")
_STILL_TRUE = word_set("assessed rated graded scored classified deemed flagged classed told")
# After these a "no" denies what is higher: "no more than medium", "nothing above low".
_AT_MOST = (
    ["more", "than"],
    ["higher", "than"],
    ["worse", "than"],
    ["greater", "than"],
    ["above"],
    ["over"],
    ["beyond"],
)
# What is below high is at most medium.
_LESS = (["below"], ["beneath"], ["less", "than"], ["lower", "than"], ["short", "of"], ["shy", "of"])
_PAST_REACH = 4
_ASKS_WHETHER = word_set("does do did would will if whether could might may can should")
_LEVEL_WORDS = word_set("low lowest lower medium med moderate high highest vhigh very")


class Level(NamedTuple):
    """A level as a text speaks of it. `stated`: it is neither denied nor said not to be known."""

    risk: Risk
    stated: bool
    denied: bool
    past: bool


def levels_in(said: Said) -> Sequence[Level]:
    """Every level, in the order of the text. A bare "high" is one only beside words about risk."""
    if "risk" not in said.groups:
        return ()
    about = {said.sentences[m.start] for m in said.named("risk") if m.label.name in _ABOUT_A_LEVEL}
    about |= {said.sentences[m.start] for m in said.named("facts") if m.label.name in ("mappa", "not_mappa")}
    # "RoSH? High." and "Low. Not MAPPA." spread it over two sentences.
    near = about | {number + way for number in about for way in (-1, 1)}
    levels = []
    for match in said.named("risk"):
        risk = _RISKS.get(match.label.name)
        if risk and (match.label.name in _LEVELS or said.sentences[match.start] in near):
            reached = _reached(said, match)
            if reached:
                levels += [
                    Level(risk, stated=True, denied=False, past=True),
                    Level(reached, stated=True, denied=False, past=False),
                ]
                continue
            denied = _denied(said, match)
            levels.append(Level(risk, not denied and not said.unsure(match), denied, _is_past(said, match)))
    return levels


def _reached(said: Said, match: Match) -> Risk | None:
    """The level after "to" within one phrase: "low to potentially high risk"."""
    words = said.norms[match.start : match.end]
    if "to" not in words:
        return None
    return next((_BY_WORD[word] for word in words[words.index("to") :] if word in _BY_WORD), None)


def risk_level(levels: Sequence[Level]) -> Risk | None:
    """The level as it is now: the last one stated that is neither denied nor past.

    Where high is denied and nothing else said, it is at most medium.
    """
    stated = [level for level in levels if level.stated]
    if stated:
        return next((level for level in reversed(stated) if not level.past), stated[-1]).risk
    return Risk.MEDIUM if any(level.denied and level.risk is Risk.HIGH for level in levels) else None


def _denied(said: Said, match: Match) -> bool:
    """Whether the level is denied, seen from its own word: "not medium risk of harm, high"."""
    at = next((at for at in range(match.start, match.end) if said.norms[at] in _LEVEL_WORDS), match.start)
    if said.norms[max(0, at - 2) : at] in _AT_MOST or said.norms[max(0, at - 1) : at] in _AT_MOST:
        return False
    if said.norms[max(0, at - 2) : at] in _LESS or said.norms[max(0, at - 1) : at] in _LESS:
        return True
    return said.denied(Match(match.label, at, match.end))


def _is_past(said: Said, match: Match) -> bool:
    """Whether it was so once: "was medium", "used to be low", "from high"."""
    last = match.end - 1
    before = said.norms[max(0, last - _PAST_REACH) : last + 1]
    if BOUNDARY in before:
        before = before[len(before) - before[::-1].index(BOUNDARY) :]
    # "From high to medium": only the first is past.
    since = before[before.index("to") :] if "from" in before and "to" in before else before
    return bool(_PAST & set(since)) and not _STILL_TRUE & set(said.norms[match.start - 2 : match.end])


def risk_before(levels: Sequence[Level]) -> Risk | None:
    """The level as it once was: "was high", "down from high"."""
    return next((level.risk for level in reversed(levels) if level.past), None)


def risk_change(said: Said, levels: Sequence[Level]) -> RiskChange | None:
    """Up, down or confirmed as high. Two levels "from … to …" say it by themselves."""
    changes = said.named("change")
    names = {match.label.name for match in changes if not said.denied(match, reach=3)}
    names |= _ways_within_sentences(said, changes)
    if "assessed_high" in names and _was_not_high_before(said, levels):
        names.add("confirmed_high")
    if "confirmed_high" in names and "fell" not in names:
        return RiskChange.CONFIRMED_HIGH
    if "fell" in names:
        return RiskChange.FELL
    if "rose" in names:
        return RiskChange.ROSE
    return _from_then_to_now(levels)


def _was_not_high_before(said: Said, levels: Sequence[Level]) -> bool:
    """Whether a case of the CRC's, a case in the register or another level before it is spoken of."""
    return said.says("provider", "crc") or REFERENCE in said.distinct or risk_before(levels) is not None


def _from_then_to_now(levels: Sequence[Level]) -> RiskChange | None:
    """What a level of the past and another of now say: "high now? he was medium"."""
    past = [_LEVELS.index(level.risk) for level in levels if level.stated and level.past]
    present = [_LEVELS.index(level.risk) for level in levels if level.stated and not level.past]
    if not past or not present or past[-1] == present[-1]:
        return None
    return RiskChange.ROSE if present[-1] > past[-1] else RiskChange.FELL


def _ways_within_sentences(said: Said, changes: Sequence[Match]) -> set[str]:
    """Where a sentence speaks of risk and says which way it goes, however far apart."""
    if not changes:
        return set()
    spoken_of = [m for m in said.named("risk") if m.label.name in _ABOUT_A_LEVEL]
    sentences = {said.sentences[match.start] for match in spoken_of}
    ways = {"upward": "rose", "downward": "fell"}
    return {
        ways[match.label.name]
        for match in changes
        if match.label.name in ways and said.sentences[match.start] in sentences and not said.denied(match)
    }


def is_newly_mappa(said: Said) -> bool:
    """Whether a new conviction is said to make it a MAPPA case, and it is not asked whether it does."""
    return any(
        _ASKS_WHETHER.isdisjoint(said.norms[max(0, match.start - _PAST_REACH) : match.end])
        for match in said.named("change", "newly_mappa")
    )


def is_mappa(said: Said) -> bool | None:
    """Whether the case is MAPPA-eligible, as the text says; None where it does not say or does not know."""
    if said.says("facts", "not_mappa"):
        return False
    named = [match for match in said.named("facts", "mappa") if not said.unsure(match)]
    if not named:
        return None
    return not said.denied(named[-1])


def is_of_public_interest(said: Said) -> bool:
    """Whether it is said to be a public interest case."""
    return any(not said.denied(m) and not said.unsure(m) for m in said.named("facts", "public_interest"))


def is_short_sentence(said: Said) -> bool:
    """Whether somebody is said to have got less than twelve months in prison."""
    if said.says("facts", "longer_sentence"):
        return False
    return any(not said.denied(match) for match in said.named("facts", "under_12_months"))
