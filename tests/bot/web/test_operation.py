"""`/metrics` is there for whoever asks from inside, and for nobody whom a balancer passes on."""

import httpx
import pytest
from fastapi import FastAPI

from bot.operation.health import Health
from bot.web.operation import operation_routes

PROMETHEUS = "10.1.2.3"


async def status(path: str, peer: str, host: str = "10.9.8.7:8080", **headers: str) -> int:
    app = FastAPI(routes=[*operation_routes(Health(), "https://signpost.example")])
    transport = httpx.ASGITransport(app, client=(peer, 1))
    async with httpx.AsyncClient(transport=transport, base_url=f"http://{host}") as client:
        return (await client.get(path, headers=headers)).status_code


@pytest.mark.parametrize(
    "peer", ["127.0.0.1", "::1", "172.31.255.255", "192.168.0.1", "fd12::1", "::ffff:10.0.0.1"]
)
async def test_metrics_are_told_to_a_machine_inside(peer: str) -> None:
    assert await status("/metrics", peer) == 200


@pytest.mark.parametrize(
    "peer", ["203.0.113.9", "172.32.0.1", "11.0.0.1", "2001:db8::1", "::ffff:8.8.8.8", ""]
)
async def test_metrics_are_not_there_for_anybody_outside(peer: str) -> None:
    assert await status("/metrics", peer) == 404
    assert await status("/healthz", peer) == 200


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "Via", "X-Real-IP", "X-Forwarded-Proto"])
async def test_metrics_are_not_there_for_whoever_a_balancer_passes_on(header: str) -> None:
    assert await status("/metrics", PROMETHEUS, **{header: "10.1.2.3"}) == 404
    assert await status("/healthz", PROMETHEUS, **{header: "10.1.2.3"}) == 200


async def test_metrics_are_not_there_at_the_public_address() -> None:
    assert await status("/metrics", PROMETHEUS, "signpost.example") == 404
    assert await status("/metrics", PROMETHEUS, "signpost-7.internal") == 200
