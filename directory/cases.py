"""The register of cases: found by a keyed hash of the reference, which is itself stored nowhere."""

import hmac
import re

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.tables import Case
from routing.snapshot import CaseOwner
from routing.vocabulary import Provider, Risk

_REFERENCE = re.compile(r"[A-Z][0-9]{6}")
_PSEUDO_OFFICER = re.compile(r"(?:N\d\d|C\d\d|[A-Z]{3})[A-Z0-9]{3}U")
_NO_OFFICER = frozenset({"", "-", "n/a", "none", "unallocated", "inactive", "not allocated"})

_OWNER = select(Case.provider, Case.area, Case.office, Case.officer, Case.since, Case.mappa, Case.risk).where(
    Case.reference_hash == bindparam("reference_hash")
)


def standardise_reference(text: str) -> str | None:
    """A case reference however it is typed, as one capital letter and six digits; None for anything else."""
    standard = "".join(character for character in text if character.isalnum()).upper()
    return standard if _REFERENCE.fullmatch(standard) else None


def reference_hash(key: bytes, reference: str) -> bytes:
    """The keyed hash (HMAC-SHA256) of a standardised reference."""
    return hmac.digest(key, reference.encode("ascii"), "sha256")


def named_officer(text: str) -> str | None:
    """The officer, or None where the text is blank or nDelius's code for unallocated or inactive."""
    name = " ".join(text.split())
    if name.casefold() in _NO_OFFICER or _PSEUDO_OFFICER.fullmatch(name):
        return None
    return name


async def owner_of(connection: AsyncConnection, hashed: bytes) -> CaseOwner | None:
    """Who owns the case with this hash now, or None where the register does not have it."""
    row = (await connection.execute(_OWNER, {"reference_hash": hashed})).one_or_none()
    if row is None:
        return None
    return CaseOwner(
        provider=Provider(row.provider),
        area=row.area,
        office=row.office,
        officer=row.officer,
        since=row.since,
        mappa=row.mappa,
        risk=Risk(row.risk) if row.risk else None,
    )
