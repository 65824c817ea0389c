"""What takes a sign of danger away: that it is told, put off, imagined or denied, and how far that reaches.

"But", "and now", "and he is" and words of now open a sentence again: what follows them is no longer told
of the past.
"""

from dataclasses import replace

from routing.reading.danger.signs import Sign
from routing.reading.phrases import Label, Match
from routing.reading.said import Said
from routing.reading.words import word_set

_REOPENS = word_set("but now today tonight currently just again still")
_HE, _IS = word_set("he she they i"), word_set("is are am")
_HE_IS = word_set("hes shes theyre im")
_ASKING = word_set("what who whom which how where whose would could should does do can is are will when any")
_OF_A_QUESTION = word_set("would could who what which")
_SAYING = word_set("says said saying say sez told swears shouting texted know sure see tell wonder")
_NOW = "now"
_LONGEST_SUBJECT = 2  # words: "her neighbour says"
_IF = word_set("if whenever unless")
_ON_RECORD = word_set(
    "convicted conviction guilty accused charged cautioned jailed sentenced arrested imprisoned prosecuted "
    "history record previous precons"
)
_WOULD = word_set("would hed shed theyd id")
_SOON = 3  # words
_OF = frozenset({"of", "for", "after"})
_CONDITION = Label("danger_not", "imagined", 1.0)


class Guards:
    """The guards of one text."""

    def __init__(self, said: Said) -> None:
        self._said = said
        self._clauses = _clause_numbers(said)
        phrases = said.named("danger")
        told = said.named("danger_not", "told")
        self._told = [guard for guard in told if not any(guard.within(phrase) for phrase in phrases)]
        self._harking_back = said.named("danger_not", "harks_back")
        self._told = [*self._told, *self._harking_back]
        self._later = said.named("danger_not", "later")
        self._imagined = [*said.named("danger_not", "imagined"), *self._conditions()]
        self._nobody = said.named("danger_not", "nobody")
        self._told_in = {said.sentences[guard.start] for guard in self._told}
        self._imagined_in = {said.sentences[guard.start] for guard in self._imagined}
        self._put_off = [*self._later, *self._nobody]
        self._trade = said.says("danger_not", "trade")
        self._any = self.stand or bool(self._later) or self._trade
        self.now = said.says("danger_words", "now")

    @property
    def stand(self) -> bool:
        """Whether anything is told, imagined or denied at all."""
        return bool(self._told or self._imagined or self._nobody)

    def weighed(self, sign: Sign) -> Sign:
        """The sign with what is left of its weight."""
        if not self._any:
            return sign
        if self._taken_away(sign):
            return replace(sign, weight=0.0)
        told_elsewhere = self._told and self._said.sentences[sign.start] not in self._told_in
        return replace(sign, weight=sign.weight / 2) if told_elsewhere and not sign.firm else sign

    def _taken_away(self, sign: Sign) -> bool:
        if sign.asked:
            return bool(self._nobody)
        a_tool = self._trade and sign.matches[-1].label.name == "weapon" and not sign.brandished
        imagined = self._said.sentences[sign.start] in self._imagined_in and not self._at_this_moment(sign)
        put_off = any(self._puts_off(guard, sign) for guard in self._put_off)
        told = self._may_be_told(sign) and (bool(self._nobody) or self._is_told(sign))
        return a_tool or imagined or put_off or told or (bool(self._told) and self._is_a_charge(sign))

    def _may_be_told(self, sign: Sign) -> bool:
        """Whether its form leaves open when it was: "he'd slit her throat" was said then."""
        return not sign.firm or sign.named or self._said.norms[sign.start - 1] in _WOULD

    def _at_this_moment(self, sign: Sign) -> bool:
        """ "Who do I ring when he is breaking in right now": nobody imagines what is so at this moment."""
        soon = range(sign.end, sign.end + _SOON)
        return any(moment.start in soon for moment in self._said.named("danger_words", "moment"))

    def _is_a_charge(self, sign: Sign) -> bool:
        """ "Convicted of waiting outside with a knife": the charge lasts as long as its clause does."""
        norms = self._said.norms
        for guard in self._told:
            between = norms[guard.end : sign.start]
            if norms[guard.start] in _ON_RECORD and not _OF.isdisjoint(between):
                same = self._clauses[guard.start] == self._clauses[sign.start]
                return same and _REOPENS.isdisjoint(between) and not self._comes_back(guard, sign)
        return False

    def _puts_off(self, guard: Match, sign: Sign) -> bool:
        """ "He's going to stab her now I was told it was June": what comes after "now" is another matter."""
        same_clause = self._clauses[guard.start] == self._clauses[sign.start]
        return same_clause and _NOW not in self._said.norms[sign.end : guard.start]

    def _is_told(self, sign: Sign) -> bool:
        """Whether the sentence tells of the past, and has not come back to now before the sign."""
        sentence = self._said.sentences[sign.start]
        if any(self._said.sentences[guard.start] == sentence + 1 for guard in self._harking_back):
            return True
        guards = [guard for guard in self._told if self._said.sentences[guard.start] == sentence]
        if not guards:
            return False
        # Of those before the sign the nearest leaves least room to come back.
        nearest = max(guards, key=lambda guard: guard.end)
        if nearest.end > sign.start:
            return True
        between = self._said.norms[nearest.end : sign.start]
        return not _REOPENS & set(between) and not self._comes_back(nearest, sign)

    def _comes_back(self, guard: Match, sign: Sign) -> bool:
        """Whether a clause of the present opens between the two: "last night and she says he's here"."""
        norms = self._said.norms
        for at in range(guard.end, sign.start + 1):
            he_is = norms[at] in _HE_IS or (norms[at] in _HE and bool(_IS & set(norms[at + 1 : at + 2])))
            if he_is and self._opens(at, guard.end):
                return True
        return False

    def _opens(self, at: int, least: int) -> bool:
        """Whether a clause opens at a word, or at the "she says" or "her mum says" before it."""
        norms, first = self._said.norms, at
        if norms[at - 1] in _SAYING:
            first = max(least, at - 1 - _LONGEST_SUBJECT)
        opens = range(first, at + 1)
        return any(norms[word - 1] == "and" or self._said.pauses_before(word) for word in opens)

    def _conditions(self) -> list[Match]:
        """Each "if" of a question: "who do we ring if …"; "he says that if … he will" is a threat."""
        norms, sentences = self._said.norms, self._said.sentences
        if not _IF & set(norms):
            return []
        words: dict[int, list[str]] = {}
        for norm, number in zip(norms, sentences, strict=True):
            words.setdefault(number, []).append(norm)
        asking = {n for n, of in words.items() if of[0] in _ASKING or not _OF_A_QUESTION.isdisjoint(of)}
        found = []
        for at, norm in enumerate(norms):
            if norm not in _IF or _SAYING & set(norms[max(0, at - 3) : at]):
                continue
            if sentences[at] in asking:
                found.append(Match(_CONDITION, at, at + 1))
        return found


def _clause_numbers(said: Said) -> list[int]:
    """For each word the number of its clause: a comma, a dash, "but" or a new sentence begins another."""
    numbers, number = [], 0
    for norm, pauses in zip(said.norms, said.pauses, strict=False):
        number += norm == "but" or pauses
        numbers.append(number)
    return numbers
