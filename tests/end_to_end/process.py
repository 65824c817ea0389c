"""`python -m bot run` as a process of its own, the way `make run` starts it."""

import asyncio
import os
import random
import signal
import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import Self

import httpx

from bot.settings import Settings
from tests.paths import ROOT

_SETTINGS = [name.upper() for name in Settings.model_fields]


class BotProcess:
    """A running bot. Leaving the context ends it, whatever has happened."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.web_port = _free_port()
        self.folder, self._settings = folder, settings
        self._output = folder / "output.txt"
        kept = {name: value for name, value in os.environ.items() if name not in _SETTINGS}
        defaults = {"AREA": "west-mercia", "DATA_DIR": str(folder), "WEB_PORT": str(self.web_port)}
        self._environment = {**kept, **defaults, **settings}

    async def __aenter__(self) -> Self:
        with self._output.open("wb") as output:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run",
                cwd=ROOT, env=self._environment, stdout=output, stderr=asyncio.subprocess.STDOUT,
            )  # fmt: skip
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._process.returncode is None:
            self._process.kill()
        await self._process.wait()

    def again(self) -> "BotProcess":
        """Another that goes on with what this one has left behind."""
        return BotProcess(self.folder, **self._settings)

    @property
    def output(self) -> str:
        """What it has printed and logged."""
        return self._output.read_text(encoding="utf-8")

    def terminate(self) -> None:
        """Ask it to stop, as a service manager does."""
        self._process.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it in the middle of whatever it does."""
        self._process.kill()

    @property
    def has_ended(self) -> bool:
        """Whether it runs no longer."""
        return self._process.returncode is not None

    @property
    def address(self) -> str:
        """Where its web server is."""
        return f"http://127.0.0.1:{self.web_port}"

    async def exit_status(self, within: float = 30.0) -> int:
        """Wait for it to end by itself."""
        async with asyncio.timeout(within):
            return await self._process.wait()

    async def serves(self) -> None:
        """Wait until it says that all of it is well."""
        await self.is_well_but_for()

    async def is_well_but_for(self, *failing: str, within: float = 120.0) -> None:
        """Wait until it says that these parts fail and no other; fails with its output where it ends."""
        said = "nothing"
        with suppress(TimeoutError):
            async with asyncio.timeout(within), httpx.AsyncClient(base_url=self.address) as client:
                while not self.has_ended:
                    with suppress(httpx.TransportError):
                        health = await client.get("/healthz")
                        said, found = health.text, set(health.json()["failing"])
                        if found == {*failing} and health.is_success is not bool(found):
                            return
                    await asyncio.sleep(0.05)  # it is still importing; nothing else can be awaited
        raise AssertionError(
            f"the bot is not as well as it should be; it answered {said}, and printed:\n{self.output}"
        )

    async def until(self, event: asyncio.Event, within: float = 120.0) -> None:
        """Wait for something it is to cause; fails at once, with its output, where it ends instead."""
        waiting = {asyncio.create_task(event.wait()), asyncio.create_task(self._process.wait())}
        try:
            await asyncio.wait(waiting, timeout=within, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in waiting:
                task.cancel()
            await asyncio.gather(*waiting, return_exceptions=True)
        if not event.is_set():
            raise AssertionError(f"the bot did not get that far; it printed:\n{self.output}")


def _free_port() -> int:
    """Below those that systems hand out: a connection might take one of them before the process listens."""
    while True:
        port = random.randrange(20_000, 32_000)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
