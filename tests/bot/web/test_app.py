"""The web channel, as a browser meets it."""

import logging
import re
from collections.abc import AsyncIterator
from datetime import datetime

import pytest
from httpx import ASGITransport, AsyncClient
from msgspec.structs import replace

from bot.channel import Channel, KnowsNobody
from bot.dialogue.dialogue import Dialogue
from bot.limits import WEB
from bot.web.app import create_app
from bot.web.cookies import Cookies
from bot.web.drawing import FOLDER
from bot.web.visitors import Visitors
from routing.answer import Answer
from routing.enquiry import FollowUp
from routing.hours import LONDON
from routing.vocabulary import Provider, Standing, Topic
from tests.bot.words.made_up import (
    CLARIFY,
    DUTY_OFFICER,
    EMERGENCY,
    FOLLOW_UP,
    ROUTE,
    UNKNOWN,
    FakeAnswers,
)

_NOW = datetime(2014, 7, 8, 10, 30, tzinfo=LONDON)
BEFORE = f"{int(_NOW.timestamp())}.n:do:n:{FOLLOW_UP}"
_FRAGMENT = {"X-Requested-With": "fetch"}


@pytest.fixture
def answers() -> FakeAnswers:
    return FakeAnswers()


@pytest.fixture
async def browser(answers: FakeAnswers) -> AsyncIterator[AsyncClient]:
    app = create_app(Dialogue(answers, lambda: _NOW), Channel("web", "west-mercia"))
    async with AsyncClient(transport=ASGITransport(app), base_url="http://signpost") as client:
        yield client


async def ask(browser: AsyncClient, answers: FakeAnswers, answer: Answer, **fields: str) -> str:
    answers.ready.append(answer)
    response = await browser.post("/", data=fields)
    assert response.status_code == 200
    return response.text


async def test_the_page_says_what_it_is_and_offers_examples(browser: AsyncClient) -> None:
    page = (await browser.get("/")).text

    assert '<html lang="en">' in page
    assert "Tells partner agencies whom to ring in probation, in order, and why." in page
    assert 'value="breach of a community order, Redditch"' in page
    assert "18001 before the number" in page
    assert '<label for="text">' in page


async def test_a_question_is_answered_on_the_same_page_with_a_link_that_rings(
    browser: AsyncClient, answers: FakeAnswers
) -> None:
    page = await ask(browser, answers, ROUTE, text="breach, Worcester")

    assert '<a class="phone" href="tel:+441905723591">01905 723591</a>' in page
    assert '<p class="copy">+44 1905 723591</p>' in page
    assert f'name="before" value="{BEFORE}"' in page
    assert 'role="log" aria-live="polite"' in page


async def test_an_enquiry_from_the_web_is_the_publics_at_the_deployments_time_and_area(
    browser: AsyncClient, answers: FakeAnswers
) -> None:
    await ask(browser, answers, ROUTE, text="  breach, Worcester ")

    (enquiry,) = answers.asked
    assert (enquiry.text, enquiry.at, enquiry.area, enquiry.standing, enquiry.follow_up) == (
        "breach, Worcester",
        _NOW,
        "west-mercia",
        Standing.PUBLIC,
        None,
    )


async def test_a_flood_from_one_address_is_told_how_long_to_wait(answers: FakeAnswers) -> None:
    class NoDanger(KnowsNobody):
        def in_danger(self, text: str, area: str) -> bool:
            return "knife" in text

    app = create_app(Dialogue(answers, lambda: _NOW), Channel("web", "west-mercia", NoDanger()))
    async with AsyncClient(transport=ASGITransport(app), base_url="http://signpost") as client:
        for _ in range(WEB.burst):
            await ask(client, answers, ROUTE, text="breach")
        response = await client.post("/", data={"text": "breach", "before": "1.x"})
        assert response.status_code == 429
        assert "Wait 2 seconds and ask again" in response.text
        assert "call 999" in response.text
        assert 'value="1.x"' in response.text
        await ask(client, answers, ROUTE, text="he has a knife")


async def test_a_script_gets_the_answer_alone(browser: AsyncClient, answers: FakeAnswers) -> None:
    answers.ready.append(ROUTE)
    fragment = (await browser.post("/", data={"text": "breach"}, headers=_FRAGMENT)).text

    assert fragment.startswith(f'<article class="reply" data-before="{BEFORE}">')
    assert "<html" not in fragment


async def test_what_was_typed_never_comes_back(browser: AsyncClient, answers: FakeAnswers) -> None:
    assert "Xyzzy" not in await ask(browser, answers, ROUTE, text="who has Xyzzy?")


async def test_what_was_typed_is_not_logged(
    browser: AsyncClient, answers: FakeAnswers, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        await ask(browser, answers, ROUTE, text="who has Xyzzy?")

    assert "Xyzzy" not in caplog.text


async def test_a_failure_on_our_side_is_said_calmly_and_logged_without_its_words(
    browser: AsyncClient, answers: FakeAnswers, caplog: pytest.LogCaptureFixture
) -> None:
    response = await browser.post("/", data={"text": "who has Xyzzy?"})  # no answer was laid ready

    assert response.status_code == 500
    assert "the fault is on our side" in response.text
    assert response.headers["cache-control"] == "no-store"
    assert [record.getMessage() for record in caplog.records if record.name == "bot.web.app"] == [
        "a web question could not be answered: IndexError"
    ]


async def test_pressing_no_answer_shows_the_next_step(browser: AsyncClient, answers: FakeAnswers) -> None:
    page = await ask(browser, answers, ROUTE, press=f"n:do:n:{FOLLOW_UP}")

    assert "Ask for: <strong>NPS SPO</strong>" in page
    assert answers.asked[0].follow_up == FollowUp("west-mercia", "worcester", Topic.CASE, Provider.NPS)
    assert answers.asked[0].text == ""


async def test_pressing_why_shows_the_sources(browser: AsyncClient, answers: FakeAnswers) -> None:
    page = await ask(browser, answers, ROUTE, press=f"w:::{FOLLOW_UP}")

    assert "(Source: West Mercia update, July 2014.)" in page


async def test_the_choices_of_a_question_stand_right_under_it(
    browser: AsyncClient, answers: FakeAnswers
) -> None:
    page = await ask(browser, answers, CLARIFY, text="breach")

    places = [page.index(mark) for mark in ("Which town", ">Redditch</button>", "Not sure?")]
    assert places == sorted(places)


async def test_danger_is_the_first_heading_in_words_with_a_link_to_999(
    browser: AsyncClient, answers: FakeAnswers
) -> None:
    page = await ask(browser, answers, EMERGENCY, text="he has a knife")

    headings = re.findall(r"<h2.*", page)
    assert headings[0] == (
        '<h2 class="danger">Call <a class="phone" href="tel:999">999</a> '
        "if someone is in immediate danger.</h2>"
    )


async def test_a_further_question_carries_what_the_last_answer_settled(
    browser: AsyncClient, answers: FakeAnswers
) -> None:
    await ask(browser, answers, ROUTE, text="and in Redditch?", before=BEFORE)

    assert answers.asked[0].follow_up == FollowUp("west-mercia", "worcester", Topic.CASE, Provider.NPS)


@pytest.mark.parametrize(
    "before",
    [
        "@atlantis|||||",
        f"{int(_NOW.timestamp())}.n:::@atlantis|||||",
        f"{int(_NOW.timestamp())}.",
        f"{int(_NOW.timestamp()) - 31 * 60}.n:::{FOLLOW_UP}",
        f"{int(_NOW.timestamp()) + 31 * 60}.n:::{FOLLOW_UP}",
        f"{'9' * 40}.n:::{FOLLOW_UP}",
        f"²².n:::{FOLLOW_UP}",
        f".n:::{FOLLOW_UP}",
    ],
)
async def test_where_a_conversation_stood_is_left_out_quietly_if_it_is_old_or_made_up(
    browser: AsyncClient, answers: FakeAnswers, before: str
) -> None:
    await ask(browser, answers, ROUTE, text="and in Redditch?", before=before)

    assert answers.asked[0].follow_up is None


@pytest.mark.parametrize("press", ["nonsense", "n:do:n:nowhere|||||", "n:do:n:", "\x00", "n:do:n:@x|||||"])
async def test_a_button_that_cannot_be_read_says_so_and_how_to_go_on(
    browser: AsyncClient, answers: FakeAnswers, press: str
) -> None:
    response = await browser.post("/", data={"press": press})

    assert response.status_code == 400
    assert "That button is from an older page" in response.text
    assert 'id="text"' in response.text
    assert answers.asked == []


async def test_an_empty_question_says_what_to_type(browser: AsyncClient) -> None:
    response = await browser.post("/", data={"text": "  "})

    assert response.status_code == 400
    assert "Nothing was typed. Say what you need, with the town." in response.text


@pytest.mark.parametrize("length", [4097, 60_000, 300_000])
async def test_a_long_text_is_answered_for_its_beginning_and_says_so(
    browser: AsyncClient, answers: FakeAnswers, length: int
) -> None:
    page = await ask(browser, answers, ROUTE, text="é" * length)

    assert answers.asked[0].text == "é" * 4096
    assert "only the first 4,096 characters were read" in page


async def test_a_text_of_exactly_the_longest_length_is_not_remarked_on(
    browser: AsyncClient, answers: FakeAnswers
) -> None:
    assert "were read" not in await ask(browser, answers, ROUTE, text="a" * 4096)


@pytest.mark.parametrize(
    "body",
    [
        b"text=%ff%fe%00",
        b"text=\xff\xfe\x00\xed\xa0\x80",
        b"\xff",
        b"",
        b"text",
        b"&" * 5000,
        b"{}",
        b"a=b&" * 99,
    ],
)
async def test_odd_bytes_are_answered_calmly(browser: AsyncClient, answers: FakeAnswers, body: bytes) -> None:
    answers.ready.append(UNKNOWN)
    response = await browser.post("/", content=body)

    assert response.status_code in {200, 400}
    assert "<article" in response.text


async def test_markup_in_the_directory_is_shown_and_not_obeyed(
    browser: AsyncClient, answers: FakeAnswers
) -> None:
    step = replace(DUTY_OFFICER, place="<script>alert(1)</script>", phone='"><img src=x>')
    page = await ask(browser, answers, replace(ROUTE, steps=(step,), follow_up='"><b>'), text="breach")

    assert "<script>alert" not in page
    assert "<img" not in page
    assert '"><b>' not in page


@pytest.mark.parametrize("path", ["/", "/static/chat.js", "/nowhere"])
async def test_every_response_keeps_the_page_to_itself(browser: AsyncClient, path: str) -> None:
    headers = (await browser.get(path)).headers

    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "form-action 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "strict-transport-security" not in headers
    assert headers["cache-control"] == ("no-cache" if path.startswith("/static") else "no-store")


async def test_who_comes_by_https_is_told_to_come_by_nothing_else(answers: FakeAnswers) -> None:
    channel = Channel("web", "west-mercia")
    visitors = Visitors(channel, Cookies(https=True))
    app = create_app(Dialogue(answers, lambda: _NOW), channel, visitors=visitors)
    async with AsyncClient(transport=ASGITransport(app), base_url="https://signpost") as browser:
        assert (await browser.get("/")).headers["strict-transport-security"] == "max-age=31536000"


async def test_the_page_needs_nothing_that_its_policy_keeps_out(browser: AsyncClient) -> None:
    page = (await browser.get("/")).text

    assert not re.search(r"<style|style=|<script>|\son[a-z]+=|https?://", page)
    assert re.findall(r'(?:src|href)="(/static/[^"]+)"', page) == [
        "/static/signpost.svg",
        "/static/colours.css",
        "/static/style.css",
        "/static/chat.js",
    ]


async def test_the_page_with_all_that_it_loads_is_light(browser: AsyncClient) -> None:
    page = (await browser.get("/")).text
    files = re.findall(r'(?:src|href)="/(static/[^"]+)"', page)
    loaded = sum((FOLDER / file).stat().st_size for file in files)

    assert len(files) > 2
    assert len(page) + loaded < 20_000


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/nowhere", 404), ("DELETE", "/", 405)])
async def test_an_address_that_is_not_there_offers_the_question_instead(
    browser: AsyncClient, method: str, path: str, status: int
) -> None:
    response = await browser.request(method, path)

    assert response.status_code == status
    assert "There is no page at this address. Ask here instead." in response.text
    assert 'id="text"' in response.text


async def test_another_areas_page_has_no_examples_from_west_mercia(answers: FakeAnswers) -> None:
    app = create_app(Dialogue(answers, lambda: _NOW), Channel("web", "london"))
    async with AsyncClient(transport=ASGITransport(app), base_url="http://signpost") as client:
        page = (await client.get("/")).text

    assert "Redditch" not in page
    assert 'value="breach of a community order"' in page


async def test_a_browser_that_hangs_up_while_it_asks_ends_quietly_and_nothing_is_answered(
    answers: FakeAnswers,
) -> None:
    app = create_app(Dialogue(answers, lambda: _NOW), Channel("web", "west-mercia"))
    coming: list[dict[str, object]] = [
        {"type": "http.request", "body": b"text=breach", "more_body": True},
        {"type": "http.disconnect"},
    ]
    scope = {
        "type": "http", "method": "POST", "path": "/", "raw_path": b"/", "query_string": b"",
        "headers": [(b"content-length", b"5000")], "http_version": "1.1", "scheme": "http",
        "server": ("signpost", 80), "client": ("127.0.0.1", 1), "root_path": "",
    }  # fmt: skip

    async def receive() -> dict[str, object]:
        return coming.pop(0)

    async def send(message: object) -> None:
        """Nobody hears it."""

    await app(scope, receive, send)

    assert answers.asked == []
