"""Signs of danger: phrases that stand by themselves, and words that make one together.

"Hitting" is a sign where somebody does it and somebody suffers it, "knife" where somebody has it,
"kill" where somebody is going to. A sign that is `firm` says by its own form that it is so now.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from routing.reading.danger_wording import Wording
from routing.reading.phrases import Match
from routing.reading.said import Said

_WEIGHTS = {"danger": 1.0, "done": 1.0, "half": 0.5, "hint": 0.3}
_HALF, _MOST, _LITTLE = 0.5, 0.7, 0.3
_GOING_TO = frozenset(
    "going gonna goin gona gunna about trying tryna tries try wants want wanna will ill hell shell theyll "
    "threatening threatens threaten ready planning plans plan intends intending way coming come comes "
    "came gone went wont swears swearing says say saying said sez promised vowed promises vows "
    "wil determined prepared preparing hoping gotta wanting looking".split()
)
_EARNESTLY_GOING_TO = frozenset("going gonna goin threatening threatens hell shell ill wants theyll".split())
_WAS_GOING_TO = frozenset("threatened wanted planned tried intended attempted would".split())
_IS = frozenset("is are am im hes shes theyre were whos keeps he she they".split())
_LOOSELY = frozenset("with see saw seen found had keeps takes took".split())
_THERE = frozenset("is are theres hes shes theyre im outside here in come came back turned got at now walking my man".split())
_OTHERWISE = frozenset("about for of to who if access".split())
_ON_A_BODY = frozenset("throat neck head chest face back ribs stomach eye leg arm".split())

# Lists of words of which one of each, a few words apart, is a sign; with what it weighs, and whether
# a plain past ("took all her tablets") is as good as now unless the sentence says when it was.
_PAIRS = (
    ("force", "entrance", 1.0, False),
    ("seize", "throat", 1.0, False),
    ("pinned", "pinned_where", 1.0, False),
    ("throw", "missile", 1.0, False),
    ("wreck", "place", 1.0, False),
    ("cut", "flesh", 1.0, True),
    ("too_much", "street_drug", _MOST, True),
    ("stand", "height", 1.0, True),
    ("go_into", "deathly", 1.0, True),
    ("hide", "hideout", 1.0, False),
    ("pour", "fluid", 1.0, False),
    ("fluid", "spark", 1.0, False),
    ("burn", "burnt", 1.0, True),
    ("device", "device_where", 1.0, True),
    ("vehicle", "bystander", 1.0, True),
    ("noise", "heard", 1.0, False),
    ("noise", "cut_off", 1.0, True),
    ("come", "where", _MOST, False),
    ("farewell", "farewell_to", _MOST, True),
)
_APART = 5
_OWNED = frozenset("my his her their the".split())
_TOO_MUCH = frozenset(
    "all loads lots whole every everything too many much entire handful handfuls bottle box packet packets "
    "dozen dozens hundred hundreds vodka whisky empty lined floor die overdose months weeks both lot".split()
)


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that speak of danger. `firm`: it is so now; `grave`: a weapon, even with nothing said of it."""

    matches: tuple[Match, ...]
    weight: float
    firm: bool = False
    grave: bool = False

    @property
    def brandished(self) -> bool:
        """Whether something is done in anger with the weapon."""
        return any(m.label.name == "wield" and m.label.weight == 1 for m in self.matches)

    @property
    def bare(self) -> bool:
        """Whether it is a weapon spoken of and no more; two such are no more than one."""
        return len(self.matches) == 1 and self.matches[0].label.name == "weapon" and self.weight < 1

    @property
    def start(self) -> int:
        """Its first word."""
        return min(match.start for match in self.matches)

    @property
    def end(self) -> int:
        """After its last word."""
        return max(match.end for match in self.matches)


def find_signs(said: Said) -> list[Sign]:
    """Every sign, before it is asked whether it is meant."""
    matches = [m for m in said.matches if m.label.group in ("danger", "danger_words")]
    if not matches:
        return []
    figures = [m for m in said.matches if m.label.group == "danger_not" and m.label.name == "figure"]
    matches = [m for m in matches if not any(_covers(figure, m) for figure in figures)]
    return list(_Signs(said.norms, matches).found())


def _covers(figure: Match, sign: Match) -> bool:
    """Whether a way of speaking takes in the sign, or as much of it as there is of either."""
    return figure.start < sign.end and sign.start < figure.end and figure.length >= sign.length


class _Signs:
    def __init__(self, norms: list[str], matches: list[Match]) -> None:
        self._norms = norms
        self._phrases: list[Match] = []
        self._named: dict[str, list[Match]] = defaultdict(list)
        for match in matches:
            if match.label.group == "danger":
                self._phrases.append(match)
            else:
                self._named[match.label.name].append(match)
        self._wording = Wording(norms, frozenset(m.start for m in self._named["person"]))

    def found(self) -> Iterator[Sign]:
        for match in self._phrases:
            yield self._phrase(match)
        for deed in self._named["doing"]:
            yield self._going_on(deed)
        for deed in (*self._named["do"], *self._named["ruin"]):
            yield self._about_to(deed)
        for deed in self._named["did"]:
            yield self._done(deed)
        for weapon in self._named["weapon"]:
            yield self._weapon(weapon)
        yield from self._child_taken()
        yield from self._swallowed()
        for one, other, weight, recent in _PAIRS:
            if self._named[one] and self._named[other]:
                yield from self._pairs(one, other, weight, recent)

    def _phrase(self, match: Match) -> Sign:
        """A phrase by itself; "was not breathing" is told, "is not breathing" is so."""
        weight = 0.0 if self._wording.denied(match) else _WEIGHTS[match.label.name]
        firm = match.label.name == "danger" and not (self._wording.told(match) or self._wording.past(match))
        return Sign((match,), weight, firm)

    def _pairs(self, one: str, other: str, weight: float, recent: bool) -> Iterator[Sign]:
        for first in self._named[one]:
            if self._wording.denied(first):
                continue
            for second in self._named[other]:
                if self._wording.together(first, second, _APART):
                    earlier = min(first, second, key=lambda match: match.start)
                    told = self._wording.told(earlier) or self._wording.past(first)
                    so_now = not recent or self._wording.led(earlier) or self._wording.just(earlier)
                    yield Sign((first, second), weight if recent or not told else _HALF, so_now and not told)

    def _child_taken(self) -> Iterator[Sign]:
        """ "Has taken my boy from nursery", "grabbed a child and run off"."""
        for away in self._named["away"]:
            for take in self._named["take"]:
                for whom in (*self._named["child"], *self._named["person"], *self._wording_of_them(take)):
                    if (
                        self._wording.together(take, whom, _APART)
                        and self._wording.together(whom, away, 2 * _APART)
                        and not self._wording.denied(take)
                    ):
                        yield Sign((take, whom, away), 1.0)

    def _swallowed(self) -> Iterator[Sign]:
        """ "Taken loads of pills"; "took my tablets" may be no more than what the doctor ordered."""
        for drug in self._named["drug"]:
            for swallow in self._named["swallow"]:
                if self._wording.together(swallow, drug, _APART) and not self._wording.denied(swallow):
                    first, last = min(swallow.start, drug.start), max(swallow.end, drug.end)
                    around = set(self._norms[max(0, first - 2) : last + 3])
                    prescribed = self._norms[drug.start - 1] in _OWNED and not around & _TOO_MUCH
                    yield Sign((swallow, drug), _HALF if prescribed else 1.0)

    def _wording_of_them(self, take: Match) -> list[Match]:
        """The word after "has taken" where it is "him", "her" or "them"."""
        after = self._norms[take.end : take.end + 1]
        return [Match(take.label, take.end, take.end + 1)] if after and after[0] in ("him", "her", "them") else []

    def _going_on(self, deed: Match) -> Sign:
        """ "Is hitting her", "someone stabbing people", "keeps attacking staff"."""
        grave = deed.label.weight == 1
        led, aimed = self._wording.led(deed), self._wording.aimed(deed.end)
        if self._wording.denied(deed):
            return Sign((deed,), 0.0)
        if self._wording.told(deed):
            return Sign((deed,), _HALF)
        if (led and aimed) or (grave and (led or aimed)):
            return Sign((deed,), 1.0, firm=led)
        return Sign((deed,), _HALF if led or aimed or grave else 0.0)

    def _about_to(self, deed: Match) -> Sign:
        """ "Is going to stab her", "says he will burn it down"; "threatened to" is less."""
        before = set(self._wording.before(deed.start, 4))
        if self._norms[deed.start - 1 : deed.start] == ["to"]:
            before |= set(self._wording.before(deed.start, 8))
        ruin = deed.label.name == "ruin"
        grave = ruin or deed.label.weight == 1
        aimed = ruin or self._wording.aimed(deed.end)
        if self._wording.denied(deed):
            return Sign((deed,), 0.0)
        if _WAS_GOING_TO & before:
            return Sign((deed,), 1.0 if aimed and self._wording.just(deed) else _HALF)
        if _GOING_TO & before:
            meant = aimed and (grave or bool(_EARNESTLY_GOING_TO & before))
            return Sign((deed,), 1.0 if meant else _HALF, firm=meant)
        if aimed and not ruin and _IS & set(self._wording.before(deed.start, 2)):
            return Sign((deed,), 1.0 if grave and {"is", "hes"} & before else _MOST)
        return Sign((deed,), _HALF if aimed and grave and not ruin else 0.0)

    def _done(self, deed: Match) -> Sign:
        """ "Has just stabbed him", "been shot"; "stabbed him" alone may be long ago."""
        grave = deed.label.weight == 1
        aimed = self._wording.aimed(deed.end)
        if self._wording.denied(deed):
            return Sign((deed,), 0.0)
        if self._wording.just(deed) and (grave or aimed):
            return Sign((deed,), 1.0)
        return Sign((deed,), _HALF if grave else _LITTLE if aimed else 0.0)

    def _weapon(self, weapon: Match) -> Sign:
        """ "Has a knife", "waving a hammer", "with a bat"; an everyday thing has to be brandished."""
        certain = weapon.label.weight == 1
        if self._wording.denied(weapon):
            return Sign((weapon,), 0.0)
        near = [w for w in self._named["wield"] if self._wielded(w, weapon) and not self._wording.denied(w)]
        near = [w for w in near if w.label.weight == 1 or not self._broken_off(w, weapon)]
        brandished = [w for w in near if w.label.weight == 1]
        if brandished:
            firm = not self._wording.told(brandished[0]) and not self._wording.past(brandished[0])
            led = self._wording.led(brandished[0]) or self._wording.just(brandished[0])
            return Sign((brandished[0], weapon), 1.0, firm and led, certain)
        if self._at_a_body(weapon):
            return Sign((weapon,), 1.0, firm=certain, grave=certain)
        if near:
            return self._held(near[-1], weapon, certain)
        return Sign((weapon,), _HALF if certain else 0.0, grave=certain)

    def _held(self, held: Match, weapon: Match, certain: bool) -> Sign:
        loosely = self._norms[held.start] in _LOOSELY
        there = bool(_THERE & set(self._wording.before(held.start, 7)))
        if self._norms[held.start].endswith("ing") and not self._wording.led(held):
            return Sign((held, weapon), _HALF, grave=certain)
        if not certain:
            return Sign((held, weapon), _MOST if loosely and there else _HALF)
        past = self._wording.told(held) or self._wording.past(held)
        firm = not past and (there or not loosely)
        return Sign((held, weapon), 1.0 if there or not loosely else _MOST, firm, grave=True)

    def _wielded(self, wield: Match, weapon: Match) -> bool:
        after = wield.label.weight == 1 and wield.start >= weapon.end
        return self._wording.together(wield, weapon, 2 if after else 5) and (after or wield.end <= weapon.start)

    def _broken_off(self, held: Match, weapon: Match) -> bool:
        """Whether something else is done than having it: "he's talking about weapons"."""
        between = self._norms[held.end : weapon.start]
        return bool(_OTHERWISE & set(between)) or any(
            word.endswith("ing") and word not in ("holding", "carrying", "hiding", "carving") for word in between
        )

    def _at_a_body(self, weapon: Match) -> bool:
        """ "Knife to her throat", "screwdriver in his neck", "gun at me"."""
        after = self._norms[weapon.end : weapon.end + 5]
        return bool(after) and after[0] in ("to", "at", "on", "against", "in", "under", "into") and (
            bool(_ON_A_BODY & set(after[1:])) or (after[0] in ("to", "at") and self._wording.is_person(weapon.end + 1))
        )
