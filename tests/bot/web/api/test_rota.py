"""The rota by HTTP: for reception without names, for probation staff with them, for nobody else."""

import pytest

from directory.accounts.invitations import Offer
from routing.vocabulary import Standing
from tests.bot.web.api.town import Town
from tests.directory.people import PROBATION

pytestmark = pytest.mark.asyncio(loop_scope="session")
DUTY = "west-mercia/worcester/nps/duty_officer"


@pytest.mark.parametrize(("by", "name"), [(Standing.OFFICER, "Birch (sample)"), (Standing.RECEPTION, None)])
async def test_disclosure_rota__who_is_on_now_and_next(town: Town, by: Standing, name: str | None) -> None:
    (post,) = (await town.get("/api/rota", by, office="worcester")).json()

    assert post["post"] == DUTY
    assert post["now"] == {
        "begins": "2026-11-30T10:30:00Z",
        "ends": "2026-11-30T17:00:00Z",
        "manned": True,
        "name": name,
        "sample": True,
    }
    assert post["next"]["begins"] == "2026-12-01T09:00:00Z"


@pytest.mark.parametrize("by", [Standing.PUBLIC, Standing.PARTNER])
@pytest.mark.parametrize("path", ["/api/rota", "/api/rota/span?from=2026-11-30&to=2026-12-02"])
async def test_disclosure_rota__is_for_nobody_outside_probation(town: Town, by: Standing, path: str) -> None:
    assert (await town.get(path, by)).status_code == (401 if by is Standing.PUBLIC else 403)


async def test_a_span_has_each_time_once_and_says_where_nobody_is_on(town: Town) -> None:
    whole = {"from": "2026-12-02T09:00", "to": "2026-12-03T12:00"}
    response = await town.send("GET", "/api/rota/span", Standing.OFFICER, params=whole)
    (post,) = response.json()

    assert [(one["name"], one["begins"][:16], one["ends"][:16]) for one in post["on_duty"]] == [
        ("Birch (sample)", "2026-12-02T09:00", "2026-12-02T17:00"),
        (None, "2026-12-02T17:00", "2026-12-03T09:00"),
        ("Elm (sample)", "2026-12-03T09:00", "2026-12-03T12:00"),
    ]
    assert [one["manned"] for one in post["on_duty"]] == [True, False, True]


@pytest.mark.parametrize(
    ("begins", "ends", "status"),
    [
        ("2026-12-01T00:00", "2027-03-03T00:00", 200),  # 92 days
        ("2026-12-01T00:00", "2027-03-03T00:01", 422),
        ("2026-12-01T00:00", "2026-12-01T00:00", 422),
        ("soon", "2026-12-01T00:00", 422),
    ],
)
async def test_a_span_is_three_months_at_most(town: Town, begins: str, ends: str, status: int) -> None:
    whole = {"from": begins, "to": ends}
    response = await town.send("GET", "/api/rota/span", Standing.OFFICER, params=whole)
    assert response.status_code == status


async def test_disclosure_rota__a_client_sees_that_of_its_own_area(town: Town) -> None:
    token = await town.client("londoners", Offer(PROBATION, Standing.OFFICER, "london"))

    assert (await town.get("/api/rota", token)).json() == []
    assert (await town.get("/api/rota", token, area="west-mercia")).status_code == 403
    assert (await town.get("/api/rota", token, office="worcester")).status_code == 403
    assert (await town.get("/api/rota", Standing.OFFICER, role="spo")).json() == []


async def test_the_rota_of_very_many_posts_is_not_told_at_once(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.web.api.rota._MOST", 0)
    refused = await town.get("/api/rota", Standing.OFFICER)
    assert (refused.status_code, refused.json()["title"]) == (422, "That is the rota of 1 posts")
    assert "name an area or an office" in refused.json()["detail"]
