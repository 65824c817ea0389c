"""What a text says of 2014: what changed then, the Trust that was, the papers that come with a case."""

from collections.abc import Sequence

from routing.reading.phrases import Match
from routing.reading.said import Said
from routing.reading.words import BOUNDARY
from routing.vocabulary import Provider

ALL_PAPERS = "all"
_TRUST = "trust"
_OF_A_CASE = frozenset({_TRUST, "cases"})  # who speaks of these wants somebody to ring
_AT = "at_"
_SOON = 4  # words of a place's name


def papers_missed(said: Said) -> tuple[str, ...]:
    """The papers of a case that are missing or asked after; "all" where none is named."""
    names = _names(said, "papers")
    return tuple(name for name in names if name != ALL_PAPERS) or names


def changes_named(said: Said) -> tuple[str, ...]:
    """What of the changes is spoken of: the rules changed.*, without that prefix."""
    names = _names(said, "changed")
    return tuple(dict.fromkeys((*names, _TRUST))) if trusts_named(said) else names


def trusts_named(said: Said) -> tuple[str, ...]:
    """The areas whose former Probation Trust is named."""
    return tuple(name for name in _names(said, "trusts") if name != "none")


def bygones_asked(papers: Sequence[str], changes: Sequence[str]) -> bool:
    """Whether it is asked what comes with a case, or what changed."""
    return ALL_PAPERS in papers or not _OF_A_CASE.issuperset(changes)


def provider_of_asker(said: Said) -> Provider | None:
    """The provider that the asker says they work for: "CRC officer here", "we're in the NPS"."""
    names = {
        match.label.name.removeprefix(_AT)
        for match in said.named("asker")
        if not match.label.name.startswith(_AT) or _opens(said, match)
    }
    return Provider(names.pop()) if len(names) == 1 else None


def _opens(said: Said, match: Match) -> bool:
    """Whether the text begins so and soon pauses: who it is that asks, before what is asked."""
    soon = range(match.end, min(match.end + _SOON, len(said.norms)))
    return match.start == 0 and any(said.pauses_before(at) or said.norms[at] == BOUNDARY for at in soon)


def _names(said: Said, group: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(match.label.name for match in said.named(group)))
