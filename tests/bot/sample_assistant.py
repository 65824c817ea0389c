"""An assistant on a directory built by hand, which notes every look-up in its register of cases."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import cast

from bot.assistant import Assistant, Parts, PartsByDay
from directory.cases.disclosures import Verdict
from directory.cases.register import LookUp
from directory.directory import Directory
from directory.keeping.unanswered import Heard
from directory.pictures.pictures import Pictures
from directory.pictures.watching import Prepare
from routing.limits import Limits
from routing.snapshot import CaseOwner, Snapshot
from routing.vocabulary import Provider
from tests.routing.sample_directory import AREA_OF_OFFICE, SNAPSHOT, owned, place

REGISTERED = "B310482"  # a case of the CRC at Kidderminster
NOT_REGISTERED = "T118842"
_PLACES = tuple(
    (office.replace("-", " ").title(), place(office, name=office.replace("-", " ").title(), kind="office"))
    for office in AREA_OF_OFFICE
)
_SNAPSHOT = replace(SNAPSHOT, places=_PLACES)


class SampleRegister:
    """Stands in for the register of cases, and notes what is asked of it."""

    def __init__(self) -> None:
        self.looked_up: list[str] = []
        self.counted: list[LookUp] = []
        self.verdict = Verdict()

    async def owner_of(self, reference: str) -> CaseOwner | None:
        """What is registered; and that somebody looked."""
        self.looked_up.append(reference)
        return owned(Provider.CRC, "kidderminster") if reference == REGISTERED else None

    async def record(self, look_up: LookUp, limits: Limits) -> Verdict:
        """Note what is counted and audited; what may be told of it is said beforehand."""
        self.counted.append(look_up)
        return self.verdict


class SampleDirectory:
    """Stands in for an open directory."""

    def __init__(self) -> None:
        self.snapshot: Snapshot = _SNAPSHOT
        self.pictures = Pictures.unchanging(self.snapshot)
        self.register = SampleRegister()
        self.followers: list[Prepare] = []
        self.unanswered: list[Heard] = []

    def now(self) -> datetime:
        """Some moment."""
        return datetime(2014, 7, 8, 12, tzinfo=UTC)

    def on_change(self, prepare: Prepare) -> None:
        """Somebody wants to know of changes."""
        self.followers.append(prepare)

    def count_unanswered(self, heard: Heard) -> None:
        """Note what was not understood."""
        self.unanswered.append(heard)


def assistant_on(directory: SampleDirectory) -> Assistant:
    """An assistant for West Mercia. Its reader is made once, for all that know the same places."""
    by_day = PartsByDay(directory.pictures, Parts.of(directory.snapshot, _parts()))
    assistant = Assistant(cast(Directory, directory), by_day, "west-mercia")
    directory.on_change(assistant.prepare)
    return assistant


@cache
def _parts() -> Parts:
    return Parts.of(_SNAPSHOT)
