"""A keeper saves a draft of the rota: whole or not at all, of their area, and over nobody else's change."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from directory.accounts.standing import Identity
from directory.command_line.reading_once import read_snapshot
from directory.directory import Directory, Running
from directory.exchange.kinds.rota import ROTA
from directory.proof.guard import HolesError
from directory.rota.draft import Does, Edit, Scope
from directory.rota.keeping import ChangedMeanwhileError, NotYoursError
from directory.settings import DirectorySettings
from directory.storage.database import reading
from directory.tables import AuditRow
from routing.hours import LONDON
from routing.vocabulary import Standing
from tests.directory.backends import ON_SQLITE
from tests.directory.made_up_rota import DUTY, PEOPLE, bring_in

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
AREA = "west-mercia"
KEEPER = Identity(Standing.ADMIN, AREA, account="sample-keeper")
THURSDAY = date(2026, 12, 3)
TO_BIRCH = Edit(Does.MOVE, 2, THURSDAY, to={"person": "sample-birch"})
REMOVED = Edit(Does.REMOVE, 2, THURSDAY, Scope.ALL_DAYS)


@pytest.fixture
async def town(settings_with_rota: DirectorySettings) -> AsyncIterator[Directory]:
    async with await Directory.open(settings_with_rota, Running(lambda: NOW)) as opened:
        yield opened


async def on(settings: DirectorySettings, day: int) -> str | None:
    at = datetime(2026, 12, day, 10, tzinfo=LONDON)
    person = (await read_snapshot(settings)).rota.who_is_on(DUTY, at)
    return person.id if person else None


async def test_a_draft_is_saved_as_one_change_and_audited_row_by_row(
    town: Directory, settings_with_rota: DirectorySettings
) -> None:
    sheet = await town.rota_keeping.sheet(AREA)
    assert await town.rota_keeping.save(KEEPER, AREA, [TO_BIRCH], sheet.seen) == 2

    assert [await on(settings_with_rota, day) for day in (3, 4, 10)] == [
        "sample-birch",
        "sample-elm",
        "sample-elm",
    ]
    async with reading(town.rota_keeping.engine) as connection:
        audited = select(AuditRow.who, AuditRow.origin, AuditRow.action, AuditRow.subject, AuditRow.details)
        rows = (await connection.execute(audited.where(AuditRow.number > sheet.seen))).all()
    assert [(who, origin, does, subject) for who, origin, does, subject, _ in rows] == [
        ("sample-keeper", "web", "change", "rota 2"),
        ("sample-keeper", "web", "add", "rota 3"),
    ]
    assert {json.loads(details)["area"] for *_, details in rows} == {AREA}


@ON_SQLITE
async def test_who_is_later_is_told_what_changed_meanwhile_and_nothing_of_theirs_is_done(
    town: Directory, settings_with_rota: DirectorySettings
) -> None:
    seen = (await town.rota_keeping.sheet(AREA)).seen
    await town.rota_keeping.save(Identity(Standing.ADMIN, account="the-first"), AREA, [TO_BIRCH], seen)

    with pytest.raises(ChangedMeanwhileError) as refused:
        await town.rota_keeping.save(KEEPER, AREA, [REMOVED], seen, force=True)
    assert [(one.who, one.does, one.row) for one in refused.value.changes] == [
        ("the-first", "change", 2),
        ("the-first", "add", 3),
    ]
    assert await on(settings_with_rota, 10) == "sample-elm"


@ON_SQLITE
async def test_what_would_open_a_hole_is_refused_unless_it_is_meant(
    town: Directory, settings_with_rota: DirectorySettings
) -> None:
    seen = (await town.rota_keeping.sheet(AREA)).seen
    with pytest.raises(HolesError) as refused:
        await town.rota_keeping.save(KEEPER, AREA, [REMOVED], seen)
    assert refused.value.holes[0].span.begins == datetime(2026, 12, 3, 9, tzinfo=LONDON)
    assert await on(settings_with_rota, 3) == "sample-elm"

    await town.rota_keeping.save(KEEPER, AREA, [REMOVED], seen, force=True)
    assert await on(settings_with_rota, 3) is None


@ON_SQLITE
async def test_whoever_keeps_one_area_changes_no_other(town: Directory) -> None:
    seen = (await town.rota_keeping.sheet(AREA)).seen
    away = {"kind": "absence", "person": "sample-elm", "source": "made up"}
    away |= {"starts": "2026-12-05 00:00", "ends": "2026-12-06 00:00"}
    london = replace(KEEPER, area="london")
    for edit in (TO_BIRCH, REMOVED, Edit(Does.ADD, to=away)):
        with pytest.raises(NotYoursError):
            await town.rota_keeping.save(london, AREA, [edit], seen)

    to_london = {"area": "london", "office": "camden"}
    with pytest.raises(NotYoursError):
        await town.rota_keeping.save(KEEPER, AREA, [Edit(Does.MOVE, 2, THURSDAY, to=to_london)], seen)


@ON_SQLITE
@pytest.mark.parametrize("kind", ["cover", "swap"])
async def test_what_holds_at_every_post_is_theirs_where_both_people_are(
    settings_with_rota: DirectorySettings, kind: str
) -> None:
    oak = "sample-oak,Oak (sample),nps,london,,,made up,,yes\n"
    await bring_in(settings_with_rota, "people", f"{PEOPLE.partition(chr(10))[0]}\n{oak}")
    async with await Directory.open(settings_with_rota, Running(lambda: NOW)) as town:
        entry = {"kind": kind, "person": "sample-birch", "source": "made up"}
        entry |= {"starts": "2026-12-05 00:00", "ends": "2026-12-06 00:00"}
        seen = (await town.rota_keeping.sheet(AREA)).seen
        with pytest.raises(NotYoursError):
            taken = [Edit(Does.ADD, to=entry | {"other": "sample-oak"})]
            await town.rota_keeping.save(KEEPER, AREA, taken, seen, force=True)
        theirs = [Edit(Does.ADD, to=entry | {"other": "sample-elm"})]
        assert await town.rota_keeping.save(KEEPER, AREA, theirs, seen, force=True) == 1


@ON_SQLITE
async def test_a_sheet_holds_what_is_about_its_area_alone(town: Directory) -> None:
    sheet = await town.rota_keeping.sheet(AREA)
    assert list(sheet.rows) == [1, 2]
    assert set(sheet.rows[1]) == set(ROTA.column_names)
    assert sheet.rota(sheet.rows, town.snapshot) == town.snapshot.rota
    elsewhere = await town.rota_keeping.sheet("london")
    assert (elsewhere.rows, elsewhere.people, elsewhere.kept_posts()) == ({}, {}, [])
