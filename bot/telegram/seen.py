"""The latest ids of something, so that it is known when it comes again."""

from collections import OrderedDict
from collections.abc import Hashable

REMEMBERED = 10_000


class Seen:
    """The latest few thousand; older ones are forgotten, so memory stays bounded."""

    def __init__(self, limit: int = REMEMBERED) -> None:
        self._ids: OrderedDict[Hashable, None] = OrderedDict()
        self._limit = limit

    def __contains__(self, key: Hashable) -> bool:
        return key in self._ids

    def add(self, key: Hashable) -> None:
        """From now on it is known."""
        self._ids[key] = None
        if len(self._ids) > self._limit:
            self._ids.popitem(last=False)

    def first_time(self, key: Hashable) -> bool:
        """Whether this id is new; from now on it is not."""
        new = key not in self
        self.add(key)
        return new
