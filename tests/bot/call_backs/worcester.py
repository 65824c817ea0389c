"""Worcester on made-up days: who is on, a sergeant who wants to be called back, and a clock that is moved.

Everybody is made up. Ash and Birch share the NPS duty; Cedar is the SPO but away on Wednesdays, Elm the
duty SPO; Oak and Pine are of the CRC. Nobody of the CRC is the duty SPO. Every story has a day of its own.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.asker import Asker
from bot.call_backs.buttons import Verb
from bot.call_backs.calling_back import CallingBack
from bot.call_backs.saying import PREFIX
from bot.words.catalogue import ENGLISH, Words
from bot.words.message import Message, Text
from bot.words.numbers import phone
from bot.words.taps import tap_of
from bot.worker.delivering import NobodyThereError, NotSentError
from bot.worker.following import Following
from directory.accounts.standing import TELEGRAM
from directory.directory import Directory
from directory.storage.database import reading, table, writing
from directory.storage.moments import as_kept
from directory.tables import (
    Account,
    AuditRow,
    CallBackNote,
    CallBackRequest,
    DutyGroup,
    OutgoingMessage,
    Person,
    RotaEntry,
    RotaPost,
)
from routing.answer import Answer
from routing.call_backs.asking import HowSoon
from routing.hours import LONDON
from routing.moments import on_the_wall
from routing.vocabulary import Kind, Provider, Role, Standing, Topic
from tests.bot.telegram.answers import route
from tests.directory.people import POLICE, PROBATION, add_agencies

FIRST_DAY = date(2014, 7, 7)  # a Monday
NUMBER = "+447700900123"
GROUP = -100
STAFF = {
    "ash": ("nps", Role.DUTY_OFFICER, "09:00", "13:00"),
    "birch": ("nps", Role.DUTY_OFFICER, "13:00", "17:00"),
    "cedar": ("nps", Role.SPO, "09:00", "17:00"),
    "elm": ("nps", Role.DUTY_SPO, "09:00", "17:00"),
    "oak": ("crc", Role.DUTY_OFFICER, "09:00", "17:00"),
    "pine": ("crc", Role.SPO, "09:00", "17:00"),
}
CHATS = {name: number for number, name in enumerate(["sergeant", "keeper", *STAFF], 101)}
_MADE_UP = {"source": "sample", "assumed": False, "sample": True}
_NO_DAYS = {"valid_from": None, "valid_to": None}
_DIGITS = {HowSoon.URGENT: "1", HowSoon.TODAY: "2", HowSoon.CAN_WAIT: "3", HowSoon.OPENING: "4"}


async def settle(connection: AsyncConnection) -> None:
    """Put the people, their shifts, their accounts and the duty group into the directory."""
    await add_agencies(connection)
    for name, (provider, role, starts, ends) in STAFF.items():
        at = {"area": "west-mercia", "office": "worcester", "provider": provider}
        person = {"id": name, "name": f"{name.title()} (sample)", **at, **_MADE_UP, **_NO_DAYS}
        await connection.execute(insert(table(Person)), [person])
        post = {**at, "role": role, "office": None if role is Role.DUTY_SPO else "worcester"}
        there = select(RotaPost.id).where(RotaPost.role == role, RotaPost.provider == provider)
        if not (await connection.execute(there)).first():
            await connection.execute(insert(table(RotaPost)), [{**post, "since": FIRST_DAY}])
        shift: dict[str, Any] = {
            "kind": "weekly",
            "person": name,
            "days": "Mo-Fr",
            "starts": starts,
            "ends": ends,
        }
        shift |= {"valid_from": FIRST_DAY, "valid_to": None, "on_bank_holidays": False, **_MADE_UP}
        if name == "cedar":
            shift["days"] = "Mo,Tu,Th,Fr"
        await connection.execute(insert(table(RotaEntry)), [post | shift])
        await connection.execute(insert(table(Account)), [_account(name, PROBATION, Standing.OFFICER)])
    await connection.execute(insert(table(Account)), [_account("sergeant", POLICE, Standing.PARTNER)])
    await connection.execute(insert(table(Account)), [_account("keeper", PROBATION, Standing.ADMIN)])
    group = {"office": "worcester", "provider": "nps", "telegram": GROUP}
    await connection.execute(insert(table(DutyGroup)), [group])


def _account(name: str, agency: str, standing: Standing) -> dict[str, Any]:
    linked = {"person": name if name in STAFF else None, "telegram": CHATS[name]}
    at = {"area": "west-mercia", "office": None, "coordinator": False, "suspended": False}
    return {"id": f"a-{name}", "agency": agency, "standing": standing, **linked, **at, **_MADE_UP, **_NO_DAYS}


@dataclass
class Letterbox:
    """A channel that keeps what it brings. `refuses` is for chats that nobody can be reached in."""

    shown: dict[int, list[Message]] = field(default_factory=lambda: defaultdict(list))
    refuses: set[int] = field(default_factory=set)
    busy: bool = False
    brought: int = 0
    _places: dict[str, tuple[int, Message]] = field(default_factory=dict)

    async def words(self, chat: int) -> Words:
        """English."""
        return ENGLISH

    async def send(self, chat: int, words: Words, message: Message, key: str) -> str:
        """Keep it."""
        if self.busy:
            raise NotSentError
        if chat in self.refuses:
            raise NobodyThereError
        self.brought += 1
        self.shown[chat].append(message)
        self._places[str(self.brought)] = chat, message
        return str(self.brought)

    async def replace(self, chat: int, place: str, words: Words, message: Message) -> None:
        """Keep it in place of an earlier one."""
        self.brought += 1
        _, before = self._places[place]
        self._places[place] = chat, message
        self.shown[chat] = [message if one is before else one for one in self.shown[chat]]

    async def close(self) -> None:
        """Nothing to let go of."""


class Town:
    """The people of the stories, with a worker that follows their requests."""

    def __init__(self) -> None:
        self.now = datetime.combine(FIRST_DAY, time(10, 30), LONDON).astimezone(UTC)
        self.letters = Letterbox()

    def open(self, directory: Directory) -> None:
        """Begin to follow."""
        self.directory = directory
        self.calling = CallingBack(directory)
        self.worker = Following(directory, self.letters)

    def clock(self) -> datetime:
        """What it shows."""
        return self.now

    async def begin(self, day: str, clock: str = "10:30") -> None:
        """A new story, on the next day of this name."""
        wanted = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su").index(day)
        today = self.now.astimezone(LONDON).date() + timedelta(days=1)
        while today.weekday() != wanted:
            today += timedelta(days=1)
        self.now = on_the_wall(today, time.fromisoformat(clock))
        await self.work()  # what was left open by another story is over
        self.letters.shown.clear()
        self.letters.refuses.clear()

    async def ask(self, how_soon: HowSoon, topic: Topic = Topic.CASE, by: Provider = Provider.NPS) -> None:
        """The sergeant asks to be called back."""
        await self.directory.call_back_numbers.keep("a-sergeant", NUMBER)
        asked = await self.calling.asked(SERGEANT, answer(topic, by), _DIGITS[how_soon], Message(()))
        said = asked.message
        assert "You have asked to be rung" in text_of(said), text_of(said)
        await self.work()

    async def until(self, clock: str, days: int = 0) -> None:
        """Let time pass, and the worker do what is due at the moment it is due."""
        today = self.now.astimezone(LONDON).date() + timedelta(days=days)
        end = on_the_wall(today, time.fromisoformat(clock))
        while (due := await self._next_due()) and due <= end:
            self.now = max(self.now + timedelta(milliseconds=1), due)
            await self.work()
            assert self.letters.busy or not await self._stuck(), "a message could not be made"
        self.now = end
        await self.work()

    async def work(self) -> None:
        """One round of the worker."""
        await self.worker.look()
        brought = -1
        while brought != self.letters.brought:
            brought = self.letters.brought
            await self.worker.deliver()

    async def press(self, name: str, label: str, *, of: int = -1) -> str:
        """Somebody presses a button of a message of theirs, the newest or another; what they are told."""
        chat = CHATS[name]
        message = [one for one in self.letters.shown[chat] if one.buttons][of]
        return await self.press_of(name, message, label)

    async def press_of(self, name: str, message: Message, label: str) -> str:
        """Somebody presses a button of this message, which may have been overtaken."""
        (button,) = [one for one in message.buttons if label in one.label]
        who = await self.directory.accounts.identity(TELEGRAM, CHATS[name])
        told = await self.calling.tap(ENGLISH, tap_of(Verb, button.data.removeprefix(PREFIX)), who)
        await self.work()
        return text_of(told) if told else ""

    def heard(self, name: str) -> list[str]:
        """Everything that somebody has been shown, as it stands now."""
        return [text_of(one) for one in self.letters.shown[CHATS[name]]]

    def last(self, name: str) -> str:
        """The newest of it."""
        return (self.heard(name) or [""])[-1]

    def in_group(self) -> list[str]:
        """What stands in the duty group."""
        return [text_of(one) for one in self.letters.shown[GROUP]]

    async def rows(self, model: Any = CallBackRequest) -> list[Any]:
        """What the table holds, the oldest first."""
        found = select(table(model)).order_by(*table(model).primary_key.columns)
        async with reading(self.directory.accounts.engine) as connection:
            return list((await connection.execute(found)).all())

    async def rows_of_history(self) -> list[Any]:
        """The history of all requests."""
        return await self.rows(CallBackNote)

    async def audited(self) -> list[Any]:
        """The audit."""
        return await self.rows(AuditRow)

    def chat(self, name: str) -> int:
        """Where somebody is reached."""
        return CHATS[name]

    async def change(self, statement: Any) -> None:
        """Change the database behind the directory."""
        async with writing(self.directory.accounts.engine) as connection:
            await connection.execute(statement)

    async def _stuck(self) -> list[Any]:
        rows = await self.rows(OutgoingMessage)
        return [row for row in rows if row.held_until and not row.sent_at]

    async def _next_due(self) -> datetime | None:
        later = OutgoingMessage.not_before > as_kept(self.now)
        waiting = select(func.min(OutgoingMessage.not_before)).where(OutgoingMessage.sent_at.is_(None), later)
        async with reading(self.directory.accounts.engine) as connection:
            due = (await connection.execute(select(func.min(CallBackRequest.due_at)))).scalar_one()
            send = (await connection.execute(waiting)).scalar_one()
        found = [datetime.fromisoformat(one) for one in (due, send) if one]
        return min(found, default=None)


SERGEANT = Asker("west-mercia", Standing.PARTNER, channel=TELEGRAM, account="a-sergeant", agency=POLICE)


def answer(topic: Topic = Topic.CASE, by: Provider = Provider.NPS) -> Answer:
    """An answer that leads to a duty officer at Worcester."""
    steps = tuple(step.__class__(**{**_fields(step), "provider": by}) for step in route().steps)
    return Answer(
        kind=Kind.ROUTE, area="west-mercia", office="worcester", topic=topic, open_now=True, steps=steps,
        follow_up=route().follow_up,
    )  # fmt: skip


def _fields(step: Any) -> dict[str, Any]:
    return {name: getattr(step, name) for name in step.__struct_fields__}


def text_of(message: Message) -> str:
    """What a message says, with its numbers."""
    return "\n".join(
        "".join(run.text if isinstance(run, Text) else phone(run.e164).shown for run in one.runs)
        for one in message.lines
    )
