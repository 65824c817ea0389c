"""A keeper lets programs of other systems ask: a token shown once, renewed and ended; of their area alone."""

import re

import pytest
from httpx import AsyncClient, Response

from routing.vocabulary import Standing
from tests.bot.web.house import ADMIN, ADMIN_OF_ALL, House
from tests.bot.web.keep.pages import fields, said
from tests.directory.people import POLICE, PROBATION

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def add(browser: AsyncClient, client: str, **typed: str) -> Response:
    form = fields(await browser.get("/keep/clients/add"))
    return await browser.post("/keep/clients/add", data={**form, "id": client, "agency": POLICE, **typed})


def token_of(response: Response) -> str:
    found = re.search(r"<code>(sp_[\w-]{43})</code>", response.text)
    assert found, said(response)
    return found[1]


async def test_a_token_is_shown_once_and_opens_what_was_chosen(house: House) -> None:
    browser = await house.signed_in(ADMIN)
    made = await add(browser, "Police-CAD", days="2", requests_a_minute="1,200", look_ups_a_day="200")

    assert "police-cad can ask with it for 2 days" in said(made)
    assert '<a href="/keep/clients" aria-current="true">' in made.text
    assert (
        'href="/keep/clients/add?language=cy"' in made.text
    )  # where a form was sent, its page is in Welsh too
    program = await house.directory.clients.showing(token_of(made))
    assert program
    assert (program.who.standing, program.who.area) == (Standing.PARTNER, "west-mercia")
    assert (program.requests_a_minute, program.look_ups_a_day) == (1200, 200)
    page = await browser.get("/keep/clients")
    assert "police-cad" in page.text
    assert "1,200 requests a minute, 200 cases a day" in said(page)
    assert "sp_" not in page.text


async def test_a_new_token_takes_the_place_of_the_one_before_and_an_end_is_one(house: House) -> None:
    browser = await house.signed_in(ADMIN)
    first = token_of(await add(browser, "police-renewed"))
    second = token_of(await browser.post("/keep/clients", data={"deed": "renew police-renewed"}))
    assert await house.directory.clients.showing(first) is None
    assert await house.directory.clients.showing(second)

    ended = await browser.post("/keep/clients", data={"deed": "end police-renewed"})
    assert "police-renewed is gone" in said(ended)
    assert await house.directory.clients.showing(second) is None
    again = await browser.post("/keep/clients", data={"deed": "end police-renewed"})
    assert "Nothing was changed" in said(again)


async def test_whoever_keeps_one_area_has_the_clients_of_that_area(house: House) -> None:
    everywhere, here = await house.signed_in(ADMIN_OF_ALL), await house.signed_in(ADMIN)
    token = token_of(await add(everywhere, "london-system", area="london"))

    assert "london-system" in (await everywhere.get("/keep/clients")).text
    assert "london-system" not in (await here.get("/keep/clients")).text
    for deed in ("renew", "end", "nonsense"):
        refused = await here.post("/keep/clients", data={"deed": f"{deed} london-system"})
        assert "Nothing was changed" in said(refused)
    assert await house.directory.clients.showing(token)
    wrong = await add(here, "not-mine", area="london")
    assert (wrong.status_code, "You may not make a client of that area" in said(wrong)) == (422, True)


@pytest.mark.parametrize(
    ("typed", "field", "wrong"),
    [
        ({"id": "x"}, "id", "'x' is no id for a client"),
        ({"id": ""}, "id", "write 3 to 60 small letters"),
        ({"agency": ""}, "agency", "Choose the agency"),
        ({"standing": "admin"}, "standing", "Choose what they may know."),
        ({"standing": "officer"}, "standing", "is not of probation"),
        ({"agency": PROBATION, "office": "camden"}, "office", "There is no office"),
        ({"days": "0"}, "days", "Write a whole number from 1 to 1,096."),
        ({"requests_a_minute": "many"}, "requests_a_minute", "Write a whole number from 1 to 6,000."),
        ({"look_ups_a_day": "10001"}, "look_ups_a_day", "Write a whole number from 1 to 10,000."),
    ],
)
async def test_what_is_wrong_with_a_client_is_said_at_its_field_and_what_was_typed_stays(
    house: House, typed: dict[str, str], field: str, wrong: str
) -> None:
    refused = await add(await house.signed_in(ADMIN), **{"client": "sample-client", "days": "3", **typed})

    assert refused.status_code == 422
    assert wrong in said(refused)
    assert f'id="{field}-wrong"' in refused.text
    assert fields(refused)["days"] == typed.get("days", "3")


async def test_an_id_that_is_taken_is_refused_in_both_languages(house: House) -> None:
    browser = await house.signed_in(ADMIN)
    await add(browser, "police-twice")
    assert "There is an account police-twice already" in said(await add(browser, "police-twice"))
    await browser.get("/keep/clients?language=cy")
    assert "Mae cyfrif police-twice yno eisoes" in said(await add(browser, "police-twice"))
