"""Which office an answer is about."""

from dataclasses import replace
from typing import Any

import pytest

from routing.answer import Answer
from routing.enquiry import FollowUp
from routing.hours import parse_hours
from routing.policy import Policies
from routing.reading.reading import Reading
from routing.router import Router
from routing.snapshot import Area, Place
from routing.vocabulary import Kind, Provider, Role, Topic
from routing.where import Where, find_where
from tests.routing.sample_directory import (
    SNAPSHOT,
    TUESDAY_NIGHT,
    WORCESTER,
    answer_to,
    at_office,
    contacts,
    enquiry,
    owned,
    place,
    rules,
)

KIDDERMINSTER = FollowUp("west-mercia", "kidderminster", Topic.CASE)


def where(reading: Reading, **asked: Any) -> Where:
    owner = asked.pop("owner", None)
    return find_where(SNAPSHOT, enquiry(**asked), reading, owner)


def office_of(found: Where) -> str | None:
    return found.office.id if found.office else None


def choices_of(found: Where) -> list[str]:
    return [office.id for office in found.choices]


def test_the_office_of_the_case_is_stronger_than_any_other() -> None:
    found = where(
        Reading(places=at_office("worcester")),
        owner=owned(Provider.NPS, "redditch"),
        office="kidderminster",
        follow_up=KIDDERMINSTER,
    )

    assert office_of(found) == "redditch"


def test_a_place_that_is_named_is_stronger_than_the_askers_office_and_what_was_said_before() -> None:
    found = where(Reading(places=at_office("worcester")), office="redditch", follow_up=KIDDERMINSTER)

    assert office_of(found) == "worcester"


def test_where_a_caller_rings_from_is_weaker_than_the_office_that_was_rung() -> None:
    caller = Reading(places=at_office("worcester"), place_of_caller=True)

    assert office_of(where(caller, office="redditch")) == "redditch"
    assert office_of(where(caller)) == "worcester"


def test_what_was_said_before_is_stronger_than_the_askers_office() -> None:
    assert office_of(where(Reading(), office="redditch", follow_up=KIDDERMINSTER)) == "kidderminster"


def test_the_askers_office_is_meant_where_nothing_else_is_said() -> None:
    assert office_of(where(Reading(), office="redditch")) == "redditch"


def test_the_askers_office_is_not_meant_where_a_place_in_none_of_the_areas_is_named() -> None:
    assert office_of(where(Reading(elsewhere=True), office="redditch")) is None


def test_an_area_with_one_office_needs_no_place() -> None:
    assert office_of(where(Reading(), area="dlnr")) == "rutland"


def test_a_place_of_another_area_takes_the_answer_there() -> None:
    found = where(Reading(places=at_office("oxfordshire")), office="redditch")

    assert (found.area.id, office_of(found)) == ("thames-valley", "oxfordshire")


def test_without_any_place_the_offices_of_the_area_are_to_choose_from_those_with_a_house_first() -> None:
    found = where(Reading())

    assert found.office is None
    assert choices_of(found)[:3] == ["kidderminster", "redditch", "worcester"]
    assert set(choices_of(found)[3:]) == {"herefordshire", "shropshire", "telford-and-wrekin"}
    assert found.nearest_office == "worcester"


def test_two_equally_likely_places_are_to_choose_from() -> None:
    both = (place("redditch", name="Newtown"), place("shropshire", name="Newtown"))

    found = where(Reading(places=both, place_unsure=True))

    assert (found.office, choices_of(found)) == (None, ["redditch", "shropshire"])


def test_two_likely_places_that_one_office_serves_are_no_question() -> None:
    both = (place("redditch", name="Newtown"), place("redditch", name="Newtown Green"))

    assert office_of(where(Reading(places=both, place_unsure=True))) == "redditch"


def test_the_likeliest_of_several_places_is_taken() -> None:
    both = (place("redditch"), place("shropshire"))

    assert office_of(where(Reading(places=both))) == "redditch"


def test_a_county_that_several_offices_serve_is_narrowed_by_the_places_within_it() -> None:
    county = place(None, name="Worcestershire", kind="county")

    assert choices_of(where(Reading(places=(county,))))[:3] == ["kidderminster", "redditch", "worcester"]
    within = where(Reading(places=(county, place("redditch"), place("worcester"))))
    assert choices_of(within) == ["redditch", "worcester"]


def test_a_place_that_no_office_serves_is_no_question_about_the_place() -> None:
    found = where(Reading(places=(place(None),)))

    assert found.place_without_office
    assert (found.office, found.nearest_office) == (None, None)


def test_at_a_place_that_no_office_serves_somebody_in_the_area_can_still_be_rung() -> None:
    answer = answer_to(Reading(places=(place(None),), topic=Topic.BREACH, about_probation=True))

    assert answer.kind is Kind.ROUTE
    assert WORCESTER in [step.phone for step in answer.steps]


def test_an_approved_premises_has_no_duty_officers_so_the_areas_fallback_office_serves() -> None:
    assert office_of(where(Reading(places=at_office("braley-house")))) == "worcester"
    assert office_of(where(Reading(), office="braley-house")) == "worcester"


def test_open_now_is_never_about_the_approved_premises() -> None:
    reading = Reading(places=at_office("braley-house"), topic=Topic.APPROVED_PREMISES, about_probation=True)

    answer = answer_to(reading, enquiry(at=TUESDAY_NIGHT))

    assert not answer.open_now
    assert contacts(answer)[0] == (Role.APPROVED_PREMISES, Provider.NPS, "braley-house")
    assert answer.steps[0].when == "now"


@pytest.mark.parametrize(("assumed", "is_said"), [(True, True), (False, False)])
def test_place_served_by__is_said_where_no_source_says_which_office_serves_a_place(
    assumed: bool, is_said: bool
) -> None:
    reading = Reading(
        places=(place("redditch", name="Bromsgrove", assumed=assumed),),
        topic=Topic.BREACH,
        about_probation=True,
    )

    answer = answer_to(reading)

    assert ("place.served_by" in rules(answer)) is is_said
    assert ("assumed" in answer.warnings) is is_said
    if is_said:
        assert "Bromsgrove is served by Redditch." in [reason.text for reason in answer.because]


WALES = Area("wales", "Wales", "Wales CRC", "NPS Wales", parse_hours("Mo-Fr 09:00-17:00; PH off"))
WITH_WALES = replace(SNAPSHOT, areas={**SNAPSHOT.areas, "wales": WALES})
CARDIFF = Place("Cardiff", "place", "wales", None, assumed=False)


def in_wales_too(reading: Reading, **asked: Any) -> Answer:
    return Router(WITH_WALES, Policies.bundled()).route(enquiry(**asked), reading, None)


@pytest.mark.parametrize("kind", ["place", "district", "county", "postcode"])
def test_place_elsewhere__says_whose_area_it_is_and_borrows_no_number(kind: str) -> None:
    answer = in_wales_too(Reading(places=(replace(CARDIFF, kind=kind),), about_probation=True))

    assert (answer.kind, answer.area, answer.office) == (Kind.ROUTE, "wales", None)
    assert [step.phone for step in answer.steps] == [None] * len(answer.steps)
    told = next(reason for reason in answer.because if reason.rule == "place.elsewhere")
    assert told.text.startswith("Cardiff is in the area of the Wales CRC and of NPS Wales.")


def test_in_an_area_without_offices_no_place_is_asked_for_since_the_answer_would_be_the_same() -> None:
    answer = in_wales_too(Reading(topic=Topic.BREACH, about_probation=True), area="wales")

    assert answer.kind is Kind.ROUTE
    assert "place.elsewhere" in rules(answer)


def test_place_no_unit__says_that_no_unit_is_known_and_who_in_the_area_can_say() -> None:
    answer = answer_to(Reading(places=(place(None, name="Warwick"),), about_probation=True))

    assert "place.no_unit" in rules(answer)
    assert WORCESTER in [step.phone for step in answer.steps]


def test_place_which_area__is_asked_where_a_name_is_borne_in_several() -> None:
    places = (CARDIFF, place("camden", name="Cardiff"))
    answer = in_wales_too(Reading(places=places, place_unsure=True, about_probation=True))

    assert answer.kind is Kind.CLARIFY
    assert "place.which_area" in rules(answer)
    assert answer.clarify is not None
    assert answer.clarify.asks == "area"
    assert [option.value for option in answer.clarify.options] == ["wales", "london"]


def test_the_area_that_was_chosen_is_not_that_of_the_askers_office() -> None:
    chosen = in_wales_too(Reading(about_probation=True), office="redditch", follow_up=FollowUp("wales"))

    assert (chosen.area, chosen.office) == ("wales", None)


def test_place_not_known__the_place_is_asked_for_and_the_fallback_office_is_given_meanwhile() -> None:
    answer = answer_to(Reading(topic=Topic.IOM, about_probation=True))

    assert answer.kind is Kind.CLARIFY
    assert answer.clarify is not None
    assert answer.clarify.asks == "place"
    assert [option.value for option in answer.clarify.options][:2] == ["kidderminster", "redditch"]
    assert "place.not_known" in rules(answer)
    assert contacts(answer)[0] == (Role.DUTY_OFFICER, Provider.CRC, "worcester")


@pytest.mark.parametrize("wanted", [Role.DUTY_SPO, Role.APPROVED_PREMISES, Role.HEAD_OF_LDU])
def test_a_post_that_serves_the_whole_area_needs_no_place(wanted: Role) -> None:
    answer = answer_to(Reading(wanted=wanted, about_probation=True))

    assert answer.kind is Kind.ROUTE
    assert answer.steps[0].role is wanted
