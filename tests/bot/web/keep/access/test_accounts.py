"""A keeper invites, suspends, restores and takes accounts out; of their own area, and never their own."""

import re

import pytest
from httpx import AsyncClient, Response

from directory.accounts.binding import Person
from directory.accounts.standing import TELEGRAM
from directory.audit.log import Wanted
from tests.bot.web.house import ADMIN, ADMIN_OF_ALL, OFFICER, PARTNER, House
from tests.bot.web.keep.pages import fields, said
from tests.directory.people import LIMITS, POLICE, PROBATION

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def press(browser: AsyncClient, deed: str, whom: str) -> Response:
    return await browser.post("/keep/accounts", data={"deed": f"{deed} {whom}"})


async def standing_of(house: House, account: str) -> str:
    return str((await house.directory.accounts.holder(account)).standing)


async def test_an_account_is_suspended_restored_and_taken_out_under_the_keepers_name(house: House) -> None:
    keeper = await house.account(ADMIN)
    browser, account = await house.signed_in(ADMIN, keeper), await house.account(PARTNER)
    assert account in (await browser.get("/keep/accounts")).text

    assert f"{account} is suspended." in said(await press(browser, "suspend", account))
    assert await standing_of(house, account) == "public"
    assert f"{account} is restored." in said(await press(browser, "restore", account))
    assert await standing_of(house, account) == "partner"
    assert f"{account} is gone." in said(await press(browser, "leave", account))
    assert account not in (await browser.get("/keep/accounts")).text

    (newest, *_) = await house.directory.audit_log.rows(
        (await house.directory.accounts.holder(keeper)), Wanted(what=account)
    )
    assert (newest.who, newest.origin, newest.action) == (keeper, "web", "leave")


async def test_it_is_said_who_an_account_is_on_the_rota(house: House) -> None:
    browser, officer, partner = (
        await house.signed_in(ADMIN),
        await house.account(OFFICER),
        await house.account(PARTNER),
    )
    person = {"id": "sample-ash", "name": "Sample Ash", "provider": "nps", "area": "west-mercia"}
    added = {**person, "source": "made up", "sample": "yes"}
    assert (await browser.post("/keep/directory/people/add", data=added)).status_code == 303

    async def put(account: str, who: str) -> Response:
        return await browser.post(
            "/keep/accounts", data={"deed": f"person {account}", f"person {account}": who}
        )

    assert f"It is saved who {officer} is on the rota." in said(await put(officer, "Sample-Ash"))
    assert await house.directory.own_shifts.person_of(officer) == "sample-ash"
    wrong = await put(officer, "nobody-known")
    assert wrong.status_code == 422
    assert "There is no such person on the rota" in said(wrong)
    assert fields(wrong)[f"person {officer}"] == "nobody-known"
    another = await house.account(OFFICER)
    assert "Another account is that person already" in said(await put(another, "sample-ash"))
    for not_theirs in (partner, "nobody"):
        assert "Nothing was changed" in said(await put(not_theirs, "sample-ash"))
    await put(officer, "")
    assert await house.directory.own_shifts.person_of(officer) is None


async def test_enter_in_a_field_does_nothing_else_to_anybody(house: House) -> None:
    browser, officer = await house.signed_in(ADMIN), await house.account(OFFICER)
    page = (await browser.get("/keep/accounts")).text

    (form,) = (form for form in page.split("<form")[1:] if f'name="person {officer}"' in form)
    assert form[form.index("<button") :].startswith(f'<button name="deed" value="person {officer}"')


async def test_what_is_not_theirs_to_judge_stays_as_it_is(house: House) -> None:
    own = await house.account(ADMIN)
    browser, everywhere = await house.signed_in(ADMIN, own), await house.account(ADMIN_OF_ALL)

    shown = (await browser.get("/keep/accounts")).text
    assert everywhere not in shown
    assert f'value="suspend {own}"' not in shown
    for deed, whom in (("suspend", own), ("suspend", everywhere), ("revoke", PROBATION), ("nonsense", own)):
        assert "Nothing was changed" in said(await press(browser, deed, whom))
    assert await standing_of(house, own) == await standing_of(house, everywhere) == "admin"


async def test_an_agency_is_revoked_and_restored(house: House) -> None:
    browser, account = await house.signed_in(ADMIN), await house.account(PARTNER)

    assert f"{POLICE} is revoked." in said(await press(browser, "revoke", POLICE))
    assert await standing_of(house, account) == "public"
    assert f"{POLICE} is restored." in said(await press(browser, "restore-agency", POLICE))
    assert await standing_of(house, account) == "partner"


async def test_an_invitation_is_a_link_that_makes_an_account_once(house: House) -> None:
    browser = await house.signed_in(ADMIN)
    form = fields(await browser.get("/keep/accounts/invite"))
    assert (form["area"], form["standing"]) == ("west-mercia", "partner")

    async def name() -> str:
        return "@sample_bot"

    house.service.telegram.name = name
    made = await browser.post("/keep/accounts/invite", data={**form, "agency": POLICE, "days": "2"})
    house.service.telegram.name = None

    token = re.search(r"/sign-in/invitation/([A-Za-z0-9_-]{22})<", made.text)
    assert token
    assert f"https://t.me/sample_bot?start={token[1]}" in made.text
    assert "Good once, for 2 days" in said(made)
    person = Person(TELEGRAM, next(house.people))
    account = await house.directory.accounts.redeem(token[1], person, LIMITS)
    assert await standing_of(house, account) == "partner"


@pytest.mark.parametrize(
    ("typed", "field", "wrong"),
    [
        ({"agency": POLICE, "standing": "officer"}, "standing", "is not of probation"),
        ({"agency": ""}, "agency", "Choose the agency"),
        ({"agency": POLICE, "days": "many"}, "days", "Write a whole number from 1 to 90."),
        ({"agency": POLICE, "standing": "duke"}, "standing", "Choose what they may know."),
        ({"agency": POLICE, "office": "camden"}, "office", "There is no office"),
    ],
)
async def test_what_is_wrong_with_an_invitation_is_said_at_its_field(
    house: House, typed: dict[str, str], field: str, wrong: str
) -> None:
    browser = await house.signed_in(ADMIN)
    form = {**fields(await browser.get("/keep/accounts/invite")), "days": "3", **typed}
    refused = await browser.post("/keep/accounts/invite", data=form)

    assert refused.status_code == 422
    assert wrong in said(refused)
    assert f'id="{field}-wrong"' in refused.text
    assert fields(refused)["days"] == form["days"]


async def test_the_keeper_of_an_area_invites_to_nothing_higher_and_nowhere_else(house: House) -> None:
    browser = await house.signed_in(ADMIN)
    form = fields(await browser.get("/keep/accounts/invite"))

    for more in ({"agency": PROBATION, "standing": "admin"}, {"agency": POLICE, "area": "london"}):
        refused = await browser.post("/keep/accounts/invite", data={**form, **more})
        assert "You may not invite to that standing, agency or area" in said(refused)
