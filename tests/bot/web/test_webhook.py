"""Telegram's door: opened by the secret alone, and not for long bodies."""

from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI

from bot.web.webhook import LONGEST_UPDATE, SECRET_HEADER, Delivered, WebhookDoor

SECRET = "sample-secret"
HEADER = SECRET_HEADER.decode()
SHOWN = {HEADER: SECRET}


class Knocked:
    """What came through the door, and what is made of it."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []
        self.delivered = Delivered(True)
        self.door = WebhookDoor("/telegram", SECRET)
        self.door.takes = self.take

    async def take(self, body: bytes) -> Delivered:
        """Keep it."""
        self.bodies.append(body)
        return self.delivered


@pytest.fixture
def knocked() -> Knocked:
    return Knocked()


@pytest.fixture
async def telegram(knocked: Knocked) -> AsyncIterator[httpx.AsyncClient]:
    """Whoever knocks."""
    transport = httpx.ASGITransport(knocked.door.before(FastAPI(openapi_url="/elsewhere")))
    async with httpx.AsyncClient(transport=transport, base_url="http://signpost.example") as client:
        yield client


async def test_an_update_goes_through_with_the_secret(telegram: httpx.AsyncClient, knocked: Knocked) -> None:
    assert (await telegram.post("/telegram", content=b"{}", headers=SHOWN)).status_code == 200
    assert knocked.bodies == [b"{}"]


@pytest.mark.parametrize("shown", [None, "", "sample-secre", "sample-secret-", "s\xe4mple"])
async def test_without_it_nothing_is_read(
    telegram: httpx.AsyncClient, knocked: Knocked, shown: str | None
) -> None:
    read = []

    async def body() -> AsyncIterator[bytes]:
        read.append(True)
        yield b"{}"

    headers = httpx.Headers() if shown is None else httpx.Headers({HEADER: shown}, "latin-1")
    request = telegram.build_request("POST", "/telegram", headers=headers, content=body())
    status = (await telegram.send(request)).status_code
    assert (status, read, knocked.bodies) == (401, [], [])


async def test_only_an_update_is_posted_there(telegram: httpx.AsyncClient) -> None:
    response = await telegram.get("/telegram", headers=SHOWN)
    assert (response.status_code, response.headers["allow"]) == (405, "POST")


async def test_all_other_paths_lead_past_it(telegram: httpx.AsyncClient, knocked: Knocked) -> None:
    statuses = [(await telegram.get(path)).status_code for path in ("/elsewhere", "/telegram/", "/")]
    assert (statuses, knocked.bodies) == ([200, 404, 404], [])


async def test_what_nobody_foresaw_comes_again_and_no_word_of_it_is_logged(
    telegram: httpx.AsyncClient, knocked: Knocked, caplog: pytest.LogCaptureFixture
) -> None:
    async def fails(_: bytes) -> Delivered:
        raise ValueError("John Sample")

    knocked.door.takes = fails
    assert (await telegram.post("/telegram", content=b"{}", headers=SHOWN)).status_code == 500
    assert "ValueError in fails" in caplog.text
    assert "John" not in caplog.text


@pytest.mark.parametrize(("longer", "status"), [(0, 200), (1, 413)])
async def test_what_is_longer_than_any_update_is_refused(
    telegram: httpx.AsyncClient, knocked: Knocked, longer: int, status: int
) -> None:
    body = b" " * (LONGEST_UPDATE + longer)
    assert (await telegram.post("/telegram", content=body, headers=SHOWN)).status_code == status
    assert len(knocked.bodies) == (status == 200)


@pytest.mark.parametrize(("again_in", "told"), [(0, None), (30, "30")])
async def test_what_is_not_done_is_to_be_delivered_again(
    telegram: httpx.AsyncClient, knocked: Knocked, again_in: int, told: str | None
) -> None:
    knocked.delivered = Delivered(False, again_in)
    response = await telegram.post("/telegram", content=b"{}", headers=SHOWN)
    assert (response.status_code, response.headers.get("retry-after")) == (503, told)


async def test_while_starting_telegram_is_asked_to_come_again(
    telegram: httpx.AsyncClient, knocked: Knocked
) -> None:
    knocked.door.takes = None
    response = await telegram.post("/telegram", content=b"{}", headers=SHOWN)
    assert (response.status_code, response.headers["retry-after"]) == (503, "5")
