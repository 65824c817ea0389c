"""The figures of requests for a call back, and of what was asked of other agencies."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.web.overview.figures import Figure, Figures, Length
from bot.words.overview_names import OverviewNames
from routing.overview.overview import Durations, Overview


@dataclass(frozen=True, slots=True)
class OfRequests:
    """Draws them, in the language of these names."""

    names: OverviewNames

    def figures(self, found: Overview) -> Iterator[Figure]:
        """A figure for each measure of which there is anything to see."""
        make, names, say = Figures(self.names.words), self.names, self.names.words.say
        yield from self._lengths(make, {"taken": found.to_taken, "closed": found.to_closed}, "lengths")
        missed: Counter[int] = Counter()
        for (_, hour), count in found.unanswered.items():
            missed[hour] += count
        if missed:
            hours = {names.hour(hour): missed[hour] for hour in range(24)}
            yield make.columns("missed-hours", hours, every=6)
        information = found.information
        counted: Mapping[str, Mapping[str, int]] = {
            "missed": names.unanswered(found.unanswered),
            "gaps": names.posts(found.gaps),
            "open": {say("request-state", state=one): count for one, count in found.open.items()},
            "outcomes": names.outcomes(found.outcomes),
            "moved": names.moves(found.moved),
            "risks": names.outcomes(found.escalations),
            "overdue": names.overdue(information.overdue),
            "endings": {say("information-ending", ending=one): n for one, n in information.endings.items()},
        }
        yield from (make.bars(name, counts) for name, counts in counted.items() if counts)
        yield from self._lengths(make, {"answered": information.to_answered}, "answered")

    def _lengths(self, make: Figures, times: Mapping[str, Durations], name: str) -> Iterator[Figure]:
        found = [one for until, durations in times.items() for one in self._shares(until, durations)]
        if found:
            yield make.lengths(name, found)

    def _shares(self, until: str, times: Durations) -> Iterator[Length]:
        """Within which time half of them were so far, and within which nine in ten."""
        for share, length in (("half", times.median), ("most", times.ninetieth)):
            if length is not None:
                label = self.names.words.say("figure-until", until=until, share=share)
                yield Length(label, length.total_seconds() / 60, self.names.duration(length))
