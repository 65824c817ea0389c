"""The figures: counted from histories written by hand, and whatever the histories are."""

from datetime import datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from routing.call_backs.news import Noted
from routing.call_backs.request import Because, Outcome, State
from routing.hours import LONDON
from routing.information.request import Ending, InformationKind, Progress
from routing.overview.history import CallBack, Event, Information
from routing.overview.overview import Durations, Move, Overview, PostAt, overview, percentile
from routing.overview.scope import Scope
from routing.rota.shifts import Span
from routing.vocabulary import Provider, Role, Topic
from tests.routing.information.made_up import at

NPS, CRC = Provider.NPS, Provider.CRC
ALL = (Scope(),)
JULY = Span(at(1, "00:00"), at(1, "00:00", month=8))
NOW = at(20)
DUTY = PostAt("west-mercia", "worcester", NPS, Role.DUTY_OFFICER)


def event(what: Noted, moment: datetime, role: Role | None = Role.DUTY_OFFICER, **more: Any) -> Event:
    return Event(what, moment, role, more.get("provider", NPS), more.get("because"))


def call(*history: Event, state: State = State.CLOSED, **more: Any) -> CallBack:
    values: dict[str, Any] = {
        "area": "west-mercia",
        "office": "worcester",
        "provider": NPS,
        "topic": Topic.CASE,
        "outcome": Outcome.HELPED if state is State.CLOSED else None,
        "asked_at": history[0].at if history else at(8),
    }
    return CallBack(**{**values, **more}, state=state, history=history)


def figures(*calls: CallBack, scopes: tuple[Scope, ...] = ALL, span: Span = JULY) -> Overview:
    return overview(calls, (), (), scopes, span, NOW)


def minutes(*times: int) -> list[timedelta]:
    return [timedelta(minutes=one) for one in times]


def test_nothing_at_all_is_nothing_and_no_error() -> None:
    empty = figures()
    assert (empty.asked, empty.open, empty.oldest, empty.to_taken) == (0, {}, None, Durations())
    assert empty.information.to_answered == Durations()
    assert percentile([], 50) is None


def test_percentiles_are_times_that_occurred() -> None:
    assert percentile(minutes(7), 90) == timedelta(minutes=7)
    assert percentile(minutes(1, 2), 50) == timedelta(minutes=1)
    assert percentile(minutes(1, 2, 3), 50) == timedelta(minutes=2)
    assert percentile(minutes(*range(1, 11)), 90) == timedelta(minutes=9)
    assert percentile(minutes(*range(1, 12)), 90) == timedelta(minutes=10)


@given(st.lists(st.timedeltas(timedelta(), timedelta(days=90)), min_size=1), st.integers(1, 100))
def test_a_percentile_has_at_least_so_many_at_or_below_it_and_no_less_would_do(
    times: list[timedelta], percent: int
) -> None:
    held = sorted(times)
    found = percentile(held, percent)
    assert found in held
    assert sum(one <= found for one in held) * 100 >= percent * len(held)
    assert sum(one < found for one in held) * 100 < percent * len(held)


@given(st.permutations(minutes(3, 1, 4, 1, 5)))
def test_durations_do_not_depend_on_the_order_and_leave_out_what_has_not_happened(
    times: list[timedelta],
) -> None:
    assert Durations.of([*times, None]) == Durations(5, timedelta(minutes=3), timedelta(minutes=5))


def test_how_long_it_took_leaves_out_the_time_in_which_the_office_was_shut() -> None:
    taken = call(
        event(Noted.ASKED, at(8, "16:50")),
        event(Noted.OFFERED, at(8, "16:50")),
        event(Noted.WAITS, at(8, "17:00")),
        event(Noted.OFFERED, at(9)),
        event(Noted.TAKEN, at(9, "09:05")),
        event(Noted.CLOSED, at(9, "09:25")),
    )
    found = figures(taken)
    assert found.to_taken == Durations(1, timedelta(minutes=15), timedelta(minutes=15))
    assert found.to_closed.median == timedelta(minutes=35)


def test_an_hour_is_an_hour_in_the_night_the_clocks_go_back() -> None:
    half_past_one = datetime(2014, 10, 26, 1, 30, tzinfo=LONDON)
    late = call(event(Noted.ASKED, half_past_one), event(Noted.TAKEN, half_past_one.replace(fold=1)))
    october = Span(at(1, month=10), at(1, month=11))
    assert figures(late, span=october).to_taken.median == timedelta(hours=1)


def test_steps_nobody_answered_are_counted_by_post_and_by_the_hour_in_london() -> None:
    unanswered = [
        call(event(Noted.ASKED, at(8)), event(Noted.UNANSWERED, at(8, "10:45"))),
        call(event(Noted.ASKED, at(9)), event(Noted.UNANSWERED, at(9, "10:05"))),
        call(event(Noted.ASKED, at(9)), event(Noted.UNANSWERED, at(9, "11:00"), Role.DUTY_SPO)),
        call(event(Noted.ASKED, at(9)), event(Noted.UNANSWERED, at(9, "12:00"), None)),
    ]
    assert figures(*unanswered).unanswered == {
        (DUTY, 10): 2,
        (DUTY._replace(office=None, role=Role.DUTY_SPO), 11): 1,
        (DUTY._replace(office=None, role=None), 12): 1,
    }


def test_gaps_moves_and_conversations_about_a_risk_are_counted_with_why_and_how_they_ended() -> None:
    risk: dict[str, Any] = {"topic": Topic.RISK_ESCALATION}
    found = figures(
        call(event(Noted.ASKED, at(8)), event(Noted.NOBODY_ON, at(8), Role.SPO)),
        call(event(Noted.ASKED, at(8)), event(Noted.MOVED, at(8), because=Because.THEIR_CASE), provider=CRC),
        call(event(Noted.ASKED, at(8)), outcome=Outcome.RISK_ACCEPTED, **risk),
        call(event(Noted.ASKED, at(8)), outcome=Outcome.RISK_ACCEPTED, **risk),
        call(event(Noted.ASKED, at(8)), outcome=Outcome.RISK_NOT_ACCEPTED, **risk),
        call(event(Noted.ASKED, at(9)), state=State.TAKEN, **risk),
    )
    assert found.gaps == {DUTY._replace(role=Role.SPO): 1}
    assert found.moved == {Move(NPS, Because.THEIR_CASE): 1}
    assert list(found.escalations.items()) == [
        (Outcome.RISK_ACCEPTED, 2), (Outcome.RISK_NOT_ACCEPTED, 1), (None, 1)
    ]  # fmt: skip
    assert (found.asked, found.open, found.oldest) == (6, {State.TAKEN: 1}, at(9))


def test_a_period_holds_its_first_moment_and_not_its_last() -> None:
    span = Span(at(8), at(9))
    calls = [call(event(Noted.ASKED, moment)) for moment in (at(8), at(9) - timedelta(seconds=1), at(9))]
    assert figures(*calls, span=span).asked == 2
    older = call(event(Noted.ASKED, at(7)), event(Noted.UNANSWERED, at(8)), state=State.OFFERED)
    found = figures(older, span=span)
    assert (found.asked, found.open, sum(found.unanswered.values())) == (0, {State.OFFERED: 1}, 1)


def test_the_managers_of_both_providers_see_a_request_that_moved_but_each_only_their_own_steps() -> None:
    moved = call(
        event(Noted.ASKED, at(8)),
        event(Noted.UNANSWERED, at(8, "10:00")),
        event(Noted.MOVED, at(8, "10:05"), because=Because.THEIR_WORK),
        event(Noted.UNANSWERED, at(8, "11:00"), provider=CRC),
        provider=CRC,
    )
    of_nps, of_crc, of_redditch = (
        figures(moved, scopes=(Scope("west-mercia", office, provider),))
        for office, provider in (("worcester", NPS), ("worcester", CRC), ("redditch", NPS))
    )
    assert (of_nps.asked, of_crc.asked, of_redditch.asked) == (1, 1, 0)
    assert [hour for _, hour in of_nps.unanswered] == [10]
    assert [hour for _, hour in of_crc.unanswered] == [11]
    assert of_nps.moved == of_crc.moved == {Move(NPS, Because.THEIR_WORK): 1}


def information(asked_at: datetime, wanted_by: datetime, **more: Any) -> Information:
    values = {"progress": Progress.ASKED, "ending": None, "answered_at": None, **more}
    where = "west-mercia", "worcester", NPS, "sample-police", InformationKind.OFFENCES
    return Information(*where, asked_at, wanted_by, **values)


def test_information_is_overdue_from_the_moment_it_was_wanted_by_until_it_is_answered() -> None:
    asked = [
        information(at(8), NOW),
        information(at(8), NOW + timedelta(seconds=1)),
        information(at(8), at(9), progress=Progress.ANSWERED, answered_at=at(10)),
        information(at(8), at(9), progress=Progress.CLOSED, ending=Ending.CAME, answered_at=at(8, "11:00")),
        information(at(8), at(9), progress=Progress.CLOSED, ending=Ending.UNANSWERED),
    ]
    found = overview((), asked, (), ALL, JULY, NOW).information
    assert (found.asked, found.open, found.overdue, found.oldest_due) == (5, 3, {"sample-police": 1}, NOW)
    assert found.to_answered == Durations(2, timedelta(hours=2), timedelta(days=2, hours=0))
    assert found.endings == {Ending.CAME: 1, Ending.UNANSWERED: 1}
    elsewhere = overview((), asked, (), (Scope("london"),), JULY, NOW).information
    assert (elsewhere.asked, elsewhere.overdue) == (0, {})


MOMENTS = st.timedeltas(timedelta(), timedelta(days=180)).map(lambda one: at(1, month=6) + one)
EVENTS = st.lists(
    st.builds(
        Event, st.sampled_from(Noted), MOMENTS, st.none() | st.sampled_from(Role), st.sampled_from([NPS, CRC])
    ),
    max_size=8,
).map(lambda events: sorted(events, key=lambda one: one.at))
CALLS = st.lists(
    st.builds(
        lambda events, state, office: call(*events, state=state, office=office),
        EVENTS,
        st.sampled_from(State),
        st.sampled_from(["worcester", "redditch", None]),
    ),
    max_size=8,
)


@given(CALLS, MOMENTS, MOMENTS)
def test_two_periods_that_meet_count_what_the_whole_does(
    calls: list[CallBack], one: datetime, other: datetime
) -> None:
    begins, ends = min(one, other), max(one, other)
    middle = begins + (ends - begins) / 2
    whole, first, second = (
        figures(*calls, span=Span(*span)) for span in ((begins, ends), (begins, middle), (middle, ends))
    )
    assert whole.asked == first.asked + second.asked
    for name in ("unanswered", "gaps", "moved", "escalations", "outcomes"):
        parts = sum(getattr(first, name).values()) + sum(getattr(second, name).values())
        assert sum(getattr(whole, name).values()) == parts
    assert whole.to_taken.count <= whole.asked
    assert whole.open == first.open == second.open


@given(CALLS)
def test_the_parts_of_a_service_add_up_to_no_less_than_the_whole_and_none_sees_more(
    calls: list[CallBack],
) -> None:
    parts = [figures(*calls, scopes=(Scope("west-mercia", None, one),)) for one in (NPS, CRC)]
    whole = figures(*calls)
    assert all(part.asked <= whole.asked for part in parts)
    assert sum(sum(part.unanswered.values()) for part in parts) == sum(whole.unanswered.values())
