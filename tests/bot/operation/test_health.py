"""Health is false when a part does not do its work, and cheap to ask for."""

import asyncio
from functools import partial

import httpx
import pytest
from fastapi import FastAPI

from bot.operation.health import Check, Health, Pulse
from bot.operation.metrics import Measured
from bot.shared_redis import answers, connect
from bot.web.operation import operation_routes
from routing.enquiry import Enquiry
from tests.bot.telegram.answers import NOON, PreparedAnswers


async def well() -> bool:
    return True


async def unwell() -> bool:
    return False


async def broken() -> bool:
    raise OSError("secret")


async def stuck() -> bool:
    await asyncio.Event().wait()
    return True


async def asked(health: Health, path: str = "/healthz") -> httpx.Response:
    transport = httpx.ASGITransport(FastAPI(routes=[*operation_routes(health, "http://signpost.example")]))
    async with httpx.AsyncClient(transport=transport, base_url="http://signpost.example") as client:
        return await client.get(path)


async def test_all_is_well() -> None:
    health = Health()
    health.watch("database", well)
    response = await asked(health)
    assert (response.status_code, response.json()) == (200, {"healthy": True, "failing": []})


@pytest.mark.parametrize("check", [unwell, broken, stuck])
async def test_a_part_that_fails_is_named(monkeypatch: pytest.MonkeyPatch, check: Check) -> None:
    monkeypatch.setattr("bot.operation.health._PATIENCE", 0.01)
    health = Health()
    health.watch("database", well)
    health.watch("telegram", check)
    response = await asked(health)
    assert (response.status_code, response.json()) == (503, {"healthy": False, "failing": ["telegram"]})


async def test_however_often_it_is_asked_the_parts_are_asked_once_a_second() -> None:
    times = 0

    async def counted() -> bool:
        nonlocal times
        times += 1
        return True

    health = Health()
    health.watch("database", counted)
    await asyncio.gather(*(asked(health) for _ in range(20)))
    assert times == 1


async def test_a_pulse_is_felt_for_as_long_as_it_is_said() -> None:
    pulse = Pulse()
    assert not pulse.is_felt(within=1000)
    pulse.beat()
    assert pulse.is_felt(within=1000)
    await asyncio.sleep(0.01)
    assert not pulse.is_felt(within=0.005)


async def test_a_redis_that_is_gone_is_noticed() -> None:
    health = Health()
    async with connect("unix:///nowhere/redis.sock") as redis:
        health.watch("redis", partial(answers, redis))
        assert await health.failing() == ("redis",)


async def test_what_is_counted_is_told_without_who_asked() -> None:
    enquiry = Enquiry("Jordan Sampleton, breach, Redditch", NOON, "west-mercia", asker="telegram 70007007")
    await Measured(PreparedAnswers()).answer(enquiry)
    told = (await asked(Health(), "/metrics")).text
    assert 'signpost_answers_total{area="west-mercia",kind="route",topic=""}' in told
    assert "signpost_answer_seconds_bucket" in told
    assert "process_resident_memory_bytes" in told
    for secret in ("Jordan", "Redditch", "70007007"):
        assert secret not in told
