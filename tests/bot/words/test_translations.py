"""Every rule, term and source that people are shown has its Welsh words, with the same placeholders."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

import bot.words
from bot.words.catalogue import Words
from bot.words.language import Language
from bot.words.message import Text
from bot.words.reasons import in_words, say_source
from directory.exchange.areas_kept import KEPT_BY_ROW
from directory.exchange.cells.words import OneOf, SomeOf, YesNo
from routing.answer import Clarify, Reason
from routing.enquiry import FollowUp
from routing.ownership import Ownership
from routing.policy import Policies
from routing.policy.sources import documents
from routing.reading.reading import Reading
from routing.risk_questions import next_question
from routing.vocabulary import Provider, Topic
from tests.bot.words.saying import text_of

WELSH = Words(Language.WELSH)
FOLDER = Path(bot.words.__file__).parent / "cy"
FILES = ("rules.po", "terms.po", "routing.po", "directory.po", "keeping.po")
POLICIES = Policies.bundled()


def pairs(file: str) -> dict[str, str]:
    with (FOLDER / file).open("rb") as opened:
        return {str(one.id): str(one.string) for one in read_po(opened) if one.id}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def rules() -> Iterator[str]:
    for area in (POLICIES.national, *POLICIES.by_area.values()):
        for versions in area.stated.values():
            yield from (rule.text for rule in versions)


def test_every_rule_of_every_area_and_day_has_welsh_words_and_none_is_left_over() -> None:
    assert set(pairs("rules.po")) == set(rules())


def test_every_term_has_welsh_words_and_none_is_left_over() -> None:
    assert set(pairs("terms.po")) == {term.text for term in POLICIES.terms.values()}


@pytest.mark.parametrize("file", FILES)
def test_each_has_the_placeholders_of_the_english(file: str) -> None:
    odd = {english for english, welsh in pairs(file).items() if placeholders(english) != placeholders(welsh)}
    assert odd == set()
    assert all(pairs(file).values())


def test_every_document_that_a_rule_rests_on_has_a_welsh_name() -> None:
    assert {document.name for document in documents()} <= set(pairs("routing.po"))


def test_every_choice_about_a_changed_risk_has_welsh_words() -> None:
    labels = {option.label for clarify in risk_questions() for option in clarify.options}

    assert labels
    assert labels <= set(pairs("routing.po"))


def risk_questions() -> Iterator[Clarify]:
    before = FollowUp("west-mercia", "redditch", Topic.RISK_ESCALATION)
    for settled in (False, True):
        clarify = next_question(Reading(), Ownership(Provider.CRC, (), settled=settled), before)
        assert clarify is not None
        yield clarify


def test_a_value_is_said_in_welsh_too() -> None:
    rule = POLICIES.national.policies[1].rules["ownership.registered"]
    reason = rule.reason(provider="CRC", since=date(2014, 7, 8))

    assert text_of(in_words(WELSH, reason)).endswith("gyda’r CRC ers 8 Gorffennaf 2014.")
    assert reason.text.endswith("8 July 2014.")


def test_what_has_no_welsh_words_is_marked_as_english() -> None:
    reason = Reason(rule="made.up", text="Made up.", source="Made up", wording="Made up.")

    assert in_words(WELSH, reason) == (Text("Made up.", english=True),)


def test_marks_of_english_come_in_pairs_and_are_never_shown() -> None:
    said = [welsh for file in FILES for welsh in pairs(file).values()]

    assert all(re.fullmatch("[^‹›]*(?:‹[^‹›]+›[^‹›]*)*", one) for one in said)
    assert WELSH.in_words("CRC duty officer") == "CRC duty officer (swyddog ar ddyletswydd y CRC)"


def test_a_source_is_named_in_welsh_and_its_section_as_it_stands_there() -> None:
    said = say_source(WELSH, "West Mercia update, July 2014, Overview; The directory")

    assert text_of(said).strip() == (
        "(Ffynhonnell: diweddariad West Mercia, Gorffennaf 2014, Overview; y cyfeiriadur.)"
    )


def test_every_column_that_a_keeper_fills_in_is_explained_in_welsh() -> None:
    chosen = (OneOf, SomeOf, YesNo)  # what these hold is chosen, and not explained
    said = {
        text
        for kind in KEPT_BY_ROW
        for column in kind.columns
        for text in (kind.about, column.meaning, "" if isinstance(column.cell, chosen) else column.cell.holds)
        if text
    }
    assert not {
        text for text in said if any(run.english for run in WELSH.held(f"{text[0].upper()}{text[1:]}"))
    }


@pytest.mark.parametrize("file", ["rules.po", "terms.po"])
def test_sentences_are_as_short_as_somebody_of_twelve_reads(file: str) -> None:
    sentences = [one for welsh in pairs(file).values() for one in re.split(r"(?<=[.?!:;]) ", welsh)]
    lengths = [len(one.split()) for one in sentences]

    assert sum(lengths) / len(lengths) <= 14
    assert [one for one in sentences if len(one.split()) > 28] == []
