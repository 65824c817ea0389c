"""Who owned a case before, and what may not be moved."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.cases.cases import owner_of, reference_hash
from directory.exchange.cases.importing import How, import_cases
from directory.exchange.cases.stored import Imported
from directory.exchange.rows.reading import ImportRefusedError
from directory.opening import register_key
from directory.settings import DirectorySettings
from directory.storage.database import make_engine, reading
from directory.tables import FormerOwner
from routing.snapshot import CaseOwner
from routing.vocabulary import Provider
from tests.directory.acts import ACT

HEADING = "crn,provider,area,office,officer,since,mappa,risk"


def row(provider: str, since: str, officer: str = "Officer Elm", reference: str = "X320741") -> str:
    return f"{reference},{provider},west-mercia,worcester,{officer},{since},no,low"


class Register:
    """A register that is filled file by file."""

    def __init__(self, engine: AsyncEngine, settings: DirectorySettings, folder: Path) -> None:
        self.engine, self.settings, self.file = engine, settings, folder / "cases.csv"

    async def take(self, *rows: str, force: bool = False, dry_run: bool = False) -> Imported:
        self.file.write_text("\n".join((HEADING, *rows)))
        how = How(ACT, dry_run=dry_run, force=force)
        return await import_cases(self.engine, self.settings, self.file, how)

    async def owner(self) -> CaseOwner:
        async with reading(self.engine) as connection:
            key = await register_key(connection, self.settings)
            found = await owner_of(connection, reference_hash(key, "X320741"))
        assert found is not None
        return found

    async def former(self) -> list[tuple[str, str | None, date, date]]:
        period = FormerOwner
        async with reading(self.engine) as connection:
            found = await connection.execute(
                select(period.provider, period.officer, period.since, period.until).order_by(period.since)
            )
            return [(one, two, three, four) for one, two, three, four in found]


@pytest.fixture
async def register(settings: DirectorySettings, tmp_path: Path) -> AsyncIterator[Register]:
    engine = make_engine(settings.database_url)
    yield Register(engine, settings, tmp_path)
    await engine.dispose()


async def test_a_case_that_never_moved_has_moved_from_nowhere(register: Register) -> None:
    await register.take(row("crc", "2014-06-02"))

    owner = await register.owner()
    assert (owner.moved_from, owner.moved_on) == (None, None)
    assert await register.former() == []


async def test_a_case_that_moved_says_from_whom_and_when(register: Register) -> None:
    await register.take(row("crc", "2014-06-02"))
    done = await register.take(row("nps", "2014-09-01"))

    owner = await register.owner()
    assert (owner.provider, owner.moved_from, owner.moved_on) == (
        Provider.NPS,
        Provider.CRC,
        date(2014, 9, 1),
    )
    assert done == Imported(added=0, changed=1, unchanged=0, moved_to_nps=1)
    assert await register.former() == [("crc", "Officer Elm", date(2014, 6, 2), date(2014, 9, 1))]


async def test_another_officer_of_the_same_provider_is_history_but_no_move(register: Register) -> None:
    await register.take(row("crc", "2014-06-02"))
    await register.take(row("nps", "2014-09-01"))
    await register.take(row("nps", "2014-10-01", "Officer Alder"))

    assert (await register.owner()).moved_on == date(2014, 9, 1)
    assert [officer for _, officer, *_ in await register.former()] == ["Officer Elm", "Officer Elm"]


async def test_another_owner_since_the_same_day_is_a_correction(register: Register) -> None:
    await register.take(row("crc", "2014-06-02"))
    await register.take(row("nps", "2014-06-02"))

    assert (await register.owner()).moved_from is None
    assert await register.former() == []


async def test_a_correction_takes_the_place_of_all_that_came_later(register: Register) -> None:
    await register.take(row("crc", "2014-06-02", "Officer Ash"))
    await register.take(row("crc", "2014-07-01", "Officer Birch"))
    await register.take(row("crc", "2014-08-01", "Officer Cedar"))

    await register.take(row("nps", "2014-06-20", "Officer Elm"))

    assert await register.former() == [("crc", "Officer Ash", date(2014, 6, 2), date(2014, 6, 20))]
    assert (await register.owner()).moved_on == date(2014, 6, 20)


async def test_another_risk_is_no_other_owner(register: Register) -> None:
    await register.take(row("crc", "2014-06-02"))
    await register.take(row("crc", "2014-09-01").replace("low", "medium"))

    assert await register.former() == []


async def test_the_same_file_again_leaves_the_history_as_it_is(register: Register) -> None:
    await register.take(row("crc", "2014-06-02"))
    await register.take(row("nps", "2014-09-01"))
    before = await register.former()

    assert (await register.take(row("nps", "2014-09-01"))).unchanged == 1
    assert await register.former() == before


async def test_a_case_of_the_nps_stays_with_it_and_the_file_is_refused_with_its_rows(
    register: Register,
) -> None:
    await register.take(row("nps", "2014-06-02"))

    with pytest.raises(ImportRefusedError) as refused:
        await register.take(row("crc", "2014-06-02", reference="Y006208"), row("crc", "2014-09-01"))

    (said,) = refused.value.lines
    assert said.startswith("cases.csv, row 3, provider: the NPS owns this case, and keeps it to the end")
    assert "--force" in said
    assert (await register.owner()).provider is Provider.NPS


async def test_a_dry_run_says_that_too(register: Register) -> None:
    await register.take(row("nps", "2014-06-02"))

    with pytest.raises(ImportRefusedError):
        await register.take(row("crc", "2014-09-01"), dry_run=True)


async def test_forced_it_moves_and_the_history_says_so(register: Register) -> None:
    await register.take(row("nps", "2014-06-02"))

    done = await register.take(row("crc", "2015-09-01"), force=True)

    owner = await register.owner()
    assert done.moved_to_crc == 1
    assert (owner.provider, owner.moved_from, owner.moved_on) == (
        Provider.CRC,
        Provider.NPS,
        date(2015, 9, 1),
    )
