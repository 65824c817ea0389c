"""What comes in with the same import may be named already: its ids, before the rows are read for good."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from directory.exchange.cells.cell import Known, KnownOffice
from directory.exchange.files.problems import FileError, Problems
from directory.exchange.files.table_file import read_lines

if TYPE_CHECKING:
    from directory.exchange.importing import Part


def with_announced(known: Known, parts: "Sequence[Part]") -> Known:
    """The ids that the directory holds, and those that these parts bring.

    Whatever is wrong with a row is said when it is read for good; here it only counts what it is called.
    An office that is there already stays where it is.
    """
    ids = {name: set[str]() for name in ("areas", "people", "teams", "agencies")}
    offices, providers = dict(known.offices), dict(known.providers)
    for part in parts:
        for cells in _rows(part):
            match part.kind.name:
                case "offices":
                    there = offices.get(cells["id"])
                    area = there.area if there else cells["area"]
                    offices[cells["id"]] = KnownOffice(
                        area, cells["kind"].replace(" ", "_").replace("-", "_")
                    )
                case "providers":
                    providers[cells["code"].upper()] = cells["kind"]
                case name if name in ids:
                    ids[name].add(cells["id"])
    return replace(
        known,
        offices=offices,
        providers=providers,
        **{name: frozenset(ids[name] | getattr(known, name)) for name in ids},
    )


def _rows(part: "Part") -> Iterator[dict[str, str]]:
    if part.kind.key not in {("id",), ("code",)}:
        return
    optional = [column.name for column in part.kind.columns if not column.required]
    lines = read_lines(part.file, part.kind.column_names, Problems(part.file, sheet=part.sheet), optional)
    try:
        yield from ({name: text.lower() for name, text in line.cells.items()} for line in lines)
    except FileError:
        return
