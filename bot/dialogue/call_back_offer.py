"""What has people called back, as the dialogue sees it: a button under an answer, and what it leads to."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.asker import Asker
from bot.words.message import Button, Message
from routing.answer import Answer


@dataclass(frozen=True, slots=True)
class Asked:
    """What to show to somebody who wants a call back, and whether they are still to say how soon."""

    message: Message
    how_soon: bool = False


class CallBackOffer(Protocol):
    """Has people called back."""

    def button(self, asker: Asker, answer: Answer) -> tuple[Button, ...]:
        """The button under an answer, where this asker may ask and somebody can be asked."""
        ...

    async def asked(self, asker: Asker, answer: Answer, digit: str, shown: Message) -> Asked:
        """What pressing it leads to, under the answer that is `shown`."""
        ...

    def until(self, text: str) -> tuple[datetime, ...]:
        """The moments that a text may mean, where it says until when somebody can be reached."""
        ...

    async def asked_until(
        self, asker: Asker, answer: Answer, moments: tuple[datetime, ...], shown: Message
    ) -> Asked:
        """What writing that leads to, in place of pressing."""
        ...


class NoCallBackOffer:
    """Has nobody called back."""

    def button(self, asker: Asker, answer: Answer) -> tuple[Button, ...]:
        """None."""
        return ()

    async def asked(self, asker: Asker, answer: Answer, digit: str, shown: Message) -> Asked:
        """The answer alone."""
        return Asked(shown)

    def until(self, text: str) -> tuple[datetime, ...]:
        """Nothing is waited for."""
        return ()

    async def asked_until(
        self, asker: Asker, answer: Answer, moments: tuple[datetime, ...], shown: Message
    ) -> Asked:
        """The answer alone."""
        return Asked(shown)
