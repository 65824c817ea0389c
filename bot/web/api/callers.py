"""Who sends a request: the public, or a client by the token it shows, looked up at each request."""

import logging
import re
from dataclasses import dataclass, replace
from datetime import datetime

from starlette.requests import Request

from bot.enquiry_fields import Asking, EnquiryFields
from bot.limits import WEB, Admission, Rate, Verdict
from bot.service import Service
from bot.web.api.guessing import Guessing
from bot.web.api.problem import ProblemError
from directory.accounts.standing import PUBLIC, Identity, Program
from directory.errors import DirectoryError
from routing.enquiry import Enquiry
from routing.vocabulary import Standing

CHANNEL = "api"
_TOKEN = re.compile(r"sp_[A-Za-z0-9_-]{43}")
_CHALLENGE = {"www-authenticate": 'Bearer realm="Signpost"'}
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Caller:
    """Whoever sends a request. `key` tells one from another, for limits; it is never kept but hashed."""

    key: str
    rate: Rate
    who: Identity = PUBLIC
    as_themselves: bool = False  # whatever they say that they ask as
    look_ups_a_day: int | None = None

    @classmethod
    def of(cls, program: Program) -> "Caller":
        """A client."""
        a_minute = program.requests_a_minute
        rate = Rate(burst=a_minute, every=60 / a_minute, patience=1)
        look_ups = program.look_ups_a_day
        return cls(f"client {program.who.account}", rate, program.who, look_ups_a_day=look_ups)

    @property
    def standing(self) -> Standing:
        """What they may be told."""
        return self.who.standing

    def enquiry(self, asking: Asking, said: EnquiryFields, now: datetime) -> Enquiry:
        """What they ask. Raises EnquiryError."""
        elsewhere = said.area not in (None, self.who.area)
        own = EnquiryFields(
            text=said.text,
            id=said.id,
            standing=(not self.as_themselves and said.standing) or self.standing,
            area=said.area or self.who.area,
            office=said.office or (None if elsewhere else self.who.office),
            at=said.at,
            follows=said.follows,
        )
        return replace(
            asking.from_fields(own, now),
            asker=f"{CHANNEL} {self.key}",
            account=self.who.account,
            channel=CHANNEL,
            look_ups_a_day=self.look_ups_a_day,
        )


class RefusedError(ProblemError):
    """A token that is not accepted; whoever shows it can still be told what anybody is."""

    def __init__(self, problem: ProblemError, as_anybody: Caller) -> None:
        told = problem.details
        super().__init__(told.status, told.title, told.detail, where=told.where, headers=problem.headers)
        self.as_anybody = as_anybody


class Callers:
    """Knows who sends a request, and whether they send too many."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._guessing = Guessing(service.limits)

    @property
    def now(self) -> datetime:
        """The moment it is."""
        return self._service.dialogue.now

    async def of(self, request: Request) -> Caller:
        """Who this is. Raises RefusedError where a token is shown that is not accepted."""
        address = request.client.host if request.client else ""
        anybody = Caller(f"public {address}", WEB)
        shown = request.headers.get("authorization")
        if shown is None:
            return anybody
        try:
            return Caller.of(await self._program(address, shown))
        except ProblemError as problem:
            raise RefusedError(problem, replace(anybody, as_themselves=True)) from None

    def in_danger(self, text: str) -> bool:
        """Whether a text says that somebody is in danger."""
        return bool(text) and self._service.channel(CHANNEL).in_danger(text)

    async def admit(self, caller: Caller, text: str) -> Verdict:
        """Whether this request is answered; one with words of danger always is."""
        channel = self._service.channel(CHANNEL)
        return await channel.admit(caller.key, text, self.now, caller.rate)

    async def _program(self, address: str, shown: str) -> Program:
        """Whose token this is. Raises ProblemError."""
        await self._guessing.check(address, self.now)
        program = await self._showing(shown)
        if program is None:
            await self._guessing.count(address, self.now)
            raise ProblemError(
                401,
                "This token is not accepted",
                "It is mistyped, has run out, was replaced, or its client or agency is suspended: ask "
                "whoever gave it to you. Without a token you are told what anybody is.",
                where="header Authorization",
                headers=_CHALLENGE,
            )
        return program

    async def _showing(self, shown: str) -> Program | None:
        scheme, _, token = shown.partition(" ")
        if scheme.lower() != "bearer" or not _TOKEN.fullmatch(token.strip()):
            return None
        try:
            return await self._service.assistant.directory.clients.showing(token.strip())
        except DirectoryError:
            _log.error("Whose token was shown could not be found out.")
            raise ProblemError(
                503,
                "Who you are could not be found out just now",
                "Try again in a minute. Without a token you are answered as anybody is.",
                headers={"retry-after": "60"},
            ) from None


def not_told(caller: Caller) -> ProblemError:
    """This is not for them."""
    if caller.standing is Standing.PUBLIC:
        return ProblemError(
            401,
            "This is told to clients only",
            "Show a client's token: Authorization: Bearer TOKEN. docs/interface.md says how to get one.",
            where="header Authorization",
            headers=_CHALLENGE,
        )
    return ProblemError(
        403,
        f"This is not told to a client of standing {caller.standing}",
        "docs/interface.md says what each standing is told; the answers of /api/answer say whom to ring.",
        where="header Authorization",
    )


def is_admitted(verdict: Verdict) -> bool:
    """Whether a request is answered."""
    return verdict.admission is Admission.ANSWER
