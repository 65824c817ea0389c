"""What people type is read in one way."""

import pytest

from directory.typed import whole_number_in


@pytest.mark.parametrize(
    ("text", "number"),
    [("1", 1), ("90", 90), ("0", None), ("91", None), ("", None), ("many", None), ("-1", None), ("1.5", None),
     ("٣", None), ("000000001999999", None), ("9" * 5_000, None)],
)  # fmt: skip
def test_a_whole_number_is_read_from_one_to_the_most_and_nothing_else(text: str, number: int | None) -> None:
    assert whole_number_in(text, 90) == number
