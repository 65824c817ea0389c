"""The page in Welsh: asked for by the browser, or chosen by a link."""

import re

from httpx import ASGITransport, AsyncClient

from bot.channel import Channel
from bot.dialogue.dialogue import Dialogue
from bot.web.app import create_app
from tests.bot.sample_assistant import SampleDirectory, assistant_on
from tests.bot.web.test_app import _FRAGMENT, answers, ask, browser
from tests.bot.words.made_up import ROUTE, FakeAnswers
from tests.bot.words.test_welsh import english_in
from tests.routing.sample_directory import TUESDAY

__all__ = ["answers", "browser"]
_WELSH = {"Accept-Language": "cy-GB,cy;q=0.9,en;q=0.5"}


async def test_a_browser_that_likes_welsh_gets_the_page_in_welsh(browser: AsyncClient) -> None:
    page = (await browser.get("/", headers=_WELSH)).text

    assert '<html lang="cy">' in page
    assert "pwy i’w ffonio yn y gwasanaeth prawf" in page
    assert '<a href="/?language=en" lang="en" hreflang="en">English</a>' in page
    assert 'data-waiting="Yn chwilio"' in page


async def test_a_choice_beats_the_browser_and_is_kept_in_a_cookie_that_says_nothing_else(
    browser: AsyncClient, answers: FakeAnswers
) -> None:
    chosen = await browser.get("/?language=cy", headers={"Accept-Language": "en"})
    assert '<html lang="cy">' in chosen.text
    kept = chosen.headers["set-cookie"]
    assert kept.startswith("language=cy; HttpOnly; Max-Age=31536000; Path=/; SameSite=strict")

    assert "Gofynnwch am:" in await ask(browser, answers, ROUTE, text="torri amodau, Worcester")
    assert '<html lang="en">' in (await browser.get("/?language=en", headers=_WELSH)).text
    assert "Ask for:" in await ask(browser, answers, ROUTE, text="breach, Worcester")


async def test_a_language_that_is_not_ours_changes_nothing(browser: AsyncClient) -> None:
    page = await browser.get("/?language=%3Cscript%3E")

    assert '<html lang="en">' in page.text
    assert "set-cookie" not in page.headers


async def test_what_stands_in_english_is_marked_as_english(
    browser: AsyncClient, answers: FakeAnswers
) -> None:
    answers.ready.append(ROUTE)
    fragment = (await browser.post("/", data={"text": "x"}, headers=_FRAGMENT | _WELSH)).text

    assert '<span lang="en">NPS SPO</span>' in fragment
    post, beside = "NPS Probation Duty Officer", "(swyddog ar ddyletswydd yr NPS)"
    assert f'<strong lang="en">{post}</strong><strong> {beside}</strong>' in fragment
    assert "Ffoniwch swyddfa brawf Worcester" in fragment


async def test_in_english_nothing_is_marked(browser: AsyncClient, answers: FakeAnswers) -> None:
    answers.ready.append(ROUTE)

    assert "lang=" not in (await browser.post("/", data={"text": "x"}, headers=_FRAGMENT)).text


async def test_an_address_without_a_page_is_said_in_welsh(browser: AsyncClient) -> None:
    assert "Nid oes tudalen" in (await browser.get("/nowhere", headers=_WELSH)).text


async def test_a_conversation_on_the_page_is_in_welsh_on_both_sides() -> None:
    assistant = assistant_on(SampleDirectory())
    app = create_app(Dialogue(assistant, lambda: TUESDAY), Channel("web", "west-mercia"))
    async with AsyncClient(
        transport=ASGITransport(app), base_url="http://signpost", headers=_WELSH
    ) as client:
        before = ""
        for text, heard in (
            ("gwaith di-dâl, Redditch", "Deallwyd: Redditch · gwaith di-dâl"),
            ("ac yn Worcester?", "Deallwyd: Worcester · gwaith di-dâl"),
            ("dim ateb", "Dim ateb?"),
            ("pam?", "Ffynhonnell:"),
            ("mae rhywun yn ymosod arna i", "Ffoniwch <a"),
        ):
            page = (await client.post("/", data={"text": text, "before": before})).text
            before = re.findall('name="before" value="([^"]*)"', page)[0]
            shown = re.sub(r'<(span|strong) lang="en">.*?</\1>', "", page.split("<main>")[1])
            assert heard in page
            assert english_in(re.sub("<[^>]*>", " ", shown).splitlines()) == []
        assert re.findall('<h2 class="danger">Ffoniwch <a[^>]*>999</a> os oes rhywun mewn perygl', page)
