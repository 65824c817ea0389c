"""The figures of how the service works, in a few lines: for a chat, where a table would not fit."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from bot.words.catalogue import Words
from bot.words.message import Line, LineKind, Message
from bot.words.overview_names import OverviewNames
from bot.words.times import say_date, say_moment
from routing.moments import day_in_london
from routing.overview.enquiries import EnquiryFigures
from routing.overview.overview import Durations, InformationFigures, Overview
from routing.overview.scope import Scope

_MOST = 5  # of each kind: the most frequent
_A_MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class OverviewSaying:
    """Says figures in the language of these names."""

    names: OverviewNames

    @property
    def words(self) -> Words:
        """The words of that language."""
        return self.names.words

    def message(self, figures: Overview, scopes: Iterable[Scope]) -> Message:
        """The figures of these scopes. Nothing is said of what did not occur."""
        lines = (*self.of_enquiries(figures.enquiries), *self.of_requests(figures))
        return Message((self.heading(figures, scopes), *lines))

    def heading(self, figures: Overview, scopes: Iterable[Scope]) -> Line:
        """Whose figures they are, and of when."""
        return self.words.line(
            LineKind.ANSWER,
            "overview-of",
            where=self.names.scopes(scopes),
            begins=say_date(self.words, day_in_london(figures.span.begins)),
            ends=say_date(self.words, day_in_london(figures.span.ends - _A_MOMENT)),
        )

    def of_enquiries(self, figures: EnquiryFigures) -> Iterator[Line]:
        """How enquiries ended."""
        ended = {self.words.say("enquiry-ended", ended=one): count for one, count in figures.ended.items()}
        yield from self._several("overview-enquiries", ended)

    def of_requests(self, figures: Overview) -> Iterator[Line]:
        """Call backs, and what was asked of other agencies."""
        yield from self.of_open_calls(figures)
        yield from self._course(figures)
        yield from self._several("overview-unanswered", self.names.unanswered(figures.unanswered))
        yield from self._several("overview-gaps", self.names.posts(figures.gaps))
        yield from self._several("overview-moved", self.names.moves(figures.moved))
        yield from self.of_open_information(figures.information)
        yield from self._several("overview-overdue-at", self.names.overdue(figures.information.overdue))
        yield from self._durations("overview-answered", figures.information.to_answered)

    def of_open_calls(self, figures: Overview) -> Iterator[Line]:
        """Call backs that are open now, and how many were asked for."""
        oldest = say_moment(self.words, figures.oldest) if figures.oldest else ""
        yield self._line("overview-open", count=sum(figures.open.values()), oldest=oldest)
        yield self._line("overview-asked", count=figures.asked)

    def of_open_information(self, figures: InformationFigures) -> Iterator[Line]:
        """What was asked of other agencies, and how many replies are overdue now."""
        oldest = say_moment(self.words, figures.oldest_due) if figures.oldest_due else ""
        yield self._line("overview-information", count=figures.asked, open=str(figures.open))
        yield self._line("overview-overdue", count=sum(figures.overdue.values()), oldest=oldest)

    def _course(self, figures: Overview) -> Iterator[Line]:
        yield from self._durations("overview-taken", figures.to_taken)
        yield from self._durations("overview-closed", figures.to_closed)
        yield from self._several("overview-outcomes", self.names.outcomes(figures.outcomes))
        yield from self._several("overview-risks", self.names.outcomes(figures.escalations))

    def _durations(self, key: str, times: Durations) -> Iterator[Line]:
        if times.median is not None and times.ninetieth is not None:
            median, ninetieth = self.names.duration(times.median), self.names.duration(times.ninetieth)
            yield self._line(key, count=times.count, median=median, ninetieth=ninetieth)

    def _several(self, key: str, counted: Mapping[str, int]) -> Iterator[Line]:
        if counted:
            total = sum(counted.values())
            yield self._line(key, count=total, list=say_most(self.words, counted, _MOST))

    def _line(self, key: str, **values: str | int) -> Line:
        return self.words.line(LineKind.DETAIL, key, **values)


def say_most(words: Words, counted: Mapping[str, int], most: int) -> str:
    """The first of these, each with how often it occurred."""
    some = list(counted.items())[:most]
    return words.say("list-comma").join(
        words.say("overview-times", what=what, count=f"{count:,}") for what, count in some
    )
