"""Health is false when a part does not do its work, and cheap to ask for."""

import asyncio

import httpx
import pytest
from fastapi import FastAPI

from bot.health import Check, Health, Pulse
from bot.web.operation import operation_routes


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
    transport = httpx.ASGITransport(FastAPI(routes=[*operation_routes(health)]))
    async with httpx.AsyncClient(transport=transport, base_url="http://signpost.example") as client:
        return await client.get(path)


async def test_all_is_well() -> None:
    health = Health()
    health.watch("database", well)
    response = await asked(health)
    assert (response.status_code, response.json()) == (200, {"healthy": True, "failing": []})


@pytest.mark.parametrize("check", [unwell, broken, stuck])
async def test_a_part_that_fails_is_named(monkeypatch: pytest.MonkeyPatch, check: Check) -> None:
    monkeypatch.setattr("bot.health._PATIENCE", 0.01)
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
