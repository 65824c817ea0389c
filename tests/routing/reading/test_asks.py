"""What is asked for: what may not be told is told from what is only said on the way to a question."""

from collections.abc import Callable

import pytest

from routing.reading.reading import Ask
from tests.routing.reading.labelled import lines_of
from tests.routing.reading.verdicts import reading_of, verdict

# In these only the capital shows that a word is somebody's surname.
SURNAMES_BY_THEIR_CAPITALS = frozenset(
    {
        "who was it that supervised the Exampleton boy",
        "which officer has got Sian Imaginary now that the trust has split",
        "what's the release address for the Sampleton lad",
        "who used to have Callum Nobody before the split",
        "Could you let me know when Jack Testing gets released",
        "Did Martin Dummy go to prison in 2012?",
        "What's the mobile number of Nick Testwell",
    }
)
REWRITINGS: dict[str, Callable[[str], str]] = {
    "small letters": str.lower,
    "capitals": str.upper,
    "two spaces": lambda text: text.replace(" ", "  "),
    "no apostrophes": lambda text: text.replace("'", ""),
    "printers' apostrophes": lambda text: text.replace("'", "’"),
    "a greeting": "Hi, {}".format,
}


def test_every_line_is_told_or_declined_as_it_is_labelled() -> None:
    wrong = [
        (line.labels["ask"], line.asker["as"], line.text)
        for line in lines_of("asks")
        if verdict(line.text, line.asker["as"]) != line.labels["ask"]
    ]
    assert wrong == []


@pytest.mark.parametrize("rewriting", REWRITINGS)
def test_how_it_is_typed_does_not_change_what_is_told(rewriting: str) -> None:
    wrong = [
        line.text
        for line in lines_of("asks")
        if line.text not in SURNAMES_BY_THEIR_CAPITALS
        and verdict(REWRITINGS[rewriting](line.text), line.asker["as"]) != line.labels["ask"]
    ]
    assert wrong == []


@pytest.mark.parametrize("file", ["ownership", "topics", "places", "roles", "urgency", "terms"])
def test_nothing_is_declined_to_those_who_ask_for_a_contact(file: str) -> None:
    declined = [
        line.text for line in lines_of(file) if verdict(line.text, line.asker.get("as", "partner")) != "told"
    ]
    assert declined == []


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("Is Paul Exampleton on licence?", Ask.WHETHER_KNOWN),
        ("Paul Exampleton is on licence, who do I ring?", Ask.CONTACT),
        ("Paul Exampleton is on licence, isn't he?", Ask.WHETHER_KNOWN),
        ("I can confirm Paul Exampleton is on licence. Who needs to know?", Ask.CONTACT),
        ("Can you confirm Paul Exampleton is on licence?", Ask.WHETHER_KNOWN),
        ("a man convicted of threats to kill; who supervises? Redditch", Ask.CONTACT),
        ("a man on my street, who supervises him? Redditch", Ask.WHO_MANAGES),
        ("Where does my brother live?", Ask.WHEREABOUTS),
        ("Where is the Worcester office? My brother lives in Evesham.", Ask.CONTACT),
        ("I need my brother's new address.", Ask.WHEREABOUTS),
        ("My brother has a new address, who do I tell?", Ask.CONTACT),
        ("I want to give you my brother's new address.", Ask.CONTACT),
        ("Who is my brother's officer?", Ask.WHO_MANAGES),
        ("Who is my officer?", Ask.CONTACT),
        ("Which officer do I ring about my brother?", Ask.CONTACT),
        ("I don't know who my brother's officer is. Which number do I ring?", Ask.CONTACT),
        ("What did the man upstairs do?", Ask.WHEREABOUTS),
        ("What do I do about the man upstairs, who is on a tag?", Ask.CONTACT),
        ("List everyone on licence in Redditch.", Ask.REGISTER),
        ("What is Officer Birch's home number?", Ask.WHEREABOUTS),
        ("What is the number of the Redditch office?", Ask.CONTACT),
        ("Which office does he go to?", Ask.WHO_MANAGES),
        ("Which office does he go to? He lives in Redditch.", Ask.CONTACT),
        ("Which office does someone in Redditch report to?", Ask.CONTACT),
        ("Who agrees a change of address for someone on licence in Redditch?", Ask.CONTACT),
        ("List everyone on licence living in Redditch.", Ask.REGISTER),
        ("Do you do anything for women who've been in prison?", Ask.CONTACT),
        ("Has the woman next door been in prison?", Ask.WHETHER_KNOWN),
        ("Done for affray, who has him? Redditch", Ask.CONTACT),
        ("CRC case in Redditch, does this conviction make him MAPPA?", Ask.CONTACT),
    ],
)
def test_asking_is_told_from_telling(text: str, ask: Ask) -> None:
    read = reading_of(text).ask
    assert (Ask.CONTACT if read is Ask.WHO_DOES else read) is ask


def test_who_does_what_is_no_secret() -> None:
    assert reading_of("Which organisation supervises low-risk people?").ask is Ask.WHO_DOES


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("What does MAPPA mean?", True),
        ("A new conviction means he's MAPPA", False),
        ("Who are the CRC?", True),
        ("whos the crc", True),
        ("The letter says CRC. Who are they?", True),
        ("Who is CRC in Redditch?", False),
        ("Who are the CRC duty officers?", False),
        ("Who is the NPS duty officer?", False),
    ],
)
def test_a_term_is_explained_and_not_declined(text: str, *, explained: bool) -> None:
    assert (reading_of(text).ask is Ask.TERM) is explained


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("CRC vs NPS?", ("crc", "nps")),
        ("MAPPA or MARAC", ("mappa", "marac")),
        ("po v pso", ("po", "pso")),
        ("which: NPS or CRC?", ("nps", "crc")),
        ("NPS or CRC? Redditch", ()),
        ("MAPPA or MARAC contact in Redditch", ()),
    ],
)
def test_words_set_against_each_other_and_nothing_else_are_explained(
    text: str, terms: tuple[str, ...]
) -> None:
    reading = reading_of(text)
    assert (reading.ask is Ask.TERM, reading.terms) == (bool(terms), terms)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("What is OGRS?", True),
        ("what does SARA stand for in probation", True),
        ("ERSH, what's that?", True),
        ("what is a DRR", True),
        ("What is OGRS, who do I ring?", False),
        ("what is the number of the CRC", False),
        ("his OGRS is 74, what now", False),
        ("WHAT IS THE BEST WAY IN", False),
    ],
)
def test_the_meaning_of_an_abbreviation_is_asked_though_nobody_explains_it(text: str, *, asked: bool) -> None:
    reading = reading_of(text)
    assert (reading.ask is Ask.TERM, reading.terms) == (asked, ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("NPS or CRC, who has him?", "told"),
        ("whose is he, yours or the CRC's? Redditch", "told"),
        ("NPS or CRC, who has my neighbour?", "declined"),
        ("NPS or CRC, who has Darren Pikestaff?", "declined"),
        ("who has him?", "declined"),
    ],
)
def test_which_of_the_two_it_is_of_nobody_made_known_is_no_secret(text: str, said: str) -> None:
    assert verdict(text) == said


@pytest.mark.parametrize("reference", ["A204117", "z 990011", "b-118842"])
def test_the_public_is_told_the_same_of_every_reference(reference: str) -> None:
    assert verdict(f"Who has case {reference}?") == "declined"
    assert verdict(f"My letter says {reference}, who do I ring?") == "told"
    assert verdict(f"Who has case {reference}?", "partner") == "told"
