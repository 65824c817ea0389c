"""Somebody in danger now is recognised however it is said, and an ordinary enquiry is not taken for it."""

import tomllib
from collections.abc import Iterator
from statistics import fmean

import pytest

from routing.reading.lexicon import common_words, lexicon
from tests.paths import ENQUIRIES
from tests.routing.reading.reading_of import facts_in, reading_of
from tools.learn_danger import read_labelled

_ONE_IN_A_HUNDRED = 0.01
_TWO_IN_A_HUNDRED = 0.02
_FIVE_IN_A_HUNDRED = 0.05
_SEVEN_IN_A_HUNDRED = 0.07


def _lines(file: str, label: str) -> list[str]:
    tables = tomllib.loads((ENQUIRIES / file).read_text(encoding="utf-8")).values()
    return [text for table in tables for text in table[label]]


def _all_lines(*files: str) -> set[str]:
    return {text for file in files for label in ("danger", "not_danger") for text in _lines(file, label)}


def in_danger(text: str) -> bool:
    return reading_of(text).danger


def _missed(texts: list[str]) -> list[str]:
    return [text for text in texts if not in_danger(text)]


DANGER = _lines("danger.toml", "danger")
SAMPLE = DANGER[::12]  # enough of them for what is said in many ways


def test_no_labelled_danger_is_missed() -> None:
    assert _missed(DANGER) == []


def test_hardly_an_ordinary_enquiry_is_taken_for_danger() -> None:
    ordinary = _lines("danger.toml", "not_danger")
    assert fmean(map(in_danger, ordinary)) <= _ONE_IN_A_HUNDRED


def test_lines_from_which_nothing_was_learnt_are_read_as_well() -> None:
    missed = _missed(_lines("danger_unlearnt.toml", "danger"))
    assert missed == []
    assert fmean(map(in_danger, _lines("danger_unlearnt.toml", "not_danger"))) <= _FIVE_IN_A_HUNDRED


@pytest.mark.parametrize(
    ("file", "most_missed"),
    [("danger_short.toml", _TWO_IN_A_HUNDRED), ("danger_unseen.toml", _SEVEN_IN_A_HUNDRED)],
)
def test_short_lines_in_words_near_danger_are_told_apart(file: str, most_missed: float) -> None:
    danger = _lines(file, "danger")
    assert len(_missed(danger)) <= most_missed * len(danger)
    assert fmean(map(in_danger, _lines(file, "not_danger"))) <= _SEVEN_IN_A_HUNDRED


def test_no_line_is_both_learnt_and_unlearnt() -> None:
    first_sight = read_labelled(ENQUIRIES / "first_sight.jsonl")
    learnt = _all_lines("danger.toml", "danger_short.toml") | {line.text for line in first_sight}
    assert not learnt & _all_lines("danger_unlearnt.toml", "danger_unseen.toml")


@pytest.mark.parametrize(
    ("danger", "ordinary"),
    [
        ("he's at the hostel tonight with a knife", "there's room at the hostel tonight"),
        ("the child is in the school and he is hitting her", "the child is in the school today"),
        ("he is stabbing her", "he was convicted of stabbing her in 2009, who has his case?"),
        ("he has a knife", "he has a knife crime order, which office is that?"),
        ("he's got a hammer and he's swinging it at staff", "he's a joiner, can he take a hammer to work?"),
        ("he says if she goes out he'll stab her", "who do we ring if a client says he'll stab somebody?"),
        (
            "nobody's hurt yet but he has a knife to her throat",
            "nobody is hurt. He had a knife, who do I tell?",
        ),
        ("he says he'll kill her tonight", "he says he'll get her when he's released in May, who do I tell?"),
        ("he is hitting me", "we are hitting the deadline, who wants the report?"),
        ("she has taken all her tablets", "I took my tablets late, can I move my appointment?"),
        ("there's a fire in the hostel", "there's a fire drill at the hostel at 10, who answers the phone?"),
        ("he's threatening the receptionist", "he's threatening to complain to his MP, who deals with it?"),
        ("he is outside my house with a bat", "he is outside the office waiting for his appointment"),
        ("he has locked me in", "I've locked my keys in the car and will be late for group"),
        ("he took my little boy and won't say where", "he took his son to school, so he'll be late"),
        ("he's dragging her by the hair", "I'm pulling my hair out over this form, who can help?"),
        ("she's on the bridge and wants to jump", "I'd jump at the chance to volunteer, who do I ring?"),
        ("he is going to burn the house down", "he burnt a barn down in 2011, which office has him?"),
        ("he isn't breathing", "he is breathing down my neck about his hours, who do I ask?"),
        ("he jumped off the roof just now", "the roof of the office leaks, who sees to it?"),
        (
            "he was jailed last year and now he's at her door with a hammer",
            "he was jailed for assault last year",
        ),
        (
            "i feel suicidal, on probation at worcester",
            "I was suicidal last year, on probation at worcester",
        ),
        (
            "I have taken an overdose, I'm on a community order, Redditch office",
            "I'm not suicidal, I need my officer at Worcester",
        ),
        (
            "he's beating me up, he's on probation with Redditch CRC, who supervises him",
            "he hit me last year and he is on probation at Worcester, who is his officer",
        ),
        (
            "he hit me last night and he's on his way back, worcester",
            "he assaulted her last year and he is coming back to Redditch office for his appointment",
        ),
        (
            "the person I supervise has not answered since he texted goodbye to his mum",
            "he said goodbye to his mum and moved to Redditch, who has his case",
        ),
        ("help me", "help me find my probation officer in Redditch"),
        ("If someone is in danger, who do I ring?", "nobody is in danger, who do I ring?"),
        (
            "who do I ring if somebody is in danger",
            "if someone is in danger of losing their home, who do I ring",
        ),
        ("he wont stop hitting himself", "he hasn't hit anybody since, who signs him off?"),
        ("he's stood outside my house again", "my taxi is stood outside my house"),
        ("he's parked outside the school for my kids", "I'm parked outside the school, which door is it?"),
        (
            "she was convicted last year and she says he's here with a knife",
            "convicted of being here with a knife",
        ),
        ("he is carrying a knife", "he'd been carrying a knife when he was seventeen"),
        ("he's grabbed a child and won't give her back", "he has a child and won't see her, who do I ask?"),
        ("he's gonna knife her", "his mother says he had a knife on him in March"),
        ("stopped breathing ten minutes ago", "the stabbing is in the minutes of the meeting"),
        ("he's at her door now, same as last week", "he was at her door last week, who do we tell?"),
        ("my ex is here and he's shouting", "her son is here for his appointment"),
        (
            "my boy's not breathing, I don't know what to do",
            "a leaflet on what to do if somebody is not breathing",
        ),
        ("he says it ends today", "his order ends today, who do I tell?"),
        ("hez outside n hez gt a nife", "hez bak at wrk, who do i tell"),
        ("her tablets are all gone and she won't wake up", "prescription tablets left at reception for him"),
        ("she's locked in the cellar with him", "his tablets are locked in the office safe"),
    ],
)
def test_every_rule_has_two_sides(danger: str, ordinary: str) -> None:
    assert in_danger(danger)
    assert not in_danger(ordinary)


@pytest.mark.parametrize(
    "text",
    [
        "help me",
        "Please help me",
        "he's here. knife",
        "knife!!!",
        "gun",
        "HES IN THE HOUSE",
        "shes not breathing",
        "im going to jump",
    ],
)
def test_few_words_are_enough(text: str) -> None:
    assert in_danger(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "help",
        "?",
        "hello",
        "Redditch",
        "who is on duty today?",
        "thanks",
        "is there room in the hostel tonight?",
        "is he in today?",
    ],
)
def test_what_says_nothing_of_danger_is_none(text: str) -> None:
    assert not in_danger(text)


@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        str.lower,
        "{}!!!".format,
        "{} ...".format,
        "{} Thank you very much for your help.".format,
        "Good morning. {}".format,
        "Hello, {}".format,
    ],
    ids=["capitals", "small letters", "cried out", "trailing off", "thanks", "good morning", "hello"],
)
def test_manner_does_not_hide_danger(change: object) -> None:
    assert callable(change)
    missed = [text for text in SAMPLE if not in_danger(change(text))]
    assert len(missed) <= len(SAMPLE) * 0.02, missed


@pytest.mark.parametrize(
    "question",
    [
        "{}, which duty officer do I ring about a man on licence in Worcester",
        "{} who do I ring about a man on licence in Worcester",
        "{}. Who do I ring about a man on licence in Worcester",
    ],
    ids=["after a comma", "without a comma", "in a sentence of its own"],
)
def test_a_question_beside_it_hides_hardly_any_danger(question: str) -> None:
    missed = _missed([question.format(text) for text in DANGER[::4]])
    assert len(missed) <= _FIVE_IN_A_HUNDRED * len(DANGER[::4]), missed


def _slips_of(word: str) -> Iterator[str]:
    """The word with one letter left out, doubled, or swapped with the next, if that is no word."""
    known = common_words() | lexicon().vocabulary
    for at in range(1, len(word)):
        for slip in (
            word[:at] + word[at + 1 :],
            word[: at + 1] + word[at:],
            word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :],
        ):
            if slip not in known:
                yield slip


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("he is {} my mum", "strangling"),
        ("a man in reception is {} staff with a hammer", "threatening"),
        ("he has a {}", "machete"),
        ("somebody has been {} outside the hostel", "stabbed"),
        ("he is {} residents right now", "attacking"),
        ("she has taken all her {}", "tablets"),
        ("he is {} and i cannot wake him", "unconscious"),
        ("he is pouring {} through the letterbox", "petrol"),
    ],
)
def test_a_slip_of_the_finger_does_not_hide_danger(sentence: str, key: str) -> None:
    assert in_danger(sentence.format(key))
    missed = [slip for slip in _slips_of(key) if not in_danger(sentence.format(slip))]
    assert missed == []


@pytest.mark.parametrize(
    "text",
    [
        "He's slashed his own throat. Who do I ask for?",
        "Hes goin 2 kil her. My line manager needs to know.",
        "he's here. knife. Who do I ask for?",
        "a prisoner has grabbed the driver. Or is it the council I want?",
        "hes goin to stab her now worcester I was told it changed in June",
    ],
)
def test_an_ordinary_question_beside_it_does_not_hide_danger(text: str) -> None:
    assert reading_of(text).danger


def test_the_words_of_danger_are_given_as_the_evidence() -> None:
    evidence = {fact.words for fact in facts_in("He has a knife and he is hitting her")}
    assert {"knife", "hitting"} <= evidence
