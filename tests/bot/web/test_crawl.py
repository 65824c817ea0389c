"""Each page as each standing sees it: who is let in, where its links lead, and that nobody is told too much.

A route that is new has to be added to `FOR` in crawling.py, or these tests fail.
"""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from directory.settings import DirectorySettings
from tests.bot.web.crawling import (
    CASE,
    FOR,
    FOR_EVER,
    MANAGES,
    REFERENCE,
    STAFF_NAMES,
    WHO,
    Crawl,
    begun,
    expected,
    filled,
    get,
    is_for_programs,
    made_up,
    seen_by,
    suspended,
    told,
)
from tests.bot.web.house import open_house
from tests.directory.asked_once import asked_once
from tests.directory.made_up_rota import HEADING, bring_in

pytestmark = pytest.mark.asyncio(loop_scope="module")
ASKED = ("Birch", "01632 960001", "who is the duty officer in Worcester?", f"who has {REFERENCE}?", REFERENCE)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def crawl(tmp_path_factory: pytest.TempPathFactory, template_with_rota: Path) -> AsyncIterator[Crawl]:
    folder = tmp_path_factory.mktemp("crawl")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("directory.proof.proof.needs_of", asked_once)
        filled_in = shutil.copytree(template_with_rota, folder / "filled")
        settings = DirectorySettings(data_dir=filled_in)
        await bring_in(settings, "rota", HEADING + MANAGES, force=True)
        async with open_house(folder, filled_in) as house:
            yield await filled(house, folder)


async def test_every_route_is_listed_with_whom_it_is_for(crawl: Crawl) -> None:
    pages = {path for path in crawl.served if not is_for_programs(path)}

    assert pages - FOR.keys() == set(), "say in FOR whom these are for"
    assert FOR.keys() - pages == set(), "these are served no longer"


async def test_each_page_opens_for_those_it_is_for_and_for_nobody_else(crawl: Crawl) -> None:
    wrong = []
    for path, methods in crawl.served.items():
        if "GET" not in methods or is_for_programs(path):
            continue
        for who in WHO:
            if path == FOR_EVER:
                status = await begun(crawl, who, path)
            else:
                status = (await get(crawl, who, made_up(path))).status_code
            if status not in expected(path, who):
                wrong.append(f"{path} as {who}: {status}")
    assert wrong == []


async def test_nothing_is_changed_for_those_it_is_not_for_nor_by_a_form_that_is_not_ours(
    crawl: Crawl,
) -> None:
    wrong = []
    for path, methods in crawl.served.items():
        if "POST" not in methods or is_for_programs(path) or path == "/":
            continue
        for who, browser in crawl.browsers.items():
            ours = browser.headers.get("x-csrf-token")
            for token in (None, *([ours] if who not in FOR[path] else [])):
                headers = {"x-csrf-token": token or "of another page"}
                answer = await browser.post(made_up(path), data={"session": "all"}, headers=headers)
                refused = {303} if who == "public" and who not in FOR[path] else {403}
                if answer.status_code not in refused:
                    wrong.append(f"{path} as {who}: {answer.status_code}")
    assert wrong == []


async def test_programs_are_nobody_by_what_a_browser_shows(crawl: Crawl) -> None:
    wrong = []
    for path, methods in crawl.served.items():
        if is_for_programs(path) and "GET" in methods:
            first = await get(crawl, "public", made_up(path))
            for who in WHO[1:]:
                answer = await get(crawl, who, made_up(path))
                if (answer.status_code, answer.content) != (first.status_code, first.content):
                    wrong.append(f"{path} as {who}")
            if first.status_code >= 500 or told(first.text, (*STAFF_NAMES, *crawl.afar, *CASE)):
                wrong.append(path)
    assert wrong == []


@pytest.mark.parametrize("who", WHO)
async def test_no_link_leads_nowhere_and_no_page_tells_too_much(crawl: Crawl, who: str) -> None:
    seen = await seen_by(crawl, who)
    shut = {one: answer.status_code for one, answer in seen.items() if answer.status_code != 200}
    assert shut == {}

    never = [*CASE, REFERENCE]
    if who in WHO[:3]:
        never += STAFF_NAMES
    too_much = {one: told(answer.text, tuple(never)) for one, answer in seen.items()}
    kept = {one: told(answer.text, crawl.afar) for one, answer in seen.items() if who != "admin of all"}
    assert {one: what for one, what in (too_much | kept).items() if what} == {}


async def test_who_keeps_one_area_reaches_nothing_of_another_by_its_address(crawl: Crawl) -> None:
    for kind, row in (("people", "sample-afar"), ("agencies", "sample-thames"), ("offices", "camden")):
        for below in ("", "/end"):
            address = f"/keep/directory/{kind}/rows/{row}{below}"
            assert (await get(crawl, "admin of all", address)).status_code == 200, address
            assert (await get(crawl, "admin of an area", address)).status_code == 404, address
    assert (await get(crawl, "admin of an area", "/overview?area=london")).status_code == 403

    for who in WHO[5:]:
        looked_for = {"find": "sample-afar", "area": "london"}
        people = await crawl.browsers[who].post("/keep/directory/people", data=looked_for)
        accounts = await crawl.browsers[who].get("/keep/accounts", params={"agency": "sample-thames"})
        file = await get(crawl, who, "/keep/import/rows/people.csv")
        assert "Birch (sample)" in file.text
        shown = {
            "Afar Sentinel" in people.text,
            "Afar Sentinel" in file.text,
            crawl.afar[-1] in accounts.text,
        }
        assert shown == {who == "admin of all"}


@pytest.mark.parametrize("who", WHO)
async def test_what_is_asked_is_answered_by_the_standing(crawl: Crawl, who: str) -> None:
    browser, found = crawl.browsers[who], set[str]()
    token = browser.headers.get("x-csrf-token", "")
    for path in ("/", "/desk", "/desk/look"):
        for text in ASKED:
            answer = await browser.post(path, data={"text": text, "csrf": token})
            assert answer.status_code == (200 if who in FOR[path] else 303 if who == "public" else 403)
            found |= told(answer.text, (*STAFF_NAMES, *CASE))
    assert found == ({*STAFF_NAMES, *CASE} - {"Holder Sentinel"} if who in WHO[3:] else set())


async def test_what_is_not_told_is_there_to_be_told(crawl: Crawl) -> None:
    """Or the test above could not fail."""
    seen = await seen_by(crawl, "admin of all")
    found = set().union(*(told(answer.text, (*STAFF_NAMES, *crawl.afar)) for answer in seen.values()))
    assert {"Birch (sample)", "Holder Sentinel", crawl.afar[-1]} <= found
    assert len(seen) > 25


async def test_whoever_is_suspended_meanwhile_is_the_public_from_the_next_page_on(crawl: Crawl) -> None:
    browser = await suspended(crawl)
    for path, methods in crawl.served.items():
        if "GET" not in methods or is_for_programs(path) or path == FOR_EVER:
            continue
        answer = await browser.get(made_up(path))
        own = path in ("/sign-in/sessions", "/sign-in/leave")  # to see why, and to sign out
        status = {200} if own else expected(path, "public") if "public" in FOR[path] else {403}
        assert answer.status_code in status, path
        assert told(answer.text, (*STAFF_NAMES, *CASE, *crawl.afar)) == set()
