"""Whatever shifts are given and swapped, one after another, on whatever rota: what holds of it afterwards.

No gap where none was · nobody on twice · who gave is off, who took is on · all other shifts as they were.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from routing.hours import LONDON
from routing.policy import Policies
from routing.rota.cover import Change, Wanted, are_theirs, changes, could_take, have_been_made, swaps_for
from routing.rota.rota import Rota
from routing.rota.shifts import Absence, Cover, Person, SingleShift, Span, Swap, WeeklyShift
from routing.rota.shifts_ahead import Shift, shifts_of
from routing.snapshot import PostKey
from routing.vocabulary import Provider, Role

_DUTY = PostKey("west-mercia", "worcester", Provider.NPS, Role.DUTY_OFFICER)
_POSTS = (_DUTY, _DUTY._replace(role=Role.SPO))
_NAMES = ("ash", "birch", "cedar", "fir")
_BEGINS = datetime(2014, 7, 14, tzinfo=LONDON)
_WEEK = Span(_BEGINS, _BEGINS + timedelta(days=7))
_TIMES = Policies.bundled().national.on(_BEGINS.date()).covering
_PEOPLE = [Person(name, name.title(), Provider.NPS, "west-mercia", sample=True) for name in _NAMES]
Entry = WeeklyShift | SingleShift | Absence | Cover | Swap


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Some hours of the week."""
    begins = _BEGINS + timedelta(hours=draw(st.integers(0, 150)))
    return Span(begins, begins + timedelta(hours=draw(st.integers(1, 12))))


@st.composite
def entries(draw: st.DrawFn) -> list[Entry]:
    """A rota on which each shares one post or two, and now and then somebody is away or stands in."""
    found: list[Entry] = []
    for post in _POSTS:
        for half in ((time(8), time(13)), (time(13), time(18))):
            days = frozenset(draw(st.sets(st.integers(0, 6), min_size=1)))
            who = draw(st.sampled_from(_NAMES))
            found.append(WeeklyShift(len(found), post, who, days, *half, date(2014, 6, 30)))
    for post in draw(st.lists(st.sampled_from(_POSTS), max_size=3)):
        found.append(SingleShift(len(found), post, draw(st.sampled_from(_NAMES)), draw(spans())))
    for who in draw(st.lists(st.sampled_from(_NAMES), max_size=2)):
        found.append(Absence(len(found), who, draw(spans())))
    for who in draw(st.lists(st.sampled_from(_NAMES), max_size=2)):
        other = draw(st.sampled_from([one for one in _NAMES if one != who]))
        found.append(Cover(len(found), who, other, draw(spans()), draw(st.sampled_from((None, *_POSTS)))))
    return found


@dataclass
class Town:
    """The rota as it stands."""

    entries: list[Entry]

    @property
    def rota(self) -> Rota:
        return Rota.of(_PEOPLE, self.entries)

    def after(self, made: Sequence[Change]) -> "Town":
        """The rota with these rows added and taken out, as the directory does it."""
        gone = {one.undoes for one in made}
        kept = [entry for entry in self.entries if entry.id not in gone]
        number = max(entry.id for entry in self.entries) + 1
        added = [
            Cover(number + at, one.taker, one.shift.person, one.shift.span, one.shift.post)
            for at, one in enumerate(made)
            if one.undoes is None
        ]
        return Town([*kept, *added])


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(entries(), st.data())
def test_whatever_changes_hands_leaves_no_gap_and_nobody_on_twice(
    start: list[Entry], data: st.DataObject
) -> None:
    town = Town(start)
    for _ in range(4):
        if not (there := all_shifts(town.rota)):
            return
        shift = data.draw(st.sampled_from(there))
        backs = [one for one in swaps_for(town.rota, shift, _WEEK, _TIMES) if one.span.ends <= _WEEK.ends]
        wanted = Wanted(shift, data.draw(st.sampled_from([None, *backs])))
        for taker in could_take(town.rota, wanted, _TIMES)[:1]:
            town = changed_hands(town, wanted, taker)


def changed_hands(town: Town, wanted: Wanted, taker: str) -> Town:
    """The rota afterwards, where it could be made as wanted; all that has to hold of it does."""
    assert are_theirs(town.rota, wanted.shifts)
    made = changes(town.rota, wanted, taker)
    after = town.after(made)
    if not have_been_made(after.rota, made):  # older rows are in the way: the directory changes nothing
        return town
    for shift, to, _ in made:
        assert to != shift.person
        assert all(
            spell.person and spell.person.id == to for spell in after.rota.spells(shift.post, shift.span)
        )
        on_then = shifts_of(after.rota, to, shift.span)
        assert [one.post for one in on_then] == [shift.post], "on twice at once"
    for post in _POSTS:
        for moment, later in pairwise(moments(town.rota, after.rota, post)):
            if not any(one.post == post and one.span.holds(moment) for one in wanted.shifts):
                assert town.rota.who_is_on(post, moment) == after.rota.who_is_on(post, moment), later
    return after


def all_shifts(rota: Rota) -> list[Shift]:
    """Everybody's, within the week."""
    return [one for name in _NAMES for one in shifts_of(rota, name, _WEEK) if one.span.begins > _WEEK.begins]


def moments(before: Rota, after: Rota, post: PostKey) -> list[datetime]:
    """Whenever who is on may change on either."""
    found = {*before.moments(post, _WEEK), *after.moments(post, _WEEK)}
    return sorted(one for one in found if _WEEK.holds(one))
