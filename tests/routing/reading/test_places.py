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


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("he's in Redditch. My mistake, Kidderminster", "Kidderminster"),
        ("duty for Redditch - oops Worcester", "Worcester"),
        ("Redditch, I should have said Worcester", "Worcester"),
        ("did I say Redditch? It's Worcester", "Worcester"),
        ("Redditch. Apologies, that should be Worcester", "Worcester"),
        ("he's in Redditch, no hang on, he moved, Worcester", "Worcester"),
        ("Worcester, or is it Redditch? yes Redditch", "Redditch"),
        ("he lives in Redditch and works in Kidderminster", "Redditch"),
        ("Redditch duty officer please. Correction: it is Worcester now", "Worcester"),
        ("unpaid work in Redditch on Monday, no sorry, Kidderminster", "Kidderminster"),
    ],
)
def test_a_place_that_is_put_right_is_not_meant(text: str, place: str) -> None:
    reading = reading_of(text)
    assert (reading.places[0].name, reading.place_unsure) == (place, False)


@pytest.mark.parametrize(
    ("text", "unsure"),
    [
        ("duty officers for Redditch and Kidderminster", True),
        ("Redditch & Worcester duty", True),
        ("numbers for Redditch, Worcester and Kidderminster", True),
        ("who covers Kidderminster and Rock", False),
        ("HMP Redditch, going home to Worcester and then work", False),
        ("the office in Worcester, Worcestershire and nothing else", False),
    ],
)
def test_of_places_named_in_one_list_none_is_meant_more_unless_one_office_serves_them(
    text: str, unsure: bool
) -> None:
    assert reading_of(text).place_unsure is unsure


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a man on licence in Redditch wants to move to Worcester", ["Redditch"]),
        ("he's on licence and needs permission to move to Reading", []),
        ("he's on licence and wants to move to Worcester", ["Worcester"]),
        ("he has moved to Reading", ["Reading"]),
    ],
)
def test_where_somebody_only_wants_to_move_decides_nothing(text: str, places: list[str]) -> None:
    assert [place.name for place in reading_of(text).places][:1] == places


@pytest.mark.parametrize(
    ("text", "of_caller"),
    [
        ("Kidderminster police on the line, want duty", True),
        ("caller from Worcester council about one of ours", True),
        ("Worcester hospital rang about a patient of ours", True),
        ("wife of one of ours ringing from Reading", True),
        ("caller from Worcester wants his officer", False),
        ("Reading police on the line about a man in Worcester", False),
        ("officer at Worcester probation, what's the number", False),
        ("I'm calling from Worcester council", False),
    ],
)
def test_where_an_agency_rings_from_is_told_from_where_somebody_is_wanted(text: str, of_caller: bool) -> None:
    assert reading_of(text).place_of_caller is of_caller
