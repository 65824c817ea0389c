"""Enquiries are counted for whoever manages: only here, and only by a process that serves people."""

from collections.abc import Callable
from datetime import datetime

from bot.assistant import Answers
from routing.answer import Answer
from routing.enquiry import Enquiry
from routing.overview.counting import Counted, counted_of
from routing.snapshot import Snapshot


class Counting:
    """Answers as another does, and has each enquiry counted."""

    def __init__(
        self, answers: Answers, count: Callable[[Counted], None], clock: Callable[[], datetime]
    ) -> None:
        self._answers = answers
        self._count = count
        self._clock = clock

    @property
    def snapshot(self) -> Snapshot:
        """The other's."""
        return self._answers.snapshot

    async def answer(self, enquiry: Enquiry) -> Answer:
        """The other's answer."""
        answer = await self._answers.answer(enquiry)
        if counted := counted_of(enquiry, answer, self._clock()):
            self._count(counted)
        return answer
