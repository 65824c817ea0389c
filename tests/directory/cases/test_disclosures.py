"""Who was told who owns a case."""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from directory.audit.check import check_audit
from directory.cases import disclosures
from directory.cases.case_key import load_or_make_key
from directory.cases.cases import reference_hash
from directory.cases.disclosures import Verdict
from directory.cases.register import LookUp
from directory.directory import Directory, Running
from directory.exchange.cases.importing import How, import_cases
from directory.settings import DirectorySettings
from directory.storage.database import make_engine, reading, writing
from directory.tables import AuditRow, CaseMark, CountedLookUp
from routing.limits import ENUMERATION, LOOK_UPS_A_DAY, NOT_RECORDED
from routing.policy import Policies
from tests.clock import NOON
from tests.directory.acts import ACT

CASES = """\
crn,provider,area,office,officer,since,mappa,risk
X320741,nps,west-mercia,worcester,Officer Birch,2014-06-02,yes,high
Y006208,crc,west-mercia,redditch,,2014-06-03,no,
"""
LIMITS = replace(Policies.bundled().limits, look_ups_a_day=2, unknown_at_once=4)


@pytest.fixture
async def registered(settings: DirectorySettings, tmp_path: Path) -> AsyncIterator[DirectorySettings]:
    (tmp_path / "cases.csv").write_text(CASES)
    engine = make_engine(settings.database_url)
    await import_cases(engine, settings, tmp_path / "cases.csv", How(ACT))
    await engine.dispose()
    yield settings


async def rows(settings: DirectorySettings, action: str = "disclose") -> list[Any]:
    """The disclosures in the audit, which is whole."""
    engine = make_engine(settings.database_url)
    async with reading(engine) as connection:
        assert (await check_audit(connection)).faults == []
        statement = select(AuditRow).where(AuditRow.action == action).order_by(AuditRow.number)
        found = list((await connection.execute(statement)).all())
    await engine.dispose()
    return found


async def tell(
    directory: Directory, reference: str, *, named_officer: bool = False, account: str | None = None
) -> Verdict:
    """Look a case up and ask whether it may be told."""
    look_up = LookUp(
        reference=reference,
        owner=await directory.register.owner_of(reference),
        who=account or "partner",
        origin="redditch",
        account=account,
        named_officer=named_officer,
    )
    return await directory.register.record(look_up, LIMITS)


async def test_a_disclosure_says_who_was_told_what_when_and_from_where(registered: DirectorySettings) -> None:
    async with await Directory.open(registered, Running(clock=lambda: NOON)) as directory:
        await tell(directory, "x 320 741", named_officer=True)

    (row,) = await rows(registered)
    assert (row.who, row.origin, datetime.fromisoformat(row.at)) == ("partner", "redditch", NOON)
    assert json.loads(row.details) == {"provider": "nps", "office": "worcester", "named_officer": True}


async def test_what_may_be_told_is_in_the_audit_before_it_is_told(registered: DirectorySettings) -> None:
    async with await Directory.open(registered) as directory:
        assert await tell(directory, "X320741") == Verdict()

        assert len(await rows(registered)) == 1


async def test_many_at_once_are_all_written(registered: DirectorySettings) -> None:
    async with await Directory.open(registered) as directory:
        await asyncio.gather(*(tell(directory, "X320741") for _ in range(700)))

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


async def test_what_cannot_be_written_down_is_not_told(
    registered: DirectorySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disclosures, "PATIENCE", 0.05)
    engine = make_engine(registered.database_url)
    async with await Directory.open(registered) as directory, writing(engine):
        assert await tell(directory, "X320741") == Verdict(NOT_RECORDED)
    await engine.dispose()


async def test_what_cannot_be_written_at_first_is_written_later(
    registered: DirectorySettings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    write, failures = disclosures.write_look_ups, [OSError("gone")]

    async def fail_once(*arguments: Any) -> list[Verdict]:
        if failures:
            raise failures.pop()
        return await write(*arguments)

    monkeypatch.setattr(disclosures, "write_look_ups", fail_once)
    monkeypatch.setattr(disclosures, "_TRY_AGAIN_AFTER", 0)
    async with await Directory.open(registered) as directory:
        assert await tell(directory, "X320741") == Verdict()

    assert len(await rows(registered)) == 1
    assert caplog.messages == ["1 look-ups wait to be audited (OSError)."]


async def test_closing_does_not_wait_for_those_whom_nobody_can_write_down(
    registered: DirectorySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: Any) -> list[Verdict]:
        raise OSError("gone")

    monkeypatch.setattr(disclosures, "PATIENCE", 0.05)
    monkeypatch.setattr(disclosures, "_TRY_AGAIN_AFTER", 0.01)
    monkeypatch.setattr(disclosures, "write_look_ups", fail)
    async with await Directory.open(registered) as directory:
        assert await tell(directory, "X320741") == Verdict(NOT_RECORDED)

    assert await rows(registered) == []


async def test_one_more_than_the_limit_of_the_day_is_not_told_until_a_day_has_passed(
    registered: DirectorySettings,
) -> None:
    now = [NOON]
    async with await Directory.open(registered, Running(clock=lambda: now[0])) as directory:
        assert await tell(directory, "X320741", account="a1") == Verdict()
        assert await tell(directory, "X320741", account="a1") == Verdict()  # the same case: counted once
        assert await tell(directory, "C123456", account="a1") == Verdict()
        assert await tell(directory, "Y006208", account="a1") == Verdict(LOOK_UPS_A_DAY)
        assert await tell(directory, "Y006208", account="a2") == Verdict()

        now[0] = NOON + timedelta(days=1)
        assert await tell(directory, "Y006208", account="a1") == Verdict()

    assert [row.who for row in await rows(registered)] == ["a1", "a1", "a2", "a1"]


async def test_the_limit_holds_in_another_process_and_after_a_restart(registered: DirectorySettings) -> None:
    clock = Running(clock=lambda: NOON)
    async with (
        await Directory.open(registered, clock) as one,
        await Directory.open(registered, clock) as other,
    ):
        await tell(one, "X320741", account="a1")
        await tell(other, "C123456", account="a1")
        assert await tell(one, "Y006208", account="a1") == Verdict(LOOK_UPS_A_DAY)
    async with await Directory.open(registered, clock) as again:
        assert await tell(again, "Y006208", account="a1") == Verdict(LOOK_UPS_A_DAY)


async def test_many_at_once_are_no_way_around_the_limit(registered: DirectorySettings) -> None:
    async with await Directory.open(registered, Running(clock=lambda: NOON)) as directory:
        verdicts = await asyncio.gather(
            *(tell(directory, each, account="a1") for each in ("X320741", "Y006208", "C123456", "D223344"))
        )

    assert Counter(verdicts) == {Verdict(): 2, Verdict(LOOK_UPS_A_DAY): 2}


async def test_references_next_to_each_other_are_stopped_and_reported_once(
    registered: DirectorySettings,
) -> None:
    limits = replace(LIMITS, look_ups_a_day=40)
    async with await Directory.open(registered, Running(clock=lambda: NOON)) as directory:
        verdicts = []
        for number in range(5):
            look_up = LookUp(
                reference=f"C10000{number}", owner=None, who="a1", origin="telegram", account="a1"
            )
            verdicts.append(await directory.register.record(look_up, limits))
        known = await directory.register.owner_of("X320741")
        look_up = LookUp(reference="X320741", owner=known, who="a1", origin="telegram", account="a1")
        verdicts.append(await directory.register.record(look_up, limits))

    assert [each.withheld for each in verdicts] == [None, None, None, *[ENUMERATION] * 3]
    assert [each.alarm for each in verdicts] == [False, False, False, True, False, False]
    assert await rows(registered) == []
    (stopped,) = await rows(registered, "stop")
    assert (stopped.who, stopped.origin, stopped.subject) == ("a1", "telegram", "account a1")


async def test_no_reference_is_kept_to_count_by(registered: DirectorySettings) -> None:
    async with await Directory.open(registered, Running(clock=lambda: NOON)) as directory:
        await tell(directory, "C123456", account="a1")

    engine = make_engine(registered.database_url)
    async with reading(engine) as connection:
        (row,) = (await connection.execute(select(CountedLookUp))).all()
    await engine.dispose()
    assert row.reference_hash == reference_hash(load_or_make_key(registered.case_key_file), "C123456")
    assert "123456" not in repr((row.account, row.at))


async def test_a_mark_is_drawn_once_for_a_case(registered: DirectorySettings) -> None:
    async with await Directory.open(registered) as directory:
        await tell(directory, "X320741")
        await tell(directory, "X320741")

    engine = make_engine(registered.database_url)
    async with reading(engine) as connection:
        assert len((await connection.execute(select(CaseMark.mark))).all()) == 1
    await engine.dispose()
