"""Somebody shares where they are: the nearest office of their area, in a straight line.

The position is used here and dropped: it is in nothing that is kept, logged or sent on.
"""

from dataclasses import dataclass, field

from bot.asker import Asker
from bot.dialogue.dialogue import Dialogue
from bot.dialogue.reply import Reply
from bot.telegram.page import Page, page_of
from bot.telegram.words import say
from bot.words.buttons import Action, Press
from routing.enquiry import FollowUp
from routing.positions import Nearest, Position, nearest
from routing.vocabulary import Topic

_FARTHEST = 100.0  # kilometres; beyond that the nearest office of an area is nobody's


@dataclass(frozen=True, slots=True)
class Nearby:
    """A message that holds a position."""

    at: Position = field(repr=False)


def nearest_to(dialogue: Dialogue, asker: Asker, nearby: Nearby) -> Nearest | None:
    """The nearest office; None where the directory does not say where the offices of the area are."""
    return nearest(dialogue.snapshot.offices_of(asker.area), nearby.at)


def is_far(found: Nearest) -> bool:
    """Whether even the nearest office is too far to be of any use."""
    return found.kilometres > _FARTHEST


async def ask_about(dialogue: Dialogue, asker: Asker, found: Nearest) -> tuple[Page, Reply]:
    """What the dialogue says of that office, below how far it is."""
    follow_up = FollowUp(found.office.area, found.office.id, Topic.CONTACT)
    reply = await dialogue.press(Press(Action.ASK, follow_up.encode()).encode(), asker)
    page = page_of(asker.words, reply.message)
    told = say(
        asker.words,
        "nearby",
        office=found.office.name,
        kilometres=max(1, round(found.kilometres)),
        of="town" if found.office.position_is_towns else "office",
    )
    return page._replace(html=f"{told}\n\n{page.html}"), reply
