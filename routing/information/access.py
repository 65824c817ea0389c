"""Who may see a request for information, and on which side of it they stand. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from routing.information.request import InformationRequest
from routing.overview.scope import Scope
from routing.vocabulary import Standing

_ASKS = frozenset({Standing.OFFICER, Standing.ADMIN})


class Side(StrEnum):
    """On which side of a request somebody stands."""

    ASKS = "asks"
    IS_ASKED = "is_asked"


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody with an account: their agency, and what they oversee."""

    account: str
    standing: Standing
    agency: str | None = None
    oversees: Sequence[Scope] = ()

    @property
    def may_ask(self) -> bool:
        """Whether they may record that something was asked: probation staff."""
        return self.standing in _ASKS

    def side_of(self, request: InformationRequest, asked_by: str | None) -> Side | None:
        """Their side; None for who may not see it (rule `disclosure.information`)."""
        if self.may_ask and self._asks(request, asked_by):
            return Side.ASKS
        if self.standing is Standing.PARTNER and self.agency == request.agency:
            return Side.IS_ASKED
        return None

    def _asks(self, request: InformationRequest, asked_by: str | None) -> bool:
        return asked_by == self.account or any(
            scope.covers(request.area, request.office, (request.provider,)) for scope in self.oversees
        )
