"""Secrets that say who somebody is: made at random, shown once, and kept as a hash alone.

So many random bits cannot be tried out, so the hash needs no key.
"""

import hashlib
import secrets


def new_token(random_bytes: int) -> str:
    """A new one, of letters, digits, `_` and `-`."""
    return secrets.token_urlsafe(random_bytes)


def token_hash(token: str) -> bytes:
    """What is kept of one."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()
