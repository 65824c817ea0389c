"""Telling the log about a failure without telling it what anybody wrote."""

import traceback


def place_of(error: BaseException) -> str:
    """The kind of an error and where it arose.

    Never its text: a validation error quotes what it validated, which here is somebody's message.
    """
    frames = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames[-3:]))
    return f"{type(error).__name__} in {where}" if where else type(error).__name__
