"""What a chart draws, and what is said beside it."""

import re

from bot.web.overview.charts import columns
from bot.web.overview.figures import Figures, Length
from bot.web.overview.of_enquiries import OfEnquiries
from bot.words.catalogue import ENGLISH, Words
from bot.words.language import Language
from bot.words.overview_names import OverviewNames
from routing.overview.counting import Ended
from routing.overview.enquiries import EnquiryFigures
from routing.rota.shifts import Span
from routing.vocabulary import Topic
from tests.routing.information.made_up import at
from tests.routing.sample_directory import SNAPSHOT

FIGURES = Figures(ENGLISH)


def drawn(svg: str) -> list[tuple[str, float]]:
    """Each column with its colour: how high it is drawn, before another hides a part of it."""
    return [
        (series, float(height))
        for height, series in re.findall(r'<rect [^>]*height="([\d.]+)" class="(series-\d)"', svg)
    ]


def test_columns_stand_on_top_of_each_other_the_whole_drawn_first() -> None:
    (whole, high), (part, low) = drawn(columns(["one"], [[30], [10]]))
    assert (whole, part) == ("series-1", "series-0")
    assert abs(high / low - 40 / 30) < 0.01


def test_what_is_nought_has_no_column_and_small_numbers_have_whole_marks() -> None:
    svg = columns(["a", "b", "c"], [[0, 1, 3]])
    assert len(drawn(svg)) == 2
    marks = re.findall(r'text-anchor="end"[^>]*>([^<]*)<', svg)
    assert "3" in marks
    assert not [mark for mark in marks if "." in mark]


def test_only_every_so_many_labels_are_shown_and_each_is_escaped() -> None:
    svg = columns(["<b>", "c", "d", "e"], [[1, 2, 3, 4]], every=2)
    assert re.findall(r'text-anchor="middle"[^>]*>([^<]*)<', svg) == ["&lt;b&gt;", "d"]
    assert svg.startswith('<svg class="chart" viewBox="0 0 280 180" aria-hidden="true"')


def test_the_most_frequent_are_said_and_what_did_not_occur_is_not() -> None:
    figure = FIGURES.columns("hours", {"9am": 5, "10am": 0, "11am": 1_200})
    assert figure.said == "The most: 11am (1,200), 9am (5)."
    assert figure.rows == [("9am", "5"), ("10am", "0"), ("11am", "1,200")]


def test_a_table_with_bars_shows_ten_rows_at_once_and_one_of_a_chart_none() -> None:
    assert FIGURES.bars("topics", {str(number): 5 for number in range(12)}).seen == 10
    assert FIGURES.columns("hours", {"9am": 5}).seen == 0
    lengths = FIGURES.lengths("lengths", [Length("taken", 90, "90 minutes")])
    assert (lengths.bars, lengths.rows) == ([90], [("taken", "90 minutes")])


def test_every_topic_has_a_name_of_its_own_in_each_language() -> None:
    found = EnquiryFigures(asked=5, topics=dict.fromkeys((*Topic, None), 5))
    for language in Language:
        names = OverviewNames(Words(language), SNAPSHOT, {})
        (topics,) = OfEnquiries(names).figures(found, Span(at(8), at(9)))
        assert len(topics.rows) == len(Topic) + 1


def test_many_days_are_shown_by_the_week_and_each_is_in_one() -> None:
    days = (at(1).date(), at(6).date(), at(7).date(), at(31).date())  # the second a Sunday
    found = EnquiryFigures(
        asked=20, ended={Ended.ANSWERED: 20}, days={(day, Ended.ANSWERED): 5 for day in days}
    )
    names = OverviewNames(ENGLISH, SNAPSHOT, {})
    shown = {one.name: one for one in OfEnquiries(names).figures(found, Span(at(1), at(2, month=8)))}
    assert shown["weeks"].rows == [
        ("30 June", "10"), ("7 July", "5"), ("14 July", "0"), ("21 July", "0"), ("28 July", "5")
    ]  # fmt: skip
    month = OfEnquiries(names).figures(found, Span(at(1), at(31, "23:00")))
    assert "days" in {one.name for one in month}
