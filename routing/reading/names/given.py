"""Names after a first name, or after words that name: "Jane van Sample", "a man called Testwell"."""

from routing.reading.grammar import word_classes
from routing.reading.lexicon import common_words, given_names
from routing.reading.names.name_words import NameWords, surnames
from routing.reading.words import BOUNDARY

_WORDS = word_classes("names")
_PERSON_NOUNS = _WORDS["about_somebody"] - {"about", "re", "regarding", "concerning"}
_LIKE_SURNAMES = ("son", "ton", "ford", "worth", "ham", "ley", "man", "ski", "ska", "wicz")


def named(names: NameWords, at: int) -> int:
    """What follows "called", "by the name of", "client"."""
    before = [word.norm for word in names.words[max(0, at - 3) : at]]
    if not before or not names.adjoins(at):
        return at
    naming = before[-1] in _WORDS["naming"] or before[-2:] in (
        ["name", "of"],
        ["name", "is"],
        ["names", "is"],
    )
    word = names.words[at]
    if naming and (
        word.norm in given_names() or names.unheard(at) or (word.capitalised and not names.known(at))
    ):
        end = given(names, at)
        return end if end > at else names.to_the_end(at)
    if before[-1] in _PERSON_NOUNS and word.capitalised and names.unheard(at):
        return names.to_the_end(at)
    if before[-1] in _WORDS["about_somebody"] and word.norm in given_names() and not names.known(at):
        written = word.raw[:1].isupper() or word.norm not in common_words()
        surname = names.surname_after(at)
        return names.to_the_end(at + 1 if surname else at) if written else at
    return at


def given(names: NameWords, at: int) -> int:
    """A first name, and after it initials, particles and a surname."""
    if names.words[at].norm not in given_names() or (at and names.words[at - 1].norm == "st"):
        return at
    last = at + 1
    while last < len(names.words) and names.adjoins(last) and _is_between(names, last):
        last += 1
    if last >= len(names.words) or not names.adjoins(last):
        return at
    end = names.to_the_end(last) if _is_surname_of(names, at, last) else at
    return at if names.names_a_house(end) else end


def _is_between(names: NameWords, at: int) -> bool:
    """Whether it may stand between a first name and a surname: "M", "van", another first name."""
    norm = names.words[at].norm
    if norm in _WORDS["particles"]:
        return True
    if len(norm) == 1 and norm.isalpha():
        return names.words[at].raw.isupper() and at + 1 < len(names.words) and names.adjoins(at + 1)
    joined = names.gap(at) == "-"
    return (norm in given_names() or joined) and names.surname_after(at)


def _is_surname_of(names: NameWords, given: int, at: int) -> bool:
    first, word = names.words[given], names.words[at]
    if word.norm in _WORDS["never_names"] or word.norm in _WORDS["function_words"] or not word.norm.isalpha():
        return False
    if len(word.norm) < 2:
        return False
    ordinary = first.norm in common_words()
    starts = given == 0 or names.words[given - 1].norm == BOUNDARY
    if first.capitalised and word.capitalised and not (ordinary and starts and names.known(at)):
        return True
    # In small letters, or all in capitals, only an unheard-of word is a surname: "mark it".
    if not ordinary and (names.joined(at + 1) or names.words[at - 1].norm in _WORDS["particles"]):
        return True
    if names.known(at) and word.norm not in surnames():
        return False
    if word.norm in surnames():
        return not ordinary
    return names.unheard(at) and (not ordinary or word.norm.endswith(_LIKE_SURNAMES))
