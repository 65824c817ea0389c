"""Ids that stay: made of what something is in the directory, so that they are the same in every export."""

from uuid import NAMESPACE_URL, uuid5

_OURS = uuid5(NAMESPACE_URL, "signpost:open-referral")


def id_of(*parts: object) -> str:
    """The id of something, by its kind and by what it is known by within that."""
    return str(uuid5(_OURS, "/".join("" if part is None else str(part) for part in parts)))
