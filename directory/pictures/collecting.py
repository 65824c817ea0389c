"""The collector of garbage, held back while much is made of which nothing is garbage."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 10_000  # more objects made than gone; the interpreter's own 700 come together in two messages


def collect_seldom() -> None:
    """Pass over what start-up has made, and look for garbage seldom: what a message needs goes with it.

    Looking takes a twentieth of the time in which messages are read, and finds next to nothing.
    """
    gc.freeze()
    gc.set_threshold(_SELDOM, *gc.get_threshold()[1:])
    gc.enable()


@contextmanager
def not_collecting() -> Iterator[None]:
    """Of a hundred thousand new objects none is garbage, and looking for some takes half of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
