"""What is said of each kind: its --help, and docs/exchange.md, made from the same description.

`python -m directory.exchange.documentation` writes the page anew; a test fails where it is out of date.
"""

import textwrap
from pathlib import Path

from directory.exchange.kind import Kind
from directory.exchange.kinds import KINDS

PAGE = Path(__file__).parent.parent.parent / "docs" / "exchange.md"
_WIDTH = 100
_INTRODUCTION = """\
# Files in and out

<!-- Made by `python -m directory.exchange.documentation`; write changes into directory/exchange/kinds. -->

```
python -m directory export --template offices offices.xlsx   # an empty file that explains its columns
python -m directory export offices offices.csv               # what the directory holds now
python -m directory import offices offices.csv --dry-run     # what would change; nothing is written
python -m directory import offices offices.csv               # bring it in
python -m directory export contacts contacts.vcf             # for the address book of a telephone
python -m directory export all directory.xlsx                # everything but cases, a sheet for each kind
python -m directory import all new-area.xlsx                 # a new area with all that belongs to it
```

On the web, keepers do the same at `/keep/import` ([keeping.md](keeping.md)).

Files are CSV in UTF-8, or XLSX, of which the first sheet is read. The first row holds the names of the
columns, in any order. A row that begins with # is a remark. `import all` takes a workbook whose sheets are
named after kinds, or a folder of such files, as one import, in which a row may name what comes with it.

- Either the whole file is taken or nothing of it, and every fault is named with its row and column.
- A row is known again by its key. A row that is there already is brought up to date; a new one is added; the
  same file again changes nothing.
- Columns that may be empty may be left out: what they hold then stays as it is.
- What the directory holds and the file does not stays, unless `--replace` is given. `--replace` takes nothing
  away that something else points to, and most of a kind only with `--force`.
- Numbers, dates and ids may be written as people write them.
- What a spreadsheet would take for a formula is written with an apostrophe before it, and read without it.

On the web a keeper changes single rows by the same rules: [keeping.md](keeping.md).
"""


def help_of(kind: Kind) -> str:
    """The description that --help shows."""
    wide = max(len(column.name) for column in kind.columns) + 2
    lines = [*textwrap.wrap(kind.about, _WIDTH), "", "Columns of a CSV or XLSX file (* must be filled):"]
    for column in kind.columns:
        lines.extend(
            textwrap.wrap(
                f"{column.meaning.rstrip('.')} ({column.cell.holds}).",
                _WIDTH,
                initial_indent=f" {'*' if column.required else ' '}{column.name:<{wide}}",
                subsequent_indent=" " * (wide + 2),
            )
        )
    lines.extend(["", f"A row is known again by {_key(kind)}."])
    lines.extend(line for note in kind.notes for line in textwrap.wrap(note, _WIDTH))
    return "\n".join(lines)


def page() -> str:
    """The text of docs/exchange.md."""
    return "\n".join([_INTRODUCTION, *(_section(kind) for kind in KINDS.values())])


def _section(kind: Kind) -> str:
    rows = [
        f"| `{column.name}` | {'yes' if column.required else ''} | {_cell(column.cell.holds)} "
        f"| {_cell(column.meaning)} | {_cell(column.example)} |"
        for column in kind.columns
    ]
    return "\n".join(
        [
            f"## {kind.name}",
            "",
            f"{kind.about} A row is known again by {_key(kind)}.",
            *(f"\n{note}" for note in kind.notes),
            "",
            "| column | must be filled | may hold | meaning | example |",
            "| --- | --- | --- | --- | --- |",
            *rows,
            "",
        ]
    )


def _key(kind: Kind) -> str:
    *others, last = kind.key
    return f"{', '.join(others)} and {last}" if others else last


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
