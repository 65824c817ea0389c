"""The posts that a calendar of the rota shows, and when each is usually manned."""

from datetime import date, datetime, time, timedelta

from bot.web.keep.rota.looking import Looking
from bot.web.keep.rota.saying import post_of_values
from directory.exchange.formats.ical import post_text
from directory.rota.keeping import RotaSheet
from routing.snapshot import PostKey, Snapshot
from routing.vocabulary import Role

_ORDER = (Role.DUTY_OFFICER, Role.SPO, Role.DUTY_SPO)
_DAY = timedelta(days=1)


def posts_of(looking: Looking, sheet: RotaSheet, snapshot: Snapshot) -> list[PostKey]:
    """The posts of the office that a rota is kept for, or could be; without one, those of the whole area."""
    kept = set(sheet.kept_posts()) | {
        post_of_values(values) for values in sheet.rows.values() if values["role"] and values["area"]
    }
    could = {
        key
        for key in snapshot.posts
        if key.role in _ORDER and key.area == looking.area and key.office == looking.office
    }
    there = {post for post in kept if post.area == looking.area and post.office == looking.office}
    return sorted(could | there, key=in_order)


def in_order(post: PostKey) -> tuple[int, str, str]:
    """The duty officers first, the NPS before the CRC."""
    at = _ORDER.index(post.role) if post.role in _ORDER else len(_ORDER)
    return at, "" if post.provider == "nps" else str(post.provider), post_text(post)


def opening(snapshot: Snapshot, post: PostKey, day: date) -> tuple[datetime, datetime]:
    """From when until when a post is usually manned on a day, by the clock on the wall."""
    place = snapshot.offices[post.office] if post.office else snapshot.areas[post.area]
    spans = place.hours.week[day.weekday()] if not place.hours.day_and_night else ()
    opens, closes = (spans[0][0], spans[-1][1]) if spans else (time(9), time(17))
    return datetime.combine(day, opens), datetime.combine(day, closes.replace(second=0, microsecond=0))


def whole_day(day: date) -> tuple[datetime, datetime]:
    """From midnight to midnight."""
    begins = datetime.combine(day, time.min)
    return begins, begins + _DAY
