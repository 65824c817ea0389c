"""Every sentence that the code says is in the catalogue, and worded by the rules."""

import re
from pathlib import Path

import pytest

import bot.telegram
from bot.telegram.words import say

FOLDER = Path(bot.telegram.__file__).parent
KEYS = re.findall(r"^telegram-([\w-]+) =", (FOLDER / "en.ftl").read_text(encoding="utf-8"), re.MULTILINE)


def test_every_key_in_the_code_is_in_the_catalogue() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.py"))
    said = set(re.findall(r'\bsay\("([\w-]+)"', code)) | set(re.findall(r'"(keeper-[\w-]+)"', code))
    said |= {"command-start", "command-help"}
    assert said == set(KEYS)


@pytest.mark.parametrize("key", KEYS)
def test_no_word_that_blames_or_begs(key: str) -> None:
    assert not re.search(r"\b(please|sorry|invalid|oops|forbidden)\b", say(key), re.IGNORECASE)
    assert not say(key).startswith("telegram-")


@pytest.mark.parametrize("key", ["words-only", "old-button", "trouble", "start", "help"])
def test_no_line_is_a_dead_end(key: str) -> None:
    assert "call 999" in say(key)
