"""The board of an office: who is on, who is next, where nobody is, and what to notice."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from routing.hours import LONDON, parse_hours
from routing.policy import Policies
from routing.reception.board import Board, board_of
from routing.reception.duty import Turn
from routing.reception.notices import Coming, Noticed
from routing.rota.rota import Rota
from routing.rota.shifts import Absence, Person, Span, WeeklyShift
from routing.snapshot import Number, Post, PostKey, Snapshot
from routing.vocabulary import Provider, Role
from tests.routing.sample_directory import BANK_HOLIDAYS, BRALEY_HOUSE, SNAPSHOT, TUESDAY, WORCESTER

NPS, CRC = Provider.NPS, Provider.CRC
DUTY = PostKey("west-mercia", "worcester", NPS, Role.DUTY_OFFICER)
ANN, BEN = (
    Person(name.lower(), f"{name} (sample)", NPS, "west-mercia", "worcester") for name in ("Ann", "Ben")
)
_DAYS, _SINCE = frozenset(range(5)), date(2014, 6, 2)
MORNING = WeeklyShift(1, DUTY, "ann", _DAYS, time(9), time(13), _SINCE)
AFTERNOON = WeeklyShift(2, DUTY, "ben", _DAYS, time(13), time(17), _SINCE)


def on(day: int, clock: str) -> datetime:
    return datetime.combine(date(2014, 7, day), time.fromisoformat(clock), tzinfo=LONDON)


def with_rota(*entries: Any) -> Snapshot:
    return replace(SNAPSHOT, rota=Rota.of([ANN, BEN], entries or (MORNING, AFTERNOON), BANK_HOLIDAYS))


def board(
    at: datetime = TUESDAY,
    *coming: Coming,
    snapshot: Snapshot | None = None,
    office: str = "worcester",
    names: bool = False,
) -> Board:
    today = snapshot or with_rota()
    place = today.offices[office]
    pictures = (Coming(at.date(), today), *coming)
    return board_of(pictures, place, Policies.bundled().of(place.area), at, with_names=names)


def test_it_shows_duty_officers_and_spos_of_both_providers_the_duty_spos_and_the_line_for_the_night() -> None:
    shown = board()
    assert [(duty.step.provider, duty.step.role) for duty in (*shown.duties, *shown.of_the_area)] == [
        (NPS, Role.DUTY_OFFICER), (NPS, Role.SPO), (CRC, Role.DUTY_OFFICER), (CRC, Role.SPO),
        (NPS, Role.DUTY_SPO), (CRC, Role.DUTY_SPO),
    ]  # fmt: skip
    assert shown.out_of_hours.phone == BRALEY_HOUSE
    assert shown.of_the_area[0].step.phone == WORCESTER  # through the office


def test_who_is_on_and_who_is_next_with_until_when() -> None:
    duty = board(names=True).duties[0]
    assert duty.now == Turn("Ann (sample)", TUESDAY, on(8, "13:00"))
    assert duty.next == Turn("Ben (sample)", on(8, "13:00"), on(8, "17:00"))
    assert board(on(8, "13:00"), names=True).duties[0].now == Turn(
        "Ben (sample)", on(8, "13:00"), on(8, "17:00")
    )


def test_names_are_left_out_for_whoever_may_not_see_them() -> None:
    duty = board().duties[0]
    assert duty.now and duty.next
    assert (duty.now.name, duty.next.name) == (None, None)


def test_a_post_without_a_rota_is_neither_a_gap_nor_on() -> None:
    duty = board().duties[1]
    assert (duty.kept, duty.now, duty.is_gap) == (False, None, False)


def test_nobody_on_in_hours_is_a_gap_now_and_one_that_comes_is_known_before() -> None:
    away = Absence(3, "ann", Span(on(8, "09:00"), on(8, "12:00")))
    gap = board(snapshot=with_rota(MORNING, AFTERNOON, away)).duties[0]
    assert gap.is_gap
    assert gap.gaps == (Span(TUESDAY, on(8, "12:00")),)
    coming = board(snapshot=with_rota(MORNING)).duties[0]
    assert not coming.is_gap
    assert coming.gaps == (Span(on(8, "13:00"), on(8, "17:00")),)


def test_at_night_it_is_no_gap_that_nobody_is_on_and_the_day_that_comes_is_looked_at() -> None:
    shown = board(on(8, "22:00"), snapshot=with_rota(MORNING))
    assert shown.opens == on(9, "09:00")
    assert not shown.duties[0].is_gap
    assert shown.duties[0].gaps == (Span(on(9, "13:00"), on(9, "17:00")),)


def test_it_says_from_when_it_may_be_otherwise() -> None:
    assert board(on(8, "08:00")).changes_at == on(8, "09:00")
    assert board().changes_at == on(8, "13:00")
    assert board(on(8, "16:59")).changes_at == on(8, "17:00")
    assert board(on(8, "17:00")).changes_at == on(9, "00:00")


def test_a_board_stays_the_same_until_then() -> None:
    """Every quarter of an hour of a day: no board differs from the one before that said it would not."""
    before, at = board(on(8, "00:00")), on(8, "00:00")
    while (at := at + timedelta(minutes=15)) < on(9, "00:00"):
        now = board(at)
        if at < before.changes_at:
            assert _said(now) == _said(before)
        before = now


def _said(shown: Board) -> list[Any]:
    return [
        (duty.now and duty.now.ends, duty.next, duty.is_gap, [gap.ends for gap in duty.gaps])
        for duty in shown.duties
    ]


def test_an_office_without_a_number_says_who_can_say_whom_to_call() -> None:
    shown = board(office="shropshire")
    assert shown.duties[0].step.phone is None
    assert shown.who_can_say and shown.who_can_say.phone == WORCESTER


def noticed(shown: Board) -> list[tuple[Noticed, date | None]]:
    return [(one.what, one.day) for one in shown.notices]


def test_a_day_on_which_the_office_is_closed_is_noticed_a_fortnight_before_and_on_the_day() -> None:
    holiday = date(2014, 8, 25)
    for day, expected in (
        (10, []),
        (11, [(Noticed.CLOSED, holiday)]),
        (25, [(Noticed.CLOSED, holiday)]),
        (26, []),
    ):
        assert noticed(board(datetime(2014, 8, day, 10, tzinfo=LONDON))) == expected


def test_numbers_that_are_suspect_or_unchecked_for_too_long_are_noticed_once_each() -> None:
    number = Number(WORCESTER, date(2014, 7, 1), 365, suspect=True)
    posts = {key: replace(post, number=number) if post.number and post.number.e164 == WORCESTER else post
             for key, post in SNAPSHOT.posts.items()}  # fmt: skip
    assert noticed(board(snapshot=replace(SNAPSHOT, posts=posts))) == [(Noticed.SUSPECT, None)]
    in_two_years = board(datetime(2016, 7, 5, 10, tzinfo=LONDON))
    assert {one.what for one in in_two_years.notices} == {Noticed.STALE}
    assert {one.number.e164 for one in in_two_years.notices if one.number} == {WORCESTER, BRALEY_HOUSE}


def test_what_begins_or_ends_in_the_directory_is_noticed_with_its_day() -> None:
    today, day = with_rota(), date(2014, 7, 14)
    new = Post("west-mercia", "worcester", CRC, Role.HEAD_OF_LDU, "the head")
    gone = PostKey("west-mercia", "worcester", CRC, Role.SPO)
    posts = {key: post for key, post in today.posts.items() if key != gone}
    moved = PostKey("west-mercia", "worcester", NPS, Role.SPO)
    posts[moved] = replace(posts[moved], number=Number(BRALEY_HOUSE, date(2014, 7, 1), 365))
    posts[PostKey("west-mercia", "worcester", CRC, Role.HEAD_OF_LDU)] = new
    offices = {
        **today.offices,
        "worcester": replace(today.offices["worcester"], hours=parse_hours("Mo-Fr 10:00-16:00")),
    }
    shown = board(TUESDAY, Coming(day, replace(today, posts=posts, offices=offices)))
    assert noticed(shown) == [
        (what, day) for what in (Noticed.HOURS, Noticed.BEGINS, Noticed.ENDS, Noticed.RENUMBERED)
    ]
    offices.pop("worcester")
    assert noticed(board(TUESDAY, Coming(day, replace(today, offices=offices)))) == [
        (Noticed.SHUTS_DOWN, day)
    ]


def test_that_the_arrangement_is_over_is_noticed_and_rules_that_begin_within_a_fortnight() -> None:
    over = board(datetime(2021, 6, 28, 10, tzinfo=LONDON))
    assert Noticed.ARRANGEMENT in {one.what for one in over.notices}
    begins = date(2015, 2, 1)
    before = board(datetime(2015, 1, 18, 10, tzinfo=LONDON))
    assert (Noticed.RULE_BEGINS, begins) in noticed(before)
    assert all(one.day != begins for one in board(datetime(2015, 1, 17, 10, tzinfo=LONDON)).notices)
