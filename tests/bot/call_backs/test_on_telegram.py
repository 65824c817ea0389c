"""A call back on Telegram, over real HTTP: two taps ask, one takes it, in one's own chat or the group."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from shutil import copytree

import pytest
import pytest_asyncio

from bot.assistant import Assistant
from bot.channel import Channel
from bot.telegram.client import create_bot
from bot.telegram.outbox import SendsByTelegram
from bot.worker.following import Following
from directory.accounts.standing import TELEGRAM
from directory.directory import Directory, Running
from directory.settings import DirectorySettings
from directory.storage.database import make_engine, writing
from routing.hours import LONDON
from tests.bot.call_backs.worcester import CHATS, GROUP, Town, settle
from tests.bot.telegram.answers import PreparedAnswers
from tests.bot.telegram.conftest import Polling
from tests.end_to_end.bot_api_server import BotApiServer
from tests.end_to_end.faults import ServerError, TooManyRequests
from tests.end_to_end.wire import TOKEN, Shown

pytestmark = pytest.mark.asyncio(loop_scope="module")
SERGEANT, ASH, BIRCH, CEDAR = (CHATS[name] for name in ("sergeant", "ash", "birch", "cedar"))


@dataclass
class Office:
    """A bot that polls on the directory of Worcester, with its worker, which a test moves on."""

    server: BotApiServer
    town: Town
    worker: Following

    async def says(self, chat: int, text: str) -> Shown:
        """A message, and what comes back."""
        self.server.person = chat
        await self.server.user_sends(text, chat=chat)
        return await self.server.next_message()

    async def presses(self, chat: int, label: str, by: int | None = None) -> Shown:
        """A button, and what is shown next."""
        await self.server.user_presses(label, by=by or chat, chat=chat)
        return await self.server.next_message()

    async def brought(self, count: int) -> dict[int, Shown]:
        """So many messages that the worker brings now, by the chat they came to."""
        await self.worker.look()
        shown: list[Shown] = []
        async with asyncio.timeout(10):
            while len(shown) < count:
                await self.worker.deliver()
                while len(shown) < count and self.server.has_news:
                    shown.append(await self.server.next_message())
        return {one.chat: one for one in shown}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def office(template: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Office]:
    """On a Monday at half past ten, with the sergeant's number; Telegram's bot tries everything once, as the
    outbox wants it. No test waits for what another has done."""
    settings = DirectorySettings(data_dir=copytree(template, tmp_path_factory.mktemp("office") / "data"))
    engine = make_engine(settings.database_url)
    async with writing(engine) as connection:
        await settle(connection)
    await engine.dispose()
    town = Town()
    async with (
        BotApiServer() as server,
        await Directory.open(settings, Running(clock=town.clock)) as directory,
    ):
        town.open(directory)
        assistant = Assistant.on(directory, "west-mercia")
        polling = Polling(create_bot(TOKEN, server.base), PreparedAnswers(), [], asyncio.Event())
        polling.directory, polling.asked, polling.knows = directory, assistant, assistant
        polling.calls, polling.now = town.calling, town.now
        sending = create_bot(TOKEN, server.base, patience=None)
        worker = Following(directory, SendsByTelegram(sending, Channel(TELEGRAM, "west-mercia", assistant)))
        task = polling.start()
        office = Office(server, town, worker)
        assert "ends" not in (await office.says(SERGEANT, "/number 07700 900123")).text
        yield office
        polling.stop.set()
        await task
        await sending.session.close()


async def test_two_taps_ask_one_takes_it_and_one_closes_it(office: Office) -> None:
    answer = await office.says(SERGEANT, "breach of a community order, Worcester")
    assert "1905 723591" in answer.text, answer
    assert "Call me back" in answer.buttons, answer

    first = await office.presses(SERGEANT, "Call me back")
    assert "1905 723591" in first.text  # whom to ring stays above
    assert "your number that ends in 123" in first.text
    await office.presses(SERGEANT, "Today, until the office shuts")
    shown = await office.brought(3)
    assert shown[SERGEANT].text.startswith("Sent to the NPS duty officer")
    assert "900123" not in shown[ASH].text + shown[GROUP].text

    await office.server.user_presses("I’ll take it and ring within 30 minutes", by=ASH, chat=GROUP)
    await office.server.all_confirmed()
    shown = await office.brought(4)
    assert "will ring you by 11am" in shown[SERGEANT].text
    assert "+44 7700 900123" in shown[ASH].text
    assert shown[GROUP].text == "Taken by somebody: nothing left to do here."
    assert shown[GROUP].edited
    assert not shown[GROUP].buttons

    await office.server.user_presses("Done: helped", by=ASH, chat=ASH)
    await office.server.all_confirmed()
    shown = await office.brought(2)
    assert shown[SERGEANT].text == "Closed: helped."
    assert "900123" not in shown[ASH].text


async def test_a_button_that_was_overtaken_says_what_happened_to_whoever_pressed_it(office: Office) -> None:
    await office.says(SERGEANT, "breach of a community order, Worcester")
    await office.presses(SERGEANT, "Call me back")
    await office.presses(SERGEANT, "Within the hour")
    offer = (await office.brought(3))[ASH]
    taking = offer.buttons["I’ll take it and ring within 15 minutes"]
    await office.server.user_presses_data(taking, by=ASH)
    await office.server.all_confirmed()
    await office.brought(4)

    await office.server.user_presses_data(taking, by=CEDAR)
    told = await office.server.next_message()
    assert told.chat == CEDAR
    assert "Meanwhile: taken by the NPS duty officer." in told.text
    assert "07700" not in told.text
    open_with_ash = await office.says(ASH, "/call")
    assert open_with_ash.text.startswith("You are on now. One call back is open with you:")


async def test_telegram_that_refuses_delays_a_message_and_doubles_none(office: Office) -> None:
    office.town.now += timedelta(minutes=2)
    await office.says(SERGEANT, "breach of a community order, Worcester")
    await office.presses(SERGEANT, "Call me back")
    await office.presses(SERGEANT, "It can wait until tomorrow")  # another request than those before
    office.server.next_time("sendMessage", ServerError(), TooManyRequests(3))
    before = office.server.calls["sendMessage"]
    await office.worker.deliver()
    office.town.now += timedelta(seconds=5)
    await office.brought(3)
    assert office.server.calls["sendMessage"] - before == 5  # three messages, two of them tried twice


async def test_until_when_is_written_in_place_of_a_tap_bounded_and_said_back(office: Office) -> None:
    await office.says(SERGEANT, "breach of a community order, Worcester")
    assert "Or write until when" in (await office.presses(SERGEANT, "Call me back")).text
    shut = await office.says(SERGEANT, "until 3am")
    soonest = f"{(office.town.now + timedelta(minutes=10)).astimezone(LONDON):%H:%M}"
    assert f"from Monday 7 July at {soonest}am until Tuesday 8 July at 5pm" in shut.text
    assert "Within the hour" in shut.buttons
    assert "till" not in (await office.says(SERGEANT, "who is the duty officer in Redditch?")).text
    await office.says(SERGEANT, "breach of a community order, Worcester")
    await office.presses(SERGEANT, "Call me back")
    asked = await office.says(SERGEANT, "till half 3")
    assert "1905 723591" in asked.text  # whom to ring stays above
    assert "You can be reached until 3:30pm." in asked.text
    assert "Can be reached until 3:30pm." in (await office.brought(3))[ASH].text


async def test_somebody_without_a_number_is_asked_for_one_and_can_take_it_back(office: Office) -> None:
    assert (await office.says(SERGEANT, "/number off")).text == "Your number for call backs is forgotten."
    await office.says(SERGEANT, "breach of a community order, Worcester")
    told = await office.presses(SERGEANT, "Call me back")
    assert "Say on which number first: send /number" in told.text
    assert "is not a telephone number" in (await office.says(SERGEANT, "/number 12")).text


async def test_cover_is_asked_for_a_shift_and_taken_by_a_colleague(office: Office) -> None:
    shifts = await office.says(ASH, "/shifts")
    first = next(iter(shifts.buttons))
    assert first.startswith("Cover or swap: ")
    sure = await office.presses(ASH, first)
    assert "Until somebody does, it stays yours." in sure.text
    asked = await office.presses(ASH, "Yes, ask them for cover")
    assert asked.text.startswith("One colleague is asked.")

    offered = (await office.brought(1))[BIRCH]
    assert "Ash (sample) asks for cover: NPS duty officer, Worcester" in offered.text
    taken = await office.presses(BIRCH, "I’ll take it")
    assert taken.text.startswith("You have taken it over.")
    both = await office.brought(2)
    assert "Birch (sample) has taken over from you" in both[ASH].text
    assert "You have taken over from Ash (sample)" in both[BIRCH].text
    await office.server.user_presses_data(offered.buttons["I can’t"], by=BIRCH)
    assert (await office.server.next_message()).text == "Nothing was changed: it is taken."
