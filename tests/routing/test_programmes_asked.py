"""Going on with what was asked of the catalogue, and what of it is told."""

from dataclasses import replace

import pytest

from routing.catalogue import AskedOf, Purpose, Times, Wish
from routing.enquiry import FollowUp
from routing.programmes import MOST
from routing.reading.reading import Ask, Follow, Reading
from routing.vocabulary import Kind, Standing, Topic
from tests.routing.offering import ABUSE, BBR, NEXT, NEXT_WEEK, WORCESTER_EVENING, ask, codes, only, router
from tests.routing.sample_directory import SNAPSHOT, at_office, enquiry, rules


def test_an_enquiry_that_asks_nothing_of_the_catalogue_is_answered_as_if_there_were_none() -> None:
    answer = ask(None, WORCESTER_EVENING)

    assert answer.programmes is None
    assert rules(answer) == ["topic.programme"]


def test_what_is_on_offer_comes_beside_whom_to_ring_and_changes_nothing_of_that() -> None:
    with_it, without = ask(ABUSE, WORCESTER_EVENING), ask(None, WORCESTER_EVENING)

    assert (with_it.kind, with_it.steps, with_it.provider) == (without.kind, without.steps, without.provider)
    assert rules(with_it)[: len(without.because)] == rules(without)
    offer = only(with_it)
    assert (offer.name, offer.where, offer.next_start, offer.places) == (BBR.name, "Worcester", NEXT_WEEK, 3)
    assert (offer.fits, offer.not_known, offer.does_not_fit) == (("purpose",), (), ())


def test_programme_none_known__where_the_area_has_nothing_of_the_kind() -> None:
    elsewhere = replace(WORCESTER_EVENING, area="thames-valley", office="oxfordshire")
    answer = ask(ABUSE, elsewhere)

    assert answer.programmes == ()
    assert "programme.none_known" in rules(answer)
    assert answer.steps


def test_a_programme_that_is_named_is_the_only_one_told_of() -> None:
    named = Wish(frozenset({AskedOf.NEXT_START}), frozenset({Purpose.DOMESTIC_ABUSE}), named=("tsp",))

    assert codes(ask(named, WORCESTER_EVENING, replace(WORCESTER_EVENING, code="t", programme="tsp"))) == [
        "t"
    ]


def test_what_is_on_the_rate_card_is_told_where_the_card_is_asked_for() -> None:
    wish = Wish(frozenset({AskedOf.PRICE}))
    off_the_card = replace(WORCESTER_EVENING, code="off", rate_card=None)

    assert codes(ask(wish, WORCESTER_EVENING, off_the_card, topic=Topic.RATE_CARD)) == ["worcester-evening"]


def test_no_answer_holds_more_than_anybody_reads() -> None:
    runs = (replace(WORCESTER_EVENING, code=f"{number:02}") for number in range(MOST + 5))

    assert len(codes(ask(ABUSE, *runs))) == MOST


def test_without_a_place_the_place_is_asked_and_each_choice_remembers_what_was_asked() -> None:
    answer = ask(NEXT, WORCESTER_EVENING, office=None)

    assert (answer.kind, codes(answer)) == (Kind.CLARIFY, ["worcester-evening"])
    assert answer.clarify is not None
    option = next(option for option in answer.clarify.options if option.value == "worcester")
    pressed = enquiry("", follow_up=FollowUp.decode(option.follow_up, SNAPSHOT))
    again = router(WORCESTER_EVENING).route(pressed, Reading(), None)
    assert (again.kind, again.office, codes(again)) == (Kind.ROUTE, "worcester", ["worcester-evening"])
    assert again.follow_up == option.follow_up


def test_a_place_that_is_typed_goes_on_with_what_was_asked() -> None:
    before = FollowUp("west-mercia", topic=Topic.PROGRAMME, ground=NEXT.encode())
    answered = router(WORCESTER_EVENING).route(
        enquiry("Worcester", follow_up=before),
        Reading(places=at_office("worcester"), about_probation=True),
        None,
    )

    assert codes(answered) == ["worcester-evening"]


def test_what_is_said_later_only_adds_to_what_was_asked() -> None:
    weekend = Wish(frozenset(), times=frozenset({Times.WEEKEND}))
    before = FollowUp("west-mercia", "worcester", topic=Topic.PROGRAMME, ground=ABUSE.encode())
    more = Reading(wish=weekend, follow=frozenset({Follow.GOES_ON}), brief=True)

    answered = router(WORCESTER_EVENING).route(enquiry("and at the weekend?", follow_up=before), more, None)

    assert only(answered).does_not_fit == ("times",)
    assert Wish.decode(answered.follow_up.split("|")[-1]) == replace(ABUSE, times=weekend.times)


def test_what_only_adds_asks_nothing_by_itself() -> None:
    assert ask(Wish(frozenset(), times=frozenset({Times.WEEKEND})), WORCESTER_EVENING).programmes is None


@pytest.mark.parametrize(
    "read",
    [
        {"danger": True},
        {"ask": Ask.WHO_MANAGES},
        {"references": ("A204117", "B310482")},
        {"out_of_scope": True},
    ],
)
def test_no_programme_stands_beside_what_is_safer_to_say(read: dict[str, object]) -> None:
    facts: dict[str, object] = {"topic": Topic.PROGRAMME, "places": at_office("worcester"), **read}
    reading = Reading(wish=ABUSE, about_probation=True, **facts)  # type: ignore[arg-type]

    answer = router(WORCESTER_EVENING).route(enquiry(by=Standing.PUBLIC), reading, None)

    assert answer.programmes is None
