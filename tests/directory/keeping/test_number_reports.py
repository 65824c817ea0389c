"""A caller says that a number is wrong: what is marked, what is counted, and who is asked."""

import json
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select

from directory.audit.check import check_audit
from directory.directory import Directory, Running
from directory.keeping.number_reports import MOST_OF_ALL, MOST_OF_ONE_ASKER, Report, Settled
from directory.pictures.snapshot import load_pictures
from directory.settings import DirectorySettings
from directory.storage.database import database_errors, make_engine, reading, writing
from directory.tables import Account, Agency, AuditRow, Number
from routing.vocabulary import Provider, Role
from tests.clock import NOON, Clock

WORCESTER = "+441905723591"
NUMBERS = [f"+44163296{last:04}" for last in range(MOST_OF_ALL + 2)]
KEEPER, KEEPER_OF_ALL, KEEPER_OF_LONDON, PARTNER, FORMER = 11, 12, 13, 14, 15
FACT = {"source": "a test", "assumed": False, "sample": True}


@pytest.fixture
async def opened(settings: DirectorySettings, clock: Clock) -> AsyncIterator[Directory]:
    """A directory with keepers, and with numbers enough to report by the dozen."""
    engine = make_engine(settings.database_url)
    async with writing(engine) as connection:
        agency = {"id": "nps", "name": "NPS", "kind": "probation", "revoked": False, **FACT}
        await connection.execute(insert(Agency), agency)
        accounts = [
            account("keeper", KEEPER, "west-mercia"),
            account("keeper-of-all", KEEPER_OF_ALL, None),
            account("keeper-of-london", KEEPER_OF_LONDON, "london"),
            account("partner", PARTNER, "west-mercia", standing="partner"),
            account("former", FORMER, "west-mercia", valid_to=NOON.date()),
            account("without-telegram", None, "west-mercia"),
        ]
        for each in accounts:
            await connection.execute(insert(Account), each)
        numbers = [{"e164": e164, "review_days": 365, **FACT} for e164 in NUMBERS]
        await connection.execute(insert(Number), numbers)
        await connection.commit()
    await engine.dispose()
    async with await Directory.open(settings, Running(clock=clock)) as directory:
        yield directory


def account(
    name: str, telegram: int | None, area: str | None, standing: str = "admin", **more: Any
) -> dict[str, Any]:
    return {
        "id": name,
        "agency": "nps",
        "standing": standing,
        "area": area,
        "telegram": telegram,
        "coordinator": False,
        "suspended": False,
        "valid_from": None,
        "valid_to": None,
        **FACT,
        **more,
    }


def report(number: str = WORCESTER, asker: str = "web 192.0.2.1", because: str = "not-working") -> Report:
    return Report(number, because, who="public", channel="web", asker=asker)


async def is_stale(settings: DirectorySettings, at: datetime = NOON) -> bool:
    engine = make_engine(settings.database_url)
    with database_errors(engine):
        async with reading(engine) as connection:
            snapshot = (await load_pictures(connection)).of(at)
    await engine.dispose()
    post = snapshot.post("west-mercia", "worcester", Provider.NPS, Role.DUTY_OFFICER)
    assert post is not None
    assert post.number is not None
    assert post.number.e164 == WORCESTER  # a report never hides a number
    return post.number.is_stale(at.date())


async def audited(settings: DirectorySettings) -> list[Any]:
    engine = make_engine(settings.database_url)
    async with reading(engine) as connection:
        assert (await check_audit(connection)).faults == []
        statement = select(AuditRow.__table__).where(AuditRow.action.in_(("suspect", "confirm")))
        found = list((await connection.execute(statement.order_by(AuditRow.number))).all())
    await engine.dispose()
    return found


async def test_a_report_marks_the_number_at_once_and_names_its_keepers(
    settings: DirectorySettings, opened: Directory
) -> None:
    assert not await is_stale(settings)

    taken = await opened.number_reports.take(report())

    assert taken.noted
    assert taken.keepers == (KEEPER, KEEPER_OF_ALL)
    assert await is_stale(settings)


async def test_a_report_is_audited_without_saying_who_it_was(
    settings: DirectorySettings, opened: Directory
) -> None:
    await opened.number_reports.take(report())

    (row,) = await audited(settings)
    assert (row.who, row.origin, row.action, row.subject) == (
        "public",
        "web",
        "suspect",
        f"number {WORCESTER}",
    )
    assert json.loads(row.details) == {"because": "not-working"}
    assert "192.0.2.1" not in repr(tuple(row))


async def test_keepers_are_asked_once_about_a_number_that_many_report(opened: Directory) -> None:
    await opened.number_reports.take(report())

    taken = await opened.number_reports.take(report(asker="web 192.0.2.2", because="wrong-person"))

    assert (taken.noted, taken.keepers) == (True, ())


async def test_pressing_twice_is_one_report(settings: DirectorySettings, opened: Directory) -> None:
    await opened.number_reports.take(report())
    assert (await opened.number_reports.take(report())).noted

    assert len(await audited(settings)) == 1


async def test_one_asker_can_report_so_many_numbers_an_hour_and_then_again(
    opened: Directory, clock: Clock
) -> None:
    noted = [(await opened.number_reports.take(report(number))).noted for number in NUMBERS[:5]]
    assert noted == [True] * MOST_OF_ONE_ASKER + [False] * (5 - MOST_OF_ONE_ASKER)
    assert (await opened.number_reports.take(report(NUMBERS[4], asker="somebody else"))).noted

    clock.now += timedelta(hours=1, seconds=1)
    assert (await opened.number_reports.take(report(NUMBERS[3]))).noted


async def test_all_askers_together_can_report_so_many_numbers_an_hour(
    settings: DirectorySettings, opened: Directory
) -> None:
    noted = [(await opened.number_reports.take(report(number, asker=number))).noted for number in NUMBERS]

    assert noted == [True] * MOST_OF_ALL + [False, False]
    assert len(await audited(settings)) == MOST_OF_ALL


async def test_a_number_that_the_directory_does_not_hold_is_not_noted(
    settings: DirectorySettings, opened: Directory
) -> None:
    assert not (await opened.number_reports.take(report("+441632999999"))).noted
    assert await audited(settings) == []


@pytest.mark.parametrize("keeper", [KEEPER, KEEPER_OF_ALL])
async def test_a_keeper_confirms_and_the_warning_is_gone(
    settings: DirectorySettings, opened: Directory, keeper: int
) -> None:
    await opened.number_reports.take(report())

    assert await opened.number_reports.settle(WORCESTER, keeper, right=True) is Settled.CONFIRMED
    assert not await is_stale(settings)
    assert [row.action for row in await audited(settings)] == ["suspect", "confirm"]
    assert await opened.number_reports.settle(WORCESTER, keeper, right=True) is Settled.SETTLED_BEFORE


async def test_a_number_that_its_keeper_calls_wrong_stays_suspect(
    settings: DirectorySettings, opened: Directory
) -> None:
    await opened.number_reports.take(report())

    assert await opened.number_reports.settle(WORCESTER, KEEPER, right=False) is Settled.STAYS_SUSPECT
    assert await is_stale(settings)


@pytest.mark.parametrize("account_id", [KEEPER_OF_LONDON, PARTNER, FORMER, 99])
async def test_nobody_elses_word_counts(
    settings: DirectorySettings, opened: Directory, account_id: int
) -> None:
    await opened.number_reports.take(report())

    assert await opened.number_reports.settle(WORCESTER, account_id, right=True) is Settled.NOT_THEIRS
    assert await is_stale(settings)


async def test_a_word_on_a_number_that_nobody_has_is_nobodys(opened: Directory) -> None:
    assert await opened.number_reports.settle("nonsense", KEEPER, right=True) is Settled.NOT_THEIRS
