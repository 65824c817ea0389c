"""aiogram, imported in a third of the time: each of its models is built when it is first used.

aiogram builds all its models of Telegram's types while it is imported, some 440, which takes two seconds of
every start; a bot uses a few dozen. pydantic builds a model by itself when it is first used, but for what
the names in its annotations mean, which aiogram tells in the call that would build it.
"""

import importlib
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from pydantic import BaseModel

_BUILD = BaseModel.__dict__["model_rebuild"].__func__


def import_aiogram() -> None:
    """Import it so, in whatever thread, while others build models of their own; once is enough."""
    if "aiogram" in sys.modules:
        return
    names: dict[str, Any] = {}
    with _put_off(names):
        importlib.import_module("aiogram")
    from aiogram.methods.base import Response, TelegramMethod  # noqa: PLC0415
    from aiogram.types import Update  # noqa: PLC0415
    from aiogram.types.base import TelegramObject  # noqa: PLC0415

    def build(cls: type[BaseModel], /, *, force: bool = False, raise_errors: bool = True, **_: Any) -> Any:
        return _BUILD(cls, force=force, raise_errors=raise_errors, _types_namespace=names)

    for kind in (TelegramObject, TelegramMethod, Response):
        kind.model_rebuild = classmethod(build)  # type: ignore[assignment, method-assign]
    Update.model_rebuild()  # every bot needs it, and now nobody waits


@contextmanager
def _put_off(names: dict[str, Any]) -> Iterator[None]:
    """Leave aiogram's types unbuilt, and note the names by which they can be."""

    def leave(
        cls: type[BaseModel], /, *, _types_namespace: Mapping[str, Any] | None = None, **how: Any
    ) -> Any:
        if cls.__module__.startswith("aiogram.types."):
            return names.update(_types_namespace or {})
        # pydantic looks for names in the frame of its caller, which is now one further off.
        how["_parent_namespace_depth"] = how.get("_parent_namespace_depth", 2) + 1
        return _BUILD(cls, _types_namespace=_types_namespace, **how)

    eager = BaseModel.__dict__["model_rebuild"]
    BaseModel.model_rebuild = classmethod(leave)  # type: ignore[assignment, method-assign]
    try:
        yield
    finally:
        BaseModel.model_rebuild = eager  # type: ignore[method-assign]
