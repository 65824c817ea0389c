"""Areas and offices that a request names."""

from typing import Annotated

import msgspec
from msgspec import UnsetType

from bot.web.api.problem import ProblemError
from routing.snapshot import Snapshot

Id = Annotated[str, msgspec.Meta(max_length=60)]


def area_of(picture: Snapshot, area: str | UnsetType, office: str | UnsetType) -> str | None:
    """The area that is meant; None where neither is named. Raises ProblemError where there is no such."""
    if isinstance(office, str) and office not in picture.offices:
        raise _unknown("office", office)
    if isinstance(area, str) and area not in picture.areas:
        raise _unknown("area", area)
    if isinstance(office, str):
        return picture.offices[office].area
    return area if isinstance(area, str) else None


def _unknown(what: str, name: str) -> ProblemError:
    return ProblemError(
        422,
        f"There is no {what} {name!r} in the directory",
        f"Send the id of one, as worcester or west-mercia: /api/contacts has the {what} of every post.",
        where=f"query.{what}",
    )
