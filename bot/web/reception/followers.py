"""Who follows a board just now. Looked up every so often, for all in one query: whoever is suspended, signed
out or of another standing since is let go at once, and asks anew as what they are then."""

import logging
from collections import Counter
from dataclasses import dataclass, field

from directory.accounts.standing import Identity
from directory.signing_in.sessions import Session, Sessions

logger = logging.getLogger(__name__)

MOST_OF_AN_ACCOUNT = 12  # pages open at once in a process: two browsers, which hold six each


@dataclass(slots=True, eq=False)
class Follower:
    """A page that is open: where somebody is signed in, and as whom they were let in."""

    session: Session
    who: Identity
    is_let_in: bool = True


@dataclass(slots=True)
class Followers:
    """All of them in this process."""

    sessions: Sessions
    _all: set[Follower] = field(default_factory=set)

    def has_room_for(self, account: str) -> bool:
        """Whether one more of an account may follow."""
        return Counter(one.session.account for one in self._all)[account] < MOST_OF_AN_ACCOUNT

    def add(self, follower: Follower) -> None:
        """One more follows."""
        self._all.add(follower)

    def remove(self, follower: Follower) -> None:
        """One follows no longer."""
        self._all.discard(follower)

    async def look(self) -> None:
        """Mark those that are not to be let in any longer; none, where that cannot be found out just now."""
        if not self._all:
            return
        followers = [*self._all]
        try:
            holding = await self.sessions.holding([one.session.key for one in followers])
        except Exception as error:  # nothing new of the directory comes through either; others go on
            logger.error("Who follows the boards could not be looked up: %s", type(error).__name__)
            return
        for one in followers:
            one.is_let_in = holding.get(one.session.key) == one.who
