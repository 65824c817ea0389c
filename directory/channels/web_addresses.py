"""The addresses of the pages that links lead to, for whoever makes a link: the web, Telegram, a command."""

import re
from urllib.parse import urlencode

from directory.errors import DirectoryError

HERE = "http://127.0.0.1:8080"  # where `make run` serves them by itself
_ADDRESS = re.compile(r"https?://[^/\s?#@]+/?")


def read_web_address(typed: str | None) -> str:
    """The address at which people reach the pages, without a / at its end. Raises DirectoryError."""
    if typed is None:
        return HERE
    if not _ADDRESS.fullmatch(typed):
        raise DirectoryError(
            f"--web {typed!r} is not an address that people can open: write e.g. https://signpost.example.org."
        )
    return typed.rstrip("/")


def link_to_use(web: str, token: str, way_on: str = "/") -> str:
    """The page that signs in by a link, and leads to another page after that."""
    more = f"?{urlencode({'next': way_on})}" if way_on != "/" else ""
    return f"{web}/sign-in/link/{token}{more}"


def link_to_redeem(web: str, token: str) -> str:
    """The page that redeems an invitation."""
    return f"{web}/sign-in/invitation/{token}"
