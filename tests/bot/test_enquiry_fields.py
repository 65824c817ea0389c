"""Enquiries from the command line and from JSON lines: what is taken, and what is refused and how."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.enquiry_fields import Asking, EnquiryError, id_in, parse_standing, parse_time
from routing.enquiry import Enquiry, FollowUp
from routing.hours import LONDON
from routing.vocabulary import Standing, Topic
from tests.routing.sample_directory import SNAPSHOT, TUESDAY

ASKING = Asking(SNAPSHOT, "west-mercia")


def line(**fields: Any) -> bytes:
    return json.dumps({"text": "breach, Redditch", **fields}).encode()


def read(written: bytes) -> Enquiry:
    return ASKING.from_line(written, TUESDAY)


def refused(written: bytes) -> str:
    with pytest.raises(EnquiryError) as error:
        read(written)
    return str(error.value)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2014-07-08T10:30", datetime(2014, 7, 8, 9, 30, tzinfo=UTC)),
        ("2014-01-08T10:30", datetime(2014, 1, 8, 10, 30, tzinfo=UTC)),
        ("2014-07-08T10:30:15", datetime(2014, 7, 8, 9, 30, 15, tzinfo=UTC)),
        ("2014-07-08 10:30", datetime(2014, 7, 8, 9, 30, tzinfo=UTC)),
        ("2014-07-08", datetime(2014, 7, 7, 23, 0, tzinfo=UTC)),
        ("20140708T1030", datetime(2014, 7, 8, 9, 30, tzinfo=UTC)),
        ("2014-07-08T10:30Z", datetime(2014, 7, 8, 10, 30, tzinfo=UTC)),
        ("2014-07-08T10:30+01:00", datetime(2014, 7, 8, 9, 30, tzinfo=UTC)),
        ("2014-07-08T10:30-05:30", datetime(2014, 7, 8, 16, 0, tzinfo=UTC)),
        ("  2014-07-08T10:30\n", datetime(2014, 7, 8, 9, 30, tzinfo=UTC)),
        # The clock in London does not show this time, and shows the next one twice: the first is meant.
        ("2014-03-30T01:30", datetime(2014, 3, 30, 1, 30, tzinfo=UTC)),
        ("2014-10-26T01:30", datetime(2014, 10, 26, 0, 30, tzinfo=UTC)),
    ],
)
def test_a_time_without_an_offset_is_londons_and_one_with_an_offset_is_what_it_says(
    text: str, moment: datetime
) -> None:
    found = parse_time(text)

    assert found.tzinfo is not None
    assert found.astimezone(UTC) == moment


@pytest.mark.parametrize(
    "text",
    [
        "",
        "now",
        "10:30",
        "8 July 2014",
        "08/07/2014 10:30",
        "2014-02-29T10:30",
        "2014-07-08T25:00",
        "2014-07-08T10:30+25:00",
        "1404815400",
        "\ud83d",
        "9" * 5000,
    ],
)
def test_a_malformed_time_is_refused_with_an_example_and_without_being_repeated_at_length(text: str) -> None:
    with pytest.raises(EnquiryError, match="is not an ISO 8601 time such as 2014-07-08T10:30") as error:
        parse_time(text)

    assert len(str(error.value)) < 200


@pytest.mark.parametrize(
    "text", ["0001-01-01T00:00", "1899-12-31T23:59", "3000-01-01T00:00", "9999-12-31T23:59Z"]
)
def test_a_time_at_which_no_next_opening_can_be_reckoned_is_refused(text: str) -> None:
    with pytest.raises(EnquiryError, match="is not in the years 1900 to 2999"):
        parse_time(text)


@pytest.mark.parametrize("role", Standing)
def test_every_role_of_the_contract_can_ask(role: Standing) -> None:
    assert parse_standing(str(role)) is role


@pytest.mark.parametrize("role", ["police", "Partner", "", "public ", "x" * 5000])
def test_an_unknown_role_is_refused_with_those_there_are(role: str) -> None:
    with pytest.raises(EnquiryError, match="known are public, partner, reception, officer, admin") as error:
        parse_standing(role)

    assert len(str(error.value)) < 200


def test_only_the_text_is_needed() -> None:
    found = read(b'{"text": "breach"}')

    assert found == Enquiry("breach", TUESDAY, "west-mercia", Standing.PUBLIC, None, None)


def test_every_field_of_the_contract_is_read() -> None:
    found = read(line(id="q1", **{"as": "partner"}, area="london", office="camden", at="2014-07-08T10:30"))

    assert found == Enquiry(
        "breach, Redditch",
        datetime(2014, 7, 8, 10, 30, tzinfo=LONDON),
        "london",
        Standing.PARTNER,
        "camden",
        "q1",
    )


@pytest.mark.parametrize("empty", [None, ""])
def test_a_field_without_a_value_is_as_one_that_is_not_there(empty: str | None) -> None:
    found = read(line(**{"as": empty}, area=empty, office=empty, at=empty, id=None))

    assert found == read(line())


def test_fields_that_the_contract_does_not_name_are_left_alone() -> None:
    assert read(line(group="ownership", expect={"kind": "route", "steps": [1, [2]]})) == read(line())


@pytest.mark.parametrize(
    "identity", ["q1", "", "ü 🙂", "9" * 500, 0, -1, 7, 2**63, 10**40, 1.5, 1.0, True, False]
)
def test_the_id_is_kept_as_it_is(identity: str | int | float | bool) -> None:
    read_back, made_out = read(line(id=identity)).id, id_in(line(id=identity))

    assert (read_back, type(read_back)) == (identity, type(identity))
    assert (made_out, type(made_out)) == (identity, type(identity))


@pytest.mark.parametrize("identity", [[1], {"a": 1}])
def test_an_id_of_several_parts_is_refused(identity: object) -> None:
    assert "$.id" in refused(line(id=identity))
    assert id_in(line(id=identity)) is None


@pytest.mark.parametrize(
    ("written", "says"),
    [
        (b"nonsense", "is not JSON"),
        (b"", "is not JSON"),
        (b"{", "is not JSON"),
        (b'{"text": "x"} {"text": "y"}', "is not JSON"),
        (b"\xff\xfe{\x00}\x00", "is not JSON"),
        (b'{"text": "\xff"}', "is not JSON"),
        (b"[" * 100_000, "is no"),
        (b'{"a":' * 100_000, "is not JSON"),
        (b'{"text": "x", "a": ' + b"[" * 50_000 + b"]" * 50_000 + b"}", "is not JSON"),
        (b"[]", "Expected `object`, got `array`"),
        (b'["text"]', "Expected `object`, got `array`"),
        (b"5", "Expected `object`, got `int`"),
        (b'"text"', "Expected `object`, got `str`"),
        (b"null", "Expected `object`, got `null`"),
        (b"{}", "missing required field `text`"),
        (line(text=None), "Expected `str`, got `null` - at `$.text`"),
        (line(text=5), "Expected `str`, got `int` - at `$.text`"),
        (line(text=["x"]), "got `array` - at `$.text`"),
        (line(at=5), "got `int` - at `$.at`"),
        (line(area=["london"]), "got `array` - at `$.area`"),
        (line(office={}), "got `object` - at `$.office`"),
        (line(**{"as": True}), "got `bool` - at `$.as`"),
        (line(at="yesterday"), "the time 'yesterday' is not an ISO 8601 time"),
        (line(**{"as": "police"}), "the role 'police' is not known; known are public"),
        (
            line(area="atlantis"),
            "the area 'atlantis' is not in the directory; known are dlnr, london, thames-valley, west-mercia",
        ),
        (
            line(office="atlantis"),
            "the office 'atlantis' is not in the directory; in west-mercia are kidderminster, redditch",
        ),
        (line(office="x" * 100_000), "is not in the directory"),
    ],
)
def test_a_line_that_is_no_enquiry_is_refused_with_what_is_wrong(written: bytes, says: str) -> None:
    said = refused(written)

    assert says in said
    assert len(said) < 400
    assert not any(word in said.lower() for word in ("invalid", "please", "sorry", "oops"))


@pytest.mark.parametrize("field", ["at", "as", "area", "office"])
def test_a_line_whose_fields_are_wrong_keeps_its_id(field: str) -> None:
    written = line(id="q9", **{field: "nonsense"})

    assert refused(written)
    assert id_in(written) == "q9"


@pytest.mark.parametrize("written", [b"nonsense", b"[1]", b'"q1"', b"{}", b'{"id": null}', b"[" * 100_000])
def test_a_line_without_an_id_that_can_be_made_out_has_none(written: bytes) -> None:
    assert id_in(written) is None


def test_half_an_emoji_is_taken_for_an_unknown_character_and_the_rest_is_read() -> None:
    found = read(b'{"id": "q\\ud83d", "text": "breach \\ud83d Redditch"}')

    assert (found.id, found.text) == ("q\ufffd", "breach \ufffd Redditch")
    assert id_in(b'{"id": "q\\ud83d", "text": 5}') == "q\ufffd"


def test_a_text_from_a_command_line_that_is_no_utf_8_is_taken() -> None:
    assert ASKING.enquiry("breach \udcff", TUESDAY).text == "breach \ufffd"


def test_a_very_long_text_is_taken_as_it_is() -> None:
    assert len(read(line(text="x" * 1_000_000)).text) == 1_000_000


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.binary(max_size=80) | st.text(alphabet='{}[]":,textida 01\\u', max_size=60).map(str.encode))
def test_any_bytes_are_either_an_enquiry_or_refused(written: bytes) -> None:
    identity = id_in(written)
    try:
        found = read(written)
    except EnquiryError:
        return
    assert found.id == identity


def test_a_deployment_in_an_area_that_is_not_in_the_directory_is_refused() -> None:
    with pytest.raises(EnquiryError, match="the area 'atlantis' is not in the directory; known are dlnr"):
        Asking(SNAPSHOT, "atlantis")


def test_the_offices_named_in_a_refusal_are_those_of_the_deployments_area() -> None:
    with pytest.raises(EnquiryError, match=r"in dlnr are rutland$"):
        Asking(SNAPSHOT, "dlnr").enquiry("x", TUESDAY, office="atlantis")


def test_now_is_meant_where_no_time_is_said() -> None:
    later = TUESDAY + timedelta(hours=1)

    assert ASKING.enquiry("x", later).at == later


def test_a_line_may_go_on_from_an_earlier_answer() -> None:
    found = read(line(text="and in Worcester?", follows="redditch|breach||||"))

    assert found.follow_up == FollowUp("west-mercia", "redditch", Topic.BREACH)


@pytest.mark.parametrize("follows", ["nonsense", "@atlantis|||||", "atlantis|||||", "redditch|gardening||||"])
def test_what_a_line_goes_on_from_is_copied_from_an_answer_or_refused(follows: str) -> None:
    assert refused(line(follows=follows)) == (
        f'"follows" {follows!r} is not the "follow_up" of an earlier answer: copy it as it is'
    )
