"""Two replicas behind one address, on one PostgreSQL and one Redis: no update is lost, none answered twice.

The last story kills one of them. Telegram's deliveries go to both in turn.
"""

import asyncio
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
import pytest_asyncio

from tests.bot.redis_server import PROGRAM, running_redis
from tests.directory.postgresql import Server
from tests.end_to_end.bot_api_server import BotApiServer
from tests.end_to_end.faults import Dropped, Held, Lost, ServerError, TooManyRequests
from tests.end_to_end.process import BotProcess
from tests.end_to_end.wire import TOKEN

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(PROGRAM is None, reason="redis-server is not installed"),
]

QUESTION = "Who do I ring about a case in Kidderminster?"
SECRET = "sample-secret"


@dataclass
class Replicas:
    """Two processes, and the Bot API server that delivers to them."""

    server: BotApiServer
    one: BotProcess
    other: BotProcess
    postgresql: Server
    database: str
    redis: ExitStack


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def replicas(
    tmp_path_factory: pytest.TempPathFactory, bundled_data: Path, postgresql: Server
) -> AsyncIterator[Replicas]:
    """Started together, on a database that is empty: one of them fills it. Neither is well before
    Telegram knows where to deliver."""
    async with AsyncExitStack() as stack:
        database = await asyncio.to_thread(postgresql.create)
        server = await stack.enter_async_context(BotApiServer())
        redis = stack.enter_context(ExitStack())
        unknown = Held(), Held()
        server.next_time("setWebhook", *unknown)
        settings = {
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_API_BASE": server.base,
            "TELEGRAM_WEBHOOK_URL": "http://127.0.0.1/telegram",
            "TELEGRAM_WEBHOOK_SECRET": SECRET,
            "DATABASE_URL": postgresql.url(database),
            "REDIS_URL": redis.enter_context(running_redis()),
            "CASE_KEY_FILE": str(shutil.copy(bundled_data / "case.key", tmp_path_factory.mktemp("key"))),
            "LOG_FORMAT": "json",
        }
        one, other = [
            await stack.enter_async_context(BotProcess(tmp_path_factory.mktemp(name), **settings))
            for name in ("one", "other")
        ]
        server.replicas.extend([one.address, other.address])
        for registering in unknown:
            await one.until(registering.arrived)
        for replica in (one, other):
            await replica.is_well_but_for("telegram")
        for registering in unknown:
            registering.let_go.set()
        yield Replicas(server, one, other, postgresql, database, redis)


@pytest_asyncio.fixture(loop_scope="module")
async def server(replicas: Replicas) -> BotApiServer:
    """The server, once both replicas are up, and somebody new who writes."""
    for replica in (replicas.one, replicas.other):
        await replica.serves()
    replicas.server.person += 1
    return replicas.server


async def test_a_conversation_goes_on_whichever_replica_hears_the_next_word(server: BotApiServer) -> None:
    await server.answers("breach on a CRC case, Kidderminster")
    assert "Worcester · CRC · enforcement (breach)" in (await server.answers("and in Worcester?")).text
    assert "Redditch · CRC · enforcement (breach)" in (await server.answers("and in Redditch?")).text
    await server.all_confirmed()


async def test_what_both_replicas_get_is_answered_by_one(server: BotApiServer) -> None:
    chats = range(3000, 3020)
    for chat in chats:
        await server.user_sends(QUESTION, chat=chat, copies=4)
    await server.all_confirmed(within=30)
    assert _messages_to(server, chats) == list(chats)


async def test_trouble_on_telegrams_side_loses_nothing_and_doubles_nothing(server: BotApiServer) -> None:
    chats = range(4000, 4008)
    server.next_time("sendMessage", ServerError(), Dropped(), TooManyRequests(30), TooManyRequests(1))
    for chat in chats:
        await server.user_sends(QUESTION, chat=chat, copies=2)
    await server.all_confirmed(within=30)
    assert _messages_to(server, chats) == list(chats)


async def test_they_are_healthy_and_tell_nothing_of_anybody(server: BotApiServer, replicas: Replicas) -> None:
    await server.user_sends(QUESTION)
    await server.all_confirmed()
    async with httpx.AsyncClient() as client:
        for replica in (replicas.one, replicas.other):
            health = await client.get(f"{replica.address}/healthz")
            assert health.json() == {"healthy": True, "failing": []}
            metrics = (await client.get(f"{replica.address}/metrics")).text
            assert 'signpost_updates_total{kind="message",outcome="answered"}' in metrics
            assert 'signpost_answers_total{area="west-mercia",kind="route",topic="case"}' in metrics
            assert 'outcome="repeated"' in metrics
            labels = [line.rpartition(" ")[0] for line in metrics.splitlines()]
            told = "\n".join([*labels, replica.output])
            for secret in (str(server.person), "3001", "Kidderminster", "Sam Sample", TOKEN, SECRET):
                assert not re.search(rf"\b{re.escape(secret)}\b", told)


async def test_a_replica_that_is_killed_in_mid_answer_is_taken_over_from(
    server: BotApiServer, replicas: Replicas
) -> None:
    server.replicas[:] = [replicas.one.address]
    killed = Lost()
    server.next_time("sendMessage", killed)
    await server.user_sends(QUESTION, chat=5005)
    await replicas.one.until(killed.arrived)
    server.replicas[:] = [replicas.other.address]
    replicas.one.kill()
    await server.all_confirmed(within=30)
    assert _messages_to(server, range(5005, 5006)) == [5005]
    killed.let_go.set()


async def test_without_redis_and_database_the_other_says_so_and_answers_all_the_same(
    replicas: Replicas,
) -> None:
    server = replicas.server
    server.replicas[:] = [replicas.other.address]
    replicas.redis.close()
    await asyncio.to_thread(replicas.postgresql.drop, replicas.database)
    await replicas.other.is_well_but_for("database", "call_backs", "redis", within=30)
    await server.user_sends(QUESTION, chat=6006)
    await server.all_confirmed(within=30)
    assert _messages_to(server, range(6006, 6007)) == [6006]
    assert "Traceback" not in replicas.other.output


def _messages_to(server: BotApiServer, chats: range) -> list[int]:
    """The chats that messages have come to, each as often as one came."""
    return sorted(shown.chat for shown in server.shown.values() if shown.chat in chats)
