"""Answers prepared by a test, given first in, first out; unprepared questions are answered too."""

import asyncio
from collections import deque
from datetime import UTC, datetime

from directory.channels.updates import Claim
from directory.keeping.number_reports import Report, Settled, Taken
from directory.keeping.unanswered import Heard
from routing.answer import Answer, Reason, Step
from routing.enquiry import Enquiry, FollowUp
from routing.vocabulary import Kind, Provider, Role, Topic
from tests.routing.sample_directory import SNAPSHOT

NOON = datetime(2014, 7, 8, 11, 0, tzinfo=UTC)
FOLLOW_UP = FollowUp("west-mercia", "worcester", Topic.CASE, Provider.NPS)


def route(phone: str = "+441632960001", ask_for: str = "NPS Probation Duty Officer (sample)") -> Answer:
    """Ring the duty officer, then the SPO."""
    return Answer(
        kind=Kind.ROUTE,
        area="west-mercia",
        office="worcester",
        open_now=True,
        steps=(
            _step(Role.DUTY_OFFICER, phone, ask_for),
            _step(Role.SPO, "+441632960002", "NPS Senior Probation Officer (sample)"),
        ),
        because=(
            Reason(rule="contact.nps", text="The NPS duty officer sees both.", source="Sample source, 1"),
            Reason(rule="contact.rota", text="Somebody is on duty every working day.", source="Sample, 2"),
        ),
        follow_up=FOLLOW_UP.encode(),
    )


def _step(role: Role, phone: str, ask_for: str) -> Step:
    return Step(
        role=role,
        provider=Provider.NPS,
        office="worcester",
        phone=phone,
        ask_for=ask_for,
        place="Worcester probation office",
        hours="Mo-Fr 09:00-17:00; PH off",
        sample=True,
    )


class PreparedAnswers:
    """Stands in for the assistant and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Enquiry] = []
        self.snapshot = SNAPSHOT
        self._prepared: deque[Answer | Exception | asyncio.Event] = deque()

    def prepare(self, *answers: Answer | Exception | asyncio.Event) -> None:
        """Answers to come. An exception is raised; an event is waited for, then answered as usual."""
        self._prepared.extend(answers)

    async def answer(self, enquiry: Enquiry) -> Answer:
        """The next prepared answer, or the usual one."""
        self.asked.append(enquiry)
        prepared = self._prepared.popleft() if self._prepared else route()
        if isinstance(prepared, Exception):
            raise prepared
        if isinstance(prepared, asyncio.Event):
            await prepared.wait()
            return route()
        return prepared


class InMemory:
    """Stands in for the store of conversations; may be told to fail."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[str, datetime]] = {}
        self.fails = False

    async def recall(self, chat: str) -> tuple[str, datetime] | None:
        """What was kept."""
        if self.fails:
            raise RuntimeError("the store is gone")
        return self.kept.get(chat)

    def keep(self, chat: str, token: str, at: datetime) -> None:
        """Keep it."""
        self.kept[chat] = token, at

    def forget(self, chat: str) -> None:
        """Keep nothing."""
        self.kept.pop(chat, None)


class InMemoryRecords:
    """Stands in for where it is written down which updates are answered."""

    def __init__(self) -> None:
        self.finished: set[int] = set()
        self.left: list[tuple[int, bool]] = []  # what was let go, and whether we failed

    async def claim(self, bot: int, number: int) -> Claim:
        """Whatever is not done is ours."""
        return Claim.DONE if number in self.finished else Claim.OURS

    async def done(self, bot: int, number: int) -> None:
        """It is."""
        self.finished.add(number)

    def hold(self, bot: int, number: int) -> None:
        """Nobody else is there."""

    def let_go(self, bot: int, number: int, *, failed: bool) -> None:
        """Noted."""
        self.left.append((number, failed))


class PreparedKeeping:
    """Stands in for the directory: takes reports and keepers' words, and notes them."""

    def __init__(self, *keepers: int) -> None:
        self.keepers = keepers
        self.reported: list[Report] = []
        self.confirmed: list[str] = []
        self.counted: list[Heard] = []

    async def take(self, report: Report) -> Taken:
        """Noted, and all keepers are to be asked."""
        self.reported.append(report)
        return Taken(noted=True, keepers=self.keepers)

    def count_unanswered(self, heard: Heard) -> None:
        """Noted."""
        self.counted.append(heard)

    async def settle(self, number: str, keeper: int, right: bool) -> Settled:
        """Only a keeper's word counts."""
        if keeper not in self.keepers:
            return Settled.NOT_THEIRS
        if not right:
            return Settled.STAYS_SUSPECT
        self.confirmed.append(number)
        return Settled.CONFIRMED
