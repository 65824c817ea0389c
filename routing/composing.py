"""A decision becomes an Answer: the steps, the reasons in order, the warnings, the way on."""

from collections.abc import Iterator

from msgspec import Struct

from routing.answer import Answer, Clarify, Offer, Reason, Step, Understood
from routing.conversation import UNKNOWN
from routing.disclosure import may_see_names
from routing.enquiry import FollowUp
from routing.ladder import Ladder, Need
from routing.leading import leading_role
from routing.matter import Matter
from routing.ownership import Ownership
from routing.policy import Policy
from routing.reception.saying import to_say_to_caller
from routing.risk_questions import GROUNDS, next_question
from routing.tried import left_to_try
from routing.vocabulary import Kind, Provider, Role, Topic, Turn, Urgency, Warn

_CARRIED = frozenset(
    f"ownership.{rule}" for rule in ("registered", "stays_with_nps", "confirmed_high", "raised_not_high")
)
# Steps that are there only because the directory or the register names somebody.
_OFFERED = {Role.RESPONSIBLE_OFFICER: "contact.officer_known", Role.LEAD: "contact.lead"}
_SETTLED_BEFORE = "ownership.settled_before"
_OFFICE_SUFFIX = " probation office"  # which nobody says who names an office


class Decision(Struct, frozen=True):
    """What was decided about a matter, before it is put together."""

    kind: Kind
    need: Need
    because: tuple[Reason, ...]
    topic: Topic | None = None
    provider: Provider | None = Provider.NPS
    clarify: Clarify | None = None
    ownership: Ownership | None = None  # where it was decided whose it is
    programmes: tuple[Offer, ...] | None = None


def compose(matter: Matter, decision: Decision) -> Answer:
    """The answer."""
    ladder = Ladder(matter.snapshot, matter.enquiry.at, may_see_names(matter.enquiry.standing))
    steps = ladder.steps(decision.need)
    if matter.turn is Turn.NEXT:
        steps = left_to_try(steps, matter.enquiry.tried)
    open_now = ladder.is_open(decision.need)
    office = matter.where.office
    urgent = matter.reading.urgency is Urgency.URGENT
    settled = follow_up(matter, decision, office.id if office else None)
    return Answer(
        id=matter.enquiry.id,
        kind=decision.kind,
        area=matter.where.area.id,
        office=office.id if office else None,
        topic=decision.topic,
        provider=_provider(decision, steps),
        open_now=open_now,
        urgent=urgent or decision.kind is Kind.EMERGENCY,
        steps=steps,
        because=(*decision.because, *_circumstances(matter, decision, steps, open_now)),
        clarify=decision.clarify,
        warnings=_warnings(matter, steps, bool(ladder.gaps(decision.need))),
        question=_question(matter, decision, settled),
        follow_up=settled.encode(),
        understood=_understood(matter, settled),
        turn=matter.turn,
        programmes=decision.programmes,
        say_to_caller=to_say_to_caller(matter, decision.kind, decision.topic, steps),
    )


def _provider(decision: Decision, steps: tuple[Step, ...]) -> Provider | None:
    """The one decided; of a contact that names none, that of the first step."""
    return decision.provider or (steps[0].provider if decision.topic is Topic.CONTACT else None)


def _understood(matter: Matter, settled: FollowUp) -> Understood:
    """What was settled, with the place as it was named, or else the office by its short name."""
    where = matter.where
    named = where.place.name if where.place else where.office.name if where.office else None
    return Understood(
        place=named.removesuffix(_OFFICE_SUFFIX) if named else None,
        provider=settled.provider,
        topic=settled.topic,
        role=settled.wanted,
        urgency=settled.urgency,
    )


def follow_up(matter: Matter, decision: Decision, office: str | None, area: str | None = None) -> FollowUp:
    """What is understood so far, with this office or else area, for a button to carry."""
    reading, topic = matter.reading, decision.topic
    start = leading_role(reading, topic or Topic.CONTACT)
    ground = _ground(matter, decision)
    rests_on_ownership = f"ownership.{ground}" in matter.policy.rules
    return FollowUp(
        area=matter.snapshot.offices[office].area if office else area or matter.where.area.id,
        office=office,
        topic=None if topic is Topic.CONTACT else topic,
        provider=decision.provider if rests_on_ownership or matter.owner else reading.provider,
        urgency=Urgency.EMERGENCY if reading.danger else reading.urgency,
        wanted=None if start is Role.DUTY_OFFICER else start,
        ground=ground,
    )


def _question(matter: Matter, decision: Decision, understood: FollowUp) -> Clarify | None:
    """What would make the answer more exact; nothing beside a question that has to be answered first."""
    if decision.ownership is None or decision.clarify:
        return None
    return next_question(matter.reading, decision.ownership, understood)


def _ground(matter: Matter, decision: Decision) -> str | None:
    """What decided, in a word that a later answer can be made from again."""
    reading = matter.reading
    if decision.kind is Kind.UNKNOWN:
        return UNKNOWN
    if decision.kind is Kind.EXPLAIN and decision.topic is Topic.TERM:
        return reading.terms[0]
    if decision.kind in (Kind.DECLINED, Kind.EXPLAIN):
        return reading.ask
    if reading.ground in GROUNDS:
        return reading.ground  # what was chosen stays chosen
    if decision.programmes is not None and reading.wish:
        return reading.wish.encode()
    rules = [reason.rule for reason in decision.because if reason.rule in _CARRIED | set(_decides(matter))]
    if rules:
        return rules[0].removeprefix("ownership.")
    # What an earlier answer settled stays settled, however often it is gone on from.
    settled_before = any(reason.rule == _SETTLED_BEFORE for reason in decision.because)
    return reading.ground if settled_before else None


def _decides(matter: Matter) -> Iterator[str]:
    """The ownership rules of the area that say by themselves whose a case is."""
    return (one.rule.id for one in matter.policy.ownership)


def _circumstances(
    matter: Matter, decision: Decision, steps: tuple[Step, ...], open_now: bool
) -> list[Reason]:
    """Why the order is what it is: the place, the hour, a number that is not there."""
    policy, where = matter.policy, matter.where
    if decision.kind is Kind.EXPLAIN:
        # Its reasons are the explanation itself; a word means the same before and after.
        return [] if decision.topic is Topic.TERM else _on_another_day(policy)
    offered = {step.role for step in steps}
    reasons = [policy.reason(rule) for role, rule in _OFFERED.items() if role in offered]
    reasons.extend(_of_the_place(matter))
    if where.place and where.office and where.place.assumed:
        reasons.append(policy.reason("place.served_by", place=where.place.name, office=where.office.name))
    if not open_now and decision.kind is not Kind.EMERGENCY:
        waits = decision.need.can_wait and decision.need.start is not Role.APPROVED_PREMISES
        reasons.append(policy.reason("contact.can_wait" if waits else "contact.out_of_hours"))
    if steps[0].phone is None:
        reasons.append(policy.reason("contact.no_number"))
        if any(step.phone and step.role is Role.DUTY_OFFICER for step in steps[1:]):
            reasons.append(policy.reason("contact.who_can_say"))
    reasons.extend(_on_another_day(policy))
    already = {reason.rule for reason in decision.because}
    return [reason for reason in reasons if reason.rule not in already]


def _on_another_day(policy: Policy) -> list[Reason]:
    """That the arrangement has not begun, or has ended, on the day that is asked about."""
    return [policy.reason(policy.notice)] if policy.notice else []


def _of_the_place(matter: Matter) -> Iterator[Reason]:
    """Whose area it is, where nobody there can be named: no number is borrowed from another."""
    where = matter.where
    name, area = (where.place.name if where.place else where.area.name), where.area
    if where.areas:
        return
    if not where.served:
        rule = "place.elsewhere"
    elif where.place_without_office:
        rule = "place.no_unit"
    else:
        return
    yield matter.policy.reason(rule, place=name, crc=area.crc_name, division=area.nps_division)


def _warnings(matter: Matter, steps: tuple[Step, ...], left_out: bool) -> tuple[Warn, ...]:
    place = matter.where.place
    holds = {
        Warn.PERSONAL_DATA: matter.reading.personal_data,
        Warn.STALE: any(step.stale for step in steps),
        # Opening hours are in no source, nor which office serves which district.
        Warn.ASSUMED: (place is not None and place.assumed) or any(step.when != "now" for step in steps),
        Warn.GAP: left_out or any(step.phone is None for step in steps),
    }
    return tuple(warning for warning, held in holds.items() if held)
