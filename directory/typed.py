"""What people type, in a command or on a page, read in one way."""

_MOST_DIGITS = 9


def whole_number_in(text: str, most: int) -> int | None:
    """The whole number from 1 to `most` that is typed; None where it is none, however long the text."""
    is_number = text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS
    return int(text) if is_number and 1 <= int(text) <= most else None
