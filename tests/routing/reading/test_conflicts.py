"""Facts that contradict each other: both are kept, and one is taken by the rules of evidence.py."""

import pytest

from routing.reading.reading import Fact
from routing.vocabulary import Provider, Risk, Role, Topic, Urgency
from tests.routing.reading.reading_of import facts_in, reading_of


def _facts(text: str, name: str) -> list[Fact]:
    return [fact for fact in facts_in(text) if fact.name == name]


def test_rule_1_danger_counts_whatever_else_is_said() -> None:
    text = "Not urgent but he has a knife and is stabbing her now"

    assert reading_of(text).danger
    assert _facts(text, "danger")


@pytest.mark.parametrize("text", ["He isn't MAPPA.", "MAPPA? No.", "no MAPPA flag", "neither high nor MAPPA"])
def test_rule_2_what_is_denied_does_not_count(text: str) -> None:
    assert not reading_of(text).mappa


def test_rule_2_what_is_not_known_does_not_count() -> None:
    assert reading_of("not sure whether he is high risk").risk is None


@pytest.mark.parametrize(
    ("text", "provider", "topic", "risk"),
    [
        ("ring the CRC, no sorry, the NPS at Redditch", Provider.NPS, None, None),
        ("it's a breach... no hang on, a recall, on licence", None, Topic.RECALL, None),
        ("he's high risk of harm, no wait, low risk of harm", None, Topic.CASE, Risk.LOW),
    ],
)
def test_rule_3_who_corrects_themselves_means_what_comes_after(
    text: str, provider: Provider | None, topic: Topic | None, risk: Risk | None
) -> None:
    reading = reading_of(text)

    assert (reading.provider, reading.topic, reading.risk) == (provider, topic, risk)
    assert any(not fact.taken for fact in facts_in(text))


def test_rule_3_a_correction_of_nothing_takes_nothing_back() -> None:
    assert reading_of("I mean the NPS, Redditch").provider is Provider.NPS


def test_rule_4_what_is_so_now_counts_before_what_was() -> None:
    text = "is high risk of harm, was medium risk of harm"

    assert reading_of(text).risk is Risk.HIGH
    levels = {(fact.value, fact.taken) for fact in _facts(text, "risk")}
    assert {("high", True), ("medium", False)} <= levels


def test_rule_5_of_two_levels_that_are_both_so_now_the_last_counts() -> None:
    assert reading_of("low risk of harm to the public, high risk of harm to her").risk is Risk.HIGH


def test_rule_6_that_it_can_wait_counts_before_urgent_but_not_before_a_but() -> None:
    assert reading_of("urgent I suppose, it can wait till Monday").urgency is Urgency.CAN_WAIT
    assert reading_of("it can wait but it is urgent").urgency is Urgency.URGENT


def test_rule_7_of_two_providers_that_are_alike_none_counts() -> None:
    assert reading_of("NPS, CRC, Redditch").provider is None
    assert reading_of("the NPS say it is a CRC case").provider is Provider.CRC
    assert reading_of("not the CRC SPO, the NPS one").provider is Provider.NPS


def test_rule_8_of_what_is_said_of_mappa_the_last_counts() -> None:
    assert reading_of("They asked about MAPPA. He is not MAPPA.").mappa is False


def test_rule_9_a_post_asked_for_counts_before_one_turned_down_or_tried() -> None:
    assert reading_of("I want the SPO not the duty officer").wanted is Role.SPO
    assert reading_of("duty officer not answering, need the SPO").wanted is Role.SPO


def test_rule_10_a_case_stands_behind_any_other_topic_and_the_wider_behind_the_narrower() -> None:
    assert reading_of("man on licence, about his unpaid work").topic is Topic.UNPAID_WORK
    assert reading_of("a programme for sex offenders").topic is Topic.SEX_OFFENDER_PROGRAMME


def test_rule_11_where_somebody_lives_now_counts_before_the_place_they_left() -> None:
    reading = reading_of("He left Worcester and now lives in Redditch.")

    assert reading.places[0].name == "Redditch"
    assert [fact.taken for fact in _facts("He left Worcester and now lives in Redditch.", "place")] == [
        False,
        True,
    ]


def test_every_fact_has_its_words_and_its_weight_and_no_words_of_a_person() -> None:
    facts = facts_in("John Sampleton dob 1/2/1980 breached his order, Redditch")

    assert ("topic", "breach") in {(fact.name, fact.value) for fact in facts}
    assert all(fact.words and 0 < fact.weight <= 3 for fact in facts)
    assert "ampleton" not in str(facts)
    assert "1980" not in str(facts)
