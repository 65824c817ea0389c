import hmac
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from directory.cases.case_key import KEY_BYTES, check_value, load_or_make_key
from directory.errors import CaseKeyError


def test_the_key_is_made_once_and_stays(tmp_path: Path) -> None:
    file = tmp_path / "kept" / "case.key"

    first = load_or_make_key(file)

    assert [len(link) for link in first.links] == [KEY_BYTES]
    assert load_or_make_key(file) == first
    assert [each.name for each in file.parent.iterdir()] == ["case.key"]


def test_no_two_installations_share_a_key(tmp_path: Path) -> None:
    assert load_or_make_key(tmp_path / "one") != load_or_make_key(tmp_path / "other")


def test_only_its_owner_may_read_it_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        load_or_make_key(tmp_path / "case.key")
    finally:
        os.umask(before)

    assert (tmp_path / "case.key").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644])
def test_a_key_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "case.key"
    load_or_make_key(file)
    file.chmod(mode)

    with pytest.raises(CaseKeyError, match=rf"can be read by others \(mode {mode:04o}\): run `chmod 600"):
        load_or_make_key(file)


@pytest.mark.parametrize("text", ["", "abc", "zz" * 32, "ab" * 31, "ab" * 33])
def test_a_file_that_holds_no_key_is_refused_and_not_repeated(tmp_path: Path, text: str) -> None:
    file = tmp_path / "case.key"
    file.write_text(text)
    file.chmod(0o600)

    with pytest.raises(CaseKeyError, match="does not hold a key") as refused:
        load_or_make_key(file)

    assert not text or text not in str(refused.value).replace(str(file), "")


def test_a_folder_in_the_place_of_the_key_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CaseKeyError, match="set CASE_KEY_FILE"):
        load_or_make_key(tmp_path)


def test_those_who_come_at_once_get_the_same_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: load_or_make_key(tmp_path / "case.key"), range(40)))

    assert len(keys) == 1


def test_what_a_register_keeps_to_recognise_its_key_does_not_hold_it(tmp_path: Path) -> None:
    key = load_or_make_key(tmp_path / "case.key")

    assert check_value(key) == check_value(key) not in key.links


def test_each_text_is_hashed_under_each_link_in_turn(tmp_path: Path) -> None:
    key = load_or_make_key(tmp_path / "case.key").with_new_link()
    first, second = key.links

    for text in (b"X320741", b"Y006208", b"X320741"):
        assert key.hash(text) == hmac.digest(second, hmac.digest(first, text, "sha256"), "sha256")
