"""Sending a letter by e-mail: through SMTP, or, where no server is named, into a file for a trial.

Python's own smtplib, in a thread: a letter a minute needs no library of its own.
"""

import asyncio
import os
import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

_SECONDS = 15.0
_PORTS = {"smtp": 587, "smtps": 465}
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_EXAMPLE = "write e.g. smtp://user:password@mail.example.org or smtps://mail.example.org"


class MailError(Exception):
    """A letter could not be sent, or the settings for it cannot be used; never quotes an address."""


class Mailer(Protocol):
    """Whatever takes letters."""

    async def send(self, to: str, subject: str, text: str) -> None:
        """Send one. Raises MailError."""
        ...


def mailer_of(smtp_url: str | None, sender: str, trial_file: Path) -> Mailer:
    """SMTP where a server is named, else the file. Raises MailError for a setting that is none."""
    return SmtpMailer.at(smtp_url, sender) if smtp_url else FileMailer(trial_file, sender)


@dataclass(frozen=True, slots=True)
class FileMailer:
    """Adds each letter to a file that only its owner may read, for a trial without a server."""

    file: Path
    sender: str

    async def send(self, to: str, subject: str, text: str) -> None:
        """Write it down."""
        await asyncio.to_thread(self._write, letter(self.sender, to, subject, text))

    def _write(self, message: EmailMessage) -> None:
        try:
            descriptor = os.open(self.file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as opened:
                os.fchmod(descriptor, 0o600)
                opened.write(f"{message.as_string()}\n")
        except OSError as error:
            raise MailError(f"The file {self.file} cannot be written ({error.strerror}).") from None


@dataclass(frozen=True, slots=True)
class SmtpMailer:
    """Sends through one server, always encrypted, but for one on this machine."""

    host: str
    port: int
    sender: str
    encrypted_from_the_start: bool = False
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    trusted: Callable[[], ssl.SSLContext] = ssl.create_default_context

    @classmethod
    def at(cls, url: str, sender: str) -> "SmtpMailer":
        """From SMTP_URL. Raises MailError, which does not repeat it: it may hold a password."""
        try:
            parts = urlsplit(url)
            port = parts.port or _PORTS[parts.scheme]
        except (ValueError, KeyError):
            raise MailError(f"SMTP_URL is not the address of a mail server: {_EXAMPLE}.") from None
        if not parts.hostname:
            raise MailError(f"SMTP_URL names no server: {_EXAMPLE}.")
        return cls(
            parts.hostname,
            port,
            sender,
            parts.scheme == "smtps",
            unquote(parts.username) if parts.username else None,
            unquote(parts.password) if parts.password else None,
        )

    async def send(self, to: str, subject: str, text: str) -> None:
        """Hand it to the server."""
        message = letter(self.sender, to, subject, text)
        try:
            await asyncio.to_thread(self._hand_over, message)
        except (OSError, smtplib.SMTPException) as error:
            # Their words may quote the address.
            raise MailError(f"The mail server did not take a letter ({type(error).__name__}).") from None

    def _hand_over(self, message: EmailMessage) -> None:
        with self._connected() as server:
            if not self.encrypted_from_the_start and self.host not in _HERE:
                server.starttls(context=self.trusted())
            if self.user is not None:
                server.login(self.user, self.password or "")
            server.send_message(message)

    def _connected(self) -> smtplib.SMTP:
        if self.encrypted_from_the_start:
            return smtplib.SMTP_SSL(self.host, self.port, timeout=_SECONDS, context=self.trusted())
        return smtplib.SMTP(self.host, self.port, timeout=_SECONDS)


def letter(sender: str, to: str, subject: str, text: str) -> EmailMessage:
    """One letter. Raises MailError for a header that would hold a line end."""
    message = EmailMessage()
    try:
        message["From"], message["To"], message["Subject"] = sender, to, subject
    except ValueError:
        raise MailError("A letter needs a sender, an address and a subject of one line each.") from None
    message.set_content(text)
    return message
