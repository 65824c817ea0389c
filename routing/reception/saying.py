"""What reception may say to a caller, and what it may not: a line to read out.

Reception is told more than its caller may hear: the steps of an answer about a case say which provider
has it. So what is read out about a case names no provider and no office.
"""

from routing.answer import Reason, Step
from routing.matter import Matter
from routing.vocabulary import Kind, Standing, Topic

_OF_A_CASE = frozenset({Topic.CASE, Topic.RISK_ESCALATION, Topic.DOMESTIC_HOMICIDE_REVIEW})


def to_say_to_caller(
    matter: Matter, kind: Kind, topic: Topic | None, steps: tuple[Step, ...]
) -> tuple[Reason, ...]:
    """What may be said, then what may not; nothing for other askers, and for what a word means."""
    if matter.enquiry.standing is not Standing.RECEPTION or kind is Kind.EXPLAIN:
        return ()
    policy = matter.policy
    if kind is Kind.EMERGENCY:
        return (policy.reason("reception.in_danger"), policy.reason("reception.may_not_say"))
    of_a_case = kind is Kind.DECLINED or topic in _OF_A_CASE or bool(matter.reading.references)
    post = steps[0].ask_for if steps else None
    if of_a_case or post is None:
        may = policy.reason("reception.may_say_of_a_case")
    else:
        may = policy.reason("reception.may_say", post=post)
    return (may, policy.reason("reception.may_not_say"))
