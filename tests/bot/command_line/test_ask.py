"""`ask` and `ask --batch`: answers as they are asked for, one line each, in order, as they come."""

import asyncio
import io
import json
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bot.assistant import Assistant
from bot.command_line.ask import ask_batch, ask_once, chat
from bot.dialogue.dialogue import Dialogue
from bot.enquiry_fields import Asking, EnquiryError
from bot.words.catalogue import ENGLISH
from tests.bot.sample_assistant import SampleDirectory, assistant_on
from tests.paths import ROOT
from tests.routing.sample_directory import TUESDAY, enquiry

GOOD = {"id": "q1", "text": "breach, Redditch"}
STANDARD_INPUT = io.BytesIO(b'{"id": "from standard input", "text": "breach, Redditch"}\n')


class Output(io.BytesIO):
    """Standard output that notes how often it was flushed, and how much was in it then."""

    def __init__(self) -> None:
        super().__init__()
        self.flushed: list[int] = []

    def flush(self) -> None:
        """Note it."""
        self.flushed.append(self.getvalue().count(b"\n"))

    @property
    def answers(self) -> list[dict[str, Any]]:
        """The lines, as JSON."""
        return [json.loads(line) for line in self.getvalue().splitlines()]


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return assistant_on(SampleDirectory())


@pytest.fixture
def asking(assistant: Assistant) -> Asking:
    return Asking(assistant.snapshot, "west-mercia")


@pytest.fixture
def output(monkeypatch: pytest.MonkeyPatch) -> Output:
    out = Output()
    streams = SimpleNamespace(
        stdout=SimpleNamespace(buffer=out), stdin=SimpleNamespace(buffer=STANDARD_INPUT)
    )
    monkeypatch.setattr("bot.command_line.ask.sys", streams)
    return out


@pytest.fixture
def folder(tmp_path: Path, template: Path) -> Path:
    """A folder to work in whose data/ is ready to use."""
    shutil.copytree(template, tmp_path / "data")
    return tmp_path


@pytest.fixture(autouse=True)
def _ctrl_c_as_it_was() -> Iterator[None]:
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


async def batch(assistant: Assistant, asking: Asking, source: str) -> None:
    await ask_batch(assistant, asking, source, lambda: TUESDAY)


def jsonl(*lines: object) -> bytes:
    return b"".join(
        (line if isinstance(line, bytes) else json.dumps(line).encode()) + b"\n" for line in lines
    )


async def test_every_line_in_gives_one_line_out_in_the_same_order(
    assistant: Assistant, asking: Asking, output: Output, tmp_path: Path
) -> None:
    (tmp_path / "some.jsonl").write_bytes(jsonl(*({"id": n, "text": "breach, Redditch"} for n in range(20))))

    await batch(assistant, asking, str(tmp_path / "some.jsonl"))

    assert [answer["id"] for answer in output.answers] == list(range(20))
    assert {answer["kind"] for answer in output.answers} == {"route"}


async def test_every_answer_is_flushed_by_itself(
    assistant: Assistant, asking: Asking, output: Output, tmp_path: Path
) -> None:
    (tmp_path / "some.jsonl").write_bytes(jsonl(GOOD, b"nonsense", GOOD))

    await batch(assistant, asking, str(tmp_path / "some.jsonl"))

    assert output.flushed == [1, 2, 3]


async def test_a_line_that_cannot_be_read_is_answered_in_its_place_and_stops_nothing(
    assistant: Assistant, asking: Asking, output: Output, tmp_path: Path
) -> None:
    bad = [
        b"nonsense",
        b"\xff\xfe",
        b"[1, 2]",
        b"5",
        b'{"id": "no text"}',
        b'{"id": "time", "text": "x", "at": "9999-12-31T23:59"}',
        b'{"id": "role", "text": "x", "as": "police"}',
        b'{"id": "area", "text": "x", "area": "atlantis"}',
        b"[" * 50_000,
    ]
    (tmp_path / "some.jsonl").write_bytes(jsonl(*bad, GOOD))

    await batch(assistant, asking, str(tmp_path / "some.jsonl"))

    *refused, last = output.answers
    assert [answer["id"] for answer in refused] == [
        *[None] * 4,
        "no text",
        "time",
        "role",
        "area",
        None,
    ]
    for answer in refused:
        assert answer["kind"] == "unknown"
        assert answer["because"][0]["rule"] == "enquiry.malformed"
        assert answer["steps"]
    assert (last["id"], last["kind"]) == ("q1", "route")


async def test_empty_lines_a_mark_of_byte_order_and_a_missing_line_end_are_nothing_to_stumble_over(
    assistant: Assistant, asking: Asking, output: Output, tmp_path: Path
) -> None:
    line = json.dumps(GOOD).encode()
    (tmp_path / "some.jsonl").write_bytes(b"\xef\xbb\xbf" + line + b"\r\n\n  \n" + line)

    await batch(assistant, asking, str(tmp_path / "some.jsonl"))

    assert [(answer["id"], answer["kind"]) for answer in output.answers] == [("q1", "route")] * 2


async def test_an_empty_batch_gives_nothing(
    assistant: Assistant, asking: Asking, output: Output, tmp_path: Path
) -> None:
    (tmp_path / "none.jsonl").touch()

    await batch(assistant, asking, str(tmp_path / "none.jsonl"))

    assert output.answers == []


async def test_a_dash_reads_standard_input(assistant: Assistant, asking: Asking, output: Output) -> None:
    STANDARD_INPUT.seek(0)

    await batch(assistant, asking, "-")

    assert [answer["id"] for answer in output.answers] == ["from standard input"]


async def test_a_line_that_says_no_time_is_asked_when_it_comes(
    assistant: Assistant, asking: Asking, output: Output, tmp_path: Path
) -> None:
    (tmp_path / "some.jsonl").write_bytes(jsonl(GOOD, {**GOOD, "at": "2014-07-08T10:30"}, GOOD))
    hours = iter([TUESDAY, TUESDAY, TUESDAY + timedelta(hours=12)])

    await ask_batch(assistant, asking, str(tmp_path / "some.jsonl"), lambda: next(hours))

    assert [answer["open_now"] for answer in output.answers] == [True, True, False]


async def test_one_question_is_answered_in_words_with_the_reasons(
    assistant: Assistant, output: Output
) -> None:
    await ask_once(assistant, enquiry("breach, Redditch"), ENGLISH, as_json=False)

    said = output.getvalue().decode()
    assert "01527 585152" in said.splitlines()[0]
    assert "past the first warning" in said


async def test_one_question_is_answered_as_one_line_of_json(assistant: Assistant, output: Output) -> None:
    await ask_once(assistant, enquiry("breach, Redditch"), ENGLISH, as_json=True)

    assert [answer["topic"] for answer in output.answers] == ["breach"]
    assert output.getvalue().endswith(b"}\n")


@pytest.mark.parametrize("said", [{"area": "atlantis"}, {"office": "atlantis"}, {"as": "police"}])
async def test_a_conversation_that_cannot_be_had_is_refused_before_anybody_types(
    assistant: Assistant, asking: Asking, said: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(EnquiryError, match=r"atlantis|police"):
        await chat(Dialogue(assistant, lambda: TUESDAY), asking.asker(**said))

    assert capsys.readouterr().out == ""


class Batch:
    """`python -m bot ask --batch -` as a process of its own, spoken to line by line."""

    def __init__(self, folder: Path) -> None:
        self._environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
        self._folder = folder

    async def __aenter__(self) -> "Batch":
        self.process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "ask", "--batch", "-",
            cwd=self._folder, env=self._environment,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        return self

    async def __aexit__(self, *_: object) -> None:
        if self.process.returncode is None:
            self.process.kill()
        await self.process.communicate()

    async def ask(self, **fields: str) -> dict[str, Any]:
        """The answer to one line, which must come before another is sent."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(jsonl(fields))
        await self.process.stdin.drain()
        async with asyncio.timeout(30):
            found = json.loads(await self.process.stdout.readline())
        assert isinstance(found, dict)
        return found


async def test_the_first_answer_arrives_before_the_second_line_is_sent(folder: Path) -> None:
    async with Batch(folder) as running:
        first = await running.ask(id="q1", text="breach, Redditch", at="2014-07-08T10:30")
        second = await running.ask(id="q2", text="duty SPO NPS, Worcester", at="2014-07-08T10:30")
        assert running.process.stdin is not None
        running.process.stdin.close()
        async with asyncio.timeout(30):
            status = await running.process.wait()

    assert (first["id"], first["steps"][0]["phone"]) == ("q1", "+441527585152")
    assert (second["id"], second["steps"][0]["role"]) == ("q2", "duty_spo")
    assert status == 0


async def test_ctrl_c_ends_a_batch_that_waits_for_its_next_line(folder: Path) -> None:
    async with Batch(folder) as running:
        await running.ask(id="q1", text="breach, Redditch")
        running.process.send_signal(signal.SIGINT)
        async with asyncio.timeout(30):
            assert running.process.stderr is not None
            complaints = await running.process.stderr.read()
            status = await running.process.wait()

    assert (status, complaints) == (130, b"")


async def test_a_batch_whose_answers_nobody_reads_any_more_ends_without_a_complaint(folder: Path) -> None:
    lines = jsonl(*[GOOD] * 400)
    (folder / "many.jsonl").write_bytes(lines)
    process = await asyncio.create_subprocess_shell(
        f"{sys.executable} -m bot ask --batch many.jsonl | head -n 1; exit ${{PIPESTATUS[0]}}",
        executable="/bin/bash",
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    async with asyncio.timeout(60):
        said, complaints = await process.communicate()

    assert json.loads(said)["id"] == "q1"
    assert complaints == b""
    assert process.returncode == 141
