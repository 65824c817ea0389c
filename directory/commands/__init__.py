"""The commands of `python -m directory`, each in a file of its own and found by its name.

A file `take_stock.py` here is the command `take-stock`; `import_.py`, with an underscore because Python
keeps the word for itself, is `import`. A folder is a command that has commands of its own. A
command has

- `HELP`: what it does, in one line,
- `add_arguments(parser)`: what can be typed after its name, and
- `async run(arguments) -> int`: does it; its exit status.

It may have a `DESCRIPTION` and `EXAMPLES` for its `--help`. A folder has `HELP` and `METAVAR`. A
DirectoryError that a command raises is said as its sentence, and ends it with the status for that.

Only the command that was typed is imported, and it imports what it needs when it runs: `--help` of a
command should not have to wait for a database driver.
"""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

RAW = argparse.RawDescriptionHelpFormatter
MENDING_NEEDED = 2


def add_commands(parser: argparse.ArgumentParser, package: str, typed: Sequence[str], metavar: str) -> None:
    """Let each module of this package be typed as a command; only the one that was typed is imported.

    Where none of them was typed, all are: for the list that `--help` shows.
    """
    names = _command_names(package)
    chosen = typed[0] if typed and typed[0] in names else None
    commands = parser.add_subparsers(metavar=metavar, required=True)
    for name, module_name in names.items():
        if chosen in {None, name}:
            _add_command(commands, name, import_module(module_name), typed)


def _add_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    module: ModuleType,
    typed: Sequence[str],
) -> None:
    added = commands.add_parser(
        name,
        help=module.HELP,
        description=getattr(module, "DESCRIPTION", module.HELP),
        epilog=getattr(module, "EXAMPLES", None),
        formatter_class=RAW,
    )
    if hasattr(module, "run"):
        added.set_defaults(run=module.run)
        module.add_arguments(added)
    else:
        add_commands(added, module.__name__, typed[1:], module.METAVAR)


def _command_names(package: str) -> dict[str, str]:
    found = iter_modules(import_module(package).__path__)
    return {
        module.name.rstrip("_").replace("_", "-"): f"{package}.{module.name}"
        for module in sorted(found, key=lambda module: module.name)
    }


def refuse(*lines: str) -> int:
    """Say on standard error what has to be mended; the exit status for that."""
    sys.stderr.write("".join(f"{line}\n" for line in lines))
    return MENDING_NEEDED
