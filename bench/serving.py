"""Servers that are measured, each a process of its own."""

import asyncio
import os
import socket
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import psutil

from bench.wire import Delivery

CONNECTIONS = 32


class Served:
    """A server, and what is sent to it, so many requests a round."""

    def __init__(self, pid: int, delivery: Delivery, a_round: int) -> None:
        self.process = psutil.Process(pid)
        self.delivery = delivery
        self.rates: list[float] = []  # requests a second
        self.cpu: list[float] = []  # seconds for each request
        self._a_round = a_round

    async def round(self) -> None:
        """Send as fast as they are taken."""
        begun, cpu = time.perf_counter(), self._cpu()
        await self.delivery.flood(self._a_round, CONNECTIONS)
        self.rates.append(self._a_round / (time.perf_counter() - begun))
        self.cpu.append((self._cpu() - cpu) / self._a_round)

    def _cpu(self) -> float:
        used = self.process.cpu_times()
        return float(used.user + used.system)


@asynccontextmanager
async def served(port: int, *command: str, **settings: str) -> AsyncIterator[int]:
    """A process that listens there; its number."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", *command, env={**os.environ, **settings}, stdout=asyncio.subprocess.DEVNULL
    )
    try:
        await _until_it_listens(port)
        yield process.pid
    finally:
        process.kill()
        await process.wait()


async def _until_it_listens(port: int) -> None:
    async with asyncio.timeout(120):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.05)
            else:
                writer.close()
                return


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
