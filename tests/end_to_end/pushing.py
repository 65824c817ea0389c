"""Delivering updates to a webhook as Telegram does.

A chat's updates are delivered one after another, the next once the one before was answered with 2xx. One
that was not is delivered again: at once the first time, and then after Retry-After or ever later, which
here is sooner than there. With several `replicas`, whoever is next gets it, as behind a load balancer.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from itertools import count
from typing import Any, Self
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientSession, ClientTimeout

_PAUSE = 0.05  # seconds before the second repeat, and twice as long each time
_LONGEST_PAUSE = 0.5
_PATIENCE = ClientTimeout(total=60)

Update = dict[str, Any]


class Pushing:
    """Delivers until it is closed. `delivered` is told of each update that was taken."""

    def __init__(self, url: str, secret: str, delivered: Callable[[Update], Awaitable[None]]) -> None:
        self.url, self.secret = url, secret
        self.replicas: list[str] = []  # addresses such as http://127.0.0.1:8080, in place of the public one
        self.statuses: list[int] = []  # what the webhook answered; 0 where the connection broke
        self._headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        self._delivered = delivered
        self._queues: dict[int, asyncio.Queue[Update]] = {}
        self._tasks: set[asyncio.Task[Any]] = set()
        self._repeats: set[asyncio.Task[Any]] = set()
        self._turn = count()
        self._session = ClientSession(timeout=_PATIENCE)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._session.close()

    def push(self, update: Update) -> None:
        """Deliver it when it is its turn in its chat."""
        place = _chat(update)
        if place not in self._queues:
            self._queues[place] = asyncio.Queue()
            self._begin(self._deliver_in_order(self._queues[place]))
        self._queues[place].put_nowait(update)

    def push_out_of_turn(self, update: Update) -> None:
        """Deliver it now, and once: a repeat that nobody waits for."""
        self._begin(self._deliver(update), self._repeats)

    async def repeats_are_over(self) -> None:
        """Wait until each of them was answered."""
        await asyncio.gather(*self._repeats)

    def _begin(self, work: Coroutine[Any, Any, Any], *kept_in: "set[asyncio.Task[Any]]") -> None:
        task = asyncio.create_task(work)
        for tasks in (self._tasks, *kept_in):
            tasks.add(task)
            task.add_done_callback(tasks.discard)

    async def _deliver_in_order(self, queue: "asyncio.Queue[Update]") -> None:
        while True:
            update = await queue.get()
            pause = 0.0
            while (again_in := await self._deliver(update)) is not None:
                await asyncio.sleep(max(pause, min(again_in, _LONGEST_PAUSE)))
                pause = min(max(_PAUSE, 2 * pause), _LONGEST_PAUSE)
            await self._delivered(update)

    async def _deliver(self, update: Update) -> float | None:
        """None where it was taken, else the seconds to wait that the webhook wished for."""
        try:
            async with self._session.post(self._target(), json=update, headers=self._headers) as response:
                self.statuses.append(response.status)
                if response.ok:
                    return None
                return float(response.headers.get("Retry-After", 0))
        except (ClientError, TimeoutError):
            self.statuses.append(0)
            return 0.0

    def _target(self) -> str:
        if not self.replicas:
            return self.url
        replica = self.replicas[next(self._turn) % len(self.replicas)]
        return f"{replica}{urlsplit(self.url).path}"


def _chat(update: Update) -> int:
    with suppress(KeyError):
        return int(update["message"]["chat"]["id"])
    with suppress(KeyError):
        return int(update["callback_query"]["from"]["id"])
    return 0
