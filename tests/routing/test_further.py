"""What is said beside whose it is: how a change of risk goes on, the papers of a case, what changed."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from routing.answer import Answer
from routing.further import way_there, what_changed
from routing.policy import Policies
from routing.reading.reading import Ask, Reading, RiskChange
from routing.snapshot import Email, Office
from routing.vocabulary import Kind, Provider, Risk, Standing, Topic
from tests.routing.sample_directory import SNAPSHOT, answer_to, at_office, enquiry, rules

NPS, CRC = Provider.NPS, Provider.CRC


def risen(*, by: Standing = Standing.PARTNER, **read: Any) -> Answer:
    """The answer about a risk of serious harm that has risen, at Redditch."""
    reading = Reading(topic=Topic.RISK_ESCALATION, places=at_office("redditch"), about_probation=True, **read)
    return answer_to(reading, enquiry(by=by))


def told(**read: Any) -> Answer:
    """The answer to a text without a place."""
    return answer_to(Reading(about_probation=True, **read))


def test_risk_for_crc_staff__who_say_that_they_are_are_told_their_own_path_alone() -> None:
    said = rules(risen(by=Standing.OFFICER, asker_provider=CRC, provider=CRC))

    assert "risk.for_crc_staff" in said
    assert not {"risk.for_nps_staff", "risk.for_partners"} & set(said)


def test_risk_for_nps_staff__who_say_that_they_are_are_told_their_own_path_alone() -> None:
    said = rules(risen(by=Standing.OFFICER, asker_provider=NPS, provider=CRC))

    assert "risk.for_nps_staff" in said
    assert not {"risk.for_crc_staff", "risk.for_partners"} & set(said)


@pytest.mark.parametrize("by", [Standing.PARTNER, Standing.PUBLIC, Standing.RECEPTION])
def test_risk_for_partners__whoever_is_not_of_probation_is_told_theirs(by: Standing) -> None:
    said = rules(risen(by=by))

    assert "risk.for_partners" in said
    assert not {"risk.for_crc_staff", "risk.for_nps_staff"} & set(said)


def test_staff_who_do_not_say_which_side_is_theirs_are_told_both_paths() -> None:
    assert {"risk.for_crc_staff", "risk.for_nps_staff"} <= set(rules(risen(by=Standing.OFFICER)))


def test_risk_until_then__a_case_of_the_crc_is_the_crcs_until_the_nps_has_taken_it() -> None:
    assert "risk.until_then" in rules(risen(provider=CRC))
    assert "risk.until_then" not in rules(risen(provider=NPS))


def test_risk_if_not_high__the_case_stays_and_that_is_said_while_the_level_is_open() -> None:
    assert "risk.if_not_high" in rules(risen(provider=CRC, risk=Risk.HIGH))
    assert "risk.if_not_high" not in rules(risen(provider=CRC, risk=Risk.MEDIUM))


@pytest.mark.parametrize("provider", [None, CRC, NPS])
def test_risk_no_way_back__a_case_that_moved_does_not_go_back(provider: Provider | None) -> None:
    assert "risk.no_way_back" in rules(risen(provider=provider))
    assert "risk.no_way_back" not in rules(risen(provider=provider, risk_change=RiskChange.FELL))


def test_risk_danger_first__is_the_last_word_of_every_walk() -> None:
    assert "risk.danger_first" in rules(risen())
    assert "risk.danger_first" not in rules(told(topic=Topic.BREACH))


@pytest.mark.parametrize(
    ("rule", "whom"),
    [
        ("case_flow.report", "NPS duty officer"),
        ("case_flow.order", "NPS duty officer"),
        ("case_flow.allocation", "NPS duty officer"),
        ("case_flow.prosecution", "NPS duty officer"),
        ("case_flow.replies", "NPS duty officer"),
    ],
)
def test_each_paper_of_a_case_says_whom_to_chase_for_it(rule: str, whom: str) -> None:
    name = rule.removeprefix("case_flow.")
    one = told(topic=Topic.ALLOCATION, papers=(name,), places=at_office("redditch"))
    every = told(topic=Topic.ALLOCATION, papers=("all",), ask=Ask.WHO_DOES)

    assert [said for said in rules(one) if said.startswith("case_flow.")] == [rule]
    assert (every.kind, every.provider) == (Kind.EXPLAIN, NPS)
    assert next(reason for reason in every.because if reason.rule == rule).text.count(whom) == 1


@pytest.mark.parametrize(
    "rule",
    ["changed.trust", "changed.dates", "changed.work", "changed.email", "changed.buildings", "changed.cases"],
)
@pytest.mark.parametrize("area", ["west-mercia", "thames-valley", "london", "dlnr"])
def test_what_changed_is_explained_where_it_is_asked(rule: str, area: str) -> None:
    reading = Reading(about_probation=True, changes=(rule.removeprefix("changed."),), ask=Ask.WHO_DOES)

    answer = answer_to(reading, enquiry(area=area))

    assert answer.kind is Kind.EXPLAIN
    assert rule in rules(answer)


def test_changed_trust__who_still_thinks_of_the_trust_is_told_beside_the_number() -> None:
    answer = told(topic=Topic.BREACH, changes=("trust",), places=at_office("redditch"))

    assert (answer.kind, answer.provider) == (Kind.ROUTE, NPS)
    assert rules(answer)[0] == "topic.breach"
    assert "changed.trust" in rules(answer)


def test_changed_trust_elsewhere__the_trust_of_another_area_is_told_by_who_has_its_work_now() -> None:
    answer = told(changes=("trust",), trusts=("london",), places=at_office("redditch"))

    said = {reason.rule: reason.text for reason in answer.because}
    assert "London CRC" in said["changed.trust_elsewhere"]
    assert "changed.trust" not in said


def test_changed_trust__of_the_area_itself_is_told_by_its_own_rule() -> None:
    said = rules(told(changes=("trust",), trusts=("west-mercia",), places=at_office("redditch")))

    assert "changed.trust" in said
    assert "changed.trust_elsewhere" not in said


def test_an_area_that_the_directory_does_not_hold_is_not_spoken_of() -> None:
    answer = told(changes=("trust",), trusts=("atlantis",), places=at_office("redditch"))

    assert not [said for said in rules(answer) if said.startswith("changed.")]


OLD, NEW, DAY = "old@example.org", "new@example.org", date(2014, 12, 1)


def said_of(*emails: Email, today: date = DAY) -> list[tuple[str, str]]:
    """What is said of e-mail, with these addresses in the directory."""
    snapshot, policy = replace(SNAPSHOT, emails=emails), Policies.bundled().of("west-mercia").on(today)
    reading = Reading(changes=("email",), about_probation=True)
    return [(one.rule, one.text) for one in what_changed(reading, policy, snapshot, "west-mercia", today)][1:]


def way_told(office: Office | None, *, asked: bool = True) -> list[tuple[str, str]]:
    """What is said of where an office is."""
    policy = Policies.bundled().of("west-mercia").on(DAY)
    return [(one.rule, one.text) for one in way_there(Reading(way_asked=asked), policy, office)]


def test_place_address__where_an_office_is_is_told_to_whoever_asks() -> None:
    office = replace(SNAPSHOT.offices["worcester"], address="1 Sample Street")

    assert way_told(office) == [("place.address", "Worcester is at 1 Sample Street.")]
    assert way_told(office, asked=False) == []
    assert way_told(None) == []


def test_place_address__an_approved_premises_is_never_told() -> None:
    assert (
        way_told(replace(SNAPSHOT.offices["worcester"], kind="approved_premises", address="2 Sample Street"))
        == []
    )


def test_place_no_address__what_is_not_held_is_said_not_to_be() -> None:
    ((rule, _),) = way_told(replace(SNAPSHOT.offices["worcester"], address=None))

    assert rule == "place.no_address"


def test_changed_email_none__without_an_address_it_is_said_to_ring_and_ask() -> None:
    elsewhere = Email(NEW, "london", None, NPS, "reports")

    assert [rule for rule, _ in said_of()] == ["changed.email_none"]
    assert [rule for rule, _ in said_of(elsewhere)] == ["changed.email_none"]


def test_changed_email_held__an_address_that_a_keeper_entered_is_given() -> None:
    ((rule, text),) = said_of(Email(NEW, "west-mercia", None, NPS, "Reports"))

    assert (rule, text) == ("changed.email_held", "Reports, NPS: new@example.org.")


@pytest.mark.parametrize(
    ("until", "rule"),
    [
        (None, "changed.email_redirected"),
        (DAY + timedelta(days=1), "changed.email_redirected"),
        (DAY, "changed.email_ended"),
        (DAY - timedelta(days=1), "changed.email_ended"),
    ],
)
def test_changed_email_redirected__and_changed_email_ended__by_the_day(until: date | None, rule: str) -> None:
    ((found, text),) = said_of(Email(OLD, "west-mercia", None, CRC, "Reports", NEW, until))

    assert found == rule
    assert OLD in text
    assert NEW in text


def test_an_address_that_is_made_up_says_so_wherever_it_is_shown() -> None:
    given = said_of(
        Email(NEW, "west-mercia", None, NPS, "Reports", sample=True),
        Email(OLD, "west-mercia", None, NPS, "Reports", NEW, sample=True),
    )

    assert all("(sample, made up)" in text for _, text in given)
