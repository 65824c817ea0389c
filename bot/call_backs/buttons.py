"""What a button under a call back does; what it holds is a `bot.words.taps.Tap`."""

from enum import StrEnum


class Verb(StrEnum):
    """What pressing does."""

    TAKE = "t"  # or promise another time; with the minutes
    NOT_OURS = "n"  # with why
    NOT_REACHED = "r"
    DONE = "d"  # with the outcome
    SHOW = "s"  # the case reference
    WITHDRAW = "w"
