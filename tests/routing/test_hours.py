"""Opening hours: half-open spans on the clock of London, bank holidays, clock changes."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from routing.hours import LONDON, HoursError, OpeningHours, is_open, next_opening, opening_after, parse_hours
from tests.routing.sample_directory import ANY_MOMENT, BANK_HOLIDAYS, OFFICE_HOURS

OFFICE = parse_hours(OFFICE_HOURS)
SPLIT = parse_hours("Mo,We 10:00-12:00; Mo,We 13:30-16:00; Fr 09:00-12:30")


def london(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def open_at(text: str) -> bool:
    return is_open(OFFICE, london(text), BANK_HOLIDAYS)


def opens_next(text: str) -> datetime | None:
    return next_opening(OFFICE, london(text), BANK_HOLIDAYS)


@pytest.mark.parametrize(
    ("at", "is_it_open"),
    [
        ("2014-07-08T08:59:59", False),
        ("2014-07-08T09:00:00", True),
        ("2014-07-08T16:59:59", True),
        ("2014-07-08T16:59:59.999999", True),
        ("2014-07-08T17:00:00", False),
        ("2014-07-08T17:00:01", False),
    ],
)
def test_an_office_opens_at_its_opening_time_and_is_closed_at_its_closing_time(
    at: str, is_it_open: bool
) -> None:
    assert open_at(at) is is_it_open


@pytest.mark.parametrize("day", ["2014-07-12", "2014-07-13"])
def test_an_office_is_closed_at_the_weekend(day: str) -> None:
    assert not open_at(f"{day}T10:00")


@pytest.mark.parametrize(
    ("day", "next_day"),
    [
        ("2014-04-18", "2014-04-22"),  # Good Friday, then the weekend, then Easter Monday
        ("2014-04-21", "2014-04-22"),  # Easter Monday
        ("2014-05-05", "2014-05-06"),
        ("2014-05-26", "2014-05-27"),
        ("2014-08-25", "2014-08-26"),  # the last Monday of August, not Scotland's first
        ("2014-12-25", "2014-12-29"),
        ("2014-12-26", "2014-12-29"),
        ("2015-01-01", "2015-01-02"),
        ("2015-12-28", "2015-12-29"),  # Boxing Day of 2015 was a Saturday
        ("2016-12-27", "2016-12-28"),  # Christmas Day of 2016 was a Sunday
    ],
)
def test_an_office_is_closed_on_a_bank_holiday_and_opens_on_the_next_working_day(
    day: str, next_day: str
) -> None:
    assert not open_at(f"{day}T10:00")
    assert opens_next(f"{day}T10:00") == london(f"{next_day}T09:00")


@pytest.mark.parametrize("day", ["2014-08-04", "2014-12-31", "2014-12-24", "2014-03-17"])
def test_a_day_that_is_no_bank_holiday_in_england_and_wales_is_a_working_day(day: str) -> None:
    assert open_at(f"{day}T10:00")


def test_between_christmas_and_new_year_the_working_days_are_open() -> None:
    working = [day for day in range(24, 32) if open_at(f"2014-12-{day}T12:00")]

    assert working == [24, 29, 30, 31]


def test_bank_holidays_are_days_like_any_other_where_the_hours_do_not_say_so() -> None:
    assert is_open(parse_hours("Mo-Fr 09:00-17:00"), london("2014-08-25T10:00"), BANK_HOLIDAYS)


@pytest.mark.parametrize(
    ("at", "is_it_open"),
    [
        # Summer time began at 01:00 UTC on Sunday 30 March 2014 and ended so on 26 October.
        (datetime(2014, 3, 28, 8, 30, tzinfo=UTC), False),
        (datetime(2014, 3, 28, 9, 0, tzinfo=UTC), True),
        (datetime(2014, 3, 31, 7, 59, tzinfo=UTC), False),
        (datetime(2014, 3, 31, 8, 0, tzinfo=UTC), True),
        (datetime(2014, 3, 31, 16, 0, tzinfo=UTC), False),
        (datetime(2014, 10, 24, 8, 0, tzinfo=UTC), True),
        (datetime(2014, 10, 27, 8, 30, tzinfo=UTC), False),
        (datetime(2014, 10, 27, 16, 30, tzinfo=UTC), True),
        (datetime(2014, 7, 8, 3, 30, tzinfo=timezone(timedelta(hours=-5))), True),
    ],
)
def test_hours_are_those_of_the_clock_in_london_whatever_the_offset(at: datetime, is_it_open: bool) -> None:
    assert is_open(OFFICE, at, BANK_HOLIDAYS) is is_it_open


@pytest.mark.parametrize(
    ("night", "opening"),
    [
        (datetime(2014, 3, 30, 0, 30, tzinfo=UTC), datetime(2014, 3, 31, 8, 0, tzinfo=UTC)),
        (datetime(2014, 3, 30, 1, 30, tzinfo=UTC), datetime(2014, 3, 31, 8, 0, tzinfo=UTC)),
        (datetime(2014, 10, 26, 0, 30, tzinfo=UTC), datetime(2014, 10, 27, 9, 0, tzinfo=UTC)),
        (datetime(2014, 10, 26, 1, 30, tzinfo=UTC), datetime(2014, 10, 27, 9, 0, tzinfo=UTC)),
    ],
)
def test_in_the_nights_when_the_clocks_change_the_next_opening_is_nine_by_the_new_clock(
    night: datetime, opening: datetime
) -> None:
    assert next_opening(OFFICE, night, BANK_HOLIDAYS) == opening


def test_the_next_opening_of_an_open_office_is_now() -> None:
    assert opens_next("2014-07-08T16:59:59") == london("2014-07-08T16:59:59")


@pytest.mark.parametrize(
    ("at", "opening"),
    [
        ("2014-07-08T08:59:59", "2014-07-08T09:00"),
        ("2014-07-08T17:00:00", "2014-07-09T09:00"),
        ("2014-07-11T17:00:00", "2014-07-14T09:00"),
        ("2014-12-24T17:00:00", "2014-12-29T09:00"),
        ("2014-12-31T17:00:00", "2015-01-02T09:00"),
    ],
)
def test_a_closed_office_opens_on_the_next_working_day_at_nine(at: str, opening: str) -> None:
    assert opens_next(at) == london(opening)


def test_an_office_may_close_for_lunch() -> None:
    assert not is_open(SPLIT, london("2014-07-09T12:00"), BANK_HOLIDAYS)
    assert next_opening(SPLIT, london("2014-07-09T12:00"), BANK_HOLIDAYS) == london("2014-07-09T13:30")


def test_a_place_that_does_not_open_within_a_month_has_no_next_opening() -> None:
    every_day = frozenset(london("2014-07-01T00:00").date() + timedelta(days=day) for day in range(60))

    assert next_opening(OFFICE, london("2014-07-08T10:00"), every_day) is None


@given(ANY_MOMENT)
@example(datetime(2014, 3, 30, 1, 0, tzinfo=UTC))
@example(datetime(2014, 10, 26, 1, 0, tzinfo=UTC))
def test_approved_premises_never_close(at: datetime) -> None:
    premises = parse_hours("24/7")

    assert premises.day_and_night
    assert is_open(premises, at, BANK_HOLIDAYS)
    assert next_opening(premises, at, BANK_HOLIDAYS) == at


@given(
    st.sampled_from([OFFICE, SPLIT, parse_hours("Sa-Mo 08:15-20:45")]),
    ANY_MOMENT,
)
def test_a_place_is_open_at_its_next_opening_and_not_the_minute_before(
    hours: OpeningHours, at: datetime
) -> None:
    opening = next_opening(hours, at, BANK_HOLIDAYS)

    assert opening is not None
    assert opening >= at
    assert is_open(hours, opening, BANK_HOLIDAYS)
    if opening > at:
        assert not is_open(hours, at, BANK_HOLIDAYS)
        assert not is_open(hours, opening.astimezone(UTC) - timedelta(minutes=1), BANK_HOLIDAYS)


def test_days_may_run_over_the_end_of_the_week() -> None:
    hours = parse_hours("Sa-Mo 10:00-16:00")

    open_days = [
        day for day in range(7, 14) if is_open(hours, london(f"2014-07-{day:02}T12:00"), frozenset())
    ]

    assert open_days == [7, 12, 13]


@pytest.mark.parametrize(
    "text", [OFFICE_HOURS, "24/7", "Mo,We 10:00-16:00; Fr 09:00-12:30", "Su 00:00-23:59"]
)
def test_hours_keep_the_words_they_were_read_from(text: str) -> None:
    assert parse_hours(text).text == text


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("nine to five", "'nine to five' cannot be read"),
        ("Mo-Fr 9:00-17:00", "'Mo-Fr 9:00-17:00' cannot be read"),
        ("Mo-Fr 09:00-24:30", "'Mo-Fr 09:00-24:30' cannot be read"),
        ("Mo-Xy 09:00-17:00", "'Mo-Xy 09:00-17:00' cannot be read"),
        ("Mo-Fr 09:00-17:00; SH off", "'SH off' cannot be read"),
        ("Mo-Fr 17:00-09:00", "close before they open"),
        ("Mo-Fr 09:00-09:00", "close before they open"),
        ("PH off", "name no day"),
        ("", "name no day"),
        ("Mo-Fr 09:00-17:00 ; 24/7", "'24/7' cannot be read"),
    ],
)
def test_hours_that_cannot_be_read_are_refused_with_the_part_that_is_wrong(text: str, says: str) -> None:
    with pytest.raises(HoursError, match="opening hours") as refused:
        parse_hours(text)

    assert says in str(refused.value)


@given(ANY_MOMENT, st.integers(0, 30))
def test_the_so_manieth_day_on_which_an_office_opens_is_that_many_opening_days_later(
    at: datetime, days: int
) -> None:
    found = opening_after(OFFICE, at, days, BANK_HOLIDAYS)
    if days == 0:
        assert found == at
        return
    assert (found.hour, found.minute) == (9, 0)
    between = (at.astimezone(LONDON).date() + timedelta(days=n) for n in range(1, 90))
    passed = [day for day in between if day <= found.date()]
    noon = (datetime(day.year, day.month, day.day, 12, tzinfo=LONDON) for day in passed)
    assert sum(is_open(OFFICE, moment, BANK_HOLIDAYS) for moment in noon) == days


def test_days_are_counted_as_they_come_where_an_office_does_not_open_within_a_month() -> None:
    mondays = parse_hours("Mo 09:00-17:00; PH off")
    first = london("2014-07-07T10:00")
    shut = frozenset((first + timedelta(weeks=week)).date() for week in range(1, 7))
    assert opening_after(mondays, first, 2, shut) == london("2014-07-09T00:00")
