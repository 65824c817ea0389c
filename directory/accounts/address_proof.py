"""Proving an address: a code goes to it, and whoever types that code reads mail there.

The address must lie in a domain that the providers of the agency's area accept as secure on that day,
and in the agency's own. Neither address nor code is kept, only hashes under the register's key, so
that nobody with the database alone can try out a hundred million codes or a list of addresses.
"""

import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.accounts.agency_domains import is_of_many
from directory.accounts.binding import NotVerifiedError, Person, Verified, bind
from directory.audit import audit
from directory.cases.case_key import CaseKey
from directory.storage.database import table
from directory.storage.moments import as_kept
from directory.tables import Agency, MailedCode
from routing.limits import A_DAY, Limits
from routing.moments import day_in_london
from routing.secure_mail import domain_of, is_accepted, lies_in, mailbox, read_address
from routing.snapshot import Snapshot
from routing.vocabulary import Standing

CODE_DIGITS = 8


@dataclass(frozen=True, slots=True)
class ToMail:
    """A code on its way to an address; neither is shown by `repr`."""

    address: str = field(repr=False)
    code: str = field(repr=False)
    minutes: int
    agency: str  # whose mail it is


@dataclass(frozen=True, slots=True)
class Proving:
    """What proving needs besides a connection."""

    key: CaseKey
    limits: Limits


async def begin(
    connection: AsyncConnection, how: Proving, person: Person, typed: str, picture: Snapshot, act: audit.Act
) -> ToMail:
    """Keep a code for this person; what to mail. Raises NotVerifiedError.

    Reasons: `address` (none), `domain` (not accepted as secure), `agency` (no agency has it),
    `codes` (enough were sent today).
    """
    address = read_address(typed)
    if address is None:
        raise NotVerifiedError("address")
    agency = await agency_of(connection, domain_of(address), picture, day_in_london(act.at))
    hashes = {
        "person_hash": how.key.hash(person.as_bytes),
        "address_hash": address_hash(how.key, address),
    }
    await connection.execute(delete(MailedCode).where(MailedCode.sent_at <= as_kept(act.at - A_DAY)))
    await _count_those_sent(connection, hashes, how.limits.codes_a_day)
    code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"
    await connection.execute(
        insert(table(MailedCode)),
        [
            {
                **hashes,
                "code_hash": _code_hash(how.key, person, code),
                "agency": agency,
                "tries_left": how.limits.code_tries,
                "sent_at": as_kept(act.at),
            }
        ],
    )
    return ToMail(address, code, how.limits.code_minutes, agency)


async def finish(
    connection: AsyncConnection, how: Proving, person: Person, typed: str, act: audit.Act
) -> str | None:
    """The account of whoever typed the code that was sent; None where it is not the code.

    The try is counted either way, so the transaction has to be committed. Raises NotVerifiedError
    where there is no code to try (any more), with the reason `code`, or `suspended`.
    """
    row = await _newest_code(connection, how, person, act)
    digits = "".join(character for character in typed if character.isascii() and character.isdigit())
    right = hmac.compare_digest(row.code_hash, _code_hash(how.key, person, digits))
    left = 0 if right else row.tries_left - 1
    await connection.execute(update(MailedCode).where(MailedCode.id == row.id).values(tries_left=left))
    if not right:
        return None
    if row.revoked:
        raise NotVerifiedError("agency")
    until = day_in_london(act.at) + timedelta(days=how.limits.verified_days)
    shown = Verified(row.agency, Standing.PARTNER, row.area, address_hash=row.address_hash)
    return await bind(connection, person, shown, until, act)


async def _newest_code(connection: AsyncConnection, how: Proving, person: Person, act: audit.Act) -> Any:
    """Only the newest counts: whoever asks for another has given up the one before."""
    still_good = as_kept(act.at - timedelta(minutes=how.limits.code_minutes))
    found = await connection.execute(
        select(MailedCode, Agency.area, Agency.revoked)
        .join_from(MailedCode, Agency, MailedCode.agency == Agency.id)
        .where(MailedCode.person_hash == how.key.hash(person.as_bytes))
        .order_by(MailedCode.id.desc())
        .limit(1)
    )
    row = found.one_or_none()
    if row is None or row.tries_left < 1 or row.sent_at <= still_good:
        raise NotVerifiedError("code")
    return row


def _code_hash(key: CaseKey, person: Person, code: str) -> bytes:
    return key.hash(b"code " + person.as_bytes + b" " + code.encode())


async def _count_those_sent(connection: AsyncConnection, hashes: dict[str, bytes], most: int) -> None:
    """Neither may one person fill many boxes, nor many persons one box."""
    for column, hashed in hashes.items():
        counted = select(func.count()).select_from(MailedCode).where(table(MailedCode).c[column] == hashed)
        if (await connection.execute(counted)).scalar_one() >= most:
            raise NotVerifiedError("codes")


def address_hash(key: CaseKey, address: str) -> bytes:
    """What is kept of an address, however it is decorated."""
    return key.hash(f"address {mailbox(address)}".encode())


async def agency_of(connection: AsyncConnection, domain: str, picture: Snapshot, day: date) -> str:
    """The agency whose mail this is; of several whose domain it lies in, the one named most closely.

    A domain that many share is none of an agency's, whatever stands there (it may have come to be shared).

    Raises NotVerifiedError: `domain` or `agency`.
    """
    rows = (await connection.execute(select(Agency).where(Agency.domain.is_not(None)))).all()
    secure = {one.domain for one in picture.secure_domains if one.accepted}
    found = [row for row in rows if lies_in(domain, row.domain) and not is_of_many(row.domain, secure)]
    agency = max(found, key=lambda row: len(row.domain), default=None)
    areas = [agency.area] if agency and agency.area else list(picture.areas)
    some = agency is None and is_accepted_somewhere(domain, picture)
    if not some and not is_accepted(domain, picture.secure_domains, _providers(picture, areas)):
        raise NotVerifiedError("domain")
    if agency is None or agency.revoked or not _holds(agency, day):
        raise NotVerifiedError("agency")
    found_id: str = agency.id
    return found_id


def is_accepted_somewhere(domain: str, picture: Snapshot) -> bool:
    """Whether mail to a domain is secure for some area: whoever reads it may be of an agency there."""
    return any(
        is_accepted(domain, picture.secure_domains, _providers(picture, [area])) for area in picture.areas
    )


def _holds(agency: Any, day: date) -> bool:
    begun = agency.valid_from is None or agency.valid_from <= day
    return begun and (agency.valid_to is None or day < agency.valid_to)


def _providers(picture: Snapshot, areas: Iterable[str]) -> set[str]:
    held = [picture.areas[area] for area in areas if area in picture.areas]
    return {code for area in held for code in (area.crc_code, area.nps_code) if code}
