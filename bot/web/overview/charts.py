"""Charts as SVG to stand in a page, drawn by leather. Their colours and letters are in overview.css.

A chart is for looking at: whoever cannot is given the sentence and the table beside it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any, NamedTuple
from xml.etree.ElementTree import tostring

import leather
from leather.scales import Linear, Ordinal
from markupsafe import Markup

_WIDTH, _HEIGHT = 280, 180  # units of a chart, which is about as many pixels wide on a telephone
_LONG_NUMBER = re.compile(r"(\d+\.\d)\d+")
_AT_LEAST = 4  # is the end of the axis, so that its marks are whole numbers


class _Column(NamedTuple):
    """What leather draws a column of: where, how high, and of which series."""

    label: str
    height: int
    series: int


def columns(labels: Sequence[str], series: Sequence[Sequence[int]], every: int = 1) -> Markup:
    """Columns from left to right, the series on top of each other; every so many labels are shown."""
    drawn = [*_columns(labels, series)]
    chart = leather.Chart()
    chart.set_x_scale(Ordinal(list(labels)))
    chart.set_y_scale(Linear(0, max(_AT_LEAST, *(column.height for column in drawn))))
    chart.add_x_axis(ticks=list(labels[::every]))
    chart.add_y_axis(tick_formatter=lambda value, _at, _count: f"{value:,.0f}" if value % 1 == 0 else "")
    chart.add_columns(drawn, x=0, y=1, fill_color=lambda column: f"series-{column.row.series}")
    return _in_a_page(chart.to_svg_group(_WIDTH, _HEIGHT))


def _columns(labels: Sequence[str], series: Sequence[Sequence[int]]) -> Iterator[_Column]:
    """A column for each sum, the highest first: what is drawn later hides the lower part of it."""
    for label, counts in zip(labels, zip(*series, strict=True), strict=True):
        sums = [*accumulate(counts)]
        for number in reversed(range(len(counts))):
            if counts[number]:
                yield _Column(label, sums[number], number)


def _in_a_page(group: Any) -> Markup:
    for element in group.iter("rect"):
        element.set(
            "class", element.attrib.pop("fill") if "series" in element.get("fill", "") else "background"
        )
    group.tag, box = "svg", f"0 0 {_WIDTH} {_HEIGHT}"
    group.attrib |= {"class": "chart", "viewBox": box, "aria-hidden": "true", "focusable": "false"}
    # What is drawn is escaped: its labels are texts of the catalogue.
    return Markup(_LONG_NUMBER.sub(r"\1", tostring(group, encoding="unicode")))  # noqa: S704
