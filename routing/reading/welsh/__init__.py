"""Welsh, read by way of English: what is said is put into English word for word, and then read as all else.

So danger, denial, topics, places and going on are heard in Welsh by the same rules. The words are in the
files beside this one: an English phrase and the Welsh ones that say it. A text is put into English only
where enough of it is Welsh and nothing else; any other text is left as it is.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from routing.reading.gazetteer import fold
from routing.reading.lexicon import common_words, family_names, given_names, lexicon, rarer_words
from routing.reading.welsh.mutations import mutated
from routing.reading.words import Word, split_words, word_set

_ENOUGH = 3  # one word in so many has to be Welsh and nothing else
_SURELY = 2  # words of one phrase that are not English, which say so whatever stands around them
_ALSO_ENGLISH = word_set(  # or in names of places
    "ac ar bont dal di en fen gan ger hin hon ma mab mi mis na newydd ol os pa tad tai ty ym"
)
_IN_BOTH = word_set("nps crc spo mappa")
_ARTICLE = re.compile(r"(?<=\w)['’ʼ]r\b", re.IGNORECASE)  # "i'r", "mae'r": read as a word of its own
# "Mae'r dyn yn taro": Welsh begins with its verb, English with who does it.
_VERB_FIRST = re.compile(
    r"\b(mae?)(?! (?:angen|e|ef|o|fe|fo|hi|nhw)\b)((?: yr)?(?: [\w'’]+){1,3}?) (?=(?:yn|wedi)\b)",
    re.IGNORECASE,
)
_Norms = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Glossary:
    """Welsh phrases by their first word, the longest first, each with its English.

    `marks` are words that are Welsh and nothing else; `not_english` are others besides that no English
    sentence is made of.
    """

    phrases: dict[str, list[tuple[_Norms, str]]]
    marks: frozenset[str]
    not_english: frozenset[str]


@lru_cache(maxsize=1)
def glossary() -> Glossary:
    """The bundled one, read once."""
    phrases: dict[str, dict[_Norms, str]] = {}
    for english, welsh in _entries():
        norms = _norms(_split(welsh))
        for form, first in _forms(norms):
            # What is written down goes before what is only mutated from it.
            known = phrases.setdefault(first, {})
            if first == form[0] or (first, *form[1:]) not in known:
                known[first, *form[1:]] = english
    longest_first = {
        first: sorted(known.items(), key=lambda one: -len(one[0])) for first, known in phrases.items()
    }
    words = {norm for known in longest_first.values() for norms, _ in known for norm in norms}
    not_english = words - common_words() - rarer_words() - lexicon().vocabulary
    only_welsh = not_english - given_names() - family_names() - _ALSO_ENGLISH
    marks = frozenset(word for word in only_welsh if len(word) > 1 and not word.isdecimal())
    return Glossary(longest_first, marks, frozenset(not_english))


def _forms(norms: _Norms) -> Iterator[tuple[_Norms, str]]:
    """What is done stands without its "yn" too, where the word before has taken it."""
    for form in (norms, norms[1:]) if norms[0] == "yn" and len(norms) > 1 else (norms,):
        yield from ((form, first) for first in mutated(form[0]))


def _entries() -> Iterator[tuple[str, str]]:
    for file in sorted(files("routing.reading.welsh").iterdir(), key=lambda one: one.name):
        if file.name.endswith(".toml"):
            for english, said in tomllib.loads(file.read_text(encoding="utf-8")).items():
                yield from ((english, welsh) for welsh in said)


def _split(text: str) -> list[Word]:
    return split_words(_apart(text))


def _apart(text: str) -> str:
    """The text with the article as a word of its own, and the verb after who does it."""
    return _VERB_FIRST.sub(lambda found: f"{found[2].strip()} {found[1]} ", _ARTICLE.sub(" yr", text))


def _norms(words: Sequence[Word]) -> _Norms:
    return tuple(fold(word.norm) for word in words)


def in_english(text: str, words: Sequence[Word]) -> str | None:
    """A tidy text with its Welsh put into English; None where it is not in Welsh. `words` are its words."""
    known = glossary()
    if not _may_be_welsh(known, text, words):
        return None
    apart = _apart(text)
    if apart != text:
        text, words = apart, split_words(apart)
    norms = _norms(words)
    found = list(_phrases_in(known, norms))
    if not _is_welsh(known, norms, found):
        found = [one for one in found if _is_surely_welsh(known, one[1])]
    return _put_into(text, words, found) if found else None


def _may_be_welsh(known: Glossary, text: str, words: Sequence[Word]) -> bool:
    """Whether there is any word that may be Welsh and nothing else: in most texts there is none."""
    if text.isascii():
        return not known.not_english.isdisjoint([word.norm for word in words])
    return not known.not_english.isdisjoint(_norms(words)) or bool(_ARTICLE.search(text))


_Found = tuple[int, _Norms, str]  # where a phrase begins, its words, its English


def _is_welsh(known: Glossary, norms: _Norms, found: Sequence[_Found]) -> bool:
    """Whether enough of the text is Welsh, or all of it can be put into English and is no English itself."""
    length = sum(map(bool, norms))
    marked = sum(norm in known.marks for norm in norms)
    covered = sum(len(phrase) for _, phrase, _ in found) + sum(norm in _IN_BOTH for norm in norms)
    foreign = not known.not_english.isdisjoint(norms)
    return marked * _ENOUGH >= length or (covered >= length and foreign)


def _is_surely_welsh(known: Glossary, phrase: _Norms) -> bool:
    foreign = sum(norm in known.not_english for norm in phrase)
    return foreign >= _SURELY and not known.marks.isdisjoint(phrase)


def _phrases_in(known: Glossary, norms: _Norms) -> Iterator[_Found]:
    """The phrases one after another, the longest at each place."""
    at = 0
    while at < len(norms):
        for phrase, english in known.phrases.get(norms[at], ()):
            if norms[at : at + len(phrase)] == phrase:
                yield at, phrase, english
                at += len(phrase)
                break
        else:
            at += 1


def _put_into(text: str, words: Sequence[Word], found: Iterable[_Found]) -> str:
    pieces, done = [], 0
    for at, phrase, english in found:
        pieces += [text[done : words[at].start], english]
        done = words[at + len(phrase) - 1].end
    return "".join([*pieces, text[done:]])
