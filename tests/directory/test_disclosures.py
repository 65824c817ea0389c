"""Who was told who owns a case."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from directory import directory as opened
from directory import disclosures, writing_behind
from directory.audit_check import check_audit
from directory.case_key import load_or_make_key
from directory.cases import reference_hash
from directory.database import make_engine, reading, writing
from directory.directory import Directory, Running
from directory.exchange.cases import How, import_cases
from directory.settings import DirectorySettings
from directory.tables import AuditRow, CaseMark
from tests.directory.acts import ACT

CASES = """\
crn,provider,area,office,officer,since,mappa,risk
X320741,nps,west-mercia,worcester,Officer Birch,2014-06-02,yes,high
Y006208,crc,west-mercia,redditch,,2014-06-03,no,
"""
NOON = datetime(2014, 7, 8, 12, tzinfo=UTC)


@pytest.fixture
async def registered(settings: DirectorySettings, tmp_path: Path) -> AsyncIterator[DirectorySettings]:
    (tmp_path / "cases.csv").write_text(CASES)
    engine = make_engine(settings.database_url)
    await import_cases(engine, settings, tmp_path / "cases.csv", How(ACT))
    await engine.dispose()
    yield settings


async def rows(settings: DirectorySettings) -> list[Any]:
    """The disclosures in the audit, which is whole."""
    engine = make_engine(settings.database_url)
    async with reading(engine) as connection:
        assert (await check_audit(connection)).faults == []
        statement = select(AuditRow).where(AuditRow.action == "disclose").order_by(AuditRow.number)
        found = list((await connection.execute(statement)).all())
    await engine.dispose()
    return found


async def tell(directory: Directory, reference: str, *, named_officer: bool = False) -> None:
    owner = await directory.owner_of(reference)
    assert owner is not None
    directory.record_disclosure(reference, owner, "partner", "redditch", named_officer)


async def test_a_disclosure_says_who_was_told_what_when_and_from_where(registered: DirectorySettings) -> None:
    async with await Directory.open(registered, Running(clock=lambda: NOON)) as directory:
        await tell(directory, "x 320 741", named_officer=True)

    (row,) = await rows(registered)
    assert (row.who, row.origin, datetime.fromisoformat(row.at)) == ("partner", "redditch", NOON)
    assert json.loads(row.details) == {"provider": "nps", "office": "worcester", "named_officer": True}


async def test_nothing_is_lost_when_the_directory_is_closed_at_once(registered: DirectorySettings) -> None:
    async with await Directory.open(registered) as directory:
        for _ in range(700):
            await tell(directory, "X320741")

    assert len(await rows(registered)) == 700


async def test_the_same_case_has_the_same_mark_and_another_another(registered: DirectorySettings) -> None:
    for reference in ("X320741", "Y006208", "X320741"):
        async with await Directory.open(registered) as directory:
            await tell(directory, reference)

    first, other, again = [row.subject for row in await rows(registered)]
    assert first == again != other


async def test_no_guess_of_a_reference_can_be_tried_on_the_audit(registered: DirectorySettings) -> None:
    async with await Directory.open(registered) as directory:
        await tell(directory, "X320741")

    key = load_or_make_key(registered.case_key_file)
    held = repr([tuple(row) for row in await rows(registered)])
    hashed = reference_hash(key, "X320741")
    assert "320741" not in held
    assert hashed.hex() not in held
    assert repr(hashed)[2:-1] not in held


async def test_an_answer_does_not_wait_for_another_that_writes(registered: DirectorySettings) -> None:
    engine = make_engine(registered.database_url)
    async with await Directory.open(registered) as directory, writing(engine):
        await asyncio.wait_for(tell(directory, "X320741"), timeout=5)
    await engine.dispose()

    assert len(await rows(registered)) == 1


async def test_what_cannot_be_written_at_first_is_written_later(
    registered: DirectorySettings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    write, failures = disclosures.write_disclosures, [OSError("gone")]

    async def fail_once(*arguments: Any) -> None:
        if failures:
            raise failures.pop()
        await write(*arguments)

    monkeypatch.setattr(opened, "write_disclosures", fail_once)
    monkeypatch.setattr(writing_behind, "_TRY_AGAIN_AFTER", 0)
    async with await Directory.open(registered) as directory:
        await tell(directory, "X320741")

    assert len(await rows(registered)) == 1
    assert caplog.messages == ["1 disclosures wait to be written (OSError)."]


async def test_a_mark_is_drawn_once_for_a_case(registered: DirectorySettings) -> None:
    async with await Directory.open(registered) as directory:
        await tell(directory, "X320741")
        await tell(directory, "X320741")

    engine = make_engine(registered.database_url)
    async with reading(engine) as connection:
        assert len((await connection.execute(select(CaseMark.mark))).all()) == 1
    await engine.dispose()
