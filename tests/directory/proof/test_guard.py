"""A rota comes in from a file and into the picture that routing reads; no change of it opens a hole."""

from datetime import datetime

import pytest

from directory.command_line.reading_once import read_snapshot
from directory.exchange.rows.reading import ImportRefusedError
from directory.proof.guard import HolesError
from directory.settings import DirectorySettings
from routing.hours import LONDON
from routing.rota.shifts import Span
from tests.directory.backends import ON_SQLITE
from tests.directory.made_up_rota import (
    DUTY,
    HEADING,
    MONDAY_TO_WEDNESDAY,
    PEOPLE,
    ROTA,
    bring_in,
    once,
    with_rota,
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


async def on(settings: DirectorySettings, moment: str) -> str | None:
    person = (await read_snapshot(settings)).rota.who_is_on(DUTY, at(moment))
    return person.id if person else None


async def test_a_directory_without_a_rota_has_an_empty_one(settings: DirectorySettings) -> None:
    assert not (await read_snapshot(settings)).rota.kept_since


async def test_who_is_on_comes_from_the_file(settings: DirectorySettings) -> None:
    await with_rota(settings)

    assert await on(settings, "2026-12-01T10:00") == "sample-birch"
    assert await on(settings, "2026-12-03T10:00") == "sample-elm"
    assert await on(settings, "2026-12-25T10:00") is None


async def test_whoever_has_left_is_on_nowhere_and_that_opens_a_hole(
    settings_with_rota: DirectorySettings,
) -> None:
    leaving = (
        PEOPLE.replace("assumed,sample\n", "assumed,sample,valid_to\n")
        .replace("no,yes\n", "no,yes,\n")
        .replace("01632 960001,made up,no,yes,", "01632 960001,made up,no,yes,2026-12-14")
    )

    with pytest.raises(HolesError, match=r"2026-12-14T09:00.*nobody is on the rota"):
        await bring_in(settings_with_rota, "people", leaving)
    await bring_in(settings_with_rota, "people", leaving, force=True)

    assert await on(settings_with_rota, "2026-12-09T10:00") == "sample-birch"
    assert await on(settings_with_rota, "2026-12-14T10:00") is None
    assert await on(settings_with_rota, "2026-12-17T10:00") == "sample-elm"


async def test_the_same_rota_again_changes_nothing(settings_with_rota: DirectorySettings) -> None:
    again = await bring_in(settings_with_rota, "rota", ROTA)

    assert (again.changes, again.unchanged) == ((), 2)


async def test_absence_that_leaves_nobody_is_refused_and_says_when_and_where(
    settings_with_rota: DirectorySettings,
) -> None:
    away = HEADING + once("absence", "sample-birch", "", "2026-12-01 00:00", "2026-12-02 12:00")

    with pytest.raises(HolesError) as refused:
        await bring_in(settings_with_rota, "rota", away)

    day, morning = refused.value.holes
    assert day.span == Span(at("2026-12-01T09:00"), at("2026-12-01T17:00"))
    assert morning.span == Span(at("2026-12-02T09:00"), at("2026-12-02T12:00"))
    assert (
        "2026-12-01T09:00+00:00 to 2026-12-01T17:00+00:00, west-mercia, worcester, nps duty_officer"
        in str(refused.value)
    )
    assert "--force" in str(refused.value)
    assert await on(settings_with_rota, "2026-12-01T10:00") == "sample-birch", "nothing of it was taken"


async def test_absence_with_cover_in_the_same_file_is_taken(settings_with_rota: DirectorySettings) -> None:
    away = once("absence", "sample-birch", "", "2026-12-01 00:00", "2026-12-02 00:00")
    cover = once("cover", "sample-elm", "sample-birch", "2026-12-01 00:00", "2026-12-02 00:00")

    await bring_in(settings_with_rota, "rota", HEADING + away + cover)

    assert await on(settings_with_rota, "2026-12-01T10:00") == "sample-elm"


async def test_deleting_one_row_is_refused_unless_forced(settings_with_rota: DirectorySettings) -> None:
    less = HEADING + MONDAY_TO_WEDNESDAY

    with pytest.raises(HolesError):
        await bring_in(settings_with_rota, "rota", less, replace=True)
    await bring_in(settings_with_rota, "rota", less, replace=True, force=True)

    assert await on(settings_with_rota, "2026-12-03T10:00") is None
    assert (await read_snapshot(settings_with_rota)).rota.is_gap(DUTY, at("2026-12-03T10:00"))


async def test_a_hole_that_was_there_before_refuses_nothing_else(settings: DirectorySettings) -> None:
    await bring_in(settings, "people", PEOPLE)
    await bring_in(settings, "rota", HEADING + MONDAY_TO_WEDNESDAY, force=True)

    await bring_in(settings, "rota", ROTA)

    assert await on(settings, "2026-12-03T10:00") == "sample-elm"


async def test_taking_the_number_of_the_out_of_hours_line_away_is_refused(
    settings: DirectorySettings,
) -> None:
    contact = (
        "area,office,provider,role,ask_for,number,name,source,assumed,sample\n"
        "west-mercia,braley-house,nps,approved_premises,Duty staff,,,made up,no,no\n"
    )

    with pytest.raises(HolesError, match="braley-house"):
        await bring_in(settings, "contacts", contact)


async def test_the_first_numbers_of_an_area_are_always_welcome(settings: DirectorySettings) -> None:
    contact = (
        "area,office,provider,role,ask_for,number,name,source,assumed,sample\n"
        "thames-valley,oxfordshire,nps,duty_officer,NPS Probation Duty Officer,01632 960002,,made up,no,yes\n"
    )

    await bring_in(settings, "contacts", contact)


@ON_SQLITE
@pytest.mark.parametrize(
    ("row", "says"),
    [
        (
            "weekly,west-mercia,worcester,nps,duty_officer,sample-birsh,,Mo,09:00,17:00,2026-11-30,,,m,,\n",
            'row 2, person: "sample-birsh" is not a person of the directory; did you mean sample-birch?',
        ),
        (
            "weekly,west-mercia,worcester,nps,duty_officer,sample-elm,,Monday,09:00,17:00,2026-11-30,,,m,,\n",
            'row 2, days: "Monday" names no days of the week; write them like Mo-Fr or Mo,We',
        ),
        (
            "weekly,west-mercia,redditch,nps,,sample-elm,,Mo,9,17:00,2026-11-30,,,m,,\n",
            'row 2, starts: "9" is not a time',
        ),
        (
            "weekly,west-mercia,redditch,nps,,sample-elm,,Mo,09:00,17:00,,,,m,,\n",
            "row 2, valid_from: nothing stands there; a weekly shift needs it",
        ),
        (
            once("cover", "sample-elm", "", "2026-12-01 09:00", "2026-12-01 08:00"),
            'row 2, ends: "2026-12-01 08:00" is not after starts',
        ),
        (
            once("absence", "sample-elm", "", "0001-01-01 09:00", "2026-12-01 08:00"),
            'row 2, starts: "0001-01-01 09:00" is not in the years 1900 to 2999',
        ),
        (
            once("swap", "sample-elm", "sample-elm", "09:00", "2026-12-01 08:00"),
            'row 2, starts: "09:00" names no day',
        ),
    ],
)
async def test_what_is_wrong_with_a_row_is_said_with_its_column_and_what_to_write(
    settings: DirectorySettings, row: str, says: str
) -> None:
    await bring_in(settings, "people", PEOPLE)

    with pytest.raises(ImportRefusedError) as refused:
        await bring_in(settings, "rota", HEADING + row)

    assert says in "\n".join(refused.value.lines)
