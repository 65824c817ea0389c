"""How far places lie apart, held against distances that are known."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routing.positions import Position, nearest
from tests.routing.sample_directory import SNAPSHOT

LONDON, EDINBURGH = Position(51.5074, -0.1278), Position(55.9533, -3.1883)
POSITIONS = st.builds(Position, st.floats(-90, 90), st.floats(-180, 180))


def test_london_and_edinburgh_are_534_kilometres_apart() -> None:
    assert LONDON.kilometres_to(EDINBURGH) == pytest.approx(534, abs=2)


def test_a_degree_of_latitude_is_111_kilometres() -> None:
    assert Position(0, 0).kilometres_to(Position(1, 0)) == pytest.approx(111.2, abs=0.1)


@given(POSITIONS, POSITIONS)
def test_there_and_back_are_as_far_and_nothing_is_further_than_half_the_earth(
    one: Position, other: Position
) -> None:
    distance = one.kilometres_to(other)
    assert distance == pytest.approx(other.kilometres_to(one), abs=1e-6)
    assert 0 <= distance <= 20_016
    assert one.kilometres_to(one) == 0


@pytest.mark.parametrize("text", ["52.3065,-1.9457", " 52.3065 ; -1.9457 ", "52.3065, -1.9457"])
def test_a_position_is_read_however_it_is_written(text: str) -> None:
    assert Position.parse(text) == (52.3065, -1.9457)


@pytest.mark.parametrize("text", ["", "52.3", "north", "91, 0", "0, 181", "52.3065 -1.9457 3", "1e9,2"])
def test_what_is_no_position_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a position"):
        Position.parse(text)


def test_the_nearest_is_one_whose_position_is_known() -> None:
    redditch, worcester = SNAPSHOT.offices["redditch"], SNAPSHOT.offices["worcester"]
    here = Position(52.30, -1.95)
    assert nearest([redditch, worcester], here) is None

    far = replace(worcester, position=Position(52.19, -2.22))
    found = nearest([redditch, far], here)
    assert found
    assert found.office is far
    near = replace(redditch, position=Position(52.3065, -1.9457))
    both = nearest([far, near], here)
    assert both
    assert both.office is near
    assert both.kilometres < 1
