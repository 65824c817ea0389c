"""The rota as iCalendar: a feed for calendars out, single shifts in.

Going out, an event is somebody's time on a post as it comes out after cover, swaps and absence. Coming
in, each event is a single shift. Which post and whose it is stands in X-SIGNPOST-POST and
X-SIGNPOST-PERSON, or in the summary as "west-mercia/worcester/nps/duty_officer: sample-birch".
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from directory.exchange.files.problems import FileError
from routing.hours import LONDON
from routing.moments import on_the_wall
from routing.rota.rota import Spell
from routing.rota.shifts import Span
from routing.snapshot import PostKey, Snapshot

if TYPE_CHECKING:
    from icalendar import Event

_POST, _PERSON = "X-SIGNPOST-POST", "X-SIGNPOST-PERSON"
_HEADING = [
    "kind", "area", "office", "provider", "role", "team", "person", "other", "days", "starts", "ends",
    "valid_from", "source",
]  # fmt: skip
_PARTS_OF_A_POST = 4  # and its team, where it is one
_READ_AGAIN = timedelta(hours=1)  # what calendar programs are told; many come when they like
_EXAMPLE = "west-mercia/worcester/nps/duty_officer"


def post_text(post: PostKey) -> str:
    """A post in one word: "west-mercia/worcester/nps/duty_officer"; of a team, with its id at the end."""
    return "/".join(str(part or "") for part in (post if post.team else post[:_PARTS_OF_A_POST]))


def read_post(text: str, snapshot: Snapshot) -> PostKey:
    """The post that this names, of those that a rota is kept for. Raises FileError."""
    known = {post_text(post): post for post in snapshot.rota.kept_since}
    if text not in known:
        listed = ", ".join(sorted(known)) or "no post yet"
        raise FileError(f"--post {text}: no rota is kept for this post; there is one for {listed}.")
    return known[text]


def posts_with_rota(snapshot: Snapshot) -> list[PostKey]:
    """Every post that a rota is kept for, in order."""
    return sorted(snapshot.rota.kept_since, key=post_text)


def posts_of_office(snapshot: Snapshot, office: str) -> list[PostKey]:
    """Those of them that are at an office, or for the whole of its area."""
    area = snapshot.offices[office].area
    return [one for one in posts_with_rota(snapshot) if one.area == area and one.office in (None, office)]


@dataclass(frozen=True, slots=True)
class Shows:
    """What a feed shows: the shifts at some posts, of anybody or of one person, with names or without."""

    posts: Sequence[PostKey]
    called: str
    person: str | None = None
    names: bool = True


def write_feed(snapshot: Snapshot, whole: Span, shows: Shows) -> bytes:
    """The rota of a span as iCalendar."""
    from icalendar import Calendar  # noqa: PLC0415 - takes a while to import, and few need it

    calendar = Calendar()
    calendar.add("prodid", "-//Signpost//Rota//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"Rota: {shows.called}")
    calendar.refresh_interval = _READ_AGAIN
    person, rota = shows.person, snapshot.rota
    for post in shows.posts:
        if person is not None and person not in rota.may_come_on(post):
            continue
        for spell in rota.spells(post, whole):
            if spell.person and person in (None, spell.person.id):
                calendar.add_component(_event(snapshot, post, spell, whole.begins, names=shows.names))
    return bytes(calendar.to_ical())


def _event(snapshot: Snapshot, post: PostKey, spell: Spell, stamped: datetime, *, names: bool) -> "Event":
    from icalendar import Event  # noqa: PLC0415

    assert spell.person is not None
    area, office, provider, role, team = post
    place = snapshot.name_of(area, office)
    called = " ".join(part for part in (provider and provider.upper(), team, role.replace("_", " ")) if part)
    who = f": {spell.person.name}" if names else ""
    mark = " (sample)" if spell.person.sample and "sample" not in who.lower() else ""
    event = Event()
    event.add("summary", f"{called}, {place}{who}{mark}")
    event.add("dtstart", spell.span.begins)
    event.add("dtend", spell.span.ends)
    event.add("dtstamp", stamped)
    event.add("uid", f"{_digest(post_text(post), spell.span.begins.isoformat())}@signpost")
    event.add("location", place)
    event.add(_POST, post_text(post))
    if names:
        event.add(_PERSON, spell.person.id)
    return event


def _digest(*parts: str) -> str:
    """The same event keeps its id from one feed to the next, so that calendars move it."""
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:32]


def save_feed(feed: bytes, file: Path) -> None:
    """Write a feed to a file. Raises FileError."""
    try:
        file.write_bytes(feed)
    except OSError as error:
        raise FileError(
            f"{file} cannot be written ({error.strerror}): check the folder and its rights."
        ) from None


def rota_rows(file: Path) -> Iterator[list[str]]:
    """The events of a file as rows of a rota file, its heading first. Raises FileError."""
    from icalendar import Calendar  # noqa: PLC0415

    try:
        calendar = Calendar.from_ical(file.read_bytes())
    except (ValueError, IndexError, KeyError):
        raise FileError(
            f"{file} cannot be read as iCalendar: export it again from the calendar, as .ics."
        ) from None
    yield list(_HEADING)
    for number, event in enumerate(calendar.walk("VEVENT"), start=1):
        yield _row(file, number, event)


def _row(file: Path, number: int, event: Any) -> list[str]:
    where = f"{file}, event {number}"
    if event.get("RRULE") is not None:
        raise FileError(
            f"{where}: repeats itself: write it as a weekly row of a CSV file, or export single events."
        )
    try:
        begins, ends = event.decoded("DTSTART"), event.decoded("DTEND")
    except KeyError:
        raise FileError(f"{where}: says not when it begins and ends: give it both.") from None
    post, person = _whose(where, event)
    return ["shift", *post, person, "", "", _wall(begins), _wall(ends), "", f"iCalendar file {file.name}"]


def _whose(where: str, event: Any) -> tuple[list[str], str]:
    summary, _, named = str(event.get("SUMMARY", "")).partition(": ")
    post = str(event.get(_POST, summary)).split("/")
    person = str(event.get(_PERSON, named)).strip()
    if len(post) == _PARTS_OF_A_POST:
        post.append("")
    if len(post) != _PARTS_OF_A_POST + 1 or not person:
        raise FileError(
            f"{where}: says not which post it is and whose: write its summary as {_EXAMPLE}: sample-birch."
        )
    return post, person


def _wall(moment: datetime | date) -> str:
    """By the clock on the wall; in the hour that comes twice, with the offset."""
    if not isinstance(moment, datetime):
        return f"{moment.isoformat()} 00:00"
    local = moment.replace(tzinfo=LONDON) if moment.tzinfo is None else moment.astimezone(LONDON)
    plain = local.replace(tzinfo=None)
    twice = on_the_wall(plain.date(), plain.time()) != local.astimezone(UTC)
    return (local if twice else plain).isoformat(sep=" ", timespec="minutes")


def feed_span(today: date, days: int = 366) -> Span:
    """What a feed shows: the week before, and a year."""
    begins = on_the_wall(today - timedelta(days=7), time.min)
    return Span(begins, on_the_wall(today + timedelta(days=days), time.min))
