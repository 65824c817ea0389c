"""How many there are of something, in words."""


def counted(number: int, one: str, several: str = "") -> str:
    """ "1 account", "1,204 accounts"; `several` where it is not made with an s."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"
