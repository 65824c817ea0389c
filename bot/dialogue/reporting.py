"""What becomes of a caller's word: a wrong number is marked and its keeper asked, no help is counted."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, Protocol

from directory.keeping.number_reports import Report, Taken
from directory.keeping.unanswered import UNHELPFUL, Heard
from routing.answer import Answer

_log = logging.getLogger(__name__)


class Reports(Protocol):
    """Takes what callers say of numbers."""

    async def report(self, report: Report) -> bool:
        """Whether it was noted; False where too many were reported, or it cannot be just now."""
        ...

    def unhelpful(self, answer: Answer) -> None:
        """An answer did not help whoever asked. Nobody waits for that to be written."""
        ...


class AsksKeeper(Protocol):
    """A way to reach those who keep the numbers of an area."""

    def ask(self, keepers: Sequence[int], number: str, because: str) -> Coroutine[Any, Any, None]:
        """Ask them to check it. Raises nothing: the number stays on the list of what is due."""
        ...


class TakesReports(Protocol):
    """Where reports are written down."""

    async def take(self, report: Report) -> Taken:
        """Mark the number, within limits."""
        ...


class NobodyReports:
    """Takes no reports."""

    async def report(self, report: Report) -> bool:
        """Never noted."""
        return False

    def unhelpful(self, answer: Answer) -> None:
        """Not counted."""


NOBODY = NobodyReports()


class Reporting:
    """Marks the number, and asks its keeper where there is a way to; `asks` may come later.

    `count` takes what was of no help.
    """

    def __init__(self, reports: TakesReports, count: Callable[[Heard], None]) -> None:
        self._reports = reports
        self._count = count
        self.asks: AsksKeeper | None = None
        self._asking: set[asyncio.Task[None]] = set()  # held, or they might be collected half way

    async def report(self, report: Report) -> bool:
        """Mark it; the first to say so of a number makes its keeper be asked."""
        try:
            taken = await self._reports.take(report)
        except Exception as error:  # whoever asks is owed the next number, whatever becomes of this one
            _log.error("a report of a number could not be noted: %s", type(error).__name__)
            return False
        if taken.keepers and self.asks:
            # The caller does not wait until a keeper's chat has been reached.
            asking = asyncio.create_task(self.asks.ask(taken.keepers, report.number, report.because))
            self._asking.add(asking)
            asking.add_done_callback(self._asking.discard)
        return taken.noted

    def unhelpful(self, answer: Answer) -> None:
        """Count it by what the answer was about, and nothing else."""
        about = Heard(answer.topic or "", place=answer.office is not None, length=UNHELPFUL)
        self._count(about)
