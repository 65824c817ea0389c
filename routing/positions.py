"""Where on the map: positions in degrees, and how far they lie apart in a straight line."""

import re
from collections.abc import Iterable
from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from routing.snapshot import Office

_EARTH_KILOMETRES = 6371.0088  # mean radius; a sphere is right to half a per cent
_WRITTEN = re.compile(r"\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;]\s*(-?\d{1,3}(?:\.\d+)?)\s*")


class Position(NamedTuple):
    """Degrees north and east."""

    latitude: float
    longitude: float

    @classmethod
    def parse(cls, text: str) -> "Position":
        """A position as it is written: "52.3065, -1.9457". Raises ValueError for anything else."""
        found = _WRITTEN.fullmatch(text)
        if found is None:
            raise ValueError("not a position")
        position = cls(float(found[1]), float(found[2]))
        if not position.is_on_earth:
            raise ValueError("not a position on earth")
        return position

    @property
    def is_on_earth(self) -> bool:
        """Whether there is such a place."""
        return -90 <= self.latitude <= 90 and -180 <= self.longitude <= 180

    def kilometres_to(self, other: "Position") -> float:
        """The straight distance, over the ground."""
        north = sin(radians(other.latitude - self.latitude) / 2) ** 2
        east = sin(radians(other.longitude - self.longitude) / 2) ** 2
        between = north + cos(radians(self.latitude)) * cos(radians(other.latitude)) * east
        return 2 * _EARTH_KILOMETRES * asin(sqrt(min(1.0, between)))


class Nearest(NamedTuple):
    """An office, and how far it is in a straight line, in kilometres."""

    office: "Office"
    kilometres: float


def nearest(offices: "Iterable[Office]", at: Position) -> Nearest | None:
    """The nearest of the offices whose position is known; None where there is none."""
    found = (Nearest(one, at.kilometres_to(one.position)) for one in offices if one.position)
    return min(found, key=lambda one: (one.kilometres, one.office.id), default=None)
