"""What takes a sign of danger away: that it is told, put off, imagined or denied, and how far that reaches.

"But", "and now" and words of now open a sentence again: what follows them is no longer told of the past.
"""

from dataclasses import replace

from routing.reading.danger_signs import Sign
from routing.reading.phrases import Label, Match
from routing.reading.said import Said

_REOPENS = frozenset(["but", "now", "today", "tonight", "currently", "just", "again", "still"])
_ASKING = frozenset(
    "what who whom which how where whose would could should does do can is are will when any".split()
)
_SAYING = frozenset("says said saying say sez told swears shouting texted know sure see tell wonder".split())
_IF = frozenset(["if", "whenever", "unless"])
_CONDITION = Label("danger_not", "imagined", 1.0)


class Guards:
    """The guards of one text."""

    def __init__(self, said: Said) -> None:
        self._said = said
        guards = [m for m in said.matches if m.label.group == "danger_not"]
        signs = [m for m in said.matches if m.label.group == "danger"]
        self._told = [
            m for m in guards if m.label.name == "told" and not any(m.within(sign) for sign in signs)
        ]
        self._later = [m for m in guards if m.label.name == "later"]
        self._imagined = [m for m in guards if m.label.name == "imagined"] + self._conditions()
        self._nobody = [m for m in guards if m.label.name == "nobody"]
        self.stands = bool(self._told or self._imagined or self._nobody)
        self._trade = any(m.label.name == "trade" for m in guards)
        self.now = self._is_now()

    def weighed(self, sign: Sign) -> Sign:
        """The sign with what is left of its weight."""
        weight = sign.weight
        if self._trade and sign.matches[-1].label.name == "weapon" and not sign.brandished:
            weight = 0.0
        elif any(self._same_sentence(guard, sign) for guard in self._imagined):
            weight = 0.0
        elif any(self._same_clause(guard, sign) for guard in (*self._later, *self._nobody)):
            weight = 0.0
        elif not sign.firm and (self._nobody or self._is_told(sign)):
            weight = 0.0
        elif not sign.firm and self._told and not any(self._same_sentence(g, sign) for g in self._told):
            weight /= 2
        return replace(sign, weight=weight)

    def _is_told(self, sign: Sign) -> bool:
        """Whether the sentence tells of the past, and has not come back to now before the sign."""
        for guard in self._told:
            if not self._same_sentence(guard, sign):
                continue
            between = self._said.norms[guard.end : sign.start] if guard.end <= sign.start else []
            if not _REOPENS & set(between):
                return True
        return False

    def _is_now(self) -> bool:
        """Whether something is said to be now in a sentence that is not all told or imagined."""
        return any(
            m.label.group == "danger_words" and m.label.name == "now" for m in self._said.matches
        )

    def _conditions(self) -> list[Match]:
        """Each "if" of a question: "who do we ring if …"; "he says that if … he will" is a threat."""
        found = []
        norms, sentences = self._said.norms, self._said.sentences
        for at, norm in enumerate(norms):
            if norm not in _IF or _SAYING & set(norms[max(0, at - 3) : at]):
                continue
            begins = sentences.index(sentences[at])
            words = {word for word, number in zip(norms, sentences, strict=True) if number == sentences[at]}
            if norms[begins] in _ASKING or {"would", "could", "who", "what", "which"} & words:
                found.append(Match(_CONDITION, at, at + 1))
        return found

    def _same_sentence(self, guard: Match, sign: Sign) -> bool:
        sentences = self._said.sentences
        return sentences[guard.start] == sentences[sign.start]

    def _same_clause(self, guard: Match, sign: Sign) -> bool:
        if not self._same_sentence(guard, sign):
            return False
        first, last = sorted((guard.start, sign.start))
        between = range(first + 1, last + 1)
        return not any(self._said.pauses_before(at) or self._said.norms[at] == "but" for at in between)
