"""Who owns a case, or leads on a topic, and why. The strongest ground decides (docs/answer.md).

Strongest first: a topic that one provider leads on; the registered owner (a topic that both lead on stands
behind it); a change of ownership
that the text states; the provider that the text names; facts that decide; else the NPS.
"""

from msgspec import Struct
from msgspec.structs import replace

from routing.answer import Reason
from routing.policy import Policy
from routing.reading.reading import Reading, RiskChange
from routing.snapshot import CaseOwner
from routing.vocabulary import Provider, Risk, Topic

_BY_THE_CASE = frozenset({Topic.CASE, Topic.RISK_ESCALATION, Topic.DOMESTIC_HOMICIDE_REVIEW})
_HIGH = frozenset({Risk.HIGH, Risk.VERY_HIGH})


class Ownership(Struct, frozen=True):
    """The provider and the reasons. `settled` is False where only the NPS rule for the unknown
    applies; `second` is the provider whose duty officer is to be told or asked as well."""

    provider: Provider
    because: tuple[Reason, ...]
    settled: bool = True
    second: Provider | None = None


def decide_ownership(reading: Reading, owner: CaseOwner | None, policy: Policy) -> Ownership:
    """Whose it is, by the strongest ground there is."""
    topic = reading.topic
    lead = policy.leads.get(topic) if topic else None
    if lead is not None and topic is not None and not (owner and lead is Provider.BOTH):
        return Ownership(lead, (policy.topic_reason(topic),), second=_other_of_both(lead))
    case = _owner_of_case(reading, owner, policy)
    if lead is not None and topic is not None:  # both lead, and the register says whose officer it concerns
        return replace(case, because=(policy.topic_reason(topic), *case.because))
    if topic in _BY_THE_CASE or reading.risk_change:
        return _with_change(case, reading, policy)
    return case


def _owner_of_case(reading: Reading, owner: CaseOwner | None, policy: Policy) -> Ownership:
    if owner:
        return _registered(reading, owner, policy)
    if reading.risk_change is RiskChange.CONFIRMED_HIGH:
        return Ownership(Provider.NPS, (policy.reason("ownership.confirmed_high"),))
    if reading.newly_mappa and reading.mappa:
        return Ownership(Provider.NPS, (policy.reason("ownership.mappa"),))
    if reading.risk_disputed:
        return Ownership(Provider.NPS, (policy.reason("risk.nps_decides"),))
    if reading.risk_change is RiskChange.FELL and reading.risk_before in _HIGH and not reading.provider:
        was = owner_by_facts(reading._replace(risk=reading.risk_before), policy)
        if was:
            return was
    stated = owner_by_facts(reading, policy)
    if reading.provider:
        agreeing = stated.because if stated and stated.provider is reading.provider else ()
        because = (_why_named(reading, reading.provider, policy), *agreeing)
        return Ownership(reading.provider, because, second=_other_of_both(reading.provider))
    if stated:
        return stated
    if reading.topic is Topic.DOMESTIC_HOMICIDE_REVIEW:
        because = (policy.topic_reason(reading.topic),)
        return Ownership(Provider.BOTH, because, settled=False, second=Provider.CRC)
    return Ownership(Provider.NPS, (policy.reason("ownership.not_known"),), settled=False)


def _why_named(reading: Reading, provider: Provider, policy: Policy) -> Reason:
    """That the text names it; or, going on from an earlier answer, the rule that decided there."""
    if reading.ground is None:
        return policy.reason("ownership.named", provider=_NAMES[provider])
    rule = policy.rules.get(f"ownership.{reading.ground}")
    if rule is None or "{" in rule.text:
        return policy.reason("ownership.settled_before", provider=_NAMES[provider])
    return rule.reason()


def owner_by_facts(reading: Reading, policy: Policy) -> Ownership | None:
    """The first ownership rule in force whose every fact the text states, or None."""
    for one in policy.ownership:
        holds = (
            (not one.risk or reading.risk in one.risk)
            and (not one.mappa or reading.mappa is True)
            and (not one.public_interest or reading.public_interest)
            and (not one.under_12_months or reading.under_12_months)
        )
        if holds:
            return Ownership(one.provider, (one.rule.reason(),))
    return None


def _registered(reading: Reading, owner: CaseOwner, policy: Policy) -> Ownership:
    register = _what_the_register_says(owner, policy)
    stated = owner_by_facts(reading, policy)
    if stated is None and reading.risk_change is RiskChange.CONFIRMED_HIGH:
        stated = Ownership(Provider.NPS, (policy.reason("ownership.confirmed_high"),))
    stays = reading.risk_change is RiskChange.FELL and owner.provider is Provider.NPS
    if stated is None or stated.provider is owner.provider or stays:
        return Ownership(owner.provider, register)
    conflict = policy.reason(
        "ownership.conflict", provider=_NAMES[owner.provider], other=_NAMES[stated.provider]
    )
    second = Provider.NPS if owner.provider is Provider.CRC else None
    return Ownership(owner.provider, (*register, *stated.because, conflict), second=second)


def _what_the_register_says(owner: CaseOwner, policy: Policy) -> tuple[Reason, ...]:
    """Who has the case since when; and that it moved there from the other provider, if it did."""
    provider = _NAMES[owner.provider]
    has = policy.reason("ownership.registered", provider=provider, since=owner.since)
    if owner.moved_from is None or owner.moved_on is None:
        return (has,)
    before = _NAMES[owner.moved_from]
    return has, policy.reason("ownership.moved", other=before, provider=provider, since=owner.moved_on)


def _with_change(case: Ownership, reading: Reading, policy: Policy) -> Ownership:
    """What a change of risk does to whose it is: up may move it, down never does."""
    change = reading.risk_change
    if change is None and reading.topic is Topic.RISK_ESCALATION:
        change = RiskChange.ROSE
    if change is RiskChange.FELL and case.provider is Provider.NPS:
        reasons = (*case.because, policy.reason("ownership.stays_with_nps"))
        return Ownership(Provider.NPS, reasons, settled=case.settled)
    if change is RiskChange.ROSE and case.provider is Provider.CRC:
        rule = "risk.speak_first" if reading.risk in _HIGH | {None} else "ownership.raised_not_high"
        reasons = (*case.because, policy.reason(rule), policy.reason("risk.nps_decides"))
        return Ownership(Provider.CRC, reasons, second=Provider.NPS)
    if reading.topic is Topic.RISK_ESCALATION and case.provider is Provider.NPS:
        reasons = (*case.because, policy.reason("risk.speak_first"), policy.reason("risk.nps_decides"))
        return Ownership(Provider.NPS, reasons, settled=case.settled)
    return case


def _other_of_both(provider: Provider) -> Provider | None:
    return Provider.CRC if provider is Provider.BOTH else None


_NAMES = {Provider.NPS: "NPS", Provider.CRC: "CRC", Provider.BOTH: "NPS and the CRC"}
