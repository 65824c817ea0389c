"""A keeper sees and changes rows one by one: each change passes as a file does, in their own area alone."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from functools import partial

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from directory.accounts.standing import Identity
from directory.exchange.importing import How, import_kind
from directory.exchange.kinds import KINDS
from directory.exchange.rows.edits import Row, RowRefusedError
from directory.keeping.kept_rows import By, KeptRows, NotKeptError, RowChangedError, Seen, Typed
from directory.pictures.pictures import Pictures
from directory.proof.guard import HolesError
from directory.proof.proving import Proving
from directory.settings import DirectorySettings
from directory.storage.database import directory_version, reading, writing
from directory.tables import AuditRow
from routing.vocabulary import Standing
from tests.directory.backends import ON_SQLITE
from tests.directory.people import add_agencies
from tests.routing.sample_directory import SNAPSHOT

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
KEEPER = Identity(Standing.ADMIN, account="sample-keeper")
OF_WEST_MERCIA = Identity(Standing.ADMIN, "west-mercia", account="sample-keeper-2")
PROVED = By(KEEPER, "web")
# What most tests change opens no hole, and proving that takes seconds.
EVERYWHERE, HERE = By(KEEPER, "web", force=True), By(OF_WEST_MERCIA, "web", force=True)
CONTACTS, OFFICES, NUMBERS, PLACES = (KINDS[name] for name in ("contacts", "offices", "numbers", "places"))


@pytest.fixture
def kept(engine: AsyncEngine) -> KeptRows:
    return KeptRows(engine, Proving(lambda: Pictures.unchanging(SNAPSHOT)), lambda: NOW)


async def post(kept: KeptRows, office: str, role: str = "duty_officer", who: Identity = KEEPER) -> Row:
    """The post of the NPS at an office, the newest of several."""
    wanted = {"office": office, "provider": "nps", "role": role}
    rows = await kept.rows(CONTACTS, who)
    return [row for row in rows if wanted.items() <= row.values.items()][-1]


def cells(row: Row, **changed: str) -> dict[str, str]:
    """The cells of a contact, as a form has them."""
    return {one.name: one.write(row.values[one.name]) for one in CONTACTS.columns} | changed


def seen(row: Row) -> Seen:
    return Seen(str(row.at), row.version)


async def audited(engine: AsyncEngine) -> tuple[str, str, str, str, dict[str, str]]:
    """The newest row of the audit."""
    columns = (AuditRow.who, AuditRow.origin, AuditRow.action, AuditRow.subject, AuditRow.details)
    async with reading(engine) as connection:
        newest = select(*columns).order_by(AuditRow.number.desc()).limit(1)
        *texts, details = (await connection.execute(newest)).one()
        return (*texts, json.loads(details))


async def version(engine: AsyncEngine) -> int:
    async with reading(engine) as connection:
        return await directory_version(connection)


async def test_a_change_is_kept_audited_under_the_account_and_counted(
    engine: AsyncEngine, kept: KeptRows
) -> None:
    row, before = await post(kept, "worcester"), await version(engine)

    (change,) = await kept.put(CONTACTS, Typed(cells(row, hours="Mo-Sa 09:00-17:00")), HERE, seen(row))

    assert (change.does, change.after["hours"]) == ("change", "Mo-Sa 09:00-17:00")
    assert (await post(kept, "worcester")).values["hours"] == "Mo-Sa 09:00-17:00"
    assert await version(engine) == before + 1
    assert await audited(engine) == (
        "sample-keeper-2",
        "web",
        "change",
        "contact west-mercia, worcester, nps, duty_officer",
        {"columns": "hours"},
    )


@ON_SQLITE
async def test_nothing_changed_is_neither_counted_nor_audited(engine: AsyncEngine, kept: KeptRows) -> None:
    row, before = await post(kept, "worcester"), await version(engine)

    assert await kept.put(CONTACTS, Typed(cells(row)), EVERYWHERE, seen(row)) == []
    assert await version(engine) == before


@ON_SQLITE
async def test_whoever_comes_later_is_told_and_undoes_nothing_unseen(kept: KeptRows) -> None:
    row = await post(kept, "worcester")
    await kept.put(CONTACTS, Typed(cells(row, extension="12")), EVERYWHERE, seen(row))

    with pytest.raises(RowChangedError) as refused:
        await kept.put(CONTACTS, Typed(cells(row, extension="13")), EVERYWHERE, seen(row))
    assert refused.value.row.values["extension"] == "12"
    with pytest.raises(RowChangedError):
        await kept.end(CONTACTS, seen(row), EVERYWHERE)

    await kept.put(CONTACTS, Typed(cells(row, extension="13")), EVERYWHERE, seen(refused.value.row))
    assert (await post(kept, "worcester")).values["extension"] == "13"


@ON_SQLITE
async def test_from_a_day_on_what_held_before_is_kept_up_to_it(kept: KeptRows) -> None:
    row, since = await post(kept, "worcester"), date(2027, 1, 4)

    await kept.put(CONTACTS, Typed(cells(row, extension="12"), since), EVERYWHERE, seen(row))

    after = await post(kept, "worcester")
    old = await kept.row(CONTACTS, str(row.at), KEEPER)
    assert (after.values["extension"], after.values["valid_from"]) == ("12", since)
    assert (old.values["extension"], old.values["valid_to"]) == (None, since)


@ON_SQLITE
async def test_a_row_whose_first_day_is_put_right_stays_one_row(kept: KeptRows) -> None:
    row = await post(kept, "worcester")

    await kept.put(CONTACTS, Typed(cells(row, valid_from="1/6/2014")), EVERYWHERE, seen(row))

    again = await post(kept, "worcester")
    assert (again.at, again.values["valid_from"]) == (row.at, date(2014, 6, 1))


@ON_SQLITE
async def test_every_cell_that_is_wrong_is_named_with_what_to_do(kept: KeptRows) -> None:
    row = await post(kept, "worcester")
    typed = cells(row, hours="nine to five", ask_for="", valid_from="soon")

    with pytest.raises(RowRefusedError) as refused:
        await kept.put(CONTACTS, Typed(typed), EVERYWHERE, seen(row))

    assert {one.column: one.value for one in refused.value.problems} == {
        "hours": '"nine to five"',
        "ask_for": "nothing",
        "valid_from": '"soon"',
    }
    assert 'valid_from: "soon" is not a date; write it like 2014-06-02' in str(refused.value).splitlines()
    assert (await kept.row(CONTACTS, str(row.at), KEEPER)).values == row.values


@ON_SQLITE
@pytest.mark.parametrize(
    ("day", "taken"),
    [("0001-01-01", False), ("1900-01-01", True), ("2999-12-31", True), ("3000-01-01", False)],
)
async def test_a_day_from_which_no_other_can_be_reckoned_is_not_taken(
    kept: KeptRows, day: str, taken: bool
) -> None:
    number = next(row for row in await kept.rows(NUMBERS, KEEPER) if row.values["e164"] == "+441905723591")
    typed = {column.name: column.write(number.values[column.name]) for column in NUMBERS.columns}

    if taken:
        assert await kept.put(NUMBERS, Typed({**typed, "verified_on": day}), EVERYWHERE, seen(number))
    else:
        with pytest.raises(RowRefusedError, match="is not in the years 1900 to 2999"):
            await kept.put(NUMBERS, Typed({**typed, "verified_on": day}), EVERYWHERE, seen(number))


@ON_SQLITE
async def test_what_is_there_already_is_not_added_again(kept: KeptRows) -> None:
    row = await post(kept, "worcester")

    with pytest.raises(RowRefusedError, match="is there already; change that one"):
        await kept.put(CONTACTS, Typed(cells(row)), EVERYWHERE)
    with pytest.raises(RowRefusedError, match="is there already; change that one"):
        await kept.put(CONTACTS, Typed(cells(row, office="redditch")), EVERYWHERE, seen(row))


@ON_SQLITE
async def test_a_row_that_would_hold_beside_another_about_the_same_is_refused(kept: KeptRows) -> None:
    row = await post(kept, "worcester")

    with pytest.raises(RowRefusedError, match="another row about the same does"):
        await kept.put(CONTACTS, Typed(cells(row, valid_from="2027-01-01")), EVERYWHERE)


@ON_SQLITE
async def test_what_would_open_a_hole_is_undone_unless_it_is_meant(
    kept: KeptRows, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The proof itself takes seconds: tests/bot/web/keep/test_rows.py has it."""

    @asynccontextmanager
    async def opens_one(_: AsyncConnection, today: date, force: bool, asked: object) -> AsyncIterator[None]:
        yield
        assert today == NOW.date()
        if not force:
            raise HolesError([])

    monkeypatch.setattr("directory.keeping.kept_rows.no_new_holes", opens_one)
    row = await post(kept, "worcester")
    without = Typed(cells(row, number=""))

    with pytest.raises(HolesError):
        await kept.put(CONTACTS, without, PROVED, seen(row))
    assert (await kept.row(CONTACTS, str(row.at), KEEPER)).values == row.values

    await kept.put(CONTACTS, without, EVERYWHERE, seen(row))
    assert (await kept.row(CONTACTS, str(row.at), KEEPER)).values["number"] is None


@ON_SQLITE
async def test_a_row_ends_on_a_day_or_goes_as_if_it_had_never_been(kept: KeptRows) -> None:
    row, since = await post(kept, "worcester", "spo"), date(2027, 1, 4)

    await kept.end(CONTACTS, seen(row), EVERYWHERE, since)
    ended = await kept.row(CONTACTS, str(row.at), KEEPER)
    assert ended.values["valid_to"] == since
    with pytest.raises(RowRefusedError, match="does not hold"):
        await kept.end(CONTACTS, seen(ended), EVERYWHERE, since)

    await kept.end(CONTACTS, seen(ended), EVERYWHERE)
    with pytest.raises(NotKeptError):
        await kept.row(CONTACTS, str(row.at), KEEPER)


@ON_SQLITE
async def test_what_others_point_to_is_not_taken_away(kept: KeptRows) -> None:
    with pytest.raises(RowRefusedError, match=r"is needed by .* of posts; change those first"):
        await kept.end(OFFICES, seen(await kept.row(OFFICES, "worcester", KEEPER)), EVERYWHERE)


@ON_SQLITE
async def test_what_no_two_rows_may_have_is_refused_at_its_column(
    engine: AsyncEngine, kept: KeptRows
) -> None:
    async with writing(engine) as connection:
        await add_agencies(connection)
    agencies = KINDS["agencies"]
    police = await kept.row(agencies, "sample-police", KEEPER)
    typed = {one.name: one.write(police.values[one.name]) for one in agencies.columns}

    assert await kept.put(agencies, Typed({**typed, "name": "Sample Police"}), EVERYWHERE, seen(police))
    again = await kept.row(agencies, "sample-police", KEEPER)
    with pytest.raises(RowRefusedError, match="domain: is that of another agency"):
        taken = {**typed, "domain": "sample.gcsx.gov.uk"}
        await kept.put(agencies, Typed(taken), EVERYWHERE, seen(again))


@ON_SQLITE
async def test_the_keeper_of_an_area_sees_its_rows_only(engine: AsyncEngine, kept: KeptRows) -> None:
    async with writing(engine) as connection:
        await add_agencies(connection)
    elsewhere = await post(kept, "camden")
    assert {row.values["area"] for row in await kept.rows(CONTACTS, OF_WEST_MERCIA)} == {"west-mercia"}
    assert {row.values["area"] for row in await kept.rows(CONTACTS, OF_WEST_MERCIA, "london")} == {
        "west-mercia"
    }
    assert len(await kept.rows(NUMBERS, OF_WEST_MERCIA)) == 4
    with pytest.raises(NotKeptError):
        await kept.row(CONTACTS, str(elsewhere.at), OF_WEST_MERCIA)
    for of_no_area in ("providers", "programmes", "secure-domains", "bank-holidays", "cases", "accounts"):
        with pytest.raises(NotKeptError):
            await kept.rows(KINDS[of_no_area], OF_WEST_MERCIA)


@ON_SQLITE
async def test_the_keeper_of_an_area_changes_and_ends_its_rows_only(kept: KeptRows) -> None:
    elsewhere, here = await post(kept, "camden"), await post(kept, "worcester")

    for attempt in (
        partial(kept.put, CONTACTS, Typed(cells(elsewhere, extension="1")), HERE, seen(elsewhere)),
        partial(kept.end, CONTACTS, seen(elsewhere), HERE),
        partial(kept.put, NUMBERS, Typed({"e164": "01905 111222", "source": "rang it"}), HERE),
        partial(kept.put, KINDS["providers"], Typed({}), HERE),
    ):
        with pytest.raises(NotKeptError):
            await attempt()
    for taken in ({"area": "london", "office": "camden"}, {"area": "london", "office": ""}):
        with pytest.raises(RowRefusedError) as refused:
            await kept.put(CONTACTS, Typed(cells(here, role="lead", topic="mappa", **taken)), HERE)
        assert [one.column for one in refused.value.problems] == ["area"]


@ON_SQLITE
async def test_a_number_that_rings_elsewhere_too_is_not_changed_by_the_keeper_of_an_area(
    kept: KeptRows,
) -> None:
    elsewhere, here = await post(kept, "camden"), await post(kept, "worcester")
    shared = await kept.put(
        CONTACTS, Typed(cells(elsewhere, number="01905 723591")), EVERYWHERE, seen(elsewhere)
    )
    assert shared
    number = next(
        row for row in await kept.rows(NUMBERS, KEEPER) if row.values["e164"] == here.values["number"]
    )
    typed = {one.name: one.write(number.values[one.name]) for one in NUMBERS.columns}

    with pytest.raises(RowRefusedError, match="e164: rings posts of other areas too"):
        await kept.put(NUMBERS, Typed({**typed, "e164": "01905 111222"}), HERE, seen(number))
    assert await kept.put(NUMBERS, Typed({**typed, "purpose": "switchboard"}), HERE, seen(number))
    again = next(row for row in await kept.rows(NUMBERS, KEEPER) if row.at == number.at)
    assert await kept.put(NUMBERS, Typed({**typed, "e164": "01905 111222"}), EVERYWHERE, seen(again))


@ON_SQLITE
async def test_hours_of_an_office_are_kept_by_the_keeper_of_its_area(kept: KeptRows) -> None:
    hours = KINDS["other-hours"]
    closed = {
        "hours": "Mo-Fr 10:00-16:00; PH off",
        "source": "told by the office",
        "valid_from": "2027-01-04",
    }

    await kept.put(hours, Typed({**closed, "office": "worcester"}), HERE)
    with pytest.raises(RowRefusedError, match="not in the area that you keep"):
        await kept.put(hours, Typed({**closed, "office": "camden"}), HERE)

    assert [row.values["office"] for row in await kept.rows(hours, OF_WEST_MERCIA)] == ["worcester"]


@ON_SQLITE
async def test_a_day_is_a_key_too_and_anything_else_is_no_row(kept: KeptRows) -> None:
    days = KINDS["bank-holidays"]
    assert (await kept.row(days, "2026-12-25", KEEPER)).values["name"]
    for nonsense in ("Christmas", "2026-12-24", ""):
        with pytest.raises(NotKeptError):
            await kept.row(days, nonsense, KEEPER)


@ON_SQLITE
async def test_a_place_keeps_its_other_names(kept: KeptRows) -> None:
    rows = await kept.rows(PLACES, KEEPER, "west-mercia")
    row = next(one for one in rows if one.values["alternative_names"])

    assert (await kept.row(PLACES, str(row.at), KEEPER)).values == row.values


@ON_SQLITE
async def test_an_export_after_a_change_imports_without_one(
    engine: AsyncEngine, kept: KeptRows, settings: DirectorySettings
) -> None:
    from directory.exchange.exporting import export_kind  # noqa: PLC0415
    from tests.directory.acts import ACT  # noqa: PLC0415

    row, file = await post(kept, "worcester"), settings.data_dir / "contacts.csv"
    await kept.put(CONTACTS, Typed(cells(row, extension="7"), date(2027, 1, 4)), EVERYWHERE, seen(row))
    await export_kind(engine, CONTACTS, file)

    assert (await import_kind(engine, CONTACTS, file, How(ACT))).changes == ()
