"""The command line: what is wrong is one clear sentence and status 2, never a traceback."""

import asyncio
import os
import shutil
import socket
import sys
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.errors import StartError
from bot.settings import Settings
from bot.web.server import listen
from tests.paths import ROOT

SETTINGS = [name.upper() for name in Settings.model_fields]
ASK = ("ask", "breach, Redditch")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with nothing set."""
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def ready(folder: Path, template: Path) -> Path:
    """A folder to work in whose data/ is ready to use."""
    shutil.copytree(template, folder / "data")
    return folder


def complaint(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one sentence on standard error of a command that has nothing to say on standard output."""
    assert main(arguments) == 2
    written = capsys.readouterr()
    assert written.out == ""
    return one_sentence(written.err)


def files_in(folder: Path) -> list[str]:
    """What a command has left there."""
    return sorted(file.name for file in folder.iterdir())


def one_sentence(written: str) -> str:
    """The text, which has to be one line that ends like a sentence and is worded as for people."""
    assert written.endswith(".\n")
    assert written.count("\n") == 1
    assert written[0].isupper()
    assert "Traceback" not in written
    assert not any(word in written.lower() for word in ("invalid", "please", "sorry", "oops"))
    return written


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([*ASK, "--as", "police"], "The role 'police' is not known; known are public, partner, reception"),
        (
            [*ASK, "--at", "yesterday"],
            "The time 'yesterday' is not an ISO 8601 time such as 2014-07-08T10:30",
        ),
        ([*ASK, "--at", "9999-12-31T23:59"], "is not in the years 1900 to 2999"),
        ([*ASK, "--office", "atlantis"], "The office 'atlantis' is not in the directory; in west-mercia are"),
        ([*ASK, "--area", "atlantis"], "The area 'atlantis' is not in the directory; known are bench, bgsw"),
        (["ask", "--batch", "none.jsonl"], "none.jsonl cannot be read (No such file or directory)"),
        (["ask", "--batch", "data"], "data cannot be read (Is a directory)"),
        (["chat", "--as", "police"], "The role 'police' is not known; known are public, partner, reception"),
    ],
)
def test_what_is_asked_wrongly_is_said_with_what_there_is(
    ready: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    said = complaint(capsys, *arguments)

    assert says.lower() in said.lower()


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("AREA", "atlantis", "AREA 'atlantis' is not in the directory: set it to one of bench, bgsw, "),
        ("WEB_PORT", "eighty", "WEB_PORT is not a number: set it to a port from 0 to 65535, such as 8080."),
        ("WEB_PORT", "70000", "WEB_PORT is no port that there is: set it to a port from 0 to 65535"),
        ("DATABASE_URL", "sqlite:///nowhere/x.db", "the folder nowhere does not exist: make it, or set"),
        ("DATABASE_URL", "sqlite:///data", "data is a folder: set DATABASE_URL to a file in it, such as "),
        ("DATABASE_URL", "sqlite:///notes.txt", "is not a SQLite database or is damaged: set DATABASE_URL"),
        ("DATABASE_URL", "mysql://u:s3cret@host/x", "a database that Signpost does not know (mysql)"),
        ("DATABASE_URL", "nonsense", "DATABASE_URL cannot be read as a URL: write e.g. sqlite:///"),
        ("DATA_DIR", "notes.txt", "The folder notes.txt cannot be made"),
        ("CASE_KEY_FILE", "notes.txt", "notes.txt"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_with_what_to_do(
    ready: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    value: str,
    says: str,
) -> None:
    notes = "This is no database, and no key of anything either.\n" * 100
    (ready / "notes.txt").write_text(notes)
    monkeypatch.setenv(name, value)

    said = complaint(capsys, *ASK)

    assert says in said
    assert "s3cret" not in said
    assert (ready / "notes.txt").read_text() == notes
    assert files_in(ready) == ["data", "notes.txt"]


def test_a_setting_that_cannot_be_read_leaves_nothing_behind(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WEB_PORT", "eighty")

    assert complaint(capsys, *ASK)
    assert files_in(folder) == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "the following arguments are required: COMMAND"),
        (["sing"], "sing"),
        (["ask"], "ask wants either a question or --batch FILE"),
        ([*ASK, "--batch", "x.jsonl"], "ask wants either a question or --batch FILE"),
        (["ask", "--batch", "-", "--as", "partner"], 'each line says "as" for itself: leave --as out'),
        (["ask", "--batch", "-", "--area", "london"], 'each line says "area" for itself'),
        (["ask", "--batch", "-", "--office", "camden"], 'each line says "office" for itself'),
        (["ask", "--batch", "-", "--at", "2014-07-08"], 'each line says "at" for itself'),
        ([*ASK, "--loud"], "unrecognized arguments: --loud"),
    ],
)
def test_what_cannot_be_typed_is_status_two_with_how_to_type_it(
    capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)

    assert ended.value.code == 2
    written = capsys.readouterr()
    assert written.out == ""
    assert says in written.err
    assert written.err.startswith("usage: python -m bot")


@pytest.mark.parametrize("arguments", [["--help"], ["ask", "--help"], ["chat", "--help"], ["run", "--help"]])
def test_help_shows_how_to_go_on(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)

    assert ended.value.code == 0
    assert "python -m bot" in capsys.readouterr().out


def test_a_question_is_answered_with_status_nought(ready: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ASK, "--at", "2014-07-08T10:30"]) == 0

    written = capsys.readouterr()
    assert "01527 585152" in written.out.splitlines()[0]
    assert written.err == ""


@pytest.mark.parametrize("chosen", [["--language", "cy"], []])
def test_words_are_in_the_language_chosen_or_the_terminals_and_json_is_in_english(
    ready: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, chosen: list[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8" if chosen else "cy_GB.UTF-8")
    question = ["ask", "breach, Redditch", "--at", "2014-07-08T10:30", *chosen]

    assert main(question) == 0
    assert capsys.readouterr().out.startswith("Ffoniwch ")
    assert main([*question, "--json"]) == 0
    assert "past the first warning" in capsys.readouterr().out


def test_a_mistake_of_our_own_is_not_passed_off_as_a_sentence(
    ready: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("bot.command_line.ask.to_json", broken)

    with pytest.raises(ZeroDivisionError):
        main([*ASK, "--json"])


async def run_in(
    folder: Path, *arguments: str, within: float = 60.0, **settings: str
) -> tuple[int, str, str]:
    """Status, standard output and standard error of `python …` in a process of its own."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, *arguments,
        cwd=folder, env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **settings},
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        async with asyncio.timeout(within):
            out, err = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    assert process.returncode is not None
    return process.returncode, out.decode(), err.decode()


def test_a_port_in_use_is_said_before_anything_is_made(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setenv("WEB_PORT", str(port))
        said = complaint(capsys, "run")

    assert f"cannot be served on 127.0.0.1 port {port} (Address already in use): " in said
    assert "set WEB_PORT to another port" in said
    assert files_in(folder) == []


def test_a_host_that_there_cannot_be_is_said_before_anything_is_made(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WEB_HOST", "a..b")
    monkeypatch.setenv("WEB_PORT", "0")

    assert complaint(capsys, "run").startswith("The web chat cannot be served on a..b port 0 (")
    assert files_in(folder) == []


@pytest.mark.parametrize("host", ["a..b", "nowhere", "192.0.2.1"])
def test_an_address_that_cannot_be_listened_on_is_mended_by_the_host_and_not_by_the_port(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    if host == "nowhere":  # no name server is asked
        monkeypatch.setattr("bot.web.server.socket.getaddrinfo", unknown)
    with pytest.raises(StartError) as error:
        listen(host, 0)

    assert "set WEB_HOST to an address of this machine, such as 127.0.0.1" in str(error.value)
    assert "WEB_PORT" not in str(error.value)


@pytest.mark.parametrize("module", ["bot", "directory"])
async def test_a_reader_that_has_gone_is_nothing_to_complain_of(ready: Path, module: str) -> None:
    arguments = ASK if module == "bot" else ("due",)
    reader, writer = os.pipe()
    os.close(reader)
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", module, *arguments,
        cwd=ready, env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
        stdout=writer, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    os.close(writer)
    _, err = await process.communicate()

    assert (process.returncode, err) == (141, b"")


@pytest.mark.usefixtures("ready")
def test_a_wrong_token_is_said_without_being_repeated(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WEB_PORT", "0")
    monkeypatch.setenv("TELEGRAM_TOKEN", "s3cret")

    assert main(["run"]) == 2

    said = one_sentence(capsys.readouterr().err)
    assert "TELEGRAM_TOKEN is not a bot token" in said
    assert "s3cret" not in said


@pytest.mark.usefixtures("ready")
@pytest.mark.parametrize(
    ("token", "url", "says"),
    [
        (None, "https://signpost.example/telegram", "TELEGRAM_WEBHOOK_URL needs the bot's token too"),
        ("123456:sample", "https://signpost.example", "needs a path that nothing else is served at"),
        ("123456:sample", "http://signpost.example/telegram", "has to begin with https"),
    ],
)
def test_a_webhook_that_cannot_work_is_said_before_anything_is_served(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    token: str | None,
    url: str,
    says: str,
) -> None:
    monkeypatch.setenv("TELEGRAM_WEBHOOK_URL", url)
    if token:
        monkeypatch.setenv("TELEGRAM_TOKEN", token)

    assert says in complaint(capsys, "run")


async def test_a_question_imports_nothing_that_it_does_not_need(ready: Path) -> None:
    script = (
        "import sys; from bot.__main__ import main; main(['ask', 'breach, Redditch', '--json'])\n"
        "unneeded = {'aiogram', 'aiohttp', 'fastapi', 'starlette', 'uvicorn', 'alembic', 'holidays'}\n"
        "unneeded |= {'prometheus_client', 'redis'}\n"
        "sys.exit(' '.join(sorted(unneeded & set(sys.modules))) or 0)\n"
    )

    assert (await run_in(ready, "-c", script))[::2] == (0, "")
