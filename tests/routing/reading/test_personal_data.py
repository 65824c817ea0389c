"""A person's name or details are found, and what is found leads nowhere: no place, no fact, no slip."""

from collections.abc import Callable

import pytest

from routing.reading import personal_data
from routing.reading.words import split_words
from routing.vocabulary import Kind, Standing, Topic
from tests.routing.reading.labelled import lines_of
from tests.routing.reading.verdicts import facts_in, reading_of, router
from tests.routing.sample_directory import enquiry

REWRITINGS: dict[str, Callable[[str], str]] = {
    "a question mark": lambda text: text.rstrip(".?! ") + "?",
    "two spaces": lambda text: text.replace(" ", "  "),
    "no apostrophes": lambda text: text.replace("'", ""),
    "a thank you": lambda text: text.rstrip(".?! ") + ". Thanks.",
}
# What no case, title or first name shows to be a name once the capitals are gone.
NAMES_BY_THEIR_CAPITALS = 10


def _found(text: str) -> str:
    return "yes" if reading_of(text).personal_data else "no"


def test_every_line_is_warned_about_as_it_is_labelled() -> None:
    wrong = [
        (line.labels["personal"], line.text)
        for line in lines_of("personal_data")
        if _found(line.text) != line.labels["personal"]
    ]
    assert wrong == []


def test_made_lines_of_every_form_are_told_apart() -> None:
    wrong = [
        (line.labels["personal"], line.text)
        for line in lines_of("personal_data_made")
        if _found(line.text) != line.labels["personal"]
    ]
    assert wrong == []


def test_ten_digits_are_an_nhs_number_only_with_its_check_digit() -> None:
    assert personal_data.find_details("patient 9434765919")
    assert not personal_data.find_details("patient 9434765918")


@pytest.mark.parametrize("rewriting", REWRITINGS)
def test_how_it_is_typed_does_not_change_what_is_found(rewriting: str) -> None:
    wrong = [
        line.text
        for line in lines_of("personal_data")
        if _found(REWRITINGS[rewriting](line.text)) != line.labels["personal"]
    ]
    assert wrong == []


@pytest.mark.parametrize("in_another_case", [str.lower, str.upper])
def test_without_capitals_nearly_every_name_is_found_and_nothing_else(
    in_another_case: Callable[[str], str],
) -> None:
    lines = list(lines_of("personal_data"))
    alarms = [
        line.text
        for line in lines
        if line.labels["personal"] == "no" and _found(in_another_case(line.text)) == "yes"
    ]
    missed = [
        line.text
        for line in lines
        if line.labels["personal"] == "yes" and _found(in_another_case(line.text)) == "no"
    ]
    assert alarms == []
    assert len(missed) <= NAMES_BY_THEIR_CAPITALS


def test_a_message_about_somebody_named_is_never_left_without_a_way_on() -> None:
    unknown = []
    for line in lines_of("personal_data"):
        if line.labels["personal"] == "yes":
            asked = enquiry(line.text, by=Standing(line.asker["as"]), office="worcester")
            if router().route(asked, reading_of(line.text), None).kind is Kind.UNKNOWN:
                unknown.append(line.text)
    assert unknown == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mr Redditch has rung about his order", {"redditch"}),
        ("Lisa Worcester-Smith wants her officer", {"lisa", "worcester", "smith"}),
        ("who do I ring about SAMPLETON, John", {"sampleton", "john", "appleton"}),
        ("Ms Bromsgrove-Jones has missed her group", {"bromsgrove", "jones"}),
        ("J. Sampleton reports on Mondays", {"sampleton", "appleton"}),
        ("where does Officer Ludlow live", {"ludlow"}),
    ],
)
def test_a_surname_is_neither_read_as_a_place_nor_put_right_into_one(text: str, names: set[str]) -> None:
    assert reading_of(text).places == ()
    said = {word.norm for fact in facts_in(text) for word in split_words(fact.words)}
    assert not names & said


def test_nothing_that_was_found_is_in_any_fact() -> None:
    leaked = []
    for line in lines_of("personal_data"):
        hidden = [line.text[start:end] for start, end in personal_data.find_details(line.text)]
        facts = " ".join(fact.words for fact in facts_in(line.text))
        leaked += [detail for detail in hidden if detail in facts]
    assert leaked == []


@pytest.mark.parametrize(
    "text",
    [
        "Testy McSample",
        "tracey blenkinsample",
        "SAMPLEWELL Kevin",
        "Olusegun Adebayo-Fakeman",
        "Mrs P. Fakeley",
    ],
)
def test_no_word_of_a_name_is_in_any_fact(text: str) -> None:
    facts = facts_in(f"who deals with {text} at Worcester, is {text} on licence")
    words = {word.norm for word in split_words(text)}
    assert not words & {word.norm for fact in facts for word in split_words(fact.words)}


def test_a_staff_surname_points_at_a_person_without_an_alarm() -> None:
    reading = reading_of("Officer Birch is off sick, who else is there at Redditch?")
    assert not reading.personal_data


def test_a_case_reference_is_no_personal_data() -> None:
    assert not reading_of("A204117 - NPS or CRC?").personal_data


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Who sits on the Comunity Saftey Partnrship in Redditch", Topic.COMMUNITY_SAFETY),
        ("Intergrated Offendor Managment Redditch", Topic.IOM),
        ("Unpayed Wrok Redditch", Topic.UNPAID_WORK),
        ("Pre Sentance Reprt Worcester", Topic.COURT_REPORT),
        ("Thinkng Skils Redditch", Topic.PROGRAMME),
        ("Mapa Cordinator Worcester", Topic.MAPPA),
    ],
)
def test_misspelt_words_of_the_trade_are_no_name_for_all_their_capitals(text: str, topic: Topic) -> None:
    reading = reading_of(text)
    assert (reading.personal_data, reading.topic) == (False, topic)


@pytest.mark.parametrize(
    "text",
    [
        "Who supervises Comfort Saffy Parton in Redditch",
        "Victor Liaton is on licence in Redditch",
        "Karen Bord Redditch",
        "Offenda Managman, Redditch, who has her?",
    ],
)
def test_a_name_that_is_near_words_of_the_trade_is_a_name_still(text: str) -> None:
    assert reading_of(text).personal_data
