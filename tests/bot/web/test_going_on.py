"""A conversation on the page, as a browser without JavaScript has it: every form is sent, nothing else."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from html import unescape

import pytest
from httpx import ASGITransport, AsyncClient

from bot.channel import Channel
from bot.dialogue.dialogue import Dialogue
from bot.dialogue.reporting import Reporting
from bot.web.app import create_app
from tests.bot.sample_assistant import SampleDirectory, assistant_on
from tests.bot.telegram.answers import PreparedKeeping
from tests.clock import Clock
from tests.routing.sample_directory import TUESDAY

ASSISTANT = assistant_on(SampleDirectory())
BREACH = "breach on a CRC case, Redditch"


class Browser:
    """Fills in forms and presses buttons; the page it shows is the last that came."""

    def __init__(self, client: AsyncClient) -> None:
        self.client = client
        self.page = ""

    async def says(self, text: str) -> str:
        """Send what was typed, with what the page carries."""
        return await self._send({"text": text, "before": self._value_of("before")})

    async def presses(self, label: str) -> str:
        """Press a button of the page; its form carries nothing else."""
        buttons = re.findall(r'name="press" value="([^"]*)">([^<]*)<', self.page)
        data = {unescape(said): unescape(value) for value, said in buttons}
        return await self._send({"press": data[label]})

    async def _send(self, fields: dict[str, str]) -> str:
        self.page = (await self.client.post("/", data=fields)).text
        return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", "", self.page)))

    def _value_of(self, name: str) -> str:
        found = re.search(rf'name="{name}" value="([^"]*)"', self.page)
        return unescape(found[1]) if found else ""


@pytest.fixture
def clock() -> Clock:
    return Clock(TUESDAY)


@pytest.fixture
def keeping() -> PreparedKeeping:
    return PreparedKeeping()


@pytest.fixture
async def browser(clock: Clock, keeping: PreparedKeeping) -> AsyncIterator[Browser]:
    dialogue = Dialogue(ASSISTANT, lambda: clock.now, Reporting(keeping, keeping.count_unanswered))
    app = create_app(dialogue, Channel("web", "west-mercia"))
    async with AsyncClient(transport=ASGITransport(app), base_url="http://signpost") as client:
        yield Browser(client)


async def test_a_conversation(browser: Browser) -> None:
    assert "Understood: Redditch · CRC · enforcement (breach)" in await browser.says(BREACH)
    assert "Understood: Worcester · CRC · enforcement (breach)" in await browser.says("and in Worcester?")
    assert "Ask for: NPS SPO" in await browser.says("no answer")
    assert "Ask for: NPS duty SPO" in await browser.presses("No answer, who next?")
    assert "(Source: " in await browser.says("why?")
    assert "forgotten" in await browser.says("start again")
    assert "That was not understood" in await browser.says("no answer")


async def test_the_page_forgets_after_half_an_hour(browser: Browser, clock: Clock) -> None:
    await browser.says(BREACH)
    clock.now += timedelta(minutes=30, seconds=1)

    assert "That was not understood" in await browser.says("no answer")


async def test_nothing_typed_and_an_old_button_leave_the_conversation_where_it_was(browser: Browser) -> None:
    await browser.says(BREACH)
    await browser.says("  ")
    assert "Ask for: NPS SPO" in await browser.says("no answer")


async def test_putting_the_place_right(browser: Browser) -> None:
    await browser.says(BREACH)
    menu = await browser.presses("Not right?")
    assert "What is not right?" in menu
    assert "01527 585152" in menu  # the number stays in sight
    await browser.presses("Another place")

    assert "Understood: Kidderminster · CRC · enforcement" in await browser.presses("Kidderminster")


async def test_a_number_that_does_not_work_is_reported_and_not_offered_to_be_tapped(
    browser: Browser, keeping: PreparedKeeping
) -> None:
    await browser.says(BREACH)
    await browser.presses("Not right?")
    shown = await browser.presses("The number does not work")

    assert "Thank you. From now on answers warn about 01527 585152" in shown
    assert 'href="tel:+441905723975"' in browser.page
    assert 'href="tel:+441527585152"' not in browser.page
    (report,) = keeping.reported
    assert (report.number, report.who, report.channel) == ("+441527585152", "public", "web")


async def test_what_was_said_is_not_in_what_the_page_carries(browser: Browser) -> None:
    await browser.says("Jordan Sampleton X320741, breach, Redditch")

    assert "Sampleton" not in browser.page
    assert "X320741" not in browser.page
