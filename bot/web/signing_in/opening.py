"""Opening a link or an invitation. That alone does nothing, since programs that look for danger in mail
open links too: the page has a button, which signs in.

The token stands in the address of this one page. The button sends it in a form, so that it is in no
address, no history and no log after that.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.changing import Change, change_by
from bot.limits import Admission, Rate
from bot.service import Service
from bot.web.drawing import draw
from bot.web.visitors import Visitor, Visitors, local_path
from bot.words.times import say_wait
from directory.accounts.binding import NotVerifiedError, Person
from directory.accounts.standing import WEB
from directory.errors import DirectoryError
from routing.vocabulary import Standing

TRYING = Rate(burst=60, every=1.0, patience=1, enough=120, shut_out=900.0)  # of an address many may share
_Use = Callable[[str, str | None], Awaitable[str]]


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to sign in: what it is called, and what uses a token of it."""

    name: str
    use: _Use


class _Opened(NamedTuple):
    """A token that came by one of them, and where it leads."""

    way: _Way
    token: str
    way_on: str


class Opening:
    """Uses links and invitations."""

    def __init__(self, service: Service, visitors: Visitors) -> None:
        self._directory = service.assistant.directory
        self._limits = service.limits
        self._visitors = visitors
        self._link = _Way("link", self._directory.signing_in.use)
        self._invitation = _Way("invitation", self._directory.signing_in.redeem)
        self.show_link = partial(self._show, self._link)
        self.use_link = partial(self._sign_in, self._link)
        self.show_invitation = partial(self._show, self._invitation)
        self.redeem = partial(self._sign_in, self._invitation)

    async def _show(self, way: _Way, request: Request) -> Response:
        """The button. Of whoever is signed in nowhere nothing is looked up: a token that is good and one that
        is not look the same."""
        visitor = await self._visitors.admit(request, *Standing)
        opened = _Opened(way, request.path_params["token"], local_path(request.query_params.get("next")))
        return _page(visitor, opened, change=await self._change(visitor, opened))

    async def _change(self, visitor: Visitor, opened: _Opened) -> Change | None:
        account = visitor.who.account
        if opened.way is not self._invitation or account is None:
            return None
        return await change_by(self._directory, visitor.words, Person(WEB, account=account), opened.token)

    async def _sign_in(self, way: _Way, request: Request) -> Response:
        """Sign in, in place of whoever was signed in here, and go on."""
        visitor = await self._visitors.admit(request, *Standing)
        form = await request.form()
        opened = _Opened(way, str(form.get("token", "")), local_path(str(form.get("next", ""))))
        network = request.client.host if request.client else ""
        verdict = await self._limits.admit(f"sign-in:try:{network}", self._directory.now(), TRYING)
        if verdict.admission is not Admission.ANSWER:
            return _page(visitor, opened, 429, problem=say_wait(visitor.words, verdict.seconds))
        change = await self._change(visitor, opened)
        if change and form.get("account") != change.account:  # they were shown no such change of this account
            return _page(visitor, opened, 409, change=change)
        try:
            shown = await way.use(opened.token, visitor.who.account)
            if visitor.session:
                await self._directory.sessions.end(visitor.session.account, visitor.session.key)
        except NotVerifiedError as refused:
            return draw(visitor, "signing_in/refused.html", 403, why=refused.reason)
        except DirectoryError:
            return _page(visitor, opened, 503, problem=visitor.words.say("verify-trouble"))
        response = RedirectResponse(opened.way_on, 303)
        self._visitors.cookies.keep(request, response, shown)
        return response


def _page(
    visitor: Visitor,
    opened: _Opened,
    status: int = 200,
    *,
    problem: str = "",
    change: Change | None = None,
) -> Response:
    shown = {"way": opened.way.name, "token": opened.token, "way_on": opened.way_on}
    return draw(visitor, "signing_in/opening.html", status, **shown, problem=problem, change=change)
