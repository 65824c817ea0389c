"""An address or a secret that cannot work is told in one sentence, before anything is started."""

import pytest

from bot.telegram.errors import TelegramError
from bot.telegram.webhook_address import webhook_address

TOKEN = "123456:sample"


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("https://signpost.example/telegram", "/telegram"),
        ("https://signpost.example:8443/a/b-c", "/a/b-c"),
        ("https://signpost.example/telegram/", "/telegram/"),
        ("http://127.0.0.1:8080/telegram", "/telegram"),
        ("http://[::1]:8080/telegram", "/telegram"),
        ("http://localhost:8080/telegram", "/telegram"),
    ],
)
def test_an_address_that_works(url: str, path: str) -> None:
    address = webhook_address(url, None, TOKEN)
    assert (address.url, address.path) == (url, path)


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("signpost.example/telegram", "is no address that Telegram delivers to"),
        ("ftp://signpost.example/telegram", "is no address that Telegram delivers to"),
        ("https:///telegram", "is no address that Telegram delivers to"),
        ("https://signpost.example/telegram?a=b", "is no address that Telegram delivers to"),
        ("https://[::1/telegram", "is no address"),
        ("https://signpost.example:x/telegram", "is no address"),
        ("http://signpost.example/telegram", "has to begin with https"),
        ("http://128.0.0.1/telegram", "has to begin with https"),
        ("https://signpost.example:8080/telegram", "has another port than 443, 80, 88 or 8443"),
        ("https://signpost.example", "needs a path that nothing else is served at"),
        ("https://signpost.example/", "needs a path that nothing else is served at"),
        ("https://signpost.example/healthz", "needs a path that nothing else is served at"),
        ("https://signpost.example/metrics/", "needs a path that nothing else is served at"),
        ("https://signpost.example/static/telegram", "needs a path that nothing else is served at"),
        ("https://signpost.example/{telegram}", "needs a path that nothing else is served at"),
    ],
)
def test_an_address_that_does_not(url: str, says: str) -> None:
    with pytest.raises(TelegramError, match=r"^TELEGRAM_WEBHOOK_URL '.*\.$") as error:
        webhook_address(url, None, TOKEN)
    assert says in str(error.value)


def test_a_password_in_the_address_is_not_shown() -> None:
    with pytest.raises(TelegramError) as error:
        webhook_address("http://user:s3cret@signpost.example/telegram", None, TOKEN)
    assert "s3cret" not in str(error.value)


@pytest.mark.parametrize("secret", ["", "sample secret", "sécret", "a" * 257, "secret\n"])
def test_a_secret_that_telegram_does_not_take(secret: str) -> None:
    with pytest.raises(TelegramError, match="TELEGRAM_WEBHOOK_SECRET cannot be used") as error:
        webhook_address("https://signpost.example/telegram", secret, TOKEN)
    assert not secret or secret not in str(error.value)


def test_a_secret_of_ones_own_is_used() -> None:
    assert webhook_address("https://signpost.example/telegram", "sample", TOKEN).secret == "sample"


def test_without_one_all_processes_of_a_bot_have_the_same_and_no_other_has() -> None:
    url = "https://signpost.example/telegram"
    made = {token: webhook_address(url, None, token).secret for token in (TOKEN, "123457:sample")}
    assert webhook_address(url, None, TOKEN).secret == made[TOKEN]
    assert made[TOKEN] != made["123457:sample"]
    assert TOKEN not in made[TOKEN]
    assert made[TOKEN] not in repr(webhook_address(url, None, TOKEN))
