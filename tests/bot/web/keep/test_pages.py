"""What holds for all of the keeper's pages: whom they are for, both languages, and the way among them."""

import re

import pytest

from directory.exchange.areas_kept import KEPT_BY_ROW, kinds_kept
from tests.bot.web.house import ADMIN, ADMIN_OF_ALL, OFFICER, PARTNER, RECEPTION, House
from tests.bot.web.keep.pages import said

pytestmark = pytest.mark.asyncio(loop_scope="package")

PAGES = (
    "/keep",
    "/keep/due",
    "/keep/directory",
    "/keep/directory/contacts",
    "/keep/directory/contacts/add",
    "/keep/directory/offices/rows/worcester",
    "/keep/directory/offices/rows/worcester/end",
    "/keep/unanswered",
    "/keep/accounts",
    "/keep/accounts/invite",
    "/keep/audit",
)


async def test_a_keepers_page_is_for_admins_alone(house: House) -> None:
    for page in PAGES:
        assert (await house.browser().get(page)).headers["location"].startswith("/sign-in?next=%2Fkeep")
    for offer in (PARTNER, RECEPTION, OFFICER):
        browser = await house.signed_in(offer)
        for page in PAGES:
            assert (await browser.get(page)).status_code == 403, page
            if page not in ("/keep", "/keep/directory"):
                assert (await browser.post(page, data={})).status_code in (403, 405), page


async def test_each_page_is_drawn_in_both_languages_without_script_or_style_of_its_own(house: House) -> None:
    browser = await house.signed_in(ADMIN_OF_ALL)
    kinds = [f"/keep/directory/{kind.name}{more}" for kind in KEPT_BY_ROW for more in ("", "/add")]
    for page in (*PAGES, *kinds):
        english = await browser.get(f"{page}?language=en")
        welsh = await browser.get(f"{page}?language=cy")
        assert english.status_code == welsh.status_code == 200, page
        assert '<html lang="cy">' in welsh.text
        assert said(english) != said(welsh)
        assert not re.search(r"<script|<style| style=| on[a-z]+=", english.text), page
        ids = re.findall(r' id="([^"]+)"', english.text)
        assert len(ids) == len(set(ids)), page
        for name in re.findall(r'<label for="([^"]+)"', english.text):
            assert name in ids, page


async def test_every_page_leads_to_every_other_and_says_where_one_is(house: House) -> None:
    browser = await house.signed_in(ADMIN)
    for page in (
        "/keep",
        "/keep/due",
        "/keep/directory",
        "/keep/unanswered",
        "/keep/accounts",
        "/keep/audit",
    ):
        shown = (await browser.get(page)).text
        assert f'<a href="{page}" aria-current="page">' in shown
        for other in ("rota", "holes", "import", "due", "directory", "unanswered", "accounts", "audit"):
            assert f'<a href="/keep/{other}"' in shown


async def test_the_keeper_of_an_area_is_shown_the_kinds_that_have_areas(house: House) -> None:
    browser = await house.signed_in(ADMIN)
    shown = (await browser.get("/keep/directory")).text

    assert set(re.findall(r'href="/keep/directory/([a-z-]+)"', shown)) == {
        kind.name for kind in kinds_kept("west-mercia")
    }
    for hidden in ("providers", "cases", "accounts", "rota", "nothing"):
        assert (await browser.get(f"/keep/directory/{hidden}")).status_code == 404
