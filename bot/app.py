"""The composition root: the only file that knows all the parts."""

import asyncio
import contextlib
import errno
import gc
import importlib
import logging
import signal
import socket
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.assistant import Assistant
from bot.channel import Channel
from bot.desk import Desk
from bot.limits import BucketsInMemory, Limits
from bot.mail import Mailer, MailError, mailer_of
from bot.reporting import Reporting
from bot.settings import Settings
from bot.verifying import Verifying
from directory.directory import Directory
from directory.standing import TELEGRAM
from routing.hours import LONDON

if TYPE_CHECKING:
    from uvicorn import Server


class StartError(Exception):
    """The service cannot start; the message says why in one sentence and what to do."""


def now_in_london() -> datetime:
    """The one clock of the running service."""
    return datetime.now(LONDON)


@contextlib.asynccontextmanager
async def open_assistant(settings: Settings) -> AsyncIterator[Assistant]:
    """An assistant on the directory that the settings name. Raises DirectoryError."""
    async with await Directory.open(settings) as directory:
        assistant = Assistant.on(directory, settings.area)
        _settle()
        yield assistant


async def run(settings: Settings) -> None:
    """Serve the web chat, and Telegram where a token is set, until SIGINT or SIGTERM.

    Raises StartError, DirectoryError or TelegramError, each with one sentence to print.
    """
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    limits, mailer = _limits(settings), _mailer(settings)
    listening = _listen(settings.web_host, settings.web_port)
    stop = asyncio.Event()
    with contextlib.closing(listening), _stopped_by_signals(stop):
        async with open_assistant(settings) as assistant:
            host = f"[{settings.web_host}]" if ":" in settings.web_host else settings.web_host
            _say(f"Web chat: http://{host}:{listening.getsockname()[1]}")
            async with asyncio.TaskGroup() as tasks:
                reporting = Reporting(assistant.directory)
                desk = Desk(assistant, now_in_london, reporting)
                service = _Service(settings, assistant, desk, reporting, limits, mailer)
                tasks.create_task(_serve_web(service, listening, stop))
                if settings.telegram_token:
                    tasks.create_task(_serve_telegram(service, stop))
                else:
                    _say("Telegram: not served; set TELEGRAM_TOKEN to serve it.")
    _say("Stopped.")


@dataclass(frozen=True, slots=True)
class _Service:
    """What the channels of one process share."""

    settings: Settings
    assistant: Assistant
    desk: Desk
    reporting: Reporting
    limits: Limits
    mailer: Mailer

    def channel(self, name: str) -> Channel:
        """The door of a channel."""
        return Channel(name, self.settings.area, self.assistant, self.limits)


def _mailer(settings: Settings) -> Mailer:
    url = settings.smtp_url.get_secret_value() if settings.smtp_url else None
    try:
        return mailer_of(url, settings.mail_from, settings.data_dir / "mail.txt")
    except MailError as error:
        raise StartError(str(error)) from None


def _limits(settings: Settings) -> Limits:
    """Counted in this process, or in Redis where several count together."""
    if settings.redis_url is None:
        return Limits(BucketsInMemory())
    from bot.limits_redis import BucketsInRedis  # noqa: PLC0415 - only where there is a Redis

    try:
        return Limits(BucketsInRedis(settings.redis_url.get_secret_value()))
    except ValueError:
        raise StartError(
            "REDIS_URL is not the address of a Redis: write e.g. redis://127.0.0.1:6379/0."
        ) from None


def _listen(host: str, port: int) -> socket.socket:
    """The web chat's socket, taken before anything else is done."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        socket.getaddrinfo(host, port, family)  # by itself, as create_server hides what kind of error it is
        return socket.create_server((host, port), family=family, backlog=512)
    except (OSError, UnicodeError) as error:
        reason = str(getattr(error, "strerror", None) or error).partition(" (while")[0]
        raise StartError(
            f"The web chat cannot be served on {host} port {port} ({reason}): {_way_to_listen(error)}."
        ) from None


def _way_to_listen(error: Exception) -> str:
    """What to set so that there is something to listen on: the address is at fault, or the port."""
    no_such_host = isinstance(error, (socket.gaierror, UnicodeError))
    if no_such_host or getattr(error, "errno", None) == errno.EADDRNOTAVAIL:
        return "set WEB_HOST to an address of this machine, such as 127.0.0.1 (0.0.0.0 is all of them)"
    return "stop what uses it, or set WEB_PORT to another port (0 takes a free one)"


@contextlib.contextmanager
def _stopped_by_signals(stop: asyncio.Event) -> Iterator[None]:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    try:
        yield
    finally:
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(number)


async def _serve_web(service: _Service, listening: socket.socket, stop: asyncio.Event) -> None:
    server = _web_server(service)
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        stopping.cancel()
        server.should_exit = True
        await serving


def _web_server(service: _Service) -> "Server":
    from uvicorn import Config, Server  # noqa: PLC0415 - only `run` serves the web

    from bot.web.app import create_app  # noqa: PLC0415

    class QuietServer(Server):
        """Uvicorn's server, which leaves the signals to `run`."""

        @contextlib.contextmanager
        def capture_signals(self) -> Iterator[None]:
            yield

    app = create_app(service.desk, service.channel("web"))
    # No access log: nothing of what people send is written down, nor who sends it.
    config = Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="off",
        timeout_graceful_shutdown=5,
        server_header=False,
    )
    return QuietServer(config)


async def _serve_telegram(service: _Service, stop: asyncio.Event) -> None:
    """Poll until stopped; from then on keepers are asked this way.

    aiogram takes seconds to import: in a thread, so that the web answers.
    """
    settings, directory = service.settings, service.assistant.directory
    if settings.telegram_token is None:
        return
    await asyncio.to_thread(importlib.import_module, "aiogram")
    from bot.telegram.client import create_bot  # noqa: PLC0415
    from bot.telegram.dispatcher import create_dispatcher  # noqa: PLC0415
    from bot.telegram.keepers import AsksByTelegram, Settles  # noqa: PLC0415
    from bot.telegram.polling import poll  # noqa: PLC0415
    from bot.telegram.tasks.all import all_tasks  # noqa: PLC0415

    bot = create_bot(settings.telegram_token.get_secret_value(), settings.telegram_api_base)
    channel = service.channel(TELEGRAM)
    dispatcher = create_dispatcher(
        service.desk,
        directory.conversations,
        Settles(directory),
        channel,
        Verifying(directory, service.mailer),
        all_tasks(directory),
    )
    service.reporting.asks = AsksByTelegram(bot, channel)
    _settle()
    _say("Telegram: polling.")
    await poll(bot, dispatcher, stop)


def _settle() -> None:
    """Keep the collector from going through what start-up made, again and again, while people wait.

    The command line holds it back until here: half a start-up would be spent on finding no garbage.
    """
    gc.freeze()
    gc.enable()


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
