"""What a keeper does on the rota page, as their browser sends it: a draft of edits, and one more."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

import msgspec
from starlette.datastructures import FormData

from bot.web.keep.rota.calendar import ABSENCES
from bot.web.keep.rota.posts import opening, whole_day
from directory.exchange.formats.ical import post_text
from directory.exchange.kind import Values
from directory.exchange.kinds.rota import ENTRY_KINDS
from directory.rota.draft import Does, Edit, Rows, Scope, shift_on
from directory.rota.keeping import RotaSheet
from directory.rota.rota import WEEKDAYS
from routing.snapshot import PostKey, Snapshot

_MOST_EDITS = 200
_NUMBER = re.compile(r"-?[0-9]{1,11}")
_POST = ("area", "office", "provider", "role", "team")
_NO_POST = dict.fromkeys(_POST, "")
_WITH_A_POST = ("weekly", "shift", "cover", "swap")
_OF_TWO = ("cover", "swap")
_TYPED = ("kind", "person", "other", "post", "starts", "ends", "scope", "until", "holidays")
_EMPTY = dict.fromkeys(_TYPED, "")
_SOURCE = "entered on the rota's page"


class FormError(ValueError):
    """What no page of ours sends."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Edits that are not saved yet, and what was the newest of the audit when they were begun."""

    edits: tuple[Edit, ...] = ()
    seen: int | None = None

    @classmethod
    def read(cls, form: FormData) -> "Draft":
        """The draft that the page has sent back. Raises FormError."""
        seen = str(form.get("seen", ""))
        try:
            edits = msgspec.json.decode(str(form.get("edits") or "[]"), type=list[Edit])
            draft = cls(tuple(edits), _number(seen) if seen else None)
        except (msgspec.MsgspecError, ValueError):
            raise FormError from None
        if len(edits) > _MOST_EDITS:
            raise FormError
        return draft

    @property
    def is_full(self) -> bool:
        """Whether it has to be saved before more is changed: all of it is played anew each time."""
        return len(self.edits) >= _MOST_EDITS

    def text(self) -> str:
        """The edits, for the page to send back."""
        return msgspec.json.encode(list(self.edits)).decode()

    def with_edit(self, edit: Edit) -> "Draft":
        """One edit more."""
        return replace(self, edits=(*self.edits, edit))


@dataclass(frozen=True, slots=True)
class Panel:
    """The form of one entry: what it holds; `row` 0 for a new one."""

    row: int = 0
    on: date | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    days: frozenset[int] = frozenset()
    wrong: tuple[str, ...] = ()

    @property
    def weekly(self) -> bool:
        """Whether it is about a shift that is there each week."""
        return self.row != 0 and self.values["kind"] == "weekly"


def opened(rows: Rows, key: str) -> Panel:
    """The panel of an entry on the calendar. Raises FormError."""
    row, on = _key(key)
    values = rows.get(row)
    if values is None or (values["kind"] == "weekly" and on is None):
        raise FormError
    starts, ends = shift_on(values, on) if on and values["kind"] == "weekly" else _moments(values)
    shown = {name: values[name] or "" for name in ("kind", "person", "other")}
    shown["post"] = post_text(PostKey(*(values[name] for name in _POST))) if values["role"] else ""
    shown |= {"starts": _local(starts), "ends": _local(ends), "scope": Scope.ONCE}
    return Panel(row, on, {**_EMPTY, **shown})


def new(form: FormData, posts: Mapping[str, PostKey], sheet: RotaSheet, snapshot: Snapshot) -> Panel:
    """The panel of what is to be added in a cell, which is `LINE|DAY`. Raises FormError."""
    line, _, text = str(form["new"]).partition("|")
    day = _date(text)
    if day is None:
        raise FormError
    typed = str(form.get("palette", ""))
    person = line if line in sheet.people else typed if typed in sheet.people else ""
    kind = "absence" if line == ABSENCES else "shift"
    post = posts.get(line) or next(iter(posts.values()), None)
    starts, ends = whole_day(day) if kind == "absence" or post is None else opening(snapshot, post, day)
    shown = {"kind": kind, "person": person, "other": "", "post": post_text(post) if post else ""}
    return Panel(values={**_EMPTY, **shown, "starts": _local(starts), "ends": _local(ends)})


def typed(form: FormData) -> Panel:
    """The panel as it was filled in. Raises FormError."""
    row = _number(str(form.get("row") or "0"))
    values = {name: str(form.get(name, "")).strip() for name in _TYPED}
    if values["kind"] not in ENTRY_KINDS:
        raise FormError
    days = frozenset(WEEKDAYS.index(day) for day in map(str, form.getlist("days")) if day in WEEKDAYS)
    return Panel(row, _date(str(form.get("on", ""))), values, days)


def edit_of(does: Does, panel: Panel, sheet: RotaSheet) -> Edit:
    """The edit that a panel asks for. Raises FormError."""
    values = panel.values
    scope = Scope(values["scope"]) if values.get("scope") in tuple(Scope) else Scope.ONCE
    if does is Does.REMOVE:
        return Edit(does, panel.row, panel.on, scope)
    cells = {"person": values["person"], "starts": values["starts"], "ends": values["ends"]}
    kind = values["kind"]
    cells["other"] = values["other"] if kind in _OF_TWO else ""
    cells |= _post_cells(values["post"]) if kind in _WITH_A_POST else _NO_POST
    if does is Does.MOVE:
        return Edit(does, panel.row, panel.on, scope, cells)
    person = sheet.people.get(values["person"])
    cells |= {"kind": kind, "source": _SOURCE, "sample": "yes" if person and person["sample"] else "no"}
    return Edit(does, to={**cells, **(_weekly_cells(panel) if kind == "weekly" else {})})


def moved(form: FormData, rows: Rows) -> Edit:
    """An edit by drag or by keys: `to_…` is sent of what is other than it was. Raises FormError."""
    row, on = _key(str(form.get("key", "")))
    if row not in rows:
        raise FormError
    to = {name: str(form[f"to_{name}"]) for name in ("starts", "ends", "person") if f"to_{name}" in form}
    if "to_post" in form and rows[row]["role"]:
        to |= _post_cells(str(form["to_post"]))
    removed = form.get("do") == "removed"
    if not (to or removed):
        raise FormError
    return Edit(Does.REMOVE if removed else Does.MOVE, row, on, _scope(form), {} if removed else to)


def _scope(form: FormData) -> Scope:
    chosen = str(form.get("drag_scope", ""))
    return Scope(chosen) if chosen in tuple(Scope) else Scope.ONCE


def _post_cells(text: str) -> dict[str, str]:
    parts = text.split("/") if text else []
    if len(parts) not in (0, 4, 5):
        raise FormError
    return {**_NO_POST, **dict(zip(_POST, parts, strict=False))}


def _weekly_cells(panel: Panel) -> dict[str, str]:
    """A shift that is given by its first day becomes one of each week."""
    starts, ends = (_moment(panel.values[name]) for name in ("starts", "ends"))
    until = _date(panel.values["until"])
    cells = {
        "valid_to": (until + timedelta(days=1)).isoformat() if until else "",
        "on_bank_holidays": "yes" if panel.values["holidays"] else "no",
    }
    if starts is None or ends is None:
        return cells  # what is wrong with them is said when the row is read
    days = panel.days or {starts.weekday()}
    return cells | {
        "days": ",".join(WEEKDAYS[day] for day in sorted(days)),
        "valid_from": starts.date().isoformat(),
        "starts": starts.time().isoformat("minutes"),
        "ends": ends.time().isoformat("minutes"),
    }


def _key(text: str) -> tuple[int, date | None]:
    row, _, on = text.partition(".")
    return _number(row), _date(on)


def _number(text: str) -> int:
    """The number of a row; below nought where it is not saved yet."""
    if not _NUMBER.fullmatch(text):
        raise FormError
    return int(text)


def _moments(values: Values) -> tuple[datetime, datetime]:
    return datetime.fromisoformat(values["starts"]), datetime.fromisoformat(values["ends"])


def _local(moment: datetime) -> str:
    return moment.replace(tzinfo=None).isoformat(timespec="minutes")


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
