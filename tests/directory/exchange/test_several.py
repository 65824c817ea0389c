"""A whole directory in one workbook or one folder, out and in."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.__main__ import main
from directory.exchange.files.problems import FileError
from directory.exchange.importing import Imported, import_parts
from directory.exchange.rows.reading import ImportRefusedError
from directory.exchange.several import SEVERAL, export_several, parts_of, write_templates
from directory.settings import DirectorySettings
from tests.directory.backends import ON_SQLITE
from tests.directory.exchange.conftest import HOW
from tests.directory.made_up_rota import HEADING, PEOPLE

AREAS = (
    "id,name,crc,nps,hours,out_of_hours,fallback_office,source\n"
    "north,North,X98,X99,Mo-Fr 09:00-17:00; PH off,night-house,northgate,me\n"
)
PROVIDERS = "code,name,kind,source\nX98,North CRC,crc,me\nX99,NPS North,nps,me\n"
OFFICES = (
    "id,area,name,kind,hours,source\n"
    "northgate,north,Northgate,office,Mo-Fr 09:00-17:00; PH off,me\n"
    "night-house,north,Night House,Approved Premises,24/7,me\n"
)
STAFF = "id,name,provider,area,office,source\nalder,Alder,nps,north,northgate,me\n"
WEEK = "kind,area,office,provider,role,person,other,days,starts,ends,valid_from,source\n"
SHIFT = "weekly,north,northgate,nps,duty_officer,alder,,Mo-Fr,09:00,17:00,2026-11-30,me\n"
NEW_AREA = {"providers": PROVIDERS, "areas": AREAS, "offices": OFFICES, "people": STAFF, "rota": WEEK + SHIFT}


def folder_of(tables: dict[str, str], folder: Path) -> Path:
    """The tables as files of a folder."""
    folder.mkdir(exist_ok=True)
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
    return folder


def workbook_of(tables: dict[str, str], file: Path) -> Path:
    """The tables as sheets of a workbook, in alphabetical order."""
    book = Workbook(write_only=True)
    for name, text in sorted(tables.items()):
        sheet = book.create_sheet(name)
        for line in text.splitlines():
            sheet.append(line.split(","))
    book.save(file)
    return file


async def take(engine: AsyncEngine, path: Path) -> list[Imported]:
    return await import_parts(engine, parts_of(path), HOW)


@pytest.mark.parametrize("name", ["directory.xlsx", "folder"])
async def test_all_that_is_exported_is_imported_and_changes_nothing(
    engine: AsyncEngine, tmp_path: Path, name: str
) -> None:
    await take(engine, folder_of(NEW_AREA, tmp_path / "new"))

    counts = await export_several(engine, tmp_path / name)
    again = await take(engine, tmp_path / name)

    assert counts["areas"] == 22
    assert again == [Imported((), count) for count in counts.values()]


@pytest.mark.parametrize("ending", ["", ".xlsx"])
async def test_a_new_area_comes_in_at_once_with_the_offices_it_points_to(
    engine: AsyncEngine, tmp_path: Path, ending: str
) -> None:
    make = workbook_of if ending else folder_of
    done = await take(engine, make(NEW_AREA, tmp_path / f"new{ending}"))

    assert [each.counted("add") for each in done] == [2, 1, 2, 1, 1]
    again = await take(engine, make(NEW_AREA, tmp_path / f"again{ending}"))
    assert [(each.changes, each.unchanged) for each in again] == [((), 2), ((), 1), ((), 2), ((), 1), ((), 1)]


async def test_one_fault_in_one_sheet_and_nothing_of_any_is_taken(
    engine: AsyncEngine, tmp_path: Path
) -> None:
    broken = NEW_AREA | {"rota": WEEK + SHIFT.replace("alder", "adler"), "people": STAFF.replace(",me", ",")}
    with pytest.raises(ImportRefusedError) as refused:
        await take(engine, workbook_of(broken, tmp_path / "new.xlsx"))

    assert refused.value.lines == [
        "new.xlsx, sheet people, row 2, source: nothing stands there; write text of at most 300 characters",
        'new.xlsx, sheet rota, row 2, person: "adler" is not a person of the directory; did you mean alder?',
    ]
    assert [each.counted("add") for each in await take(engine, folder_of(NEW_AREA, tmp_path / "new"))] == [
        2, 1, 2, 1, 1,
    ]  # fmt: skip


async def test_a_sheet_that_is_no_table_is_named_beside_the_faults_of_the_others(
    engine: AsyncEngine, tmp_path: Path
) -> None:
    broken = NEW_AREA | {"people": "name\nAlder\n", "offices": OFFICES.replace("24/7", "always")}
    with pytest.raises(ImportRefusedError) as refused:
        await take(engine, workbook_of(broken, tmp_path / "new.xlsx"))

    said = "\n".join(refused.value.lines)
    assert "new.xlsx, sheet offices, row 3, hours: " in said
    assert "new.xlsx, sheet people, does not begin with the names of its columns" in said


async def test_an_office_that_is_there_cannot_be_moved_by_what_comes_with_it(
    engine: AsyncEngine, tmp_path: Path
) -> None:
    moved = NEW_AREA | {"offices": OFFICES + "worcester,north,Worcester,office,24/7,me\n"}
    with pytest.raises(ImportRefusedError) as refused:
        await take(engine, folder_of(moved, tmp_path / "new"))

    assert "is another area than the west-mercia that worcester is in" in refused.value.lines[0]


@pytest.mark.parametrize(
    ("tables", "says"),
    [
        ({"area": AREAS}, "sheet area, is named after no kind: name it providers, areas,"),
        ({"cases": AREAS}, "sheet cases, holds cases: bring them in with `import cases`"),
        ({"bank-holidays": "day\n", "Bank Holidays": "day\n"}, "is a second table of bank-holidays"),
        ({"columns": "column\n"}, "holds no table: name its sheets or its files providers"),
    ],
)
def test_sheets_that_cannot_be_placed_are_named(tmp_path: Path, tables: dict[str, str], says: str) -> None:
    with pytest.raises(FileError, match=says):
        parts_of(workbook_of(tables, tmp_path / "book.xlsx"))


async def test_templates_that_nobody_has_filled_in_change_nothing(
    engine: AsyncEngine, tmp_path: Path
) -> None:
    write_templates(tmp_path / "new.xlsx")

    assert await take(engine, tmp_path / "new.xlsx") == [Imported((), 0)] * len(SEVERAL)


@ON_SQLITE
def test_a_keeper_takes_everything_out_and_in(
    settings: DirectorySettings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(settings.data_dir.parent)
    folder_of({"people": PEOPLE, "rota": HEADING}, Path("staff"))

    assert main(["import", "all", "staff", "--dry-run"]) == 0
    assert main(["import", "all", "staff"]) == 0
    assert main(["export", "all", "all.xlsx"]) == 0
    assert main(["export", "--template", "all", "empty"]) == 0
    assert main(["import", "all", "nowhere.csv"]) == 2
    assert main(["export", "all", "all.csv"]) == 2

    said = capsys.readouterr()
    assert said.out.splitlines()[2:5] == [
        "Nothing was written. An import would give people: 2 added, 0 changed, 0 unchanged.",
        "Nothing was written. An import would give rota: 0 added, 0 changed, 0 unchanged.",
        "Imported staff: people: 2 added, 0 changed, 0 unchanged.",
    ]
    assert "nowhere.csv is no workbook: name an .xlsx file, or a folder" in said.err
    assert "all.csv is neither a folder nor a workbook" in said.err
