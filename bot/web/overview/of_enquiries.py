"""The figures of enquiries: when, about what, where, on which channel, and how they ended."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.web.overview.figures import Figure, Figures
from bot.words.overview_names import OverviewNames
from routing.moments import day_in_london
from routing.overview.counting import Ended
from routing.overview.enquiries import EnquiryFigures
from routing.rota.shifts import Span
from routing.vocabulary import Topic

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_MOST_DAYS = 31  # that are shown one by one; more of them by the week
_A_MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class OfEnquiries:
    """Draws them, in the language of these names."""

    names: OverviewNames

    def figures(self, found: EnquiryFigures, span: Span) -> Iterator[Figure]:
        """A figure for each measure of which there is anything to see."""
        make = Figures(self.names.words)
        yield from _bars(make, {"ended": self._how_they_ended(found)})
        yield from self._in_time(make, found, span)
        yield from _bars(make, {"topics": self._topics(found), **self._places(found)})
        yield from _bars(make, {"channels": self._channels(found)})

    def _in_time(self, make: Figures, found: EnquiryFigures, span: Span) -> Iterator[Figure]:
        first, last = day_in_london(span.begins), day_in_london(span.ends - _A_MOMENT)
        if found.days and first < last:
            yield self._days(make, found, first, last)
        if found.hours:
            hours = {self.names.hour(hour): found.hours.get(hour, 0) for hour in range(24)}
            yield make.columns("hours", hours, every=6)
        if found.weekdays and last - first >= _WEEK - _DAY:
            say = self.names.words.say
            weekdays = {say("weekday-short", day=day): found.weekdays.get(day, 0) for day in range(7)}
            yield make.columns("weekdays", weekdays)

    def _how_they_ended(self, found: EnquiryFigures) -> dict[str, int]:
        return {self._ended(one): count for one, count in found.ended.items()}

    def _topics(self, found: EnquiryFigures) -> dict[str, int]:
        return {self._topic(topic): count for topic, count in found.topics.items()}

    def _channels(self, found: EnquiryFigures) -> dict[str, int]:
        return {self.names.words.say("channel", channel=one): count for one, count in found.channels.items()}

    def _places(self, found: EnquiryFigures) -> dict[str, dict[str, int]]:
        """By area and by office, where there are several."""
        areas = {self._area(area): count for area, count in found.areas.items()}
        offices = {self._office(*where): count for where, count in found.offices.items()}
        return {name: held for name, held in (("areas", areas), ("offices", offices)) if len(held) > 1}

    def _days(self, make: Figures, found: EnquiryFigures, first: date, last: date) -> Figure:
        """How they ended on each day, or in each week where there are many days."""
        by_week = (last - first).days >= _MOST_DAYS
        step = _WEEK if by_week else _DAY
        begins = first - timedelta(days=first.weekday()) if by_week else first
        shown = [begins + step * number for number in range((last - begins) // step + 1)]
        counts: Counter[tuple[date, Ended]] = Counter()
        for (day, ended), count in found.days.items():
            counts[shown[(day - begins) // step], ended] += count
        series = {
            self._ended(ended): [counts[day, ended] for day in shown]
            for ended in Ended
            if ended in found.ended
        }
        labels = [
            self.names.words.say(
                "figure-day", day=str(day.day), month=self.names.words.say(f"month-{day.month}")
            )
            for day in shown
        ]
        every = -(-len(shown) // 3)
        return make.stacks("weeks" if by_week else "days", labels, series, every)

    def _area(self, area: str) -> str:
        return self.names.where(area, None) if area else self.names.words.say("figure-no-area")

    def _office(self, area: str, office: str) -> str:
        if office:
            return self.names.where(area, office)
        return self.names.words.say("figure-no-office", where=self._area(area))

    def _topic(self, topic: Topic | None) -> str:
        say = self.names.words.say
        if topic is None:
            return say("figure-no-topic")
        return say("figure-contact") if topic is Topic.CONTACT else say("topic", topic=topic)

    def _ended(self, ended: Ended) -> str:
        return self.names.words.say("enquiry-ended", ended=ended)


def _bars(make: Figures, counted: Mapping[str, Mapping[str, int]]) -> Iterator[Figure]:
    return (make.bars(name, counts) for name, counts in counted.items() if counts)
