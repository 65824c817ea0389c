"""The whole gazetteer, read through: places with slips and without, and sentences that name none."""

import random

import pytest

from tests.bundled import snapshot
from tests.paths import ENQUIRIES
from tests.routing.reading.slipped import asked, share
from tests.routing.reading.verdicts import reader

NO_PLACE = ENQUIRIES / "no_place.txt"
SEED = 2014
SAMPLE = 1_000


def test_a_place_spelt_rightly_leads_to_what_serves_it() -> None:
    lines = list(asked(snapshot().places, SAMPLE, random.Random(SEED), slips=False))

    right, right_or_asks, wrong = share(reader(), lines)

    assert right_or_asks >= 0.999, wrong
    assert right >= 0.99


def test_a_misspelt_place_leads_to_what_serves_it_or_is_asked_about() -> None:
    lines = list(asked(snapshot().places, SAMPLE, random.Random(SEED), slips=True))

    right, right_or_asks, wrong = share(reader(), lines)

    assert right_or_asks >= 0.985, wrong
    assert right >= 0.97


@pytest.mark.parametrize("area", ["west-mercia", "london", "dlnr", "kss"])
def test_hardly_a_sentence_that_names_no_place_is_read_as_one(area: str) -> None:
    lines = [line for line in NO_PLACE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]

    false = [line for line in lines if reader().read(line, area).places]

    assert len(lines) >= 300
    assert len(false) < len(lines) / 100, false


@pytest.mark.parametrize(
    ("text", "area", "office"),
    [
        ("lives at WR1 2AB", "west-mercia", "worcester"),
        ("wr12ab", "west-mercia", "worcester"),
        ("who covers DY10", "west-mercia", "kidderminster"),
        ("man in B97", "west-mercia", "redditch"),
        ("a case supervised from B97", "west-mercia", "redditch"),
        ("coming out to B97", "west-mercia", "redditch"),
        ("SE1 7PB please", "london", "southwark"),
        ("lives in B45", "west-mercia", "redditch"),
    ],
)
def test_a_postcode_leads_to_what_serves_its_district(text: str, area: str, office: str) -> None:
    assert reader().read(text, area).places[0].office == office


@pytest.mark.parametrize("text", ["on the M5", "s20 wounding", "MAPPA L2 meeting", "a co2 alarm", "E2 form"])
def test_a_letter_and_a_figure_are_not_always_a_postcode(text: str) -> None:
    assert reader().read(text, "west-mercia").places == ()


def test_the_askers_area_decides_between_places_of_one_name() -> None:
    def newport(area: str) -> str:
        return reader().read("Newport probation", area).places[0].area

    assert [newport(area) for area in ("west-mercia", "wales", "hiow")] == ["west-mercia", "wales", "hiow"]


def test_villages_of_one_name_in_one_area_are_asked_about() -> None:
    reading = reader().read("duty officer for Belmont", "london")

    assert reading.place_unsure
    assert {place.office for place in reading.places} == {"harrow", "sutton"}


@pytest.mark.parametrize(
    "text", ["SW1", "he lives in sw1", "tenant in EC1, who covers", "W1A duty", "EC2 police"]
)
def test_a_district_of_which_only_the_parts_are_held_is_asked_about_within_its_area(text: str) -> None:
    reading = reader().read(text, "west-mercia")
    assert {place.area for place in reading.places} == {"london"}
    assert len({place.office for place in reading.places}) > 1 or not reading.place_unsure


@pytest.mark.parametrize("text", ["E1W duty officer", "who covers N1C"])
def test_a_part_that_is_not_held_is_of_its_whole_district(text: str) -> None:
    assert {place.area for place in reader().read(text, "west-mercia").places} == {"london"}
