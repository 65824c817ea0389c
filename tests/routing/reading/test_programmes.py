"""What is asked of the catalogue, for what kind of case, and when nothing is."""

import pytest

from routing.catalogue import AskedOf, Programme, Purpose, Sex, Times, Way, Wish
from routing.policy import Policies
from routing.reading.reader import Reader
from routing.reading.reading import Reading
from routing.vocabulary import Provider, Topic
from tests.routing.reading.reading_of import PLACES

PROGRAMMES = {
    each.id: each
    for each in (
        Programme(
            "bbr", "Building Better Relationships", Topic.PROGRAMME, Provider.CRC, also_called=("BBR",)
        ),
        Programme("resolve", "Resolve", Topic.PROGRAMME, Provider.CRC),
        Programme("dids", "Drink Impaired Drivers", Topic.PROGRAMME, Provider.CRC, also_called=("DID",)),
        Programme("oak", "Oakfield Listening Project", Topic.MENTORING, Provider.CRC, also_called=("OLP",)),
    )
}
READER = Reader(PLACES, Policies.bundled().terms, PROGRAMMES)


def read(text: str) -> Reading:
    return READER.read(text, "west-mercia")


def wish_of(text: str) -> Wish:
    wish = read(text).wish
    assert wish is not None, text
    return wish


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Which programmes run in Worcester?", AskedOf.WHICH),
        ("are there any groups for thinking skills, Redditch", AskedOf.WHICH),
        ("when does the next BBR start in Worcester", AskedOf.NEXT_START),
        ("earliest start on an accredited programme, Redditch?", AskedOf.NEXT_START),
        ("how long is the waiting list for BBR", AskedOf.WAITING),
        ("how much does a place on BBR cost", AskedOf.PRICE),
        ("who can go on an accredited programme", AskedOf.WHO_MAY_GO),
        ("what days is unpaid work on", AskedOf.WHERE_AND_WHEN),
        ("BBR in the evening, Worcester", AskedOf.WHERE_AND_WHEN),
    ],
)
def test_what_is_asked(text: str, asked: AskedOf) -> None:
    assert asked in wish_of(text).asks


@pytest.mark.parametrize(
    ("text", "purposes"),
    [
        ("which programmes for a domestic violence case", {Purpose.DOMESTIC_ABUSE}),
        ("which programmes are there for a man who hits his wife", {Purpose.DOMESTIC_ABUSE}),
        ("which courses for violent offenders", {Purpose.VIOLENCE}),
        ("any anger management groups running?", {Purpose.VIOLENCE}),
        ("next drink driving course, Redditch", {Purpose.DRINK_DRIVING}),
        ("what programmes are there for drug problems", {Purpose.DRUGS_AND_ALCOHOL}),
        ("when is the next sex offender group", {Purpose.SEXUAL_OFFENCES}),
        ("next start of thinking skills", {Purpose.THINKING_SKILLS}),
        ("which programmes run in Worcester", set()),
    ],
)
def test_what_it_is_to_work_on(text: str, purposes: set[Purpose]) -> None:
    assert wish_of(text).purposes == purposes


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("which programmes run in the evenings", {Times.EVENING}),
        ("next BBR after work", {Times.EVENING}),
        ("any courses on Saturdays for violence", {Times.WEEKEND}),
        ("next BBR, mornings or weekends", {Times.DAYTIME, Times.WEEKEND}),
        ("which programmes run that are not in the evening", set()),
    ],
)
def test_when_it_is_to_run(text: str, times: set[Times]) -> None:
    assert wish_of(text).times == times


def test_for_whom_and_how_somebody_is_to_go() -> None:
    assert wish_of("which services are there for women in Worcester").sex is Sex.WOMEN
    assert wish_of("which programmes can we use as RAR days").ways == {Way.ACTIVITY}
    assert wish_of("which programmes as a requirement of the order").ways == {Way.REQUIREMENT}
    assert wish_of("how much is BBR off the rate card").rate_card


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("when does BBR start", ("bbr",)),
        ("next building better relationships in Redditch", ("bbr",)),
        ("when is the next resolve group", ("resolve",)),
        ("any spaces on the DID course", ("dids",)),
    ],
)
def test_a_programme_is_known_by_each_of_its_names(text: str, named: tuple[str, ...]) -> None:
    assert wish_of(text).named == named


@pytest.mark.parametrize(
    "text", ["which programmes did he go on", "which programmes would resolve this for him"]
)
def test_a_name_that_is_an_ordinary_word_is_none_by_itself(text: str) -> None:
    assert wish_of(text).named == ()


def test_a_name_that_only_the_directory_knows_is_a_topic_where_something_is_asked_of_it() -> None:
    found = read("when does Oakfield Listening Project next start")

    assert (found.topic, found.wish and found.wish.named) == (Topic.MENTORING, ("oak",))


@pytest.mark.parametrize(
    "text",
    [
        "Who do I ring about a programme requirement in Worcester?",
        "programme tutor Worcester please",
        "duty SPO, Worcester",
        "he breached his order in Redditch again, when does it go back to court?",
        "how long until the duty officer rings back, Worcester",
        "what is the number for Redditch",
    ],
)
def test_a_question_about_something_else_asks_nothing_of_the_catalogue(text: str) -> None:
    wish = read(text).wish

    assert wish is None or not wish.asks


def test_a_word_that_only_adds_to_a_question_is_kept_for_it() -> None:
    assert read("what about resolve?").wish == Wish(frozenset(), frozenset(), named=("resolve",))
    assert read("and at the weekend?").wish == Wish(frozenset(), times=frozenset({Times.WEEKEND}))


@pytest.mark.parametrize(
    "text",
    [
        "Which programmes for a domestic abuse case in Worcester in the evening?",
        "BBR waiting list, Redditch",
        "how much is a programme off the rate card",
    ],
)
def test_what_is_asked_of_the_catalogue_changes_nothing_else_that_is_read(text: str) -> None:
    plain = Reader(PLACES, Policies.bundled().terms).read(text, "west-mercia")

    found = read(text)

    assert found._replace(wish=None) == plain._replace(wish=None)
