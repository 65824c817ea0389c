"""Draws the pages of all rooms: each is a template of its room inside the one layout."""

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
_MANAGERS = frozenset({Standing.OFFICER, Standing.ADMIN})
_ADMINS = frozenset({Standing.ADMIN})


class Room(NamedTuple):
    """A part of the site: where it is, its name in `layout-room-NAME`, and who is shown the way there."""

    path: str
    name: str
    standings: frozenset[Standing]


ROOMS = (
    Room("/", "ask", frozenset(Standing)),
    Room("/desk", "desk", _STAFF),
    Room("/keep", "keep", _ADMINS),
    Room("/overview", "overview", _MANAGERS),
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
        "rooms": [room for room in ROOMS if visitor.who.standing in room.standings],
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
