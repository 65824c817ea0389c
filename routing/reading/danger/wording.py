"""How a word of danger stands in its clause: who does it, to whom, whether it is so now, or denied."""

from routing.reading.masks import MASKS
from routing.reading.phrases import Match
from routing.reading.words import BOUNDARY, word_set

_IS = word_set(
    "is are am im hes shes theyre were whos keeps keep kept starts started still be being its hs youre "
    "begun began goes bin dads mums brothers neighbours husbands partners exs sons someones just now"
)
_DOER = word_set("he she they i we you someone somebody who which it man him her them hes shes one")
_SUFFERER = word_set(
    "her him me us them you someone somebody everyone anyone anybody everybody people each myself "
    "himself herself staff ya u em ppl baby mum nan sis"
)
_OWNED = word_set("my his her our their your")
_LEADING_UP = word_set(
    "my his her our their your ur the a an another some one two three that this of at to on"
)
_WAS = word_set("was were had been used having did")
_ATTEMPTED = word_set("tried attempted threatened wanted planned")
_NAMED_ONLY = word_set("for of after about by without from against avoid with denies does")
_IS_SO = word_set("is are hes shes theyre")
_OF_A_NOUN = 3  # words: "there's a serious"
_HAPPENS = word_set("theres weve ive have has having got")
_JUST = word_set("just has have hes shes theyve ive hav weve gets whos")
_GOT = word_set("got gets getting been being")
_HAD = word_set("had hed shed theyd youd")
_WHO_IS = word_set("i im ive ill am is hes shes theyre")
_HARM_TO_ONESELF = word_set(
    "suicidal suicide myself himself herself themselves die dying life live living alive overdose overdosed "
    "overdosing wrist wrists noose ligature hang hanging tablets pills paracetamol jump end ending"
)
_ASKERS_OBJECT = word_set("me us")
_NOT = word_set(
    "not no never isnt arent wasnt doesnt didnt dont wont wouldnt nobody noone without hasnt aint"
)
_ENDS_A_DENIAL = word_set(
    "and but because so cos stop stopped he she they i hes shes theyre im ive let answering leave"
)
_IRREGULAR = word_set(
    "brought took taken fell cut heard found threw thrown broke broken hid held left hung hit ran drank "
    "drove tuk driven stole stood sat went gone came got swung shot lit said sent wrote written drew had tore"
)
_PAST_AND_PRESENT = word_set("set put slit burst let shut")
_NOT_PAST = word_set("need bleed bed red armed scared locked trapped hundred")


class Wording:
    """The words of a text as seen from one of them."""

    def __init__(self, norms: list[str], people: frozenset[int]) -> None:
        self.norms = norms
        self._people = people  # where a person is spoken of by a noun

    def before(self, at: int, reach: int) -> list[str]:
        """Up to `reach` words before, of the same sentence."""
        before = self.norms[max(0, at - reach) : at]
        return before[len(before) - before[::-1].index(BOUNDARY) :] if BOUNDARY in before else before

    def led(self, deed: Match) -> bool:
        """Whether somebody is said to do it: "is", "keeps", or a person just before."""
        before = self.before(deed.start, 3)
        return bool(before) and (not _IS.isdisjoint(before) or self.is_person(deed.start - 1))

    def is_person(self, at: int) -> bool:
        """Whether the word is somebody: a pronoun, a person's name, a noun such as "resident"."""
        return self.norms[at] in _DOER or self.norms[at] in MASKS or at in self._people

    def aimed(self, at: int) -> bool:
        """Whether somebody suffers it: a pronoun, a person, "my …", a name, within three words."""
        for step, norm in enumerate(self.norms[at : at + 4]):
            if norm == BOUNDARY:
                return False
            if norm in _SUFFERER or norm in MASKS or at + step in self._people:
                return True
            if norm in _OWNED and step == 0 and at + 1 < len(self.norms):
                return True
            if norm not in _LEADING_UP and step > 0:
                return at + step + 1 in self._people
        return False

    def is_somebodys_thing(self, at: int) -> bool:
        """Whether "our path" or "his hours" stands here: somebody's, and nobody."""
        owned = at < len(self.norms) and self.norms[at] in _OWNED
        return owned and self._people.isdisjoint((at + 1, at + 2))

    def leads_to_somebody(self, at: int) -> bool:
        """Whether "a", "the" or "my" stands here and somebody soon after: "a member of staff"."""
        return self.norms[at] in _LEADING_UP and self.aimed(at)

    def harms_themself(self, match: Match) -> bool:
        """Whether somebody is said to do it to themself, as it is: "I feel suicidal", "he's hanging"."""
        within = set(self.norms[match.start : match.end])
        said = within.union(self.before(match.start, 3))
        now = self.just(match) or not self.past_form(match)
        return now and not (_WHO_IS.isdisjoint(said) or _HARM_TO_ONESELF.isdisjoint(within))

    def at_the_asker(self, deed: Match) -> bool:
        """Whether the asker suffers it: "hitting me", "beating us up"."""
        return not _ASKERS_OBJECT.isdisjoint(self.norms[deed.start : deed.end + 1])

    def told(self, match: Match) -> bool:
        """Whether the words before make it past or a mere name: "was hitting", "for" or "to hitting"."""
        before = self.before(match.start, 3)
        if not before or _has_just(before):
            return False
        attempted = not _ATTEMPTED.isdisjoint(before)
        named_only = before[-1] in _NAMED_ONLY or (
            before[-1] == "to" and self.norms[match.start].endswith("ing")
        )
        return attempted or named_only or not _WAS.isdisjoint(before[-2:])

    def past(self, match: Match) -> bool:
        """Whether it begins with a verb of the past and neither "has" nor "just" stands before it."""
        return self.past_form(match) and not self.just(match)

    def past_form(self, match: Match) -> bool:
        """Whether it begins with a verb of the past, "has" or no "has"."""
        first = self.norms[match.start]
        return first in _IRREGULAR or (first.endswith("ed") and first not in _NOT_PAST)

    def happens(self, match: Match) -> bool:
        """Whether "is", "there's" or "having" stands before what is named by a noun."""
        said = self.before(match.start, _OF_A_NOUN)
        return not (_IS.isdisjoint(said) and _HAPPENS.isdisjoint(said))

    def may_be_past(self, match: Match) -> bool:
        """Whether its verb is the same now and then, and nobody "is" or "has": "he set a fire"."""
        alike = self.norms[match.start] in _PAST_AND_PRESENT
        return alike and _IS.isdisjoint(self.before(match.start, 2)) and not self.just(match)

    def is_so(self, match: Match) -> bool:
        """Whether its words themselves say that it is so: "attacked me is outside"."""
        return not _IS_SO.isdisjoint(self.norms[match.start : match.end])

    def just(self, match: Match) -> bool:
        """Whether it has only just been done: "has stabbed", "just been hit"."""
        return _has_just(self.before(match.start, 3))

    def denied(self, match: Match) -> bool:
        """Whether a "not" stands before it; "won't stop" denies nothing."""
        if self.norms[match.start] in _NOT:
            return False
        for norm in reversed(self.before(match.start, 3)):
            if norm in _NOT:
                return True
            if norm in _ENDS_A_DENIAL:
                return False
        return False

    def together(self, one: Match, other: Match, reach: int) -> bool:
        """Whether the two stand in one sentence with at most `reach` words between them."""
        first, last = (one, other) if one.start <= other.start else (other, one)
        return 0 <= last.start - first.end <= reach and BOUNDARY not in self.norms[first.start : last.end]


def _has_just(before: list[str]) -> bool:
    if "just" not in before and not _HAD.isdisjoint(before):
        return False
    return not _JUST.isdisjoint(before) or bool(before and before[-1] in _GOT and "was" not in before)
