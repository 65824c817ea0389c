"""Lists a page at a time, from page 1."""

from collections.abc import Sequence
from typing import Annotated, TypeVar

import msgspec

One = TypeVar("One")
Page = Annotated[int, msgspec.Meta(ge=1, le=100_000)]
PerPage = Annotated[int, msgspec.Meta(ge=1, le=500)]


def page_of(found: Sequence[One], page: int, per_page: int) -> tuple[Sequence[One], int]:
    """What is on a page, and how many pages there are: at least one, though it be empty."""
    pages = max(1, -(-len(found) // per_page))
    return found[(page - 1) * per_page : page * per_page], pages
