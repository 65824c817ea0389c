"""An app served over real HTTP by the test's own process, with whatever clock and parts the test gives it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from bot.web.server import listen, serve


@asynccontextmanager
async def served_here(app: FastAPI) -> AsyncIterator[str]:
    """Its address, for as long as it is served."""
    stop, listening = asyncio.Event(), listen("127.0.0.1", 0)
    serving = asyncio.create_task(serve(app, listening, stop))
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        stop.set()
        await serving
        listening.close()
