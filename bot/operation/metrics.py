"""What is counted of a running process, for Prometheus: never of a person, a chat or a text.

Imported only by what runs for long: a command that answers once has nobody to count for.
"""

import time

from prometheus_client import Counter, Gauge, Histogram, disable_created_metrics

from bot.assistant import Answers
from routing.answer import Answer
from routing.enquiry import Enquiry
from routing.snapshot import Snapshot

disable_created_metrics()  # type: ignore[no-untyped-call]  # of each series the moment it began, which nobody draws
_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)

ANSWERS = Counter("signpost_answers", "Answers, on every channel.", ["kind", "topic", "area"])
ANSWER_SECONDS = Histogram("signpost_answer_seconds", "How long an answer takes to make.", buckets=_SECONDS)
UPDATES = Counter("signpost_updates", "Updates from Telegram, and what became of them.", ["kind", "outcome"])
UPDATE_SECONDS = Histogram(
    "signpost_update_seconds", "From the arrival of an update until it is done.", buckets=_SECONDS
)
REQUESTS = Counter("signpost_interface_requests", "Requests of programs.", ["operation", "status"])
IN_HAND = Gauge("signpost_updates_in_hand", "Updates that are being answered.")
RETRIES = Counter("signpost_telegram_retries", "Requests to Telegram tried again.", ["method", "error"])
QUEUE = Gauge("signpost_queue", "What waits: updates at Telegram, rows to be written.", ["of"])
DIRECTORY_AGE = Gauge(
    "signpost_directory_age_seconds", "Since the directory in use was last found to be the newest."
)


class Measured:
    """Answers as another does, and counts them."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers

    @property
    def snapshot(self) -> Snapshot:
        """The other's."""
        return self._answers.snapshot

    async def answer(self, enquiry: Enquiry) -> Answer:
        """The other's answer."""
        begun = time.perf_counter()
        answer = await self._answers.answer(enquiry)
        ANSWER_SECONDS.observe(time.perf_counter() - begun)
        ANSWERS.labels(answer.kind, answer.topic or "", answer.area or "").inc()
        return answer
