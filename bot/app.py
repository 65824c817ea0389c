"""The composition root: the only file that knows all the parts."""

import asyncio
import contextlib
import signal
import sys
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from bot.assistant import Assistant
from bot.call_backs.calling_back import CallingBack
from bot.counting import Counting
from bot.dialogue.dialogue import Dialogue
from bot.dialogue.reporting import Reporting
from bot.errors import StartError
from bot.limits import BucketsInMemory, Limits
from bot.mail import Mailer, MailError, mailer_of
from bot.operation.logs import set_up_log
from bot.service import Service
from bot.settings import Settings
from bot.telegram.errors import TelegramError
from bot.telegram.models import import_aiogram
from bot.telegram.webhook_address import WebhookAddress, webhook_address
from bot.worker.following import Following
from directory.channels.web_addresses import link_to_use
from directory.directory import Directory
from directory.pictures.collecting import collect_seldom
from routing.hours import LONDON
from routing.policy import Policies

if TYPE_CHECKING:
    from redis.asyncio import Redis

    from bot.web.webhook import WebhookDoor


def now_in_london() -> datetime:
    """The one clock of the running service."""
    return datetime.now(LONDON)


@contextlib.asynccontextmanager
async def open_assistant(settings: Settings) -> AsyncIterator[Assistant]:
    """An assistant on the directory that the settings name. Raises DirectoryError."""
    async with await Directory.open(settings) as directory:
        assistant = Assistant.on(directory, settings.area)
        collect_seldom()
        yield assistant


async def run(settings: Settings) -> None:
    """Serve the web chat, and Telegram where a token is set, until SIGINT or SIGTERM.

    Raises StartError, DirectoryError or TelegramError, each with one sentence to print.
    """
    from bot.web.reaching import here, said_of  # noqa: PLC0415 - only `run` serves the web
    from bot.web.server import listen, serve  # noqa: PLC0415
    from bot.web.webhook import WebhookDoor  # noqa: PLC0415

    set_up_log(settings.log_format)
    address = _webhook_address(settings)
    redis, mailer = _redis(settings), _mailer(settings)
    door = WebhookDoor(address.path, address.secret) if address else None
    stop, served = asyncio.Event(), asyncio.Event()
    async with contextlib.AsyncExitStack() as stack:
        listening = stack.enter_context(contextlib.closing(listen(settings.web_host, settings.web_port)))
        stack.enter_context(_stopped_by_signals(stop))
        if redis:
            stack.push_async_callback(redis.aclose)
        port = listening.getsockname()[1]
        assistant = await stack.enter_async_context(open_assistant(settings))
        service = _service(settings, assistant, mailer, redis, here(settings.web_host, port))
        for line in said_of(settings.web_host, port, settings.web_url):
            _say(line)
        await _offer_the_first_admin(service)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(service.following.run(stop))
            tasks.create_task(service.boards.run(stop))
            if settings.telegram_token:
                tasks.create_task(_serve_telegram(service, address, door, stop, served))
            else:
                _say("Telegram: not served; set TELEGRAM_TOKEN to serve it.")
            from bot.web.rooms import web_app  # noqa: PLC0415 - takes a second, in which Telegram is begun

            pages = web_app(service)
            await serve(door.before(pages) if door else pages, listening, stop)
            served.set()
    _say("Stopped.")


async def _offer_the_first_admin(service: Service) -> None:
    """Where nobody keeps the directory, a link by which whoever reads this can."""
    token = await service.assistant.directory.signing_in.link_for_first_admin()
    if token:
        minutes = Policies.bundled().limits.link_minutes
        link = link_to_use(service.web, token)
        _say(f"Nobody keeps this directory yet. To be its first admin, open within {minutes} minutes: {link}")


def _service(
    settings: Settings,
    assistant: Assistant,
    mailer: Mailer,
    redis: "Redis | None",
    address: str,
) -> Service:
    """The parts, and how it is seen that they work."""
    from bot.operation.metrics import DIRECTORY_AGE, QUEUE, Measured  # noqa: PLC0415 - only what runs for long counts
    from bot.web.reception.boards import Boards  # noqa: PLC0415

    directory = assistant.directory
    reporting = Reporting(directory.number_reports, directory.count_unanswered)
    counting = Counting(Measured(assistant), directory.enquiry_counts.count, now_in_london)
    dialogue = Dialogue(counting, now_in_london, reporting, CallingBack(directory))
    following = Following(directory)
    limits, web = _limits(redis), (settings.web_url or address).rstrip("/")
    service = Service(
        settings, assistant, dialogue, reporting, limits, mailer, following, Boards(directory), web, redis
    )
    DIRECTORY_AGE.set_function(lambda: directory.age)
    QUEUE.labels("database").set_function(lambda: directory.unwritten)
    service.health.watch("database", directory.can_be_read)
    service.health.watch("call_backs", following.is_in_time)
    if redis:
        from bot.shared_redis import answers  # noqa: PLC0415

        service.health.watch("redis", partial(answers, redis))
    return service


def _webhook_address(settings: Settings) -> WebhookAddress | None:
    """Where Telegram is to deliver, if it is to deliver. Raises TelegramError."""
    url, secret = settings.telegram_webhook_url, settings.telegram_webhook_secret
    if url is None:
        return None
    if settings.telegram_token is None:
        raise TelegramError("TELEGRAM_WEBHOOK_URL needs the bot's token too: set TELEGRAM_TOKEN.")
    return webhook_address(
        url, secret.get_secret_value() if secret else None, settings.telegram_token.get_secret_value()
    )


def _mailer(settings: Settings) -> Mailer:
    url = settings.smtp_url.get_secret_value() if settings.smtp_url else None
    try:
        return mailer_of(url, settings.mail_from, settings.data_dir / "mail.txt")
    except MailError as error:
        raise StartError(str(error)) from None


def _redis(settings: Settings) -> "Redis | None":
    if settings.redis_url is None:
        return None
    from bot.shared_redis import connect  # noqa: PLC0415 - only where there is a Redis

    try:
        return connect(settings.redis_url.get_secret_value())
    except ValueError:
        raise StartError(
            "REDIS_URL is not the address of a Redis: write e.g. redis://127.0.0.1:6379/0."
        ) from None


def _limits(redis: "Redis | None") -> Limits:
    """Counted in this process, or in Redis where several count together."""
    if redis is None:
        return Limits(BucketsInMemory())
    from bot.limits_redis import BucketsInRedis  # noqa: PLC0415

    return Limits(BucketsInRedis(redis))


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


async def _serve_telegram(
    service: Service,
    address: WebhookAddress | None,
    door: "WebhookDoor | None",
    stop: asyncio.Event,
    served: asyncio.Event,
) -> None:
    """Serve Telegram until stopped, or by a webhook until the web server has finished what is in hand.

    aiogram takes a second to import: in a thread, so that the web answers.
    """

    async def is_starting() -> bool:
        return False

    service.health.watch("telegram", is_starting)
    await asyncio.to_thread(import_aiogram)
    from bot.telegram import serving  # noqa: PLC0415

    answering = serving.create_answering(service, by_webhook=address is not None)
    collect_seldom()
    if address and door:
        _say(f"Telegram: by webhook at {address.url}.")
        await serving.serve_webhook(service, answering, address, door, stop, served)
    else:
        _say("Telegram: polling.")
        await serving.poll(service, answering, stop)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
