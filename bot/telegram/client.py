"""The connection to a Bot API server: Telegram's own, or the one that TELEGRAM_API_BASE names."""

import asyncio
import json
import math
from functools import cache
from typing import Any, cast
from urllib.parse import urlsplit

from aiogram import Bot
from aiogram.client.default import Default, DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramRetryAfter, TelegramServerError
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InputFile, Message, MessageId
from aiogram.utils.token import TokenValidationError
from aiohttp import FormData
from aiohttp.payload import BytesPayload
from pydantic import ValidationError

from bot.telegram.errors import TelegramError
from bot.telegram.retries import PATIENCE_SECONDS, Retries, Sleep

REQUEST_SECONDS = 15.0
_DEFAULT_RETRY_AFTER = 1


def create_bot(
    token: str,
    api_base: str | None = None,
    *,
    patience: float | None = PATIENCE_SECONDS,
    sleep: Sleep = asyncio.sleep,
) -> Bot:
    """A bot that retries by itself (see retries.py), but without any patience tries everything once.

    Raises TelegramError for an unusable setting.
    """
    session = Session(api=_server(api_base), timeout=REQUEST_SECONDS)
    if patience is not None:
        session.middleware(Retries(sleep, patience))
    try:
        return Bot(
            token,
            session=session,
            default=DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview_is_disabled=True),
        )
    except TokenValidationError:
        raise TelegramError(
            "TELEGRAM_TOKEN is not a bot token: a token is digits, a colon and letters, as in 123456:ABC. "
            "Copy it whole from @BotFather."
        ) from None


def _server(api_base: str | None) -> TelegramAPIServer:
    if not api_base:
        return PRODUCTION
    parts = urlsplit(api_base)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise TelegramError(
            f"TELEGRAM_API_BASE {api_base!r} is not the address of a Bot API server: "
            "write it like http://127.0.0.1:8081, or leave it out for Telegram's own."
        )
    return TelegramAPIServer.from_base(api_base)


class Session(AiohttpSession):
    """aiogram's session, but for three things.

    A request goes out as one JSON document. Of a message that was sent only its number is read: Telegram
    sends all of it back, and to make aiogram's message of it would take as long as a good part of the
    answer. And a failing server that does not answer in JSON is understood: a proxy in front of a Bot API
    server answers 502 in HTML; aiogram would call it undecodable and drop the status, and with it the
    knowledge that trying again is worth it.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._defaults: dict[str, Any] = {}

    def build_form_data(  # type: ignore[override]  # aiohttp takes either
        self, bot: Bot, method: TelegramMethod[TelegramType]
    ) -> FormData | BytesPayload:
        """The request as JSON, which the Bot API reads as it reads a form; but a file goes in a form."""
        files: dict[str, InputFile] = {}

        def ready(value: Any) -> Any:
            return self.prepare_value(value, bot, files, _dumps_json=False)

        told: dict[str, Any] = {}
        for name, given in method.model_dump(warnings=False, exclude_none=True).items():
            value = self._default(given.name, bot) if isinstance(given, Default) else given
            if value is not None:
                told[name] = value
        body = json.dumps(told, default=ready).encode()
        if files:
            return super().build_form_data(bot, method)
        return BytesPayload(body, content_type="application/json")

    def _default(self, name: str, bot: Bot) -> Any:
        """What the bot, which is always the same, puts in place of what a request leaves open."""
        if name not in self._defaults:
            self._defaults[name] = self.prepare_value(bot.default[name], bot, {}, _dumps_json=False)
        return self._defaults[name]

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        """As aiogram's, but 429 and 5xx are told by their status alone."""
        if status_code == 429:
            raise TelegramRetryAfter(method, "too many requests", _retry_after(content))
        if status_code >= 500:
            raise TelegramServerError(method, f"HTTP status {status_code}")
        if method.__returning__ is Message and (sent := _number_in(content)):
            return cast(Response[TelegramType], sent)
        _model_of(method.__returning__)
        return super().check_response(bot, method, status_code, content)


_SENT = Response[MessageId]


def _number_in(content: str) -> Response[MessageId] | None:
    """The number of a message that was sent, if this says that one was."""
    try:
        response = _SENT.model_validate_json(content)
    except ValidationError:
        return None
    return response if response.ok and response.result else None


@cache
def _model_of(result: Any) -> type[Response[Any]]:
    """The model of a response that holds this, kept for good.

    aiogram asks pydantic for it at each response, and pydantic forgets a model that nobody holds: making
    it anew would cost as much as the answer.
    """
    return Response[result]


def _retry_after(content: str) -> int:
    """Whole seconds to wait, as the server says, or one where it does not say."""
    try:
        told = cast(dict[str, Any], json.loads(content))["parameters"]["retry_after"]
        return math.ceil(float(told))
    except (ValueError, TypeError, KeyError, OverflowError):
        return _DEFAULT_RETRY_AFTER
