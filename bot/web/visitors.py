"""Who is there: the one place where a request becomes somebody with a standing, or is turned away.

Every page begins with `admit`, whoever it is for; every change by a page is checked there for forgery.
"""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from functools import partial
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import Response

from bot.asker import Asker
from bot.channel import Channel
from bot.service import Service
from bot.web.cookies import Cookies, csrf_of, new_token
from bot.web.forgery import is_from_chat, is_ours
from bot.web.language import chosen_now, words_for
from bot.words.catalogue import Words
from bot.words.language import Language
from directory.accounts.standing import PUBLIC, Identity
from directory.directory import Directory
from directory.errors import DirectoryError
from directory.signing_in.sessions import Session
from routing.vocabulary import Standing

logger = logging.getLogger(__name__)

SAFE = frozenset({"GET", "HEAD"})
_EVENTS = "text/event-stream"
Keeps = Callable[[Response], None]
_LONGEST_WAY_ON = 300  # characters: it stands in a letter, and whoever has that sent may be anybody
Known = tuple[Session | None, Identity]
Knows = Callable[[str, bool], Awaitable[Known]]
Oversees = Callable[[Identity], bool]


def _nothing(_: Identity) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody at a page: the public where nobody is signed in, or the account does not hold.

    `who` is as the directory knows them, `asker` as the dialogue is to answer them; `csrf` is what their
    forms send along, as the field `csrf` or the header `x-csrf-token`.
    """

    who: Identity
    asker: Asker
    words: Words
    csrf: str
    path: str = "/"  # the page they are at
    query: tuple[tuple[str, str], ...] = ()  # and what stands behind it
    session: Session | None = None  # where they are signed in, even if their account does not hold
    keeps: Keeps | None = field(default=None, repr=False)  # a token for a browser that has none
    language: Language | None = None  # for their browser to keep
    oversees: Oversees = field(default=_nothing, repr=False)  # whether somebody manages a part of it

    def in_language(self, language: Language) -> str:
        """The address of this page in another language."""
        kept = [(name, value) for name, value in self.query if name != "language"]
        return f"{self.path}?{urlencode([*kept, ('language', language)])}"

    def keep_token(self, response: Response) -> None:
        """Have a browser that shows none yet keep what their forms are known by."""
        if self.keeps:
            self.keeps(response)


class RefusedError(Exception):
    """A visitor who is not to go on; `refusing.py` says what each kind leads to."""

    def __init__(self, visitor: Visitor) -> None:
        super().__init__(type(self).__name__)
        self.visitor = visitor


class NotSignedInError(RefusedError):
    """Nobody is signed in, and the page is not for everybody."""


class NotForYouError(RefusedError):
    """Somebody is signed in, and the page is not for their standing."""


class ForgedError(RefusedError):
    """A change that no page of ours asked for, or one that was open for too long."""


class Visitors:
    """Looks up who visits, anew at each request: what is changed meanwhile holds from then on."""

    def __init__(
        self,
        channel: Channel,
        cookies: Cookies = Cookies(),  # noqa: B008 - it cannot be changed
        known: Knows | None = None,
        oversees: Oversees = _nothing,
    ) -> None:
        """`known` says who a browser's token is of, and is told whether somebody does something; without
        it everybody is the public. `oversees` says whether there are figures for somebody to see."""
        self.cookies = cookies
        self._channel = channel
        self._known = known
        self._oversees = oversees

    @classmethod
    def of_service(cls, service: Service) -> "Visitors":
        """Those of one running process."""
        https, directory = service.web.startswith("https:"), service.assistant.directory
        known, oversees = partial(_known_to, directory), directory.overviews.is_for
        return cls(service.channel("web"), Cookies(https), known, oversees)

    async def of(self, request: Request) -> Visitor:
        """Who this is, now; the public where that cannot be found out. Never raises."""
        token, words = self.cookies.token(request), words_for(request)
        used = _EVENTS not in request.headers.get("accept", "")  # those a browser asks for by itself
        session, who = await self._known(token, used) if token and self._known else (None, PUBLIC)
        shown, is_page = token or new_token(), request.method in SAFE
        return Visitor(
            who=who,
            asker=self._channel.recognised(who.account or _network(request), who, words.language),
            words=words,
            csrf=csrf_of(shown),
            path=request.url.path if is_page else f"/{request.url.path.split('/')[1]}",
            query=tuple(parse_qsl(request.url.query)) if is_page else (),
            session=session,
            keeps=None if token else partial(self.cookies.keep, request, token=shown),
            language=chosen_now(request),
            oversees=self._oversees,
        )

    async def at_the_chat(self, request: Request, sent: str) -> Visitor:
        """Who asks at the public page: it is for everybody, so what may come from elsewhere, where no form
        of ours sent its token, is answered as the public is."""
        visitor = await self.of(request)
        if visitor.who == PUBLIC or is_from_chat(request, sent, visitor.csrf):
            return visitor
        public = self._channel.recognised(_network(request), PUBLIC, visitor.words.language)
        return replace(visitor, who=PUBLIC, asker=public)

    async def admit(self, request: Request, *standings: Standing) -> Visitor:
        """Who this is, where a page is for them.

        Raises NotSignedInError, NotForYouError, or ForgedError where they would change something and
        the request does not come from a page of ours. A form that was sent can be read afterwards by
        `await request.form()`.
        """
        visitor = await self.of(request)
        if visitor.who.standing not in standings:
            raise NotForYouError(visitor) if visitor.session else NotSignedInError(visitor)
        return await _unforged(request, visitor)

    async def signed_in(self, request: Request) -> tuple[Visitor, Session]:
        """Whoever is signed in, also where their account does not hold just now; as `admit`."""
        visitor = await self.of(request)
        if visitor.session is None:
            raise NotSignedInError(visitor)
        return await _unforged(request, visitor), visitor.session


async def _unforged(request: Request, visitor: Visitor) -> Visitor:
    if request.method in SAFE:
        return visitor
    if not await is_ours(request, visitor.csrf, signed_in=visitor.session is not None):
        raise ForgedError(visitor)
    return visitor


async def _known_to(directory: Directory, token: str, used: bool) -> Known:
    try:
        session = await directory.sessions.current(token, used=used)
        return session, await directory.accounts.holder(session.account) if session else PUBLIC
    except DirectoryError:
        logger.error("Who visits could not be found out: taken to be the public.")
        return None, PUBLIC


def _network(request: Request) -> str:
    return request.client.host if request.client else ""


def local_path(typed: str | None) -> str:
    """A page of ours to go on to; the first page for anything that could lead elsewhere."""
    path = typed or "/"
    ours = path.startswith("/") and not path.startswith("//") and "\\" not in path
    return path if ours and path.isprintable() and len(path) <= _LONGEST_WAY_ON else "/"
