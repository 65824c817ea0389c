"""A line of the log is one JSON object, and holds nothing of what an exception quotes."""

import json
import logging
import sys

from bot.operation.logs import JsonLines, PlainLines, set_up_log


def line_of(message: str, *values: object) -> dict[str, str]:
    try:
        raise ValueError("secret")
    except ValueError:
        record = logging.LogRecord("bot.web", logging.ERROR, "", 1, message, values, sys.exc_info())
    written = JsonLines().format(record)
    assert "\n" not in written
    found: dict[str, str] = json.loads(written)
    return found


def test_it_says_when_where_what_and_how_bad() -> None:
    line = line_of("%d updates\nwait", 3)
    assert line.pop("time").endswith("+00:00")
    assert line == {
        "level": "error",
        "logger": "bot.web",
        "message": "3 updates\nwait",
        "error": "ValueError",
    }


def test_a_plain_line_says_where_it_went_wrong_and_nothing_of_what_was_said() -> None:
    try:
        int("John Smith")
    except ValueError:
        record = logging.LogRecord("bot.web", logging.ERROR, "", 1, "a page failed", (), sys.exc_info())
    written = PlainLines().format(record)

    assert written.endswith("ValueError")
    assert "test_logs.py" in written
    assert "invalid literal" not in written


def test_what_reads_forms_warns_of_none() -> None:
    set_up_log("plain")

    assert not logging.getLogger("python_multipart.multipart").isEnabledFor(logging.WARNING)
