"""Long polling, with what aiogram's own polling leaves out.

`Dispatcher.start_polling` does not wait for running handlers when it stops, leaves the last updates
unconfirmed, so that they are answered again after a restart, and on an update that it cannot decode
logs it whole and asks for it for ever. Nor does it wait for an answer before it tells Telegram that the
update is dealt with. Here an update is confirmed once it is done, so that after a kill Telegram delivers
exactly the rest; stopping finishes what is in hand; and an unreadable update is passed over.
"""

import asyncio
import logging
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramNotFound,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetUpdates
from aiogram.types import Update
from pydantic import ValidationError

from bot.operation.failures import place_of
from bot.operation.health import Pulse
from bot.telegram.answering import Answering
from bot.telegram.errors import NOT_ACCEPTED, TelegramError
from bot.telegram.in_hand import InHand
from bot.telegram.menus import set_up_menus
from bot.telegram.retries import Sleep

logger = logging.getLogger(__name__)

POLL_SECONDS = 30
DRAIN_SECONDS = 8.0  # below the ten seconds that container runtimes give after SIGTERM
_AT_A_TIME = 100  # as many as Telegram gives
_REST_SECONDS = 0.25  # before it is asked for more while something is in hand
_GRACE_SECONDS = 15  # how much longer than the poll a response may take before it counts as lost
_CONFIRM_SECONDS = 2.0
_UNDECODABLE_PAUSE_SECONDS = 1.0


async def poll(
    answering: Answering,
    stop: asyncio.Event,
    pulse: Pulse,
    *,
    drain_seconds: float = DRAIN_SECONDS,
    sleep: Sleep = asyncio.sleep,
) -> None:
    """Answer updates until `stop` is set, finish what is in hand, then close the bot's session.

    `pulse` beats each time that Telegram is heard. Installs no signal handlers. Raises TelegramError,
    with one sentence to print, where Telegram refuses the token.
    """
    bot, in_hand = answering.bot, InHand(answering, sleep)
    request = GetUpdates(limit=_AT_A_TIME, timeout=POLL_SECONDS, allowed_updates=answering.kinds)
    try:
        await until(stop, _listen(bot, request, in_hand, pulse))
    except (TelegramUnauthorizedError, TelegramNotFound):
        raise TelegramError(NOT_ACCEPTED) from None
    finally:
        await in_hand.finish(drain_seconds)
        await _confirm(bot, in_hand.offset)
        await bot.session.close()


async def until(stop: asyncio.Event, listening: Coroutine[Any, Any, None]) -> None:
    """Run `listening` until `stop` is set; what it raises is raised here."""
    tasks = {asyncio.create_task(listening), asyncio.create_task(stop.wait())}
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _listen(bot: Bot, request: GetUpdates, in_hand: InHand, pulse: Pulse) -> None:
    await bot.me()  # raises for a wrong token, and is remembered for mentions in groups
    pulse.beat()  # the first updates may be half a minute in coming
    await _prepare(bot)
    logger.info("Telegram: listening")
    while True:
        updates = await _fetch(bot, request)
        pulse.beat()
        new = [update for update in updates if in_hand.take(update)]
        await in_hand.rest(_REST_SECONDS)
        if len(updates) == _AT_A_TIME and not new:
            in_hand.give_way()
        request.offset = in_hand.offset


async def _prepare(bot: Bot) -> None:
    """Make polling possible, and show the commands. A server that cannot do either is no obstacle."""
    try:
        # Telegram refuses polling while a webhook is set.
        await bot.delete_webhook(drop_pending_updates=False)
        await set_up_menus(bot)
    except (AiogramError, ValueError) as error:
        logger.warning("Telegram: set-up was not complete: %s", place_of(error))


async def _fetch(bot: Bot, request: GetUpdates) -> list[Update]:
    try:
        return await bot(request, request_timeout=POLL_SECONDS + _GRACE_SECONDS) or []
    except ClientDecodeError as error:
        updates = _readable(error.data, bot)
        logger.error("Telegram: a batch held updates that cannot be read; %d are usable", len(updates))
    if not updates:
        await asyncio.sleep(_UNDECODABLE_PAUSE_SECONDS)
    return updates


def _readable(data: Any, bot: Bot) -> list[Update]:
    """The updates of a batch one by one; one that cannot be read keeps its id, so that it is passed."""
    found: list[Update] = []
    for raw in data.get("result") or [] if isinstance(data, dict) else []:
        with suppress(ValidationError, TypeError, KeyError):
            try:
                found.append(Update.model_validate(raw, context={"bot": bot}))
            except ValidationError:
                found.append(Update(update_id=raw["update_id"]))
    return found


async def _confirm(bot: Bot, offset: int) -> None:
    """Tell Telegram what has been answered, so that it does not come again after a restart."""
    if not offset:
        return
    with suppress(AiogramError, TimeoutError):
        async with asyncio.timeout(_CONFIRM_SECONDS):
            await bot(GetUpdates(offset=offset, limit=1, timeout=0))
