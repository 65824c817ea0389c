"""Learning from what was not understood, without keeping it.

Each such message is counted by its shape: the topic guessed, whether a place was found, its length. A
word in it that nobody knows is kept once three different askers have used it in the same month, and
until then is not readable: there are only hashes of it, under a key that lies outside the database, in
DATA_DIR, and is thrown away when the month is over, and the hashes with it.

The askers are hashed together with the word, so that the hashes do not show which words came from one
asker. An asker whom the channel cannot tell from another teaches no word.
"""

import hmac
import os
import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from directory.storage.database import table
from directory.tables import Unanswered, UnknownWord, WordHeard

_SHAPES, _HEARD, _WORDS = table(Unanswered), table(WordHeard), table(UnknownWord)
ASKERS_NEEDED = 3
UNHELPFUL = "unhelpful"  # in place of a length: an answer was shown, and its asker said that it did not help
_MOST_HASHES = 50_000  # so that nobody fills the database with rubbish
_MOST_WORDS = 5_000
_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Heard:
    """One message that was not understood; `words` are those that nobody knows."""

    topic: str  # guessed, or empty
    place: bool  # whether one was found
    length: str
    words: tuple[str, ...] = field(default=(), repr=False)
    asker: str | None = field(default=None, repr=False)


class Learning:
    """Counts messages, and gathers words, under the key of the month."""

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        self._folder = folder
        self._clock = clock

    def write(self, connection: Connection, heard: Sequence[Heard]) -> None:
        """Count these, inside the connection's transaction."""
        now = self._clock()
        month = f"{now:%Y-%m}"
        connection.execute(delete(_HEARD).where(_HEARD.c.month != month))
        key = month_key(self._folder, month)
        for one in heard:
            _count(connection, one)
            for word in one.words:
                if not _counted_again(connection, word) and one.asker is not None:
                    _gather(connection, _Used(word, one.asker, key, now))


@dataclass(frozen=True, slots=True)
class _Used:
    """A word that an asker used, and the key of the month."""

    word: str = field(repr=False)
    asker: str = field(repr=False)
    key: bytes = field(repr=False)
    now: datetime

    @property
    def word_hash(self) -> bytes:
        return hmac.digest(self.key, f"word {self.word}".encode(), "sha256")

    @property
    def asker_hash(self) -> bytes:
        return hmac.digest(self.key, f"asker {self.word} {self.asker}".encode(), "sha256")


def month_key(folder: Path, month: str) -> bytes:
    """The key of this month, made where there is none; those of other months are thrown away."""
    file = folder / f"words-{month}.key"
    for other in folder.glob("words-*.key"):
        if other != file:
            other.unlink(missing_ok=True)
    if not file.exists():
        draft = folder / f".{file.name}.{secrets.token_hex(8)}"
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as made:
            made.write(secrets.token_bytes(_KEY_BYTES))
        with suppress(FileExistsError):  # another process was first: its key is the one
            file.hardlink_to(draft)
        draft.unlink()
    return file.read_bytes()


def _count(connection: Connection, one: Heard) -> None:
    shape = {"topic": one.topic, "place": one.place, "length": one.length}
    of_shape = [_SHAPES.c[name] == value for name, value in shape.items()]
    more = update(_SHAPES).where(*of_shape).values(times=_SHAPES.c.times + 1)
    if not (connection.execute(more)).rowcount:
        connection.execute(insert(_SHAPES), {**shape, "times": 1})


def _counted_again(connection: Connection, word: str) -> bool:
    """Count a word that is kept already; whether it is."""
    more = update(_WORDS).where(_WORDS.c.word == word).values(times=_WORDS.c.times + 1)
    return bool((connection.execute(more)).rowcount)


def _gather(connection: Connection, used: _Used) -> None:
    """Note the hashes; with the third asker they go, and the word is kept."""
    of_word = _HEARD.c.word_hash == used.word_hash
    askers = set((connection.execute(select(_HEARD.c.asker_hash).where(of_word))).scalars())
    if used.asker_hash in askers:
        return
    if len(askers) + 1 >= ASKERS_NEEDED:
        connection.execute(delete(_HEARD).where(of_word))
        if _rows(connection, _WORDS) < _MOST_WORDS:
            row = {"word": used.word, "since": used.now.date(), "times": 0}
            connection.execute(insert(_WORDS), row)
        return
    if _rows(connection, _HEARD) < _MOST_HASHES:
        row = {"word_hash": used.word_hash, "asker_hash": used.asker_hash, "month": f"{used.now:%Y-%m}"}
        connection.execute(insert(_HEARD), row)


def _rows(connection: Connection, of_table: object) -> int:
    count: int = (connection.execute(select(func.count()).select_from(of_table))).scalar_one()  # type: ignore[arg-type]
    return count


async def shapes(connection: AsyncConnection) -> list[tuple[int, str, bool, str]]:
    """How often, the topic guessed, whether a place was found and how long; the most frequent first."""
    columns = (_SHAPES.c.times, _SHAPES.c.topic, _SHAPES.c.place, _SHAPES.c.length)
    rows = select(*columns).order_by(_SHAPES.c.times.desc(), _SHAPES.c.topic, _SHAPES.c.length)
    return [(times, topic, place, length) for times, topic, place, length in await connection.execute(rows)]


async def unknown_words(connection: AsyncConnection) -> list[tuple[str, int]]:
    """The words that three askers have used and nobody knows, and how often they were used since."""
    rows = select(_WORDS.c.word, _WORDS.c.times).order_by(_WORDS.c.times.desc(), _WORDS.c.word)
    return [(word, times) for word, times in await connection.execute(rows)]


async def forget(connection: AsyncConnection, word: str) -> bool:
    """Take a word off the list; whether it was on it."""
    return bool((await connection.execute(delete(_WORDS).where(_WORDS.c.word == word))).rowcount)
