"""The contacts by HTTP."""

from dataclasses import replace

import pytest

from routing.vocabulary import Standing
from tests.bot.web.api.town import OFFERS, Town

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_contacts_are_found_by_office_role_and_provider(town: Town) -> None:
    found = (await town.get("/api/contacts", office="worcester", role="duty_officer", provider="nps")).json()

    assert (found["total"], found["page"], found["pages"]) == (1, 1, 1)
    assert (
        found["contacts"][0].items()
        >= {
            "area": "west-mercia",
            "place": "Worcester probation office",
            "phone": "+441905723591",
            "ask_for": "NPS Probation Duty Officer",
            "hours": "Mo-Fr 09:00-17:00; PH off",
            "checked_on": "2014-07-01",
            "stale": True,
            "name": None,
        }.items()
    )


@pytest.mark.parametrize("typed", ["01905 723975", "+441905723975", "(01905) 723-975"])
async def test_whose_a_number_is_is_found_however_it_is_written(town: Town, typed: str) -> None:
    found = (await town.get("/api/contacts", number=typed)).json()["contacts"]
    assert {(one["role"], one["office"]) for one in found} == {("approved_premises", "braley-house")}


async def test_pages_are_all_contacts_once(town: Town) -> None:
    whole = (await town.get("/api/contacts", per_page=500)).json()
    pages = [(await town.get("/api/contacts", per_page=100, page=page)).json() for page in (1, 2, 3, 4)]

    assert [one for page in pages for one in page["contacts"]] == whole["contacts"]
    assert whole["total"] == len(whole["contacts"]) > 200
    assert pages[-1]["contacts"] == []


@pytest.mark.parametrize("by", [Standing.PUBLIC, *OFFERS])
async def test_names_of_staff_are_for_probation_staff(
    town: Town, by: Standing, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = replace(next(iter(town.service.dialogue.snapshot.posts.values())), name="Holder Sentinel")
    monkeypatch.setattr("bot.web.api.contacts._all", lambda _: [post])
    (found,) = (await town.get("/api/contacts", by)).json()["contacts"]
    assert found["name"] == ("Holder Sentinel" if by is Standing.OFFICER else None)


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ({"office": "narnia"}, "query.office"),
        ({"area": "narnia"}, "query.area"),
        ({"role": "king"}, "query.role"),
        ({"page": "0"}, "query.page"),
        ({"page": "one"}, "query.page"),
        ({"number": "12"}, "query.number"),
        ({"colour": "red"}, "query"),
    ],
)
async def test_what_cannot_be_meant_is_said(town: Town, query: dict[str, str], where: str) -> None:
    refused = await town.send("GET", "/api/contacts", params=query)
    assert (refused.status_code, refused.json()["where"]) == (422, where)


async def test_what_is_given_twice_is_refused(town: Town) -> None:
    refused = await town.get("/api/contacts?office=worcester&office=redditch")
    assert (refused.status_code, refused.json()["title"]) == (422, "A parameter is given twice")
