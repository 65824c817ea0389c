"""Inline mode: whoever writes `@bot redditch duty` in any chat is offered whom to ring, to post there.

What is posted can be read by everybody in that chat, so whoever asks is the public, whatever their
standing; only their area and office are taken over, for they say where and not what. Half a word is
typed at a time: nothing is learnt from it, and nothing of the conversation is touched.
"""

import logging
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace

from aiogram import Bot, types
from aiogram.enums import ParseMode
from aiogram.exceptions import AiogramError

from bot.asker import Asker
from bot.channel import Channel
from bot.dialogue.dialogue import Dialogue, rendered
from bot.limits import TYPING, Admission
from bot.operation.failures import place_of
from bot.telegram.cards import card_of, venue_of
from bot.telegram.page import page_of
from bot.telegram.words import say
from bot.words.catalogue import Words
from bot.words.message import LineKind
from bot.words.painters import line_to_plain
from routing.answer import Answer, Step
from routing.snapshot import Office
from routing.vocabulary import Kind, Role

logger = logging.getLogger(__name__)

_CACHE_SECONDS = 5  # a rota changes
_DUTY = "duty officer"  # of the asker's own office, where nothing is typed yet
_START = "inline"  # what /start is sent with; it means nothing more
_MOST_CONTACTS = 5
_SAID_WHOLE = frozenset({Kind.ROUTE, Kind.EMERGENCY, Kind.EXPLAIN})
_OFFERED = _SAID_WHOLE | {Kind.CLARIFY}  # else there is nothing that somebody would want to post
_LEADS = frozenset({LineKind.DANGER, LineKind.ANSWER, LineKind.HEADLINE, LineKind.DETAIL})
Result = types.InlineQueryResultUnion


class Inline:
    """Answers inline queries."""

    def __init__(self, dialogue: Dialogue, channel: Channel) -> None:
        self._dialogue = dialogue
        self._channel = channel

    async def offer(self, query: types.InlineQuery, bot: Bot) -> None:
        """Offer what there is to post, and the way to a private chat."""
        user = query.from_user
        words = await self._channel.words(user.id, user.language_code)
        verdict = await self._channel.admit(f"inline {user.id}", query.query, self._dialogue.now, TYPING)
        if verdict.admission is Admission.ANSWER:
            found, told = await self._found(query.query, user.id, words), say(words, "inline-private")
        else:
            found, told = [], say(words, "inline-too-many")
        button = types.InlineQueryResultsButton(text=told, start_parameter=_START)
        with suppress(AiogramError):  # whoever has typed on no longer waits for it
            await query.answer(list(found), cache_time=_CACHE_SECONDS, is_personal=True, button=button)

    async def _found(self, text: str, user: int, words: Words) -> list[Result]:
        """What can be posted; nothing where nothing is understood, or it may not be told."""
        try:
            asker = await self._asker(user, words)
            if not text.strip() and asker.office is None:
                return []
            answer = await self._dialogue.look(text if text.strip() else _DUTY, asker)
            return (
                list(_results(words, answer, self._dialogue.snapshot.offices))
                if answer.kind in _OFFERED
                else []
            )
        except Exception as error:
            logger.error("Telegram: no inline answer was made: %s", place_of(error))
            return []

    async def _asker(self, user: int, words: Words) -> Asker:
        """The public, in the asker's own area and office."""
        known = await self._channel.who(user)
        anybody = await self._channel.asker(user, None, language=words.language)
        return replace(anybody, area=known.area or anybody.area, office=known.office)


def _results(words: Words, answer: Answer, offices: Mapping[str, Office]) -> Iterator[Result]:
    """The answer whole where it stands by itself, then each contact of it, then where to go."""
    if answer.kind in _SAID_WHOLE:
        yield _whole(words, answer)
    if answer.kind is Kind.EMERGENCY:
        return  # 999 first: what is posted of an emergency is posted whole
    contacts: dict[str, Step] = {}
    for step in answer.steps:
        if step.phone and step.role is not Role.EMERGENCY_SERVICES:
            contacts.setdefault(step.phone, step)  # the first to ask for; the others have the same number
    yield from (_contact(words, *one) for one in [*contacts.items()][:_MOST_CONTACTS])
    for venue in dict.fromkeys(venue_of(step, offices) for step in contacts.values()):
        if venue:
            yield types.InlineQueryResultVenue(id=f"v{venue.title}"[:64], **venue._asdict())


def _contact(words: Words, number: str, step: Step) -> Result:
    card = card_of(words, step)
    return types.InlineQueryResultContact(
        id=f"c{number}", phone_number=number, first_name=card.name, vcard=card.vcard
    )


def _whole(words: Words, answer: Answer) -> Result:
    """Without buttons: they would be pressed by whoever reads along."""
    message = rendered(words, answer, None, why=False)
    lines = [line_to_plain(line) for line in message.lines if line.kind in _LEADS]
    html = page_of(words, message).html
    title, rest = lines[0] if lines else say(words, "inline-answer"), " ".join(lines[1:2])
    return types.InlineQueryResultArticle(
        id="answer",
        title=title,
        description=rest or None,
        input_message_content=types.InputTextMessageContent(message_text=html, parse_mode=ParseMode.HTML),
    )
