"""How far a long import is, on one line of a terminal; nothing at all where the output goes to a file.

A few lines of our own: a library for this would be one more thing to install, for one line.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, TextIO

Progress = Callable[[float], None]
"""Called now and then with the share that is done, from 0 to 1."""

_WIDTH = 30
_SHORT_SECONDS = 0.5  # what is over sooner needs no bar


def _ignore(_share: float) -> None:
    """Show nothing."""


NO_PROGRESS: Final[Progress] = _ignore


@contextmanager
def progress_bar(
    what: str, out: TextIO | None = None, clock: Callable[[], float] = time.monotonic
) -> Iterator[Progress]:
    """A bar on standard error while the block runs, where that is a terminal and the block takes long."""
    stream = sys.stderr if out is None else out
    if not stream.isatty():
        yield NO_PROGRESS
        return
    begun, shown = clock(), False

    def show(share: float) -> None:
        nonlocal shown
        if clock() - begun < _SHORT_SECONDS:
            return
        shown = True
        full = round(min(share, 1.0) * _WIDTH)
        stream.write(f"\r{what} [{'#' * full}{'.' * (_WIDTH - full)}] {min(share, 1.0):4.0%}")
        stream.flush()

    try:
        yield show
    finally:
        if shown:
            stream.write(f"\r{' ' * (len(what) + _WIDTH + 8)}\r")
            stream.flush()
