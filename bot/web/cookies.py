"""The one cookie by which a visitor is known again: a random token, whether they are signed in or not.

Whoever signs in is given a new one, so that nobody can plant theirs beforehand. Its CSRF token follows
from it by a one-way function: who does not hold the cookie, which no script can read, cannot make it.
"""

import hmac
import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from hashlib import sha256

from starlette.requests import HTTPConnection
from starlette.responses import Response

_NAME = "signpost"
_LONGEST = 100
_TOKEN_BYTES = 32


@dataclass(frozen=True, slots=True)
class Cookies:
    """Reads and sets it. `https` says that the service is reached by https, whatever a proxy speaks."""

    https: bool = False

    def token(self, request: HTTPConnection) -> str | None:
        """The token that a browser shows; None where it shows none."""
        token = request.cookies.get(self._name(request))
        return token if token and len(token) <= _LONGEST else None

    def keep(self, request: HTTPConnection, response: Response, token: str) -> None:
        """Have the browser show this token until it is closed.

        SameSite=Lax, not Strict: whoever follows a link in a letter is still signed in. What changes
        anything is a POST, which no other site can send with this cookie.
        """
        response.set_cookie(
            self._name(request), token, httponly=True, samesite="lax", secure=self._secure(request)
        )

    def drop(self, request: HTTPConnection, response: Response) -> None:
        """Have the browser forget it."""
        response.delete_cookie(
            self._name(request), httponly=True, samesite="lax", secure=self._secure(request)
        )

    def _secure(self, request: HTTPConnection) -> bool:
        return self.https or request.url.scheme in ("https", "wss")

    def _name(self, request: HTTPConnection) -> str:
        """No other host and nothing unencrypted can set a cookie whose name begins so."""
        return f"__Host-{_NAME}" if self._secure(request) else _NAME


def new_token() -> str:
    """A token for somebody who is not signed in."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def csrf_of(token: str) -> str:
    """What a form of whoever holds the cookie sends along."""
    made = hmac.new(token.encode("utf-8", "replace"), b"csrf", sha256).digest()
    return urlsafe_b64encode(made).decode().rstrip("=")
