"""Phrases that a keeper has added, and the rules for those that contradict each other."""

import pytest

from routing.policy import Policies
from routing.reading.aliases import AliasError, check, spelt
from routing.reading.reader import Reader
from routing.reading.reading import Ask, Reading
from routing.snapshot import Alias, Place
from routing.vocabulary import Means, Role, Topic
from tests.routing.reading.reading_of import PLACES

TERMS = Policies.bundled().terms
ELSEWHERE = ("Luton", Place("Luton", "office", "thames-valley", "luton", assumed=False))


def read(text: str, *aliases: Alias, area: str = "west-mercia") -> Reading:
    return Reader((*PLACES, ELSEWHERE), TERMS, aliases=aliases).read(text, area)


def test_each_kind_of_thing_can_have_another_name() -> None:
    said = read(
        "who's the gaffer at the nick for somebody being clawed back",
        Alias("the gaffer", Means.ROLE, "spo"),
        Alias("the nick", Means.OFFICE, "redditch", "west-mercia"),
        Alias("clawed back", Means.TOPIC, "recall"),
    )

    assert said.wanted is Role.SPO
    assert said.places[0].office == "redditch"
    assert said.topic is Topic.RECALL


def test_a_term_and_a_place_can_too() -> None:
    term = Alias("the risk tool", Means.TERM, "oasys")
    place = Alias("brum road", Means.PLACE, "Rock", "west-mercia")

    assert read("what is the risk tool?", term).ask is Ask.TERM
    assert read("he lives off brum road", place).places[0].name == "Rock"


def test_an_alias_is_read_in_capitals_with_apostrophes_and_between_other_words() -> None:
    alias = Alias(spelt("Tom's  Mill"), Means.OFFICE, "worcester", "west-mercia")

    assert read("URGENT: TOMS MILL NPS DUTY", alias).places[0].office == "worcester"


def test_the_longest_phrase_wins_whichever_is_built_in() -> None:
    longer = Alias("unpaid work breach desk", Means.TOPIC, "breach")
    shorter = Alias("work", Means.TOPIC, "recall")

    assert read("number for the unpaid work breach desk", longer).topic is Topic.BREACH
    assert read("number for unpaid work", shorter).topic is Topic.UNPAID_WORK


def test_a_place_by_an_alias_stands_before_the_names_inside_it() -> None:
    alias = Alias("worcester road", Means.OFFICE, "kidderminster", "west-mercia")

    assert read("NPS duty at worcester road", alias).places[0].office == "kidderminster"


def test_one_phrase_means_the_place_of_the_askers_area() -> None:
    here = Alias("the nick", Means.OFFICE, "redditch", "west-mercia")
    there = Alias("the nick", Means.OFFICE, "luton", "thames-valley")

    assert read("nps at the nick", here, there).places[0].office == "redditch"
    assert read("nps at the nick", here, there, area="thames-valley").places[0].office == "luton"


def test_the_very_words_of_a_built_in_phrase_cannot_mean_something_else_of_the_same_kind() -> None:
    with pytest.raises(AliasError, match="built in and means the topic unpaid_work"):
        check(Alias("unpaid work", Means.TOPIC, "breach"), TERMS)
    check(Alias("unpaid work", Means.TOPIC, "unpaid_work"), TERMS)


@pytest.mark.parametrize(
    ("means", "value"), [(Means.TOPIC, "recal"), (Means.ROLE, "emergency_services"), (Means.TERM, "nothing")]
)
def test_what_is_none_of_its_kind_is_refused_with_those_there_are(means: Means, value: str) -> None:
    with pytest.raises(AliasError, match=f"cannot mean {value}; write one of "):
        check(Alias("the old mill", means, value), TERMS)


@pytest.mark.parametrize("phrase", ["", "?!", "one. two", "a b c d e f g h i"])
def test_what_is_no_phrase_is_refused(phrase: str) -> None:
    with pytest.raises(AliasError, match="is not a phrase"):
        spelt(phrase)


def test_an_alias_of_an_office_that_is_not_there_on_the_day_stands_for_nothing() -> None:
    assert read("nps at the nick", Alias("the nick", Means.OFFICE, "closed", "west-mercia")).places == ()
