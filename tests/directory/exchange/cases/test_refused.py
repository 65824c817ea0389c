"""What is wrong with a file of cases is said whole, and nothing of it is taken or repeated."""

from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.settings import DirectorySettings
from tests.directory.exchange.cases.taken import BIRCH, HEADING, MAPLE, Write, file_refusal, refusal


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


WRONG_FIRST_ROWS = [
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
]


async def test_a_wrong_first_row_is_refused_with_the_right_one(
    engine: AsyncEngine, settings: DirectorySettings, write: Write
) -> None:
    for heading, says in WRONG_FIRST_ROWS:
        said = await file_refusal(engine, settings, write(BIRCH, heading=heading))

        assert says in said
        assert HEADING in said or "save the file as" in said
        assert "Birch" not in said


NO_CSV = [
    (b"", "is empty"),
    (HEADING.encode(), "holds no case"),
    (f"{HEADING}\n".encode("utf-16"), "is not UTF-8: save the file as"),
    (b"PK\x03\x04rest", "is a spreadsheet that cannot be opened: save it as XLSX"),
]


async def test_a_file_that_holds_no_csv_is_refused(
    engine: AsyncEngine, settings: DirectorySettings, write: Write
) -> None:
    for raw, says in NO_CSV:
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


async def test_a_fault_late_in_the_file_leaves_an_empty_register_empty(
    engine: AsyncEngine, settings: DirectorySettings, write: Write
) -> None:
    rows = [f"C{number:06},crc,west-mercia,worcester,,2014-06-02,no,low" for number in range(20_000)]

    problems = await refusal(engine, settings, write(*rows, "C000000,crc,west-mercia,redditch,,,,"))

    assert len(problems) == 2
    assert problems[0].startswith("cases.csv, row 20002, since: ")
