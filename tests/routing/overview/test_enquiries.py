"""Which enquiries are counted, what of them, and that no figure tells of one person."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routing.answer import Answer
from routing.enquiry import Enquiry
from routing.overview.counting import Counted, Ended, Measure, Where, counted_of
from routing.overview.enquiries import Count, EnquiryFigures, enquiry_figures, to_nearest_five
from routing.overview.scope import Scope
from routing.vocabulary import Kind, Provider, Standing, Topic, Turn

TUESDAY = date(2014, 7, 8)
AT_WORCESTER = Where("west-mercia", "worcester", "nps")
ASKED = Enquiry("recall, Worcester", datetime(2017, 1, 1, 3, tzinfo=UTC), "west-mercia", channel="web")
ALL = (Scope(),)
NOW = datetime(2014, 7, 8, 9, 30, tzinfo=UTC)


def answer(kind: Kind = Kind.ROUTE, **more: Any) -> Answer:
    where = {"area": "west-mercia", "office": "worcester", "provider": Provider.NPS, "topic": Topic.RECALL}
    return Answer(kind=kind, open_now=True, **{**where, **more})


def counts(*times: tuple[Measure, str, int], where: Where = AT_WORCESTER) -> list[Count]:
    return [Count(TUESDAY, where, measure, value, count) for measure, value, count in times]


def test_of_an_enquiry_the_day_and_hour_it_is_asked_at_where_topic_channel_and_how_it_ended_are_counted() -> (
    None
):
    late = datetime(2014, 7, 8, 23, 30, tzinfo=UTC)
    assert counted_of(ASKED, answer(), late) == Counted(
        date(2014, 7, 9), AT_WORCESTER, 0, "recall", "web", Ended.ANSWERED
    )
    nothing = counted_of(ASKED, answer(Kind.UNKNOWN, area=None, office=None, provider=None, topic=None), NOW)
    assert nothing == Counted(TUESDAY, Where("", "", ""), 10, "", "web", Ended.UNKNOWN)


def test_how_an_enquiry_ended_is_known_of_every_kind_of_answer() -> None:
    assert [one and one.ended for one in (counted_of(ASKED, answer(kind), NOW) for kind in Kind)] == [
        Ended.ANSWERED, Ended.EMERGENCY, Ended.ANSWERED, Ended.CLARIFIED, Ended.DECLINED, Ended.UNKNOWN
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "turn"),
    [
        (replace(ASKED, unfinished=True), Turn.FRESH),  # it is still being typed
        (replace(ASKED, text=" "), Turn.FRESH),  # a button
        (replace(ASKED, standing=Standing.ADMIN), Turn.FRESH),  # a keeper tries it
        *((ASKED, turn) for turn in Turn if turn not in (Turn.FRESH, Turn.GOES_ON)),
    ],
)
def test_what_asks_nothing_and_what_a_keeper_tries_is_not_counted(asked: Enquiry, turn: Turn) -> None:
    assert counted_of(asked, answer(turn=turn), NOW) is None


def test_a_question_that_goes_on_is_counted() -> None:
    assert counted_of(ASKED, answer(turn=Turn.GOES_ON), NOW) is not None


@pytest.mark.parametrize(("count", "told"), [(0, 0), (1, 0), (2, 0), (3, 5), (5, 5), (7, 5), (8, 10)])
def test_disclosure_small_numbers__to_the_nearest_five(count: int, told: int) -> None:
    assert to_nearest_five(count) == told


@given(st.lists(st.tuples(st.sampled_from(Measure), st.integers(1, 30), st.integers(0, 6)), max_size=40))
def test_disclosure_small_numbers__every_figure_is_a_multiple_of_five_and_one_enquiry_is_in_none(
    rows: list[tuple[Measure, int, int]],
) -> None:
    def value(measure: Measure, number: int) -> str:
        topics, ends = list(Topic), list(Ended)
        if measure is Measure.TOPIC:
            return topics[number]
        return ends[number % len(ends)] if measure is Measure.ENDED else f"{number:02}"

    found = enquiry_figures(counts(*((one, value(one, n), times) for one, n, times in rows)), ALL)
    told = [found.asked]
    for name in EnquiryFigures.__dataclass_fields__:
        told += [] if name == "asked" else list(getattr(found, name).values())
    assert all(one % 5 == 0 for one in told)
    assert enquiry_figures(counts(*((one, value(one, 1), 1) for one in Measure)), ALL) == EnquiryFigures()


def test_figures_are_by_hour_weekday_topic_channel_place_and_how_they_ended() -> None:
    rows = counts(
        (Measure.HOUR, "09", 12), (Measure.HOUR, "10", 20),
        (Measure.TOPIC, "recall", 20), (Measure.TOPIC, "", 12),
        (Measure.CHANNEL, "web", 32), (Measure.ENDED, "answered", 21), (Measure.ENDED, "unknown", 11),
    )  # fmt: skip
    assert enquiry_figures(rows, ALL) == EnquiryFigures(
        asked=30,
        hours={10: 20, 9: 10},
        weekdays={1: 30},
        topics={Topic.RECALL: 20, None: 10},
        channels={"web": 30},
        areas={"west-mercia": 30},
        offices={("west-mercia", "worcester"): 30},
        ended={Ended.ANSWERED: 20, Ended.UNKNOWN: 10},
        days={(TUESDAY, Ended.ANSWERED): 20, (TUESDAY, Ended.UNKNOWN): 10},
    )


@pytest.mark.parametrize(
    ("scope", "asked"),
    [
        (Scope(), 40),
        (Scope("west-mercia"), 35),
        (Scope("west-mercia", "worcester"), 25),
        (Scope("west-mercia", "worcester", Provider.NPS), 15),
        (Scope("west-mercia", None, Provider.CRC), 20),  # what both lead on is theirs too
        (Scope("london"), 0),
    ],
)
def test_nobody_sees_enquiries_beyond_their_scope(scope: Scope, asked: int) -> None:
    rows = [
        *counts((Measure.ENDED, "answered", 5), where=AT_WORCESTER),
        *counts((Measure.ENDED, "answered", 10), where=AT_WORCESTER._replace(provider="both")),
        *counts((Measure.ENDED, "answered", 10), where=AT_WORCESTER._replace(provider="crc")),
        *counts((Measure.ENDED, "answered", 10), where=Where("west-mercia", "", "")),
        *counts((Measure.ENDED, "answered", 5), where=Where("", "", "")),
    ]
    assert enquiry_figures(rows, [scope]).asked == asked
    assert enquiry_figures(rows, [scope, scope]).asked == asked  # twice covered is once counted
