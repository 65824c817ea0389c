"""How much is enough: look-ups in a day, how long standing lasts and requests are kept. Pure.

A day is the 24 hours before the moment of asking, so that no night of changing clocks is longer or
shorter than another. Spans are half-open: what was asked exactly a day ago no longer counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import NamedTuple

A_DAY = timedelta(days=1)
LOOK_UPS_A_DAY = "limits.look_ups_a_day"
ENUMERATION = "limits.enumeration"
NOT_RECORDED = "limits.not_recorded"
WITHHELD = frozenset({LOOK_UPS_A_DAY, ENUMERATION, NOT_RECORDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The numbers, all whole and at least one; they are data of the policy."""

    look_ups_a_day: int  # different references of one account
    unknown_at_once: int  # different unknown references within `unknown_minutes`: enumeration
    unknown_minutes: int
    beside: int  # unknown references, each next to one asked for before, in a day: enumeration
    invitation_days: int  # how long an invitation can be redeemed, where it does not say
    verified_days: int  # how long standing lasts before it has to be verified anew
    code_minutes: int
    code_tries: int
    codes_a_day: int  # to one person, and to one address
    reachable_minutes: int  # for which somebody has to be reachable who asks for a call back: call_back.until
    requests_kept_days: int  # after the last that happened to one that is finished: call_back.kept
    session_idle_minutes: int  # in which nothing was done on the web: signing_in.session
    session_hours: int  # from signing in on the web, whatever was done since: signing_in.session
    link_minutes: int  # how long a link to sign in can be used

    def __post_init__(self) -> None:
        """Refuse a number that is none."""
        for one in fields(self):
            value = getattr(self, one.name)
            if type(value) is not int or value < 1:
                raise ValueError(f"{one.name} is {value!r}; write a whole number from 1 on")


class PastLookUp(NamedTuple):
    """A reference that an account asked for, without the reference."""

    at: datetime
    known: bool
    beside: bool  # next to an unknown one that the same account had asked for


def requests_kept_since(now: datetime, limits: Limits) -> datetime:
    """Before when a finished request has to have come to rest to be kept no longer (`call_back.kept`)."""
    return now - timedelta(days=limits.requests_kept_days)


def session_holds(begun: datetime, used: datetime, now: datetime, limits: Limits) -> bool:
    """Whether somebody who signed in, and did something last, is signed in still (`signing_in.session`)."""
    idle, all_told = timedelta(minutes=limits.session_idle_minutes), timedelta(hours=limits.session_hours)
    return now < used + idle and now < begun + all_told


def within_a_day(past: Sequence[PastLookUp], now: datetime) -> list[PastLookUp]:
    """Those of the last 24 hours."""
    return [one for one in past if now - one.at < A_DAY]


def is_enumerating(past: Sequence[PastLookUp], limits: Limits) -> bool:
    """Whether these look like references that are tried out.

    Many different unknown ones in a short time, or unknown ones that lie next to each other. One or
    two slips of the finger are neither.
    """
    unknown = sorted(one.at for one in past if not one.known)
    window = timedelta(minutes=limits.unknown_minutes)
    many = limits.unknown_at_once
    at_once = any(last - first < window for first, last in zip(unknown, unknown[many - 1 :], strict=False))
    return at_once or sum(one.beside for one in past if not one.known) >= limits.beside


def limit_reached(
    past: Sequence[PastLookUp], asked: PastLookUp, limits: Limits, *, danger: bool
) -> str | None:
    """The id of the rule by which a reference that is new to this account is not looked up, or None.

    Whoever enumerates is stopped until a day has passed. Where somebody is in danger, the number for
    the day does not count; only what is being tried out stays shut, for danger is quickly claimed.
    """
    earlier = within_a_day(past, asked.at)
    if is_enumerating([*earlier, asked], limits):
        return ENUMERATION
    if len(earlier) >= limits.look_ups_a_day and not danger:
        return LOOK_UPS_A_DAY
    return None
