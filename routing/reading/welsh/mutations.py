"""The first letter of a Welsh word, which changes with what stands before it."""

from collections.abc import Iterator

# Soft, nasal and aspirate, by how a word begins; the longer beginnings first.
_CHANGES = (
    ("ll", ("l",)),
    ("rh", ("r",)),
    ("ch", ()),
    ("dd", ()),
    ("ff", ()),
    ("ng", ()),
    ("ph", ()),
    ("th", ()),
    ("p", ("b", "mh", "ph")),
    ("t", ("d", "nh", "th")),
    ("c", ("g", "ngh", "ch")),
    ("b", ("f", "m")),
    ("d", ("dd", "n")),
    ("g", ("", "ng")),
    ("m", ("f",)),
)
_SHORTEST = 4  # letters; of shorter words too little is left


def mutated(word: str) -> Iterator[str]:
    """The word, and what it may become."""
    yield word
    if len(word) < _SHORTEST:
        return
    begins, changes = next((one for one in _CHANGES if word.startswith(one[0])), ("", ()))
    yield from (f"{change}{word.removeprefix(begins)}" for change in changes)
