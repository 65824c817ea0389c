"""Cells that hold words: any, or some of a few."""

from dataclasses import dataclass

from directory.exchange.cells.cell import CellError, Known

YES_OR_NO = {
    **dict.fromkeys(("yes", "y", "true", "1"), True),
    **dict.fromkeys(("no", "n", "false", "0"), False),
}


@dataclass(frozen=True, slots=True)
class Text:
    """Words, on one line."""

    longest: int = 200

    @property
    def holds(self) -> str:
        return f"text of at most {self.longest} characters"

    def read(self, text: str, known: Known) -> str:
        if len(text) > self.longest:
            raise CellError(f"has {len(text)} characters; write {self.longest} at most")
        return " ".join(text.split())

    def write(self, value: str) -> str:
        return value


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few words; capitals, spaces and hyphens do not matter."""

    words: tuple[str, ...]

    @property
    def holds(self) -> str:
        return f"{', '.join(self.words[:-1])} or {self.words[-1]}"

    def read(self, text: str, known: Known) -> str:
        given = text.lower().replace(" ", "_").replace("-", "_")
        if given not in self.words:
            raise CellError(f"is not one of the words allowed; write {self.holds}")
        return given

    def write(self, value: str) -> str:
        return value


@dataclass(frozen=True, slots=True)
class SomeOf:
    """Several of a few words, in one cell."""

    words: tuple[str, ...]

    @property
    def holds(self) -> str:
        return f"words with | between them, of {', '.join(self.words)}"

    def read(self, text: str, known: Known) -> tuple[str, ...]:
        one = OneOf(self.words)
        return tuple(sorted({one.read(word.strip(), known) for word in text.split("|") if word.strip()}))

    def write(self, value: tuple[str, ...]) -> str:
        return "|".join(value)


@dataclass(frozen=True, slots=True)
class YesNo:
    """Yes or no."""

    holds: str = "yes or no"

    def read(self, text: str, known: Known) -> bool:
        if text.lower() not in YES_OR_NO:
            raise CellError("is neither yes nor no; write one of the two")
        return YES_OR_NO[text.lower()]

    def write(self, value: bool) -> str:
        return "yes" if value else "no"


@dataclass(frozen=True, slots=True)
class Names:
    """Several names in one cell."""

    holds: str = "names with | between them"
    longest: int = 200

    def read(self, text: str, known: Known) -> tuple[str, ...]:
        names = {" ".join(name.split()) for name in text.split("|")} - {""}
        if any(len(name) > self.longest for name in names):
            raise CellError(f"has a name of more than {self.longest} characters; write | between two names")
        return tuple(sorted(names))

    def write(self, value: tuple[str, ...]) -> str:
        return "|".join(value)
