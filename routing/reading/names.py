"""Names of persons in a text: found to be masked, so that no surname is read as a place.

A name is known by a title, by a first name, by how it is written ("SAMPLETON, John", "J. Sampleton")
or by words that name ("a man called …"). What is found leaves this module as spans only.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from routing.reading.lexicon import common_words, given_names
from routing.reading.masks import ASKER, NAME, STAFF
from routing.reading.words import BOUNDARY, Word

_TITLES = frozenset("mr mrs ms miss master mx messrs".split())
_MISS_MEANS_TO_MISS = frozenset("miss master ms".split())
_STAFF_TITLES = frozenset(
    "officer pc dc ds di dci sgt sergeant ps insp inspector po pso spo om constable wpc pcso cllr councillor "
    "judge dr doctor nurse governor sister".split()
)
_POST_BEFORE_OFFICER = frozenset("duty probation senior chief supervising responsible case nps crc".split())
_NAMING = frozenset("called named surname surnamed".split())
_PARTICLES = frozenset("de da di van von der al el bin binti bint ibn o mac mc le la du dos st ap ab abu abd ul".split())
_ABOUT_SOMEBODY = frozenset(
    "about re regarding son daughter brother sister husband wife partner ex boyfriend girlfriend dad father mum "
    "mother nephew niece cousin uncle mate friend client patient tenant resident pupil lodger neighbour offender "
    "defendant nominal lad man woman girl boy bloke subject supervisee prisoner inmate resident perpetrator victim "
    "grandson granddaughter stepson fella applicant employee student youngster concerning".split()
)
_PERSON_NOUNS = _ABOUT_SOMEBODY - {"about", "re", "regarding", "concerning"}
_NEVER_NAMES = frozenset(
    "officer officers pc dc ds sgt sergeant dr house hostel centre court prison hmp hall office offices team "
    "service services company probation magistrates crown police council trust unit board national community "
    "street road lane avenue school college hospital church ward clinic surgery infirmary academy university "
    "club hotel pub park close drive square way gardens law laws here from at in on is was has who and or for "
    "the of to with but please pls thanks regards rgds regds cheers nps crc ambulance ltd limited group hub "
    "foundation society association partnership committee charity project estate shelter mission hospice".split()
)
_OF_SOMEBODY = frozenset("is has was on at reports needs wants due called".split())
_HOUSES = frozenset(
    "house hostel centre hospital school college academy university ward clinic surgery hall church hotel pub "
    "street road lane avenue way close drive square gardens trust foundation hospice court prison".split()
)
_PERSONS_AFTER = frozenset("lad boy girl lads boys girls brothers family twins sisters kid kids woman man".split())
_FUNCTION_WORDS = frozenset(
    "is was has had will would can could should does did do are were have be been in on at to for of from by "
    "with and or but so if who what where when how why which that this there here he she it they we you i my "
    "your his her their our the a an not no yes please pls who whos about re needs wants says said rang rings "
    "called asked if as may must shall u ur me him them us".split()
)
_SELF_BEFORE = (("im",), ("i", "am"), ("this", "is"), ("its",), ("its", "me"), ("my", "name", "is"), ("my", "names"))
_SELF_AFTER = frozenset("here calling speaking again".split())
_LIKE_SURNAMES = ("son", "ton", "ford", "worth", "ham", "ley", "man", "ski", "ska", "wicz")
_AGE_OR_SEX = re.compile(r"[ ,]*\(?(?:\d|[mf]\b|male|female|aged|dob|d\.o\.b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Name:
    """Where a name stands, what masks it, and whether it is a detail that need not be given."""

    start: int
    end: int
    mask: str
    personal: bool


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    """Surnames that are ordinary words or towns as well, for names in small letters."""
    text = (files("routing.reading") / "surnames.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))


class NameFinder:
    """Finds the names in one text. `words` have BOUNDARY for what is hidden already; `is_known` tells
    words of the field and of places; `norms` are the words with slips put right."""

    def __init__(
        self, text: str, words: Sequence[Word], norms: Sequence[str], is_known: Callable[[str], bool]
    ) -> None:
        self._text, self._words, self._norms, self._is_known = text, words, norms, is_known

    def names(self) -> Iterator[Name]:
        """Every name, in the order of the text, none overlapping another."""
        at = 0
        while at < len(self._words):
            end, mask = self._at(at)
            if end > at:
                own = self._is_the_askers(at, end)
                start = self._words[at].start
                alone = end == at + 1 or mask == STAFF
                if not (own and alone and mask != STAFF):
                    yield Name(start, self._words[end - 1].end, ASKER if own else mask, mask != STAFF)
            at = max(end, at + 1)

    def _at(self, at: int) -> tuple[int, str]:
        """Where the name that begins here ends (`at` itself where none does), and its mask."""
        word = self._words[at]
        if word.norm == BOUNDARY or not word.norm[0].isalpha():
            return at, NAME
        if word.norm in _STAFF_TITLES and self._is_staff(at):
            return self._to_the_end(at + 1), STAFF
        for kind in (self._titled, self._named, self._surname_first, self._given, self._initials, self._by_looks):
            end = kind(at)
            if end > at:
                return end, NAME
        return at, NAME

    # -- the kinds of name --------------------------------------------------------------------

    def _titled(self, at: int) -> int:
        """ "Mr Sample", "mrs p. sample", "Miss Sampleton"; not "miss my appointment"."""
        if self._words[at].norm not in _TITLES:
            return at
        first = self._past_initials(at + 1)
        if first >= len(self._words) or not self._adjoins(first) and first == at + 1:
            return at
        word = self._words[first]
        if word.norm == BOUNDARY or word.norm in _FUNCTION_WORDS:
            return at
        small = not word.raw[:1].isupper()
        if small and self._words[at].norm in _MISS_MEANS_TO_MISS and not self._is_name_like(first):
            return at
        if word.norm in given_names() and self._surname_after(first):
            return self._to_the_end(first + 1)
        return self._to_the_end(first)

    def _named(self, at: int) -> int:
        """What follows "called", "by the name of", "client"."""
        before = [word.norm for word in self._words[max(0, at - 3) : at]]
        if not before or not self._adjoins(at):
            return at
        naming = before[-1] in _NAMING or before[-2:] in (["name", "of"], ["name", "is"], ["names", "is"])
        word = self._words[at]
        if naming and (word.norm in given_names() or self._unheard(at) or (word.capitalised and not self._known(at))):
            return self._given(at) if self._given(at) > at else self._to_the_end(at)
        if before[-1] in _PERSON_NOUNS and word.capitalised and self._unheard(at):
            return self._to_the_end(at)
        if before[-1] in _ABOUT_SOMEBODY and word.norm in given_names() and not self._known(at):
            written = word.raw[:1].isupper() or word.norm not in common_words()
            surname = self._surname_after(at)
            return self._to_the_end(at + 1 if surname else at) if written else at
        return at

    def _given(self, at: int) -> int:
        """A first name, and after it initials, particles and a surname."""
        if self._words[at].norm not in given_names() or (at and self._words[at - 1].norm == "st"):
            return at
        last = at + 1
        while last < len(self._words) and self._adjoins(last) and self._is_between(last):
            last += 1
        if last >= len(self._words) or not self._adjoins(last):
            return at
        end = self._to_the_end(last) if self._is_surname_of(at, last) else at
        return at if self._names_a_house(end) else end

    def _names_a_house(self, at: int) -> bool:
        """Whether a school, a ward or a street is named after somebody: "Robert Owen college"."""
        return at < len(self._words) and self._adjoins(at) and self._words[at].norm in _HOUSES

    def _is_between(self, at: int) -> bool:
        """Whether it may stand between a first name and a surname: "M", "van", another first name."""
        norm = self._words[at].norm
        if norm in _PARTICLES:
            return True
        if len(norm) == 1 and norm.isalpha():
            return self._words[at].raw.isupper() and at + 1 < len(self._words) and self._adjoins(at + 1)
        joined = self._gap(at) == "-"
        return (norm in given_names() or joined) and self._surname_after(at)

    def _is_surname_of(self, given: int, at: int) -> bool:
        first, word = self._words[given], self._words[at]
        if word.norm in _NEVER_NAMES or word.norm in _FUNCTION_WORDS or not word.norm.isalpha():
            return False
        if len(word.norm) < 2:
            return False
        ordinary = first.norm in common_words()
        starts = given == 0 or self._words[given - 1].norm == BOUNDARY
        if first.capitalised and word.capitalised and not (ordinary and starts and self._known(at)):
            return True
        # In small letters, or all in capitals, only an unheard-of word is a surname: "mark it".
        if self._known(at) and word.norm not in surnames():
            return False
        if word.norm in surnames():
            return not ordinary
        return self._unheard(at) and (not ordinary or word.norm.endswith(_LIKE_SURNAMES))

    def _initials(self, at: int) -> int:
        """ "J. Sampleton", "D.R. Sample"; "A" and "I" are words unless a full stop follows."""
        word = self._words[at]
        if len(word.norm) != 1 or (at and not word.start == 0 and not self._text[word.start - 1].isspace()):
            return at
        last = self._past_initials(at)
        if last >= len(self._words) or self._words[last].norm == BOUNDARY:
            return at
        stopped = "." in self._text[word.end : self._words[last].start]
        plain = word.raw.isupper() and word.norm not in ("a", "i")
        if not (stopped or plain) or "\n" in self._text[word.end : self._words[last].start]:
            return at
        known = self._known(last) or self._words[last].norm in _NEVER_NAMES | _FUNCTION_WORDS
        capital = self._words[last].raw[:1].isupper()
        likely = self._unheard(last) or (capital and self._words[last].norm in surnames())
        if known and not (stopped and capital and self._words[last].norm in surnames()):
            return at
        return self._to_the_end(last) if likely else at

    def _surname_first(self, at: int) -> int:
        """ "SAMPLETON, John", "Sample, Jane (F, 34)"."""
        after = at + 1
        if after >= len(self._words) or self._gap(after) != ", " or self._words[at].norm in _NEVER_NAMES:
            return at
        word, given = self._words[at], self._words[after]
        initial = len(given.norm) == 1 and given.raw.isupper() and self._text[given.end : given.end + 1] == "."
        if given.norm not in given_names() and not initial:
            return at
        begins = self._text[: self._words[at].start].rstrip()[-1:] in ("", ".", ":", ";", "-", "\n")
        before = self._words[at - 1].norm if at else BOUNDARY
        placed = begins or before in _ABOUT_SOMEBODY | _NAMING or before in ("for", "name")
        if self._unheard(at) and (word.raw[:1].isupper() or word.raw[1:2] == "'"):
            return after + 1
        detailed = _AGE_OR_SEX.match(self._text, given.end)
        return after + 1 if placed and word.raw[:1].isupper() and detailed else at

    def _by_looks(self, at: int) -> int:
        """Two words nobody has heard of, written as names are, or where a name is to be expected."""
        after = at + 1
        if not self._unheard(at):
            return at
        if after < len(self._words) and self._words[at].raw[:1].isupper():
            if self._hidden(after) or (self._adjoins(after) and self._words[after].norm in _PERSONS_AFTER):
                return after
        if after >= len(self._words) or not self._adjoins(after):
            return at
        given = self._words[after]
        if self._words[at].raw.isupper() and given.capitalised and given.norm in given_names():
            return after + 1
        if not self._unheard(after):
            return at
        pair = (self._words[at], self._words[after])
        if pair[0].raw.endswith(("'s", "’s")) or (at and self._words[at - 1].norm in ("st", "saint")):
            return at
        end = self._to_the_end(after)
        beyond = self._words[end].norm if end < len(self._words) else BOUNDARY
        if self._names_a_house(end):
            return at
        if all(word.capitalised for word in pair):
            return self._to_the_end(after)
        slips = any(self._norms[one] != self._words[one].norm for one in (at, after))
        before = self._words[at - 1].norm if at else BOUNDARY
        expected = before in _ABOUT_SOMEBODY or before in ("for", "with")
        expected = expected or (before == BOUNDARY and beyond in _OF_SOMEBODY)
        return self._to_the_end(after) if expected and not slips else at

    # -- their parts --------------------------------------------------------------------------

    def _is_staff(self, at: int) -> bool:
        """Whether a title of the service and a surname: "Officer Birch", not "Duty Officer Redditch"."""
        after = at + 1
        if after >= len(self._words) or self._gap(after) != " ":
            return False
        word = self._words[after]
        if not word.capitalised or word.norm in _FUNCTION_WORDS | _NEVER_NAMES | _STAFF_TITLES:
            return False
        if self._surname_after(after) and word.norm in given_names():
            return False
        before = self._words[at - 1].norm if at else BOUNDARY
        if self._words[at].norm == "officer" and before not in _POST_BEFORE_OFFICER:
            return self._words[at].capitalised or not self._known(after)
        return not self._known(after)

    def _is_the_askers(self, at: int, end: int) -> bool:
        before = tuple(word.norm for word in self._words[max(0, at - 3) : at])
        if any(before[-len(said) :] == said for said in _SELF_BEFORE):
            return True
        following = self._words[end].norm if end < len(self._words) else BOUNDARY
        return following in _SELF_AFTER

    def _past_initials(self, at: int) -> int:
        while at < len(self._words) and len(self._words[at].norm) == 1 and self._words[at].norm.isalpha():
            at += 1
            if at < len(self._words) and self._words[at].raw == ".":
                at += 1
        return at

    def _surname_after(self, at: int) -> bool:
        after = at + 1
        if after >= len(self._words) or not self._adjoins(after):
            return False
        word = self._words[after]
        if word.norm in _NEVER_NAMES | _FUNCTION_WORDS or not word.norm.isalpha() or len(word.norm) < 2:
            return False
        return word.capitalised or self._unheard(after) or word.norm in _PARTICLES

    def _to_the_end(self, last: int) -> int:
        """Past the surname and what is joined to it: "Worcester-Smith", "O'Sample Sampleton"."""
        end = last + 1
        while end < len(self._words) and self._words[end].norm != BOUNDARY:
            joined = self._gap(end) == "-"
            more = self._adjoins(end) and self._words[end].capitalised and self._unheard(end)
            if not joined and not more:
                break
            end += 1
        return end

    def _gap(self, at: int) -> str:
        return self._text[self._words[at - 1].end : self._words[at].start] if at else ""

    def _adjoins(self, at: int) -> bool:
        """Whether only a space, a hyphen or a quotation mark parts it from the word before."""
        if at == 0 or self._words[at].norm == BOUNDARY or self._words[at - 1].norm == BOUNDARY:
            return False
        return not self._gap(at).strip(" -'\"‘’“”") and self._gap(at) not in (" - ", "- ", " -")

    def _hidden(self, at: int) -> bool:
        return self._words[at].norm == BOUNDARY and self._words[at].raw[:1].isalnum()

    def _known(self, at: int) -> bool:
        return self._is_known(self._words[at].norm)

    def _is_name_like(self, at: int) -> bool:
        norm = self._words[at].norm
        return self._unheard(at) or norm in surnames() or (norm in given_names() and norm not in common_words())

    def _unheard(self, at: int) -> bool:
        word = self._words[at]
        norm = word.norm.removesuffix("s") if word.raw.endswith(("'s", "’s")) else word.norm
        return (
            norm.isalpha()
            and len(norm) > 1
            and norm not in _NEVER_NAMES
            and norm not in common_words()
            and not self._is_known(norm)
        )
