"""Welsh is heard: danger above all, and the commonest words for posts, topics and places."""

import csv
import json
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from routing.enquiry import Enquiry
from routing.reading.welsh import in_english
from routing.reading.words import split_words, tidy
from routing.vocabulary import Kind
from tests.bot.sample_assistant import SampleDirectory, assistant_on
from tests.routing.sample_directory import TUESDAY

HERE = Path(__file__).parent
LINES = tomllib.loads((HERE / "welsh.toml").read_text(encoding="utf-8"))
ASSISTANT = assistant_on(SampleDirectory())


@pytest.mark.parametrize("text", LINES["danger"])
async def test_danger_said_in_welsh_is_an_emergency(text: str) -> None:
    answer = await ASSISTANT.answer(Enquiry(text, TUESDAY, "west-mercia"))

    assert answer.kind is Kind.EMERGENCY
    assert answer.steps[0].phone == "999"


@pytest.mark.parametrize("text", LINES["ordinary"])
async def test_what_is_told_denied_or_ordinary_in_welsh_is_none(text: str) -> None:
    answer = await ASSISTANT.answer(Enquiry(text, TUESDAY, "west-mercia"))

    assert answer.kind is not Kind.EMERGENCY


@pytest.mark.parametrize("asked", LINES["asked"], ids=lambda asked: asked["text"])
async def test_what_is_asked_in_welsh_is_understood(asked: dict[str, str]) -> None:
    answer = await ASSISTANT.answer(Enquiry(asked["text"], TUESDAY, "west-mercia"))
    heard = {
        "kind": answer.kind,
        "topic": answer.topic,
        "office": answer.office,
        "provider": answer.provider,
        "role": answer.steps[0].role if answer.steps else None,
    }

    assert {name: heard[name] for name in asked if name != "text"} == {
        name: wanted for name, wanted in asked.items() if name != "text"
    }


def test_no_enquiry_in_english_is_taken_for_welsh() -> None:
    texts = [line for file in HERE.glob("*.txt") for line in file.read_text(encoding="utf-8").splitlines()]
    texts += [
        json.loads(line).get("text", "")
        for file in HERE.glob("*.jsonl")
        for line in file.read_text(encoding="utf-8").splitlines()
    ]

    assert len(texts) > 1000
    assert [text for text in texts if in_english(tidy(text), split_words(tidy(text)))] == []


def test_no_place_in_england_and_wales_is_taken_for_welsh() -> None:
    with (files("directory.bundled") / "places.csv").open(encoding="utf-8") as file:
        texts = [tidy(f"breach, {row['name']}") for row in csv.DictReader(file)]

    assert len(texts) > 5000
    assert [text for text in texts if in_english(text, split_words(text))] == []
