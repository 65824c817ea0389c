"""What a public asker can learn, and what not, whatever they ask (docs/disclosure.md)."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime, time
from time import perf_counter_ns

import pytest

from bot.assistant import Assistant
from bot.dialogue.dialogue import rendered
from bot.limits import PERSON, PRESS, WEB
from bot.telegram.commands import COMMANDS
from bot.words.catalogue import ENGLISH
from directory.keeping.number_reports import MOST_OF_ALL, MOST_OF_ONE_ASKER
from directory.pictures.pictures import Pictures
from routing.answer import Answer, Step, to_json
from routing.enquiry import Enquiry
from routing.policy import Policies
from routing.rota.rota import Rota
from routing.rota.shifts import Person, WeeklyShift
from routing.snapshot import PostKey, Snapshot
from routing.vocabulary import Provider, Role, Standing
from tests.bot.sample_assistant import NOT_REGISTERED, REGISTERED, SampleDirectory, assistant_on
from tests.paths import ENQUIRIES, ROOT

NOON = datetime(2014, 7, 8, 11, tzinfo=UTC)
HOLDER, ON_DUTY, OWN_NUMBER = "Holder Sentinel", "Onduty Sentinel", "+441632960123"
OFFICER = "Officer Birch (sample)"  # of the registered case
ALIKE = "B310483"  # in no register; but for that, nothing tells the two apart
NAMES = (HOLDER, ON_DUTY, OFFICER)
DUTY = PostKey("west-mercia", "worcester", Provider.NPS, Role.DUTY_OFFICER)
TEXTS = [json.loads(line)["text"] for line in (ENQUIRIES / "tuning.jsonl").read_text("utf-8").splitlines()]
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


PAGE = (ROOT / "docs" / "disclosure.md").read_text("utf-8")
COLUMNS = (Standing.PUBLIC, Standing.PARTNER, Standing.RECEPTION, Standing.OFFICER)


def for_whom() -> dict[str, tuple[bool, ...]]:
    """Each field of the page's table, and whether it is given to those of COLUMNS."""
    found: dict[str, tuple[bool, ...]] = {}
    for row in re.findall(r"^\| (`.*)\|$", PAGE, re.MULTILINE):
        fields, *cells = [cell.strip() for cell in row.split("|")]
        for field in re.findall(r"`(\w+)`", fields):
            assert field not in found, f"{field} stands there twice"
            found[field] = tuple(cell == "yes" for cell in cells)
    return found


async def answered(assistant: Assistant, text: str, standing: Standing) -> Answer:
    return await assistant.answer(Enquiry(text, NOON, "west-mercia", standing, office="worcester"))


def test_the_page_has_every_field_of_an_answer_every_rule_of_disclosure_and_the_limits() -> None:
    assert set(for_whom()) == {*Answer.__struct_fields__, *Step.__struct_fields__}
    rules = {one for one in Policies.bundled().national.stated if one.startswith("disclosure.")}
    assert set(re.findall(r"`(disclosure\.\w+)`", PAGE)) == rules
    numbers = {3: "three", 20: "twenty", 60: "sixty"}
    for limit in (
        f"{numbers[MOST_OF_ONE_ASKER]} an hour, all together {numbers[MOST_OF_ALL]}",
        f"{numbers[PERSON.burst]} messages at once and one every {numbers[round(PERSON.every)]} seconds",
        f"{numbers[PRESS.burst]} buttons at once and one a second",
        f"{numbers[WEB.burst]} requests at once and one a second",
    ):
        assert limit in PAGE
    assert (PERSON.shut_out, PRESS.every, WEB.every) == (600.0, 1.0, 1.0)  # "ten minutes", "one a second"


@pytest.mark.parametrize("standing", COLUMNS)
async def test_nobody_is_given_what_the_page_says_that_they_are_not(
    assistant: Assistant, standing: Standing
) -> None:
    column = COLUMNS.index(standing)
    withheld = {field for field, given in for_whom().items() if not given[column]}
    given = set()
    for text in ASKED[:: 2 if standing is Standing.PUBLIC else 5]:
        answer = await answered(assistant, text, standing)
        parts = (answer, *answer.steps)
        held = {field for part in parts for field in part.__struct_fields__ if getattr(part, field)}
        assert not held & withheld, text
        given |= held
        if standing is not Standing.OFFICER:
            assert Role.RESPONSIBLE_OFFICER not in {step.role for step in answer.steps}, text
    # What the page says that others are given who differ from these, they are given.
    assert {field for field, told in for_whom().items() if told[column] and not all(told)} <= given


async def told(assistant: Assistant, text: str, standing: Standing) -> str:
    """All that is told, as a program and as a person get it, with the reasons."""
    answer = await answered(assistant, text, standing)
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
