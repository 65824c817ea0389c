"""Which post leads, and by which rule (West Mercia update, July 2014: whom to contact)."""

from routing.ownership import Ownership
from routing.reading.reading import Reading
from routing.vocabulary import Role, Topic

# Posts that serve the whole area: who they are does not depend on the office.
SERVES_THE_AREA = frozenset({Role.APPROVED_PREMISES, Role.DUTY_SPO, Role.HEAD_OF_LDU})


def leading_role(reading: Reading, topic: Topic) -> Role:
    """The post that leads: upward past those who cannot be reached, else the one asked for."""
    tried, wanted = reading.unreachable, reading.wanted
    if Role.DUTY_SPO in tried:
        return Role.HEAD_OF_LDU
    if Role.SPO in tried or wanted is Role.DUTY_SPO:
        return Role.DUTY_SPO
    if Role.DUTY_OFFICER in tried or reading.take_higher or wanted is Role.SPO:
        return Role.SPO
    if topic is Topic.APPROVED_PREMISES or wanted is Role.APPROVED_PREMISES:
        return Role.APPROVED_PREMISES
    if wanted is Role.RECEPTION and topic is Topic.CONTACT and not reading.provider:
        return Role.RECEPTION
    return Role.HEAD_OF_LDU if wanted is Role.HEAD_OF_LDU else Role.DUTY_OFFICER


def leading_rule(reading: Reading, topic: Topic, role: Role, ownership: Ownership) -> str | None:
    """The id of the rule by which this post leads, where ownership alone does not say it."""
    if role is Role.SPO:
        return "contact.escalate"
    if role is Role.RECEPTION or (role is Role.HEAD_OF_LDU and role is reading.wanted):
        return "contact.named_role"
    if role in (Role.DUTY_SPO, Role.HEAD_OF_LDU):
        return "contact.duty_spo"
    if role is Role.APPROVED_PREMISES:
        return None if topic is Topic.APPROVED_PREMISES else "contact.out_of_hours"
    if reading.unreachable:
        return "contact.unavailable"
    if topic is not Topic.CONTACT:
        return None
    return "contact.duty_officer" if ownership.settled else "contact.not_known"
