"""What holds of every answer, whatever was read, whoever asks, wherever and whenever."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from routing.answer import Answer, Step, to_json
from routing.disclosure import may_look_up, may_see_names
from routing.enquiry import Enquiry, FollowUp
from routing.hours import is_open, parse_hours
from routing.policy import Policies
from routing.reading.reading import Ask, Reading, RiskChange
from routing.snapshot import CaseOwner
from routing.vocabulary import Kind, Provider, Risk, Role, Standing, Topic, Urgency
from tests.routing.sample_directory import (
    ANY_MOMENT,
    AREA_OF_OFFICE,
    BANK_HOLIDAYS,
    NUMBERS_OF_AREA,
    OFFICE_HOURS,
    ROUTER,
    SNAPSHOT,
    owned,
    place,
)

_OFFICES = sorted(AREA_OF_OFFICE)
_UP = (Role.RESPONSIBLE_OFFICER, Role.DUTY_OFFICER, Role.SPO, Role.DUTY_SPO)
_HOURS = parse_hours(OFFICE_HOURS)
_REFERENCES = ((), ("A204117",), ("A204117", "B310482"))

places = st.one_of(
    st.builds(place, st.sampled_from(_OFFICES), assumed=st.booleans()),
    st.just(place(None)),
    st.just(place(None, name="Worcestershire", kind="county")),
)
readings = st.builds(
    Reading()._replace,
    danger=st.sampled_from([False, False, False, True]),
    urgency=st.none() | st.sampled_from([Urgency.URGENT, Urgency.CAN_WAIT]),
    references=st.sampled_from(_REFERENCES),
    provider=st.none() | st.sampled_from(Provider),
    wanted=st.none() | st.sampled_from(Role),
    unreachable=st.frozensets(st.sampled_from(_UP), max_size=2),
    take_higher=st.booleans(),
    risk=st.none() | st.sampled_from(Risk),
    risk_change=st.none() | st.sampled_from(RiskChange),
    risk_disputed=st.booleans(),
    mappa=st.none() | st.booleans(),
    public_interest=st.booleans(),
    under_12_months=st.booleans(),
    topic=st.none() | st.sampled_from(Topic),
    hinted=st.none() | st.sampled_from(Topic),
    places=st.lists(places, max_size=2).map(tuple),
    elsewhere=st.booleans(),
    place_unsure=st.booleans(),
    ask=st.sampled_from(Ask),
    terms=st.sampled_from([(), ("spo",), ("crc", "nps"), ("no such term",)]),
    personal_data=st.booleans(),
    about_probation=st.sampled_from([True, True, True, False]),
    sounds_related=st.booleans(),
    out_of_scope=st.sampled_from([False, False, True]),
)
follow_ups = st.builds(
    lambda office, **rest: FollowUp(area=AREA_OF_OFFICE[office], office=office, **rest),
    office=st.sampled_from(_OFFICES),
    topic=st.none() | st.sampled_from(Topic),
    provider=st.none() | st.sampled_from(Provider),
    urgency=st.none() | st.sampled_from(Urgency),
    wanted=st.none() | st.sampled_from(Role),
    ground=st.sampled_from([None, "mappa", "registered", "unknown", "spo", "risk_rose", "nonsense", *Ask]),
)
enquiries = st.builds(
    Enquiry,
    text=st.sampled_from(["as it was read", ""]),
    at=ANY_MOMENT,
    area=st.sampled_from(sorted(SNAPSHOT.areas)),
    standing=st.sampled_from(Standing),
    office=st.none() | st.sampled_from(_OFFICES),
    follow_up=st.none() | follow_ups,
)
owners = st.none() | st.builds(
    owned,
    st.sampled_from([Provider.NPS, Provider.CRC]),
    st.sampled_from([office for office in _OFFICES if office != "braley-house"]),
    officer=st.sampled_from([None, "Officer Birch (sample)"]),
)


def answered(asked: Enquiry, reading: Reading, owner: CaseOwner | None) -> Answer:
    """The answer, as the assistant comes by it: a look-up only of one reference, by who may."""
    looked_up = len(reading.references) == 1 and may_look_up(asked.standing)
    return ROUTER.route(asked, reading, owner if looked_up else None)


def after_999(answer: Answer) -> tuple[Step, ...]:
    return answer.steps[1:] if answer.kind is Kind.EMERGENCY else answer.steps


def every_answer_has_a_step_and_can_be_written(asked: Enquiry, reading: Reading, answer: Answer) -> None:
    assert answer.steps
    assert answer.area in SNAPSHOT.areas
    assert to_json(answer)


def the_first_step_of_an_emergency_and_of_nothing_else_is_999(
    asked: Enquiry, reading: Reading, answer: Answer
) -> None:
    assert (answer.steps[0].phone == "999") is (answer.kind is Kind.EMERGENCY)
    assert Role.EMERGENCY_SERVICES not in [step.role for step in answer.steps[1:]]
    if reading.danger and asked.text:
        assert answer.kind is Kind.EMERGENCY


def each_post_is_a_step_at_most_once(asked: Enquiry, reading: Reading, answer: Answer) -> None:
    posts = [(step.role, step.provider, step.office) for step in answer.steps]

    assert len(set(posts)) == len(posts)


def the_approved_premises_are_last_in_hours_and_first_out_of_hours_unless_it_can_wait(
    asked: Enquiry, reading: Reading, answer: Answer
) -> None:
    steps = after_999(answer)
    premises = [step.role for step in steps].index(Role.APPROVED_PREMISES)
    asked_for = reading.topic is Topic.APPROVED_PREMISES or Role.APPROVED_PREMISES in (
        reading.wanted,
        asked.follow_up and asked.follow_up.wanted,
    )

    if premises == 0:
        before = asked.follow_up is not None or reading.hinted is not None
        assert asked_for or before or not answer.open_now
    else:
        assert premises == len(steps) - 1
        waits = Urgency.CAN_WAIT in (reading.urgency, asked.follow_up and asked.follow_up.urgency)
        assert answer.open_now or answer.kind is Kind.EXPLAIN or (waits and answer.kind is not Kind.EMERGENCY)


def nobody_but_staff_ever_sees_a_name(asked: Enquiry, reading: Reading, answer: Answer) -> None:
    if not may_see_names(asked.standing):
        assert {step.name for step in answer.steps} == {None}
        assert not any(name in str(answer) for name in ("Birch", "Hazel", "Alder"))


def what_the_public_is_told_does_not_depend_on_the_reference_it_gives(
    asked: Enquiry, reading: Reading, answer: Answer
) -> None:
    as_public = Enquiry(asked.text, asked.at, asked.area, Standing.PUBLIC, asked.office)
    registered = owned(Provider.CRC, "kidderminster")

    assert answered(as_public, reading, registered) == answered(as_public, reading, None)


def no_number_of_another_area_is_ever_borrowed(asked: Enquiry, reading: Reading, answer: Answer) -> None:
    assert {step.phone for step in answer.steps} <= {None, "999", *NUMBERS_OF_AREA[str(answer.area)]}
    offices = {answer.office, *(step.office for step in answer.steps)}
    assert {AREA_OF_OFFICE[office] for office in offices if office} <= {answer.area}


def every_reason_is_a_rule_of_the_policy_or_a_term(asked: Enquiry, reading: Reading, answer: Answer) -> None:
    policies = Policies.bundled()

    known = set(policies.by_area[str(answer.area)].stated) | {f"term.{term}" for term in policies.terms}
    assert answer.because
    assert {reason.rule for reason in answer.because} <= known
    assert len({reason.rule for reason in answer.because}) == len(answer.because)
    assert not any("{" in reason.text for reason in answer.because)


def every_follow_up_can_be_read_back_and_asked_on_from(
    asked: Enquiry, reading: Reading, answer: Answer
) -> None:
    options = answer.clarify.options if answer.clarify else ()

    for written in (answer.follow_up, *(option.follow_up for option in options)):
        before = FollowUp.decode(written, SNAPSHOT)
        assert len(written.encode()) <= 57
        assert answered(Enquiry("", asked.at, asked.area, follow_up=before), Reading(), None).steps


def a_step_is_for_now_or_for_an_opening_to_come(asked: Enquiry, reading: Reading, answer: Answer) -> None:
    for step in answer.steps:
        if isinstance(step.when, datetime):
            assert step.when.utcoffset() is not None
            assert step.when > asked.at
            assert is_open(_HOURS, step.when, BANK_HOLIDAYS)
            assert not is_open(_HOURS, step.when.astimezone(UTC) - timedelta(minutes=1), BANK_HOLIDAYS)
        elif step.role not in (Role.APPROVED_PREMISES, Role.EMERGENCY_SERVICES):
            assert is_open(_HOURS, asked.at, BANK_HOLIDAYS)


def a_question_back_is_asked_where_and_only_where_the_answer_is_one(
    asked: Enquiry, reading: Reading, answer: Answer
) -> None:
    assert (answer.clarify is not None) is (answer.kind is Kind.CLARIFY)


# To make up what is asked takes twenty times as long as to answer it: all of this is asked of each answer.
HOLDS = (
    every_answer_has_a_step_and_can_be_written,
    the_first_step_of_an_emergency_and_of_nothing_else_is_999,
    each_post_is_a_step_at_most_once,
    the_approved_premises_are_last_in_hours_and_first_out_of_hours_unless_it_can_wait,
    nobody_but_staff_ever_sees_a_name,
    what_the_public_is_told_does_not_depend_on_the_reference_it_gives,
    no_number_of_another_area_is_ever_borrowed,
    every_reason_is_a_rule_of_the_policy_or_a_term,
    every_follow_up_can_be_read_back_and_asked_on_from,
    a_step_is_for_now_or_for_an_opening_to_come,
    a_question_back_is_asked_where_and_only_where_the_answer_is_one,
)


@settings(max_examples=500, deadline=None, derandomize=True)
@given(enquiries, readings, owners)
def test_what_holds_of_every_answer(asked: Enquiry, reading: Reading, owner: CaseOwner | None) -> None:
    answer = answered(asked, reading, owner)

    for holds in HOLDS:
        holds(asked, reading, answer)
