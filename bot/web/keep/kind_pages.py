"""The kinds of things that the directory holds, and the rows of each: searched, and a page of them at a time.

What is searched for may be somebody's name, so it is in the body of a request and in no address.
"""

from collections.abc import Sequence
from typing import Any

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.web.drawing import draw
from bot.web.keep.keepers import KeepersPage, typed
from bot.web.visitors import SAFE, Visitor
from directory.areas_kept import has_areas, kinds_kept, may_add
from directory.exchange.kind import Column, Kind, Values
from directory.exchange.kinds.facts import FACT
from directory.exchange.row_edits import Row

_AT_A_TIME = 50
_MOST_COLUMNS = 6
_NO_COLUMNS = {column.name for column in FACT}  # marks beside the row say what they do


class KindPages(KeepersPage):
    """The list of kinds, and the list of rows of one."""

    def kind(self, visitor: Visitor, request: Request) -> Kind:
        """The kind that the address names, where it is theirs to keep."""
        name = request.path_params["kind"]
        for kind in kinds_kept(visitor.who.area):
            if kind.name == name:
                return kind
        raise HTTPException(404)

    async def show(self, request: Request) -> Response:
        """The kinds."""
        visitor = await self.admit(request)
        return draw(visitor, "keep/kinds.html", kinds=kinds_kept(visitor.who.area))

    async def rows(self, request: Request) -> Response:
        """The rows of one kind: all, or those looked for."""
        visitor = await self.admit(request)
        kind = self.kind(visitor, request)
        form = FormData() if request.method in SAFE else await request.form()
        find, past = typed(form, "find"), typed(form, "past") == "yes"
        area = self._area(visitor, kind, typed(form, "area") if form else None)
        kept = await self.directory.kept_rows.rows(kind, visitor.who, area)
        today = self.today()
        found = [row for row in kept if (past or not is_over(row.values, today)) and _has(kind, row, find)]
        page = _page(typed(form, "page"), len(found))
        shown = found[page * _AT_A_TIME : (page + 1) * _AT_A_TIME]
        columns = _columns(kind, shown)
        return draw(
            visitor,
            "keep/rows.html",
            kind=kind,
            rows=[_shown(kind, row, columns) for row in shown],
            columns=columns,
            find=find,
            past=past,
            area=area,
            areas=sorted(self.directory.snapshot.areas) if has_areas(kind) and not visitor.who.area else (),
            lasts=kind.lasts,
            count=len(found),
            page=page,
            pages=-(-len(found) // _AT_A_TIME),
            may_add=may_add(kind, visitor.who.area),
            done=request.query_params.get("done"),
        )

    def _area(self, visitor: Visitor, kind: Kind, asked: str | None) -> str | None:
        """One area, or (None) all: to begin with the deployment's, of what is always in an area."""
        if visitor.who.area or not has_areas(kind):
            return visitor.who.area
        if asked is None:
            always = any(column.name == "area" and column.required for column in kind.columns)
            return self.directory.area if always else None
        return asked if asked in self.directory.snapshot.areas else None


def is_over(values: Values, today: Any) -> bool:
    """Whether a row holds no longer."""
    ends = values.get("valid_to")
    return ends is not None and ends <= today


def named(kind: Kind, values: Values) -> str:
    """What makes a row itself, in a line."""
    names = [name for name in kind.key if name != "valid_from" or not kind.versions]
    columns = {column.name: column for column in kind.columns}
    written = (columns[name].write(values[name]) for name in names)
    return ", ".join(text for text in written if text)


def _has(kind: Kind, row: Row, find: str) -> bool:
    """Whether every word that is looked for stands somewhere in a row, digits however they are grouped."""
    if not find:
        return True
    text = " ".join(column.write(row.values[column.name]) for column in kind.columns).casefold()
    close = "".join(text.split())
    return all(word in text for word in find.casefold().split()) or "".join(find.casefold().split()) in close


def _page(asked: str, count: int) -> int:
    last = max(0, (count - 1) // _AT_A_TIME)
    return min(int(asked), last) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 0


def _columns(kind: Kind, rows: Sequence[Row]) -> list[Column]:
    """The first few columns that say something about any of the rows, besides what names them."""
    telling = [
        column
        for column in kind.columns
        if column.name not in _NO_COLUMNS
        and column.name not in kind.key
        and any(column.write(row.values[column.name]) for row in rows)
    ]
    return telling[:_MOST_COLUMNS]


def _shown(kind: Kind, row: Row, columns: Sequence[Column]) -> dict[str, Any]:
    return {
        "at": row.at,
        "named": named(kind, row.values),
        "cells": [column.write(row.values[column.name]) for column in columns],
        "marks": [mark for mark in ("assumed", "sample") if row.values.get(mark)],
        "since": row.values.get("valid_from"),
        "until": row.values.get("valid_to"),
    }
