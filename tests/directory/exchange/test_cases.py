from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.cases.cases import owner_of, reference_hash
from directory.exchange.cases import How, import_cases
from directory.exchange.cases_stored import Imported
from directory.exchange.problems import FileError
from directory.exchange.reading import ImportRefusedError
from directory.opening import register_key
from directory.settings import DirectorySettings
from directory.storage.database import directory_version, make_engine, reading
from directory.tables import Case
from routing.snapshot import CaseOwner
from routing.vocabulary import Provider, Risk
from tests.directory.acts import ACT

HEADING = "crn,provider,area,office,officer,since,mappa,risk"
BIRCH = "X320741,nps,west-mercia,worcester,Officer Birch,2014-06-02,yes,very_high"
MAPLE = "Y006208,crc,west-mercia,redditch,,2014-06-03,no,"

Write = Callable[..., Path]
Owner = Callable[[str], Awaitable[CaseOwner]]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file of cases: rows under the heading, or bytes as they are."""

    def write(*rows: str, heading: str = HEADING, raw: bytes | None = None) -> Path:
        file = tmp_path / "cases.csv"
        file.write_bytes(raw if raw is not None else "".join(f"{row}\n" for row in (heading, *rows)).encode())
        return file

    return write


@pytest.fixture
async def engine(settings: DirectorySettings) -> AsyncIterator[AsyncEngine]:
    engine = make_engine(settings.database_url)
    yield engine
    await engine.dispose()


@pytest.fixture
def owner(engine: AsyncEngine, settings: DirectorySettings) -> Owner:
    async def find(reference: str) -> CaseOwner:
        async with reading(engine) as connection:
            key = await register_key(connection, settings)
            found = await owner_of(connection, reference_hash(key, reference))
        assert found is not None
        return found

    return find


async def count(engine: AsyncEngine) -> int:
    async with reading(engine) as connection:
        return (await connection.execute(select(func.count()).select_from(Case))).scalar_one()


async def refusal(engine: AsyncEngine, settings: DirectorySettings, file: Path) -> list[str]:
    """The problems of the file, of which nothing has been taken."""
    with pytest.raises(ImportRefusedError) as refused:
        await import_cases(engine, settings, file, How(ACT))
    assert await count(engine) == 0
    return refused.value.lines


async def file_refusal(engine: AsyncEngine, settings: DirectorySettings, file: Path) -> str:
    with pytest.raises(FileError) as refused:
        await import_cases(engine, settings, file, How(ACT))
    assert await count(engine) == 0
    return str(refused.value)


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


async def test_two_rows_that_contradict_each_other_are_named(
    engine: AsyncEngine, settings: DirectorySettings, write: Write
) -> None:
    problems = await refusal(engine, settings, write(BIRCH, MAPLE, BIRCH.replace("nps", "crc")))

    assert problems == [
        "cases.csv, row 4: the same case reference as row 2, with other details; keep one of the two"
    ]


async def test_every_problem_of_a_file_is_said_at_once(
    engine: AsyncEngine, settings: DirectorySettings, write: Write
) -> None:
    problems = await refusal(
        engine,
        settings,
        write(
            "A1234BC,npx,west-mersia,nowhere,Officer Birch,2014-02-30,maybe,extreme",
            BIRCH,
            "Y006208,crc,west-mercia,braley-house,,,,",
            "C123456,crc,london,worcester,,2014-06-02,no,low",
        ),
    )

    offices = "herefordshire, kidderminster, redditch, shropshire, telford-and-wrekin, worcester"
    assert problems == [
        "cases.csv, row 2, crn: not a case reference; write one letter and six digits",
        'cases.csv, row 2, provider: "npx" is not a provider; write nps or crc',
        'cases.csv, row 2, area: "west-mersia" is not an area of the directory; did you mean west-mercia?',
        'cases.csv, row 2, office: "nowhere" is not an office or unit; write its id, e.g. '
        "barking-and-dagenham, barnet, berkshire-east, berkshire-west, bexley, brent, bromley, "
        "buckinghamshire",
        'cases.csv, row 2, since: "2014-02-30" is not a date; write it like 2014-06-02',
        'cases.csv, row 2, mappa: "maybe" is neither yes nor no; write one of the two',
        'cases.csv, row 2, risk: "extreme" is not a level of risk; '
        "write low, medium, high or very_high, or leave it empty",
        'cases.csv, row 4, office: "braley-house" is not an office or unit of west-mercia; '
        f"write its id, e.g. {offices}",
        "cases.csv, row 4, since: nothing is not a date; write it like 2014-06-02",
        "cases.csv, row 4, mappa: nothing is neither yes nor no; write one of the two",
        'cases.csv, row 5, office: "worcester" is in west-mercia, not in london; mend the one that is wrong',
    ]


async def test_a_row_with_a_cell_too_many_or_too_few_is_named_without_its_content(
    engine: AsyncEngine, settings: DirectorySettings, write: Write
) -> None:
    problems = await refusal(
        engine,
        settings,
        write("X320741,nps,west-mercia,worcester,Birch, Anna,2014-06-02,yes,high", "Y006208,crc"),
    )

    assert problems == [
        "cases.csv, row 2: has 9 cells, not 8: put a cell with a comma in quotes",
        "cases.csv, row 3: has 2 cells, not 8: put a cell with a comma in quotes",
    ]


@pytest.mark.parametrize(
    ("heading", "row"),
    [
        (HEADING, "Officer Birch,X320741,Officer Birch,Officer Birch,X320741,X320741,Officer Birch,X320741"),
        (HEADING, "x320741,x320741,x320741,x320741,,x320741,x320741,x320741"),
        (HEADING, "X320741,Officer Birch,nps"),
    ],
)
async def test_no_reference_and_no_name_is_ever_repeated(
    engine: AsyncEngine, settings: DirectorySettings, write: Write, heading: str, row: str
) -> None:
    said = " ".join(await refusal(engine, settings, write(row, heading=heading)))

    assert "320741" not in said
    assert "Birch" not in said


@pytest.mark.parametrize(
    ("heading", "says"),
    [
        ("crn,provider,area,office,officer,since,mappa", "lacks the column risk"),
        (HEADING + ",notes", "has the unknown column notes"),
        (HEADING.replace("crn", "reference"), "lacks the column crn; has the unknown column reference"),
        (HEADING + ",risk", "has twice risk"),
        (
            HEADING.replace(",", ";"),
            "has semicolons between its cells, not commas: save the file as 'CSV UTF-8",
        ),
        (HEADING.replace(",", "\t"), "has tabs between its cells, not commas"),
        (BIRCH, "does not begin with the names of its columns"),
    ],
)
async def test_a_wrong_first_row_is_refused_with_the_right_one(
    engine: AsyncEngine, settings: DirectorySettings, write: Write, heading: str, says: str
) -> None:
    said = await file_refusal(engine, settings, write(BIRCH, heading=heading))

    assert says in said
    assert HEADING in said or "save the file as" in said
    assert "Birch" not in said


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "is empty"),
        (HEADING.encode(), "holds no case"),
        (f"{HEADING}\n".encode("utf-16"), "is not UTF-8: save the file as"),
        (b"PK\x03\x04rest", "is a spreadsheet that cannot be opened: save it as XLSX"),
    ],
)
async def test_a_file_that_holds_no_csv_is_refused(
    engine: AsyncEngine, settings: DirectorySettings, write: Write, raw: bytes, says: str
) -> None:
    assert says in await file_refusal(engine, settings, write(raw=raw))


async def test_a_row_in_another_encoding_is_named(
    engine: AsyncEngine, settings: DirectorySettings, write: Write
) -> None:
    raw = f"{HEADING}\n{BIRCH}\nY006208,crc,west-mercia,redditch,Zoë,2014-06-03,no,\n".encode("latin-1")

    problems = await refusal(engine, settings, write(raw=raw))

    assert problems == ["cases.csv, row 3: is not UTF-8: save the file as 'CSV UTF-8 (comma delimited)'"]


async def test_quotation_marks_that_are_never_closed_are_found(
    engine: AsyncEngine, settings: DirectorySettings, write: Write
) -> None:
    problems = await refusal(
        engine, settings, write(BIRCH, 'Y006208,crc,west-mercia,redditch,"Alder,2014-06-03,no,')
    )

    assert problems == [
        "cases.csv, row 3: the quotation marks cannot be followed: check them in this row and the one before"
    ]


async def test_a_missing_file_and_a_folder_are_refused(
    engine: AsyncEngine, settings: DirectorySettings, tmp_path: Path
) -> None:
    for file in (tmp_path / "nowhere.csv", tmp_path):
        assert "cannot be read" in await file_refusal(engine, settings, file)


async def test_a_file_full_of_problems_is_told_of_in_bounds(
    engine: AsyncEngine, settings: DirectorySettings, write: Write
) -> None:
    problems = await refusal(engine, settings, write(*["wrong"] * 1500))

    assert len(problems) == 1001
    assert problems[-1] == "cases.csv: and 500 more"


async def test_more_rows_than_are_taken_at_a_time(
    engine: AsyncEngine, settings: DirectorySettings, write: Write
) -> None:
    rows = [f"C{number:06},crc,west-mercia,worcester,,2014-06-02,no,low" for number in range(5_001)]

    assert await import_cases(engine, settings, write(*rows), How(ACT)) == Imported(5_001, 0, 0)
    assert await count(engine) == 5_001


async def test_a_fault_late_in_the_file_leaves_an_empty_register_empty(
    engine: AsyncEngine, settings: DirectorySettings, write: Write
) -> None:
    rows = [f"C{number:06},crc,west-mercia,worcester,,2014-06-02,no,low" for number in range(20_000)]

    problems = await refusal(engine, settings, write(*rows, "C000000,crc,west-mercia,redditch,,,,"))

    assert len(problems) == 2
    assert problems[0].startswith("cases.csv, row 20002, since: ")


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
