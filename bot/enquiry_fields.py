"""Enquiries from what is typed and from the fields of JSON, as docs/answer.md describes them."""

import json
import re
from datetime import datetime
from typing import Any

import msgspec

from bot.asker import Asker
from routing.enquiry import Enquiry, FollowUp, FollowUpError
from routing.hours import LONDON
from routing.snapshot import Snapshot
from routing.vocabulary import Standing

_EXAMPLE_TIME = "2014-07-08T10:30"
_EXAMPLE_LINE = '{"text": "breach, Redditch"}'
_YEARS = range(1900, 3000)  # far from where a calendar ends, so that a next opening can be reckoned
_LONGEST_SHOWN = 60
_HALF_CHARACTERS = re.compile("[\ud800-\udfff]")


class EnquiryError(ValueError):
    """An enquiry that cannot be read; the message says which part and what is expected."""


def parse_time(text: str) -> datetime:
    """An ISO 8601 time; one without an offset is London's. Raises EnquiryError."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        raise EnquiryError(
            f"the time {_shown(text)} is not an ISO 8601 time such as {_EXAMPLE_TIME}"
        ) from None
    if moment.year not in _YEARS:
        raise EnquiryError(f"the time {_shown(text)} is not in the years {_YEARS[0]} to {_YEARS[-1]}")
    return moment.replace(tzinfo=LONDON) if moment.tzinfo is None else moment


def parse_standing(text: str) -> Standing:
    """Who asks. Raises EnquiryError that names those there are."""
    try:
        return Standing(text)
    except ValueError:
        raise EnquiryError(f"the role {_shown(text)} is not known; known are {', '.join(Standing)}") from None


def _shown(text: str) -> str:
    """What was written, in quotes, cut where it is long."""
    return repr(text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…")


class EnquiryFields(msgspec.Struct, rename={"standing": "as"}):
    """An enquiry as JSON says it."""

    text: str
    id: str | int | float | bool | None = None
    standing: str | None = None
    area: str | None = None
    office: str | None = None
    at: str | None = None
    follows: str | None = None


class Asking:
    """Builds enquiries for one deployment: its area, its directory, its clock."""

    def __init__(self, snapshot: Snapshot, area: str) -> None:
        self._snapshot = snapshot
        self._area = self.checked_area(area)

    def checked_area(self, area: str) -> str:
        """The area's id. Raises EnquiryError that names those there are."""
        if area not in self._snapshot.areas:
            known = ", ".join(sorted(self._snapshot.areas))
            raise EnquiryError(f"the area {_shown(area)} is not in the directory; known are {known}")
        return area

    def checked_office(self, office: str) -> str:
        """The office's id. Raises EnquiryError that names those of the deployment's area."""
        if office not in self._snapshot.offices:
            known = ", ".join(one.id for one in self._snapshot.offices_of(self._area))
            raise EnquiryError(
                f"the office {_shown(office)} is not in the directory; in {self._area} are {known}"
            )
        return office

    def asker(self, **said: Any) -> Asker:
        """Who asks, from the fields `as`, `area` and `office`. Raises EnquiryError."""
        office = said.get("office")
        return Asker(
            area=self.checked_area(said.get("area") or self._area),
            standing=parse_standing(said.get("as") or Standing.PUBLIC),
            office=self.checked_office(office) if office else None,
        )

    def enquiry(self, text: str, now: datetime, **said: Any) -> Enquiry:
        """An enquiry from the fields of a line: `as`, `area`, `office`, `at`, `id`, `follows`.

        The moment is `now` where no time is said. Raises EnquiryError.
        """
        at, follows, asker = said.get("at"), said.get("follows"), self.asker(**said)
        return Enquiry(
            text=_whole(text),
            at=parse_time(at) if at else now,
            area=asker.area,
            standing=asker.standing,
            office=asker.office,
            id=said.get("id"),
            follow_up=self._settled(follows) if follows else None,
        )

    def _settled(self, follows: str) -> FollowUp:
        """What an earlier answer settled, from its `follow_up`. Raises EnquiryError."""
        try:
            return FollowUp.decode(follows, self._snapshot)
        except FollowUpError:
            raise EnquiryError(
                f'"follows" {_shown(follows)} is not the "follow_up" of an earlier answer: copy it as it is'
            ) from None

    def from_line(self, line: bytes, now: datetime) -> Enquiry:
        """An enquiry from one line of JSON. Raises EnquiryError; see `id_in` for the line's id."""
        try:
            fields = msgspec.convert(decoded(line), type=EnquiryFields)
        except msgspec.ValidationError as error:
            raise EnquiryError(f"the line is no enquiry ({error}); write e.g. {_EXAMPLE_LINE}") from None
        return self.from_fields(fields, now)

    def from_fields(self, fields: EnquiryFields, now: datetime) -> Enquiry:
        """An enquiry from what was said of it. Raises EnquiryError."""
        said = {"as": fields.standing, "area": fields.area, "office": fields.office}
        return self.enquiry(
            fields.text, now, id=_id_of(fields.id), at=fields.at, follows=fields.follows, **said
        )


def id_in(line: bytes) -> str | int | float | bool | None:
    """The id of a line that is otherwise unusable, if it can be made out."""
    try:
        fields = decoded(line)
    except EnquiryError:
        return None
    return _id_of(fields.get("id")) if isinstance(fields, dict) else None


def _id_of(found: object) -> str | int | float | bool | None:
    if isinstance(found, str):
        return _whole(found)
    return found if isinstance(found, int | float) else None


def decoded(line: bytes) -> object:
    """What a line of JSON holds. Raises EnquiryError."""
    try:
        return msgspec.json.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        pass
    try:
        # Python's own reader takes what some writers write: half an emoji, as a lone surrogate.
        return json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):
        raise EnquiryError(f"the line is not JSON; write an object such as {_EXAMPLE_LINE}") from None


def _whole(text: str) -> str:
    """The text with halves of characters replaced, which no UTF-8 can hold."""
    return _HALF_CHARACTERS.sub("\ufffd", text)
