"""What a text says of 2014: what changed then, the Trust that was, the papers that come with a case."""

from routing.reading.said import Said
from routing.vocabulary import Provider

_TRUST = "trust"


def papers_missed(said: Said) -> tuple[str, ...]:
    """The papers of a case that are missing or asked after; "all" where none is named."""
    return _names(said, "papers")


def changes_named(said: Said) -> tuple[str, ...]:
    """What of the changes is spoken of: the rules changed.*, without that prefix."""
    names = _names(said, "changed")
    return tuple(dict.fromkeys((*names, _TRUST))) if trusts_named(said) else names


def trusts_named(said: Said) -> tuple[str, ...]:
    """The areas whose former Probation Trust is named."""
    return tuple(name for name in _names(said, "trusts") if name != "none")


def provider_of_asker(said: Said, of_the_asker: frozenset[int]) -> Provider | None:
    """The provider that the asker says they work for: "CRC officer here", "we're in the NPS"."""
    introduced = {m.label.name for m in said.named("provider") if m.start in of_the_asker}
    names = ({m.label.name for m in said.named("asker")} | introduced) & {Provider.NPS, Provider.CRC}
    return Provider(names.pop()) if len(names) == 1 else None


def _names(said: Said, group: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(match.label.name for match in said.named(group)))
