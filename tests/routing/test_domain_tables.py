"""The rules of the field, row by row: whose cases are whose, and who does what, in every area.

A row names the rule that has to decide it and the first and last day on which it is asked.
"""

from datetime import date, datetime, time
from itertools import product
from typing import Any

import pytest

from routing.answer import Answer
from routing.hours import LONDON
from routing.policy import Policies
from routing.reading.reading import Ask, RiskChange
from routing.vocabulary import Kind, Provider, Risk, Role, Standing, Topic
from tests.routing.owning import AREAS, about, duty_officers
from tests.routing.sample_directory import TUESDAY_NIGHT, owned, rules

NPS, CRC, BOTH = Provider.NPS, Provider.CRC, Provider.BOTH
SPLIT, SHORT_SENTENCES = date(2014, 6, 1), date(2015, 2, 1)
ROSE, FELL, HIGH = RiskChange.ROSE, RiskChange.FELL, RiskChange.CONFIRMED_HIGH

DUTY, OF_THE_CASE, PREMISES = Role.DUTY_OFFICER, Role.RESPONSIBLE_OFFICER, Role.APPROVED_PREMISES
GONE, NO_SPO = frozenset({OF_THE_CASE}), frozenset({Role.SPO})
OFFICER = Standing.OFFICER

# Who owns a case: what is known of it, whose it is, and the rule that says so.
OWNS: list[tuple[str, dict[str, Any], Provider, str]] = [
    ("high risk", {"risk": Risk.HIGH}, NPS, "ownership.high_risk"),
    ("very high risk", {"risk": Risk.VERY_HIGH}, NPS, "ownership.high_risk"),
    ("MAPPA at any risk", {"mappa": True, "risk": Risk.LOW}, NPS, "ownership.mappa"),
    ("public interest", {"public_interest": True, "risk": Risk.LOW}, NPS, "ownership.public_interest"),
    ("low and not MAPPA", {"risk": Risk.LOW, "mappa": False}, CRC, "ownership.low_or_medium"),
    ("medium and not MAPPA", {"risk": Risk.MEDIUM, "mappa": False}, CRC, "ownership.low_or_medium"),
    ("under 12 months", {"under_12_months": True}, CRC, "ownership.under_12_months"),
    ("under 12 months, MAPPA", {"under_12_months": True, "mappa": True}, NPS, "ownership.mappa"),
    ("the NPS's, risk fell", {"provider": NPS, "risk_change": FELL}, NPS, "ownership.stays_with_nps"),
    ("the CRC's, now high", {"provider": CRC, "risk_change": HIGH}, NPS, "ownership.confirmed_high"),
    ("the CRC's, may be high", {"provider": CRC, "risk_change": ROSE}, CRC, "risk.speak_first"),
    (
        "the CRC's, risen but not high",
        {"provider": CRC, "risk_change": ROSE, "risk": Risk.MEDIUM},
        CRC,
        "ownership.raised_not_high",
    ),
    ("they do not agree", {"risk_disputed": True}, NPS, "risk.nps_decides"),
    ("nobody knows whose", {}, NPS, "ownership.not_known"),
]

# Who does what: the topic, who leads, and where the rule has another text before a day, that day.
DOES: list[tuple[str, Provider]] = [
    ("topic.court_report", NPS),
    ("topic.parole_report", NPS),
    ("topic.breach", NPS),
    ("topic.recall", NPS),
    ("topic.victim", NPS),
    ("topic.approved_premises", NPS),
    ("topic.mappa", NPS),
    ("topic.sex_offender_programme", NPS),
    ("topic.allocation", NPS),
    ("topic.youth_transition", NPS),
    ("topic.unpaid_work", CRC),
    ("topic.programme", CRC),
    ("topic.through_the_gate", CRC),
    ("topic.short_sentence", CRC),
    ("topic.mentoring", CRC),
    ("topic.restorative_justice", CRC),
    ("topic.attendance_centre", CRC),
    ("topic.iom", CRC),
    ("topic.rate_card", CRC),
    ("topic.community_safety", BOTH),
    ("topic.safeguarding_children", BOTH),
    ("topic.safeguarding_adults", BOTH),
    ("topic.pcc", BOTH),
    ("topic.marac", BOTH),
    ("topic.mash", BOTH),
    ("topic.criminal_justice_board", BOTH),
    ("topic.domestic_homicide_review", BOTH),
]

# In what capacity each sits where.
SITS: list[tuple[str, str, str]] = [
    ("seats.community_safety", "responsible authority", "responsible authority"),
    ("seats.mappa", "responsible authority", "duty to co-operate"),
    ("seats.safeguarding_children", "board member", "board partner"),
    ("seats.safeguarding_adults", "duty to co-operate", "duty to co-operate"),
    ("seats.youth_transition", "lead", "duty to co-operate"),
    ("seats.victim", "lead", "duty to co-operate"),
    ("seats.domestic_homicide_review", "takes part", "takes part"),
    ("seats.pcc", "duty to co-operate", "duty to co-operate"),
    ("seats.iom", "takes part", "lead"),
    ("seats.marac", "takes part", "takes part"),
    ("seats.mash", "takes part", "takes part"),
    ("seats.criminal_justice_board", "board member", "board member"),
]

# Whom to contact: the situation, who comes first, and the rule that says so.
CONTACTS: list[tuple[str, dict[str, Any], tuple[Role, Provider | None], str]] = [
    (
        "the officer is known",
        {"owner": owned(CRC), "by": OFFICER},
        (OF_THE_CASE, CRC),
        "contact.officer_known",
    ),
    ("the officer is not known", {"topic": None}, (DUTY, NPS), "contact.not_known"),
    ("of the CRC, not available", {"provider": CRC, "unreachable": GONE}, (DUTY, CRC), "contact.unavailable"),
    ("of the NPS, not available", {"provider": NPS, "unreachable": GONE}, (DUTY, NPS), "contact.unavailable"),
    ("higher, the CRC's", {"provider": CRC, "take_higher": True}, (Role.SPO, CRC), "contact.escalate"),
    ("higher, the NPS's", {"provider": NPS, "take_higher": True}, (Role.SPO, NPS), "contact.escalate"),
    ("no SPO there", {"provider": CRC, "unreachable": NO_SPO}, (Role.DUTY_SPO, CRC), "contact.duty_spo"),
    ("out of hours", {"provider": CRC, "at": TUESDAY_NIGHT}, (PREMISES, NPS), "contact.out_of_hours"),
    ("somebody in danger", {"danger": True}, (Role.EMERGENCY_SERVICES, None), "danger.call_999"),
]

# Rules with a first day: the last day before it, the day itself, the day after.
AROUND = [(date(2015, 1, 31), False), (SHORT_SENTENCES, True), (date(2015, 2, 2), True)]
NEW_YEAR = [(date(2014, 12, 31), False), (date(2015, 1, 1), True), (date(2015, 1, 2), True)]


def _at(day: date) -> datetime:
    return datetime.combine(day, time(10, 30), LONDON)


@pytest.mark.parametrize(("read", "provider", "rule"), [pytest.param(*row[1:], id=row[0]) for row in OWNS])
def test_whose_a_case_is_in_every_area_on_every_day(
    read: dict[str, Any], provider: Provider, rule: str
) -> None:
    for area, day in product(AREAS, (date(2014, 5, 31), SPLIT, date(2014, 6, 2), date(2015, 3, 3))):
        not_yet = rule == "ownership.under_12_months" and day < SHORT_SENTENCES
        whose, because = (NPS, "ownership.not_known") if not_yet else (provider, rule)

        answer = about(area=area, at=_at(day), **read)

        assert answer.provider is whose, (area, day)
        assert because in rules(answer), (area, day)
        assert duty_officers(answer)[0] is whose, (area, day)


@pytest.mark.parametrize(("rule", "provider"), DOES)
def test_who_does_what_in_every_area_on_every_day(rule: str, provider: Provider) -> None:
    for area, day in product(AREAS, (date(2014, 5, 31), SPLIT, date(2014, 6, 2), date(2017, 11, 30))):
        answer = about(area=area, at=_at(day), topic=Topic(rule.removeprefix("topic.")))

        assert answer.provider is provider, (area, day)
        assert rule in rules(answer), (area, day)


@pytest.mark.parametrize(("told", "first", "rule"), [pytest.param(*row[1:], id=row[0]) for row in CONTACTS])
def test_whom_to_contact_in_west_mercia(
    told: dict[str, Any], first: tuple[Role, Provider | None], rule: str
) -> None:
    answer = about(**told)

    assert (answer.steps[0].role, answer.steps[0].provider) == first
    assert rule in rules(answer)


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize(("rule", "nps", "crc"), SITS)
def test_who_sits_where_and_as_what_is_data_and_is_said_when_it_is_asked(
    area: str, rule: str, nps: str, crc: str
) -> None:
    topic = Topic(rule.removeprefix("seats."))
    for policy in Policies.bundled().of(area).policies:
        assert dict(policy.seats[topic].capacity) == {NPS: nps, CRC: crc}

    asked = about(area=area, topic=topic, ask=Ask.WHO_DOES)
    assert rule in rules(asked)


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize(("rule", "provider"), [row for row in DOES if row[1] is BOTH])
def test_contact_shared__where_both_lead_it_says_who_is_to_be_asked(
    area: str, rule: str, provider: Provider
) -> None:
    topic = Topic(rule.removeprefix("topic."))
    answer = about(area=area, topic=topic)

    # A domestic homicide review goes by the case: both are asked only where it is not known whose it is.
    by_the_case = topic is Topic.DOMESTIC_HOMICIDE_REVIEW
    assert ("contact.shared" in rules(answer)) is not by_the_case
    assert (answer.provider, duty_officers(answer)) == (provider, [NPS, CRC])


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize(("day", "begun"), AROUND)
def test_topic_short_sentence__says_what_is_to_come_until_the_day(area: str, day: date, begun: bool) -> None:
    assert (
        _says(about(area=area, at=_at(day), topic=Topic.SHORT_SENTENCE), "not supervised at all") is not begun
    )


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize(("day", "begun"), NEW_YEAR)
def test_topic_attendance_centre__says_what_is_to_come_until_the_year(
    area: str, day: date, begun: bool
) -> None:
    assert _says(about(area=area, at=_at(day), topic=Topic.ATTENDANCE_CENTRE), "takes over") is not begun


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize(("day", "begun"), NEW_YEAR)
def test_topic_through_the_gate__says_what_is_to_come_until_the_year(
    area: str, day: date, begun: bool
) -> None:
    assert _says(about(area=area, at=_at(day), topic=Topic.THROUGH_THE_GATE), "follow in 2015") is not begun


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize(
    ("day", "not_yet"), [(date(2014, 5, 31), True), (SPLIT, False), (date(2014, 6, 2), False)]
)
@pytest.mark.parametrize("topic", [Topic.CASE, Topic.BREACH, Topic.UNPAID_WORK])
def test_arrangement_not_yet__before_the_split_the_answer_says_that_the_trust_has_it_still(
    area: str, topic: Topic, day: date, not_yet: bool
) -> None:
    answer = about(area=area, at=_at(day), topic=topic)

    assert answer.provider is not None
    assert ("arrangement.not_yet" in rules(answer)) is not_yet


@pytest.mark.parametrize(
    ("day", "ended"), [(date(2021, 6, 25), False), (date(2021, 6, 26), True), (date(2021, 6, 27), True)]
)
def test_arrangement_ended__since_the_crcs_are_gone_the_answer_says_so(day: date, ended: bool) -> None:
    answer = about(at=_at(day), topic=Topic.UNPAID_WORK)

    assert (answer.kind, answer.provider) == (Kind.ROUTE, CRC)
    assert ("arrangement.ended" in rules(answer)) is ended


def _says(answer: Answer, words: str) -> bool:
    return any(words in reason.text for reason in answer.because)
