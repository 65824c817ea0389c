"""Telegram for as long as a process runs: by a webhook where there is an address for one, else by polling."""

import asyncio
from functools import partial

from bot.operation.health import Pulse
from bot.operation.metrics import QUEUE
from bot.service import Service
from bot.telegram import polling, webhook
from bot.telegram.alarms import AlarmsByTelegram
from bot.telegram.answering import Answering
from bot.telegram.client import create_bot
from bot.telegram.dispatcher import create_dispatcher
from bot.telegram.keepers import AsksByTelegram, Settles
from bot.telegram.memory import Memory
from bot.telegram.migrating import FollowsWhenRefused
from bot.telegram.outbox import SendsByTelegram
from bot.telegram.retries import PATIENCE_SECONDS
from bot.telegram.sending import name_of
from bot.telegram.tasks.all import all_tasks
from bot.telegram.turns import Turns, TurnsInRedis
from bot.telegram.webhook import Webhook
from bot.telegram.webhook_address import WebhookAddress
from bot.verifying import Verifying
from bot.web.webhook import WebhookDoor
from directory.accounts.standing import TELEGRAM

_SILENCE_SECONDS = 2.0 * polling.POLL_SECONDS  # after which the poller is taken to be stuck
NAME = "telegram"  # in /healthz


def create_answering(service: Service, *, by_webhook: bool) -> Answering:
    """What answers updates. From now on keepers are asked, and told of alarms, on Telegram."""
    settings, directory = service.settings, service.assistant.directory
    assert settings.telegram_token is not None
    bot = create_bot(
        settings.telegram_token.get_secret_value(),
        settings.telegram_api_base,
        patience=webhook.PAUSE_SECONDS if by_webhook else PATIENCE_SECONDS,
    )
    channel = service.channel(TELEGRAM)
    memory = Memory(directory.conversations, directory.duty_groups.move)
    bot.session.middleware(FollowsWhenRefused(memory))
    verifying = Verifying(directory, service.mailer)
    tasks = all_tasks(directory, service.web, verifying)
    settles = Settles(directory.number_reports)
    dispatcher = create_dispatcher(service.dialogue, memory, settles, channel, verifying, tasks)
    service.telegram.name = partial(name_of, bot)
    service.reporting.asks = AsksByTelegram(bot, channel)
    alarms = service.assistant.alarms
    service.assistant.alarms = AlarmsByTelegram(bot, channel, directory.keepers, alarms)
    # The outbox tries again by itself, and has to know of each attempt how it went.
    sending = create_bot(
        settings.telegram_token.get_secret_value(), settings.telegram_api_base, patience=None
    )
    sending.session.middleware(FollowsWhenRefused(memory))
    service.following.sends = SendsByTelegram(sending, channel)
    turns = TurnsInRedis(service.redis, bot.id) if service.redis else Turns()
    patience = webhook.PATIENCE_SECONDS if by_webhook else None
    return Answering(bot, dispatcher, directory.updates, turns, patience)


async def poll(service: Service, answering: Answering, stop: asyncio.Event) -> None:
    """Poll until stopped. Raises TelegramError."""
    pulse = Pulse()

    async def is_heard() -> bool:
        return pulse.is_felt(_SILENCE_SECONDS)

    service.health.watch(NAME, is_heard)
    await polling.poll(answering, stop, pulse)


async def serve_webhook(
    service: Service,
    answering: Answering,
    address: WebhookAddress,
    door: WebhookDoor,
    stop: asyncio.Event,
    served: asyncio.Event,
) -> None:
    """Answer what comes through the door until nothing is `served` any longer. Raises TelegramError."""
    hook = Webhook(answering, address.url, address.secret)

    async def is_registered() -> bool:
        return hook.registered

    service.health.watch(NAME, is_registered)
    QUEUE.labels("telegram").set_function(lambda: hook.pending)
    door.takes = hook.take
    try:
        await polling.until(stop, hook.keep_registered())
        await served.wait()
    finally:
        await answering.bot.session.close()
