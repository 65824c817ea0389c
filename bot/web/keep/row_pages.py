"""One row of a kind: added, changed or ended by a form that keeps what was typed until it is right."""

from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.web.drawing import draw
from bot.web.keep.holes_saying import HoleSaying
from bot.web.keep.keepers import typed
from bot.web.keep.kind_pages import KindPages, named
from bot.web.keep.rota_saying import RotaSaying
from bot.web.keep.row_form import Cells, RowForm, cells_of, cells_typed
from bot.web.visitors import Visitor
from directory.areas_kept import may_add
from directory.errors import DatabaseError
from directory.exchange.cells import CellError, Day, Known
from directory.exchange.csv_file import Problem
from directory.exchange.kind import Kind
from directory.exchange.row_edits import Row, RowRefusedError
from directory.exchange.store import store_of
from directory.guard import HolesError
from directory.holes import Hole
from directory.kept_rows import NotKeptError, Typed
from directory.standing import Asker

_MOST_HOLES = 20
_SINCE = "since"  # a field beside those of the columns: the day from which a change holds


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a change was not made: what is wrong with the row, or the holes that it would open."""

    problems: tuple[Problem, ...] = ()
    holes: tuple[Hole, ...] = ()
    trouble: bool = False  # the database did not take it


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands in a form, and why it was not taken."""

    cells: Cells
    since: str = ""
    refused: Refused = field(default_factory=Refused)


class RowPages(KindPages):
    """The forms of one row."""

    async def show_new(self, request: Request) -> Response:
        """An empty form."""
        visitor = await self.admit(request)
        kind = self._kind_to_add(visitor, request)
        cells = {column.name: column.write(column.if_empty) for column in kind.columns if not column.required}
        return await self._form(visitor, kind, Filled({**cells, "area": visitor.who.area or ""}))

    async def add(self, request: Request) -> Response:
        """Add what was typed."""
        visitor = await self.admit(request)
        return await self._put(visitor, self._kind_to_add(visitor, request), await request.form())

    async def show(self, request: Request) -> Response:
        """The row as it is."""
        visitor = await self.admit(request)
        kind = self.kind(visitor, request)
        row = await self._row(visitor, kind, request)
        return await self._form(visitor, kind, Filled(cells_of(kind, row.values)), row)

    async def change(self, request: Request) -> Response:
        """Bring the row to what was typed."""
        visitor = await self.admit(request)
        kind = self.kind(visitor, request)
        row = await self._row(visitor, kind, request)
        return await self._put(visitor, kind, await request.form(), row)

    async def show_end(self, request: Request) -> Response:
        """Ask from which day it holds no longer."""
        visitor = await self.admit(request)
        kind = self.kind(visitor, request)
        return await self._ending(visitor, kind, await self._row(visitor, kind, request))

    async def end(self, request: Request) -> Response:
        """End it, or take it away as if it had never been."""
        visitor = await self.admit(request)
        kind, form = self.kind(visitor, request), await request.form()
        row, by, day = await self._row(visitor, kind, request), self.by(visitor, form), typed(form, _SINCE)
        try:
            await self.directory.kept_rows.end(kind, str(row.at), by, _day(day))
        except (RowRefusedError, HolesError, DatabaseError) as error:
            return await self._ending(visitor, kind, row, day, _refused(error))
        except NotKeptError:  # somebody else was quicker
            raise HTTPException(404) from None
        return _done(kind, "end")

    def _kind_to_add(self, visitor: Visitor, request: Request) -> Kind:
        kind = self.kind(visitor, request)
        if not may_add(kind, visitor.who.area):
            raise HTTPException(404)
        return kind

    async def _row(self, visitor: Visitor, kind: Kind, request: Request) -> Row:
        try:
            return await self.directory.kept_rows.row(kind, request.path_params["at"], visitor.who)
        except NotKeptError:
            raise HTTPException(404) from None

    async def _put(self, visitor: Visitor, kind: Kind, form: FormData, row: Row | None = None) -> Response:
        filled = Filled(cells_typed(kind, form), typed(form, _SINCE))
        try:
            change = Typed(filled.cells, _day(filled.since))
            at = None if row is None else str(row.at)
            await self.directory.kept_rows.put(kind, change, self.by(visitor, form), at)
        except (RowRefusedError, HolesError, DatabaseError) as error:
            return await self._form(visitor, kind, Filled(filled.cells, filled.since, _refused(error)), row)
        except NotKeptError:  # somebody else was quicker
            raise HTTPException(404) from None
        return _done(kind, "change" if row else "add")

    async def _form(self, visitor: Visitor, kind: Kind, filled: Filled, row: Row | None = None) -> Response:
        form = RowForm(kind, visitor.words, await self.directory.kept_rows.known(), visitor.who)
        refused = filled.refused
        return draw(
            visitor,
            "keep/row.html",
            422 if refused != Refused() else 200,
            kind=kind,
            row=row,
            named=named(kind, row.values) if row else "",
            fields=form.fields(filled.cells, refused.problems, _for_good(kind, row)),
            since=filled.since,
            since_wrong=form.wrong(refused.problems, _SINCE),
            wrong=form.wrong(refused.problems, None),
            refused=refused,
            holes=self._holes(visitor, refused),
        )

    async def _ending(
        self, visitor: Visitor, kind: Kind, row: Row, since: str = "", refused: Refused = Refused()
    ) -> Response:
        form = RowForm(kind, visitor.words, Known(), Asker())
        return draw(
            visitor,
            "keep/end.html",
            422 if refused != Refused() else 200,
            kind=kind,
            row=row,
            named=named(kind, row.values),
            cells=cells_of(kind, row.values),
            since=since,
            since_wrong=form.wrong(refused.problems, _SINCE),
            wrong=form.wrong(refused.problems, None),
            refused=refused,
            holes=self._holes(visitor, refused),
        )

    def _holes(self, visitor: Visitor, refused: Refused) -> list[str]:
        """Each hole with what closes it; where there are very many, the first."""
        saying = HoleSaying(RotaSaying(visitor.words, self.directory.snapshot, {}))
        return [f"{saying.line(one)}. {saying.remedy(one)}" for one in refused.holes[:_MOST_HOLES]]


def _day(text: str) -> date | None:
    """The day from which a change holds. Raises RowRefusedError."""
    try:
        return Day().read(text, Known()) if text else None
    except CellError as error:
        raise RowRefusedError([Problem(1, _SINCE, f'"{text}"', str(error))]) from None


def _refused(error: Exception) -> Refused:
    match error:
        case RowRefusedError():
            return Refused(problems=error.problems)
        case HolesError():
            return Refused(holes=tuple(error.holes))
    return Refused(trouble=True)


def _for_good(kind: Kind, row: Row | None) -> tuple[str, ...]:
    """The columns that stay as they are: an id by which other things know the row."""
    return () if row is None else store_of(kind).for_good


def _done(kind: Kind, what: str) -> Response:
    return RedirectResponse(f"/keep/directory/{kind.name}?{urlencode({'done': what})}", 303)
