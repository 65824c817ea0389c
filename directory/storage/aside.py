"""Work on the database that takes a while, done in a thread of its own so that nobody waits for an answer."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncEngine

from directory.storage.database import make_engine

Done = TypeVar("Done")
Work = Callable[[AsyncEngine], Coroutine[Any, Any, Done]]


async def aside(engine: AsyncEngine, work: Work[Done]) -> Done:
    """What the work gives or raises, on an engine and an event loop of its own."""
    return await asyncio.to_thread(on_its_own, engine, work)


def on_its_own(engine: AsyncEngine, work: Work[Done]) -> Done:
    """The same in a thread that one is in already, where no event loop runs."""
    return asyncio.run(_on_another(engine, work))


async def _on_another(engine: AsyncEngine, work: Work[Done]) -> Done:
    another = make_engine(engine.url.render_as_string(hide_password=False))
    try:
        return await work(another)
    finally:
        await another.dispose()
