"""A text as words: lower-cased, without apostrophes, with their place in the text.

Sentences and clauses end in a BOUNDARY, which no phrase reaches across; the colon after a label
("Risk level: low") is none.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import partial
from importlib.resources import files
from itertools import islice
from sys import intern
from typing import NamedTuple

LONGEST_TEXT = 4096  # characters; Telegram's limit, and more than anybody needs to ask
BOUNDARY = ""
_MOST_WORDS = 1_200  # and ends of sentences; the longest message that anybody means has some 900
_LONGEST_LABEL = 3
_PIECE = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*(?:(?<=s)['’ʼ](?= ))?|[.!?;:…]+(?=\s|$)|[\n\r]+|&|\?|🆘|👍|🙏")
_SIGNS = {"&": "and", "🆘": "sos", "👍": "thanks", "🙏": "thanks"}
# What only joins, breaks or turns characters: soft hyphens, spaces of no width, marks of direction.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SPACES = re.compile(r" {2,}")
_APOSTROPHES = str.maketrans("", "", "'’ʼ")


class Word(NamedTuple):
    """One word. `norm` is what phrases match; `start` and `end` are offsets in the text read."""

    norm: str
    raw: str
    start: int
    end: int

    @property
    def capitalised(self) -> bool:
        """Whether it is written as a name is: a capital first, not all in capitals."""
        return self.raw[:1].isupper() and not (len(self.raw) > 1 and self.raw.isupper())


_word = partial(tuple.__new__, Word)  # makes one in a third of the time


def word_set(text: str) -> frozenset[str]:
    """The words of a list written as one text, for sets too long to read one to a line.

    Interned: a word that stands in many lists is kept once, and told from others by where it is kept.
    """
    return frozenset(map(intern, text.split()))


def words_listed(name: str) -> frozenset[str]:
    """The words of a file beside this one, one to a line; a line that begins with # is a remark."""
    lines = (files("routing.reading") / name).read_text(encoding="utf-8").splitlines()
    return frozenset(intern(line) for line in lines if line[:1] != "#")


def tidy(text: str) -> str:
    """The text as it is read: one form for each character, no control characters, not too long."""
    text = text[:LONGEST_TEXT] if text.isascii() else _UNSEEN.sub("", text[:LONGEST_TEXT])
    text = unicodedata.normalize("NFKC", text)[:LONGEST_TEXT]
    if not text.isprintable():
        text = "".join([ch if ch.isprintable() or ch in "\n\r" else " " for ch in text])
    return _SPACES.sub(" ", text) if "  " in text else text


def split_words(text: str) -> list[Word]:
    """The words of a tidy text, with a BOUNDARY after each sentence; the first of very many."""
    words: list[Word] = []
    for found in islice(_PIECE.finditer(text), _MOST_WORDS):
        raw = found.group()
        if raw.isalnum() and raw.isascii():
            norm = raw.lower()
        elif raw[0].isalnum():
            norm = raw.lower().translate(_APOSTROPHES)
        elif raw in _SIGNS:
            norm = _SIGNS[raw]
        elif raw == ":" and _is_label(words):
            continue
        else:
            norm = BOUNDARY
        start, end = found.span()
        words.append(_word((norm, raw, start, end)))
    return words


def _is_label(words: list[Word]) -> bool:
    """Whether the words so far end in the label of a form, as in "Risk level: low. MAPPA: no."."""
    last = [word.norm for word in words[-_LONGEST_LABEL - 1 :]]
    label = last[len(last) - last[::-1].index(BOUNDARY) :] if BOUNDARY in last else last
    return 0 < len(label) <= _LONGEST_LABEL


def sentences_in(norms: Sequence[str]) -> list[tuple[int, int]]:
    """Where each sentence begins, and where its BOUNDARY stands or the text ends."""
    sentences, start = [], 0
    for _ in range(norms.count(BOUNDARY)):
        end = norms.index(BOUNDARY, start)
        sentences.append((start, end))
        start = end + 1
    sentences.append((start, len(norms)))
    return sentences
