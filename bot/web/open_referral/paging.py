"""A page of a list as Open Referral has it."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

import msgspec

from bot.web.api.paging import Page, PerPage, page_of

One = TypeVar("One")
Other = TypeVar("Other")


class Paged(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Which page is asked for, and how long pages are to be."""

    page: Page = 1
    per_page: PerPage = 50


class PageOf(msgspec.Struct, Generic[One], kw_only=True):
    """One page; `size` is how many there are on it."""

    total_items: int
    total_pages: int
    page_number: int
    size: int
    first_page: bool
    last_page: bool
    empty: bool
    contents: Sequence[One]


def paged_as(page: PageOf[One], shown: Callable[[One], Other]) -> PageOf[Other]:
    """The same page with each of its contents shown in another way."""
    return PageOf(
        **{**msgspec.structs.asdict(page), "contents": [shown(one) for one in page.contents]},
    )


def paged(found: Sequence[One], asked: Paged) -> PageOf[One]:
    """The page that is asked for."""
    some, pages = page_of(found, asked.page, asked.per_page)
    return PageOf(
        total_items=len(found),
        total_pages=pages,
        page_number=asked.page,
        size=len(some),
        first_page=asked.page == 1,
        last_page=asked.page >= pages,
        empty=not some,
        contents=list(some),
    )
