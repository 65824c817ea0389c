"""The directory of any day: what holds on it, and nothing that does not."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.pictures.pictures import Held, Holdings, NumberedPost, OtherHours, Pictures
from routing.hours import parse_hours
from routing.moments import on_the_wall
from routing.rota.shifts import Span
from routing.snapshot import Area, Email, Number, Office, Place, Post
from routing.vocabulary import Provider, Role, Topic

HOURS = parse_hours("Mo-Fr 09:00-17:00; PH off")
AREA = Area("sampleshire", "Sampleshire", "Sampleshire CRC", "NPS", HOURS, "the-lodge", "market-town")
OFFICE = Office("market-town", "sampleshire", "Market Town", "office", HOURS)
LODGE = Office("the-lodge", "sampleshire", "The Lodge", "approved_premises", parse_hours("24/7"))
POST = Post("sampleshire", "market-town", Provider.NPS, Role.DUTY_OFFICER, "NPS duty officer")
NUMBER = Number("+441632960001", None, 365, sample=True)
MARCH, APRIL, MAY = date(2027, 3, 1), date(2027, 4, 1), date(2027, 5, 1)
A_DAY = timedelta(days=1)


def holdings(**held: object) -> Holdings:
    always = {
        "areas": (Held(AREA),),
        "offices": (Held(OFFICE), Held(LODGE)),
        "posts": (Held(NumberedPost(POST, Held(NUMBER))),),
    }
    return Holdings(version=1, **{**always, **held})  # type: ignore[arg-type]


def pictures(**held: object) -> Pictures:
    return Pictures.of_holdings(holdings(**held))


@pytest.mark.parametrize(
    ("day", "there"),
    [(MARCH - A_DAY, False), (MARCH, True), (APRIL - A_DAY, True), (APRIL, False), (date(2040, 1, 1), False)],
)
def test_a_fact_holds_from_its_first_day_until_the_day_before_its_last(day: date, there: bool) -> None:
    snapshot = pictures(offices=(Held(OFFICE, MARCH, APRIL), Held(LODGE))).at(day)

    assert ("market-town" in snapshot.offices) is there


def test_one_version_of_a_post_gives_way_to_the_next_on_its_day() -> None:
    later = replace(POST, ask_for="the new duty desk")
    changing = pictures(posts=(
        Held(NumberedPost(POST, Held(NUMBER)), None, APRIL),
        Held(NumberedPost(later, Held(NUMBER)), APRIL),
    ))  # fmt: skip

    def asked_for(day: date) -> str:
        (post,) = changing.at(day).posts.values()
        return post.ask_for

    assert asked_for(APRIL - A_DAY) == "NPS duty officer"
    assert asked_for(APRIL) == "the new duty desk"


def test_what_points_to_an_office_that_there_is_not_points_nowhere() -> None:
    here = Place("Upper Market", "place", "sampleshire", "market-town", assumed=True)
    closing = pictures(
        offices=(Held(OFFICE, None, APRIL), Held(LODGE, None, APRIL)),
        places=(Held(("Upper Market", here)),),
    )
    before, after = closing.at(APRIL - A_DAY), closing.at(APRIL)

    assert (before.areas["sampleshire"].out_of_hours, before.areas["sampleshire"].fallback_office) == (
        "the-lodge",
        "market-town",
    )
    assert (after.areas["sampleshire"].out_of_hours, after.areas["sampleshire"].fallback_office) == (
        None,
        None,
    )
    assert (len(before.posts), len(after.posts)) == (1, 0)
    assert dict(before.places)["Upper Market"].office == "market-town"
    assert dict(after.places)["Upper Market"].office is None


def test_a_number_that_no_longer_holds_is_not_given_though_its_post_is() -> None:
    (post,) = pictures(posts=(Held(NumberedPost(POST, Held(NUMBER, None, APRIL))),)).at(APRIL).posts.values()

    assert post.number is None


def test_other_hours_take_the_place_of_the_usual_ones_while_they_hold() -> None:
    closed = OtherHours(None, "market-town", parse_hours("Mo 10:00-12:00"))
    moved = pictures(other_hours=(Held(closed, MARCH, APRIL),))

    assert moved.at(MARCH).offices["market-town"].hours == closed.hours
    assert moved.at(MARCH).areas["sampleshire"].hours == HOURS
    assert moved.at(APRIL).offices["market-town"].hours == HOURS


def test_leads_are_found_by_their_topic_and_are_no_posts_of_the_ladder() -> None:
    lead = Post("sampleshire", None, None, Role.LEAD, "the MARAC lead", topic=Topic.MARAC)
    snapshot = pictures(posts=(Held(NumberedPost(lead, None)),)).at(MARCH)

    assert snapshot.leads["sampleshire", None, Topic.MARAC] == (lead,)
    assert snapshot.posts == {}


def test_a_stretch_without_a_change_has_one_picture() -> None:
    changing = pictures(offices=(Held(OFFICE, None, APRIL), Held(LODGE)))

    assert changing.at(date(1990, 1, 1)) is changing.at(APRIL - A_DAY)
    assert changing.at(APRIL) is changing.at(date(2050, 1, 1))
    assert changing.at(APRIL) is not changing.at(APRIL - A_DAY)


def test_the_day_of_a_moment_is_the_day_in_london() -> None:
    """At 23:30 UTC in summer it is the next day there."""
    changing = pictures(offices=(Held(OFFICE, MAY), Held(LODGE)))

    assert "market-town" in changing.of(datetime(2027, 4, 30, 23, 30, tzinfo=UTC)).offices
    assert "market-town" not in changing.of(datetime(2027, 4, 30, 22, 30, tzinfo=UTC)).offices


def test_a_span_has_each_of_its_pictures_from_the_moment_it_holds() -> None:
    changing = pictures(offices=(Held(OFFICE, MARCH, APRIL), Held(LODGE)))
    noon = datetime(2027, 2, 10, 12, tzinfo=UTC)

    during = changing.during(Span(noon, datetime(2027, 4, 10, tzinfo=UTC)))

    starts = [noon, on_the_wall(MARCH, datetime.min.time()), on_the_wall(APRIL, datetime.min.time())]
    assert [moment for moment, _ in during] == starts
    assert ["market-town" in snapshot.offices for _, snapshot in during] == [False, True, False]


days = st.one_of(st.none(), st.dates(date(2027, 1, 1), date(2027, 12, 31)))


@given(held=st.lists(st.tuples(days, days), max_size=6), day=st.dates(date(2026, 12, 1), date(2028, 2, 1)))
def test_a_picture_shows_what_holds_on_its_day_and_nothing_else(
    held: list[tuple[date | None, date | None]], day: date
) -> None:
    emails = tuple(
        Held(Email(f"a{number}@example.org", "sampleshire", None, Provider.NPS, "work"), since, until)
        for number, (since, until) in enumerate(held)
    )

    shown = pictures(emails=emails).at(day).emails

    assert shown == tuple(
        one.what for one in emails if (one.since or date.min) <= day < (one.until or date.max)
    )
