"""The rota in words: who, where and when; what an edit does; what it would open, close and clash."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from bot.words.catalogue import Words
from bot.words.times import listed, say_date, say_day, say_moment, say_time
from directory.exchange.kind import Values
from directory.rota.draft import Edit, Scope, shift_on
from directory.rota.keeping import Meanwhile
from directory.rota.rota import Row, days_of
from routing.hours import LONDON
from routing.rota.calendar import Clash
from routing.rota.changes import Gap
from routing.rota.shifts import Span
from routing.snapshot import PostKey, Snapshot
from routing.vocabulary import Provider, Role

_POST = ("area", "office", "provider", "role", "team")


@dataclass(frozen=True, slots=True)
class RotaSaying:
    """Says it in one language; `people` has the names."""

    words: Words
    snapshot: Snapshot
    people: Mapping[str, Row]

    def person(self, identity: str) -> str:
        """A name; made-up people are marked as such."""
        row = self.people.get(identity)
        if row is None:
            return identity
        name: str = row["name"]
        marked = row["sample"] and "sample" not in name.lower()
        return f"{name}{self.words.say('sample-mark')}" if marked else name

    def post(self, post: PostKey) -> str:
        """A post by itself, without where it is."""
        said = self.words.say(f"role-{post.role}", provider=post.provider or "none")
        team = self.snapshot.teams.get(post.team) if post.team else None
        return self.words.say("rota-post-of-team", post=said, team=team.name) if team else said

    def post_there(self, post: PostKey) -> str:
        """A post and where it is."""
        where = self.place(post.area, post.office)
        return self.words.say("call-back-post", post=self.post(post), where=where)

    def place(self, area: str, office: str | None) -> str:
        """The name of an office, else of the area."""
        there = self.snapshot.offices.get(office or "") or self.snapshot.areas.get(area)
        return there.name if there else area

    def span(self, span: Span) -> str:
        """From when until when, the day said once where it is one."""
        return self._moments(span.begins.astimezone(LONDON), span.ends.astimezone(LONDON))

    def row(self, values: Values, on: date | None = None) -> str:
        """A row; of a weekly one the shift of one day, or (None) all of it."""
        post = (
            self.post_there(post_of_values(values)) if values["role"] else self.words.say("rota-every-post")
        )
        return self.words.say(
            f"rota-row-{values['kind']}",
            person=self.person(values["person"]),
            other=self.person(values["other"]) if values["other"] else "",
            post=post,
            when=self._when(values, on),
        )

    def edit(self, edit: Edit, was: Values | None, is_now: Values | None) -> str:
        """What an edit does."""
        if was is None:
            return self.words.say("rota-edit-add", row=self.row(is_now or {}))
        scope = edit.scope if was["kind"] == "weekly" else Scope.ONCE
        before = self.row(was, edit.on) if scope is Scope.ONCE else self._from_then_on(was, edit)
        if is_now is None:
            return self.words.say("rota-edit-remove", row=before)
        return self.words.say("rota-edit-move", row=before, new=self.row(is_now))

    def gap(self, gap: Gap) -> str:
        """Nobody is on, where and when."""
        post, span = gap
        return self.words.say("rota-gap", post=self.post_there(post), when=self.span(span))

    def clash(self, clash: Clash) -> str:
        """What clashes, where and when."""
        return self.words.say(
            f"rota-clash-{clash.kind}",
            people=listed(self.words, sorted(self.person(one) for one in clash.people)),
            posts=listed(self.words, sorted(self.post_there(one) for one in clash.posts)),
            when=self.span(clash.span),
        )

    def meanwhile(self, one: Meanwhile, row: Values | None) -> str:
        """What somebody has done since."""
        at = say_moment(self.words, datetime.fromisoformat(one.at))
        what = self.row(row) if row else ("" if one.row is None else f"{one.row}")
        does = one.does if row or one.row is None else f"{one.does}-gone"
        return self.words.say(f"rota-meanwhile-{does}", who=one.who, at=at, what=what)

    def on_day(self, day: date) -> str:
        """A day that is near."""
        return say_day(self.words, day)

    def on_date(self, day: date) -> str:
        """A day of any year."""
        return say_date(self.words, day)

    def times(self, begins: time | None, ends: time | None) -> str:
        """The part of a day that something takes; None: from before it, or beyond it."""
        starts, stops = (say_time(self.words, one) if one else "" for one in (begins, ends))
        if begins and ends:
            return self.words.say("hours-span", opens=starts, closes=stops)
        if begins or ends:
            return self.words.say("rota-from" if begins else "rota-until", time=starts or stops)
        return self.words.say("rota-all-day")

    def _when(self, values: Values, on: date | None) -> str:
        if values["kind"] == "weekly":
            if on is not None:
                return self._moments(*shift_on(values, on))
            until = values["valid_to"]
            return self.words.say(
                "rota-each-week",
                days=self._days(values),
                times=self._clock(values),
                since=say_date(self.words, values["valid_from"]),
                until=say_date(self.words, until) if until else "none",
            )
        return self._moments(*(datetime.fromisoformat(values[name]) for name in ("starts", "ends")))

    def _from_then_on(self, values: Values, edit: Edit) -> str:
        day = edit.on or values["valid_from"]
        named = {**values, "valid_from": day}
        if edit.scope is Scope.WEEKLY:
            named["days"] = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")[day.weekday()]
        return self.row(named)

    def _days(self, values: Values) -> str:
        return listed(
            self.words, [self.words.say(f"weekday-{day}") for day in sorted(days_of(values["days"]))]
        )

    def _clock(self, values: Values) -> str:
        opens, closes = (say_time(self.words, time.fromisoformat(values[one])) for one in ("starts", "ends"))
        return self.words.say("hours-span", opens=opens, closes=closes)

    def _moments(self, begins: datetime, ends: datetime) -> str:
        day = say_day(self.words, begins.date())
        midnight = (ends.hour, ends.minute) == (0, 0)
        if begins.date() == ends.date() or (midnight and (ends.date() - begins.date()).days == 1):
            whole = midnight and begins.time() == time.min
            times = self.times(None, None) if whole else self.times(begins.time(), ends.time())
            return self.words.say("rota-on-a-day", day=day, times=times)
        opens, closes = (
            self.words.say(
                "moment", day=say_day(self.words, one.date()), time=say_time(self.words, one.time())
            )
            for one in (begins, ends)
        )
        return self.words.say("hours-span", opens=opens, closes=closes)


def post_of_values(values: Values) -> PostKey:
    """The post that a row is about."""
    provider = Provider(values["provider"]) if values["provider"] else None
    return PostKey(values["area"], values["office"], provider, Role(values["role"]), values["team"])


def each_said(saying: Iterable[str], most: int) -> tuple[list[str], int]:
    """The first of many, and how many more there are."""
    said = list(saying)
    return said[:most], max(0, len(said) - most)
