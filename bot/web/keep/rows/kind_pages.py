"""The kinds of things that the directory holds, and the rows of each: searched, and a page of them at a time.

What is searched for may be somebody's name, so it is in the body of a request and in no address.
"""

import asyncio
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.web.drawing import draw
from bot.web.keep.keepers import KeepersPage, typed
from bot.web.visitors import SAFE, Visitor
from directory.exchange.areas_kept import has_areas, kinds_kept, may_add
from directory.exchange.kind import Column, Kind, Values
from directory.exchange.kinds.facts import FACT
from directory.exchange.rows.edits import Row

_AT_A_TIME = 50
_MOST_COLUMNS = 6
_DIGITS = 5  # of a page's number
_NO_COLUMNS = {column.name for column in FACT}  # marks beside the row say what they do


class Search(NamedTuple):
    """What is looked for: rows that have all these words, of an area (None: not said), on a page."""

    find: str
    past: bool  # also those that hold no longer
    area: str | None
    page: int

    @classmethod
    def of(cls, form: FormData) -> "Search":
        """What a form says."""
        page = typed(form, "page")
        number = int(page) if page.isascii() and page.isdigit() and len(page) <= _DIGITS else 0
        return cls(
            typed(form, "find"), typed(form, "past") == "yes", typed(form, "area") if form else None, number
        )

    def found(self, kind: Kind, rows: Sequence[Row], today: date) -> list[Row]:
        """Those of the rows that are looked for."""
        return [row for row in rows if (self.past or not _is_over(row, today)) and self._fits(kind, row)]

    def _fits(self, kind: Kind, row: Row) -> bool:
        """Whether every word stands somewhere in the row, digits however they are grouped."""
        if not self.find:
            return True
        words = self.find.casefold().split()
        text = " ".join(column.write(row.values[column.name]) for column in kind.columns).casefold()
        return all(word in text for word in words) or "".join(words) in "".join(text.split())


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
        search = Search.of(FormData() if request.method in SAFE else await request.form())
        area = self._area(visitor, kind, search.area)
        kept = await self.directory.kept_rows.rows(kind, visitor.who, area)
        # In a thread: of a whole country it takes a while, in which others are answered.
        found = await asyncio.to_thread(search.found, kind, kept, self.today())
        page = min(search.page, max(0, len(found) - 1) // _AT_A_TIME)
        shown = found[page * _AT_A_TIME : (page + 1) * _AT_A_TIME]
        columns = _columns(kind, shown)
        return draw(
            visitor,
            "keep/rows.html",
            kind=kind,
            rows=[_shown(kind, row, columns) for row in shown],
            columns=columns,
            search=search,
            area=area,
            areas=sorted(self.directory.snapshot.areas) if has_areas(kind) and not visitor.who.area else (),
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


def _is_over(row: Row, today: date) -> bool:
    ends = row.values.get("valid_to")
    return ends is not None and ends <= today


def named(kind: Kind, values: Values) -> str:
    """What makes a row itself, in a line."""
    names = [name for name in kind.key if name != "valid_from" or not kind.versions]
    columns = {column.name: column for column in kind.columns}
    written = (columns[name].write(values[name]) for name in names)
    return ", ".join(text for text in written if text)


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
