"""Bringing a file of cases into the register."""

from collections.abc import Awaitable, Callable
from datetime import date

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.cases.cases import owner_of, reference_hash
from directory.exchange.cases.importing import How, import_cases
from directory.exchange.cases.stored import Imported
from directory.opening import register_key
from directory.settings import DirectorySettings
from directory.storage.database import directory_version, reading
from routing.snapshot import CaseOwner
from routing.vocabulary import Provider, Risk
from tests.directory.acts import ACT
from tests.directory.exchange.cases.taken import BIRCH, MAPLE, Write, count, refusal

Owner = Callable[[str], Awaitable[CaseOwner]]


@pytest.fixture
def owner(engine: AsyncEngine, settings: DirectorySettings) -> Owner:
    async def find(reference: str) -> CaseOwner:
        async with reading(engine) as connection:
            key = await register_key(connection, settings)
            found = await owner_of(connection, reference_hash(key, reference))
        assert found is not None
        return found

    return find


async def test_cases_are_added_with_all_that_the_file_says(
    engine: AsyncEngine, settings: DirectorySettings, write: Write, owner: Owner
) -> None:
    done = await import_cases(engine, settings, write(BIRCH, MAPLE), How(ACT))

    assert done == Imported(added=2, changed=0, unchanged=0)
    assert await owner("X320741") == CaseOwner(
        Provider.NPS, "west-mercia", "worcester", "Officer Birch", date(2014, 6, 2), True, Risk.VERY_HIGH
    )
    assert await owner("Y006208") == CaseOwner(
        Provider.CRC, "west-mercia", "redditch", None, date(2014, 6, 3), False, None
    )


async def test_the_same_file_again_changes_nothing(
    engine: AsyncEngine, settings: DirectorySettings, write: Write
) -> None:
    await import_cases(engine, settings, write(BIRCH, MAPLE), How(ACT))
    async with reading(engine) as connection:
        before = await directory_version(connection)

    done = await import_cases(engine, settings, write(BIRCH, MAPLE), How(ACT))

    assert done == Imported(added=0, changed=0, unchanged=2)
    async with reading(engine) as connection:
        assert await directory_version(connection) == before


async def test_a_case_that_has_moved_is_brought_up_to_date_and_the_others_stay(
    engine: AsyncEngine, settings: DirectorySettings, write: Write, owner: Owner
) -> None:
    await import_cases(engine, settings, write(BIRCH, MAPLE), How(ACT))
    moved = "Y006208,nps,west-mercia,redditch,Officer Alder,2014-09-01,no,high"

    done = await import_cases(
        engine, settings, write(moved, "C123456,crc,london,camden,,2014-06-02,no,low"), How(ACT)
    )

    assert done == Imported(added=1, changed=1, unchanged=0, moved_to_nps=1)
    assert (await owner("Y006208")).officer == "Officer Alder"
    assert (await owner("X320741")).officer == "Officer Birch"


async def test_an_officer_taken_off_a_case_is_a_change(
    engine: AsyncEngine, settings: DirectorySettings, write: Write, owner: Owner
) -> None:
    await import_cases(engine, settings, write(BIRCH), How(ACT))

    done = await import_cases(engine, settings, write(BIRCH.replace("Officer Birch", "")), How(ACT))

    assert done.changed == 1
    assert (await owner("X320741")).officer is None


async def test_a_dry_run_counts_and_writes_nothing(
    engine: AsyncEngine, settings: DirectorySettings, write: Write
) -> None:
    done = await import_cases(engine, settings, write(BIRCH, MAPLE), How(ACT, dry_run=True))

    assert done == Imported(added=2, changed=0, unchanged=0)
    assert await count(engine) == 0


async def test_what_a_spreadsheet_makes_of_a_file_is_read_all_the_same(
    engine: AsyncEngine, settings: DirectorySettings, write: Write, owner: Owner
) -> None:
    """A byte-order mark, other line ends, capitals, spaces, British dates, empty rows at the end."""
    rows = (
        "\ufeffCRN, Provider,Area,Office,Officer,Since,MAPPA,Risk",
        'x 320 741,NPS,West-Mercia,Worcester,"Birch,\xa0Officer",02/06/2014,Yes,Very High',
        ",,,,,,,",
        "",
    )

    done = await import_cases(engine, settings, write(raw="\r\n".join(rows).encode()), How(ACT))

    found = await owner("X320741")
    assert done.added == 1
    assert (found.officer, found.since, found.risk) == ("Birch, Officer", date(2014, 6, 2), Risk.VERY_HIGH)


async def test_columns_may_stand_in_any_order(
    engine: AsyncEngine, settings: DirectorySettings, write: Write, owner: Owner
) -> None:
    file = write(
        "low,no,2014-06-02,Officer Elm,worcester,west-mercia,crc,C123456",
        heading="risk,mappa,since,officer,office,area,provider,crn",
    )

    await import_cases(engine, settings, file, How(ACT))

    assert (await owner("C123456")).officer == "Officer Elm"


async def test_a_row_that_stands_there_twice_counts_once(
    engine: AsyncEngine, settings: DirectorySettings, write: Write
) -> None:
    assert await import_cases(engine, settings, write(BIRCH, MAPLE, BIRCH), How(ACT)) == Imported(2, 0, 0)


async def test_more_rows_than_are_taken_at_a_time(
    engine: AsyncEngine, settings: DirectorySettings, write: Write
) -> None:
    rows = [f"C{number:06},crc,west-mercia,worcester,,2014-06-02,no,low" for number in range(5_001)]

    assert await import_cases(engine, settings, write(*rows), How(ACT)) == Imported(5_001, 0, 0)
    assert await count(engine) == 5_001


async def test_what_was_read_once_is_not_taken_for_something_else_in_another_column(
    engine: AsyncEngine, settings: DirectorySettings, write: Write
) -> None:
    """Words are remembered once they are read; a word that is right in one column is wrong in another."""
    problems = await refusal(
        engine, settings, write(BIRCH, MAPLE, "C123456,crc,west-mercia,worcester,2014-06-02,no,no,no")
    )

    assert [problem.split(": ")[0] for problem in problems] == [
        "cases.csv, row 4, since",
        "cases.csv, row 4, risk",
    ]


async def test_a_reference_typed_freely_after_one_typed_well_is_the_same_case(
    engine: AsyncEngine, settings: DirectorySettings, write: Write
) -> None:
    spaced = BIRCH.replace("X320741", "x 320741")

    assert await import_cases(engine, settings, write(BIRCH, spaced, MAPLE), How(ACT)) == Imported(2, 0, 0)
