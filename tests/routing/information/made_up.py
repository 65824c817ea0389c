"""A request for information of a made-up office, and its working days."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from routing.hours import LONDON, parse_hours
from routing.information import machine
from routing.information.machine import WorkingDays
from routing.information.request import InformationKind, InformationRequest
from routing.policy import Policies
from routing.policy.policy import ChasingStep, ChasingTime
from routing.vocabulary import Provider, Role

HOURS = parse_hours("Mo-Fr 09:00-17:00; PH off")
AUGUST = date(2014, 8, 25)  # a bank holiday, a Monday
CHASING: Mapping[ChasingStep, ChasingTime] = Policies.bundled().of("west-mercia").on(date(2014, 7, 8)).chasing
TUESDAY = datetime(2014, 7, 8, 10, 30, tzinfo=LONDON)


def at(day: int, clock: str = "09:00", month: int = 7) -> datetime:
    """A moment of 2014 by the clock on the wall."""
    hour, minute = map(int, clock.split(":"))
    return datetime(2014, month, day, hour, minute, tzinfo=LONDON).astimezone(UTC)


def there(moment: datetime) -> WorkingDays:
    """The working days seen from a moment."""
    return WorkingDays(moment, HOURS, frozenset({AUGUST}))


def asked(moment: datetime = TUESDAY, working_days: int = 1, **more: Any) -> InformationRequest:
    """A request that was made at this moment, for so many working days."""
    request = InformationRequest(
        id=12,
        area="west-mercia",
        office="worcester",
        provider=Provider.NPS,
        post=Role.RESPONSIBLE_OFFICER,
        kind=InformationKind.DOMESTIC_ABUSE,
        agency="sample-police",
        asked_at=moment,
        wanted_by=there(moment).closing(working_days),
    )
    return replace(machine.ask(request, there(moment), CHASING).request, **more)
