"""`make chaos`: see the package."""

import argparse
import asyncio
import random
import shutil
import sys
import time
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

from directory.cases.case_key import load_or_make_key
from directory.cases.sealing import Seal
from directory.opening import open_database
from directory.settings import DirectorySettings
from routing.enquiry import FollowUp
from routing.vocabulary import Provider, Topic
from tests import chaos as package
from tests.bot.redis_server import running_redis
from tests.chaos import town, verdict
from tests.chaos.database import Database, running_database
from tests.chaos.telegram import SECRET, Telegram
from tests.end_to_end.process import BotProcess
from tests.end_to_end.wire import TOKEN

REPLICAS, SEED = 3, 7
CHAOS_SECONDS, ASKS_A_SECOND = 140.0, 2.0
REFUSES_AFTER, REFUSES_FOR = 10.0, 121.0  # seconds; minutes, within the bound of five
_TO_START = 120.0  # seconds, on a machine that is busy with something else too
# Due all in the same second, three quarters of them or more are in time on two cores, and all within 1.3 s.
STEPS, STEPS_OVER = 10_000, timedelta(seconds=10)


@dataclass
class Stage:
    """Everything that runs."""

    database: Database
    telegram: Telegram
    replicas: list[BotProcess] = field(default_factory=list)
    chance: random.Random = field(default_factory=lambda: random.Random(SEED))
    killed: int = 0
    crashed: int = 0
    asked: int = 0

    async def all_up(self) -> None:
        """Wait until each serves; one that has ended is started again."""
        async with httpx.AsyncClient(timeout=2) as client, asyncio.timeout(_TO_START):
            while not all([await _serves(client, replica) for replica in self.replicas]):
                await self.start_again()
                await asyncio.sleep(0.3)

    async def end(self) -> None:
        """End all of them."""
        for replica in self.replicas:
            await replica.__aexit__(None, None, None)

    async def kill_one(self) -> None:
        """SIGKILL for one of them."""
        victim = self.chance.choice([one for one in self.replicas if not one.has_ended])
        victim.kill()
        self.killed += 1

    async def start_again(self) -> None:
        """Another in place of each that has ended, as a service manager would: one that starts while the
        database is away says so and ends."""
        for at, ended in enumerate(self.replicas):
            if ended.has_ended:
                await ended.__aexit__(None, None, None)
                self.replicas[at] = await ended.again().__aenter__()
                self.telegram.replicas[at] = self.replicas[at].address


async def _serves(client: httpx.AsyncClient, replica: BotProcess) -> bool:
    with suppress(httpx.HTTPError):
        health = (await client.get(f"{replica.address}/healthz")).json()
        return "telegram" not in health["failing"]
    return False


async def main() -> int:
    """Run it all; the exit status says whether everything held."""
    began = time.monotonic()
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="chaos-", ignore_cleanup_errors=True)))
        database = await asyncio.to_thread(stack.enter_context, running_database())
        await database.prepare()
        settings = DirectorySettings(data_dir=folder, database_url=database.url)
        await (await open_database(settings)).dispose()
        key = load_or_make_key(settings.case_key_file)
        connection = await database.connect()
        await town.settle(connection, Seal(key))
        await connection.close()
        telegram = await stack.enter_async_context(Telegram(SEED))
        redis = stack.enter_context(running_redis())
        stage = Stage(database, telegram)
        stack.push_async_callback(stage.end)
        await _start(stage, folder, redis)
        _say(f"three replicas serve after {time.monotonic() - began:.0f} s")
        await _chaos(stage)
        _say(
            f"in {CHAOS_SECONDS:.0f} s: {stage.asked} asked, {telegram.pressed} presses, {stage.killed} "
            f"replicas killed, the database {stage.crashed} times; Telegram refused for {REFUSES_FOR:.0f} s, "
            f"{sum(telegram.refused.values())} times"
        )
        faults = await verdict.after_chaos(stage, _say)
        faults += await verdict.steps_in_time(stage, STEPS, STEPS_OVER, _say)
    _say(f"took {time.monotonic() - began:.0f} s")
    for fault in faults:
        _say(f"NOT AS IT MUST BE: {fault}")
    return 1 if faults else 0


async def _start(stage: Stage, folder: Path, redis: str) -> None:
    settings = {
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_BASE": stage.telegram.base,
        "TELEGRAM_WEBHOOK_URL": "http://127.0.0.1/telegram",
        "TELEGRAM_WEBHOOK_SECRET": SECRET,
        "DATABASE_URL": stage.database.url,
        "REDIS_URL": redis,
        "CASE_KEY_FILE": str(folder / "case.key"),
    }
    for number in range(REPLICAS):
        own = folder / str(number)
        own.mkdir()
        stage.replicas.append(await BotProcess(own, **settings).__aenter__())
    stage.telegram.replicas[:] = [replica.address for replica in stage.replicas]
    await stage.all_up()


async def _chaos(stage: Stage) -> None:
    """People ask and press, what is due is brought forward, and everything breaks now and then."""
    ends = time.monotonic() + CHAOS_SECONDS
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(_people_ask(stage, ends))
        tasks.create_task(_time_passes(stage, ends))
        tasks.create_task(_replicas_die(stage, ends))
        tasks.create_task(_replicas_are_started(stage, ends + 5))
        tasks.create_task(_telegram_refuses(stage))
        tasks.create_task(_database_dies(stage))
    await stage.all_up()


async def _people_ask(stage: Stage, ends: float) -> None:
    presses: set[asyncio.Task[None]] = set()
    while time.monotonic() < ends:
        office = f"chaos-{stage.chance.randrange(town.OFFICES)}"
        follow_up = FollowUp(
            "west-mercia", office, Topic.CASE, stage.chance.choice([Provider.NPS, Provider.CRC])
        )
        digit = stage.chance.choice("123")
        chat = town.chat_of_asker(stage.asked % town.ASKERS)
        press = asyncio.create_task(stage.telegram.press(chat, f"b{digit}:::{follow_up.encode()}"))
        presses.add(press)
        stage.asked += 1
        await asyncio.sleep(1 / ASKS_A_SECOND)
    await asyncio.gather(*presses)


async def _time_passes(stage: Stage, ends: float) -> None:
    """Bring forward when some of the steps and promises end, as if minutes had gone by."""
    while time.monotonic() < ends:
        with suppress(Exception):  # the database may be down
            await bring_forward(stage.database, 0.05)
        await asyncio.sleep(1.0)


async def bring_forward(database: Database, share: float) -> None:
    """Let this share of all steps and promises end now."""
    now = "to_char(clock_timestamp() AT TIME ZONE 'utc', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"+00:00\"')"
    connection = await database.connect()
    try:
        await connection.execute(
            f"UPDATE handovers SET due_at = {now}, step_ends = CASE WHEN state = 'offered' THEN {now} ELSE "
            f"step_ends END, promised = CASE WHEN state = 'taken' THEN {now} ELSE promised END "
            f"WHERE state IN ('offered', 'taken') AND random() < {share}"
        )
    finally:
        await connection.close()


async def _replicas_die(stage: Stage, ends: float) -> None:
    """The next dies soon after the last is up again: on a slow machine that takes a while."""
    while time.monotonic() < ends - 5:
        await asyncio.sleep(stage.chance.uniform(1, 4))
        await stage.kill_one()
        await stage.all_up()


async def _replicas_are_started(stage: Stage, ends: float) -> None:
    while time.monotonic() < ends:
        await stage.start_again()
        await asyncio.sleep(0.5)


async def _telegram_refuses(stage: Stage) -> None:
    await asyncio.sleep(REFUSES_AFTER)
    stage.telegram.refusing = True
    await asyncio.sleep(REFUSES_FOR)
    stage.telegram.refusing = False


async def _database_dies(stage: Stage) -> None:
    for _ in range(2):
        await asyncio.sleep(CHAOS_SECONDS / 3)
        await asyncio.to_thread(stage.database.crash)
        stage.crashed += 1


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    argparse.ArgumentParser(prog="python -m tests.chaos", description=package.__doc__).parse_args()
    if not shutil.which("redis-server"):
        sys.exit("make chaos needs redis-server: install it, e.g. with apt-get install redis-server")
    sys.exit(asyncio.run(main()))
