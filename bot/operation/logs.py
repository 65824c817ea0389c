"""The log: what went wrong, never what anybody wrote, nor a chat or a token."""

import json
import logging
import traceback
from datetime import UTC, datetime
from types import TracebackType
from typing import Literal

LogFormat = Literal["plain", "json"]
_Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def set_up_log(how: LogFormat) -> None:
    """Warnings and worse, on standard error."""
    handler = logging.StreamHandler()
    plain = PlainLines("%(asctime)s %(levelname)s %(name)s: %(message)s")
    handler.setFormatter(JsonLines() if how == "json" else plain)
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    # Of a form that is none it warns with bytes of it, as often as anybody sends one.
    logging.getLogger("python_multipart").setLevel(logging.ERROR)


class PlainLines(logging.Formatter):
    """For reading. Of an exception its kind and where it came from: its text may quote a message."""

    def formatException(self, ei: _Raised) -> str:  # noqa: N802 - the name that logging calls
        """The lines of our code that led there, without what was said."""
        kind, _, led_there = ei
        return "".join([*traceback.format_tb(led_there), kind.__name__ if kind else ""])


class JsonLines(logging.Formatter):
    """One JSON object a line. Of an exception only its kind: its text may quote a message."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as JSON."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
        return json.dumps(line)
