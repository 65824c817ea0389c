"""The log: what went wrong, never what anybody wrote, nor a chat or a token."""

import json
import logging
from datetime import UTC, datetime
from typing import Literal

LogFormat = Literal["plain", "json"]


def set_up_log(how: LogFormat) -> None:
    """Warnings and worse, on standard error."""
    handler = logging.StreamHandler()
    plain = logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    handler.setFormatter(JsonLines() if how == "json" else plain)
    logging.basicConfig(level=logging.WARNING, handlers=[handler])


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
