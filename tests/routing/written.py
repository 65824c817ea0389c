"""Policies as they are written."""

from datetime import date
from pathlib import Path
from typing import Any

import routing.policy

FOLDER = Path(routing.policy.__file__).parent
DAY = date(2014, 7, 8)
AREAS = ("dlnr", "london", "thames-valley", "west-mercia")
MAPPA: dict[str, Any] = {
    "id": "ownership.mappa",
    "provider": "nps",
    "mappa": True,
    "text": "MAPPA is the NPS's.",
    "source": "A sample source",
}
