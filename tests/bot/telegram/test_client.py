"""Settings that cannot work are told in one sentence, before anything is sent."""

import gc
import json
import weakref

import pytest
from aiogram import Bot
from aiogram.exceptions import ClientDecodeError, TelegramAPIError, TelegramForbiddenError
from aiogram.methods import Response, SendDocument, SendMessage, SetChatTitle
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup
from aiohttp import FormData
from aiohttp.payload import BytesPayload

from bot.telegram.client import Session, create_bot
from bot.telegram.errors import TelegramError


@pytest.mark.parametrize("token", ["", "sample", "abc:def", "123456:", ":sample", "123456:sam ple"])
def test_a_malformed_token(token: str) -> None:
    with pytest.raises(TelegramError, match="TELEGRAM_TOKEN is not a bot token") as refused:
        create_bot(token)
    assert "sam" not in str(refused.value)


@pytest.mark.parametrize("base", ["127.0.0.1:8081", "ftp://127.0.0.1", "http://", "bot api"])
def test_an_address_that_is_none(base: str) -> None:
    with pytest.raises(TelegramError, match="TELEGRAM_API_BASE"):
        create_bot("123456:sample", base)


@pytest.mark.parametrize("base", ["http://127.0.0.1:8081", "http://127.0.0.1:8081/"])
def test_requests_go_to_the_server_of_the_setting(base: str) -> None:
    url = create_bot("123456:sample", base).session.api.api_url("123456:sample", "getMe")
    assert url == "http://127.0.0.1:8081/bot123456:sample/getMe"


def test_without_one_they_go_to_telegram() -> None:
    url = create_bot("123456:sample", None).session.api.api_url("123456:sample", "getMe")
    assert url.startswith("https://api.telegram.org/")


def test_the_model_of_a_response_is_made_once() -> None:
    bot = create_bot("123456:sample")
    bot.session.check_response(bot, SetChatTitle(chat_id=1, title=""), 200, '{"ok": true, "result": true}')
    model = weakref.ref(Response[bool])
    gc.collect()
    assert model() is not None


def test_of_a_message_that_was_sent_the_number_is_read_and_a_refusal_says_why() -> None:
    bot, method = create_bot("123456:sample"), SendMessage(chat_id=1, text="sample")
    told = json.dumps(
        {"ok": True, "result": {"message_id": 7, "date": 1, "chat": {"id": 1, "type": "private"}}}
    )
    sent = bot.session.check_response(bot, method, 200, told)
    assert sent.result is not None
    assert sent.result.message_id == 7

    with pytest.raises(TelegramForbiddenError, match="blocked"):
        bot.session.check_response(bot, method, 403, '{"ok": false, "description": "blocked"}')
    for odd in ("", "[]", '{"ok": true, "result": true}'):
        with pytest.raises((ClientDecodeError, TelegramAPIError)):
            bot.session.check_response(bot, method, 200, odd)


def sent_by(bot: Bot, method: SendMessage | SendDocument) -> FormData | BytesPayload:
    assert isinstance(bot.session, Session)
    return bot.session.build_form_data(bot, method)


def test_a_request_is_json_with_what_holds_for_all_messages_and_nothing_that_is_not_said() -> None:
    keys = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Why?", callback_data="w")]])
    sent = sent_by(create_bot("123456:sample"), SendMessage(chat_id=1, text="ŵ", reply_markup=keys))
    assert isinstance(sent, BytesPayload)
    assert sent.content_type == "application/json"
    assert json.loads(sent.decode()) == {
        "chat_id": 1,
        "text": "ŵ",
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
        "disable_web_page_preview": True,
        "reply_markup": {"inline_keyboard": [[{"text": "Why?", "callback_data": "w"}]]},
    }


def test_a_file_goes_in_a_form() -> None:
    file = BufferedInputFile(b"sample", "sample.txt")
    sent = sent_by(create_bot("123456:sample"), SendDocument(chat_id=1, document=file))
    assert isinstance(sent, FormData)
    assert sent.is_multipart
