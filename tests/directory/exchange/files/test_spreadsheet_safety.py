import pytest
from hypothesis import given
from hypothesis.strategies import text

from directory.exchange.files.spreadsheet_safety import as_it_was, made_safe


@given(text(alphabet="'=+-@#\t\ra ", max_size=6))
def test_whatever_is_made_safe_comes_back_as_it_was(original: str) -> None:
    assert as_it_was(made_safe(original)) == original


@pytest.mark.parametrize("text", ["=1+1", "+44", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1"])
def test_nothing_that_a_spreadsheet_would_work_out_is_written(text: str) -> None:
    assert made_safe(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "St John's", "'tis", "Mo-Fr 09:00-17:00", "01905 723591"])
def test_anything_else_is_written_as_it_is(text: str) -> None:
    assert made_safe(text) == as_it_was(text) == text
