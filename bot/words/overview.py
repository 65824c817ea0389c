"""The figures of how the service works, in a few lines: for a chat, where a table would not fit."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import time, timedelta

from bot.words.catalogue import Words
from bot.words.message import Line, LineKind, Message
from bot.words.times import listed, say_date, say_moment, say_time
from routing.handover.request import Outcome
from routing.moments import day_in_london
from routing.oversight.enquiries import EnquiryFigures
from routing.oversight.overview import Durations, InformationFigures, Overview, PostAt
from routing.oversight.scope import Scope
from routing.snapshot import Snapshot

_MOST = 5  # of each kind: the most frequent
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_A_MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class OverviewSaying:
    """Says figures in one language. `snapshot` has the names of offices, `agencies` those of agencies."""

    words: Words
    snapshot: Snapshot
    agencies: Mapping[str, str]

    def message(self, figures: Overview, scopes: Iterable[Scope]) -> Message:
        """The figures of these scopes. Nothing is said of what did not occur."""
        ends = figures.span.ends - _A_MOMENT
        of = self.words.line(
            LineKind.ANSWER,
            "overview-of",
            where=listed(self.words, [self._scope(scope) for scope in scopes]),
            begins=say_date(self.words, day_in_london(figures.span.begins)),
            ends=say_date(self.words, day_in_london(ends)),
        )
        parts = (
            self._enquiries(figures.enquiries),
            self._calls(figures),
            self._steps(figures),
            self._information(figures.information),
        )
        return Message((of, *(line for part in parts for line in part)))

    def _enquiries(self, figures: EnquiryFigures) -> Iterator[Line]:
        ended = {self.words.say("enquiry-ended", ended=one): count for one, count in figures.ended.items()}
        yield from self._several("overview-enquiries", ended)

    def _calls(self, figures: Overview) -> Iterator[Line]:
        oldest = say_moment(self.words, figures.oldest) if figures.oldest else ""
        yield self._line("overview-open", count=sum(figures.open.values()), oldest=oldest)
        yield self._line("overview-asked", count=figures.asked)
        yield from self._durations("overview-taken", figures.to_taken)
        yield from self._durations("overview-closed", figures.to_closed)
        yield from self._several("overview-outcomes", self._outcomes(figures.outcomes))
        yield from self._several("overview-risks", self._outcomes(figures.escalations))

    def _steps(self, figures: Overview) -> Iterator[Line]:
        say = self.words.say
        yield from self._several(
            "overview-unanswered",
            {
                say("overview-at", post=self._post(post), time=say_time(self.words, time(hour))): count
                for (post, hour), count in figures.unanswered.items()
            },
        )
        gaps = {self._post(post): count for post, count in figures.gaps.items()}
        yield from self._several("overview-gaps", gaps)
        yield from self._several(
            "overview-moved",
            {
                say("overview-move", provider=move.moved_from, because=move.because or "none"): count
                for move, count in figures.moved.items()
            },
        )

    def _information(self, figures: InformationFigures) -> Iterator[Line]:
        oldest = say_moment(self.words, figures.oldest_due) if figures.oldest_due else ""
        overdue = sum(figures.overdue.values())
        yield self._line("overview-information", count=figures.asked, open=str(figures.open))
        yield self._line("overview-overdue", count=overdue, oldest=oldest)
        names = {self.agencies.get(one, one): count for one, count in figures.overdue.items()}
        yield from self._several("overview-overdue-at", names)
        yield from self._durations("overview-answered", figures.to_answered)

    def _durations(self, key: str, times: Durations) -> Iterator[Line]:
        if times.median is not None and times.ninetieth is not None:
            median, ninetieth = self._duration(times.median), self._duration(times.ninetieth)
            yield self._line(key, count=times.count, median=median, ninetieth=ninetieth)

    def _several(self, key: str, counted: Mapping[str, int]) -> Iterator[Line]:
        if counted:
            some = list(counted.items())[:_MOST]
            said = [self.words.say("overview-times", what=what, count=str(count)) for what, count in some]
            yield self._line(key, count=sum(counted.values()), list=self.words.say("list-comma").join(said))

    def _outcomes(self, counted: Mapping[Outcome, int] | Mapping[Outcome | None, int]) -> dict[str, int]:
        return {
            self.words.say("outcome", outcome=one) if one else self.words.say("overview-not-over"): count
            for one, count in counted.items()
        }

    def _duration(self, time: timedelta) -> str:
        if time < 2 * _HOUR:
            return self.words.say("duration-minutes", count=round(time.total_seconds() / 60))
        if time < 2 * _DAY:
            return self.words.say("duration-hours", count=round(time / _HOUR))
        return self.words.say("duration-days", count=round(time / _DAY))

    def _post(self, post: PostAt) -> str:
        where = self._where(post.area, post.office)
        if post.role is None:
            return self.words.say("call-back-manager", where=where)
        role = self.words.say(f"role-{post.role}", provider=post.provider)
        return self.words.say("call-back-post", post=role, where=where)

    def _scope(self, scope: Scope) -> str:
        where = self._where(scope.area, scope.office)
        if scope.provider is None:
            return where
        return self.words.say("overview-scope", provider=scope.provider, where=where)

    def _where(self, area: str | None, office: str | None) -> str:
        if office:
            return self.snapshot.offices[office].name
        return self.snapshot.areas[area].name if area else self.words.say("overview-everywhere")

    def _line(self, key: str, **values: str | int) -> Line:
        return self.words.line(LineKind.DETAIL, key, **values)
