"""Conversations, read as they are had: what each message makes of what was settled before."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routing.answer import Answer, to_json
from routing.conversation import go_on
from routing.enquiry import FollowUp, Tried
from routing.policy import Policies
from routing.reading.reader import Reader
from routing.reading.reading import Reading
from routing.router import Router
from routing.vocabulary import Kind, Provider, Role, Standing, Topic, Turn
from tests.routing.sample_directory import (
    AREA_OF_OFFICE,
    NAME_OF_DUTY_OFFICER,
    ROUTER,
    SNAPSHOT,
    TUESDAY,
    TUESDAY_NIGHT,
    answer_to,
    at_office,
    contacts,
    enquiry,
    owned,
    place,
    roles,
    rules,
)

PLACES = tuple(
    (name, place(office, name=name, kind="office"))
    for office in AREA_OF_OFFICE
    for name in [office.replace("-", " ").title()]
)
READER = Reader(PLACES, Policies.bundled().terms)
HERE = Router(replace(SNAPSHOT, places=PLACES), Policies.bundled())


@dataclass
class Talk:
    """A conversation with the router: what was settled goes on from one message to the next."""

    by: Standing = Standing.PUBLIC
    at: datetime = TUESDAY
    answer: Answer | None = None

    def hear(self, *messages: str) -> Answer:
        """The answer to the last of these messages."""
        for text in messages:
            before = FollowUp.decode(self.answer.follow_up, SNAPSHOT) if self.answer else None
            asked = enquiry(text, at=self.at, by=self.by, follow_up=before)
            area = before.area if before else "west-mercia"
            self.answer = HERE.route(asked, READER.read(text, area), None)
        assert self.answer is not None
        return self.answer


def told(answer: Answer) -> tuple[Topic | None, str | None, Provider | None]:
    return answer.topic, answer.office, answer.steps[0].provider


BREACH = "breach on a CRC case, Redditch"


@pytest.mark.parametrize(
    ("messages", "topic", "office", "provider"),
    [
        ((BREACH, "and in Worcester?"), Topic.BREACH, "worcester", Provider.NPS),
        ((BREACH, "Worcester"), Topic.BREACH, "worcester", Provider.NPS),
        ((BREACH, "no, Camden"), Topic.BREACH, "camden", Provider.NPS),
        ((BREACH, "sorry, I meant Kidderminster"), Topic.BREACH, "kidderminster", Provider.NPS),
        ((BREACH, "no, Camden", "and Tower Hamlets?"), Topic.BREACH, "tower-hamlets", Provider.NPS),
        (("duty officer, Redditch", "what about the CRC one?"), Topic.CONTACT, "redditch", Provider.CRC),
        (("duty officer, Redditch", "the other one"), Topic.CONTACT, "redditch", Provider.CRC),
        (("CRC duty officer, Redditch", "the other one"), Topic.CONTACT, "redditch", Provider.NPS),
        (("duty officer, Redditch", "CRC", "and in Worcester"), Topic.CONTACT, "worcester", Provider.CRC),
        (("he is high risk, Redditch", "it's medium actually"), Topic.CASE, "redditch", Provider.CRC),
        (("he is medium risk, Redditch", "no he's MAPPA"), Topic.CASE, "redditch", Provider.NPS),
        (("unpaid work, Redditch", "and a recall?"), Topic.RECALL, "redditch", Provider.NPS),
        (("what is MAPPA?", "and in Redditch?"), Topic.MAPPA, "redditch", Provider.NPS),
        (("who does unpaid work?", "and in Redditch?"), Topic.UNPAID_WORK, "redditch", Provider.CRC),
    ],
)
def test_a_new_fact_takes_the_place_of_the_old_one_and_the_rest_stays(
    messages: tuple[str, ...], topic: Topic, office: str, provider: Provider
) -> None:
    assert told(Talk().hear(*messages)) == (topic, office, provider)


@pytest.mark.parametrize(
    "no_answer",
    ["no answer", "nobody picks up", "she's out", "ok and if she's out too", "who next?", "it just rings",
     "rang them, voicemail", "tried that", "no reply from them either", "he's not there"],
)  # fmt: skip
def test_no_answer_goes_on_to_the_next_step(no_answer: str) -> None:
    first = Talk().hear(BREACH)
    talk = Talk()
    answer = talk.hear(BREACH, no_answer)

    assert answer.turn is Turn.NEXT
    assert answer.steps == first.steps[1:]
    assert answer.follow_up == first.follow_up


@pytest.mark.parametrize(
    ("text", "turn"),
    [
        ("thanks", Turn.THANKS),
        ("ok", Turn.THANKS),
        ("👍🏽", Turn.THANKS),
        ("Hello?", Turn.GREETING),
        ("bore da", Turn.GREETING),
        ("hi there, who are you", Turn.GREETING),
        ("hello, no answer", Turn.NEXT),
        ("ok thanks why", Turn.WHY),
        ("thanks but wrong number", Turn.WRONG_NUMBER),
        ("ok, and in Worcester?", Turn.GOES_ON),
        ("ok my dog is ill", Turn.FRESH),
        ("hello my dog is ill", Turn.FRESH),
    ],
)
def test_courtesy_asks_nothing_by_itself_and_hides_nothing_beside_it(text: str, turn: Turn) -> None:
    assert Talk().hear(BREACH, text).turn is turn


def test_whom_to_ring_after_the_catalogue_was_asked_is_told_without_the_list() -> None:
    talk = Talk()
    assert talk.hear("which programmes are there for domestic abuse, Redditch").programmes is not None
    answer = talk.hear("duty officer")
    assert (answer.topic, answer.office, answer.programmes) == (Topic.PROGRAMME, "redditch", None)


def test_no_answer_is_about_the_step_that_was_shown_last() -> None:
    first = Talk().hear(BREACH)
    before = FollowUp.decode(first.follow_up, SNAPSHOT)
    asked = enquiry("no answer", follow_up=before)
    reading = READER.read("no answer", "west-mercia")

    answer = HERE.route(replace(asked, tried=Tried(Role.SPO, Provider.NPS)), reading, None)
    last = HERE.route(replace(asked, tried=Tried(Role.APPROVED_PREMISES, Provider.NPS)), reading, None)

    assert answer.steps == first.steps[2:]
    assert last.steps == first.steps  # nobody is left, and no answer is a dead end


def test_the_officer_who_is_named_in_words_is_not_taken_for_the_step_shown() -> None:
    answer = Talk().hear("she is on my caseload, CRC, Redditch", "her probation officer isn't answering")

    assert answer.turn is not Turn.NEXT
    assert answer.steps[0].role is Role.DUTY_OFFICER


@pytest.mark.parametrize("why", ["why?", "how come", "why the NPS?", "says who", "what's that based on"])
def test_why_gives_the_same_answer_once_more(why: str) -> None:
    first = Talk().hear(BREACH)
    answer = Talk().hear(BREACH, why)

    assert answer.turn is Turn.WHY
    assert (answer.steps, answer.because) == (first.steps, first.because)


def test_tomorrow_can_wait_and_urgent_cannot() -> None:
    at_night = TUESDAY_NIGHT
    assert roles(Talk(at=at_night).hear(BREACH))[0] is Role.APPROVED_PREMISES
    assert roles(Talk(at=at_night).hear(BREACH, "tomorrow"))[0] is Role.DUTY_OFFICER
    again = Talk(at=at_night).hear(BREACH, "tomorrow", "what if it's urgent")
    assert (again.urgent, roles(again)[0]) == (True, Role.APPROVED_PREMISES)


@pytest.mark.parametrize("again", ["start again", "new question", "forget that", "reset"])
def test_start_again_forgets(again: str) -> None:
    answer = Talk().hear(BREACH, again)
    assert answer.turn is Turn.AGAIN
    assert (answer.topic, answer.office) == (None, None)


@pytest.mark.parametrize("wrong", ["wrong number", "that number doesn't work", "I got the wrong person"])
def test_a_wrong_number_is_about_the_answer_as_it_stands(wrong: str) -> None:
    first = Talk().hear(BREACH)
    answer = Talk().hear(BREACH, wrong)

    assert (answer.turn, answer.steps) == (Turn.WRONG_NUMBER, first.steps)


@pytest.mark.parametrize(
    "fresh",
    [
        "who manages B310482?",
        "B310482",
        "recall of a man on licence",
        "NPS duty officer Worcester",
        "what is MAPPA?",
        "has Jordan Sampleton been on probation?",
        "asdf qwerty",
        "my bin was not collected",
    ],
)
def test_a_question_of_its_own_is_answered_as_if_it_were_the_first_but_for_the_place(fresh: str) -> None:
    first = Talk().hear(fresh)
    answer = Talk().hear(BREACH, fresh)

    assert answer.turn is Turn.FRESH
    assert (answer.topic, answer.provider, answer.because[0]) == (
        first.topic,
        first.provider,
        first.because[0],
    )


def test_a_case_reference_takes_over_nothing_at_all_not_even_the_place() -> None:
    reading = READER.read("B310482", "west-mercia")
    asked = enquiry("B310482", follow_up=FollowUp("west-mercia", "redditch", Topic.BREACH))

    gone = go_on(asked, reading)

    assert (gone.turn, gone.enquiry.follow_up, gone.reading) == (Turn.FRESH, None, reading)


def test_danger_wins_over_every_way_of_going_on() -> None:
    answer = Talk().hear(BREACH, "no answer and he is outside with a knife")
    assert (answer.kind, answer.steps[0].phone) == (Kind.EMERGENCY, "999")


def test_an_emergency_lasts_while_it_is_gone_on_from() -> None:
    talk = Talk()
    talk.hear("he is outside with a knife, Redditch")

    assert talk.hear("no, Worcester").kind is Kind.EMERGENCY
    assert talk.hear("no answer").steps[0].phone == "999"
    assert talk.hear("what is MAPPA?").kind is Kind.EXPLAIN


def test_a_place_outside_every_area_does_not_get_the_office_of_before() -> None:
    reading = Reading(elsewhere=True, about_probation=True)
    before = FollowUp("west-mercia", "redditch", Topic.BREACH)

    assert answer_to(reading, enquiry("no, Cardiff", follow_up=before)).office is None


def test_nothing_of_a_case_travels() -> None:
    case = owned(Provider.CRC, "tower-hamlets", officer="Officer Birch (sample)")
    first = ROUTER.route(
        enquiry("who has B310482", by=Standing.OFFICER),
        Reading(references=("B310482",), topic=Topic.CASE, about_probation=True),
        case,
    )
    assert "Officer Birch" in to_json(first).decode()
    assert "B310482" not in first.follow_up
    assert "Birch" not in first.follow_up

    before = FollowUp.decode(first.follow_up, SNAPSHOT)
    why = READER.read("why?", "london")
    for by in (Standing.PUBLIC, Standing.PARTNER):
        answer = ROUTER.route(enquiry("why?", by=by, follow_up=before), why, None)
        written = to_json(answer).decode()
        assert "Birch" not in written
        assert NAME_OF_DUTY_OFFICER not in written


WORDS = st.sampled_from(
    ["why?", "no answer", "and in Redditch?", "the other one", "tomorrow", "it's medium actually", "CRC",
     "wrong number", "no, Camden", "and the SPO?", "start again", "ok and if she's out too"]
)  # fmt: skip
FIRST = st.sampled_from(
    [BREACH, "who manages Jordan Sampleton?", "is he known to you? Worcester", "what is MAPPA?", "asdf",
     "duty officer, Tower Hamlets", "he is high risk, Kidderminster", "where does he live?"]
)  # fmt: skip


@given(FIRST, st.lists(WORDS, max_size=5))
def test_however_it_goes_on_nothing_more_is_told_than_by_asking_at_once(first: str, rest: list[str]) -> None:
    """The public never gets a name; and no conversation is a dead end."""
    answer = Talk().hear(first, *rest)

    assert all(step.name is None for step in answer.steps)
    assert answer.steps
    assert NAME_OF_DUTY_OFFICER not in to_json(answer).decode()


def test_what_was_declined_stays_declined_when_it_is_asked_why() -> None:
    answer = Talk().hear("who manages Jordan Sampleton?", "why?")

    assert (answer.kind, answer.turn) == (Kind.DECLINED, Turn.WHY)
    assert rules(answer)[0] == "disclosure.who_manages"


@given(st.text(max_size=80))
def test_any_text_after_any_answer_is_answered(text: str) -> None:
    assert Talk().hear(BREACH, text).steps


@given(st.sampled_from(["west-mercia", "thames-valley", "london", "dlnr"]), st.integers(0, 7 * 24))
def test_the_place_is_asked_only_where_it_changes_whom_to_ring(area: str, hours: int) -> None:
    """Asked at every hour of a week: each option's ladder differs from some other's."""
    at = TUESDAY_NIGHT + timedelta(hours=hours)
    answer = answer_to(
        Reading(topic=Topic.BREACH, about_probation=True), enquiry(at=at, area=area, by=Standing.PUBLIC)
    )
    offices = SNAPSHOT.offices_of(area)
    ladders = {
        tuple(contacts(answer_to(Reading(topic=Topic.BREACH, places=at_office(one.id), about_probation=True),
                                 enquiry(at=at, area=area))))
        for one in offices
    }  # fmt: skip
    assert (answer.kind is Kind.CLARIFY) == (len(ladders) > 1)
    if answer.kind is not Kind.CLARIFY:
        assert tuple(contacts(answer)) in ladders
    assert answer.steps
