"""What is due for a check is confirmed with one press; a number that is wrong is put right for every post."""

import pytest
from sqlalchemy import delete

from directory.keeping.freshness import confirm, suspect
from directory.storage.database import writing
from directory.tables import SuspectNumber
from routing.snapshot import Number, PostKey, Snapshot
from routing.vocabulary import Provider, Role
from tests.bot.web.house import ADMIN, NOON, House
from tests.bot.web.keep.pages import fields, said, until

pytestmark = pytest.mark.asyncio(loop_scope="package")

REDDITCH, AS_WRITTEN = "+441527585152", "01527 585152"
MEANT = {"force": "yes"}  # holes are tested elsewhere; proving that there is none takes a while
POST = PostKey("west-mercia", "redditch", Provider.NPS, Role.DUTY_OFFICER)


def number_of(picture: Snapshot, post: PostKey) -> Number:
    number = picture.posts[post].number
    assert number
    return number


@pytest.fixture
async def reported(house: House) -> None:
    """A caller has said that the number of Redditch reaches the wrong person."""
    async with writing(house.directory.accounts.engine) as connection:
        await connection.execute(delete(SuspectNumber))
        await suspect(connection, REDDITCH, "wrong-person", NOON.date())


async def test_a_reported_number_comes_first_and_one_press_says_that_it_is_right(
    house: House, reported: None
) -> None:
    browser = await house.signed_in(ADMIN)
    assert "A caller has reported one of them." in said(await browser.get("/keep"))
    page = await browser.get("/keep/due")
    first = page.text.split("<h2>")[1]
    assert first.startswith(AS_WRITTEN)
    assert "A caller says that it reached the wrong person." in first
    assert "Used for: redditch" in first

    settled = await browser.post("/keep/due", data={"what": AS_WRITTEN})
    assert f"{AS_WRITTEN} was checked today and is right." in said(settled)
    assert f"<h2>{AS_WRITTEN}</h2>" not in settled.text
    await until(house, lambda picture: number_of(picture, POST).verified_on == NOON.date())

    again = await browser.post("/keep/due", data={"what": AS_WRITTEN})
    assert "not due any longer, or not yours to check" in said(again)
    assert "Xyzzy" not in (await browser.post("/keep/due", data={"what": "Xyzzy"})).text


async def test_a_number_that_is_wrong_is_changed_once_for_every_post_that_rings_it(
    house: House, reported: None
) -> None:
    browser = await house.signed_in(ADMIN)
    page = (await browser.get("/keep/due")).text
    address = page[page.index(f"<h2>{AS_WRITTEN}") :].split('href="')[1].split('"')[0]
    cells = fields(await browser.get(address))
    assert cells["e164"] == AS_WRITTEN

    saved = await browser.post(address, data={**cells, "e164": "01527 585153", **MEANT})
    assert saved.status_code == 303
    spo = POST._replace(role=Role.SPO)
    await until(
        house,
        lambda picture: {number_of(picture, post).e164 for post in (POST, spo)} == {"+441527585153"},
    )

    changed = fields(await browser.get(address))
    back = await browser.post(address, data={**changed, "e164": AS_WRITTEN, **MEANT})
    assert back.status_code == 303
    async with writing(house.directory.accounts.engine) as connection:
        await confirm(connection, REDDITCH, NOON.date())


async def test_a_run_of_a_programme_is_confirmed_by_its_code_and_in_welsh(house: House) -> None:
    browser = await house.signed_in(ADMIN)
    code = (await browser.get("/keep/due?language=cy")).text.split("west-mercia</h2>")[0].split("<h2>")[-1]
    done = await browser.post("/keep/due", data={"what": f"{code}west-mercia"})

    assert f"Gwiriwyd {code}west-mercia heddiw ac mae’n gywir." in said(done)
