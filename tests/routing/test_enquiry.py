"""What an earlier answer settled, as the short text that a button carries."""

import csv
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routing.enquiry import FollowUp, FollowUpError
from routing.snapshot import Snapshot
from routing.vocabulary import Provider, Role, Topic, Urgency
from tests.paths import ROOT
from tests.routing.sample_directory import AREA_OF_OFFICE, SNAPSHOT

_BUNDLED = ROOT / "directory" / "bundled" / "offices.csv"
_BUTTON, _ITS_OWN_PREFIX = 64, len("n:ap:n:")  # bytes: Telegram's limit, and what was tried before

_LONGEST_IDS = ("hammersmith-and-fulham", "kensington-and-chelsea", "richmond-upon-thames", "city-of-london")


def _areas_of_all_offices() -> dict[str, str]:
    with _BUNDLED.open(encoding="utf-8", newline="") as opened:
        return {row["id"]: row["area"] for row in csv.DictReader(opened)}


ALL_OFFICES = _areas_of_all_offices()


def holding(areas_of_offices: dict[str, str]) -> Snapshot:
    """A directory with these offices."""
    one_area, one_office = SNAPSHOT.areas["west-mercia"], SNAPSHOT.offices["worcester"]
    return replace(
        SNAPSHOT,
        areas={area: replace(one_area, id=area) for area in areas_of_offices.values()},
        offices={one: replace(one_office, id=one, area=area) for one, area in areas_of_offices.items()},
    )


ALL = holding(ALL_OFFICES)

follow_ups = st.builds(
    lambda office, **rest: FollowUp(area=AREA_OF_OFFICE[office], office=office, **rest),
    office=st.sampled_from(sorted(AREA_OF_OFFICE)),
    topic=st.none() | st.sampled_from(Topic),
    provider=st.none() | st.sampled_from(Provider),
    urgency=st.none() | st.sampled_from(Urgency),
    wanted=st.none() | st.sampled_from(Role),
)


@given(follow_ups)
def test_a_follow_up_is_read_back_as_it_was_written(follow_up: FollowUp) -> None:
    assert FollowUp.decode(follow_up.encode(), SNAPSHOT) == follow_up


@pytest.mark.parametrize("area", ["west-mercia", "thames-valley", "london", "dlnr"])
def test_a_follow_up_without_an_office_keeps_its_area(area: str) -> None:
    follow_up = FollowUp(area, topic=Topic.RECALL)

    assert FollowUp.decode(follow_up.encode(), SNAPSHOT) == follow_up


@pytest.mark.parametrize("ground", ["mappa", "unknown", "who_manages", "whether_known"])
def test_a_follow_up_keeps_what_decided(ground: str) -> None:
    follow_up = FollowUp("west-mercia", "worcester", Topic.CASE, Provider.NPS, ground=ground)

    assert FollowUp.decode(follow_up.encode(), SNAPSHOT).ground == ground


@pytest.mark.parametrize("ground", ["short_sentence", "who_manages", "x" * 80])
def test_what_decided_gives_way_where_a_button_has_no_room_for_it(ground: str) -> None:
    full = FollowUp(
        "london",
        "hammersmith-and-fulham",
        Topic.DOMESTIC_HOMICIDE_REVIEW,
        Provider.BOTH,
        Urgency.URGENT,
        Role.APPROVED_PREMISES,
        ground=ground,
    )

    assert len(full.encode()) <= _BUTTON - _ITS_OWN_PREFIX
    assert FollowUp.decode(full.encode(), ALL).topic is Topic.DOMESTIC_HOMICIDE_REVIEW


def test_the_longest_office_ids_of_the_contract_are_among_those_tried() -> None:
    assert set(_LONGEST_IDS) <= set(ALL_OFFICES)


def test_every_office_with_every_topic_fits_a_telegram_button() -> None:
    longest_otherwise = (Provider.BOTH, Urgency.EMERGENCY, Role.APPROVED_PREMISES)
    for office, topic in product(sorted(ALL_OFFICES), Topic):
        written = FollowUp(ALL_OFFICES[office], office, topic, *longest_otherwise).encode()

        assert len(written.encode()) <= _BUTTON - _ITS_OWN_PREFIX
        assert FollowUp.decode(written, ALL).topic is topic


def test_no_two_values_of_one_kind_are_written_alike() -> None:
    written = {
        FollowUp("west-mercia", "worcester", Topic.CASE, *rest).encode()
        for rest in product([None, *Provider], [None, *Urgency], [None, *Role])
    }

    assert len(written) == 4 * 4 * 10


def test_nothing_of_a_case_and_no_word_of_a_text_is_in_a_follow_up() -> None:
    written = FollowUp(
        "west-mercia", "worcester", Topic.CASE, Provider.NPS, Urgency.URGENT, Role.SPO
    ).encode()

    assert written.split("|")[:5] == ["worcester", "case", "n", "u", "s"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "worcester",
        "worcester|case|n",
        "worcester|case|n|||||",
        "atlantis|case|n|||",
        "|case|n|||",
        "worcester|gardening|n|||",
        "worcester|case|q|||",
        "worcester|case|n|soon||",
        "worcester|case|n||king|",
        "worcester|case|n|||A Name",
        "worcester|case|n|||<b>",
        "@atlantis|case|n|||",
    ],
)
def test_a_follow_up_that_this_version_never_wrote_is_refused(text: str) -> None:
    with pytest.raises(FollowUpError):
        FollowUp.decode(text, SNAPSHOT)


@given(st.text(alphabet="|@:nces-worcaptduspi", max_size=40))
def test_any_text_is_either_read_or_refused(text: str) -> None:
    try:
        found = FollowUp.decode(text, SNAPSHOT)
    except FollowUpError:
        return
    assert found.office is None or found.area == AREA_OF_OFFICE[found.office]


def test_a_topic_spelt_out_by_an_older_version_is_read_too() -> None:
    older = "worcester|domestic_homicide_review|n|||"

    assert FollowUp.decode(older, SNAPSHOT).topic is Topic.DOMESTIC_HOMICIDE_REVIEW


def test_an_area_without_an_office_is_a_place_to_go_on_from() -> None:
    empty = replace(SNAPSHOT, offices={})

    assert FollowUp.decode("@dlnr|recall||||", empty) == FollowUp("dlnr", topic=Topic.RECALL)


def test_an_office_whose_id_is_one_of_the_short_codes_stays_an_office() -> None:
    follow_up = FollowUp("west-mercia", "re", Topic.CASE)

    assert FollowUp.decode(follow_up.encode(), holding({"re": "west-mercia"})) == follow_up


def test_an_office_with_a_very_long_id_is_written_all_the_same() -> None:
    office = "the-office-with-the-longest-name-in-england-and-wales"

    assert FollowUp("x", office, Topic.CASE, ground="mappa").encode() == f"{office}|case||||"
