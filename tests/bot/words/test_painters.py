"""A message in a channel's markup."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bot.words.catalogue import ENGLISH
from bot.words.message import Line, LineKind, Message, Phone, Text
from bot.words.painters import TELEGRAM_LIMIT, to_bold_plain, to_plain, to_telegram_html
from bot.words.rendering import render
from routing.answer import Answer
from tests.bot.words.any_answer import ANSWERS
from tests.bot.words.made_up import DUTY_OFFICER, ROUTE

_OUR_TAGS = re.compile(r"</?b>")


def message_of(*lines: Line) -> Message:
    return Message(lines)


def utf16_units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def test_telegram_gets_the_headline_in_bold_and_numbers_in_the_international_form() -> None:
    html = to_telegram_html(render(ENGLISH, ROUTE))

    assert html.startswith(
        "<b>Ring Worcester probation office: +44 1905 723591</b>\n"
        "Ask for: <b>NPS Probation Duty Officer</b>\n"
    )


def test_the_terminal_gets_numbers_in_the_national_form() -> None:
    assert to_plain(render(ENGLISH, ROUTE)).startswith("Ring Worcester probation office: 01905 723591\n")


def test_a_terminal_with_colours_gets_only_the_leading_lines_in_bold() -> None:
    lines = to_bold_plain(render(ENGLISH, ROUTE)).splitlines()

    assert lines[0] == "\x1b[1mRing Worcester probation office: 01905 723591\x1b[0m"
    assert lines[1] == "Ask for: NPS Probation Duty Officer"


def test_markup_in_the_directory_is_shown_and_not_obeyed() -> None:
    step = replace(DUTY_OFFICER, place='<a href="https://example.org">', ask_for="R&D </b> team")
    html = to_telegram_html(render(ENGLISH, replace(ROUTE, steps=(step,))))

    assert '&lt;a href="https://example.org"&gt;' in html
    assert "R&amp;D &lt;/b&gt; team" in html


@given(ANSWERS)
def test_no_markup_but_our_own_reaches_telegram_and_nothing_is_lost(answer: Answer) -> None:
    html = to_telegram_html(render(ENGLISH, answer))
    outside = _OUR_TAGS.sub("", html)

    assert "<" not in outside
    assert ">" not in outside
    assert html.count("<b>") == html.count("</b>")
    assert not re.search(r"&(?!amp;|lt;|gt;)", outside)


_runs = st.lists(
    st.builds(Text, st.text(max_size=3000), st.booleans()) | st.just(Phone("+441905723591", "01905 723591")),
    max_size=4,
).map(tuple)


@given(st.lists(st.builds(Line, st.sampled_from(LineKind), _runs), max_size=6))
def test_telegram_is_never_sent_more_than_it_takes(lines: list[Line]) -> None:
    assert utf16_units(to_telegram_html(message_of(*lines))) <= TELEGRAM_LIMIT


def test_what_does_not_fit_is_left_out_from_the_end() -> None:
    first = Line(LineKind.HEADLINE, (Text("Ring"),))
    long = Line(LineKind.WHY, (Text("&" * TELEGRAM_LIMIT),))

    assert to_telegram_html(message_of(first, long, first)) == "<b>Ring</b>"


def test_a_first_line_that_is_too_long_is_cut_between_characters() -> None:
    html = to_telegram_html(message_of(Line(LineKind.ANSWER, (Text("<" * 5000),))))

    assert set(unescape(html)) == {"<"}
    assert 0 < utf16_units(html) <= TELEGRAM_LIMIT
