"""`make bench-api`: what an answer by HTTP costs above the answer itself, and above a bare endpoint.

In process, through the whole app as it is served, in the time of the processor; rounds in turn, so that
whatever else the machine does meets all alike.
"""

import asyncio
import gc
import json
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, MutableMapping
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from starlette.types import ASGIApp

from bench.telegram import AT, TEXTS
from bot.limits import Bucket, Rate
from directory.directory import Directory, Running
from directory.settings import DirectorySettings
from directory.storage.database import make_engine, writing
from routing.enquiry import Enquiry
from routing.vocabulary import Standing
from tests.bot.web.api.town import OFFERS, Buckets, Town, service_on
from tests.clock import Clock
from tests.directory.people import add_agencies

ROUNDS, A_ROUND = 40, 60
Does = Callable[[], Awaitable[object]]
Message = MutableMapping[str, Any]


async def post(app: ASGIApp, body: bytes, token: str = "") -> list[Message]:
    """Send a question, as the server hands it over; what comes back."""
    headers = [(b"host", b"signpost"), (b"content-type", b"application/json")]
    headers += [(b"authorization", f"Bearer {token}".encode())] if token else []
    scope = {
        "type": "http", "http_version": "1.1", "method": "POST", "path": "/api/answer", "headers": headers,
        "query_string": b"", "root_path": "", "scheme": "http", "client": ("127.0.0.1", 1),
        "server": ("signpost", 80),
    }  # fmt: skip
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope, receive, send)
    return sent


def bare() -> FastAPI:
    """An endpoint of the same framework that reads JSON and sends it back."""
    app = FastAPI()

    @app.post("/api/answer")
    async def echo(request: Request) -> JSONResponse:
        return JSONResponse(await request.json())

    return app


async def measure(each: dict[str, Does]) -> dict[str, float]:
    """The least of the rounds of each, in microseconds."""
    took: dict[str, list[float]] = {name: [] for name in each}
    for _ in range(ROUNDS):
        for name, do in each.items():
            begun = time.process_time()
            for _ in range(A_ROUND):
                await do()
            took[name].append((time.process_time() - begun) / A_ROUND * 1e6)
    for name, found in took.items():
        sys.stdout.write(f"{name:<44}{min(found):>8,.0f} µs, {median(found):,.0f} in the median\n")
    return {name: min(found) for name, found in took.items()}


async def main() -> None:
    """Measure on a directory of its own, and print a table."""
    with tempfile.TemporaryDirectory() as folder:
        settings, clock = DirectorySettings(data_dir=Path(folder)), Clock(AT)
        async with await Directory.open(settings, Running(clock)) as directory:
            engine = make_engine(settings.database_url)
            async with writing(engine) as connection:
                await add_agencies(connection)
            await engine.dispose()
            town = Town(service_on(directory, clock, Path(folder), _Unlimited()), clock)
            token = await town.client("sample", OFFERS[Standing.PARTNER])
            gc.freeze()
            costs = await measure(_what(town, token))
    itself, ours, _, echo = costs.values()
    sys.stdout.write(f"above the answer: {ours - itself:,.0f} µs, of which the framework {echo:,.0f}\n")


def _what(town: Town, token: str) -> dict[str, Does]:
    assistant, echo = town.service.assistant, bare()
    enquiries = cycle([Enquiry(text, AT, assistant.area) for text in TEXTS])
    bodies = cycle([json.dumps({"text": text}).encode() for text in TEXTS])
    return {
        "Assistant.answer": lambda: assistant.answer(next(enquiries)),
        "POST /api/answer, anybody": lambda: post(town.app, next(bodies)),
        "POST /api/answer, a client": lambda: post(town.app, next(bodies), token),
        "a bare endpoint": lambda: post(echo, next(bodies)),
    }


class _Unlimited(Buckets):
    async def take(self, key: str, rate: Rate, now: float) -> tuple[bool, Bucket]:
        return True, Bucket(now)


if __name__ == "__main__":
    asyncio.run(main())
