"""Letters: into a file for a trial, and through a server that speaks SMTP."""

import asyncio
import stat
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.mail import FileMailer, MailError, SmtpMailer, mailer_of

TO = "sample.sergeant@westmercia.pnn.police.uk"
FROM = "signpost@example.org"


@dataclass
class Server:
    """Takes letters as RFC 5321 says, as far as a client that sends one needs it."""

    refuses: bool = False
    port: int = 0
    letters: list[str] = field(default_factory=list)

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        writer.write(b"220 sample\r\n")
        while line := (await reader.readline()).decode().strip():
            command = line.upper()
            if command.startswith("RCPT") and self.refuses:
                writer.write(f"550 no such person: {TO}\r\n".encode())
            elif command == "DATA":
                writer.write(b"354 go on\r\n")
                self.letters.append((await reader.readuntil(b"\r\n.\r\n")).decode())
                writer.write(b"250 taken\r\n")
            elif command == "QUIT":
                writer.write(b"221 bye\r\n")
                break
            else:
                writer.write(b"250 yes\r\n")
        writer.close()
        await writer.wait_closed()


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    talking = Server()
    listening = await asyncio.start_server(talking.talk, "127.0.0.1", 0)
    talking.port = listening.sockets[0].getsockname()[1]
    yield talking
    listening.close()
    await listening.wait_closed()


async def test_without_a_server_letters_go_into_a_file_for_its_owner_only(tmp_path: Path) -> None:
    mailer = mailer_of(None, FROM, tmp_path / "mail.txt")
    await mailer.send(TO, "Your code", "It is 12345678.")
    await mailer.send(TO, "Your code", "It is 87654321.")

    written = (tmp_path / "mail.txt").read_text()
    assert written.index("12345678") < written.index("87654321")
    assert f"To: {TO}" in written
    assert stat.S_IMODE((tmp_path / "mail.txt").stat().st_mode) == 0o600


async def test_a_file_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    (tmp_path / "mail.txt").touch(0o644)
    await FileMailer(tmp_path / "mail.txt", FROM).send(TO, "s", "t")

    assert stat.S_IMODE((tmp_path / "mail.txt").stat().st_mode) == 0o600


async def test_a_file_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(MailError, match="cannot be written"):
        await FileMailer(tmp_path / "nowhere" / "mail.txt", FROM).send(TO, "s", "t")


async def test_a_server_on_this_machine_takes_a_letter(server: Server) -> None:
    await mailer_of(f"smtp://127.0.0.1:{server.port}", FROM, Path("unused")).send(TO, "Your code", "12345678")

    (letter,) = server.letters
    assert f"From: {FROM}" in letter
    assert "12345678" in letter


async def test_what_a_server_says_is_not_repeated_for_it_may_quote_the_address(server: Server) -> None:
    server.refuses = True

    with pytest.raises(MailError) as error:
        await SmtpMailer("127.0.0.1", server.port, FROM).send(TO, "s", "t")

    assert str(error.value) == "The mail server did not take a letter (SMTPRecipientsRefused)."


async def test_a_server_that_is_not_there_is_one_sentence() -> None:
    with pytest.raises(MailError, match=r"^The mail server did not take a letter \(\w+\)\.$"):
        await SmtpMailer("127.0.0.1", 1, FROM).send(TO, "s", "t")


async def test_a_line_end_smuggles_no_header_into_a_letter(tmp_path: Path) -> None:
    with pytest.raises(MailError, match="one line each"):
        await FileMailer(tmp_path / "mail.txt", FROM).send(f"{TO}\nBcc: other@example.org", "s", "t")


def test_the_parts_of_a_setting_are_understood() -> None:
    mailer = SmtpMailer.at("smtps://sample%40user:s3cret%2F@mail.example.org", FROM)

    assert (mailer.host, mailer.port, mailer.encrypted_from_the_start) == ("mail.example.org", 465, True)
    assert (mailer.user, mailer.password) == ("sample@user", "s3cret/")
    assert "s3cret" not in repr(mailer)


@pytest.mark.parametrize("url", ["mail.example.org", "http://u:s3cret@x", "smtp://", "smtp://u:s3cret@h:x"])
def test_a_setting_that_is_none_says_what_to_write_and_repeats_no_password(url: str) -> None:
    with pytest.raises(MailError, match=r"write e\.g\. smtp://") as error:
        SmtpMailer.at(url, FROM)

    assert "s3cret" not in str(error.value)
