"""The audit: what stands in it, and that nobody can change it unseen."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.audit.audit import Act, Entry, record
from directory.audit.check import AuditCheck, check_audit
from directory.exchange.cases.importing import How, import_cases
from directory.exchange.rows.reading import ImportRefusedError
from directory.settings import DirectorySettings
from directory.storage.database import make_engine, reading, writing
from directory.tables import AuditRow
from tests.directory.acts import ACT

CASES = """\
crn,provider,area,office,officer,since,mappa,risk
X320741,nps,west-mercia,worcester,Officer Birch,2014-06-02,yes,high
"""
NOTHING_FOUND: list[str] = []


@pytest.fixture
async def engine(settings: DirectorySettings) -> AsyncIterator[AsyncEngine]:
    """A directory whose audit has six rows."""
    engine = make_engine(settings.database_url)
    async with writing(engine) as connection:
        await record(
            connection, [Entry(ACT, "change", "numbers", {"changed": number}) for number in range(4)]
        )
        await record(connection, [Entry(ACT, "change", "rota"), Entry(ACT, "change", "posts")])
    yield engine
    await engine.dispose()


async def after(engine: AsyncEngine, *statements: str, sealed: tuple[int, bytes] | None = None) -> AuditCheck:
    async with writing(engine) as connection:
        for statement in statements:
            await connection.execute(text(statement))
    async with reading(engine) as connection:
        return await check_audit(connection, sealed)


async def test_an_audit_that_nobody_touched_is_whole(engine: AsyncEngine) -> None:
    check = await after(engine)

    assert (check.faults, check.rows, check.newest_number) == ([], 6, 6)


async def test_an_empty_audit_is_whole(settings: DirectorySettings) -> None:
    engine = make_engine(settings.database_url)
    check = await after(engine)
    await engine.dispose()

    assert (check.faults, check.seal) == ([], f"0:{bytes(32).hex()}")


DONE_TO_ROWS = [
    ("DELETE FROM audit WHERE number = 3", "row 3 is missing"),
    ("DELETE FROM audit WHERE number IN (2, 3)", "rows 2 to 3 are missing"),
    ("DELETE FROM audit WHERE number = 1", "row 1 is missing"),
    ("DELETE FROM audit WHERE number = 6", "row 6 is missing at the end"),
    ("DELETE FROM audit WHERE number > 4", "rows 5 to 6 are missing at the end"),
    ("DELETE FROM audit", "rows 1 to 6 are missing at the end"),
    ("DELETE FROM audit_head", "the note of the newest row is missing"),
    ("UPDATE audit SET number = 60 WHERE number = 6", "rows 6 to 59 are missing"),
    *(
        (f"UPDATE audit SET {column} = 'x' WHERE number = 3", "row 3 was changed after it was written")
        for column in ("at", "who", "origin", "action", "subject", "details")
    ),
]


async def test_what_was_done_to_a_row_is_found_and_the_row_named(engine: AsyncEngine) -> None:
    for change, says in DONE_TO_ROWS:
        async with writing(engine) as connection:
            await connection.execute(text(change))
            assert says in (await check_audit(connection)).faults, change
            await connection.rollback()


async def test_rows_that_changed_places_are_named(engine: AsyncEngine) -> None:
    check = await after(
        engine,
        "UPDATE audit SET number = 99 WHERE number = 3",
        "UPDATE audit SET number = 3 WHERE number = 4",
        "UPDATE audit SET number = 4 WHERE number = 99",
    )

    place = "stands in the wrong place: it was written after another row than the one before"
    assert check.faults == [f"row {number} {place}" for number in (3, 4, 5)]


async def test_a_row_taken_out_is_found_though_the_others_were_numbered_anew(engine: AsyncEngine) -> None:
    check = await after(
        engine,
        "DELETE FROM audit WHERE number = 3",
        "UPDATE audit SET number = 3 WHERE number = 4",
        "UPDATE audit SET number = 4 WHERE number = 5",
        "UPDATE audit SET number = 5 WHERE number = 6",
        "UPDATE audit_head SET number = 5",
    )

    assert check.faults == ["the row that row 3 was written after is missing, or was changed and sealed anew"]


async def test_an_audit_made_anew_does_not_have_the_seal_that_was_noted(engine: AsyncEngine) -> None:
    noted = await after(engine)
    sealed = (noted.newest_number, noted.newest_hash)
    async with writing(engine) as connection:
        await record(connection, [Entry(ACT, "change", "rota")])
    assert (await after(engine, sealed=sealed)).faults == NOTHING_FOUND

    async with writing(engine) as connection:
        await connection.execute(text("DELETE FROM audit"))
        await connection.execute(
            text("UPDATE audit_head SET number = 0, row_hash = :none"), {"none": bytes(32)}
        )
        await record(connection, [Entry(ACT, "change", "rota")] * 7)

    assert (await after(engine)).faults == NOTHING_FOUND
    assert (await after(engine, sealed=sealed)).faults == [
        "row 6 is not the one that was sealed: rows up to it were made anew"
    ]


async def test_the_hash_does_not_depend_on_the_zone_in_which_a_moment_is_given(engine: AsyncEngine) -> None:
    from zoneinfo import ZoneInfo  # noqa: PLC0415

    london = datetime(2014, 7, 8, 10, 30, tzinfo=ZoneInfo("Europe/London"))
    async with writing(engine) as connection:
        await record(connection, [Entry(Act("keeper", "test", london), "change", "rota")])
    async with reading(engine) as connection:
        at = (await connection.execute(select(AuditRow.at).where(AuditRow.number == 7))).scalar_one()

    assert datetime.fromisoformat(at) == london
    assert at == datetime(2014, 7, 8, 9, 30, tzinfo=UTC).isoformat(timespec="microseconds")


async def test_an_import_says_who_when_what_and_from_where_and_names_no_case(
    settings: DirectorySettings, tmp_path: Path
) -> None:
    engine = make_engine(settings.database_url)
    (tmp_path / "cases.csv").write_text(CASES)
    for _ in range(2):  # the second time nothing changes, so nothing is said
        await import_cases(engine, settings, tmp_path / "cases.csv", How(ACT))
    async with reading(engine) as connection:
        (row,) = (await connection.execute(select(AuditRow))).all()
    await engine.dispose()

    assert (row.who, row.origin, row.action, row.subject) == ("sample keeper", "test", "import", "cases")
    assert json.loads(row.details) == {
        "added": 1,
        "changed": 0,
        "unchanged": 0,
        "moved_to_nps": 0,
        "moved_to_crc": 0,
    }
    assert "320741" not in repr(tuple(row))


async def test_an_import_that_is_refused_or_only_looked_at_is_not_in_the_audit(
    settings: DirectorySettings, tmp_path: Path
) -> None:
    engine = make_engine(settings.database_url)
    (tmp_path / "cases.csv").write_text(CASES)
    await import_cases(engine, settings, tmp_path / "cases.csv", How(ACT, dry_run=True))
    (tmp_path / "cases.csv").write_text(CASES.replace("nps", "npx"))
    with pytest.raises(ImportRefusedError):
        await import_cases(engine, settings, tmp_path / "cases.csv", How(ACT))
    check = await after(engine)
    await engine.dispose()

    assert check.rows == 0
