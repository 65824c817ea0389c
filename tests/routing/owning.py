"""What has been read of a case, and who is to be rung about it."""

from datetime import datetime
from typing import Any

from routing.answer import Answer
from routing.reading.reading import Reading
from routing.snapshot import CaseOwner
from routing.vocabulary import Provider, Role, Standing, Topic
from tests.routing.sample_directory import TUESDAY, answer_to, at_office, contacts, enquiry

NPS, CRC, BOTH = Provider.NPS, Provider.CRC, Provider.BOTH
AREAS = ("west-mercia", "thames-valley", "london", "dlnr")
OFFICE_OF = {
    "west-mercia": "redditch",
    "thames-valley": "oxfordshire",
    "london": "camden",
    "dlnr": "rutland",
}
TOPICS = {
    NPS: "court_report parole_report allocation breach recall victim approved_premises mappa "
    "sex_offender_programme youth_transition",
    CRC: "unpaid_work programme through_the_gate short_sentence mentoring restorative_justice "
    "attendance_centre iom rate_card",
    BOTH: "community_safety safeguarding_children safeguarding_adults pcc marac mash criminal_justice_board",
}
LEADS = [(Topic(topic), provider) for provider, topics in TOPICS.items() for topic in topics.split()]


def about(
    *,
    topic: Topic | None = Topic.CASE,
    owner: CaseOwner | None = None,
    area: str = "west-mercia",
    at: datetime = TUESDAY,
    by: Standing = Standing.PARTNER,
    **read: Any,
) -> Answer:
    """The answer about a case of which this was read, at an office of the area."""
    reading = Reading(topic=topic, places=at_office(OFFICE_OF[area]), about_probation=True, **read)
    return answer_to(reading, enquiry(area=area, at=at, by=by), owner)


def duty_officers(answer: Answer) -> list[Provider | None]:
    """Whose duty officers are to be asked, in order."""
    return [provider for role, provider, _ in contacts(answer) if role is Role.DUTY_OFFICER]
