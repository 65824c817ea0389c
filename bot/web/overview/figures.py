"""A figure: something to look at, a sentence that says the most of it, and all of it as a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from bot.web.overview.charts import columns
from bot.words.catalogue import Words
from bot.words.overview import say_most

_MOST_SAID = 3
_MOST_ROWS = 10  # that are seen at once where each is a bar
Cells = tuple[str, ...]


class Length(NamedTuple):
    """How long something takes: what it is of, in minutes, and in words."""

    label: str
    minutes: float
    said: str


@dataclass(frozen=True, slots=True)
class Figure:
    """What a page shows of one thing: a chart above its table, or a table with a bar in each row.

    `bars` are their lengths, as many as there are rows; `legend` names the colours of a chart in order.
    """

    name: str
    title: str
    said: str
    headings: Cells
    rows: Sequence[Cells]
    chart: Markup | None = None
    legend: Cells = ()
    bars: Sequence[float] = ()

    @property
    def seen(self) -> int:
        """How many rows are seen at once."""
        return _MOST_ROWS if self.bars else 0


@dataclass(frozen=True, slots=True)
class Figures:
    """Makes figures in one language. A figure's name is that of its title in the catalogue."""

    words: Words

    def bars(self, name: str, counted: Mapping[str, int]) -> Figure:
        """How often, the most frequent first."""
        return Figure(
            name=name,
            title=self._title(name),
            said="",
            headings=(self._by(name), self.words.say("figure-count")),
            rows=_rows(counted),
            bars=list(counted.values()),
        )

    def columns(self, name: str, counted: Mapping[str, int], every: int = 1) -> Figure:
        """How often, in the order in which they are given, as of hours or days."""
        return Figure(
            name=name,
            title=self._title(name),
            said=self._most(counted),
            headings=(self._by(name), self.words.say("figure-count")),
            rows=_rows(counted),
            chart=columns(list(counted), [list(counted.values())], every),
        )

    def stacks(
        self, name: str, labels: Sequence[str], series: Mapping[str, Sequence[int]], every: int
    ) -> Figure:
        """Several in each place, on top of each other."""
        rows = list(zip(*series.values(), strict=True))
        return Figure(
            name=name,
            title=self._title(name),
            said=self._most({label: sum(row) for label, row in zip(labels, rows, strict=True)}),
            headings=(self._by(name), *series),
            rows=[(label, *(f"{count:,}" for count in row)) for label, row in zip(labels, rows, strict=True)],
            chart=columns(labels, list(series.values()), every),
            legend=tuple(series),
        )

    def lengths(self, name: str, found: Sequence[Length]) -> Figure:
        """How long things take."""
        return Figure(
            name=name,
            title=self._title(name),
            said="",
            headings=(self._by(name), self.words.say("figure-time")),
            rows=[(one.label, one.said) for one in found],
            bars=[one.minutes for one in found],
        )

    def _title(self, name: str) -> str:
        return self.words.say("figure-title", figure=name)

    def _by(self, name: str) -> str:
        return self.words.say("figure-by", figure=name)

    def _most(self, counted: Mapping[str, int]) -> str:
        most = sorted(((what, count) for what, count in counted.items() if count), key=lambda one: -one[1])
        return self.words.say("figure-most", list=say_most(self.words, dict(most), _MOST_SAID))


def _rows(counted: Mapping[str, int]) -> list[Cells]:
    return [(what, f"{count:,}") for what, count in counted.items()]
