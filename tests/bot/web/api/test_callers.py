"""Who a client is: by its token, at each request, and never by trying tokens out."""

from datetime import timedelta

import pytest
from prometheus_client import REGISTRY
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.web.api.guessing import WRONG_ONES
from directory.accounts import accounts
from directory.settings import DirectorySettings
from directory.storage.database import make_engine, writing
from routing.vocabulary import Standing
from tests.bot.web.api.town import KEEPER, MONDAY, OFFERS, Town
from tests.directory.acts import ACT
from tests.directory.people import COUNCIL

pytestmark = pytest.mark.asyncio(loop_scope="session")
CASE = {"reference": "T118842"}
WRONG = "sp_" + "a" * 43


async def status(town: Town, token: str) -> int:
    return (await town.post("/api/cases", CASE, token)).status_code


async def changed(town: Town, change: object, *what: str) -> None:
    engine = make_engine(DirectorySettings(data_dir=town.service.settings.data_dir).database_url)
    connection: AsyncConnection
    async with writing(engine) as connection:
        await change(connection, *what, ACT)  # type: ignore[operator]
    await engine.dispose()


async def test_a_client_that_is_suspended_is_told_so_at_its_next_request(town: Town) -> None:
    token = await town.client("suspended-one", OFFERS[Standing.PARTNER])
    assert await status(town, token) == 200
    await changed(town, accounts.suspend, "suspended-one")
    assert await status(town, token) == 401
    await changed(town, accounts.restore, "suspended-one")
    assert await status(town, token) == 200


async def test_the_clients_of_an_agency_that_is_revoked_are_nobody_from_the_next_request_on(
    town: Town,
) -> None:
    token = await town.client("councils", OFFERS[Standing.PARTNER].__class__(COUNCIL, area="west-mercia"))
    assert await status(town, token) == 200
    await changed(town, accounts.revoke_agency, COUNCIL)
    assert await status(town, token) == 401


async def test_a_token_is_good_until_its_day_and_no_longer(town: Town) -> None:
    token = await town.client("thirty-days", OFFERS[Standing.PARTNER])
    last = MONDAY + timedelta(days=29)
    town.clock.now = last
    assert await status(town, token) == 200
    town.clock.now = last + timedelta(days=1)
    assert await status(town, token) == 401


async def test_a_new_token_takes_the_place_of_the_old_one(town: Town) -> None:
    old = await town.client("renewed", OFFERS[Standing.PARTNER])
    new = await town.directory.clients.renew("renewed", 30, KEEPER, "test")
    assert [await status(town, token) for token in (old, new)] == [401, 200]


async def test_a_client_that_is_revoked_is_gone(town: Town) -> None:
    token = await town.client("revoked", OFFERS[Standing.PARTNER])
    await town.directory.clients.revoke("revoked", KEEPER, "test")
    assert await status(town, token) == 401
    assert "revoked" not in [one.id for one in await town.directory.clients.listed(KEEPER)]


@pytest.mark.parametrize("shown", [WRONG, "sp_short", "x" * 300])
async def test_every_token_that_is_not_accepted_is_answered_alike(town: Town, shown: str) -> None:
    refused = await town.post("/api/answer", {"text": "breach"}, shown)
    problem = refused.json()

    assert (refused.status_code, problem["title"]) == (401, "This token is not accepted")
    assert "Without a token you are told what anybody is" in problem["detail"]
    assert shown not in refused.text


@pytest.mark.parametrize("said", [{}, {"as": "partner"}])
async def test_danger_is_answered_whatever_token_is_shown(town: Town, said: dict[str, str]) -> None:
    danger = {"text": "he has a knife and is outside her door in Redditch", **said}
    for _ in range(WRONG_ONES.burst + 2):
        answered = await town.post("/api/answer", danger, WRONG)
        assert (answered.status_code, answered.json()["steps"][0]["phone"]) == (200, "999")
    assert (await town.post("/api/answer", {"text": "breach, Redditch"}, WRONG)).status_code == 429


async def test_a_standing_that_may_not_is_told_so(town: Town) -> None:
    refused = await town.get("/api/rota", Standing.PARTNER)
    assert (refused.status_code, refused.json()["title"]) == (
        403,
        "This is not told to a client of standing partner",
    )


async def test_whoever_tries_tokens_out_is_heard_no_more_for_a_while(town: Town) -> None:
    async def tried(token: str, at: str = "192.0.2.99") -> int:
        return (await town.send("POST", "/api/cases", token, at=at, json=CASE)).status_code

    right = town.tokens[Standing.PARTNER]
    wrong = [await tried(WRONG) for _ in range(WRONG_ONES.burst + 1)]

    assert set(wrong) == {401}
    assert await tried(WRONG) == await tried(right) == 429
    assert await tried(right, at="192.0.2.1") == 200
    anybody = await town.send("POST", "/api/answer", at="192.0.2.99", json={"text": "breach"})
    assert anybody.status_code == 200
    town.clock.now = MONDAY + timedelta(seconds=WRONG_ONES.shut_out)
    assert await tried(right) == 200


async def test_requests_are_counted_by_what_was_asked_and_how_it_ended(town: Town) -> None:
    def counted(status: str) -> float:
        labels = {"operation": "rota", "status": status}
        return REGISTRY.get_sample_value("signpost_interface_requests_total", labels) or 0.0

    before = [counted(status) for status in ("200", "403")]
    for by in (Standing.OFFICER, Standing.PARTNER):
        await town.get("/api/rota", by)
    assert [counted(status) for status in ("200", "403")] == [one + 1 for one in before]
