"""What this asker may be told (domain: what may be said to whom). One place, for every channel.

Reception and the public: never who manages or managed a case, nor whether somebody is known.
Verified partners: which provider and office. Probation staff: everything the directory holds.
Nobody is told anyone's address; the register is open to nobody as a list.
"""

from routing.reading.reading import Ask, Reading
from routing.vocabulary import Standing

_STAFF = frozenset({Standing.OFFICER, Standing.ADMIN})
_AT_PROBATION = _STAFF | {Standing.RECEPTION}
_RULES = {
    Ask.WHO_MANAGES: "disclosure.who_manages",
    Ask.WHETHER_KNOWN: "disclosure.whether_known",
    Ask.WHEREABOUTS: "disclosure.details",
    Ask.REGISTER: "disclosure.register",
}
_ABOUT_A_CASE = frozenset({Ask.WHO_MANAGES, Ask.WHETHER_KNOWN, Ask.WHO_DOES})


def may_look_up(standing: Standing) -> bool:
    """Whether this asker may have a case reference looked up. Never the public: their answer is
    the same whether or not the register holds the reference, because nobody looks."""
    return standing is not Standing.PUBLIC


def case_to_look_up(reading: Reading, standing: Standing) -> str | None:
    """The one case reference to ask the register for, or None.

    Nothing is looked up that is not going to be told, for what is not known cannot slip out. Where
    somebody is in danger, what else was asked is not refused, so the case is looked up.
    """
    if len(reading.references) != 1 or not may_look_up(standing):
        return None
    if refusal(reading, standing) and not reading.danger:
        return None
    return reading.references[0]


def may_see_names(standing: Standing) -> bool:
    """Whether this asker may see the names of staff."""
    return standing in _STAFF


def may_see_rota(standing: Standing) -> bool:
    """Whether this asker may see which posts are manned when (`disclosure.rota`); by whom, is a name."""
    return standing in _AT_PROBATION


def may_ask_as(standing: Standing, other: Standing) -> bool:
    """Whether a program may ask on behalf of somebody of another standing (`disclosure.on_behalf`).

    As the public, as itself, or, where it is of probation staff, as anybody who is told no more.
    """
    return other in (Standing.PUBLIC, standing) or (standing in _STAFF and other is not Standing.ADMIN)


def refusal(reading: Reading, standing: Standing) -> str | None:
    """The id of the rule by which this is not told to this asker, or None where it may be answered."""
    ask = reading.ask
    if ask in (Ask.WHEREABOUTS, Ask.REGISTER):
        return _RULES[ask]
    if reading.references:
        about_the_case = ask in _ABOUT_A_CASE
        if about_the_case and not may_look_up(standing):
            return _RULES.get(ask, "disclosure.who_manages")
        return None
    if ask not in _RULES or may_see_names(standing):
        return None
    return "disclosure.by_reference_only" if may_look_up(standing) else _RULES[ask]
