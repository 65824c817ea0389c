"""The web chat of the real process over real HTTP, on a machine where no variable is set but the port."""

import re
from collections.abc import AsyncIterator
from html import unescape

import httpx
import pytest
import pytest_asyncio

from tests.end_to_end.process import BotProcess

pytestmark = pytest.mark.asyncio(loop_scope="module")

SECRET = "Zebedee Nosuchname"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[BotProcess]:
    """One process for the whole file: starting it takes a second."""
    async with BotProcess(tmp_path_factory.mktemp("web")) as process:
        yield process


@pytest_asyncio.fixture(loop_scope="module")
async def web(bot: BotProcess) -> AsyncIterator[httpx.AsyncClient]:
    """A browser's requests, once the page is served."""
    await bot.serves()
    async with httpx.AsyncClient(base_url=bot.address) as client:
        yield client


async def test_a_question_gets_a_number_that_can_be_tapped(web: httpx.AsyncClient) -> None:
    page = await web.post("/", data={"text": "NPS duty officer at Redditch"})
    assert page.status_code == 200
    assert 'href="tel:+441527585152"' in page.text


async def test_danger_gets_999_before_any_other_number(web: httpx.AsyncClient) -> None:
    page = await web.post("/", data={"text": "he is stabbing her right now, Worcester"})
    assert page.text.index('href="tel:999"') < page.text.index('href="tel:+44')


async def test_a_conversation_goes_on_by_what_the_page_carries(web: httpx.AsyncClient) -> None:
    first = await web.post("/", data={"text": "breach on a CRC case, Redditch"})
    carried = re.search(r'name="before" value="([^"]+)"', first.text)
    assert carried
    second = await web.post("/", data={"text": "and in Worcester?", "before": unescape(carried[1])})
    assert "Worcester · CRC · enforcement (breach)" in second.text


async def test_what_people_type_is_nowhere_in_what_the_process_prints(
    web: httpx.AsyncClient, bot: BotProcess
) -> None:
    page = await web.post("/", data={"text": f"who do I ring about {SECRET}, Redditch"})
    assert SECRET not in page.text
    assert SECRET not in bot.output


async def test_it_stops_cleanly_and_starts_again_on_what_it_made(bot: BotProcess) -> None:
    """Last of all, for it ends the process of the others."""
    await _stops(bot)
    async with bot.again() as process:
        await _stops(process)
    assert (bot.folder / "signpost.db").exists()
    assert (bot.folder / "case.key").stat().st_mode & 0o777 == 0o600


async def _stops(bot: BotProcess) -> None:
    await bot.serves()
    bot.terminate()
    assert await bot.exit_status() == 0
    assert bot.output.splitlines()[-1] == "Stopped."
