"""A change of risk, walked through: the next question whose answer changes what is to be done.

Whose case is it? Is the risk thought to be high? Is anybody in danger now? Each choice is a follow-up
that is answered anew, with what was chosen as its ground.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from routing.answer import Clarify, Option
from routing.enquiry import FollowUp
from routing.ownership import Ownership
from routing.reading.reading import Reading, RiskChange
from routing.vocabulary import Asks, Provider, Risk, Topic, Urgency

# Short, so that a button has room for them beside the longest of offices.
_MAY_BE_HIGH, _NOT_HIGH, _NOW_HIGH = "may_be_high", "not_high", "now_high"
GROUNDS: dict[str, dict[str, Any]] = {
    _MAY_BE_HIGH: {"risk": Risk.HIGH, "risk_change": RiskChange.ROSE},
    _NOT_HIGH: {"risk": Risk.MEDIUM, "risk_change": RiskChange.ROSE},
    _NOW_HIGH: {"risk_change": RiskChange.CONFIRMED_HIGH},
}
_Choice = tuple[str, str, FollowUp]


def chosen(before: FollowUp) -> dict[str, Any]:
    """What an earlier choice says of the risk, as it would have been read from a text."""
    of_a_risk = before.topic is Topic.RISK_ESCALATION
    return GROUNDS.get(before.ground or "", {}) if of_a_risk else {}


def next_question(reading: Reading, ownership: Ownership, before: FollowUp) -> Clarify | None:
    """The question that comes next; None where nothing more would change the answer.

    `before` is what is understood so far.
    """
    if before.topic is not Topic.RISK_ESCALATION or reading.risk_change is RiskChange.FELL:
        return None
    if not ownership.settled:
        return _asked(Asks.PROVIDER, [*_whose(before), _danger(before)])
    if ownership.provider is Provider.CRC and reading.risk is None and not reading.risk_disputed:
        return _asked(Asks.RISK, [*_how_high(before), _danger(before)])
    return None


def _whose(before: FollowUp) -> Iterator[_Choice]:
    for provider in (Provider.CRC, Provider.NPS):
        yield (
            provider,
            f"The {provider.upper()} has the case",
            replace(before, provider=provider, ground=None),
        )


def _how_high(before: FollowUp) -> Iterator[_Choice]:
    """The case is the CRC's, whatever is chosen: that goes with it."""
    of_the_crc = replace(before, provider=Provider.CRC)
    yield "may_be_high", "It may be high", replace(of_the_crc, ground=_MAY_BE_HIGH)
    yield "not_high", "It has risen, but is not high", replace(of_the_crc, ground=_NOT_HIGH)
    yield "now_high", "The NPS has confirmed it as high", replace(of_the_crc, ground=_NOW_HIGH)


def _danger(before: FollowUp) -> _Choice:
    return "danger", "Somebody is in danger now", replace(before, urgency=Urgency.EMERGENCY)


def _asked(asks: Asks, choices: list[_Choice]) -> Clarify:
    options = (Option(value=value, label=label, follow_up=to.encode()) for value, label, to in choices)
    return Clarify(asks=asks, options=tuple(options))
