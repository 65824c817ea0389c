"""A whole directory in one workbook, each sheet named after its kind, or in a folder of such files."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncEngine

from directory.exchange.exporting import append_rows, append_template, explain_columns
from directory.exchange.files.new_file import CSV, XLSX, AddSheet, new_tables
from directory.exchange.files.problems import FileError
from directory.exchange.importing import Part
from directory.exchange.kinds import KINDS
from directory.exchange.kinds.cases import CASES
from directory.storage.database import database_errors, reading

SEVERAL = tuple(kind for kind in KINDS.values() if kind is not CASES)
_EXPLANATION = "columns"  # the sheet of a template that nobody fills in
_CALLED = ", ".join(kind.name for kind in SEVERAL)


def parts_of(path: Path) -> list[Part]:
    """The tables of a workbook or a folder, in the order in which they go in. Raises FileError."""
    found: dict[str, Part] = {}
    for name, part, where in _tables(path):
        kind = KINDS.get(name)
        if kind is CASES:
            raise FileError(f"{where} holds cases: bring them in with `import cases`, and take it out here.")
        if kind is None:
            raise FileError(f"{where} is named after no kind: name it {_CALLED}, or take it out.")
        if name in found:
            raise FileError(f"{where} is a second table of {name}: put their rows into one.")
        found[name] = Part(kind, *part)
    if not found:
        raise FileError(f"{path} holds no table: name its sheets or its files {_CALLED}.")
    return [found[kind.name] for kind in SEVERAL if kind.name in found]


def _tables(path: Path) -> Iterator[tuple[str, tuple[Path, str | None], str]]:
    """What each table is called, where it is, and how a message says so."""
    if path.is_dir():
        for file in sorted(path.iterdir()):
            if file.suffix.lower() in {CSV, XLSX} and not file.name.startswith((".", "~")):
                yield _plain(file.stem), (file, None), str(file)
        return
    if path.suffix.lower() != XLSX:
        raise FileError(f"{path} is no workbook: name an .xlsx file, or a folder of files named {_CALLED}.")
    from directory.exchange.files.xlsx_file import sheet_names  # noqa: PLC0415 - takes a while to import

    for sheet in sheet_names(path):
        if _plain(sheet) != _EXPLANATION:
            yield _plain(sheet), (path, sheet), f"{path}, sheet {sheet},"


def _plain(name: str) -> str:
    return name.strip().lower().replace(" ", "-").replace("_", "-")


@contextmanager
def several_tables(path: Path) -> Iterator[AddSheet]:
    """Add tables to a new workbook, or files to a folder, by the names of their kinds. Raises FileError."""
    if path.suffix.lower() == XLSX:
        with new_tables(path) as add_sheet:
            yield add_sheet
        return
    if path.suffix:
        raise FileError(f"{path} is neither a folder nor a workbook: name a folder, or a file in {XLSX}.")
    try:
        path.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise FileError(f"{path} cannot be made ({error.strerror}): name another folder.") from None
    with ExitStack() as files:
        yield lambda kind: files.enter_context(new_tables(path / f"{kind}{CSV}"))(kind)


async def export_several(engine: AsyncEngine, path: Path, on: date | None = None) -> dict[str, int]:
    """Write every kind but cases, or what of them holds on a day; how many rows of each. Raises FileError."""
    with database_errors(engine), several_tables(path) as add_table:
        async with reading(engine) as connection:
            return {
                kind.name: await append_rows(connection, kind, add_table(kind.name), on) for kind in SEVERAL
            }


def write_templates(path: Path) -> None:
    """Write a workbook, or a folder, to fill in; the workbook explains its columns. Raises FileError."""
    with several_tables(path) as add_table:
        for kind in SEVERAL:
            append_template(kind, add_table(kind.name))
        if path.suffix.lower() == XLSX:
            explain_columns(SEVERAL, add_table(_EXPLANATION))
