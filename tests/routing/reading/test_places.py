"""Which place is meant."""

import pytest

from tests.routing.reading.reading_of import reading_of


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("he used to be in Worcester but he's moved to Redditch", "Redditch"),
        ("moved from Redditch to Worcester", "Worcester"),
        ("ringing from Worcester police about a man in Redditch", "Redditch"),
        ("HMP Redditch prison, going home to Worcester", "Worcester"),
        ("Redditch rather than Worcester", "Redditch"),
        ("I'm based in Worcester; the lad reports at Redditch", "Redditch"),
        ("worcester?", "Worcester"),
        ("worcetser probation", "Worcester"),
        ("he lives in Rock", "Rock"),
        ("who covers Reading", "Reading"),
        ("someone living in reading", "Reading"),
    ],
)
def test_the_likeliest_place(text: str, place: str) -> None:
    reading = reading_of(text)
    assert (reading.places[0].name, reading.place_unsure) == (place, False)


@pytest.mark.parametrize(
    "text",
    ["I was reading his file", "in reading the file", "he hit rock bottom", "can you fix my tv"],
)
def test_an_ordinary_word_is_no_place(text: str) -> None:
    assert reading_of(text).places == ()


def test_two_places_named_alike_leave_it_unsure() -> None:
    assert reading_of("Worcester or Redditch").place_unsure


@pytest.mark.parametrize(
    "text", ["I'm in Glasgow", "edinbrgh probation", "HMP Edinburgh", "Northern Ireland office"]
)
def test_a_place_outside_england_and_wales_is_known_to_be_one(text: str) -> None:
    reading = reading_of(text)
    assert reading.elsewhere
    assert reading.places == ()


def test_a_place_of_ours_beside_one_elsewhere_is_the_one_meant() -> None:
    reading = reading_of("Glasgow police here, he lives in Redditch")
    assert (reading.places[0].name, reading.elsewhere) == ("Redditch", False)


@pytest.mark.parametrize(
    "text",
    [
        "victim liaison officer Worcester",
        "court officer Worcester",
        "police officer Worcester here, need CRC",
        "officer worcester",
    ],
)
def test_a_town_after_a_post_is_no_surname(text: str) -> None:
    assert [place.name for place in reading_of(text).places] == ["Worcester"]


def test_a_double_name_after_a_post_is_one() -> None:
    assert not reading_of("Officer Worcester-Sampleton rang me").places
