"""Accounts and agencies: who has been verified, and what their keeper does about it."""

from itertools import groupby
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from bot.web.drawing import draw
from bot.web.keep.keepers import KeepersPage, typed
from bot.web.visitors import Visitor
from bot.words.times import say_date
from directory.account_keeping import Deed, KeptAccount, KeptAgency

_OF_AGENCIES = {"revoke": True, "restore-agency": False}


class AccountsPage(KeepersPage):
    """The agencies with their accounts, and a button for what may be done to each."""

    async def show(self, request: Request) -> Response:
        """The list."""
        return await self._list(await self.admit(request))

    async def judge(self, request: Request) -> Response:
        """Do what was pressed; the list as it is then."""
        visitor = await self.admit(request)
        deed, _, whom = typed(await request.form(), "deed").partition(" ")
        keeping, channel = self.directory.account_keeping, visitor.asker.channel
        done = False
        if deed in _OF_AGENCIES:
            done = await keeping.judge_agency(whom, visitor.who, channel, revoked=_OF_AGENCIES[deed])
        elif deed in tuple(Deed):
            done = await keeping.judge(whom, visitor.who, channel, Deed(deed))
        return await self._list(visitor, deed if done else "not-yours", whom if done else "")

    async def _list(self, visitor: Visitor, done: str = "", whom: str = "") -> Response:
        keeping = self.directory.account_keeping
        accounts, kept = await keeping.accounts(visitor.who), await keeping.agencies(visitor.who)
        of = {agency: list(some) for agency, some in groupby(accounts, lambda one: one.agency)}
        by_id = {agency.id: agency for agency in kept}
        agencies = [
            self._agency(visitor, name, by_id.get(name), of.get(name, [])) for name in {**of, **by_id}
        ]
        return draw(visitor, "keep/accounts.html", agencies=agencies, done=done, whom=whom)

    def _agency(
        self, visitor: Visitor, name: str, kept: KeptAgency | None, accounts: list[KeptAccount]
    ) -> dict[str, Any]:
        """One whose accounts are of this keeper's area may itself be another's to keep."""
        return {
            "id": name,
            "name": kept.name if kept else name,
            "revoked": kept.revoked if kept else any(account.revoked for account in accounts),
            "theirs": kept is not None and name != visitor.who.agency,
            "accounts": [(one, self._until(visitor, one)) for one in accounts],
        }

    def _until(self, visitor: Visitor, account: KeptAccount) -> str | None:
        until = account.verified_until
        return say_date(visitor.words, until) if until else None
