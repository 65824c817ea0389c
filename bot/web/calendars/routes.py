"""`/calendars/SECRET.ics`: a rota or somebody's own shifts, as far as their account may see it now."""

import asyncio
import hashlib
import logging
import re
from datetime import datetime, time

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.limits import WEB
from bot.service import Service
from bot.web.api.callers import is_admitted
from bot.web.api.guessing import Guessing
from bot.web.api.problem import ProblemError, too_much
from bot.web.calendars.not_modified import has_it, validators
from directory.accounts.feeds import feed_shows
from directory.errors import DirectoryError
from directory.exchange.formats.ical import Shows, feed_span, write_feed
from routing.moments import day_in_london, on_the_wall

_log = logging.getLogger(__name__)
CHANNEL = "calendars"
_SECRET = re.compile(r"[A-Za-z0-9_-]{43}")
_DAYS_AHEAD = 92
_HEADERS = {"cache-control": "private, no-cache", "content-disposition": 'inline; filename="rota.ics"'}


def calendar_routes(service: Service) -> list[BaseRoute]:
    """The one address."""
    guessing = Guessing(service.limits)

    async def read(request: Request) -> Response:
        try:
            return await _read(service, guessing, request)
        except ProblemError as problem:
            return problem.response

    return [Route("/calendars/{secret}.ics", read)]


async def _read(service: Service, guessing: Guessing, request: Request) -> Response:
    """What is behind the address, unless the program has it already. Raises ProblemError."""
    address, now = request.client.host if request.client else "", service.dialogue.now
    await guessing.check(address, now)
    verdict = await service.channel(CHANNEL).admit(address, "", now, WEB)
    if not is_admitted(verdict):
        raise too_much(verdict.seconds)
    shows = await _shows(service, request.path_params["secret"])
    if shows is None:
        await guessing.count(address, now)
        raise ProblemError(
            404,
            "Nothing is read at this address",
            "It was taken back, or its account holds no longer: /calendar on Telegram makes a new one.",
        )
    directory = service.assistant.directory
    tag, changed_at = _tag(shows, directory.snapshot.version, now), max(directory.changed_at, _midnight(now))
    headers = {**_HEADERS, **validators(tag, changed_at)}
    if has_it(request, tag, changed_at):
        return Response(status_code=304, headers=headers)
    span = feed_span(day_in_london(now), _DAYS_AHEAD)
    # In a thread: others are answered meanwhile.
    feed = await asyncio.to_thread(write_feed, directory.snapshot, span, shows)
    return Response(feed, headers=headers, media_type="text/calendar")


async def _shows(service: Service, secret: str) -> Shows | None:
    if not _SECRET.fullmatch(secret):
        return None
    directory = service.assistant.directory
    try:
        feed = await directory.calendar_feeds.read_at(secret)
    except DirectoryError:
        _log.error("Whose calendar is read could not be found out.")
        raise ProblemError(
            503, "Not just now", "Read it again in a minute.", headers={"retry-after": "60"}
        ) from None
    return feed_shows(feed, directory.snapshot) if feed else None


def _tag(shows: Shows, version: int, now: datetime) -> str:
    """The same for the same feed: of what it shows, of which directory, on which day."""
    said = f"{shows} {version} {day_in_london(now)}"
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def _midnight(now: datetime) -> datetime:
    return on_the_wall(day_in_london(now), time.min)
