"""Assistant.answer: the one thing that every channel calls, and nothing deeper."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from directory.directory import Directory
from routing.answer import Answer
from routing.disclosure import may_look_up
from routing.enquiry import Enquiry
from routing.policy import Policies
from routing.reading.reader import Reader
from routing.reading.reading import Reading
from routing.router import Router
from routing.snapshot import CaseOwner, Snapshot


class Answers(Protocol):
    """Whatever can answer an enquiry; channels are built on this, tests fake it."""

    async def answer(self, enquiry: Enquiry) -> Answer:
        """The answer to one enquiry. Never raises for anything a person can write."""
        ...


@dataclass(frozen=True, slots=True)
class Assistant:
    """Reads, looks the case up where the asker may, and routes. The text goes no further."""

    directory: Directory
    reader: Reader
    router: Router
    area: str

    @classmethod
    def on(cls, directory: Directory, area: str) -> "Assistant":
        """An assistant on an open directory, with the bundled policies; `area` is the deployment's."""
        policies = Policies.bundled()
        snapshot = directory.snapshot
        return cls(directory, Reader(snapshot.places, policies.terms), Router(snapshot, policies), area)

    async def answer(self, enquiry: Enquiry) -> Answer:
        """The answer to one enquiry."""
        reading = self.reader.read(enquiry.text, enquiry.area)
        return self.router.route(enquiry, reading, await self._owner(enquiry, reading))

    @property
    def snapshot(self) -> Snapshot:
        """The picture of the directory that answers are made from."""
        return self.router.snapshot

    @property
    def area_of_office(self) -> dict[str, str]:
        """The area of every office, for reading follow-ups."""
        return {office.id: office.area for office in self.snapshot.offices.values()}

    def unreadable(self, problem: str, enquiry_id: str | int | None, now: datetime) -> Answer:
        """The answer to an enquiry that is none: what was wrong, and the safe contact all the same."""
        enquiry = Enquiry("", now, self.area, id=enquiry_id)
        return self.router.malformed(enquiry, problem)

    async def _owner(self, enquiry: Enquiry, reading: Reading) -> CaseOwner | None:
        """What the register holds: one look-up, of one reference, and only if this asker may know."""
        if len(reading.references) != 1 or not may_look_up(enquiry.standing):
            return None
        return await self.directory.owner_of(reading.references[0])
