"""Answers in Welsh: whole, in Welsh throughout, with its own plurals and days."""

import json
import re
from datetime import UTC, date, datetime, time

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, TextElement
from fluent.syntax.visitor import Visitor
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dialogue.dialogue import rendered
from bot.words.catalogue import ENGLISH, Words
from bot.words.language import Language
from bot.words.painters import to_plain
from bot.words.position import stand_on
from bot.words.rendering import render
from bot.words.times import say_date, say_hours, say_moment, say_time
from routing.answer import Answer
from routing.enquiry import Enquiry, Tried
from routing.hours import LONDON
from routing.vocabulary import Kind, Provider, Role, Standing
from tests.bot.sample_assistant import REGISTERED, SampleDirectory, assistant_on
from tests.bot.words.any_answer import ANSWERS
from tests.bot.words.made_up import ROUTE
from tests.bot.words.saying import own_words
from tests.bot.words.test_catalogue import texts
from tests.bot.words.test_translations import FILES, pairs
from tests.paths import ENQUIRIES

WELSH = Words(Language.WELSH)
ASSISTANT = assistant_on(SampleDirectory())
DAY, NIGHT = datetime(2014, 7, 8, 10, 30, tzinfo=LONDON), datetime(2017, 12, 8, 23, tzinfo=LONDON)
# Words that every English sentence is made of, and that Welsh has not.
_ENGLISH = re.compile(
    r"\b(the|and|of|is|are|was|with|who|what|not|you|your|it|this|that|by|has|have|from|which|for|to|ring|ask|"
    r"there|their|when|where|or|be|been|will|does|until|case|cases|officer on|hours)\b",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"Warwickshire and West Mercia|Telford and Wrekin|City of London|Through the Gate|Maps for Change|"
    r"Circles of Support and Accountability|Hammersmith and Fulham|Kensington and Chelsea|"
    r"Barking and Dagenham|Windsor and Maidenhead",
    re.IGNORECASE,
)


# English names that a term gives beside its Welsh, what is typed, and "to", which is a roof in Welsh.
_BESIDE = re.compile(
    r"Ministry of Justice|Prolific and other|Self-Awareness and Relationship|dan yr un to|/\w+(?: until)?|"
    r"National Probation Service"
)


def english_in(message_lines: list[str]) -> list[str]:
    """The lines that have English words in them, names set aside."""
    return [line for line in message_lines if _ENGLISH.search(_NAMES.sub("", line))]


async def answers() -> list[Answer]:
    """Answers of every kind, to many askers, by day and by night."""
    texts = [
        json.loads(line)["text"]
        for line in (ENQUIRIES / "tuning.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    texts += [
        "what is MAPPA?",
        "who does unpaid work?",
        "asdf qwer",
        "breach",
        f"who has {REGISTERED}?",
        "the risk on a CRC case in Redditch has gone up",
        "what changed in 2014? who has replaced the trust",
        "which programmes are there in Worcester for domestic abuse, and when does the next one start",
        "he has a knife at her throat",
    ]
    standings = list(Standing)
    asked = [
        Enquiry(text, (DAY, NIGHT)[at % 2], "west-mercia", standings[at % len(standings)])
        for at, text in enumerate(texts)
    ]
    return [await ASSISTANT.answer(enquiry) for enquiry in asked]


async def test_no_english_sentence_is_left_in_any_kind_of_answer() -> None:
    given = await answers()

    assert {answer.kind for answer in given} == set(Kind)
    for answer in given:
        after = stand_on(answer.steps, None).tried
        for message in (
            render(WELSH, answer),
            render(WELSH, answer, why=True),
            render(WELSH, answer, tried=after),
        ):
            assert english_in(own_words(message)) == []


def test_no_english_is_left_in_the_catalogues() -> None:
    said = [*sentences(), *(welsh for file in FILES for welsh in pairs(file).values())]

    assert len(said) > 600
    assert english_in([_BESIDE.sub("", one) for one in said]) == []


class Texts(Visitor):
    """What a Fluent message says, without what chooses between its forms."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_TextElement(self, node: TextElement) -> None:  # noqa: N802 - as the library names it
        """One stretch of words."""
        self.found.append(node.value)


def sentences() -> list[str]:
    found = Texts()
    for text in texts(Language.WELSH):
        for entry in FluentParser().parse(text).body:
            if isinstance(entry, Message):
                found.visit(entry)
    return found.found


def test_an_answer_remembered_in_one_language_is_never_given_in_another() -> None:
    assert "Ffoniwch" in to_plain(rendered(WELSH, ROUTE, None, why=False))
    assert "Ring" in to_plain(rendered(ENGLISH, ROUTE, None, why=False))
    assert "Ffoniwch" in to_plain(rendered(WELSH, ROUTE, None, why=False))


@settings(deadline=None)
@given(ANSWERS, st.none() | st.builds(Tried, st.sampled_from(Role), st.sampled_from(Provider)), st.booleans())
def test_no_answer_breaks_the_renderer_in_welsh(answer: Answer, tried: Tried | None, why: bool) -> None:
    message, in_english = (render(words, answer, tried=tried, why=why) for words in (WELSH, ENGLISH))

    assert [line.kind for line in message.lines] == [line.kind for line in in_english.lines]
    assert [one.data for one in message.buttons] == [one.data for one in in_english.buttons]


def test_a_route_reads_as_whom_to_ring_whom_to_ask_for_and_who_is_next() -> None:
    assert to_plain(render(WELSH, ROUTE)).splitlines()[:5] == [
        "Ffoniwch swyddfa brawf Worcester: 01905 723591",
        "Gofynnwch am: NPS Probation Duty Officer (swyddog ar ddyletswydd yr NPS)",
        "Ar agor nawr: dydd Llun i ddydd Gwener, 9yb tan 5yp, ar gau ar wyliau banc",
        "",
        "Dim ateb? Ffoniwch yr un rhif a gofynnwch am: NPS SPO.",
    ]


@pytest.mark.parametrize(
    ("count", "places"),
    [(0, "llawn"), (1, "1 lle"), (2, "2 le"), (3, "3 lle"), (6, "6 lle"), (10, "10 lle")],
)
def test_a_number_takes_the_form_that_welsh_gives_it(count: int, places: str) -> None:
    assert WELSH.say("programme-places", count=count) == places


@pytest.mark.parametrize(
    ("clock", "said"),
    [(time(9), "9yb"), (time(16, 30), "4:30yp"), (time(12), "hanner dydd"), (time(0), "hanner nos")],
)
def test_a_time_is_said_as_people_say_it(clock: time, said: str) -> None:
    assert say_time(WELSH, clock) == said


def test_a_day_is_named_and_mutates_where_it_says_when() -> None:
    assert say_date(WELSH, date(2014, 7, 8)) == "8 Gorffennaf 2014"
    assert say_moment(WELSH, datetime(2014, 7, 8, 8, tzinfo=UTC)) == "ddydd Mawrth 8 Gorffennaf am 9yb"


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ("Mo-Fr 09:00-17:00; PH off", "dydd Llun i ddydd Gwener, 9yb tan 5yp, ar gau ar wyliau banc"),
        ("24/7", "24 awr"),
        ("Mo,We 10:00-16:00", "dydd Llun, dydd Mercher, 10yb tan 4yp"),
    ],
)
def test_opening_hours_are_said_in_ranges(hours: str, said: str) -> None:
    assert say_hours(WELSH, hours) == said
