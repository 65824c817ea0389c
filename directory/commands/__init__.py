"""The commands of `python -m directory`, each in a file of its own and found by its name.

A file `take_stock.py` here is the command `take-stock`; `import_.py`, with an underscore because Python
keeps the word for itself, is `import`. A folder is a command that has commands of its own. A
command has

- `HELP`: what it does, in one line,
- `add_arguments(parser)`: what can be typed after its name, and
- `async run(arguments) -> int`: does it; its exit status.

It may have a `DESCRIPTION` and `EXAMPLES` for its `--help`. A folder has `HELP` and `METAVAR`; where its
commands are alike but for a name, its `made()` gives them by their names, and none needs a file. A
DirectoryError that a command raises is said as its sentence, and ends it with the status for that.

Only the command that was typed is imported, and it imports what it needs when it runs: `--help` of a
command should not have to wait for a database driver.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

RAW = argparse.RawDescriptionHelpFormatter
MENDING_NEEDED = 2


def add_commands(parser: argparse.ArgumentParser, package: str, typed: Sequence[str], metavar: str) -> None:
    """Let each module of this package be typed as a command; only the one that was typed is imported.

    Where none of them was typed, all are: for the list that `--help` shows.
    """
    found = _commands_of(package)
    chosen = typed[0] if typed and typed[0] in found else None
    commands = parser.add_subparsers(metavar=metavar, required=True)
    for name, command in found.items():
        if chosen in {None, name}:
            _add_command(commands, name, command(), typed)


def _add_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    command: Any,
    typed: Sequence[str],
) -> None:
    added = commands.add_parser(
        name,
        help=command.HELP,
        description=getattr(command, "DESCRIPTION", command.HELP),
        epilog=getattr(command, "EXAMPLES", None),
        formatter_class=RAW,
    )
    if hasattr(command, "run"):
        added.set_defaults(run=command.run)
        command.add_arguments(added)
    else:
        add_commands(added, command.__name__, typed[1:], command.METAVAR)


def _commands_of(package: str) -> dict[str, Callable[[], Any]]:
    """How to come by each command, by its name: it is imported only then."""
    folder = import_module(package)
    found: dict[str, Callable[[], Any]] = getattr(folder, "made", dict)()
    for module in iter_modules(folder.__path__):
        name = module.name.rstrip("_").replace("_", "-")
        found[name] = partial(import_module, f"{package}.{module.name}")
    return dict(sorted(found.items()))


def refuse(*lines: str) -> int:
    """Say on standard error what has to be mended; the exit status for that."""
    sys.stderr.write("".join(f"{line}\n" for line in lines))
    return MENDING_NEEDED
