"""Names known by how they are written: "J. Sampleton", "SAMPLETON, John", two words nobody has heard of."""

import re

from routing.reading.grammar import word_classes
from routing.reading.lexicon import common_words, given_names
from routing.reading.names.name_words import NO_NAMES, NameWords, surnames
from routing.reading.words import BOUNDARY

_WORDS = word_classes("names")
_AGE_OR_SEX = re.compile(r"[ ,]*\(?(?:\d|[mf]\b|male|female|aged|dob|d\.o\.b)", re.IGNORECASE)


def initials(names: NameWords, at: int) -> int:
    """ "J. Sampleton", "D.R. Sample"; "A" and "I" are words unless a full stop follows."""
    word = names.words[at]
    if len(word.norm) != 1 or (at and word.start != 0 and not names.text[word.start - 1].isspace()):
        return at
    last = names.past_initials(at)
    if last >= len(names.words) or names.words[last].norm == BOUNDARY:
        return at
    stopped = "." in names.text[word.end : names.words[last].start]
    before = names.words[at - 1].norm if at else BOUNDARY
    placed = before == BOUNDARY or before in _WORDS["about_somebody"]
    plain = word.raw.isupper() and word.norm not in ("a", "i")
    plain = plain or (placed and word.norm in _WORDS["initials"])
    if not (stopped or plain) or "\n" in names.text[word.end : names.words[last].start]:
        return at
    known = names.known(last) or names.words[last].norm in NO_NAMES
    capital = names.words[last].raw[:1].isupper()
    likely = names.unheard(last) or (capital and names.words[last].norm in surnames())
    if known and not (stopped and capital and names.words[last].norm in surnames()):
        return at
    return names.to_the_end(last) if likely else at


def surname_first(names: NameWords, at: int) -> int:
    """ "SAMPLETON, John", "Sample, Jane (F, 34)"."""
    after = at + 1
    if after >= len(names.words) or names.gap(after) != ", " or names.words[at].norm in _WORDS["never_names"]:
        return at
    word, given = names.words[at], names.words[after]
    initial = len(given.norm) == 1 and given.raw.isupper() and names.text[given.end : given.end + 1] == "."
    if given.norm not in given_names() and not initial:
        return at
    begins = names.text[: names.words[at].start].rstrip()[-1:] in ("", ".", ":", ";", "-", "\n")
    before = names.words[at - 1].norm if at else BOUNDARY
    placed = begins or before in _WORDS["about_somebody"] | _WORDS["naming"] or before in ("for", "name")
    if names.unheard(at) and (word.raw[:1].isupper() or given.norm not in common_words()):
        return after + 1
    detailed = _AGE_OR_SEX.match(names.text, given.end)
    return after + 1 if placed and word.raw[:1].isupper() and detailed else at


def by_looks(names: NameWords, at: int) -> int:
    """Two words nobody has heard of, written as names are, or where a name is to be expected."""
    after = at + 1
    if not names.unheard(at) or names.words[at].norm in _WORDS["titles"]:
        return at
    written = names.words[at].raw[:1].isupper() or names.words[at].norm in given_names()
    if written and _is_of_a_person(names, after):
        return after
    if after >= len(names.words) or not names.adjoins(after):
        return at
    given = names.words[after]
    if given.norm in given_names() and given.norm not in common_words():
        as_on_a_form = names.words[at].raw.isupper() or names.norms[at] == names.words[at].norm
        if as_on_a_form and not names.names_a_house(after + 1):
            return after + 1
    if not names.unheard(after):
        return at
    pair = (names.words[at], names.words[after])
    if pair[0].raw.endswith(("'s", "’s")) or (at and names.words[at - 1].norm in ("st", "saint")):
        return at
    end = names.to_the_end(after)
    beyond = names.words[end].norm if end < len(names.words) else BOUNDARY
    if names.names_a_house(end):
        return at
    if all(word.capitalised for word in pair):
        return names.to_the_end(after)
    slips = any(names.norms[one] != names.words[one].norm for one in (at, after))
    before = names.words[at - 1].norm if at else BOUNDARY
    expected = before in _WORDS["about_somebody"] or before in ("for", "with")
    expected = expected or (before == BOUNDARY and beyond in _WORDS["of_somebody"])
    return names.to_the_end(after) if expected and not slips else at


def _is_of_a_person(names: NameWords, at: int) -> bool:
    """Whether what comes after a surname is a detail of a person, or a word for one: "lad"."""
    if at >= len(names.words):
        return False
    return names.hidden(at) or (names.adjoins(at) and names.words[at].norm in _WORDS["persons_after"])
