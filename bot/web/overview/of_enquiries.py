"""The figures of enquiries: when, about what, where, on which channel, and how they ended."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.web.overview.figures import Figure, Figures
from bot.words.overview_names import OverviewNames
from routing.moments import day_in_london
from routing.oversight.counting import Ended
from routing.oversight.enquiries import EnquiryFigures
from routing.shifts import Span
from routing.vocabulary import Topic

_WEEK = timedelta(days=7)
_MOST_DAYS = 31  # that are shown one by one; more of them by the week
_A_MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class OfEnquiries:
    """Draws them, in the language of these names."""

    names: OverviewNames

    def figures(self, found: EnquiryFigures, span: Span) -> Iterator[Figure]:
        """A figure for each measure of which there is anything to see."""
        words, make = self.names.words, Figures(self.names.words)
        first, last = day_in_london(span.begins), day_in_london(span.ends - _A_MOMENT)
        if not found.asked:
            return
        yield make.bars("ended", {self._ended(one): count for one, count in found.ended.items()})
        if found.days and first < last:
            yield self._days(make, found, first, last)
        if found.hours:
            hours = {self.names.hour(hour): found.hours.get(hour, 0) for hour in range(24)}
            yield make.columns("hours", hours, every=6)
        if found.weekdays and last - first >= _WEEK - timedelta(days=1):
            weekdays = {words.say("weekday-short", day=day): found.weekdays.get(day, 0) for day in range(7)}
            yield make.columns("weekdays", weekdays)
        topics = {self._topic(topic): count for topic, count in found.topics.items()}
        yield from (
            make.bars(name, counted)
            for name, counted in (("topics", topics), *self._places(found))
            if counted
        )
        if found.channels:
            channels = {words.say("channel", channel=one): count for one, count in found.channels.items()}
            yield make.bars("channels", channels)

    def _places(self, found: EnquiryFigures) -> Iterator[tuple[str, dict[str, int]]]:
        say, where = self.names.words.say, self.names.where
        if len(found.areas) > 1:
            yield (
                "areas",
                {
                    where(area, None) if area else say("figure-no-area"): count
                    for area, count in found.areas.items()
                },
            )
        offices = {
            where(area, office) if office else say("figure-no-office"): count
            for (area, office), count in found.offices.items()
        }
        if len(offices) > 1:
            yield "offices", offices

    def _days(self, make: Figures, found: EnquiryFigures, first: date, last: date) -> Figure:
        """How they ended on each day, or in each week where there are many days."""
        by_week = (last - first).days >= _MOST_DAYS
        step = _WEEK if by_week else timedelta(days=1)
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

    def _topic(self, topic: Topic | None) -> str:
        say = self.names.words.say
        if topic is None:
            return say("figure-no-topic")
        return say("figure-contact") if topic is Topic.CONTACT else say("topic", topic=topic)

    def _ended(self, ended: Ended) -> str:
        return self.names.words.say("enquiry-ended", ended=ended)
