"""What the catalogue offers, as somebody reads it on a telephone."""

from datetime import date

import pytest
from msgspec.structs import replace

from bot.words.catalogue import ENGLISH
from bot.words.message import LineKind, Message
from bot.words.painters import TELEGRAM_LIMIT, line_to_plain, to_plain, to_telegram_html
from bot.words.rendering import render
from routing.answer import Answer, Offer
from routing.catalogue import Sex, Times, Way
from routing.enquiry import Tried
from routing.vocabulary import Kind, Provider, Risk, Topic
from tests.bot.words.made_up import CLARIFY, DUTY_OFFICER, EMERGENCY, ROUTE

BBR = Offer(
    id="bbr",
    run="bbr-hereford",
    name="Building Better Relationships",
    topic=Topic.PROGRAMME,
    provider=Provider.CRC,
    sex=Sex.MEN,
    risks=(Risk.LOW, Risk.MEDIUM),
    ways=(Way.LICENCE, Way.REQUIREMENT),
    rate_card=True,
    price="£1,950 a place",
    where="Herefordshire",
    sessions="Tu 18:00-20:30",
    waiting_weeks=20,
    next_start=date(2014, 9, 9),
    places=4,
    confirmed_on=date(2014, 6, 30),
    source="West Mercia inspection, November 2017.",
)
NOTHING_KNOWN = Offer(
    id="tsp",
    run="tsp",
    name="Thinking Skills",
    topic=Topic.PROGRAMME,
    provider=Provider.CRC,
    where="West Mercia",
    ring_first=True,
)


def offering(*offers: Offer, answer: Answer = ROUTE) -> Answer:
    return replace(answer, programmes=offers)


def said(message: Message) -> list[str]:
    kinds = (LineKind.ANSWER, LineKind.ENTRY, LineKind.DETAIL)
    lines = [line_to_plain(line) for line in message.lines if line.kind in kinds]
    return lines[: next((at for at, line in enumerate(lines) if line.startswith("Ask for")), None)]


def test_an_entry_says_where_and_when_the_next_start_who_may_go_and_how_sure_that_is() -> None:
    assert said(render(ENGLISH, offering(BBR))) == [
        "Building Better Relationships: Herefordshire; Tuesday, 6pm to 8:30pm",
        "Next start: 9 September 2014, 4 places. Wait: up to 20 weeks. "
        "For an NPS case, by rate card: £1,950 a place.",
        "For men, low and medium risk of serious harm. Through a licence condition or a requirement of the "
        "order. Confirmed on 30 June 2014.",
    ]


def test_what_is_not_known_is_said_to_be_not_known() -> None:
    assert said(render(ENGLISH, offering(NOTHING_KNOWN))) == [
        "Thinking Skills: West Mercia",
        "Next start not known.",
        "Nobody has confirmed this, so ring first.",
    ]


@pytest.mark.parametrize(
    ("known", "line"),
    [
        ({"next_start": date(2014, 9, 9), "places": 1}, "Next start: 9 September 2014, 1 place."),
        ({"next_start": date(2014, 9, 9), "places": 0}, "Next start: 9 September 2014, full."),
        ({"next_start": date(2014, 9, 9)}, "Next start: 9 September 2014."),
        ({"any_time": True}, "Starts in any week."),
        ({"started_last": date(2014, 6, 21)}, "Next start not known since 21 June 2014."),
        ({"waiting_weeks": 0}, "Next start not known. Wait: none."),
        ({"waiting_weeks": 1}, "Next start not known. Wait: up to 1 week."),
        ({"rate_card": False, "price": "£5"}, "Next start not known. Not for NPS cases."),
        ({"rate_card": True}, "Next start not known. For an NPS case: by rate card, price not known."),
    ],
)
def test_the_start_the_wait_and_the_price(known: dict[str, object], line: str) -> None:
    assert said(render(ENGLISH, offering(replace(NOTHING_KNOWN, **known))))[1] == line


@pytest.mark.parametrize(
    ("known", "part"),
    [
        ({"age_from": 18, "age_to": 25}, "For aged 18 to 25."),
        ({"sex": Sex.WOMEN, "age_from": 18}, "For women, aged 18 or over."),
        ({"age_to": 25}, "For aged 25 or under."),
        ({"sex": Sex.BOTH}, None),
        ({"not_for": "NPS cases of sexual offences"}, "Not for NPS cases of sexual offences."),
        ({"not_known": ("risk", "times")}, "Not known: the level of risk and when it runs."),
        (
            {"confirmed_on": date(2017, 11, 1)},
            "Last confirmed on 1 November 2017, so ring first.",
        ),
    ],
)
def test_who_may_go_and_how_sure_it_is(known: dict[str, object], part: str | None) -> None:
    who = said(render(ENGLISH, offering(replace(NOTHING_KNOWN, **known))))[2]

    assert who.startswith(part) if part else who == "Nobody has confirmed this, so ring first."


@pytest.mark.parametrize(("fits", "told"), [((), True), (("times",), True), (("purpose",), False)])
def test_what_it_is_is_told_to_whoever_did_not_say_what_it_is_to_work_on(
    fits: tuple[str, ...], told: bool
) -> None:
    lines = said(render(ENGLISH, offering(replace(NOTHING_KNOWN, about="Groups on thinking.", fits=fits))))

    assert ("Groups on thinking." in lines) is told


def test_times_without_hours_are_said_in_words() -> None:
    offer = replace(NOTHING_KNOWN, times=(Times.DAYTIME, Times.EVENING))

    assert said(render(ENGLISH, offering(offer)))[0] == "Thinking Skills: West Mercia; daytime and evenings"


def test_whom_to_ring_follows_and_no_more_than_four_entries_stand_before_it() -> None:
    text = to_plain(render(ENGLISH, offering(*[BBR] * 7)))

    assert text.count("Building Better Relationships") == 4
    assert text.index("And 3 more: whoever you ring can name them.") < text.index("01905 723591")


def test_what_does_not_fit_is_told_of_only_where_nothing_fits_and_says_why() -> None:
    not_then = replace(NOTHING_KNOWN, does_not_fit=("times",))

    assert "Thinking" not in to_plain(render(ENGLISH, offering(BBR, not_then)))
    alone = said(render(ENGLISH, offering(not_then)))
    assert alone[0] == "Nothing that the directory knows of fits all of that. This comes nearest:"
    assert "Does not fit: when it runs." in alone[3]


def test_that_nothing_is_known_is_said_with_whom_to_ring() -> None:
    text = to_plain(render(ENGLISH, offering()))

    assert text.startswith("The directory knows of nothing of the kind there.")
    assert "01905 723591" in text


def test_a_sample_is_marked_and_explained_wherever_it_is_shown() -> None:
    text = to_plain(render(ENGLISH, offering(replace(BBR, sample=True))))

    assert "Building Better Relationships (sample): Herefordshire" in text
    assert "Sample means made up to show how this works." in text
    assert "ample" not in to_plain(render(ENGLISH, offering(BBR)))


def test_a_question_stands_before_what_may_answer_it() -> None:
    kinds = [line.kind for line in render(ENGLISH, offering(BBR, answer=CLARIFY)).lines]

    assert kinds.index(LineKind.QUESTION) < kinds.index(LineKind.ENTRY) < kinds.index(LineKind.HEADLINE)


def test_whoever_asks_for_the_next_to_ring_is_not_told_it_all_again() -> None:
    tried = Tried(DUTY_OFFICER.role, DUTY_OFFICER.provider)

    assert "Building" not in to_plain(render(ENGLISH, offering(BBR), tried=tried))


def test_whoever_asks_why_is_told_where_each_entry_comes_from() -> None:
    assert "(Source: West Mercia inspection, November 2017.)" in to_plain(
        render(ENGLISH, offering(BBR), why=True)
    )


def test_without_a_question_to_the_catalogue_nothing_is_said_of_it() -> None:
    assert not [line for line in render(ENGLISH, ROUTE).lines if line.kind is LineKind.ENTRY]
    assert EMERGENCY.kind is Kind.EMERGENCY
    assert to_plain(render(ENGLISH, EMERGENCY)).startswith("Call 999")


def test_it_fits_into_one_message_of_telegram_with_whom_to_ring() -> None:
    full = replace(BBR, sample=True, not_for="x" * 200, where="y" * 200, price="z" * 100)

    html = to_telegram_html(render(ENGLISH, offering(*[full] * 12)))

    assert len(html) < TELEGRAM_LIMIT
    assert "+44 1905 723591" in html
