"""Cover for a shift, asked of colleagues, as stories with the clock moved on; on both databases.

Ash, Birch and Fir share the NPS duty at Worcester: Ash in the mornings. Cedar is the SPO, away on Wednesdays.
"""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import func, insert, select

from bot.telegram.page import Page
from bot.telegram.tasks.shifts import OwnShifts
from bot.telegram.tasks.task import Doing
from bot.words.catalogue import ENGLISH, Words
from bot.words.language import Language
from directory.accounts.standing import TELEGRAM
from directory.directory import Directory, Running
from directory.pictures.snapshot import load_pictures
from directory.rota.rota import load_rota
from directory.settings import DirectorySettings
from directory.storage.database import reading, table
from directory.tables import Account, CoverAsked, CoverRequest, Person, RotaEntry
from routing.rota.cover import CoverState
from routing.snapshot import PostKey
from routing.vocabulary import Provider, Role, Standing
from tests.bot.call_backs.worcester import CHATS, FIRST_DAY, Town, text_of
from tests.directory.people import PROBATION

pytestmark = pytest.mark.asyncio(loop_scope="module")
FIR = 201
DUTY = PostKey("west-mercia", "worcester", Provider.NPS, Role.DUTY_OFFICER)
_MADE_UP = {"source": "sample", "assumed": False, "sample": True, "valid_from": None, "valid_to": None}


class Colleagues(Town):
    """The town, with one more who shares the duty."""

    def chat(self, name: str) -> int:
        """Where somebody is reached."""
        return FIR if name == "fir" else CHATS[name]

    async def does(self, name: str, data: str = "", words: Words = ENGLISH) -> Page:
        """Somebody presses a button of /shifts, or opens it."""
        who = await self.directory.accounts.identity(TELEGRAM, self.chat(name))
        task = OwnShifts(self.directory)
        typed = data.removeprefix("/shifts:")
        shown = await task.pressed(Doing(who, self.chat(name), "bot", words, typed))
        await self.work()
        return shown

    async def asks(self, name: str = "ash", words: Words = ENGLISH) -> Page:
        """Somebody asks for cover for the next of their shifts, by two presses."""
        shown = await self.does(name, words=words)
        for _ in range(2):
            shown = await self.does(name, data_of(shown), words)
        return shown

    async def answers(self, name: str, label: str) -> str:
        """Somebody presses a button of the newest message that they were sent."""
        message = self.letters.shown[self.chat(name)][-1]
        (button,) = [one for one in message.buttons if label in one.label]
        return (await self.does(name, button.data)).html

    def heard(self, name: str) -> list[str]:
        """Everything that somebody has been shown."""
        return [text_of(one) for one in self.letters.shown[self.chat(name)]]

    async def asks_to_swap(
        self, name: str = "ash", label: str = "Birch (sample): Wednesday", mine: str = ""
    ) -> Page:
        """Somebody asks to swap a shift of theirs, the next or another, by four presses."""
        chosen = await self.does(name, data_of(await self.does(name), mine))
        shown = await self.does(name, data_of(chosen, "Swap it"))
        sure = await self.does(name, data_of(shown, label))
        return await self.does(name, data_of(sure))

    async def newest(self) -> Any:
        """The newest request for cover."""
        return (await self.rows(CoverRequest))[-1]

    async def on_duty(self, at: datetime) -> str | None:
        """Who is on by the rota as it stands in the database."""
        async with reading(self.directory.accounts.engine) as connection:
            person = (await load_rota(connection, frozenset())).who_is_on(DUTY, at)
        return person.id if person else None

    async def work(self) -> None:
        """One round of the worker, chasing too."""
        await self.worker.chase()
        await super().work()

    async def _next_due(self) -> datetime | None:
        async with reading(self.directory.accounts.engine) as connection:
            due = (await connection.execute(select(func.min(CoverRequest.due_at)))).scalar_one()
        both = (datetime.fromisoformat(due) if due else None), await super()._next_due()
        return min((one for one in both if one), default=None)


def data_of(page: Page, label: str = "") -> str:
    """The first button of a page with this on it."""
    assert page.keyboard
    found = (button for row in page.keyboard.inline_keyboard for button in row if label in button.text)
    return next(found).callback_data or ""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def town(settled: DirectorySettings) -> AsyncIterator[Colleagues]:
    made = Colleagues()
    at = {"area": "west-mercia", "office": "worcester"}
    async with await Directory.open(settled, Running(clock=made.clock, poll_every=0.02)) as directory:
        made.open(directory)
        person = {"id": "fir", "name": "Fir (sample)", "provider": "nps", **at, **_MADE_UP}
        account = {"id": "a-fir", "agency": PROBATION, "standing": Standing.OFFICER, "person": "fir",
                   "telegram": FIR, "coordinator": False, "suspended": False, **at, **_MADE_UP}  # fmt: skip
        shift = {"kind": "weekly", "person": "fir", "days": "Sa", "starts": "09:00", "ends": "13:00", **at,
                 "provider": "nps", "role": Role.DUTY_OFFICER, "on_bank_holidays": False,
                 **_MADE_UP, "valid_from": FIRST_DAY}  # fmt: skip
        await made.change(insert(table(Person)).values(person))
        await made.change(insert(table(Account)).values(account))
        await made.change(insert(table(RotaEntry)).values(shift))
        directory.pictures = await _pictures(directory)
        yield made


async def _pictures(directory: Directory) -> Any:
    async with reading(directory.accounts.engine) as connection:
        return await load_pictures(connection)


async def test_the_first_who_accepts_has_the_shift_and_whoever_asked_is_told(town: Colleagues) -> None:
    await town.begin("Mo", "10:30")
    asked = await town.asks()
    assert asked.html.startswith("2 colleagues are asked.")
    assert "by Tuesday 15 July at 7am" in asked.html
    offer = (
        "Ash (sample) asks for cover: NPS duty officer, Worcester probation office, Tuesday 15 July at 9am"
    )
    assert town.heard("birch")[0].startswith(offer)
    assert town.heard("cedar") == []

    tomorrow = town.now + timedelta(days=1)
    assert await town.on_duty(tomorrow) == "ash"
    assert "You have taken it over." in await town.answers("birch", "I’ll take it")
    assert "Birch (sample) has taken over from you" in town.heard("ash")[-1]
    assert "You have taken over from Ash (sample)" in town.heard("birch")[-1]
    assert await town.on_duty(tomorrow) == "birch"
    assert await town.on_duty(tomorrow + timedelta(days=1)) == "ash"
    assert await town.answers("fir", "I’ll take it") == "Nothing was changed: it is taken."
    assert await town.on_duty(tomorrow) == "birch"


async def test_nobody_is_in_a_request_that_has_ended(town: Colleagues) -> None:
    row = await town.newest()
    assert (row.state, row.person, row.asked_by, row.due_at) == (CoverState.TAKEN, None, None, None)
    assert await town.rows(CoverAsked) == []


async def test_two_who_accept_at_once_are_one_taker(town: Colleagues) -> None:
    await town.begin("Mo", "10:30")
    await town.asks()
    pages = await asyncio.gather(*(town.answers(name, "I’ll take it") for name in ("birch", "fir")))
    assert sorted("You have taken it" in page for page in pages) == [False, True]
    assert "Nothing was changed: it is taken." in pages
    rows = [one for one in await town.rows(RotaEntry) if one.kind == "cover" and one.other == "ash"]
    assert len({one.starts for one in rows}) == len(rows)


async def test_when_all_decline_whoever_asked_is_told_and_the_spo(town: Colleagues) -> None:
    await town.begin("Mo", "10:30")
    await town.asks()
    assert await town.answers("birch", "I can’t") == "You have not taken it."
    assert town.heard("ash") == []
    await town.answers("fir", "I can’t")
    assert "Nobody has taken your shift over" in town.heard("ash")[-1]
    assert "for which Ash (sample) asked for cover" in town.heard("cedar")[-1]
    assert "no longer asked" in await town.answers("birch", "I’ll take it")


async def test_a_colleague_who_cannot_be_reached_is_as_one_who_declines(town: Colleagues) -> None:
    await town.begin("Mo", "10:30")
    town.letters.refuses.update({FIR, CHATS["birch"]})
    await town.asks()
    assert "Nobody has taken your shift over" in town.heard("ash")[-1]


async def test_when_two_hours_are_left_it_is_given_up_once(town: Colleagues) -> None:
    await town.begin("Mo", "10:30")
    await town.asks()
    await town.until("06:59", days=1)
    assert (town.heard("ash"), town.heard("keeper")) == ([], [])
    await town.until("09:30")
    assert len(town.heard("ash")) == 1
    assert len(town.heard("keeper")) == 1  # no SPO is on at seven
    assert (await town.newest()).state == CoverState.NOBODY
    assert await town.directory.covers.overdue() == 0


async def test_whoever_has_become_busy_meanwhile_cannot_take_it(town: Colleagues) -> None:
    await town.begin("Mo", "10:30")
    await town.asks()
    away = {"kind": "absence", "person": "fir", **_MADE_UP, "on_bank_holidays": False}
    day = (town.now + timedelta(days=1)).date().isoformat()
    await town.change(
        insert(table(RotaEntry)).values(away | {"starts": f"{day} 12:00", "ends": f"{day} 14:00"})
    )
    assert "you are on or away at that time" in await town.answers("fir", "I’ll take it")
    assert await town.on_duty(town.now + timedelta(days=1)) == "ash"
    assert (await town.newest()).state == CoverState.ASKED


async def test_asked_twice_it_is_one_request_and_it_can_be_withdrawn(town: Colleagues) -> None:
    await town.begin("Mo", "10:30")
    first, again = await town.asks(), await town.asks()
    assert data_of(first) == data_of(again)
    assert "not asked for this" in (await town.does("oak", data_of(again))).html
    assert "stays yours" in (await town.does("ash", data_of(again))).html
    assert "whoever asked has taken it back" in await town.answers("birch", "I’ll take it")


async def test_where_nobody_could_be_asked_that_is_said_at_once(town: Colleagues) -> None:
    await town.begin("Mo", "10:30")
    told = await town.asks("cedar", Words(Language.WELSH))
    assert "ffoniwch eich SPO" in told.html


async def test_two_swap_and_the_rota_changes_both_shifts_at_once(town: Colleagues) -> None:
    await town.begin("Mo", "10:30")
    asked = await town.asks_to_swap()
    assert asked.html.startswith("Birch (sample) is asked to swap.")
    assert town.heard("fir") == []
    assert "You would have theirs: NPS duty officer" in town.heard("birch")[-1]
    mine, theirs = town.now + timedelta(days=1), town.now + timedelta(days=2, hours=4)
    changed = len(await town.audited())

    assert "You have swapped." in await town.answers("birch", "Yes, swap")
    assert (await town.on_duty(mine), await town.on_duty(theirs)) == ("birch", "ash")
    assert await town.on_duty(mine + timedelta(days=1)) == "ash"
    assert await town.on_duty(theirs + timedelta(days=1)) == "birch"
    assert "Birch (sample) has swapped with you." in town.heard("ash")[-1]
    assert "You have swapped with Ash (sample)." in town.heard("birch")[-1]
    assert [one.action for one in (await town.audited())[changed:]] == ["add", "add"]
    row = await town.newest()
    assert (row.state, row.in_return, row.person, row.asked_by) == (CoverState.TAKEN, None, None, None)


async def test_what_was_swapped_can_be_swapped_back_and_leaves_the_rota_as_it_was(town: Colleagues) -> None:
    await town.begin("Mo", "10:30")
    tuesday, saturday = town.now + timedelta(days=1), town.now + timedelta(days=5)
    before = len(await town.rows(RotaEntry))
    for asker, other, label in (("ash", "fir", "Fir (sample): Sat"), ("fir", "ash", "Ash (sample): Sat")):
        town.directory.pictures = await _pictures(town.directory)
        await town.asks_to_swap(asker, label, mine="Tuesday")
        assert "You have swapped." in await town.answers(other, "Yes, swap")
        on_duty = await town.on_duty(tuesday), await town.on_duty(saturday)
        assert on_duty == (other, asker)
    assert len(await town.rows(RotaEntry)) == before


async def test_a_swap_that_is_declined_changes_nothing_and_only_the_two_know(town: Colleagues) -> None:
    await town.begin("Mo", "10:30")
    await town.asks_to_swap()
    assert await town.answers("birch", "I can’t") == "You have not taken it."
    assert "Birch (sample) has not swapped with you." in town.heard("ash")[-1]
    assert (town.heard("cedar"), town.heard("keeper")) == ([], [])
    assert "nobody took it in time" in await town.answers("birch", "Yes, swap")


async def test_a_swap_that_nobody_answers_ends_two_hours_before_the_first_of_the_two(
    town: Colleagues,
) -> None:
    await town.begin("Mo", "10:30")
    await town.asks_to_swap(label="Birch (sample): Monday")  # this afternoon
    await town.until("10:59")
    assert town.heard("ash") == []
    await town.until("11:00")
    assert len(town.heard("ash")) == 1


async def test_a_button_drawn_before_the_rota_changed_is_refused_with_what_happened(town: Colleagues) -> None:
    await town.begin("Mo", "10:30")
    await town.asks_to_swap()
    day = (town.now + timedelta(days=2)).date().isoformat()
    at = {"area": "west-mercia", "office": "worcester", "provider": "nps", "role": Role.DUTY_OFFICER}
    taken = {"kind": "shift", "person": "fir", **at, **_MADE_UP, "on_bank_holidays": False}
    await town.change(
        insert(table(RotaEntry)).values(taken | {"starts": f"{day} 15:00", "ends": f"{day} 16:00"})
    )
    assert "the rota has changed since" in await town.answers("birch", "Yes, swap")
    assert await town.on_duty(town.now + timedelta(days=1)) == "ash"


async def test_what_is_open_for_a_shift_is_shown_where_something_else_is_asked_for_it(
    town: Colleagues,
) -> None:
    await town.begin("Mo", "10:30")
    cover = await town.asks()
    swap = await town.asks_to_swap()
    assert swap.html.startswith("You have asked for this shift already.")
    assert data_of(cover) == data_of(swap)
    assert "stays yours" in (await town.does("ash", data_of(swap))).html


async def test_what_has_ended_goes_a_year_after_the_shift_and_its_number_is_never_given_again(
    town: Colleagues,
) -> None:
    now, newest = town.now, await town.newest()
    town.now = datetime.fromisoformat(newest.begins) + timedelta(days=365)
    await town.worker.forget()
    assert (await town.newest()).id == newest.id
    town.now += timedelta(seconds=1)
    await town.worker.forget()
    assert await town.rows(CoverRequest) == []

    town.now = now
    await town.begin("Mo", "10:30")
    await town.asks()
    assert (await town.newest()).id > newest.id
