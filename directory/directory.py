"""The directory, open: what a command or a running service holds for as long as it runs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy.ext.asyncio import AsyncEngine

from directory.accounts.accounts import Accounts
from directory.accounts.clients import Clients
from directory.accounts.feeds import CalendarFeeds
from directory.accounts.keepers import Keepers
from directory.accounts.keeping import AccountKeeping
from directory.accounts.standing import WhoAsks
from directory.audit.log import AuditLog
from directory.call_backs.asking import Asking
from directory.call_backs.call_backs import CallBacks
from directory.call_backs.groups import DutyGroups
from directory.call_backs.numbers import CallBackNumbers
from directory.call_backs.outbox import Outbox
from directory.call_backs.references import References
from directory.call_backs.reminders import Reminders
from directory.cases.case_key import CaseKey
from directory.cases.disclosures import Disclosures
from directory.cases.register import Register
from directory.channels.callers_sent import CallersSent
from directory.channels.conversations import Conversations
from directory.channels.languages import Languages
from directory.channels.updates import Updates
from directory.clock import utc_now
from directory.errors import DirectoryError
from directory.information.references import InformationReferences
from directory.information.requests import InformationRequests
from directory.keeping.exporting import ExportKeeping
from directory.keeping.importing import ImportKeeping
from directory.keeping.keeping import Keeping
from directory.keeping.kept_rows import KeptRows
from directory.keeping.number_reports import NumberReports
from directory.keeping.unanswered import Heard, Learning
from directory.opening import open_database, register_key
from directory.overview.enquiry_counts import EnquiryCounts
from directory.overview.overviews import Overviews
from directory.pictures.pictures import Pictures
from directory.pictures.snapshot import load_pictures
from directory.pictures.watching import Prepare, PutInPlace, Watch
from directory.proof.proving import Proving
from directory.requests.departed import Departed
from directory.requests.finished import FinishedRequests
from directory.rota.covers import Covers
from directory.rota.keeping import RotaKeeping
from directory.rota.own_shifts import OwnShifts
from directory.settings import DirectorySettings
from directory.signing_in.sessions import Sessions
from directory.signing_in.signing_in import SigningIn
from directory.storage.bare_sqlite import BareSqlite
from directory.storage.database import (
    database_errors,
    directory_version,
    reading,
)
from directory.storage.held_connection import HeldConnection
from directory.storage.on_the_spot import OnTheSpot
from directory.storage.writing_behind import WriteBehind
from routing.policy import Policies
from routing.snapshot import Snapshot

if TYPE_CHECKING:
    from directory.cases.sealing import Seal


@dataclass(frozen=True, slots=True)
class Running:
    """How an open directory goes about it: the clock, and how often SQLite is looked at, in seconds."""

    clock: Callable[[], datetime] = utc_now
    poll_every: float = 1.0


RUNNING = Running()
_GATHERED_FOR = 0.5  # seconds; a transaction for each message would cost more than its answer
_COUNTED_FOR = 5.0  # seconds


class Directory:
    """The pictures that routing reads, and the register of cases. Open it with `Directory.open`.

    `pictures` are always the newest, whoever changed the directory; never changed, only replaced.
    """

    def __init__(
        self, engine: AsyncEngine, settings: DirectorySettings, pictures: Pictures, key: CaseKey, how: Running
    ) -> None:
        self.pictures = pictures
        self.changed_at = how.clock()  # since when these pictures are in use
        self._engine = engine
        self._settings = settings
        self._clock = how.clock
        self._held = HeldConnection(engine)
        self._bare = BareSqlite.of(engine)
        self._spot = OnTheSpot(self._held, self._bare)
        self._disclosures = Disclosures(engine)
        self._key_of = partial(register_key, settings=settings)
        self.register = Register(self._held, self._disclosures, key, self._key_of, how.clock)
        self._write_behind()
        self._know_people()
        self._let_keepers_in()
        self._take_requests()
        self._followers: list[Prepare] = []
        self._watch = Watch(engine, pictures.version, self._prepare, how.poll_every)
        self._watch.begin()

    def _write_behind(self) -> None:
        """What an answer does not wait for."""
        engine, clock = self._engine, self._clock
        self._learning = Learning(self._settings.data_dir, clock)
        self._unanswered = WriteBehind(engine, "unanswered enquiries")
        self._of_channels = WriteBehind(
            engine, "updates and conversations", _GATHERED_FOR, alone=False, bare=self._bare
        )
        self._of_enquiries = WriteBehind(engine, "counts of enquiries", _COUNTED_FOR, alone=False)
        self.enquiry_counts = EnquiryCounts(engine, self._of_enquiries, clock)

    def _know_people(self) -> None:
        """Who somebody is, where they stand, and in which language."""
        engine, clock, hashed = self._engine, self._clock, self.register.hashed
        who_asks = WhoAsks(self._spot, hashed)
        self.accounts = Accounts(engine, who_asks, lambda: self.register.key, clock)
        self.clients = Clients(engine, who_asks, clock)
        self.calendar_feeds = CalendarFeeds(engine, who_asks, clock)
        self.sessions = Sessions(engine, self._spot, self._of_channels, clock)
        self.signing_in = SigningIn(engine, self._key_of, hashed, clock)
        self.conversations = Conversations(self._spot, self._of_channels, hashed, clock)
        self.languages = Languages(engine, hashed)
        self.updates = Updates(self._of_channels, clock)

    def _let_keepers_in(self) -> None:
        """What keepers change, and what is shown to those who manage."""
        engine, clock = self._engine, self._clock
        self.keeping = Keeping(engine, clock)
        self.account_keeping = AccountKeeping(engine, clock)
        self.keepers = Keepers(self._held, clock)
        self.number_reports = NumberReports(engine, self.register.hashed, clock)
        self.audit_log = AuditLog(engine)
        self.own_shifts = OwnShifts(engine, clock)
        self.proving = Proving(lambda: self.pictures)
        self.kept_rows = KeptRows(engine, self.proving, clock)
        self.import_keeping = ImportKeeping(engine, self._settings, self.proving, clock)
        self.export_keeping = ExportKeeping(engine, self._settings.data_dir)
        self.rota_keeping = RotaKeeping(engine, lambda: self.pictures, self.proving, clock)
        self.overviews = Overviews(engine, lambda: self.pictures, clock)
        self.callers_sent = CallersSent(engine, clock)

    def _take_requests(self) -> None:
        """What is followed until it has ended: call backs, information, cover; and its messages."""
        engine, clock, policies = self._engine, self._clock, Policies.bundled()
        self.call_backs = CallBacks(engine, self._spot, lambda: self.pictures, clock, policies)
        self.asking = Asking(engine, self._seal, clock, self.call_backs)
        self.references = References(engine, self._seal, clock)
        self.call_back_numbers = CallBackNumbers(engine, self._seal)
        self.duty_groups = DutyGroups(engine, clock)
        self.information = InformationRequests(engine, lambda: self.pictures, self._seal, clock, policies)
        self.information_references = InformationReferences(engine, self._seal, clock, self.information)
        self.covers = Covers(engine, lambda: self.pictures, clock, policies)
        self.reminders = Reminders(engine, lambda: self.pictures, clock, policies)
        self.departed = Departed(engine, self._held, clock, self.call_backs, self.information)
        self.finished_requests = FinishedRequests(engine, clock)
        self.outbox = Outbox(engine, self._spot, self._seal, clock)

    @classmethod
    async def open(cls, settings: DirectorySettings, how: Running = RUNNING) -> Self:
        """Migrate and fill the database where that is due, read it, and watch it until it is closed.

        Raises DirectoryError, in one sentence, where that cannot be done or AREA is not in it.
        """
        engine = await open_database(settings)
        try:
            with database_errors(engine):
                async with reading(engine) as connection:
                    pictures = await load_pictures(connection)
                    key = await register_key(connection, settings)
            areas = pictures.of(how.clock()).areas
            if settings.area not in areas:
                raise DirectoryError(
                    f"AREA {settings.area!r} is not in the directory: set it to one of "
                    f"{', '.join(sorted(areas))}."
                )
        except BaseException:
            await engine.dispose()
            raise
        return cls(engine, settings, pictures, key, how)

    @property
    def snapshot(self) -> Snapshot:
        """The directory as it is today."""
        return self.pictures.of(self.now())

    @property
    def area(self) -> str:
        """The area that this deployment is for."""
        return self._settings.area

    def now(self) -> datetime:
        """The moment it is, by the directory's clock."""
        return self._clock()

    @property
    def age(self) -> float:
        """Seconds since the pictures were last found to be the newest."""
        return self._watch.age

    @property
    def unwritten(self) -> int:
        """How many rows wait to be written."""
        return self._of_channels.length + self._unanswered.length + self._of_enquiries.length

    async def can_be_read(self) -> bool:
        """Whether the database answers. Raises DatabaseError where it does not."""
        return await self._held.look_up(directory_version) > 0

    def on_change(self, prepare: Prepare) -> None:
        """Have this called with the pictures of each change, in a thread, where it may take its time.

        What it returns is called on the event loop, at the moment at which `pictures` become the new
        ones: whoever makes something of them swaps it there, and nobody sees half of it.
        """
        self._followers.append(prepare)

    def count_unanswered(self, heard: Heard) -> None:
        """Have it counted that something was not understood; the answer need not wait for it."""
        self._unanswered.add(self._learning.write, heard)

    async def close(self) -> None:
        """Write down what was disclosed, and let go of the database."""
        try:
            await self._watch.end()
            await self._disclosures.close()
            await self._unanswered.close()
            await self._of_channels.close()
            await self._of_enquiries.close()
        finally:
            if self._bare:
                self._bare.close()
            await self._held.let_go()
            await self._engine.dispose()

    def _seal(self) -> "Seal":
        """What seals under the key of the register, and reads what was sealed."""
        from directory.cases.sealing import Seal  # noqa: PLC0415 - only where something is sealed

        return Seal(self.register.key)

    def _prepare(self, pictures: Pictures) -> PutInPlace:
        prepared = [prepare(pictures) for prepare in self._followers]

        def put_in_place() -> None:
            self.pictures, self.changed_at = pictures, self.now()
            for put in prepared:
                put()

        return put_in_place

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()
