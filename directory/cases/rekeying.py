"""Giving the register of cases another key: every hash is hashed again under a new link of the key.

The new key is written beside the old, then the database in one transaction, then the new key takes
the old one's place. Cut off anywhere, the register still has its key: whoever opens it next finishes
the last step (`case_key.bring_into_use`).
"""

from sqlalchemy import Column, MetaData, Table, delete, select, union, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.audit import audit
from directory.cases.case_key import CaseKey, bring_into_use, check_value, put_by
from directory.opening import register_key
from directory.settings import DirectorySettings
from directory.storage.bulk import put_rows
from directory.storage.database import database_errors, table, writing
from directory.tables import (
    Account,
    Case,
    CaseKeyCheck,
    CaseMark,
    ChosenLanguage,
    CountedLookUp,
    FormerOwner,
    MailedCode,
    SignInLink,
)

_KEYED = (
    *(table(model).c.reference_hash for model in (Case, FormerOwner, CaseMark, CountedLookUp)),
    table(Account).c.address_hash,
    table(ChosenLanguage).c.person,
)
_HASH = table(Case).c.reference_hash.type
_REHASHED = Table(
    "rehashed",
    MetaData(),
    Column("old", _HASH, primary_key=True),
    Column("new", _HASH, nullable=False),
    prefixes=["TEMPORARY"],
)


async def rekey(engine: AsyncEngine, settings: DirectorySettings, act: audit.Act) -> int:
    """Give the register another key; how many cases it holds. No case reference is needed.

    Processes that run meanwhile read the key file again when they miss a case. Raises DirectoryError.
    """
    file = settings.case_key_file
    with database_errors(engine):
        async with writing(engine) as connection:
            old = await register_key(connection, settings)
            new = old.with_new_link()
            put_by(file, new)
            rehashed = await _hash_again(connection, CaseKey(new.links[-1:]))
            await connection.execute(update(CaseKeyCheck).values(check_value=check_value(new)))
            await audit.record(connection, [audit.Entry(act, "rekey", "cases", {"cases": rehashed})])
    bring_into_use(file, check_value(new))
    return rehashed


async def _hash_again(connection: AsyncConnection, link: CaseKey) -> int:
    await connection.run_sync(_REHASHED.create)
    held = union(*(select(each.label("held")).where(each.is_not(None)) for each in _KEYED))
    hashes = (await connection.execute(held)).scalars()
    hashed = link.hash
    await put_rows(connection, _REHASHED, ((old, hashed(old)) for old in hashes))
    rehashed = {}
    for keyed in _KEYED:
        new = select(_REHASHED.c.new).where(_REHASHED.c.old == keyed).scalar_subquery()
        done = await connection.execute(update(keyed.table).values({keyed: new}))
        rehashed[keyed.table] = done.rowcount
    await connection.run_sync(_REHASHED.drop)
    for good_for_minutes in (MailedCode, SignInLink):  # whoever waits for one asks again
        await connection.execute(delete(good_for_minutes))
    return rehashed[table(Case)]
