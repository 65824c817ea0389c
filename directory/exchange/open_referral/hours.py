"""Opening hours as schedules: one for each span of the day, with the days that it is on."""

from datetime import time

from directory.exchange.formats.wording import hours_in_words
from directory.exchange.open_referral.ids import id_of
from directory.exchange.open_referral.shapes import Schedule
from routing.hours import OpeningHours

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def schedules_of(service: str, hours: OpeningHours, run: str = "") -> list[Schedule]:
    """The schedules of a service, or of one run of it."""
    days: dict[tuple[time, time], list[str]] = {}
    for day, spans in zip(_DAYS, hours.week, strict=True):
        for span in spans:
            days.setdefault(span, []).append(day)
    return [
        Schedule(
            id=id_of("schedule", service, run, opens, closes),
            service_id=service,
            freq="WEEKLY",
            interval=1,
            byday=",".join(on),
            opens_at=_clock(opens),
            closes_at=_clock(closes),
            description=hours_in_words(hours),
        )
        for (opens, closes), on in days.items()
    ]


def _clock(moment: time) -> str:
    """Hours and minutes; a day that never ends ends a minute before midnight."""
    return f"{moment:%H:%M}"
