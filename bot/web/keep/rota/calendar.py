"""The calendar as it is drawn: lines of posts or people, a cell for each day, and what stands in each."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from bot.web.keep.rota.cells import Cell, Gap, Line, Piece
from bot.web.keep.rota.looking import By, Looking
from bot.web.keep.rota.posts import in_order, posts_of
from bot.web.keep.rota.saying import RotaSaying, post_of_values
from bot.words.times import say_day
from directory.exchange.formats.ical import post_text
from directory.rota.draft import Rows
from directory.rota.keeping import RotaSheet, row_of
from directory.rota.rota import moment_of
from routing.hours import LONDON
from routing.moments import days_between
from routing.rota.calendar import Planned, planned, shifts
from routing.rota.rota import Rota, Spell
from routing.rota.shifts import Span, WeeklyShift
from routing.snapshot import PostKey, Snapshot

ABSENCES = "away"  # the line of what is about people at every post
_COLUMNS = 48
_USUAL_HOURS = (8, 18)
_DAY, _A_MOMENT = timedelta(days=1), timedelta(microseconds=1)


class _Occurrence(NamedTuple):
    """An entry at one time. `new` is what is there by the draft only."""

    row: int
    on: date | None
    span: Span
    title: str
    new: bool
    instead: tuple[str, ...] = ()


class Calendar:
    """Draw it with `lines` and `column`; the hours that it shows are those in which there is anything."""

    def __init__(
        self, looking: Looking, sheet: RotaSheet, rows: Rows, snapshot: Snapshot, saying: RotaSaying
    ) -> None:
        self._looking, self._sheet, self._rows, self._snapshot = looking, sheet, rows, snapshot
        self._saying = saying
        self.rota: Rota = sheet.rota(rows, snapshot)
        was = sheet.rota(sheet.rows, snapshot) if rows is not sheet.rows else self.rota
        self._there = {
            (post, shift.person, span)
            for post in was.kept_since
            for shift, span in shifts(was, post, looking.span)
        }
        self.choices = posts_of(looking, sheet, snapshot)
        chosen = [post for post in self.choices if post_text(post) == looking.post]
        self.posts = chosen or self.choices
        self.people = self._people()
        self.lines = list(self._by_person() if looking.by is By.PERSON else self._by_post())
        self.first, self.last = self._hours()

    def column(self, hour: float) -> int:
        """Which of the columns of a cell begins at this hour."""
        share = (hour - self.first) / (self.last - self.first)
        return round(min(max(share, 0), 1) * _COLUMNS)

    def _by_post(self) -> Iterator[Line]:
        for post in self.posts:
            line = self._line(post_text(post), self._saying.post(post))
            for one in planned(self.rota, post, self._looking.span):
                self._add(line, one, self._saying.person(one.shift.person))
            for number, values in self._rows.items():
                if values["kind"] in ("cover", "swap") and values["role"] and post_of_values(values) == post:
                    self._add_row(line, number)
            self._add_gaps(line, post)
            yield line
        line = self._line(ABSENCES, self._saying.words.say("rota-line-away"))
        for number, values in self._rows.items():
            if not values["role"] and {values["person"], values["other"]} & set(self.people):
                self._add_row(line, number)
        yield line

    def _by_person(self) -> Iterator[Line]:
        posts = sorted(self.rota.kept_since, key=in_order)
        shifts = [(post, one) for post in posts for one in planned(self.rota, post, self._looking.span)]
        for person in self.people:
            line = self._line(person, self._saying.person(person))
            for post, one in shifts:
                if one.shift.person == person:
                    here = post.office == self._looking.office
                    self._add(line, one, self._saying.post(post) if here else self._saying.post_there(post))
            for number, values in self._rows.items():
                once = values["kind"] in ("absence", "cover", "swap")
                if once and person in (values["person"], values["other"]):
                    self._add_row(line, number)
            yield line

    def _people(self) -> list[str]:
        """Those of the office, and whoever has shifts at its posts."""
        office = self._looking.office
        there = {one for one, row in self._sheet.people.items() if row["office"] == office}
        for post in self.posts:
            there.update(one.person for one in self.rota.weekly.get(post, ()))
            there.update(one.person for one in self.rota.single.get(post, ()))
        return [one for one in self._sheet.people if one in there]

    def _line(self, key: str, title: str) -> Line:
        days = (day for week in self._looking.weeks for day in week)
        return Line(key, title, {day: Cell(day, self._named(title, day)) for day in days})

    def _named(self, title: str, day: date) -> str:
        words = self._saying.words
        return words.say("rota-cell", line=title, day=say_day(words, day))

    def _add(self, line: Line, one: Planned, title: str) -> None:
        on = one.span.begins.astimezone(LONDON).date() if isinstance(one.shift, WeeklyShift) else None
        new = (one.shift.post, one.shift.person, one.span) not in self._there
        instead = tuple(self._instead(spell) for spell in one.instead)
        self._put(line, _Occurrence(row_of(one.shift.id), on, one.span, title, new, instead))

    def _add_row(self, line: Line, number: int) -> None:
        values = self._rows[number]
        title = self._saying.words.say(
            f"rota-piece-{values['kind']}",
            person=self._saying.person(values["person"]),
            other=self._saying.person(values["other"]) if values["other"] else "",
        )
        span = Span(moment_of(values["starts"]), moment_of(values["ends"]))
        new = self._sheet.rows.get(number) != values
        self._put(line, _Occurrence(number, None, span, title, new))

    def _put(self, line: Line, one: _Occurrence) -> None:
        values = self._rows[one.row]
        about = "; ".join((self._saying.row(values, one.on), *one.instead))
        for day, first, last in self._days(one.span):
            piece = Piece(
                row=one.row,
                on=one.on,
                kind=values["kind"],
                title=one.title,
                times=self._saying.times(first, last),
                about=about,
                starts=_on_the_wall_text(one.span.begins),
                ends=_on_the_wall_text(one.span.ends),
                begins_at=_hour(first, 0),
                ends_at=_hour(last, 24),
                provider=values["provider"],
                instead=one.instead,
                in_draft=one.new,
            )
            line.cells[day].pieces.append(piece)

    def _instead(self, spell: Spell) -> str:
        who = self._saying.person(spell.person.id) if spell.person else "nobody"
        return self._saying.words.say("rota-instead", who=who, when=self._within_a_day(spell.span))

    def _add_gaps(self, line: Line, post: PostKey) -> None:
        place = self._snapshot.offices[post.office] if post.office else self._snapshot.areas[post.area]
        for gap in self.rota.gaps(post, place.hours, self._looking.span):
            for day, first, last in self._days(gap):
                times = self._saying.times(first, last)
                line.cells[day].gaps.append(Gap(times, _hour(first, 0), _hour(last, 24)))

    def _days(self, span: Span) -> Iterator[tuple[date, time | None, time | None]]:
        """The days shown on which it has a moment; from and until when, where that is on the same day."""
        shown = self._looking.span
        begins, ends = max(span.begins, shown.begins), min(span.ends, shown.ends)
        if begins >= ends:
            return
        for day in days_between(begins, ends - _A_MOMENT):
            first = span.begins.astimezone(LONDON)
            last = span.ends.astimezone(LONDON)
            yield (
                day,
                first.time() if first.date() == day and first.time() != time.min else None,
                last.time() if last.date() == day else None,
            )

    def _within_a_day(self, span: Span) -> str:
        begins, ends = (one.astimezone(LONDON) for one in (span.begins, span.ends))
        if begins.date() == ends.date():
            return self._saying.times(begins.time(), ends.time())
        return self._saying.span(span)

    def _hours(self) -> tuple[int, int]:
        first, last = _USUAL_HOURS
        for cell in (cell for line in self.lines for cell in line.cells.values()):
            shown: list[Piece | Gap] = [*cell.pieces, *cell.gaps]
            for one in shown:
                if (one.begins_at, one.ends_at) != (0, 24):  # what takes all of a day says nothing of hours
                    first, last = min(first, int(one.begins_at)), max(last, -int(-one.ends_at // 1))
        return first, last


def _hour(clock: time | None, other: int) -> float:
    return other if clock is None else clock.hour + clock.minute / 60


def _on_the_wall_text(moment: datetime) -> str:
    return moment.astimezone(LONDON).replace(tzinfo=None).isoformat(timespec="minutes")
