"""What a text says of 2014: what changed then, the Trust that was, the papers that come with a case."""

from typing import NamedTuple

from routing.reading.phrases import Match
from routing.reading.said import Said
from routing.reading.words import BOUNDARY
from routing.vocabulary import Provider

ALL_PAPERS = "all"
_SPOKEN_OF = frozenset({"papers", "changed", "trusts"})
_TRUST = "trust"
_OF_A_CASE = frozenset({_TRUST, "cases"})  # who speaks of these wants somebody to ring
_AT = "at_"
_SOON = 4  # words of a place's name


class Bygones(NamedTuple):
    """What is spoken of; each stands in the Reading under the same name."""

    papers: tuple[str, ...]  # those of a case that are missing or asked after; "all" where none is named
    changes: tuple[str, ...]  # the rules changed.*, without that prefix
    trusts: tuple[str, ...]  # the areas whose former Probation Trust is named

    @property
    def asked(self) -> bool:
        """Whether it is asked what comes with a case, or what changed."""
        return ALL_PAPERS in self.papers or not _OF_A_CASE.issuperset(self.changes)


_NONE = Bygones((), (), ())


def bygones_in(said: Said) -> Bygones:
    """What a text says of them; most say nothing."""
    if not said.speaks_of(_SPOKEN_OF):
        return _NONE
    papers, changes, trusts = (_names(said, group) for group in ("papers", "changed", "trusts"))
    trusts = tuple(name for name in trusts if name != "none")
    return Bygones(
        tuple(name for name in papers if name != ALL_PAPERS) or papers,
        tuple(dict.fromkeys((*changes, _TRUST))) if trusts else changes,
        trusts,
    )


def provider_of_asker(said: Said) -> Provider | None:
    """The provider that the asker says they work for: "CRC officer here", "we're in the NPS"."""
    if "asker" not in said.groups:
        return None
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
