"""Rules that hold from a day on, or until one."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from routing.policy import Policies
from routing.policy.area_policy import build_area
from routing.vocabulary import Provider, Topic
from tests.routing.written import AREAS


def test_a_rule_may_say_something_else_from_a_day_on() -> None:
    mentoring = [
        {"provider": "nps", "until": date(2016, 1, 1), "text": "It is the NPS's.", "source": "S"},
        {"provider": "crc", "since": date(2016, 1, 1), "text": "It is the CRC's.", "source": "S"},
    ]

    area = build_area({}, {"area": "sample", "topics": {"mentoring": mentoring}}, "sample.toml")

    for day, provider in (
        (date(2015, 12, 31), Provider.NPS),
        (date(2016, 1, 1), Provider.CRC),
        (date(2016, 1, 2), Provider.CRC),
    ):
        policy = area.on(day)
        assert policy.leads[Topic.MENTORING] is provider
        assert provider.upper() in policy.topic_reason(Topic.MENTORING).text
    assert area.days_of_change == (date(2016, 1, 1),)


def test_an_areas_own_version_comes_instead_of_every_national_one() -> None:
    national = {
        "topics": {
            "mentoring": [
                {"provider": "nps", "until": date(2016, 1, 1), "text": "Then.", "source": "S"},
                {"provider": "crc", "since": date(2016, 1, 1), "text": "Now.", "source": "S"},
            ]
        }
    }
    local = {"area": "sample", "topics": {"mentoring": {"provider": "crc", "text": "Here.", "source": "S"}}}

    area = build_area(national, local, "sample.toml")

    assert {area.on(date(year, 6, 1)).topic_reason(Topic.MENTORING).text for year in (2015, 2016)} == {
        "Here."
    }


def test_the_arrangement_has_a_day_on_which_it_begins_and_one_on_which_it_has_ended() -> None:
    area = Policies.bundled().of("london")

    for day, notice in (
        (date(2014, 5, 31), "arrangement.not_yet"),
        (date(2014, 6, 1), None),
        (date(2014, 6, 2), None),
        (date(2021, 6, 25), None),
        (date(2021, 6, 26), "arrangement.ended"),
        (date(2026, 1, 1), "arrangement.ended"),
    ):
        assert area.on(day).notice == notice


@given(st.dates(date(2010, 1, 1), date(2030, 1, 1)), st.sampled_from(AREAS))
def test_on_any_day_just_those_rules_hold_whose_day_it_is(day: date, area: str) -> None:
    stated = Policies.bundled().of(area).stated
    policy = Policies.bundled().of(area).on(day)

    in_force = {rule for versions in stated.values() for rule in versions if rule.holds_on(day)}
    assert set(policy.rules.values()) == in_force
    assert {one.rule for one in policy.ownership} <= in_force
    assert policy.begins <= day
