"""A matter: one enquiry with all that is known about it, ready to be decided."""

from dataclasses import dataclass, replace

from routing.conversation import go_on
from routing.enquiry import Enquiry
from routing.hours import LONDON
from routing.policy import Policies, Policy
from routing.reading.reading import Reading
from routing.snapshot import CaseOwner, Office, Snapshot
from routing.vocabulary import Standing, Turn, Urgency
from routing.where import Where, find_where


@dataclass(frozen=True, slots=True)
class Matter:
    """What came in, what was read, what the register says, where it is and what was agreed there."""

    enquiry: Enquiry
    reading: Reading
    owner: CaseOwner | None
    where: Where
    policy: Policy
    snapshot: Snapshot
    turn: Turn = Turn.FRESH

    @classmethod
    def of(
        cls,
        enquiry: Enquiry,
        reading: Reading,
        owner: CaseOwner | None,
        *,
        snapshot: Snapshot,
        policies: Policies,
    ) -> "Matter":
        """Bring together what one answer needs."""
        before = enquiry.follow_up
        if before and before.area not in snapshot.areas:  # on the day that is asked about there is none
            enquiry = replace(enquiry, follow_up=None)
        gone = go_on(enquiry, reading)
        understood = in_the_trade(gone.reading, enquiry.standing)
        where = find_where(snapshot, gone.enquiry, understood, owner)
        today = enquiry.at.astimezone(LONDON).date()
        policy = policies.of(where.area.id).on(today)
        return cls(gone.enquiry, understood, owner, where, policy, snapshot, gone.turn)

    @property
    def any_office(self) -> Office | None:
        """An office of the area to send to where none is meant; None where a place was named."""
        if self.where.place_without_office:
            return None
        offices = self.snapshot.offices_of(self.where.area.id)
        return min(offices, key=lambda office: office.kind != "office", default=None)

    @property
    def can_wait(self) -> bool:
        """Whether the asker says that it can wait."""
        return self.reading.urgency is Urgency.CAN_WAIT


def in_the_trade(reading: Reading, standing: Standing) -> Reading:
    """What only sounds like probation is taken for it where the asker is no member of the public."""
    if standing is Standing.PUBLIC:
        return reading
    related = bool(reading.about_probation or reading.hinted or reading.sounds_related)
    return reading._replace(topic=reading.topic or reading.hinted, about_probation=related)
