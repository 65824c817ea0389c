"""Weapons: "has a knife", "waving a hammer", "with a bat"; an everyday thing has to be brandished."""

from collections.abc import Iterator

from routing.reading.danger.signs import HALF, MOST, WHOLE, Found, Sign
from routing.reading.phrases import Match
from routing.reading.words import word_set

MADE_OF = (("weapon", "weapon"),)
_LOOSELY = word_set("with see saw seen found had keeps takes took")
_THERE = word_set(
    "is are theres hes shes theyre im outside here in come came back turned got at now walking my man"
)
_WAS = word_set("was were been")
_IS = word_set("is are am im hes shes theyre has now")
_OTHERWISE = word_set("about for of to who if access")
_HELD_AS_WELL = word_set("holding carrying hiding carving")
_TOWARDS = word_set("to at on against in under into")
_BODY = word_set("throat neck head chest face back ribs stomach eye leg arm")
_HELD_WITHIN, _WIELDED_AFTER, _THERE_WITHIN = 5, 2, 7  # words


def weapons(found: Found) -> Iterator[Sign]:
    """Each weapon, by what is done with it."""
    for weapon in found.words("weapon"):
        yield _weapon(weapon, found)


def _weapon(weapon: Match, found: Found) -> Sign:
    certain = weapon.label.weight == 1
    if found.wording.denied(weapon):
        return Sign((weapon,), 0.0)
    near = [wield for wield in found.near("wield", weapon, _HELD_WITHIN) if _belongs(wield, weapon, found)]
    for wield in near:
        if wield.label.weight == 1:
            return _brandished(wield, weapon, found)
    if _at_a_body(weapon, found, held=bool(near)):
        told = any(found.wording.told(wield) for wield in near)
        return Sign((weapon,), WHOLE, firm=certain and not told, grave=certain)
    if near:
        return _held(near[-1], weapon, found)
    return Sign((weapon,), HALF if certain else 0.0, grave=certain)


def _brandished(wield: Match, weapon: Match, found: Found) -> Sign:
    told = found.wording.told(wield) or found.wording.past(wield)
    led = found.wording.led(wield) or found.wording.just(wield)
    return Sign((wield, weapon), WHOLE, firm=led and not told, grave=weapon.label.weight == 1)


def _held(held: Match, weapon: Match, found: Found) -> Sign:
    """ "Has a knife" by itself, "with a knife" where somebody is there with it."""
    wording, first = found.wording, found.norms[held.start]
    certain, loosely = weapon.label.weight == 1, first in _LOOSELY
    there = bool(_THERE & set(wording.before(held.start, _THERE_WITHIN))) and not wording.told(held)
    if first.endswith("ing") and not (there or wording.led(held)):
        return Sign((held, weapon), HALF, grave=certain)
    if not certain:
        return Sign((held, weapon), MOST if loosely and there else HALF)
    plainly = there or not loosely
    was = _was_there(wording.before(held.start, _THERE_WITHIN), found.norms[held.end : weapon.start])
    firm = plainly and not (wording.told(held) or wording.past(held) or was)
    return Sign((held, weapon), WHOLE if plainly else MOST, firm, grave=True)


def _was_there(before: list[str], between: list[str]) -> bool:
    """ "Was outside my house with a knife", "there was a bomb"; "was jailed and is here" has come back."""
    return not _WAS.isdisjoint(between) or not (_WAS.isdisjoint(before) or not _IS.isdisjoint(before))


def _belongs(wield: Match, weapon: Match, found: Found) -> bool:
    """Whether what is done is done with this weapon."""
    if found.wording.denied(wield):
        return False
    if wield.label.weight == 1 and wield.start >= weapon.end:
        return found.wording.together(wield, weapon, _WIELDED_AFTER)
    if wield.end > weapon.start or not found.wording.together(wield, weapon, _HELD_WITHIN):
        return False
    return wield.label.weight == 1 or not _broken_off(found.norms[wield.end : weapon.start])


def _broken_off(between: list[str]) -> bool:
    """Whether something else is done than having it: "he's talking about weapons"."""
    return any(word in _OTHERWISE or (word.endswith("ing") and word not in _HELD_AS_WELL) for word in between)


def _at_a_body(weapon: Match, found: Found, *, held: bool) -> bool:
    """ "Knife to her throat", "screwdriver in his neck", "gun at me", "holding scissors to a nurse"."""
    after = found.norms[weapon.end : weapon.end + 5]
    if len(after) < 2 or after[0] not in _TOWARDS:
        return False
    if not _BODY.isdisjoint(after):
        return True
    somebody = found.wording.is_person(weapon.end + 1) or (
        held and found.wording.leads_to_somebody(weapon.end + 1)
    )
    return somebody and after[0] in ("to", "at")
