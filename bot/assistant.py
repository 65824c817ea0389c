"""Assistant.answer: an enquiry becomes an answer. Dialogue and interface call it, and nothing deeper."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import NamedTuple, Protocol

from bot.alarms import Alarm, Alarms, AlarmsInTheLog
from directory.accounts.standing import PUBLIC, Identity
from directory.cases.register import LookUp
from directory.directory import Directory
from directory.errors import DatabaseError, DirectoryError
from directory.keeping.unanswered import Heard
from directory.pictures.collecting import not_collecting
from directory.pictures.pictures import Pictures
from routing.answer import Answer
from routing.disclosure import case_to_look_up
from routing.enquiry import Enquiry
from routing.limits import NOT_RECORDED
from routing.policy import Policies
from routing.reading.reader import Reader
from routing.reading.reading import Fact, Reading, Unread
from routing.router import Router
from routing.snapshot import CaseOwner, Snapshot
from routing.vocabulary import Role

logger = logging.getLogger(__name__)


class Answers(Protocol):
    """Whatever can answer an enquiry; channels are built on this, tests fake it."""

    @property
    def snapshot(self) -> Snapshot:
        """The picture of the directory that answers are made from, as it is now."""
        ...

    async def answer(self, enquiry: Enquiry) -> Answer:
        """The answer to one enquiry. Never raises for anything a person can write."""
        ...


class Parts(NamedTuple):
    """What reads and what routes, made from one snapshot; an answer uses no two."""

    reader: Reader
    router: Router

    @classmethod
    def of(cls, snapshot: Snapshot, before: "Parts | None" = None) -> "Parts":
        """Made anew, but for the reader where nothing that it reads by has changed: it takes longest."""
        policies = Policies.bundled()
        router = Router(snapshot, policies)
        if before is not None and _read_by(before.router.snapshot) == _read_by(snapshot):
            return cls(before.reader, router)
        with not_collecting():
            reader = Reader(snapshot.places, policies.terms, snapshot.programmes, snapshot.aliases)
        return cls(reader, router)


def _read_by(snapshot: Snapshot) -> tuple[object, ...]:
    """What a reader is made of."""
    return snapshot.places, snapshot.programmes, snapshot.aliases


class PartsByDay:
    """Parts for the directory of every day; those for today are made beforehand."""

    def __init__(self, pictures: Pictures, today: Parts) -> None:
        self.pictures = pictures
        self.today = today
        self._others: dict[int, Parts] = {}

    async def parts(self, moment: datetime) -> Parts:
        """What reads and routes by the directory of the day that this moment is on."""
        snapshot = self.pictures.of(moment)
        if snapshot is self.today.router.snapshot:
            return self.today
        if id(snapshot) not in self._others:
            # In a thread: a reader takes half a second, in which others are answered.
            self._others[id(snapshot)] = await asyncio.to_thread(Parts.of, snapshot, self.today)
        return self._others[id(snapshot)]


@dataclass(slots=True)
class Assistant:
    """Reads, looks the case up where the asker may, and routes. The text goes no further."""

    directory: Directory
    by_day: PartsByDay  # replaced whole when the directory changes
    area: str
    alarms: Alarms = field(default_factory=AlarmsInTheLog)

    @classmethod
    def on(cls, directory: Directory, area: str) -> "Assistant":
        """An assistant on an open directory, with the bundled policies; `area` is the deployment's.

        It follows the directory: an answer that is begun after a change is made from the new snapshot.
        """
        assistant = cls(directory, PartsByDay(directory.pictures, Parts.of(directory.snapshot)), area)
        directory.on_change(assistant.prepare)
        return assistant

    def prepare(self, pictures: Pictures) -> Callable[[], None]:
        """Make what new pictures need, which takes a while; what is returned puts it into place."""
        today = pictures.of(self.directory.now())
        by_day = PartsByDay(pictures, Parts.of(today, self.by_day.today))

        def put_in_place() -> None:
            self.by_day = by_day

        return put_in_place

    async def answer(self, enquiry: Enquiry) -> Answer:
        """The answer to one enquiry."""
        # The directory may change while a case is looked up: an answer is made from one picture of it.
        parts = await self.by_day.parts(enquiry.at)
        area = enquiry.follow_up.area if enquiry.follow_up else enquiry.area
        reading = parts.reader.read(enquiry.text, area)
        answer = await self._route(parts.router, enquiry, reading)
        if reading.unread and enquiry.follow_up is None and not enquiry.unfinished:
            self.directory.count_unanswered(_heard(enquiry, reading, reading.unread))
        return answer

    async def _route(self, router: Router, enquiry: Enquiry, reading: Reading) -> Answer:
        """The answer, with what the register holds where this asker may know it and that is in the audit."""
        reference = case_to_look_up(reading, enquiry.standing)
        if reference is None or enquiry.unfinished:  # a look-up stands in the audit: it is made once
            return router.route(enquiry, reading, None)
        try:
            owner = await self.directory.register.owner_of(reference)
        except DatabaseError:
            logger.error("The register of cases could not be read.")
            return router.route(enquiry, reading, None, NOT_RECORDED)
        answer = router.route(enquiry, reading, owner)
        withheld = await self._withheld(enquiry, reading.danger, reference, owner, answer)
        return router.route(enquiry, reading, None, withheld) if withheld else answer

    async def facts_in(self, enquiry: Enquiry) -> tuple[Fact, ...]:
        """What is read in an enquiry, and from which words: for showing how an answer came about."""
        parts = await self.by_day.parts(enquiry.at)
        return parts.reader.facts(enquiry.text, enquiry.area)

    @property
    def snapshot(self) -> Snapshot:
        """The picture of the directory that answers are made from."""
        return self.by_day.today.router.snapshot

    def unreadable(self, problem: str, enquiry_id: str | int | float | bool | None, now: datetime) -> Answer:
        """The answer to an enquiry that is none: what was wrong, and the safe contact all the same."""
        enquiry = Enquiry("", now, self.area, id=enquiry_id)
        return self.by_day.today.router.malformed(enquiry, problem)

    def in_danger(self, text: str, area: str) -> bool:
        """Whether a text says that somebody is in danger, for what may be held back and what may not."""
        return self.by_day.today.reader.read(text, area).danger

    async def identity(self, channel: str, user: int | None) -> Identity:
        """Who this user of a channel is, now; the public where that cannot be found out just now."""
        try:
            return await self.directory.accounts.identity(channel, user)
        except DirectoryError:
            logger.error("Who asks on %s could not be found out: taken to be the public.", channel)
            return PUBLIC

    async def _withheld(
        self, enquiry: Enquiry, danger: bool, reference: str, owner: CaseOwner | None, answer: Answer
    ) -> str | None:
        """Have the look-up counted and audited; the rule by which it may not be told, if any."""
        look_up = LookUp(
            reference=reference,
            owner=owner,
            who=enquiry.account or enquiry.standing,
            origin=enquiry.channel or enquiry.office or enquiry.area,
            account=enquiry.account,
            named_officer=any(step.role is Role.RESPONSIBLE_OFFICER and step.name for step in answer.steps),
            danger=danger,
        )
        limits = Policies.bundled().limits
        if enquiry.look_ups_a_day:
            limits = replace(limits, look_ups_a_day=enquiry.look_ups_a_day)
        verdict = await self.directory.register.record(look_up, limits)
        if verdict.alarm and verdict.withheld and enquiry.account:
            await self.alarms.sound(Alarm(verdict.withheld, enquiry.account, enquiry.channel, enquiry.at))
        return verdict.withheld


def _heard(enquiry: Enquiry, reading: Reading, unread: Unread) -> Heard:
    """What is counted of an enquiry that was not understood."""
    return Heard(
        topic=reading.hinted or "",
        place=bool(reading.places),
        length=unread.length,
        words=unread.words,
        asker=enquiry.asker,
    )
