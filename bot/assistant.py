"""Assistant.answer: the one thing that every channel calls, and nothing deeper."""

from typing import Protocol

from routing.answer import Answer
from routing.enquiry import Enquiry


class Answers(Protocol):
    """Whatever can answer an enquiry; channels are built on this, tests fake it."""

    async def answer(self, enquiry: Enquiry) -> Answer:
        """The answer to one enquiry. Never raises for anything a person can write."""
        ...
