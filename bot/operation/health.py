"""Whether this process can do its work, part by part, for whoever keeps it running."""

import asyncio
from collections.abc import Awaitable, Callable

Check = Callable[[], Awaitable[bool]]
_PATIENCE = 1.0  # seconds that a part has to answer in
_HOLDS_FOR = 1.0  # seconds for which what was found out is not asked again


class Pulse:
    """Says whether something that goes on by itself still does."""

    def __init__(self) -> None:
        self._beaten_at: float | None = None

    def beat(self) -> None:
        """It went on just now."""
        self._beaten_at = asyncio.get_running_loop().time()

    def is_felt(self, within: float) -> bool:
        """Whether it has gone on within so many seconds; not, before it has begun."""
        now = asyncio.get_running_loop().time()
        return self._beaten_at is not None and now - self._beaten_at <= within


class Health:
    """The parts, each with a check. One that raises or takes longer than a second fails."""

    def __init__(self) -> None:
        self._checks: dict[str, Check] = {}
        self._failing: tuple[str, ...] = ()
        self._found_at: float | None = None
        self._one_at_a_time = asyncio.Lock()

    def watch(self, part: str, check: Check) -> None:
        """Ask this part too."""
        self._checks[part] = check

    async def failing(self) -> tuple[str, ...]:
        """The parts that fail; none where all is well. However often it is asked, they are once a second."""
        async with self._one_at_a_time:
            now = asyncio.get_running_loop().time()
            if self._found_at is None or now - self._found_at >= _HOLDS_FOR:
                parts = tuple(self._checks)
                well = await asyncio.gather(*(_is_well(self._checks[part]) for part in parts))
                self._failing = tuple(part for part, is_well in zip(parts, well, strict=True) if not is_well)
                self._found_at = asyncio.get_running_loop().time()
            return self._failing


async def _is_well(check: Check) -> bool:
    try:
        async with asyncio.timeout(_PATIENCE):
            return await check()
    except Exception:  # whatever it is: this part does not answer
        return False
