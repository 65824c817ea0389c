"""Whom to try, in what order, and from when."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from routing.answer import Step
from routing.hours import LONDON, parse_hours
from routing.ladder import CALL_999, Ladder, Need
from routing.snapshot import Number, Post, PostKey, Snapshot, Team
from routing.vocabulary import Provider, Role, Topic
from tests.routing.sample_directory import (
    BRALEY_HOUSE,
    CAMDEN,
    NAME_OF_DUTY_OFFICER,
    NAME_OF_HEAD,
    OFFICE_HOURS,
    REDDITCH,
    SNAPSHOT,
    TUESDAY,
    TUESDAY_NIGHT,
    WEDNESDAY_AT_NINE,
    WORCESTER,
    owned,
)

NPS, CRC, BOTH = Provider.NPS, Provider.CRC, Provider.BOTH
DUTY_OFFICER, SPO, DUTY_SPO = Role.DUTY_OFFICER, Role.SPO, Role.DUTY_SPO
PREMISES = (Role.APPROVED_PREMISES, NPS, "braley-house")


def need(office: str | None = "redditch", provider: Provider = NPS, **rest: Any) -> Need:
    known = SNAPSHOT.offices[office] if office else None
    area = SNAPSHOT.areas[known.area if known else "west-mercia"]
    return Need(area=area, office=known, provider=provider, **rest)


def climb(
    wanted: Need, at: datetime = TUESDAY, snapshot: Snapshot = SNAPSHOT, *, names: bool = False
) -> tuple[Step, ...]:
    return Ladder(snapshot, at, names).steps(wanted)


def posts(steps: tuple[Step, ...]) -> list[tuple[Role, Provider | None, str | None]]:
    return [(step.role, step.provider, step.office) for step in steps]


def with_post(post: Post) -> Snapshot:
    key = PostKey(post.area, post.office, post.provider, post.role)
    return replace(SNAPSHOT, posts={**SNAPSHOT.posts, key: post})


def with_lead(post: Post) -> Snapshot:
    assert post.topic
    return replace(SNAPSHOT, leads={(post.area, post.office, post.topic): (post,)})


LEAD = Post("west-mercia", "redditch", None, Role.LEAD, "the MARAC lead", topic=Topic.MARAC)


def test_whoever_leads_on_a_topic_comes_before_the_duty_officers() -> None:
    steps = climb(need(provider=Provider.BOTH, topic=Topic.MARAC), snapshot=with_lead(LEAD))

    assert posts(steps)[:2] == [(Role.LEAD, None, "redditch"), (DUTY_OFFICER, NPS, "redditch")]


@pytest.mark.parametrize(
    ("office", "leads"), [("redditch", True), ("worcester", False)], ids=["here", "somewhere else"]
)
def test_a_lead_of_an_office_leads_there_and_nowhere_else(office: str, leads: bool) -> None:
    steps = climb(need(office, topic=Topic.MARAC), snapshot=with_lead(LEAD))

    assert (steps[0].role is Role.LEAD) is leads


def test_a_lead_of_the_area_leads_where_the_office_has_none_of_its_own() -> None:
    steps = climb(need("worcester", topic=Topic.MARAC), snapshot=with_lead(replace(LEAD, office=None)))

    assert steps[0].role is Role.LEAD


@pytest.mark.parametrize("wanted", [need(topic=Topic.MASH), need(), need(topic=Topic.MARAC, start=SPO)])
def test_a_lead_on_another_topic_or_beside_a_post_that_was_asked_for_stays_out(wanted: Need) -> None:
    assert Role.LEAD not in {step.role for step in climb(wanted, snapshot=with_lead(LEAD))}


@pytest.mark.parametrize(("provider", "leads"), [(NPS, False), (CRC, True), (Provider.BOTH, True)])
def test_a_lead_of_one_provider_does_not_lead_for_the_other(provider: Provider, leads: bool) -> None:
    lead = replace(LEAD, provider=CRC)

    steps = climb(need(provider=provider, topic=Topic.MARAC), snapshot=with_lead(lead))

    assert (steps[0].role is Role.LEAD) is leads


@pytest.mark.parametrize(
    ("topic", "number"), [(Topic.UNPAID_WORK, "+441632960055"), (Topic.PROGRAMME, REDDITCH), (None, REDDITCH)]
)
def test_the_spo_is_that_of_the_team_that_does_it(topic: Topic | None, number: str) -> None:
    team = Team("payback", "Community Payback", CRC, "west-mercia", "redditch", (Topic.UNPAID_WORK,))
    spo = Post("west-mercia", "redditch", CRC, SPO, "the team's SPO", Number("+441632960055", None, 365),
               team="payback")  # fmt: skip
    key = PostKey("west-mercia", "redditch", CRC, SPO, "payback")
    snapshot = replace(SNAPSHOT, teams={"payback": team}, posts={**SNAPSHOT.posts, key: spo})

    steps = climb(need(provider=CRC, start=SPO, topic=topic), snapshot=snapshot)

    assert steps[0].phone == number


def test_a_post_with_hours_of_its_own_is_reached_in_those() -> None:
    late = replace(LEAD, hours=parse_hours("Mo-Fr 13:00-21:00"), office=None)

    steps = climb(need(topic=Topic.MARAC), snapshot=with_lead(late))

    assert steps[0].when == datetime(2014, 7, 8, 13, 0, tzinfo=LONDON)


@pytest.mark.parametrize("provider", [NPS, CRC])
def test_in_hours_the_ladder_goes_from_the_duty_officer_up_to_the_out_of_hours_line(
    provider: Provider,
) -> None:
    steps = climb(need(provider=provider))

    assert posts(steps) == [
        (DUTY_OFFICER, provider, "redditch"),
        (SPO, provider, "redditch"),
        (DUTY_SPO, provider, None),
        PREMISES,
    ]
    assert [step.phone for step in steps] == [REDDITCH, REDDITCH, REDDITCH, BRALEY_HOUSE]
    assert {step.when for step in steps} == {"now"}


def test_a_duty_spo_is_reached_through_the_office_whose_reception_knows_who_it_is() -> None:
    duty_spo = climb(need("worcester"))[2]

    assert (duty_spo.role, duty_spo.office, duty_spo.phone) == (DUTY_SPO, None, WORCESTER)


def test_a_duty_spo_of_a_unit_without_a_number_is_reached_through_the_areas_fallback_office() -> None:
    duty_spo = climb(need("herefordshire", start=DUTY_SPO))[0]

    assert (duty_spo.office, duty_spo.phone) == (None, WORCESTER)


def test_contact_out_of_hours__the_approved_premises_come_first_and_the_office_when_it_opens() -> None:
    steps = climb(need(), TUESDAY_NIGHT)

    assert posts(steps) == [
        PREMISES,
        (DUTY_OFFICER, NPS, "redditch"),
        (SPO, NPS, "redditch"),
        (DUTY_SPO, NPS, None),
    ]
    assert [step.when for step in steps] == ["now", *[WEDNESDAY_AT_NINE] * 3]


@pytest.mark.parametrize(
    ("at", "premises_first"),
    [("08:59:59", True), ("09:00:00", False), ("16:59:59", False), ("17:00:00", True)],
)
def test_contact_out_of_hours__begins_at_closing_time_to_the_second(at: str, premises_first: bool) -> None:
    moment = datetime.fromisoformat(f"2014-07-08T{at}").replace(tzinfo=LONDON)

    assert (posts(climb(need(), moment))[0] == PREMISES) is premises_first


def test_contact_out_of_hours__a_bank_holiday_is_out_of_hours_all_day() -> None:
    steps = climb(need(), datetime(2014, 8, 25, 11, 0, tzinfo=LONDON))

    assert posts(steps)[0] == PREMISES
    assert steps[1].when == datetime(2014, 8, 26, 9, 0, tzinfo=LONDON)


def test_contact_can_wait__the_office_comes_first_from_its_next_opening_and_the_premises_last() -> None:
    steps = climb(need(can_wait=True), TUESDAY_NIGHT)

    assert posts(steps)[0] == (DUTY_OFFICER, NPS, "redditch")
    assert posts(steps)[-1] == PREMISES
    assert steps[0].when == WEDNESDAY_AT_NINE


def test_contact_can_wait__changes_nothing_in_hours() -> None:
    assert climb(need(can_wait=True)) == climb(need())


@pytest.mark.parametrize("at", [TUESDAY, TUESDAY_NIGHT])
@pytest.mark.parametrize("can_wait", [True, False])
def test_danger_call_999__comes_before_everything_at_any_hour(at: datetime, can_wait: bool) -> None:
    steps = climb(need(danger=True, can_wait=can_wait), at)

    assert steps[0] == CALL_999
    assert (steps[0].role, steps[0].phone, steps[0].when) == (Role.EMERGENCY_SERVICES, "999", "now")
    assert steps[1].when == "now"


@pytest.mark.parametrize("at", [TUESDAY, TUESDAY_NIGHT])
@pytest.mark.parametrize("can_wait", [True, False])
def test_a_matter_of_the_approved_premises_leads_with_them_at_any_hour(at: datetime, can_wait: bool) -> None:
    steps = climb(need(start=Role.APPROVED_PREMISES, can_wait=can_wait), at)

    assert posts(steps)[:2] == [PREMISES, (DUTY_OFFICER, NPS, "redditch")]


def test_where_both_lead_the_crc_duty_officer_follows_the_npss_and_the_rest_is_the_npss() -> None:
    steps = climb(need(provider=BOTH, second=CRC))

    assert posts(steps)[:4] == [
        (DUTY_OFFICER, NPS, "redditch"),
        (DUTY_OFFICER, CRC, "redditch"),
        (SPO, NPS, "redditch"),
        (DUTY_SPO, NPS, None),
    ]


def test_on_a_rising_risk_the_nps_duty_officer_follows_the_crcs() -> None:
    assert posts(climb(need(provider=CRC, second=NPS)))[:2] == [
        (DUTY_OFFICER, CRC, "redditch"),
        (DUTY_OFFICER, NPS, "redditch"),
    ]


def test_an_spo_first_answer_goes_on_upward_only() -> None:
    assert posts(climb(need(start=SPO, second=CRC))) == [
        (SPO, NPS, "redditch"),
        (DUTY_SPO, NPS, None),
        PREMISES,
    ]


def test_a_responsible_officer_comes_before_the_duty_officer_and_is_rung_at_the_office() -> None:
    first = climb(need(provider=CRC, named=owned(CRC)), names=True)[0]

    assert (first.role, first.provider, first.office) == (Role.RESPONSIBLE_OFFICER, CRC, "redditch")
    assert (first.name, first.phone) == ("Officer Birch (sample)", REDDITCH)


def test_on_a_change_of_risk_the_duty_officers_lead_and_the_responsible_officer_follows() -> None:
    wanted = need(provider=CRC, second=NPS, named=owned(CRC), duty_officers_lead=True)

    assert [step.role for step in climb(wanted)][:4] == [
        DUTY_OFFICER,
        DUTY_OFFICER,
        Role.RESPONSIBLE_OFFICER,
        SPO,
    ]


def test_a_case_whose_officer_is_not_registered_has_no_such_step() -> None:
    steps = climb(need(named=owned(NPS, officer=None)))

    assert Role.RESPONSIBLE_OFFICER not in [step.role for step in steps]


def test_contact_no_number__a_unit_without_one_keeps_its_step() -> None:
    first = climb(need("herefordshire"))[0]

    assert (first.role, first.office, first.phone) == (DUTY_OFFICER, "herefordshire", None)


@pytest.mark.parametrize("provider", [NPS, CRC])
def test_contact_who_can_say__after_a_unit_without_a_number_the_nps_duty_officer_of_an_office_with_one(
    provider: Provider,
) -> None:
    second = climb(need("herefordshire", provider))[1]

    assert (second.role, second.provider, second.office) == (DUTY_OFFICER, NPS, "worcester")
    assert second.phone == WORCESTER


def test_contact_who_can_say__is_another_office_where_the_areas_fallback_office_has_no_number() -> None:
    areas = dict(SNAPSHOT.areas)
    areas["west-mercia"] = replace(areas["west-mercia"], fallback_office="shropshire")
    wanted = replace(need("herefordshire"), area=areas["west-mercia"])

    second = climb(wanted, snapshot=replace(SNAPSHOT, areas=areas))[1]

    assert (second.office, second.phone) == ("kidderminster", "+441562748375")


def test_contact_who_can_say__comes_after_both_duty_officers_of_the_unit() -> None:
    steps = climb(need("herefordshire", BOTH, second=CRC))

    assert posts(steps)[:3] == [
        (DUTY_OFFICER, NPS, "herefordshire"),
        (DUTY_OFFICER, CRC, "herefordshire"),
        (DUTY_OFFICER, NPS, "worcester"),
    ]


def test_contact_who_can_say__is_not_needed_where_the_post_can_be_rung() -> None:
    assert posts(climb(need("herefordshire", start=DUTY_SPO))) == [(DUTY_SPO, NPS, None), PREMISES]


def test_an_area_without_any_number_keeps_the_whole_ladder_and_borrows_nothing() -> None:
    steps = climb(need("oxfordshire"))

    assert posts(steps) == [
        (DUTY_OFFICER, NPS, "oxfordshire"),
        (SPO, NPS, "oxfordshire"),
        (DUTY_SPO, NPS, None),
        (Role.APPROVED_PREMISES, NPS, None),
    ]
    assert {step.phone for step in steps} == {None}


def test_approved_premises_without_a_number_are_named_all_the_same() -> None:
    without = {key: post for key, post in SNAPSHOT.posts.items() if key[3] is not Role.APPROVED_PREMISES}

    last = climb(need(), snapshot=replace(SNAPSHOT, posts=without))[-1]

    assert (last.role, last.office, last.phone) == (*PREMISES[::2], None)


def test_a_post_that_the_directory_does_not_hold_keeps_its_step_with_whom_to_ask_for() -> None:
    without = {key: post for key, post in SNAPSHOT.posts.items() if key[3] is not SPO}

    spo = climb(need(provider=CRC), snapshot=replace(SNAPSHOT, posts=without))[1]

    assert (spo.role, spo.provider, spo.office, spo.phone) == (SPO, CRC, "redditch", None)
    assert spo.ask_for == "CRC senior probation officer (SPO)"


def test_the_head_of_a_delivery_unit_follows_the_duty_spo_where_the_directory_holds_one() -> None:
    steps = climb(need("camden"))

    assert [step.role for step in steps][-3:] == [DUTY_SPO, Role.HEAD_OF_LDU, Role.APPROVED_PREMISES]
    assert [step.role for step in climb(need("redditch"))].count(Role.HEAD_OF_LDU) == 0


def test_the_head_of_a_delivery_unit_is_asked_for_at_the_office_where_the_directory_holds_none() -> None:
    steps = climb(need(start=Role.HEAD_OF_LDU))

    assert posts(steps) == [(Role.HEAD_OF_LDU, NPS, None), PREMISES]
    assert steps[0].phone == REDDITCH
    assert steps[0].ask_for == "NPS head of the local delivery unit (LDU)"


def test_a_reception_that_the_directory_does_not_hold_keeps_its_step() -> None:
    first = climb(need("herefordshire", start=Role.RECEPTION))[0]

    assert (first.role, first.provider, first.office, first.phone) == (
        Role.RECEPTION,
        None,
        "herefordshire",
        None,
    )


@pytest.mark.parametrize(("names", "expected"), [(False, None), (True, NAME_OF_DUTY_OFFICER)])
def test_who_is_on_a_post_is_named_only_to_those_who_may_see_it(names: bool, expected: str | None) -> None:
    assert climb(need("tower-hamlets"), names=names)[0].name == expected


def test_the_name_of_a_head_is_nobodys_but_staffs() -> None:
    assert NAME_OF_HEAD not in str(climb(need("camden")))
    assert NAME_OF_HEAD in str(climb(need("camden"), names=True))


@pytest.mark.parametrize(("days", "stale"), [(365, False), (366, True)])
def test_a_step_says_when_its_number_was_checked_and_whether_that_is_too_long_ago(
    days: int, stale: bool
) -> None:
    checked_on = date(2014, 7, 1)
    at = datetime(2014, 7, 1, 10, 0, tzinfo=LONDON) + timedelta(days=days)

    steps = climb(need(), at)

    assert {step.checked_on for step in steps} == {checked_on}
    assert {step.stale for step in steps} == {stale}


def test_a_number_is_judged_by_the_day_in_london() -> None:
    last_minute = datetime.fromisoformat("2015-07-01T23:59:59+01:00")

    assert not climb(need(), last_minute)[0].stale
    assert climb(need(), last_minute + timedelta(seconds=1))[0].stale


def test_a_stale_number_and_a_sample_are_marked_on_their_steps() -> None:
    first = climb(need("camden"))[0]

    assert (first.phone, first.stale, first.sample) == (CAMDEN, True, True)
    assert not climb(need())[0].sample


def test_each_step_says_its_place_and_its_hours() -> None:
    steps = climb(need())

    assert [step.place for step in steps] == ["Redditch", "Redditch", "Redditch", "Braley House"]
    assert [step.hours for step in steps] == [*[OFFICE_HOURS] * 3, "24/7"]


def test_an_office_with_hours_of_its_own_opens_by_them() -> None:
    early = replace(SNAPSHOT.offices["redditch"], hours=parse_hours("Mo-Fr 07:00-20:00"))
    wanted = replace(need(), office=early)
    snapshot = replace(SNAPSHOT, offices={**SNAPSHOT.offices, "redditch": early})
    at_seven = datetime(2014, 7, 8, 7, 0, tzinfo=LONDON)

    assert Ladder(snapshot, at_seven).is_open(wanted)
    assert climb(wanted, at_seven, snapshot)[0].when == "now"
    assert climb(wanted, TUESDAY_NIGHT, snapshot)[1].when == datetime(2014, 7, 9, 7, 0, tzinfo=LONDON)


def test_without_an_office_the_areas_hours_decide() -> None:
    assert Ladder(SNAPSHOT, TUESDAY).is_open(need(None))
    assert not Ladder(SNAPSHOT, TUESDAY_NIGHT).is_open(need(None))


def test_a_post_of_an_area_with_a_number_of_its_own_is_rung_on_it() -> None:
    own = Post("west-mercia", None, CRC, DUTY_SPO, "CRC duty SPO", Number("+441632960009", None, 1))

    assert climb(need(provider=CRC), snapshot=with_post(own))[2].phone == "+441632960009"


def test_a_second_provider_that_is_the_first_is_not_asked_twice() -> None:
    assert climb(need(provider=NPS, second=NPS)) == climb(need(provider=NPS))
