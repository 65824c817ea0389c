"""The table of coverage: each post with its days, as a picture that can be read cell by cell."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple
from urllib.parse import urlencode

from bot.words.overview_names import OverviewNames
from bot.words.times import say_day
from routing.overview.coverage import Coverage, Covered, Day
from routing.overview.overview import PostAt
from routing.snapshot import PostKey

_MOST_POSTS = 40  # on a page; those with the most gaps come first
_HOUR = timedelta(hours=1)
_SIGNS = {Covered.ON: "✓", Covered.CLASH: "×", Covered.CLOSED: "–"}
_TO_MEND = (Covered.GAP, Covered.CLASH)


class Column(NamedTuple):
    """A day at the head of the table."""

    weekday: str
    day: str
    whole: str


class Cell(NamedTuple):
    """A day of a post: how it is covered, what stands there, of which day, and where it can be mended."""

    covered: Covered
    text: str
    day: str
    mended_at: str


class Row(NamedTuple):
    """A post with its days."""

    name: str
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class CoverageShown:
    """All that the page shows. `left_out` posts have no more gaps than those that are shown."""

    said: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    left_out: int


@dataclass(frozen=True, slots=True)
class OfCoverage:
    """Draws it, in the language of these names; for whoever `keeps` the rota with the way to it."""

    names: OverviewNames
    keeps: bool

    def shown(self, found: Coverage) -> CoverageShown:
        """The posts with the most gaps, and how many there are in all."""
        posts = list(found.posts.items())
        columns = [self._column(day) for day in found.days]
        return CoverageShown(
            said=self._said(found),
            columns=columns,
            rows=[self._row(post, row, found.days, columns) for post, row in posts[:_MOST_POSTS]],
            left_out=max(len(posts) - _MOST_POSTS, 0),
        )

    def _said(self, found: Coverage) -> str:
        rows = found.posts.values()
        return self.names.words.say(
            "coverage-said",
            posts=len(rows),
            with_gaps=sum(any(day.covered is Covered.GAP for day in row) for row in rows),
            hours=_hours(sum((day.nobody_for for row in rows for day in row), timedelta())),
            clashes=sum(day.covered is Covered.CLASH for row in rows for day in row),
        )

    def _column(self, day: date) -> Column:
        weekday = self.names.words.say("weekday-short", day=day.weekday())
        return Column(weekday, str(day.day), say_day(self.names.words, day))

    def _row(self, post: PostKey, row: Sequence[Day], days: Sequence[date], columns: Sequence[Column]) -> Row:
        assert post.provider is not None  # a rota is kept for the post of one provider
        name = self.names.post(PostAt(post.area, post.office, post.provider, post.role))
        return Row(
            name,
            [
                Cell(
                    covered=day.covered,
                    text=_SIGNS.get(day.covered) or _hours(day.nobody_for),
                    day=column.whole,
                    mended_at=_rota(post, on) if self.keeps and day.covered in _TO_MEND else "",
                )
                for day, on, column in zip(row, days, columns, strict=True)
            ],
        )


def _rota(post: PostKey, day: date) -> str:
    """Where the keeper changes the rota of a post around a day."""
    return f"/keep/rota?{urlencode({'area': post.area, 'office': post.office or '', 'day': day})}"


def _hours(time: timedelta) -> str:
    """Whole hours; less than one is one."""
    return f"{max(round(time / _HOUR), 1 if time else 0):,}"
