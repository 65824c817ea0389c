"""Answers built by hand, and somebody who gives them out in the order they were laid ready."""

from collections import deque
from datetime import date, datetime

from msgspec.structs import replace

from routing.answer import Answer, Clarify, Option, Reason, Step
from routing.enquiry import Enquiry
from routing.hours import LONDON
from routing.vocabulary import Asks, Kind, Provider, Role
from tests.routing.sample_directory import SNAPSHOT

OFFICE_HOURS = "Mo-Fr 09:00-17:00; PH off"
FOLLOW_UP = "worcester|case|n|||"
MONDAY_AT_NINE = datetime(2014, 7, 14, 9, 0, tzinfo=LONDON)

DUTY_OFFICER = Step(
    role=Role.DUTY_OFFICER,
    provider=Provider.NPS,
    office="worcester",
    phone="+441905723591",
    ask_for="NPS Probation Duty Officer",
    place="Worcester probation office",
    hours=OFFICE_HOURS,
    checked_on=date(2014, 7, 1),
)
SPO = replace(DUTY_OFFICER, role=Role.SPO, ask_for="NPS SPO")
DUTY_SPO = replace(DUTY_OFFICER, role=Role.DUTY_SPO, ask_for="NPS duty SPO")
OUT_OF_HOURS = Step(
    role=Role.APPROVED_PREMISES,
    provider=Provider.NPS,
    office="braley-house",
    phone="+441905723975",
    ask_for="member of staff on duty",
    place="Braley House, Worcester",
    hours="24/7",
)
EMERGENCY_SERVICES = Step(role=Role.EMERGENCY_SERVICES, phone="999")
WITHOUT_NUMBER = Step(
    role=Role.DUTY_OFFICER, provider=Provider.NPS, office="herefordshire", place="Herefordshire"
)
LADDER = (DUTY_OFFICER, SPO, DUTY_SPO, OUT_OF_HOURS)

MAPPA = Reason(
    rule="ownership.mappa",
    text="MAPPA-eligible cases are managed by the NPS.",
    source="West Mercia update, July 2014",
)
LAST_WORD = Reason(
    rule="ownership.last_word",
    text="The NPS has the last word on the level of risk.",
    source="Nottingham briefing, September 2014",
)
ROUTE = Answer(
    kind=Kind.ROUTE,
    area="west-mercia",
    office="worcester",
    provider=Provider.NPS,
    open_now=True,
    steps=LADDER,
    because=(MAPPA, LAST_WORD),
    follow_up=FOLLOW_UP,
)
EMERGENCY = replace(
    ROUTE,
    kind=Kind.EMERGENCY,
    urgent=True,
    open_now=False,
    steps=(EMERGENCY_SERVICES, OUT_OF_HOURS, replace(DUTY_OFFICER, when=MONDAY_AT_NINE)),
)
CLARIFY = replace(
    ROUTE,
    kind=Kind.CLARIFY,
    clarify=Clarify(
        asks=Asks.PLACE,
        options=(
            Option(value="redditch", label="Redditch", follow_up="redditch|case||||"),
            Option(value="worcester", label="Worcester", follow_up="worcester|case||||"),
        ),
    ),
)
EXPLAIN = replace(ROUTE, kind=Kind.EXPLAIN)
DECLINED = replace(ROUTE, kind=Kind.DECLINED)
UNKNOWN = replace(ROUTE, kind=Kind.UNKNOWN)


class FakeAnswers:
    """Gives the answers laid ready, first in, first out, and keeps the enquiries it was asked."""

    def __init__(self, *ready: Answer) -> None:
        self.ready = deque(ready)
        self.asked: list[Enquiry] = []
        self.snapshot = SNAPSHOT

    async def answer(self, enquiry: Enquiry) -> Answer:
        self.asked.append(enquiry)
        return self.ready.popleft()
