"""What an enquiry is about: words that say it, words that lean, and two things told together."""

import pytest

from routing.vocabulary import Topic
from tests.routing.reading.reading_of import reading_of


def _topic(text: str) -> Topic | None:
    reading = reading_of(text)
    return reading.topic or reading.hinted


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("He's had his one warning and still isn't turning up", Topic.BREACH),
        ("Arrested a man who is out on licence", Topic.RECALL),
        ("She comes out of prison with nowhere to live", Topic.THROUGH_THE_GATE),
        ("I'd like to look the boy who burgled me in the eye", Topic.RESTORATIVE_JUSTICE),
        ("Could our churchyard be cleared by offenders", Topic.UNPAID_WORK),
    ],
)
def test_a_topic_told_as_a_story(text: str, topic: Topic) -> None:
    assert _topic(text) is topic


def test_two_sides_count_in_either_order_and_not_far_apart() -> None:
    assert _topic("a programme for a man convicted of exposure") is Topic.SEX_OFFENDER_PROGRAMME
    assert _topic("convicted of exposure, needs a programme") is Topic.SEX_OFFENDER_PROGRAMME
    assert (
        _topic("An exposure. It was in May. We heard of it. Any programme?")
        is not Topic.SEX_OFFENDER_PROGRAMME
    )


def test_a_word_that_only_leans_does_not_decide() -> None:
    assert _topic("short staffed here, who do I ring at probation") in (None, Topic.CASE)


def test_two_words_that_lean_count_as_a_hint() -> None:
    assert _topic("the board with the cps") is Topic.CRIMINAL_JUSTICE_BOARD


@pytest.mark.parametrize(
    "text",
    [
        "School nurse. Number for probation?",
        "Social worker here, need probation",
        "I'm the clerk to the council",
    ],
)
def test_who_the_asker_is_does_not_decide_the_topic(text: str) -> None:
    assert _topic(text) in (None, Topic.CASE)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Our hostel in Redditch has a resident on licence who owes us rent", Topic.CASE),
        ("the Salvation Army hostel asks about a man on licence in Redditch", Topic.CASE),
        ("we run a womens hostel, a resident has missed her appointment with probation", Topic.CASE),
        ("a man on licence in your hostel owes us money", Topic.APPROVED_PREMISES),
        ("our hostel rules are plain to a man on licence in Redditch", Topic.CASE),
        ("a man in my nearest probation hostel shouts at night", Topic.APPROVED_PREMISES),
        ("a bed in a probation hostel for a man on licence", Topic.APPROVED_PREMISES),
    ],
)
def test_the_hostel_of_another_agency_is_no_approved_premises(text: str, topic: Topic) -> None:
    assert reading_of(text).topic is topic


def test_the_narrower_of_two_topics_is_meant() -> None:
    assert _topic("price of a CRC programme") is Topic.RATE_CARD


def test_a_longer_sentence_is_no_short_one() -> None:
    assert _topic("two years and six months in prison") is not Topic.SHORT_SENTENCE


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("breach, Redditch", Topic.BREACH),
        ("recall worcester", Topic.RECALL),
        ("breach on E205631", Topic.BREACH),
        ("E205631 breach, who do I ring?", Topic.BREACH),
        ("breach", None),
        ("breach, Reading", None),
        ("breach, my son, Redditch", Topic.BREACH),
        ("data breach, Redditch", None),
        ("I recall Worcester being nice", None),
        ("Would I be in breach of my phone contract", None),
        ("recall of my washing machine", None),
        ("recall of my toaster, Redditch", None),
    ],
)
def test_a_bare_word_is_sure_beside_a_place_of_ours_or_a_reference(text: str, topic: Topic | None) -> None:
    assert reading_of(text).topic is topic


def test_the_mappa_level_of_a_case_is_a_fact_and_no_topic() -> None:
    reading = reading_of("E205631 - MAPPA level 2, very high risk. Who do I ring?")

    assert reading.topic is Topic.CASE
    assert reading.mappa
    assert _topic("E205631 is on the agenda of the MAPPA meeting") is Topic.MAPPA
    assert _topic("MAPPA level 2, who do I ring?") is Topic.MAPPA


def test_a_topic_turned_down_gives_way_to_the_one_meant() -> None:
    assert reading_of("It's not a breach, it's about recall. Redditch").topic is Topic.RECALL
    assert reading_of("It's not recall, it's a breach. Redditch").topic is Topic.BREACH


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("high risk of serious harm to children, who supervises him?", Topic.CASE),
        ("risk of serious harm to children: high", Topic.CASE),
        ("increased risk of serious harm to children, CRC case", Topic.RISK_ESCALATION),
        ("there is a risk of serious harm to the children", Topic.SAFEGUARDING_CHILDREN),
        ("high risk to children, conference on Friday", Topic.SAFEGUARDING_CHILDREN),
    ],
)
def test_the_level_of_a_risk_to_children_is_a_fact_of_the_case_by_itself(text: str, topic: Topic) -> None:
    assert reading_of(text).topic is topic


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("who sends the first warning on a CRC case", Topic.CASE),
        ("he has missed again after the first warning", Topic.BREACH),
        ("final warning on a CRC case", Topic.BREACH),
        ("missed payback again, breach please", Topic.BREACH),
        ("missed payback because of childcare", Topic.UNPAID_WORK),
    ],
)
def test_a_first_warning_is_the_providers_own_and_what_follows_is_a_breach(text: str, topic: Topic) -> None:
    assert reading_of(text).topic is topic


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Who do I ring about MAPPA in Redditch?", Topic.MAPPA),
        ("MAPPA pls", Topic.MAPPA),
        ("who takes MAPPA calls", Topic.MAPPA),
        ("A question about MAPPA offenders in Redditch", Topic.CASE),
        ("He is MAPPA, Redditch, who do I ring?", Topic.CASE),
        ("MAPPA, low risk, Redditch. Who do I ring?", Topic.CASE),
    ],
)
def test_mappa_is_a_topic_of_its_own_unless_it_is_said_of_somebody(text: str, topic: Topic) -> None:
    assert _topic(text) is topic
