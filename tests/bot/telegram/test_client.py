"""Settings that cannot work are told in one sentence, before anything is sent."""

import gc
import weakref

import pytest
from aiogram.methods import Response, SetChatTitle

from bot.telegram.client import create_bot
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
