"""Draws the pages of all rooms: each is a template of its room inside the one layout."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined
from starlette.responses import HTMLResponse

from bot.web.language import keep_language
from bot.web.visitors import Visitor
from bot.words.catalogue import Words
from bot.words.language import Language
from bot.words.message import LineKind
from routing.vocabulary import Standing

FOLDER = Path(__file__).parent
_HEADINGS = (LineKind.DANGER, LineKind.HEADLINE, LineKind.QUESTION)
_STAFF = frozenset({Standing.RECEPTION, Standing.OFFICER, Standing.ADMIN})


class Room(NamedTuple):
    """A part of the site: where it is, its name in `layout-room-NAME`, and whom it opens to."""

    path: str
    name: str
    opens_to: Callable[[Visitor], bool]


# The way to a room is shown to whom it opens to, so that no link leads to a refusal.
ROOMS = (
    Room("/", "ask", lambda _: True),
    Room("/desk", "desk", lambda visitor: visitor.who.standing in _STAFF),
    Room("/keep", "keep", lambda visitor: visitor.who.standing is Standing.ADMIN),
    Room("/overview", "overview", lambda visitor: visitor.oversees(visitor.who)),
)


def draw(visitor: Visitor, template: str, status: int = 200, **shown: object) -> HTMLResponse:
    """The page that a template makes of what is shown.

    `template` is `ROOM/NAME.html`, which is `bot/web/ROOM/templates/NAME.html`. It extends
    `layout.html` and is given `visitor`, `say`, `csrf` and whatever else is `shown`.
    """
    response = HTMLResponse(drawn_for(visitor, template, **shown), status)
    keep_language(response, visitor.language)
    visitor.keep_token(response)
    return response


def drawn_for(visitor: Visitor, template: str, /, **shown: object) -> str:
    """A page, or a part of one, for one visitor."""
    own = {
        "visitor": visitor,
        "csrf": visitor.csrf,
        "others": [one for one in Language if one is not visitor.words.language],
        "rooms": (room for room in ROOMS if room.opens_to(visitor)),  # asked by whole pages alone
    }
    return drawn(visitor.words, template, **own, **shown)


def drawn(words: Words, template: str, /, **shown: object) -> str:
    """A part of a page that is the same for everybody who is answered in these words."""
    return _templates().get_template(template).render(shown, say=words.say, language=words.language)


@cache
def _templates() -> Environment:
    rooms = {one.parent.name: FileSystemLoader(one) for one in FOLDER.glob("*/templates")}
    templates = Environment(
        loader=ChoiceLoader([FileSystemLoader(FOLDER / "templates"), PrefixLoader(rooms)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.globals.update(headings=_HEADINGS)
    return templates
