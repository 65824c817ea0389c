"""A matter: one enquiry with all that is known about it, ready to be decided."""

from dataclasses import dataclass, replace
from typing import Any

from routing.enquiry import Enquiry, FollowUp
from routing.hours import LONDON
from routing.policy import Policies, Policy
from routing.reading.reading import Ask, Reading
from routing.snapshot import CaseOwner, Office, Snapshot
from routing.vocabulary import Standing, Topic, Urgency
from routing.walking import chosen
from routing.where import Where, find_where

UNKNOWN = "unknown"  # the ground of a follow-up to what was not understood


@dataclass(frozen=True, slots=True)
class Matter:
    """What came in, what was read, what the register says, where it is and what was agreed there."""

    enquiry: Enquiry
    reading: Reading
    owner: CaseOwner | None
    where: Where
    policy: Policy
    snapshot: Snapshot

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
        understood = in_the_trade(carried_on(reading, enquiry), enquiry.standing)
        where = find_where(snapshot, enquiry, understood, owner)
        today = enquiry.at.astimezone(LONDON).date()
        policy = policies.of(where.area.id).on(today)
        return cls(enquiry, understood, owner, where, policy, snapshot)

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


def carried_on(reading: Reading, enquiry: Enquiry) -> Reading:
    """The reading, with what an earlier answer settled where this text says nothing of it.

    A button has no text: then everything is as before, danger included. A text that has a topic of
    its own is a new question and takes nothing over but the place (see where.py).
    """
    before = enquiry.follow_up
    if before is None:
        return reading
    if not enquiry.text.strip():
        return _as_before(reading, before)
    if (
        reading.danger
        or reading.topic
        or reading.out_of_scope
        or not (reading.about_probation or reading.sounds_related)
    ):
        return reading
    return replace(
        reading,
        topic=before.topic,
        provider=reading.provider or before.provider,
        ground=reading.ground if reading.provider else _ground_of_provider(before),
        urgency=reading.urgency or _unless_emergency(before.urgency),
        about_probation=True,
    )


def _as_before(reading: Reading, before: FollowUp) -> Reading:
    return replace(
        reading,
        topic=before.topic,
        provider=before.provider,
        wanted=before.wanted,
        urgency=_unless_emergency(before.urgency),
        ground=before.ground,
        **chosen(before),
        **_asked_before(before.ground, before.topic),
        danger=before.urgency is Urgency.EMERGENCY,
        about_probation=before.ground != UNKNOWN,
    )


def _ground_of_provider(before: FollowUp) -> str | None:
    """Why the provider is carried on, so that the asker is not said to have named it."""
    asked = before.ground == UNKNOWN or before.ground in list(Ask)
    return before.ground if before.provider and not asked else None


def _asked_before(ground: str | None, topic: Topic | None) -> dict[str, Any]:
    """What had been asked, where that is what decided the earlier answer."""
    if topic is Topic.TERM:
        return {"ask": Ask.TERM, "terms": (ground,) if ground else ()}
    return {"ask": Ask(ground)} if ground in list(Ask) else {}


def _unless_emergency(urgency: Urgency | None) -> Urgency | None:
    return None if urgency is Urgency.EMERGENCY else urgency


def in_the_trade(reading: Reading, standing: Standing) -> Reading:
    """What only sounds like probation is taken for it where the asker is no member of the public."""
    if standing is Standing.PUBLIC:
        return reading
    related = bool(reading.about_probation or reading.hinted or reading.sounds_related)
    return replace(reading, topic=reading.topic or reading.hinted, about_probation=related)
