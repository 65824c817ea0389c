import pytest

from directory.exchange.cells.cell import CellError
from directory.exchange.cells.phone import is_for_drama, read_number, written_number


@pytest.mark.parametrize(
    "typed",
    [
        "01905 723591",
        "01905-723591",
        "(01905) 723 591",
        "+44 1905 723591",
        "+44 (0)1905 723591",
        "0044 1905 723591",
        "1905723591",
    ],
)
def test_a_number_is_read_however_it_is_typed(typed: str) -> None:
    assert read_number(typed) == "+441905723591"


@pytest.mark.parametrize(
    "number", ["01632 960000", "01632 960999", "020 7946 0000", "020 7946 0999", "07700 900999"]
)
def test_numbers_kept_for_drama_are_known_as_such(number: str) -> None:
    assert is_for_drama(read_number(number))


@pytest.mark.parametrize("number", ["01905 723591", "020 7947 0000", "0300 048 0000"])
def test_other_numbers_are_not_for_drama(number: str) -> None:
    assert not is_for_drama(read_number(number))


@pytest.mark.parametrize("number", ["999", "9 9 9", "112", "+44 999"])
def test_the_emergency_services_are_no_contact(number: str) -> None:
    with pytest.raises(CellError, match="emergency services"):
        read_number(number)


@pytest.mark.parametrize(
    ("number", "says"),
    [
        ("Birch", "is not a telephone number"),
        ("01905", "cannot|can be rung"),
        ("01905 7235911234", "can be rung"),
        ("01905 723591 ext 4", "has an extension; write the number alone, and 4 under extension"),
    ],
)
def test_what_cannot_be_rung_is_refused_with_a_remedy(number: str, says: str) -> None:
    with pytest.raises(CellError, match=says):
        read_number(number)


@pytest.mark.parametrize("number", ["+441905723591", "+441632960123", "+33142685300", "+443000480000"])
def test_a_number_that_is_written_is_read_again(number: str) -> None:
    assert read_number(written_number(number)) == number
