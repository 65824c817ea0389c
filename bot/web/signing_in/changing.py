"""What an invitation would make of the account in which somebody is signed in: said before it is used."""

from typing import NamedTuple

from bot.web.visitors import Visitor
from bot.words.overview_names import OverviewNames
from directory.accounts.binding import NotVerifiedError, Verified
from directory.accounts.standing import Asker
from directory.directory import Directory


class Change(NamedTuple):
    """An account as it is and as it would be, in words; and the agency that it would leave, if it would."""

    account: str
    now: str
    then: str
    leaves: str

    @property
    def is_one(self) -> bool:
        """Whether it would be anything else than it is; else the invitation renews it alone."""
        return self.now != self.then


async def change_by(directory: Directory, visitor: Visitor, token: str) -> Change | None:
    """What this invitation would change; None for whoever is not signed in, or where it is good no longer.

    Raises DatabaseError.
    """
    who = visitor.who
    if who.account is None:
        return None
    try:
        offer = await directory.signing_in.offered(token)
    except NotVerifiedError:
        return None
    names = OverviewNames(visitor.words, directory.snapshot, await directory.information.agencies.names())
    leaves = "" if who.agency == offer.agency else names.agencies.get(who.agency or "", "")
    return Change(who.account, _said(names, who), _said(names, offer), leaves)


def _said(names: OverviewNames, who: Asker | Verified) -> str:
    said = names.words.say(
        "sign-in-who",
        standing=who.standing,
        agency=names.agencies.get(who.agency or "", who.agency or ""),
        where=names.where(who.area, who.office),
    )
    return f"{said} ({names.words.say('keep-coordinator')})" if who.coordinator else said
