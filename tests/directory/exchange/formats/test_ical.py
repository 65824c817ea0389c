"""The rota out to calendars, and single shifts in from them."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from directory.command_line.reading_once import read_snapshot
from directory.exchange.files.problems import FileError
from directory.exchange.formats.ical import (
    Shows,
    feed_span,
    posts_with_rota,
    read_post,
    rota_rows,
    write_feed,
)
from directory.settings import DirectorySettings
from routing.hours import LONDON
from routing.rota.rota import Rota
from routing.rota.shifts import Absence, Cover, Person, SingleShift, Span
from routing.snapshot import Snapshot
from routing.vocabulary import Provider
from tests.directory.backends import ON_SQLITE
from tests.directory.made_up_rota import DUTY, HEADING, PEOPLE, bring_in
from tests.routing.sample_directory import SNAPSHOT

ANN, BEN = (
    Person(name.lower(), name, Provider.NPS, "west-mercia", "worcester", sample=True)
    for name in ("Ann", "Ben")
)
WEEK = Span(datetime(2014, 7, 7, tzinfo=UTC), datetime(2014, 7, 14, tzinfo=UTC))


def day(number: int) -> Span:
    return Span(*(datetime(2014, 7, number, hour, tzinfo=LONDON).astimezone(UTC) for hour in (9, 17)))


def snapshot() -> Snapshot:
    """Ann on Monday and Tuesday, covered by Ben on Tuesday; away, without cover, on Wednesday."""
    shifts = [SingleShift(number, DUTY, "ann", day(6 + number)) for number in (1, 2, 3)]
    changes: list[Cover | Absence] = [Cover(4, "ben", "ann", day(8)), Absence(5, "ann", day(9))]
    return replace(SNAPSHOT, rota=Rota.of([ANN, BEN], [*shifts, *changes]))


def test_a_feed_of_a_post_is_who_is_really_on() -> None:
    feed = write_feed(snapshot(), WEEK, Shows([DUTY], "Worcester")).decode()

    assert feed.count("BEGIN:VEVENT") == 2
    assert "SUMMARY:NPS duty officer\\, Worcester: Ann (sample)" in feed
    assert "DTSTART:20140708T080000Z" in feed


def test_a_feed_of_a_person_is_theirs_alone() -> None:
    feed = write_feed(snapshot(), WEEK, Shows([DUTY], "ben", "ben")).decode()

    assert feed.count("BEGIN:VEVENT") == 1
    assert "Ann" not in feed


def test_a_feed_without_names_says_which_post_and_when_alone() -> None:
    feed = write_feed(snapshot(), WEEK, Shows([DUTY], "my shifts", "ben", names=False)).decode()

    assert "SUMMARY:NPS duty officer\\, Worcester (sample)" in feed
    assert "DTSTART:20140708T080000Z" in feed
    assert not {"Ann", "Ben", "ann", "ben"} & set(re.findall(r"\w+", feed))


def test_an_event_keeps_its_id_from_one_feed_to_the_next() -> None:
    later, shows = Span(day(8).begins, WEEK.ends), Shows([DUTY], "ben", "ben")

    feeds = [write_feed(snapshot(), span, shows).decode().splitlines() for span in (WEEK, later)]
    uids = [{line for line in feed if "UID" in line} for feed in feeds]

    assert uids[0] == uids[1]


def test_a_post_without_a_rota_is_refused_with_those_that_have_one() -> None:
    assert read_post("west-mercia/worcester/nps/duty_officer", snapshot()) == DUTY
    with pytest.raises(FileError, match="there is one for west-mercia/worcester/nps/duty_officer"):
        read_post("west-mercia/redditch/nps/spo", snapshot())


@ON_SQLITE
async def test_a_feed_can_be_imported_and_says_the_same(settings: DirectorySettings) -> None:
    times = "2026-10-25 01:30+00:00,2026-10-25 08:00"  # it begins in the second of the two hours
    night = f"shift,west-mercia,worcester,nps,duty_officer,sample-elm,,,{times},,,no,m,no,yes\n"
    await bring_in(settings, "people", PEOPLE)
    await bring_in(settings, "rota", HEADING + night, force=True)
    before = await read_snapshot(settings)
    span = feed_span(date(2026, 10, 20), 30)
    feed = write_feed(before, span, Shows(posts_with_rota(before), "all posts"))

    await bring_in(
        settings, "rota", HEADING + night.replace("25 08:00", "25 07:00"), replace=True, force=True
    )
    await bring_in(settings, "rota", feed, force=True, suffix=".ics")

    after = await read_snapshot(settings)
    assert list(after.rota.spells(DUTY, span)) == list(before.rota.spells(DUTY, span))


def calendar(*lines: str) -> bytes:
    event = ["BEGIN:VEVENT", "UID:1", *lines, "END:VEVENT"]
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *event, "END:VCALENDAR", ""]).encode()


TIMES = ("DTSTART:20260701T080000Z", "DTEND:20260701T160000Z")
WHOSE = "SUMMARY:west-mercia/worcester/nps/duty_officer: sample-birch"


def test_an_event_of_any_calendar_says_in_its_summary_which_post_and_whose(tmp_path: Path) -> None:
    (tmp_path / "rota.ics").write_bytes(calendar(*TIMES, WHOSE))

    heading, row = rota_rows(tmp_path / "rota.ics")

    assert dict(zip(heading, row, strict=True)) == {
        "kind": "shift",
        "area": "west-mercia",
        "office": "worcester",
        "provider": "nps",
        "role": "duty_officer",
        "team": "",
        "person": "sample-birch",
        "other": "",
        "days": "",
        "starts": "2026-07-01 09:00",
        "ends": "2026-07-01 17:00",
        "valid_from": "",
        "source": "iCalendar file rota.ics",
    }


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (calendar(*TIMES, WHOSE, "RRULE:FREQ=DAILY"), "event 1: repeats itself: write it as a weekly row"),
        (calendar(*TIMES, "SUMMARY:On duty"), "event 1: says not which post it is and whose"),
        (calendar(TIMES[0], WHOSE), "event 1: says not when it begins and ends"),
        (b"BEGIN:VCALENDAR\r\nnonsense", "cannot be read as iCalendar"),
    ],
)
def test_what_cannot_be_taken_is_said_with_its_event_and_what_to_do(
    tmp_path: Path, content: bytes, says: str
) -> None:
    (tmp_path / "rota.ics").write_bytes(content)

    with pytest.raises(FileError, match=says):
        list(rota_rows(tmp_path / "rota.ics"))
