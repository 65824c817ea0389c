"""Answers a second by webhook over real HTTP: ours, and a bare echo behind the same server in the same run.

    python -m bench.webhook              answers a second, the ratio, and the 99th percentile under load
    python -m bench.webhook 100000       memory while so many updates are answered

The servers are processes of their own; what delivers and what stands in for Telegram is this one.
"""

import asyncio
import json
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from itertools import count
from statistics import median, quantiles

from bench.serving import CONNECTIONS, Served, free_port, served
from bench.telegram import TEXTS
from bench.wire import SECRET, TOKEN, BotApi, Delivery, delivered

ROUNDS = 5
UPDATES_A_ROUND = 1000
_OF_ONE_CHAT = 10  # fewer than one person is answered in a row
_GROWTH = 1.05


@asynccontextmanager
async def ours(api: BotApi) -> AsyncIterator[Served]:
    """`python -m bot run`, with nothing set but the webhook."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        settings = {
            "DATA_DIR": folder,
            "WEB_PORT": str(port),
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_API_BASE": api.base,
            "TELEGRAM_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
            "TELEGRAM_WEBHOOK_SECRET": SECRET,
        }
        async with served(port, "bot", "run", **settings) as process:
            await api.hooked.wait()
            yield _fed(port, process)


def _fed(port: int, process: int) -> Served:
    return Served(process, Delivery(port, map(delivered, updates())), UPDATES_A_ROUND)


def updates() -> Iterator[bytes]:
    """Questions, as Telegram delivers them."""
    for number in count(1):
        person = {"id": 1000 + number // _OF_ONE_CHAT, "first_name": "Sam Sample"}
        message = {
            "message_id": number,
            "date": 1_404_800_000,
            "chat": {**person, "type": "private"},
            "from": {**person, "is_bot": False},
            "text": TEXTS[number % len(TEXTS)],
        }
        yield json.dumps({"update_id": number, "message": message}).encode()


async def compare() -> None:
    """Both in turns, so that a noisy machine is noisy for both; the medians are compared."""
    async with AsyncExitStack() as stack:
        api = await stack.enter_async_context(BotApi())
        port = free_port()
        echo = _fed(
            port, await stack.enter_async_context(served(port, "bench.echo_server", str(port), api.base))
        )
        signpost = await stack.enter_async_context(ours(api))
        for each in (echo, signpost):
            await each.delivery.flood(UPDATES_A_ROUND, CONNECTIONS)
        before = api.sent
        for _ in range(ROUNDS):
            await echo.round()
            await signpost.round()
        if api.sent - before != 2 * ROUNDS * UPDATES_A_ROUND:
            raise AssertionError("not every update was answered once")
        half = median(signpost.rates) / 2
        taken = quantiles(await signpost.delivery.stream(UPDATES_A_ROUND, half, CONNECTIONS), n=100)
    for name, each in (("by webhook", signpost), ("a bare echo by webhook", echo)):
        rate, cpu = median(each.rates), 1000 * median(each.cpu)
        sys.stdout.write(f"{name:<48}{rate:>10,.0f} a second, {cpu:.2f} ms of CPU each\n")
    sys.stdout.write(f"ratio of ours to the bare echo: {median(signpost.rates) / median(echo.rates):.2f}\n")
    sys.stdout.write(f"at {half:,.0f} a second: median {1000 * taken[49]:.0f} ms, 99 in 100 within ")
    sys.stdout.write(f"{1000 * taken[98]:.0f} ms\n")


async def remember(how_many: int) -> None:
    """Memory after each tenth; it must not grow once a third of them is through."""
    async with BotApi() as api, ours(api) as signpost:
        held = []
        for tenth in range(1, 11):
            await signpost.delivery.flood(how_many // 10, CONNECTIONS)
            held.append(signpost.process.memory_info().rss / 1e6)
            sys.stdout.write(f"after {tenth * how_many // 10:>9,} updates{held[-1]:>8,.1f} MB\n")
            sys.stdout.flush()
    if held[-1] > held[2] * _GROWTH:
        sys.exit("Memory grows.")


if __name__ == "__main__":
    asyncio.run(remember(int(sys.argv[1])) if len(sys.argv) > 1 else compare())
