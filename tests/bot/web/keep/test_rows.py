"""A keeper finds a row, changes it, adds one and ends one; whatever is wrong is said at its field."""

import pytest

from routing.snapshot import PostKey
from routing.vocabulary import Provider, Role
from tests.bot.web.house import ADMIN, ADMIN_OF_ALL, House
from tests.bot.web.keep.pages import fields, row_address, said, until

pytestmark = pytest.mark.asyncio(loop_scope="package")

MEANT = {"force": "yes"}  # one test is about holes; proving in each that there is none takes a while
WORCESTER_SPO = "west-mercia, worcester, crc, spo"
WORCESTER = "west-mercia, worcester, nps, duty_officer"


async def test_rows_are_found_by_any_of_their_words_and_by_digits_however_grouped(house: House) -> None:
    browser = await house.signed_in(ADMIN)

    for find, some, none in (
        ("worcester NPS", "worcester, nps, spo", "redditch"),
        ("01905723975", "braley-house", "redditch"),
    ):
        page = await browser.post("/keep/directory/contacts", data={"find": find})
        assert some in page.text
        assert f"{none}, nps" not in page.text
        assert fields(page)["find"] == find
    assert "Nothing was found." in said(await browser.post("/keep/directory/contacts", data={"find": "xyz"}))


async def test_a_long_list_is_shown_a_page_at_a_time(house: House) -> None:
    browser = await house.signed_in(ADMIN)
    first = await browser.get("/keep/directory/places")
    second = await browser.post("/keep/directory/places", data={"page": "1"})

    assert "Page 1 of" in said(first)
    assert "Page 2 of" in said(second)
    assert len(second.content) < 100_000
    assert "Page 1 of" in said(await browser.post("/keep/directory/places", data={"page": "nonsense"}))


async def test_a_change_is_saved_and_answers_have_it_without_a_restart(house: House) -> None:
    browser = await house.signed_in(ADMIN)
    address = await row_address(browser, "contacts", WORCESTER_SPO)
    cells = fields(await browser.get(address))
    assert cells["number"] == "01905 723591"

    saved = await browser.post(address, data={**cells, "ask_for": "CRC manager on duty", **MEANT})

    assert (saved.status_code, saved.headers["location"]) == (303, "/keep/directory/contacts?done=change")
    assert "It is saved." in said(await browser.get(saved.headers["location"]))
    post = PostKey("west-mercia", "worcester", Provider.CRC, Role.SPO)
    await until(house, lambda picture: picture.posts[post].ask_for == "CRC manager on duty")


async def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(house: House) -> None:
    browser = await house.signed_in(ADMIN)
    address = await row_address(browser, "contacts", WORCESTER)
    cells = fields(await browser.get(address))
    typed = {**cells, "hours": "nine to five", "number": "12", "ask_for": "", "extension": "44", "since": "x"}
    del typed["since"]

    refused = await browser.post(address, data=typed)

    assert refused.status_code == 422
    assert {name: fields(refused)[name] for name in typed} == typed
    assert '<a href="#hours">Hours</a>' in refused.text
    assert 'id="ask_for-wrong-1">Nothing stands there; write text of at most 300 characters' in refused.text
    for name in ("hours", "number", "ask_for"):
        assert f'aria-describedby="{name}-hint {name}-wrong-1" aria-invalid="true"' in refused.text
    assert "It is not saved yet." in said(refused)


async def test_a_day_that_cannot_be_read_is_said_at_its_field(house: House) -> None:
    browser = await house.signed_in(ADMIN)
    address = await row_address(browser, "contacts", WORCESTER)
    refused = await browser.post(address, data={**fields(await browser.get(address)), "since": "soon"})

    assert '<a href="#since">From which day the change holds</a>' in refused.text
    assert fields(refused)["since"] == "soon"


async def test_in_welsh_what_is_wrong_is_said_in_welsh(house: House) -> None:
    browser = await house.signed_in(ADMIN)
    address = await row_address(browser, "contacts", WORCESTER)
    cells = fields(await browser.get(address))

    refused = await browser.post(f"{address}?language=cy", data={**cells, "valid_to": "soon", "ask_for": ""})

    assert "Nid yw’r newid wedi’i gadw eto." in said(refused)
    assert '"soon": nid yw’n ddyddiad; ysgrifennwch ef fel 2014-06-02' in said(refused)
    assert "Nid oes dim yma; ysgrifennwch destun o 300 nod ar y mwyaf" in said(refused)


async def test_a_hole_is_shown_and_opened_only_where_it_is_meant(house: House) -> None:
    browser = await house.signed_in(ADMIN)
    address = await row_address(browser, "contacts", "west-mercia, braley-house, nps, approved_premises")
    cells = fields(await browser.get(address))
    without = {**cells, "number": ""}

    refused = await browser.post(address, data=without)
    assert "somebody would be left with nobody to ring" in said(refused)
    assert "whatever is asked, Worcester" in said(refused)
    assert "no number is answered." in said(refused)
    assert fields(refused)["number"] == ""

    assert (await browser.post(address, data={**without, **MEANT})).status_code == 303
    back = {**fields(await browser.get(address)), "number": cells["number"], **MEANT}
    assert (await browser.post(address, data=back)).status_code == 303


async def test_a_row_is_added_changed_from_a_day_on_and_ended(house: House) -> None:
    browser = await house.signed_in(ADMIN)
    empty = await browser.get("/keep/directory/contacts/add")
    assert fields(empty)["area"] == "west-mercia"
    new = {
        **fields(empty),
        "office": "redditch",
        "provider": "crc",
        "role": "lead",
        "topic": "iom",
        "ask_for": "the IOM lead",
        "number": "01527 585152",
        "source": "rang the office",
        "valid_from": "2026-11-01",
        **MEANT,
    }
    named = "west-mercia, redditch, crc, lead, iom"

    assert (await browser.post("/keep/directory/contacts/add", data=new)).status_code == 303
    again = await browser.post("/keep/directory/contacts/add", data=new)
    assert "is there already; change that one" in said(again)

    address = await row_address(browser, "contacts", named)
    later = {
        **fields(await browser.get(address)),
        "ask_for": "the new IOM lead",
        "since": "1/2/2027",
        **MEANT,
    }
    assert (await browser.post(address, data=later)).status_code == 303
    shown = said(await browser.post("/keep/directory/contacts", data={"find": "IOM lead"}))
    assert "until before 2027-02-01" in shown
    assert "from 2027-02-01" in shown

    assert "the IOM lead" in said(await browser.get(f"{address}/end"))
    ending = fields(await browser.get(f"{address}/end"))
    refused = await browser.post(f"{address}/end", data={**ending, "since": "2027-03-01"})
    assert "does not hold" in said(refused)
    assert fields(refused)["since"] == "2027-03-01"
    assert (await browser.post(f"{address}/end", data={**ending, **MEANT})).status_code == 303
    assert (await browser.get(address)).status_code == 404


async def test_whoever_saves_later_is_shown_what_stands_there_now_and_may_save_again(house: House) -> None:
    first, second = await house.signed_in(ADMIN), await house.signed_in(ADMIN)
    address = await row_address(first, "contacts", "west-mercia, redditch, crc, spo")
    cells = fields(await first.get(address))
    assert (await first.post(address, data={**cells, "extension": "12", **MEANT})).status_code == 303

    late = await second.post(address, data={**cells, "extension": "13", "ask_for": "", **MEANT})
    assert "somebody else has changed it since you opened it" in said(late)
    assert '<a href="#extension">Extension</a></dt><dd>12</dd>' in late.text
    assert fields(late)["extension"] == "13"
    wrong = await second.post(address, data={**fields(late), **MEANT})
    assert "Nothing stands there" in said(wrong)
    end = await second.post(f"{address}/end", data={"seen": cells["seen"], **MEANT})
    assert "somebody else has changed it since you opened it" in said(end)

    again = {**fields(wrong), "ask_for": cells["ask_for"], **MEANT}
    assert (await second.post(address, data=again)).status_code == 303
    assert fields(await first.get(address))["extension"] == "13"


async def test_an_id_is_for_good(house: House) -> None:
    browser = await house.signed_in(ADMIN_OF_ALL)
    page = await browser.get("/keep/directory/offices/rows/worcester")
    assert 'name="id" value="worcester" readonly' in page.text

    refused = await browser.post(
        "/keep/directory/offices/rows/worcester", data={**fields(page), "id": "worcester-2"}
    )
    assert "it is for good; add a new row instead" in said(refused)


async def test_several_of_a_few_words_are_chosen_by_boxes(house: House) -> None:
    browser = await house.signed_in(ADMIN)
    team = {"id": "sample-team", "name": "Sample team", "provider": "crc", "area": "west-mercia"}
    new = {**team, "topics": ["unpaid_work", "programme"], "source": "made up", "sample": "yes"}

    assert (await browser.post("/keep/directory/teams/add", data=new)).status_code == 303
    page = await browser.get("/keep/directory/teams/rows/sample-team")
    assert page.text.count('name="topics"') > 20
    assert page.text.count(" checked") == 2


async def test_the_keeper_of_an_area_reaches_no_row_of_another(house: House) -> None:
    everything, browser = await house.signed_in(ADMIN_OF_ALL), await house.signed_in(ADMIN)
    elsewhere = await row_address(everything, "contacts", "london, camden, nps, duty_officer")

    for address in (elsewhere, f"{elsewhere}/end", "/keep/directory/offices/rows/camden"):
        assert (await browser.get(address)).status_code == 404
        assert (await browser.post(address, data={})).status_code == 404
    assert "camden" not in (await browser.post("/keep/directory/contacts", data={"area": "london"})).text
    assert (await browser.get("/keep/directory/numbers/add")).status_code == 404

    here = await row_address(browser, "contacts", WORCESTER)
    taken = {**fields(await browser.get(here)), "area": "london", "office": "camden"}
    assert "is not in the area that you keep" in said(await browser.post(here, data=taken))
