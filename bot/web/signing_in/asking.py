"""The pages on which somebody asks for a link: to sign in by, or to give their account an address."""

import math
from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.limits import Admission, Rate, Verdict
from bot.service import Service
from bot.web.drawing import draw
from bot.web.signing_in.letters import Letters
from bot.web.visitors import Visitor, Visitors, local_path
from directory.accounts.binding import NotVerifiedError
from routing.vocabulary import Standing

ASKING = Rate(burst=60, every=1.0, patience=1, enough=120, shut_out=900.0)  # of an address many may share
LETTERS = Rate(burst=3, every=600.0, patience=1)  # to one mailbox, so that nobody floods it
SIGN_IN, ADDRESS, ACCOUNT = "/sign-in", "/sign-in/address", "/sign-in/sessions"
VERIFIED = tuple(one for one in Standing if one is not Standing.PUBLIC)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Who asks for a letter, to which address, and where they want to go after that."""

    visitor: Visitor
    typed: str = ""
    way_on: str = "/"
    account: str | None = None  # whose address it is to be

    def form(self, problem: str = "", status: int = 200) -> Response:
        """The form, with what is wrong and all that was typed."""
        action = ADDRESS if self.account else SIGN_IN
        shown = {"action": action, "address": self.typed, "way_on": self.way_on, "problem": problem}
        return draw(self.visitor, "signing_in/asking.html", status, **shown)


class Asking:
    """Takes an e-mail address. What it answers does not depend on whether that is known."""

    def __init__(self, service: Service, visitors: Visitors) -> None:
        self._directory = service.assistant.directory
        self._limits = service.limits
        self._letters = Letters(self._directory, service.mailer, service.web)
        self._visitors = visitors

    async def show(self, request: Request) -> Response:
        """The form to sign in; whoever is signed in goes on."""
        visitor = await self._visitors.admit(request, *Standing)
        way_on = local_path(request.query_params.get("next"))
        return RedirectResponse(way_on, 303) if visitor.who.account else _Asked(visitor, "", way_on).form()

    async def ask(self, request: Request) -> Response:
        """A letter to whoever wants to sign in."""
        visitor = await self._visitors.admit(request, *Standing)
        form = await request.form()
        asked = _Asked(visitor, str(form.get("address", "")), local_path(str(form.get("next", ""))))
        return await self._send(request, asked)

    async def show_address(self, request: Request) -> Response:
        """The form for the address of one's account."""
        visitor = await self._visitors.admit(request, *VERIFIED)
        return _Asked(visitor, "", ACCOUNT, visitor.who.account).form()

    async def give_address(self, request: Request) -> Response:
        """A letter that gives an account the address it goes to."""
        visitor = await self._visitors.admit(request, *VERIFIED)
        typed = str((await request.form()).get("address", ""))
        return await self._send(request, _Asked(visitor, typed, ACCOUNT, visitor.who.account))

    async def _send(self, request: Request, asked: _Asked) -> Response:
        words, now = asked.visitor.words, self._directory.now()
        network = request.client.host if request.client else ""
        verdict = await self._limits.admit(f"sign-in:ask:{network}", now, ASKING)
        if verdict.admission is not Admission.ANSWER:
            return asked.form(words.say("sign-in-too-many", minutes=_minutes(verdict)), 429)
        try:
            to = self._directory.signing_in.letter_to(asked.typed, self._directory.snapshot)
        except NotVerifiedError as refused:
            return asked.form(words.say(f"verify-no-{refused.reason}"), 400)
        asked = replace(asked, typed=to.address)
        verdict = await self._limits.admit(f"sign-in:letter:{to.key.hex()}", now, LETTERS)
        if verdict.admission is not Admission.ANSWER:
            return asked.form(words.say("sign-in-enough-letters", minutes=_minutes(verdict)), 429)
        if not self._letters.send_soon(words, to, asked.way_on, asked.account):
            return asked.form(words.say("verify-trouble"), 503)
        return draw(asked.visitor, "signing_in/sent.html", address=to.address, way_on=asked.way_on)


def _minutes(verdict: Verdict) -> int:
    return math.ceil(verdict.seconds / 60)
