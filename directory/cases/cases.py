"""The register of cases: found by a keyed hash of the reference, and holding nothing else of it."""

import re

from sqlalchemy import bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.cases.case_key import CaseKey
from directory.tables import Case, FormerOwner
from routing.snapshot import CaseOwner
from routing.vocabulary import Provider, Risk

is_standard = re.compile(r"[A-Z][0-9]{6}").fullmatch
"""Whether a case reference is written as it is hashed: one capital letter and six digits."""
_PSEUDO_OFFICER = re.compile(r"(?:N\d\d|C\d\d|[A-Z]{3})[A-Z0-9]{3}U")
_NO_OFFICER = frozenset({"", "-", "n/a", "none", "unallocated", "inactive", "not allocated"})

_MOVED_ON = (
    select(func.max(FormerOwner.until))
    .where(FormerOwner.reference_hash == Case.reference_hash, FormerOwner.provider != Case.provider)
    .scalar_subquery()
    .label("moved_on")
)
_OWNER = select(
    Case.provider, Case.area, Case.office, Case.officer, Case.since, Case.mappa, Case.risk, _MOVED_ON
).where(Case.reference_hash == bindparam("reference_hash"))
_BESIDE = 3
_OTHER = {Provider.NPS: Provider.CRC, Provider.CRC: Provider.NPS}


def standardise_reference(text: str) -> str | None:
    """A case reference however it is typed, as one capital letter and six digits; None for anything else."""
    if is_standard(text):
        return text
    standard = "".join(character for character in text if character.isalnum()).upper()
    return standard if is_standard(standard) else None


def reference_hash(key: CaseKey, reference: str) -> bytes:
    """The keyed hash (HMAC-SHA256) of a standardised reference."""
    return key.hash(reference.encode("ascii"))


def references_beside(reference: str) -> list[str]:
    """The references next to a standardised one, up to three before and after it."""
    letter, number = reference[0], int(reference[1:])
    near = (number + step for step in range(-_BESIDE, _BESIDE + 1) if step)
    return [f"{letter}{other:06}" for other in near if 0 <= other < 10**6]


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
    provider = Provider(row.provider)
    return CaseOwner(
        provider=provider,
        area=row.area,
        office=row.office,
        officer=row.officer,
        since=row.since,
        mappa=row.mappa,
        risk=Risk(row.risk) if row.risk else None,
        moved_from=_OTHER[provider] if row.moved_on else None,
        moved_on=row.moved_on,
    )
