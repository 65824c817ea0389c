"""One row of a kind: added, changed or ended by a form that keeps what was typed until it is right."""

from collections.abc import Sequence
from urllib.parse import urlencode

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.web.drawing import draw
from bot.web.keep.holes.saying import HoleSaying
from bot.web.keep.keepers import typed
from bot.web.keep.rota.saying import RotaSaying
from bot.web.keep.rows.filled import REFUSALS, SINCE, Filled, Refused
from bot.web.keep.rows.form import Field, RowForm, cells_of, cells_typed
from bot.web.keep.rows.kind_pages import KindPages, named
from bot.web.visitors import Visitor
from directory.accounts.standing import PUBLIC
from directory.exchange.areas_kept import may_add
from directory.exchange.cells.cell import Known
from directory.exchange.kind import Kind
from directory.exchange.rows.edits import Row
from directory.exchange.rows.stores import store_of
from directory.keeping.kept_rows import NotKeptError, Seen, Typed

_MOST_HOLES = 20


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
        kind, row = await self._row(visitor, request)
        return await self._form(visitor, kind, Filled(cells_of(kind, row.values), seen=row.version), row)

    async def change(self, request: Request) -> Response:
        """Bring the row to what was typed."""
        visitor = await self.admit(request)
        kind, row = await self._row(visitor, request)
        return await self._put(visitor, kind, await request.form(), row)

    async def show_end(self, request: Request) -> Response:
        """Ask from which day it holds no longer."""
        visitor = await self.admit(request)
        kind, row = await self._row(visitor, request)
        return self._ending(visitor, kind, Filled({}, seen=row.version), row)

    async def end(self, request: Request) -> Response:
        """End it, or take it away as if it had never been."""
        visitor, form = await self.admit(request), await request.form()
        kind, row = await self._row(visitor, request)
        filled = Filled({}, typed(form, SINCE), typed(form, "seen"))
        try:
            seen = Seen(str(row.at), filled.seen)
            await self.directory.kept_rows.end(kind, seen, self.by(visitor, form), filled.day)
        except REFUSALS as error:
            return self._ending(visitor, kind, filled.refused_by(error), row)
        except NotKeptError:  # somebody else was quicker
            raise HTTPException(404) from None
        return _done(kind, "end")

    def _kind_to_add(self, visitor: Visitor, request: Request) -> Kind:
        kind = self.kind(visitor, request)
        if not may_add(kind, visitor.who.area):
            raise HTTPException(404)
        return kind

    async def _row(self, visitor: Visitor, request: Request) -> tuple[Kind, Row]:
        kind = self.kind(visitor, request)
        try:
            return kind, await self.directory.kept_rows.row(kind, request.path_params["at"], visitor.who)
        except NotKeptError:
            raise HTTPException(404) from None

    async def _put(self, visitor: Visitor, kind: Kind, form: FormData, row: Row | None = None) -> Response:
        filled = Filled(cells_typed(kind, form), typed(form, SINCE), typed(form, "seen"))
        try:
            seen = Seen(str(row.at), filled.seen) if row else None
            change = Typed(filled.cells, filled.day)
            await self.directory.kept_rows.put(kind, change, self.by(visitor, form), seen)
        except REFUSALS as error:
            return await self._form(visitor, kind, filled.refused_by(error), row)
        except NotKeptError:  # somebody else was quicker
            raise HTTPException(404) from None
        return _done(kind, "change" if row else "add")

    async def _form(self, visitor: Visitor, kind: Kind, filled: Filled, row: Row | None = None) -> Response:
        form = RowForm(kind, visitor.words, await self.directory.kept_rows.known(), visitor.who)
        fixed = store_of(kind).for_good if row else ()
        fields = form.fields(filled.cells, filled.refused.problems, fixed)
        return self._draw("keep/row.html", visitor, form, filled, row, fields)

    def _ending(self, visitor: Visitor, kind: Kind, filled: Filled, row: Row) -> Response:
        return self._draw(
            "keep/end.html", visitor, RowForm(kind, visitor.words, Known(), PUBLIC), filled, row
        )

    def _draw(
        self,
        template: str,
        visitor: Visitor,
        form: RowForm,
        filled: Filled,
        row: Row | None,
        fields: Sequence[Field] = (),
    ) -> Response:
        problems, kind = filled.refused.problems, form.kind
        return draw(
            visitor,
            template,
            filled.status,
            kind=kind,
            row=row,
            named=named(kind, row.values) if row else "",
            cells=cells_of(kind, row.values) if row else {},
            fields=fields,
            filled=filled,
            since_wrong=form.wrong(problems, SINCE),
            wrong=form.wrong(problems, None),
            holes=self._holes(visitor, filled.refused),
        )

    def _holes(self, visitor: Visitor, refused: Refused) -> list[str]:
        """Each hole with what closes it; where there are very many, the first."""
        saying = HoleSaying(RotaSaying(visitor.words, self.directory.snapshot, {}))
        return [f"{saying.line(one)}. {saying.remedy(one)}" for one in refused.holes[:_MOST_HOLES]]


def _done(kind: Kind, what: str) -> Response:
    return RedirectResponse(f"/keep/directory/{kind.name}?{urlencode({'done': what})}", 303)
