"""The page and the fragment of it that one answer is."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.words.catalogue import Words
from bot.words.language import Language
from bot.words.message import LineKind, Message

FOLDER = Path(__file__).parent
_HEADINGS = (LineKind.DANGER, LineKind.HEADLINE, LineKind.QUESTION)


@dataclass(frozen=True, slots=True)
class Shown:
    """A message to show; where the conversation stands then; whether it is an answer at all."""

    message: Message
    before: str = ""
    status: int = 200


@dataclass(frozen=True, slots=True)
class Pages:
    """Draws the page in one language. `area` picks the examples that a newcomer can try."""

    words: Words
    area: str

    def page(self, reply: Shown | None = None) -> str:
        """The whole page: with the examples, or with a reply."""
        examples = [self.words.say(f"web-example-{number}", area=self.area) for number in (1, 2, 3)]
        return self._draw("page.html", reply=reply, examples=examples)

    def fragment(self, reply: Shown) -> str:
        """The reply alone, for a page that is already there."""
        return self._draw("answer.html", reply=reply)

    def _draw(self, template: str, **shown: object) -> str:
        words = self.words
        others = [one for one in Language if one is not words.language]
        template_of = _templates().get_template
        return template_of(template).render(say=words.say, language=words.language, others=others, **shown)


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.globals.update(headings=_HEADINGS)
    return templates
