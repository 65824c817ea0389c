"""What the desk shows under the box: the Assistant's answer, and beside it what the directory holds."""

from dataclasses import dataclass

from bot.dialogue.reply import Reply
from bot.words.buttons import Action, Press
from bot.words.message import Button, LineKind, Message, Phone
from bot.words.numbers import phone
from routing.answer import Answer, Step
from routing.enquiry import FollowUp
from routing.reception.finding import Find, Looker
from routing.reception.finding_index import What
from routing.vocabulary import Kind, Role, Topic

HEADINGS = (LineKind.DANGER, LineKind.HEADLINE, LineKind.QUESTION)


@dataclass(frozen=True, slots=True)
class Card:
    """Something found, with what is copied and what is logged of it.

    `about` is the data of a button for whom to ring, from which that is made anew when it is pressed;
    empty where nobody is sent anywhere by it.
    """

    find: Find
    number: Phone | None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """All that is shown. `before` is where the conversation stands; `case_waits` says that a case is only
    looked up once the question is finished."""

    message: Message | None = None
    cards: tuple[Card, ...] = ()
    before: str = ""
    buttons: tuple[Button, ...] = ()
    case_waits: bool = False


def as_typed(answer: Answer, message: Message, before: str, finds: tuple[Find, ...], looker: Looker) -> Found:
    """While somebody is typing: the conversation stands where it stood.

    That something half typed is not understood is left unsaid where the directory has something to show,
    and so is whom to ring about a number that is in the directory. Danger is always answered.
    """
    beside = answer.kind is Kind.UNKNOWN or (finds and finds[0].what is What.NUMBER)
    told = None if finds and beside and answer.kind is not Kind.EMERGENCY else message
    return Found(told, tuple(_card(find, looker) for find in finds), before)


def as_asked(reply: Reply, before: str, finds: tuple[Find, ...], looker: Looker) -> Found:
    """Once they have asked; `before` is where the conversation stood."""
    if reply.before:
        before = reply.before.encode()
    cards = tuple(_card(find, looker) for find in finds)
    return Found(reply.message, cards, "" if reply.forget else before, reply.message.buttons)


def _card(find: Find, looker: Looker) -> Card:
    first = find.duties[0].step if find.duties else None
    e164 = find.phone or (first.phone if first else None)
    return Card(find, phone(e164) if e164 else None, _about(find, first, looker))


def _about(find: Find, first: Step | None, looker: Looker) -> str:
    """What it is to be sent to whoever was found: by its topic, or else by the post."""
    if first is None or find.what is What.NUMBER or first.role is Role.RESPONSIBLE_OFFICER:
        return ""
    area = find.area or looker.area
    if find.topic:
        follow_up = FollowUp(area, looker.office, find.topic)
    else:
        follow_up = FollowUp(area, first.office, Topic.CONTACT, first.provider, wanted=first.role)
    return Press(Action.CARD, follow_up.encode()).encode()
