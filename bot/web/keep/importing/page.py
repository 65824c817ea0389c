"""Bringing in a file: seen with all that it changes and all that is wrong with it, then taken as it was seen.

The file is sent twice, once to be seen and once to be taken, and kept in between by the browser alone.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from bot.service import Service
from bot.web.drawing import draw
from bot.web.keep.holes.saying import HoleSaying
from bot.web.keep.importing.saying import (
    Deed,
    cases_counted,
    changes_anything,
    counts_of,
    rows_of,
    sheets_named,
)
from bot.web.keep.keepers import admit_keeper
from bot.web.keep.rota.saying import RotaSaying
from bot.web.keep.rota.working import Notice
from bot.web.visitors import Visitor, Visitors
from directory.errors import CaseKeyError
from directory.exchange.areas_imported import kinds_imported
from directory.exchange.files.problems import FileError, Problem
from directory.exchange.kind import Kind
from directory.exchange.rows.reading import ChangedSinceError, ImportRefusedError
from directory.keeping.exporting import kinds_exported, template
from directory.keeping.importing import ALL, NotYoursToImportError, Outcome, Wish
from directory.proof.guard import HolesError
from directory.rota.keeping import WEB
from routing.vocabulary import Standing

_MOST_BYTES = 20 * 1024 * 1024
_MOST_HOLES, _MOST_PROBLEMS = 20, 200
_TELL_EVERY = 0.25  # seconds
_TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def importing_routes(service: Service, visitors: Visitors) -> list[BaseRoute]:
    """`/keep/import`, and the files to take away below it."""
    page = ImportPage(service, visitors)
    return [
        Route("/keep/import", page.show, methods=["GET"]),
        Route("/keep/import", page.act, methods=["POST"]),
        Route("/keep/import/template/{name}", page.template, methods=["GET"]),
        Route("/keep/import/rows/{name}", page.rows, methods=["GET"]),
    ]


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of a file: what it does or would do, or what is wrong with it."""

    outcome: Outcome | None = None
    taken: bool = False
    notices: tuple[Notice, ...] = ()
    problems: Sequence[Problem] = ()
    count: int = 0  # of the problems, those that are not listed too
    status: int = 200


@dataclass(slots=True)
class Told:
    """How far a thread is with a file."""

    share: float = 0.0

    def tell(self, share: float) -> None:
        """Called by the thread now and then."""
        self.share = share


class ImportPage:
    """The form, what it leads to, and files to fill in or to put right."""

    def __init__(self, service: Service, visitors: Visitors) -> None:
        self._directory = service.assistant.directory
        self._visitors = visitors

    async def show(self, request: Request) -> Response:
        """The form; a kind may be chosen by the address."""
        visitor = await admit_keeper(self._visitors, request)
        wish = Wish(visitor.who, request.query_params.get("kind", ""), WEB)
        return self._drawn(visitor, wish, Seen())

    async def act(self, request: Request) -> Response:
        """See what a file would do, or take it."""
        length = request.headers.get("content-length", "")
        if length.isascii() and length.isdigit() and int(length) > _MOST_BYTES:
            visitor = await self._visitors.of(request)
            if visitor.who.standing is Standing.ADMIN:
                too_long = Notice("import-too-long")
                return self._drawn(visitor, Wish(visitor.who, "", WEB), Seen(notices=(too_long,), status=413))
        visitor = await admit_keeper(self._visitors, request)
        form = await request.form()
        if "x-progress" in request.headers:
            return StreamingResponse(self._telling(visitor, form), media_type="text/plain")
        async with _closed_after(form):
            wish = _wish(visitor, form)
            return self._drawn(visitor, wish, await self._seen(wish, form, Told()))

    async def template(self, request: Request) -> Response:
        """An empty file to fill in."""
        visitor = await admit_keeper(self._visitors, request)
        kinds = {kind.name: kind for kind in kinds_imported(visitor.who.area)}
        kind, ending = _file_named(request, kinds, of_all=True)
        return _attached(request, await asyncio.to_thread(template, kind, ending), ending)

    async def rows(self, request: Request) -> Response:
        """What this keeper keeps of a kind."""
        visitor = await admit_keeper(self._visitors, request)
        kinds = {kind.name: kind for kind in kinds_exported(visitor.who.area)}
        kind, ending = _file_named(request, kinds, of_all=visitor.who.area is None)
        content = await self._directory.export_keeping.rows(visitor.who, kind, ending)
        return _attached(request, content, ending)

    async def _telling(self, visitor: Visitor, form: FormData) -> AsyncIterator[bytes]:
        """A line with the share that is done now and then, an empty one, and then the page."""
        async with _closed_after(form):
            wish, told = _wish(visitor, form), Told()
            doing = asyncio.create_task(self._seen(wish, form, told))
            while not doing.done():
                await asyncio.wait({doing}, timeout=_TELL_EVERY)
                if not doing.done():
                    yield f"{told.share:.0%}\n".encode()
            yield b"\n" + bytes(self._drawn(visitor, wish, doing.result()).body)

    async def _seen(self, wish: Wish, form: FormData, told: Told) -> Seen:
        sent, importing = form.get("file"), self._directory.import_keeping
        if not isinstance(sent, UploadFile) or not sent.filename:
            return Seen(notices=(Notice("import-no-file"),), status=400)
        if wish.kind not in _choices(wish) or _wrong_day(form):
            return Seen(notices=(Notice("import-choose"),), status=400)
        file, name = sent.file, sent.filename
        try:
            if form.get("do") != "take":
                return Seen(await importing.preview(wish, file, name, told.tell))
            seen = str(form.get("seen", ""))
            return Seen(await importing.take(wish, file, name, seen, told.tell), taken=True)
        except ChangedSinceError:
            again = await self._seen(wish, FormData([("file", sent)]), told)
            return replace(again, notices=(Notice("import-changed-since"), *again.notices), status=409)
        except ImportRefusedError as error:
            return Seen(problems=error.problems[:_MOST_PROBLEMS], count=error.count, status=422)
        except HolesError:
            return await self._seen(wish, FormData([("file", sent)]), told)
        except FileError as error:
            return Seen(notices=(Notice("import-unusable", (str(error),)),), status=422)
        except NotYoursToImportError as error:
            return Seen(notices=(Notice("import-not-yours", (str(error),)),), status=403)
        except CaseKeyError:
            return Seen(notices=(Notice("import-no-key"),), status=503)

    def _drawn(self, visitor: Visitor, wish: Wish, seen: Seen) -> Response:
        outcome, saying = seen.outcome, RotaSaying(visitor.words, self._directory.snapshot, {})
        rows, more = rows_of(outcome) if outcome else ([], 0)
        holes = outcome.holes if outcome else ()
        return draw(
            visitor,
            "keep/importing.html",
            seen.status,
            wish=wish,
            seen=seen,
            counts=counts_of(outcome) if outcome else [],
            cases=cases_counted(outcome) if outcome else {},
            rows=rows,
            more=more,
            may_take=outcome is not None and not (seen.taken or holes) and changes_anything(outcome),
            holes=[HoleSaying(saying).line(hole) for hole in holes[:_MOST_HOLES]],
            more_holes=max(0, len(holes) - _MOST_HOLES),
            sheets=sheets_named(problem.sheet for problem in seen.problems),
            deeds=tuple(Deed),
            kinds=_choices(wish),
            exported=[kind.name for kind in kinds_exported(wish.who.area)] + ([] if wish.who.area else [ALL]),
            held=visitor.words.held,
            most_bytes=_MOST_BYTES,
        )


@asynccontextmanager
async def _closed_after(form: FormData) -> AsyncIterator[None]:
    """Let go of the file that came with a form."""
    try:
        yield
    finally:
        await form.close()


def _choices(wish: Wish) -> list[str]:
    return [*(kind.name for kind in kinds_imported(wish.who.area)), ALL]


def _wish(visitor: Visitor, form: FormData) -> Wish:
    return Wish(
        visitor.who,
        str(form.get("kind", "")),
        WEB,
        since=_day(form),
        replace=form.get("replace") == "yes",
        force=form.get("force") == "yes",
    )


def _day(form: FormData) -> date | None:
    try:
        return date.fromisoformat(str(form.get("since", "")))
    except ValueError:
        return None


def _wrong_day(form: FormData) -> bool:
    return bool(form.get("since")) and _day(form) is None


def _file_named(request: Request, kinds: Mapping[str, Kind], *, of_all: bool) -> tuple[Kind | None, str]:
    """Which kind (None: all of them, in a workbook) and the ending that an address asks for."""
    name, dot, ending = request.path_params["name"].rpartition(".")
    is_all = of_all and name == ALL and ending == "xlsx"
    if not (name in kinds or is_all) or f"{dot}{ending}" not in _TYPES:
        raise HTTPException(404)
    return kinds.get(name), f"{dot}{ending}"


def _attached(request: Request, content: bytes, ending: str) -> Response:
    named = f'attachment; filename="{request.path_params["name"]}"'
    return Response(content, media_type=_TYPES[ending], headers={"content-disposition": named})
