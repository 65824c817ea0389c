"""Violence: "is hitting her", "is going to stab him", "has been shot"."""

from collections.abc import Iterator

from routing.reading.danger.signs import HALF, LITTLE, MOST, WHOLE, Found, Sign
from routing.reading.danger.wording import Wording
from routing.reading.phrases import Match
from routing.reading.words import word_set

MADE_OF = tuple((name, name) for name in ("doing", "do", "ruin", "did"))
_GOING_TO = word_set(
    "going gonna goin gona gunna about trying tryna tries try wants want wanna will wil ill hell shell "
    "theyll threatening threatens threaten ready planning plans plan intends intending way coming come comes "
    "came gone went wont swears swearing says say saying said sez promised vowed promises vows "
    "determined prepared preparing hoping gotta wanting looking"
)
_EARNESTLY_GOING_TO = word_set("going gonna goin threatening threatens hell shell ill wants theyll")
_WENT_TO = word_set("went came said promised vowed swore")
_WAS_GOING_TO = word_set("threatened wanted planned tried intended attempted would")
_IS = word_set("is are am im hes shes theyre were whos keeps he she they")
_NO_DEED_AFTER = word_set("a an the his her my their any some no with of who whom what which where how")
_BEGUN = word_set("started starts begun began been keeps kept")
_DONE_OVER_DAYS = word_set("threatening threatning intimidating stalking following abusing terrorising")
_NEAR, _FAR = 4, 8  # words in which somebody says what is to come


def deeds(found: Found) -> Iterator[Sign]:
    """Each deed of violence, as it goes on, is about to be done, or has been done."""
    for deed in found.words("doing"):
        yield _going_on(deed, found.wording)
    for deed in found.words("do"):
        yield _about_to(deed, found.wording)
    for ruin in found.words("ruin"):
        yield _about_to_ruin(ruin, found.wording)
    for deed in found.words("did"):
        yield _done(deed, found.wording)


def _going_on(deed: Match, wording: Wording) -> Sign:
    """ "Is hitting her", "someone stabbing people", "keeps attacking staff"."""
    grave = deed.label.weight == 1
    led, aimed = wording.led(deed), wording.aimed(deed.end)
    if wording.denied(deed):
        return Sign((deed,), 0.0)
    if wording.told(deed):
        return Sign((deed,), HALF)
    if (led and aimed) or (grave and (led or aimed)):
        so_now = led and not _over_days(deed, wording)
        return Sign((deed,), WHOLE, firm=so_now, stands=led and wording.at_the_asker(deed))
    return Sign((deed,), HALF if led or aimed or grave else 0.0)


def _over_days(deed: Match, wording: Wording) -> bool:
    """Whether it is what somebody does these days: "has started threatening his ex again"."""
    begun = not _BEGUN.isdisjoint(wording.before(deed.start, 2))
    return begun and wording.norms[deed.start] in _DONE_OVER_DAYS


def _about_to(deed: Match, wording: Wording) -> Sign:
    """ "Is going to stab her", "says he will get her"; "threatened to" is less."""
    before = _said_before(deed, wording)
    grave = deed.label.weight == 1
    aimed = deed.length > 1 or (wording.aimed(deed.end) and not _is_work(deed, wording))
    if wording.denied(deed) or not _NO_DEED_AFTER.isdisjoint(
        wording.before(deed.start, 1)
    ):  # "a knife", "who do I"
        return Sign((deed,), 0.0)
    if _WAS_GOING_TO & before:
        return Sign((deed,), WHOLE if aimed and wording.just(deed) else HALF)
    if going := _GOING_TO & before:
        meant = aimed and (grave or bool(_EARNESTLY_GOING_TO & before))
        return Sign((deed,), WHOLE if meant else HALF, firm=meant and not going <= _WENT_TO)
    if aimed and _IS & set(wording.before(deed.start, 2)):
        return Sign((deed,), WHOLE if grave and {"is", "hes"} & before else MOST)
    return Sign((deed,), HALF if aimed and grave else 0.0)


def _is_work(deed: Match, wording: Wording) -> bool:
    """ "Wants payback to do our path", "wants to do his hours at weekends"."""
    return wording.norms[deed.start] == "do" and wording.is_somebodys_thing(deed.end)


def _about_to_ruin(ruin: Match, wording: Wording) -> Sign:
    """ "Says he will burn it down", "going to jump": nobody need be named who suffers it."""
    before = _said_before(ruin, wording)
    if wording.denied(ruin):
        return Sign((ruin,), 0.0)
    if _WAS_GOING_TO & before:
        return Sign((ruin,), WHOLE if wording.just(ruin) else HALF)
    going = _GOING_TO & before
    return Sign((ruin,), WHOLE, firm=not going <= _WENT_TO) if going else Sign((ruin,), 0.0)


def _said_before(deed: Match, wording: Wording) -> set[str]:
    reach = _FAR if wording.before(deed.start, 1) == ["to"] else _NEAR
    return set(wording.before(deed.start, reach))


def _done(deed: Match, wording: Wording) -> Sign:
    """ "Has just stabbed him", "been shot"; "stabbed him" alone may be long ago."""
    grave, aimed = deed.label.weight == 1, wording.aimed(deed.end)
    if wording.denied(deed):
        return Sign((deed,), 0.0)
    if wording.just(deed) and (grave or aimed):
        return Sign((deed,), WHOLE)
    return Sign((deed,), HALF if grave else LITTLE if aimed else 0.0)
