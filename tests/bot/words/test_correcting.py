"""Putting right what was understood."""

from dataclasses import replace

import pytest

from bot.words.buttons import LONGEST_DATA, Action, Press
from bot.words.catalogue import ENGLISH
from bot.words.correcting import correct
from bot.words.message import LineKind, Message
from bot.words.painters import line_to_plain
from bot.words.rendering import render
from bot.words.topics import likely_instead
from routing.answer import Answer
from routing.enquiry import FollowUp
from routing.reading.reading import Reading
from routing.snapshot import Snapshot
from routing.vocabulary import Kind, Provider, Topic, Urgency
from tests.routing.sample_directory import SNAPSHOT, answer_to, enquiry

BREACH = FollowUp("west-mercia", "redditch", Topic.BREACH, Provider.CRC, Urgency.CAN_WAIT)


def corrected(action: Action, before: FollowUp = BREACH, snapshot: Snapshot = SNAPSHOT) -> Message:
    answer = answer_to_button(before)
    return correct(ENGLISH, Press(action, before.encode()), before, answer, render(ENGLISH, answer), snapshot)


def answer_to_button(before: FollowUp) -> Answer:
    return answer_to(Reading(), enquiry(text="", follow_up=before))


def choices(message: Message) -> dict[str, FollowUp]:
    """What each button would ask, the way back left out."""
    return {
        button.label: FollowUp.decode(Press.decode(button.data).follow_up, SNAPSHOT)
        for button in message.buttons[:-1]
    }


def test_the_number_stays_in_sight_and_the_way_back_is_last() -> None:
    message = corrected(Action.CORRECT)

    assert "01527 585152" in line_to_plain(message.lines[0])
    assert message.lines[-1].kind is LineKind.QUESTION
    assert message.buttons[-1].label == "Back"


def test_another_place_is_another_office_of_the_area_and_everything_else_stays() -> None:
    found = choices(corrected(Action.PLACES))

    assert "redditch" not in {one.office for one in found.values()}
    assert found["Worcester"] == replace(BREACH, office="worcester")


def test_an_area_with_too_many_offices_to_read_through_asks_for_the_town_to_be_written() -> None:
    one = SNAPSHOT.offices["redditch"]
    many = {f"office-{number}": replace(one, id=f"office-{number}") for number in range(9)}
    message = corrected(Action.PLACES, snapshot=replace(SNAPSHOT, offices={**SNAPSHOT.offices, **many}))

    assert line_to_plain(message.lines[-1]) == "Which town is it about? Write it."
    assert [button.label for button in message.buttons] == ["Back"]


def test_another_provider_takes_what_decided_the_first_with_it() -> None:
    found = choices(corrected(Action.PROVIDERS, replace(BREACH, topic=Topic.CASE, ground="low_or_medium")))

    assert {one.provider for one in found.values()} == {Provider.NPS, None}
    assert {one.ground for one in found.values()} == {None}


def test_another_topic_keeps_the_place_the_hurry_and_a_provider_that_was_named() -> None:
    found = choices(corrected(Action.TOPICS))

    assert found["Recall to prison"] == replace(BREACH, topic=Topic.RECALL)


def test_another_topic_does_not_keep_a_provider_that_a_rule_gave() -> None:
    found = choices(corrected(Action.TOPICS, replace(BREACH, topic=Topic.CASE, ground="high_risk")))

    assert {one.provider for one in found.values()} == {None}


@pytest.mark.parametrize("topic", [None, *Topic])
def test_a_few_likely_topics_are_offered_and_never_the_one_that_was_understood(topic: Topic | None) -> None:
    found = likely_instead(topic)

    assert 4 <= len(found) <= 6
    assert topic not in found
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("topic", Topic)
def test_every_correction_fits_a_telegram_button(topic: Topic) -> None:
    before = replace(BREACH, topic=topic, ground="stays_with_nps")
    for action in (Action.CORRECT, Action.PLACES, Action.PROVIDERS, Action.TOPICS):
        buttons = corrected(action, before).buttons
        assert all(len(button.data.encode()) <= LONGEST_DATA for button in buttons)
    assert len(corrected(Action.CORRECT, before).buttons) == 7


def test_in_danger_nothing_is_put_right_by_buttons() -> None:
    answer = answer_to_button(replace(BREACH, urgency=Urgency.EMERGENCY))

    assert answer.kind is Kind.EMERGENCY
    assert [Press.decode(button.data).action for button in render(ENGLISH, answer).buttons] == [Action.NEXT]
