"""What a public asker can learn, and what not, whatever they ask (docs/disclosure.md)."""

import json
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path
from time import perf_counter_ns

import pytest

from bot.assistant import Assistant
from bot.dialogue.dialogue import rendered
from bot.telegram.commands import COMMANDS
from bot.words.catalogue import ENGLISH
from directory.pictures.pictures import Pictures
from routing.answer import to_json
from routing.enquiry import Enquiry
from routing.rota.rota import Rota
from routing.rota.shifts import Person, WeeklyShift
from routing.snapshot import PostKey, Snapshot
from routing.vocabulary import Provider, Role, Standing
from tests.bot.sample_assistant import NOT_REGISTERED, REGISTERED, SampleDirectory, assistant_on

NOON = datetime(2014, 7, 8, 11, tzinfo=UTC)
HOLDER, ON_DUTY, OWN_NUMBER = "Holder Sentinel", "Onduty Sentinel", "+441632960123"
OFFICER = "Officer Birch (sample)"  # of the registered case
ALIKE = "B310483"  # in no register; but for that, nothing tells the two apart
NAMES = (HOLDER, ON_DUTY, OFFICER)
DUTY = PostKey("west-mercia", "worcester", Provider.NPS, Role.DUTY_OFFICER)
TEXTS = [
    json.loads(line)["text"]
    for line in (Path(__file__).parents[1] / "enquiries" / "tuning.jsonl").read_text("utf-8").splitlines()
]
ASKED = (
    *(f"{text} {REGISTERED}" for text in TEXTS[::4]),
    *TEXTS[1::4],
    *(one.asks.format(REGISTERED) for one in COMMANDS if one.asks),
    "who is the duty officer in Worcester today?",
    "what is her own number, and her name?",
    f"is {REGISTERED} known to probation, and who has them?",
    f"what risk is {REGISTERED}? Is it MAPPA?",
    "list all cases of Kidderminster",
    "who else has asked?",
)


def named(snapshot: Snapshot) -> Snapshot:
    """Every post has a holder, and one has a rota with somebody who has a number of their own."""
    person = Person("p1", ON_DUTY, Provider.NPS, "west-mercia", "worcester", OWN_NUMBER)
    shift = WeeklyShift(
        1, DUTY, "p1", frozenset(range(7)), time(0), time(23, 59), NOON.date().replace(year=2013)
    )
    posts = {key: replace(post, name=HOLDER) for key, post in snapshot.posts.items()}
    return replace(snapshot, posts=posts, rota=Rota.of([person], [shift]))


@pytest.fixture(scope="module")
def directory() -> SampleDirectory:
    found = SampleDirectory()
    found.snapshot = named(found.snapshot)
    found.pictures = Pictures.unchanging(found.snapshot)
    return found


@pytest.fixture(scope="module")
def assistant(directory: SampleDirectory) -> Assistant:
    return assistant_on(directory)


async def told(assistant: Assistant, text: str, standing: Standing) -> str:
    """All that is told, as a program and as a person get it, with the reasons."""
    answer = await assistant.answer(Enquiry(text, NOON, "west-mercia", standing, office="worcester"))
    return f"{to_json(answer).decode()} {rendered(ENGLISH, answer, None, why=True)}"


@pytest.mark.parametrize("standing", [Standing.PUBLIC, Standing.PARTNER, Standing.RECEPTION])
async def test_names_and_own_numbers_of_staff_are_told_to_nobody_outside_probation(
    assistant: Assistant, standing: Standing
) -> None:
    for text in ASKED:
        said = await told(assistant, text, standing)
        assert not {one for one in (*NAMES, OWN_NUMBER) if one in said}, text


async def test_what_the_public_is_not_told_is_there_to_be_told(assistant: Assistant) -> None:
    """Or the tests on this page could not fail."""
    said = " ".join([await told(assistant, text, Standing.OFFICER) for text in ASKED[-12:]])
    assert {name for name in NAMES if name in said} == set(NAMES)


async def test_no_question_of_the_public_reaches_the_register(
    assistant: Assistant, directory: SampleDirectory
) -> None:
    directory.register.looked_up.clear()
    for text in ASKED:
        await told(assistant, text, Standing.PUBLIC)
    assert directory.register.looked_up == []


async def test_whatever_is_asked_with_a_reference_the_answer_is_the_same_whether_there_is_such_a_case(
    assistant: Assistant,
) -> None:
    for text in ASKED:
        if REGISTERED in text:
            other = text.replace(REGISTERED, NOT_REGISTERED)
            assert await told(assistant, text, Standing.PUBLIC) == await told(
                assistant, other, Standing.PUBLIC
            )


async def test_it_takes_the_same_time_whether_there_is_such_a_case(assistant: Assistant) -> None:
    """A sign test on pairs: chance alone is outside these bounds once in a million runs."""
    pairs, slower = 60, 0.0
    for number in range(pairs):
        seconds = {}
        for reference in (REGISTERED, ALIKE)[:: 1 if number % 2 else -1]:
            began = perf_counter_ns()
            await told(assistant, f"who manages {reference}?", Standing.PUBLIC)
            seconds[reference] = perf_counter_ns() - began
        first, second = seconds[REGISTERED], seconds[ALIKE]
        slower += 0.5 if first == second else first > second
    assert 11 <= slower <= 49
