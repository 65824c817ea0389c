"""What would become of somebody's account: said before it is changed, on every channel."""

from hashlib import sha256
from typing import NamedTuple

from bot.words.catalogue import Words
from bot.words.overview_names import OverviewNames
from directory.accounts.binding import NotVerifiedError, Person, Verified
from directory.directory import Directory


class Change(NamedTuple):
    """An account as it is and as it would be, in words; and the agency that it would leave, if it would."""

    account: str
    now: str
    then: str
    leaves: str

    @property
    def is_one(self) -> bool:
        """Whether it would be anything else than it is; else it is renewed alone."""
        return self.now != self.then

    @property
    def key(self) -> str:
        """By which somebody agrees to this change and to no other."""
        return sha256("\n".join(self).encode()).hexdigest()[:16]


async def change_by(directory: Directory, words: Words, person: Person, token: str) -> Change | None:
    """What this invitation would change; None for whoever has no account, or where it is good no longer.

    Raises DatabaseError.
    """
    try:
        return await change_to(directory, words, person, await directory.signing_in.offered(token))
    except NotVerifiedError:
        return None


async def change_to(directory: Directory, words: Words, person: Person, shown: Verified) -> Change | None:
    """What it would change that somebody has shown this; None as above, and where the account is suspended.

    Raises DatabaseError.
    """
    held = await directory.accounts.membership(person)
    if held is None or held.suspended:
        return None
    names = OverviewNames(words, directory.snapshot, await directory.information.agencies.names())
    leaves = "" if held.shown.agency == shown.agency else held.agency
    return Change(held.account, _said(names, held.shown), _said(names, shown), leaves)


def _said(names: OverviewNames, who: Verified) -> str:
    said = names.words.say(
        "sign-in-who",
        standing=who.standing,
        agency=names.agencies.get(who.agency, who.agency),
        where=names.where(who.area, who.office),
    )
    return f"{said} ({names.words.say('keep-coordinator')})" if who.coordinator else said
