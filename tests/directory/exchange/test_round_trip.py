"""What is exported is imported, and changes nothing."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.exchange.exporting import export_kind, write_template
from directory.exchange.files.problems import FileError, Problems
from directory.exchange.importing import How, Imported
from directory.exchange.kinds import KINDS
from directory.exchange.rows.known import known_ids
from directory.exchange.rows.reading import read_kind
from directory.exchange.rows.stores import store_of
from directory.storage.database import directory_version, reading
from tests.directory.acts import ACT
from tests.directory.exchange.conftest import Importer

HELD = {
    "providers": 28,
    "areas": 21,
    "offices": 50,
    "numbers": 4,
    "contacts": 239,
    "secure-domains": 71,
    "places": 558,
    "bank-holidays": 261,
    "programmes": 26,
    "programme-runs": 54,
}


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
async def test_an_export_imported_again_changes_nothing(
    engine: AsyncEngine, importer: Importer, tmp_path: Path, ending: str
) -> None:
    async with reading(engine) as connection:
        before = await directory_version(connection)

    for kind, count in HELD.items():
        file = tmp_path / f"{kind}.{ending}"
        assert await export_kind(engine, KINDS[kind], file) == count
        assert await importer.file(kind, file, How(ACT, replace=True)) == Imported((), count)

    async with reading(engine) as connection:
        assert await directory_version(connection) == before


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
async def test_what_a_spreadsheet_would_take_for_a_formula_comes_out_harmless_and_back_as_it_was(
    engine: AsyncEngine, importer: Importer, tmp_path: Path, ending: str
) -> None:
    await importer.take("bank-holidays", "day,name,source", "2014-06-02,=cmd|' /C calc'!A0,'@test")
    file = tmp_path / f"out.{ending}"
    await export_kind(engine, KINDS["bank-holidays"], file)

    if ending == "csv":
        assert "2014-06-02,'=cmd|' /C calc'!A0,'@test," in file.read_text("utf-8-sig")
    assert (await importer.file("bank-holidays", file)).changes == ()
    async with reading(engine) as connection:
        rows = {
            values["name"]: values
            for _, values in (await store_of(KINDS["bank-holidays"]).load(connection)).values()
        }
    assert rows["=cmd|' /C calc'!A0"]["source"] == "@test"


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
async def test_a_template_that_nobody_has_filled_in_is_refused(
    importer: Importer, tmp_path: Path, ending: str
) -> None:
    for kind in HELD:
        file = tmp_path / f"{kind}.{ending}"
        write_template(KINDS[kind], file)

        with pytest.raises(FileError, match="nothing follows the names of the columns"):
            await importer.file(kind, file)


async def test_the_example_of_a_template_can_be_read(engine: AsyncEngine, tmp_path: Path) -> None:
    for kind in HELD:
        example = tmp_path / f"{kind}.csv"
        write_template(KINDS[kind], example)
        example.write_text(example.read_text("utf-8-sig").replace("\n# ", "\n"), "utf-8")
        problems = Problems(example)
        async with reading(engine) as connection:
            assert len(read_kind(KINDS[kind], await known_ids(connection), problems)) == 1
        assert problems.lines() == []


def test_the_second_sheet_of_a_template_explains_each_column(tmp_path: Path) -> None:
    file = tmp_path / "contacts.xlsx"
    write_template(KINDS["contacts"], file)

    explanation = load_workbook(file)["columns"]
    assert [row[0].value for row in explanation.iter_rows(min_row=2)] == list(KINDS["contacts"].column_names)


async def test_a_file_that_cannot_be_written_leaves_nothing_behind(
    engine: AsyncEngine, tmp_path: Path
) -> None:
    for file, says in (
        (tmp_path / "no" / "x.csv", "No such file"),
        (tmp_path / "x.pdf", "does not end in .csv or"),
    ):
        with pytest.raises(FileError, match=says):
            await export_kind(engine, KINDS["areas"], file)
    assert not [left for left in tmp_path.iterdir() if "x." in left.name]  # noqa: ASYNC240
