"""The register of cases, open: whose a case is, and that a look-up is written down before it is told of."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from sqlalchemy.ext.asyncio import AsyncConnection

from directory.audit.audit import Act
from directory.cases.case_key import CaseKey
from directory.cases.cases import owner_of, reference_hash, references_beside, standardise_reference
from directory.cases.disclosures import Disclosures, LookedUp, Told, Verdict
from directory.storage.held_connection import HeldConnection
from routing.limits import Limits
from routing.snapshot import CaseOwner

KeyOf = Callable[[AsyncConnection], Awaitable[CaseKey]]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookUp:
    """A case that somebody asked for: what the register said, and what they are to be told of it."""

    reference: str = field(repr=False)
    owner: CaseOwner | None
    who: str  # an account or a standing
    origin: str  # the channel, or from where they asked
    account: str | None = None  # whose look-ups are counted; None at the command line
    named_officer: bool = False
    danger: bool = False

    @property
    def told(self) -> Told | None:
        """What stands in the audit of it, where anything is told."""
        owner = self.owner
        return Told(owner.provider, owner.office, self.named_officer) if owner else None


@lru_cache(maxsize=1024)  # a message asks for the same one several times
def _hashed(key: CaseKey, asker: str) -> bytes:
    return key.hash(f"asker {asker}".encode())


class Register:
    """The register, under the `key` it has now; `key_of` finds the one that it may have been given since."""

    def __init__(
        self,
        held: HeldConnection,
        disclosures: Disclosures,
        key: CaseKey,
        key_of: KeyOf,
        clock: Callable[[], datetime],
    ) -> None:
        self.key = key
        self._key_of = key_of
        self._held = held
        self._disclosures = disclosures
        self._clock = clock

    async def owner_of(self, reference: str) -> CaseOwner | None:
        """Who owns the case with this reference, however it is typed; None where it is not registered.

        Raises DatabaseError where the database cannot be read.
        """
        standard = standardise_reference(reference)
        if standard is None:
            return None
        return await self._held.look_up(lambda connection: self._look_up(connection, standard))

    async def record(self, look_up: LookUp, limits: Limits) -> Verdict:
        """Count and audit a look-up before anybody is told of it; whether they may be.

        Where it cannot be written down within a moment they may not: nothing is told that is not in
        the audit. What is waiting when the directory is closed is written before that ends.
        """
        standard = standardise_reference(look_up.reference)
        if standard is None:
            return Verdict()
        looked_up = LookedUp(
            reference_hash=reference_hash(self.key, standard),
            beside=frozenset(reference_hash(self.key, other) for other in references_beside(standard)),
            act=Act(look_up.who, look_up.origin, self._clock()),
            account=look_up.account,
            known=look_up.owner is not None,
            told=look_up.told,
            danger=look_up.danger,
        )
        return await self._disclosures.write(looked_up, limits)

    def hashed(self, asker: str) -> bytes:
        """An asker under the key of the register, so that nobody is known by what is kept of them."""
        return _hashed(self.key, asker)

    async def _look_up(self, connection: AsyncConnection, standard: str) -> CaseOwner | None:
        """The owner; before one is said to be unknown, whether the register has another key by now."""
        owner = await owner_of(connection, reference_hash(self.key, standard))
        if owner is None and self.key != (key := await self._key_of(connection)):
            self.key = key
            owner = await owner_of(connection, reference_hash(key, standard))
        return owner
