"""The page and the fragment of it that one answer is."""

from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.words.catalogue import LANGUAGE, say
from bot.words.message import LineKind, Message, Phone

FOLDER = Path(__file__).parent
_HEADINGS = (LineKind.DANGER, LineKind.HEADLINE, LineKind.QUESTION)


@dataclass(frozen=True, slots=True)
class Shown:
    """A message to show; where the conversation stands then; whether it is an answer at all."""

    message: Message
    before: str = ""
    status: int = 200


class Pages:
    """Draws the page. `area` picks the examples that a newcomer can try."""

    def __init__(self, area: str) -> None:
        self._templates = Environment(
            loader=FileSystemLoader(FOLDER / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals.update(
            say=say, language=LANGUAGE, headings=_HEADINGS, is_phone=lambda run: isinstance(run, Phone)
        )
        self._examples = [say(f"web-example-{number}", area=area) for number in (1, 2, 3)]

    def page(self, reply: Shown | None = None) -> str:
        """The whole page: with the examples, or with a reply."""
        return self._templates.get_template("page.html").render(reply=reply, examples=self._examples)

    def fragment(self, reply: Shown) -> str:
        """The reply alone, for a page that is already there."""
        return self._templates.get_template("answer.html").render(reply=reply)
