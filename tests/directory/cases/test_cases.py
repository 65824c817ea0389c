import hashlib
import hmac

import pytest

from directory.cases.case_key import CaseKey
from directory.cases.cases import named_officer, reference_hash, standardise_reference


@pytest.mark.parametrize("typed", ["X320741", "x320741", " x 320 741 ", "X-320-741", "x/320741."])
def test_a_reference_is_read_however_it_is_typed(typed: str) -> None:
    assert standardise_reference(typed) == "X320741"


@pytest.mark.parametrize(
    "typed", ["", "320741", "X32074", "X3207411", "XX20741", "A1234BC", "X٣٢٠٧٤١", "case X320741"]
)
def test_anything_else_is_no_reference(typed: str) -> None:
    assert standardise_reference(typed) is None


def test_the_hash_is_hmac_sha256_under_the_key() -> None:
    assert (
        reference_hash(CaseKey((b"k" * 32,)), "X320741")
        == hmac.new(b"k" * 32, b"X320741", hashlib.sha256).digest()
    )


@pytest.mark.parametrize(
    "text", ["", "  ", "N07CEUU", "C12IAVU", "WMPAB1U", "Unallocated", "INACTIVE", "n/a", "-"]
)
def test_an_unallocated_or_inactive_code_is_no_named_officer(text: str) -> None:
    assert named_officer(text) is None


@pytest.mark.parametrize("text", ["Officer Birch", "N07A123", "Abdulu"])
def test_an_officer_is_named_as_given(text: str) -> None:
    assert named_officer(f" {text} ") == text
