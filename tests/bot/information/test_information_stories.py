"""Information that Worcester asks of the police, as stories with the clock moved on; on both databases.

A story begins on a Tuesday at 10:30. Cedar is the SPO, away on Wednesdays; Elm the duty SPO.
"""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import pytest
import pytest_asyncio
from sqlalchemy import delete, func, select, update

from bot.information.requesting import Requesting
from bot.words.catalogue import ENGLISH, Words
from bot.words.language import Language
from bot.words.message import Message
from bot.words.overview import OverviewSaying
from bot.words.overview_names import OverviewNames
from directory.accounts.standing import TELEGRAM, Identity
from directory.directory import Directory, Running
from directory.settings import DirectorySettings
from directory.storage.database import reading, table
from directory.tables import Account, InformationAsked, InformationNote, OutgoingMessage
from routing.call_backs.asking import HowSoon
from routing.information.request import InformationKind, InformationRequest
from routing.rota.shifts import Span
from routing.vocabulary import Provider, Role
from tests.bot.call_backs.worcester import CHATS, Town, text_of
from tests.directory.people import POLICE

pytestmark = pytest.mark.asyncio(loop_scope="module")


class Agencies(Town):
    """The town, with staff who ask and a police that answers."""

    def open(self, directory: Directory) -> None:
        """Begin to follow."""
        super().open(directory)
        self.requesting = Requesting(directory)

    async def who(self, name: str) -> Identity:
        """Somebody as they are known now."""
        return await self.directory.accounts.identity(TELEGRAM, CHATS[name])

    async def taps(self, name: str, *labels: str, words: Words = ENGLISH) -> Message:
        """Somebody opens the list and presses these, one after the other; what they see then."""
        shown = await self.requesting.listed(words, await self.who(name))
        for label in labels:
            (button,) = [one for one in shown.buttons if label in one.label]
            data = button.data.removeprefix("/requests:")
            shown = await self.requesting.pressed(words, await self.who(name), data)
        await self.work()
        return shown

    async def asks(self, name: str = "ash", within: str = "Within 3") -> str:
        """Somebody records that the police were asked for call-outs; the number of the request."""
        shown = await self.taps(name, "Record", "sample-police", "domestic abuse", within)
        return text_of(shown).split("No. ")[1].split(".")[0]

    async def press_of(self, name: str, message: Message, label: str) -> str:
        """Somebody presses a button of a message that they were sent."""
        (button,) = [one for one in message.buttons if label in one.label]
        data = button.data.removeprefix("/requests:")
        told = await self.requesting.pressed(ENGLISH, await self.who(name), data)
        await self.work()
        return text_of(told)

    async def work(self) -> None:
        """One round of the worker, chasing too."""
        while await self._due_now():
            await self.worker.chase()
        await super().work()

    async def notes(self, number: str) -> list[str]:
        """The history of a request."""
        return [row.what for row in await self.rows(InformationNote) if row.request == int(number)]

    async def _due_now(self) -> bool:
        due = await self._chased_next()
        return due is not None and due <= self.now

    async def _chased_next(self) -> datetime | None:
        async with reading(self.directory.accounts.engine) as connection:
            found = (await connection.execute(select(func.min(InformationAsked.due_at)))).scalar_one()
        return datetime.fromisoformat(found) if found else None

    async def _next_due(self) -> datetime | None:
        due = await self._chased_next(), await super()._next_due()
        return min((one for one in due if one), default=None)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running(settled: DirectorySettings) -> AsyncIterator[Agencies]:
    """The town with its worker."""
    made = Agencies()
    async with await Directory.open(settled, Running(clock=made.clock)) as directory:
        made.open(directory)
        yield made


@pytest_asyncio.fixture(loop_scope="module")
async def town(running: Agencies) -> Agencies:
    """A story of its own: what others have asked is gone."""
    for model in (OutgoingMessage, InformationAsked):
        await running.change(delete(table(model)))
    await running.begin("Tu")
    return running


async def test_it_is_asked_in_a_few_taps_answered_by_the_agency_and_closed_when_it_has_come(
    town: Agencies,
) -> None:
    number = await town.asks()
    told = f"Worcester probation office has asked sample-police for information: No. {number}, domestic abuse"
    assert town.last("sergeant").startswith(told)
    assert "at 5pm. Reply to whoever asked, never here" in town.last("sergeant")

    await town.press("sergeant", "We have answered")
    assert town.last("ash").startswith(f"sample-police says that it has answered No. {number}")
    assert "closed: the reply has come" in await town.press("ash", "The reply has come")
    assert town.last("sergeant").endswith("the reply has come. Nothing is left to do.")
    assert await town.notes(number) == ["info_asked", "info_answered", "info_closed"]
    assert "Nothing that was asked" in text_of(await town.taps("ash"))
    assert "Nothing is asked of your agency" in text_of(await town.taps("sergeant"))


async def test_nobody_answers_so_the_agency_is_reminded_then_the_spo_and_in_the_end_all_know(
    town: Agencies,
) -> None:
    number = await town.asks(within="Today")
    await town.until("08:59", days=1)
    assert len(town.heard("sergeant")) == 1
    await town.until("09:00")
    assert town.last("sergeant").startswith(f"Overdue: No. {number}")
    assert "sample-police has been reminded. Has it come?" in town.last("ash")
    shown = text_of(await town.taps("sergeant", f"No. {number}"))
    assert "overdue" in shown
    assert "reminded once" in shown

    await town.until("09:00", days=2)  # Friday
    assert town.last("sergeant").startswith("Still overdue")
    assert "Your SPO has been told" in town.last("ash")
    assert town.last("cedar").startswith(f"Still overdue, and yours to take further: No. {number}")
    assert town.heard("elm") == town.heard("keeper") == town.heard("oak") == []

    await town.until("23:00", days=30)
    for name in ("sergeant", "ash", "cedar"):
        assert "was never answered, and is no longer chased" in town.last(name)
    reminders = [one for one in town.heard("sergeant") if "verdue" in one]
    assert len(reminders) == 5  # on working days 1, 3, 8, 13 and 18


async def test_an_spo_who_is_away_is_stood_in_for_by_the_duty_spo(town: Agencies) -> None:
    await town.begin("Fr")
    await town.begin("Fr")  # a bank holiday follows the first
    await town.asks(within="Today")
    await town.until("09:00", days=5)  # Wednesday, on which Cedar is away
    assert town.last("elm").startswith("Still overdue, and yours")
    assert town.heard("cedar") == []


async def test_a_reply_that_has_not_come_is_asked_for_again(town: Agencies) -> None:
    await town.asks()
    await town.press("sergeant", "We have answered")
    shown = await town.press("ash", "The reply has not come")
    assert "not answered yet" in shown
    assert "has no reply to No." in town.last("sergeant")
    await town.press("sergeant", "We have answered")
    assert "says that it has answered" in town.last("ash")


async def test_an_agency_that_has_nothing_says_so_and_another_is_asked(
    town: Agencies,
) -> None:
    await town.asks()
    await town.press("sergeant", "Not ours to answer")
    assert "is not theirs to answer" in town.last("ash")
    assert "Which agency have you asked?" in await town.press("ash", "Record a new request")


async def test_a_button_drawn_before_the_last_change_does_nothing(town: Agencies) -> None:
    await town.asks()
    drawn = town.letters.shown[town.chat("sergeant")][-1]
    await town.press("sergeant", "We have answered")
    await town.press("ash", "The reply has not come")
    assert "this has moved on" in await town.press_of("sergeant", drawn, "We have answered")


async def test_an_agency_that_does_not_use_signpost_is_chased_by_whoever_asked(town: Agencies) -> None:
    shown = text_of(await town.taps("ash", "Record", "sample-council", "children", "Today"))
    assert "Nobody at sample-council uses Signpost" in shown
    await town.until("09:00", days=1)
    assert "remind them yourself" in town.last("ash")
    assert town.heard("sergeant") == []


async def test_an_agency_that_has_left_the_channel_is_chased_by_whoever_asked(town: Agencies) -> None:
    town.letters.refuses.add(town.chat("sergeant"))
    number = await town.asks()
    await town.work()
    assert town.last("ash").startswith(f"Signpost can reach nobody at sample-police about No. {number}")
    await town.press("ash", "The reply has come")
    await town.work()
    assert len(town.heard("ash")) == 1  # of a request that is closed nothing is left to chase


async def test_what_nobody_asked_from_a_chat_is_the_spos_to_follow(town: Agencies) -> None:
    days = town.directory.information.working_days("west-mercia", "worcester")
    request = InformationRequest(
        id=0,
        area="west-mercia",
        office="worcester",
        provider=Provider.NPS,
        post=Role.DUTY_OFFICER,
        kind=InformationKind.OFFENCES,
        agency=POLICE,
        asked_at=town.now,
        wanted_by=days.closing(1),
    )
    await town.directory.information.ask(request, None)
    await town.work()
    await town.press("sergeant", "We have answered")
    assert "Has the reply come?" in town.last("cedar")


async def test_both_sides_managers_see_it_and_nobody_else(town: Agencies) -> None:
    number = await town.asks()
    seen = {name: f"No. {number}" in text_of(await town.taps(name)) for name in CHATS}
    assert {name for name, sees in seen.items() if sees} == {"sergeant", "ash", "cedar", "elm", "keeper"}
    assert "not for you" in text_of(
        await town.requesting.pressed(ENGLISH, await town.who("oak"), f"c.{number}.1")
    )
    assert "not for you" in text_of(
        await town.requesting.pressed(ENGLISH, await town.who("sergeant"), f"c.{number}.1")
    )
    assert "not for you" in text_of(await town.requesting.pressed(ENGLISH, await town.who("sergeant"), "n"))


async def test_a_case_reference_is_sealed_shown_to_the_asking_side_audited_and_then_forgotten(
    town: Agencies,
) -> None:
    number = await town.asks()
    kept = await town.requesting.add_reference(ENGLISH, await town.who("ash"), "x 123456")
    assert kept and "sealed with No." in text_of(kept)
    for model in (InformationAsked, InformationNote, OutgoingMessage):
        assert "123456" not in repr(await town.rows(model))
    assert "X123456" in text_of(await town.taps("cedar", f"No. {number}", "Show the case reference"))
    assert (await town.audited())[-1].subject == f"information request {number}"
    theirs = await town.taps("sergeant", f"No. {number}")
    assert [one.label for one in theirs.buttons] == [
        "We have answered",
        "Not ours to answer",
        "Back to the list",
    ]
    assert "not for you" in text_of(
        await town.requesting.pressed(ENGLISH, await town.who("sergeant"), f"s.{number}.1")
    )
    await town.taps("ash", f"No. {number}", "No longer needed")
    (row,) = [one for one in await town.rows(InformationAsked) if one.id == int(number)]
    assert (row.reference_sealed, row.asked_by) == (None, None)
    none_open = await town.requesting.add_reference(ENGLISH, await town.who("ash"), "X123456")
    assert none_open and "no open request" in text_of(none_open)
    assert await town.requesting.add_reference(ENGLISH, await town.who("ash"), "John Smith") is None


async def test_a_button_pressed_twice_records_one_request_and_it_is_chased_once(
    town: Agencies,
) -> None:
    number = await town.asks(within="Today")
    assert await town.asks(within="Today") == number
    town.now += timedelta(seconds=11)
    assert await town.asks(within="Today") != number
    await town.until("08:59", days=1)
    town.now += timedelta(minutes=1)
    assert await town.directory.information.overdue() == 0
    looked = await asyncio.gather(*(town.directory.information.look_at_due() for _ in range(3)))
    assert sum(looked) == 2
    await town.work()
    assert len([one for one in town.heard("sergeant") if one.startswith("Overdue")]) == 2


async def test_what_is_not_chased_in_time_is_noticed(town: Agencies) -> None:
    await town.asks(within="Today")
    due = await town._next_due()
    assert due is not None
    town.now = due + timedelta(hours=1)
    assert await town.directory.information.overdue() == 0
    town.now += timedelta(seconds=1)
    assert await town.directory.information.overdue() == 1


async def test_each_side_reads_it_in_their_language(town: Agencies) -> None:
    shown = await town.taps(
        "ash", "Cofnodi", "sample-police", "gam-drin", "Heddiw", words=Words(Language.WELSH)
    )
    assert "Wedi ei gofnodi fel rhif" in text_of(shown)


async def test_an_spo_sees_how_it_goes_at_their_office_and_nobody_who_manages_nobody_does(
    town: Agencies,
) -> None:
    begins = town.now
    await town.asks(within="Today")
    await town.ask(HowSoon.TODAY)
    await town.until("10:50")  # Ash has not taken it, and Cedar has it
    offer = town.letters.shown[town.chat("cedar")][-1]
    await Town.press_of(town, "cedar", offer, "ring within 15 minutes")
    await town.until("09:30", days=1)

    async def sees(name: str) -> str | None:
        viewer = town.directory.overviews.viewer(await town.who(name))
        if viewer is None or not viewer.oversees:
            return None
        figures = await town.directory.overviews.overview(viewer.oversees, Span(begins, town.now))
        names = await town.directory.information.agencies.names()
        saying = OverviewSaying(OverviewNames(ENGLISH, town.directory.snapshot, names))
        return text_of(saying.message(figures, viewer.oversees))

    shown = await sees("cedar")
    assert shown is not None
    assert shown.splitlines()[0].startswith("How it goes: NPS, Worcester probation office, from ")
    assert "Asked for: 1 call back.\nTaken: 1, half of them within 20 minutes" in shown
    assert "Not taken in time: NPS duty officer, Worcester probation office, in the hour" in shown
    assert "Asked of other agencies: 1; 1 open now.\n1 reply is overdue." in shown
    assert "Overdue with: sample-police (1)" in shown
    assert "NPS, West Mercia" in (await sees("elm") or "")
    assert "Asked for: 1 call back." in (await sees("keeper") or "")
    assert "Nobody asked for a call back." in (await sees("pine") or "")  # of the CRC
    assert [await sees(name) for name in ("ash", "oak", "sergeant")] == [None] * 3
    for name in ("cedar", "ash", "sergeant", "a-", "X123456", "07700"):
        assert name not in shown.replace("sample-police", "")


async def test_what_was_asked_is_kept_for_a_year_after_the_reply_has_come(town: Agencies) -> None:
    number = await town.asks()
    await town.taps("ash", f"No. {number}", "The reply has come")

    closed = town.now
    town.now = closed + timedelta(days=365)
    await town.worker.forget()
    assert await town.notes(number) == ["info_asked", "info_closed"]
    town.now += timedelta(seconds=1)
    await town.worker.forget()
    assert await town.notes(number) == []
    assert await town.rows(InformationAsked) == []
    town.now = closed


async def test_what_somebody_asked_who_has_left_is_their_managers_to_follow(town: Agencies) -> None:
    number = await town.asks()
    await town.change(update(Account).where(Account.id == "a-ash").values(suspended=True))
    await town.worker.see_to_departed()
    await town.worker.see_to_departed()
    await town.work()

    (row,) = await town.rows(InformationAsked)
    assert (row.asked_by, row.progress) == (None, "asked")
    (told,) = town.heard("cedar")
    assert told.startswith("Yours to follow now, as whoever asked has left or is stopped: No. ")
    assert await town.notes(number) == ["info_asked", "info_handed_on"]
    await town.change(update(Account).where(Account.id == "a-ash").values(suspended=False))
