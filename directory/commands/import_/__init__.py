"""python -m directory import KIND FILE: most kinds alike, those that are not in files of their own."""

from collections.abc import Callable
from functools import partial
from typing import Any

HELP = "bring a file into the directory"
METAVAR = "KIND"


def made() -> dict[str, Callable[[], Any]]:
    """The command of each kind."""
    from directory.exchange.command import ImportCommand  # noqa: PLC0415 - only where something is imported
    from directory.exchange.kinds import KINDS  # noqa: PLC0415

    return {name: partial(ImportCommand, kind) for name, kind in KINDS.items()}
