"""Accounts and agencies: who has been verified, and what their keeper does about it."""

from itertools import groupby
from typing import Any, NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from bot.web.drawing import draw
from bot.web.keep.keepers import KeepersPage, typed
from bot.web.visitors import Visitor
from bot.words.times import say_date
from directory.accounts.keeping import Deed, KeptAccount, KeptAgency, OnTheRotaError

_AT_A_TIME = 50
_LONGEST = 60  # characters of an id
_ON_THE_ROTA = "person"
_OF_AGENCIES = {"revoke": True, "restore-agency": False}


class Looked(NamedTuple):
    """What is looked for: an agency, an account by part of its id; everything where neither is said."""

    agency: str
    find: str

    @classmethod
    def of(cls, agency: str, find: str) -> "Looked":
        """What an address or a form says."""
        return cls(agency.strip()[:_LONGEST], find.strip()[:_LONGEST])

    def for_account(self, account: KeptAccount) -> bool:
        """Whether it is one of those."""
        return self.agency in ("", account.agency) and self.find in account.id

    def for_agency(self, agency: KeptAgency) -> bool:
        """Whether it is shown even where none of its accounts is."""
        return self.agency == agency.id or not (self.agency or self.find)


class Wrong(NamedTuple):
    """Who an account cannot be on the rota, as it was typed, and why."""

    account: str
    person: str
    why: str


class AccountsPage(KeepersPage):
    """The agencies with their accounts, and a button for what may be done to each."""

    async def show(self, request: Request) -> Response:
        """The list, or what of it is looked for."""
        visitor, asked = await self.admit(request), request.query_params
        return await self._list(visitor, Looked.of(asked.get("agency", ""), asked.get("find", "")))

    async def judge(self, request: Request) -> Response:
        """Do what was pressed; the list as it is then."""
        visitor, form = await self.admit(request), await request.form()
        looked = Looked.of(typed(form, "agency"), typed(form, "find"))
        deed, _, whom = typed(form, "deed").partition(" ")
        keeping, channel = self.directory.account_keeping, visitor.asker.channel
        done = False
        if deed in _OF_AGENCIES:
            done = await keeping.judge_agency(whom, visitor.who, channel, revoked=_OF_AGENCIES[deed])
        elif deed in tuple(Deed):
            done = await keeping.judge(whom, visitor.who, channel, Deed(deed))
        elif deed == _ON_THE_ROTA:
            person = typed(form, f"person {whom}").lower()
            try:
                done = await keeping.put_on_rota(whom, person or None, visitor.who, channel)
            except OnTheRotaError as error:
                return await self._list(visitor, looked, wrong=Wrong(whom, person, str(error)))
        return await self._list(visitor, looked, deed if done else "not-yours", whom if done else "")

    async def _list(
        self, visitor: Visitor, looked: Looked, done: str = "", whom: str = "", wrong: Wrong | None = None
    ) -> Response:
        keeping = self.directory.account_keeping
        accounts, kept = await keeping.accounts(visitor.who), await keeping.agencies(visitor.who)
        found = [one for one in accounts if looked.for_account(one)]
        of = {name: list(some) for name, some in groupby(found[:_AT_A_TIME], lambda one: one.agency)}
        by_id = {agency.id: agency for agency in kept if looked.for_agency(agency)}
        names = list({**of, **by_id})[:_AT_A_TIME]
        return draw(
            visitor,
            "keep/accounts.html",
            422 if wrong else 200,
            wrong=wrong,
            agencies=[self._agency(visitor, name, by_id.get(name), of.get(name, [])) for name in names],
            choices=sorted({one.agency for one in accounts} | {agency.id for agency in kept}),
            looked=looked,
            more=len(found) - min(len(found), _AT_A_TIME),
            done=done,
            whom=whom,
        )

    def _agency(
        self, visitor: Visitor, name: str, kept: KeptAgency | None, accounts: list[KeptAccount]
    ) -> dict[str, Any]:
        """One whose accounts are of this keeper's area may itself be another's to keep."""
        return {
            "id": name,
            "name": kept.name if kept else name,
            "revoked": kept.revoked if kept else any(account.revoked for account in accounts),
            "theirs": kept is not None and name != visitor.who.agency,
            "accounts": [(one, _until(visitor, one)) for one in accounts],
        }


def _until(visitor: Visitor, account: KeptAccount) -> str | None:
    return say_date(visitor.words, account.verified_until) if account.verified_until else None
