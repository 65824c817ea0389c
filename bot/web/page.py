"""The page and the fragment of it that one answer is."""

from dataclasses import dataclass

from bot.web.drawing import drawn_for
from bot.web.visitors import Visitor
from bot.words.message import Message


@dataclass(frozen=True, slots=True)
class Shown:
    """A message to show; where the conversation stands then; whether it is an answer at all."""

    message: Message
    before: str = ""
    status: int = 200


@dataclass(frozen=True, slots=True)
class Pages:
    """Draws the page for a visitor. `area` picks the examples that a newcomer can try."""

    visitor: Visitor
    area: str

    def page(self, reply: Shown | None = None) -> str:
        """The whole page: with the examples, or with a reply."""
        say = self.visitor.words.say
        examples = [say(f"web-example-{number}", area=self.area) for number in (1, 2, 3)]
        return drawn_for(self.visitor, "page.html", reply=reply, examples=examples)

    def fragment(self, reply: Shown) -> str:
        """The reply alone, for a page that is already there."""
        return drawn_for(self.visitor, "answer.html", reply=reply)
