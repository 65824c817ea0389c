"""TELEGRAM_WEBHOOK_URL and TELEGRAM_WEBHOOK_SECRET, checked before anything is started."""

import hmac
import re
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import urlsplit

from bot.telegram.errors import TelegramError

_PORTS = (None, 443, 80, 88, 8443)  # to which Telegram delivers
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_OURS = ("/", "/static", "/healthz", "/metrics")
_EXAMPLE = "write it like https://signpost.example/telegram"


class WebhookAddress(NamedTuple):
    """Where Telegram delivers, by which path of ours, and what it shows there."""

    url: str
    path: str
    secret: str

    def __repr__(self) -> str:
        """Without the secret."""
        return f"WebhookAddress({self.url!r})"


def webhook_address(url: str, secret: str | None, token: str) -> WebhookAddress:
    """Raises TelegramError for a setting that cannot be used.

    Without a secret it is made from the token, so that every process with the same token knows the same one.
    """
    if secret is not None and not _SECRET.fullmatch(secret):
        raise TelegramError(
            "TELEGRAM_WEBHOOK_SECRET cannot be used: Telegram takes 1 to 256 letters, digits, _ and -. "
            "Without it, one is made from the token."
        )
    path = _path_of(url)
    made = hmac.digest(token.encode(), b"Signpost: the secret of the webhook", "sha256").hex()
    return WebhookAddress(url, path, secret or made)


def _path_of(url: str) -> str:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise _unusable(url, f"is no address: {_EXAMPLE}") from None
    if parts.scheme not in ("https", "http") or not parts.hostname or parts.query or parts.fragment:
        raise _unusable(url, f"is no address that Telegram delivers to: {_EXAMPLE}")
    if parts.scheme == "http" and not _is_loopback(parts.hostname):
        raise _unusable(url, f"has to begin with https, as Telegram delivers to nothing else: {_EXAMPLE}")
    if parts.scheme == "https" and port not in _PORTS:
        raise _unusable(url, "has another port than 443, 80, 88 or 8443, to which Telegram delivers")
    path = parts.path.rstrip("/")
    if not re.fullmatch(r"(/[\w.~-]+)+", path, re.ASCII) or path.startswith("/static/") or path in _OURS:
        raise _unusable(url, f"needs a path that nothing else is served at: {_EXAMPLE}")
    return parts.path


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _unusable(url: str, why: str) -> TelegramError:
    shown = url.rpartition("@")[2] if "@" in url else url
    return TelegramError(f"TELEGRAM_WEBHOOK_URL {shown!r} {why}.")
