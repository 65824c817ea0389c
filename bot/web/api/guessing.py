"""Secrets that are tried out: whoever has shown many wrong ones is heard no more for a while.

What is guessed at is 256 random bits, so nobody gets in like that; it only ends the noise. A right one
is refused too while it lasts, or the next guess would be as good as the one before.
"""

import logging
from datetime import datetime

from bot.limits import Limits, Rate
from bot.web.api.problem import ProblemError

_log = logging.getLogger(__name__)
WRONG_ONES = Rate(burst=20, every=30.0, patience=1, enough=1, shut_out=900.0)


class Guessing:
    """Counts wrong secrets by the address that they come from."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits

    async def check(self, address: str, now: datetime) -> None:
        """Raises ProblemError where this address is heard no more for a while."""
        seconds = await self._limits.shut_out_for(_key(address), now, WRONG_ONES)
        if seconds:
            raise ProblemError(
                429,
                "Too many wrong tokens came from this address",
                f"Come back in {seconds} seconds with the right one.",
                headers={"retry-after": str(seconds)},
            )

    async def count(self, address: str, now: datetime) -> None:
        """A wrong one was shown."""
        await self._limits.admit(_key(address), now, WRONG_ONES)
        if await self._limits.shut_out_for(_key(address), now, WRONG_ONES):
            _log.warning(
                "Tokens are being tried out: an address is shut out for %d seconds.", WRONG_ONES.shut_out
            )


def _key(address: str) -> str:
    return f"wrong-token:{address}"
