"""What whoever sits at the desk of an office should notice: closed days, numbers not to be trusted, changes.

Said is what begins or ends within a fortnight, and what is not to be relied upon today. Pure.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from routing.answer import Reason
from routing.moments import day_in_london
from routing.policy.area_policy import AreaPolicy
from routing.policy.policy import Policy
from routing.snapshot import Number, Office, Post, PostKey, Snapshot

AHEAD = timedelta(days=14)


class Noticed(StrEnum):
    """What kind of thing it is, the more pressing first."""

    SUSPECT = "suspect"  # somebody has said that a number is wrong
    STALE = "stale"  # nobody has checked a number within its review period
    ARRANGEMENT = "arrangement"  # the area's arrangement has not begun, or is over
    CLOSED = "closed"  # on a bank holiday
    HOURS = "hours"  # other hours begin
    SHUTS_DOWN = "shuts_down"  # the office is in the directory no longer
    BEGINS = "begins"  # a post
    ENDS = "ends"
    RENUMBERED = "renumbered"
    RULE_BEGINS = "rule_begins"


class Notice(NamedTuple):
    """One thing. `day` is when it happens; None where it is so now."""

    what: Noticed
    day: date | None = None
    post: Post | None = None  # its number is the new one
    number: Number | None = None
    hours: str | None = None  # as OpenStreetMap writes them
    reason: Reason | None = None


class Coming(NamedTuple):
    """The directory from a day on."""

    day: date
    snapshot: Snapshot


def notices_of(
    coming: Sequence[Coming], office: Office, policy: AreaPolicy, at: datetime
) -> tuple[Notice, ...]:
    """What to notice at an office, by the day on which it happens; what is so already comes first."""
    today, snapshot = day_in_london(at), coming[0].snapshot
    found = [
        *_numbers(_posts_at(snapshot, office).values(), today),
        *_arrangement(policy.on(today)),
        *_closed_days(snapshot, office, today),
        *(notice for before, after in pairwise(coming) for notice in _changes(before, after, office)),
        *_rules_that_begin(policy, today),
    ]
    return tuple(sorted(found, key=lambda one: (one.day or date.min, list(Noticed).index(one.what))))


def _numbers(posts: Iterable[Post], today: date) -> Iterator[Notice]:
    numbers = {post.number.e164: post.number for post in posts if post.number}
    for number in numbers.values():
        if number.suspect:
            yield Notice(Noticed.SUSPECT, number=number)
        elif number.is_stale(today):
            yield Notice(Noticed.STALE, number=number)


def _arrangement(policy: Policy) -> Iterator[Notice]:
    if policy.notice:
        yield Notice(Noticed.ARRANGEMENT, reason=policy.reason(policy.notice))


def _closed_days(snapshot: Snapshot, office: Office, today: date) -> Iterator[Notice]:
    if office.hours.closed_on_bank_holidays:
        for day in sorted(snapshot.bank_holidays):
            if today <= day <= today + AHEAD and office.hours.week[day.weekday()]:
                yield Notice(Noticed.CLOSED, day)


def _changes(before: Coming, after: Coming, office: Office) -> Iterator[Notice]:
    """What is otherwise at an office from the day of the later picture on."""
    was, will_be = before.snapshot.offices.get(office.id), after.snapshot.offices.get(office.id)
    if was is None:
        return
    if will_be is None:
        yield Notice(Noticed.SHUTS_DOWN, after.day)
        return
    if was.hours != will_be.hours:
        yield Notice(Noticed.HOURS, after.day, hours=will_be.hours.text)
    old, new = _posts_at(before.snapshot, office), _posts_at(after.snapshot, office)
    for key in {**old, **new}:
        yield from _change_of(old.get(key), new.get(key), after.day)


def _change_of(old: Post | None, new: Post | None, day: date) -> Iterator[Notice]:
    if old is None and new:
        yield Notice(Noticed.BEGINS, day, post=new)
    elif old and new is None:
        yield Notice(Noticed.ENDS, day, post=old)
    elif old and new and _rung(old) != _rung(new):
        yield Notice(Noticed.RENUMBERED, day, post=new)


def _rung(post: Post) -> tuple[str | None, str | None]:
    return post.number.e164 if post.number else None, post.extension


def _rules_that_begin(policy: AreaPolicy, today: date) -> Iterator[Notice]:
    for day in policy.days_of_change:
        if today < day <= today + AHEAD:
            for rule in policy.on(day).rules.values():
                if rule.since == day and "{" not in rule.text:  # what is to be filled in is of an answer
                    yield Notice(Noticed.RULE_BEGINS, day, reason=rule.reason())


def _posts_at(snapshot: Snapshot, office: Office) -> dict[PostKey, Post]:
    """The posts of the office, of its whole area, and of the area's Approved Premises."""
    area = snapshot.areas[office.area]
    places = (office.id, None, area.out_of_hours) if area.out_of_hours else (office.id, None)
    return {key: post for key, post in snapshot.posts.items() if key.area == area.id and key.office in places}
