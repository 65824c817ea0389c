"""The one use case of every channel: somebody says or presses something, and a reply comes back.

A channel knows how words and presses reach it, where it keeps a `Before` from one message to the
next, and how a message is painted. Everything else is here.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from bot.asker import Asker
from bot.assistant import Answers
from bot.dialogue.call_back_offer import Asked, CallBackOffer, NoCallBackOffer
from bot.dialogue.reply import Before, Reply
from bot.dialogue.reporting import NOBODY, Reports
from bot.limits import LONGEST_TEXT
from bot.words.buttons import Action, Press, PressError
from bot.words.catalogue import Words
from bot.words.correcting import ask_what_is_wrong, correct
from bot.words.message import LineKind, Message
from bot.words.position import led_to, stand_on
from bot.words.rendering import render
from bot.words.reporting import say_reported, tried_past
from directory.keeping.number_reports import Report
from routing.answer import Answer, Step
from routing.enquiry import Enquiry, FollowUp, FollowUpError, Tried
from routing.snapshot import Snapshot
from routing.vocabulary import Kind, Topic, Turn

_REPORTS = {Action.NOT_WORKING: "not-working", Action.WRONG_PERSON: "wrong-person"}
_SAID = {Turn.AGAIN: "from-the-start", Turn.THANKS: "welcome", Turn.GREETING: "greeting"}


class Dialogue:
    """Takes what was said or pressed. `clock` gives aware moments; `reports` takes wrong numbers."""

    def __init__(
        self,
        answers: Answers,
        clock: Callable[[], datetime],
        reports: Reports = NOBODY,
        calls: CallBackOffer = NoCallBackOffer(),  # noqa: B008 - it holds nothing
    ) -> None:
        self.answers = answers  # for what needs no words
        self._clock = clock
        self._reports = reports
        self._calls = calls

    @property
    def now(self) -> datetime:
        """The moment it is, by this dialogue's clock."""
        return self._clock()

    @property
    def snapshot(self) -> Snapshot:
        """The picture of the directory that answers are made from, as it is now."""
        return self.answers.snapshot

    async def hear(self, text: str, asker: Asker, before: Before | None = None) -> Reply:
        """The reply to a message."""
        pressed = self._pressed_before(before)
        if pressed and pressed[0].action is Action.CALL_BACK and (moments := self._calls.until(text)):
            return await self._until(moments, asker, pressed[1])
        follow_up, tried = (pressed[1], pressed[0].tried) if pressed else (None, None)
        answer = await self._ask(text, asker, follow_up, tried)
        match answer.turn:
            case Turn.AGAIN | Turn.THANKS | Turn.GREETING:
                said = Message((asker.words.line(LineKind.ANSWER, _SAID[answer.turn]),))
                return Reply(said, forget=answer.turn is Turn.AGAIN)
            case Turn.NEXT:
                return self._reply(asker, answer, tried)
        shown = led_to(answer.steps, tried)  # "why?" is about the step that is on the screen
        if answer.turn is Turn.WRONG_NUMBER:
            press = Press(Action.CORRECT, answer.follow_up, shown)
            rendering = rendered(asker.words, answer, shown, why=False)
            message = ask_what_is_wrong(asker.words, press, answer, rendering)
            return self._shown(message, answer, shown)
        why = answer.turn is Turn.WHY
        return self._reply(asker, answer, shown if why else None, why=why)

    async def look(self, text: str, asker: Asker) -> Answer:
        """The answer to what somebody is still typing: nothing is learnt from that, or goes on from it."""
        return await self.answers.answer(replace(self._enquiry(text, asker), unfinished=True))

    async def press(self, data: str, asker: Asker) -> Reply:
        """The reply to a button. Raises PressError for what this service never drew."""
        press, follow_up, answer = await self._pressed(data, asker)
        if press.action in _REPORTS:
            return await self._report(press, answer, asker)
        if press.action is Action.CALL_BACK:
            first = rendered(asker.words, answer, None, why=False)
            return self._of_call_back(await self._calls.asked(asker, answer, press.check, first), answer)
        if press.action in (Action.NEXT, Action.ASK, Action.WHY, Action.CARD):
            return self._reply(asker, answer, press.tried, why=press.action is Action.WHY)
        if press.action is Action.UNHELPFUL:
            self._reports.unhelpful(answer)
        shown = rendered(asker.words, answer, press.tried, why=False)
        message = correct(asker.words, press, follow_up, answer, shown, self.answers.snapshot)
        return self._shown(message, answer, press.tried)

    async def contact(self, data: str, asker: Asker) -> Step | None:
        """The contact that a button is about, as it is now; None where there is none. Raises PressError."""
        press, _, answer = await self._pressed(data, asker)
        return stand_on(answer.steps, press.tried).shown

    async def answer_of(self, data: str, asker: Asker) -> Answer:
        """The answer that a button is about, as it is now. Raises PressError."""
        _, _, answer = await self._pressed(data, asker)
        return answer

    async def _pressed(self, data: str, asker: Asker) -> tuple[Press, FollowUp, Answer]:
        """A press, and the answer that it is about, made anew. Raises PressError."""
        press = Press.decode(data)
        try:
            follow_up = FollowUp.decode(press.follow_up, self.answers.snapshot)
        except FollowUpError as error:
            raise PressError(str(error)) from None
        return press, follow_up, await self._ask("", asker, follow_up, None)

    async def _ask(self, text: str, asker: Asker, follow_up: FollowUp | None, tried: Tried | None) -> Answer:
        return await self.answers.answer(self._enquiry(text, asker, follow_up, tried))

    def _enquiry(
        self, text: str, asker: Asker, follow_up: FollowUp | None = None, tried: Tried | None = None
    ) -> Enquiry:
        return Enquiry(
            text=text[:LONGEST_TEXT],
            at=self._clock(),
            area=asker.area,
            standing=asker.standing,
            office=asker.office,
            asker=asker.key or None,
            account=asker.account,
            channel=asker.channel,
            follow_up=follow_up,
            tried=tried,
        )

    async def _report(self, press: Press, answer: Answer, asker: Asker) -> Reply:
        """Thanks for saying so, and whom to ring meanwhile. A number given no longer is not reported."""
        shown = stand_on(answer.steps, press.tried).shown
        if shown is None or shown.phone is None or not shown.phone.endswith(press.check):
            return self._reply(asker, answer, None)
        report = Report(shown.phone, _REPORTS[press.action], asker.standing, asker.channel, asker.key)
        noted = await self._reports.report(report)
        past = tried_past(answer.steps, shown, same_number=press.action is Action.WRONG_PERSON)
        meanwhile = rendered(asker.words, answer, past, why=False)
        message = say_reported(asker.words, shown.phone, meanwhile, noted=noted)
        return self._shown(message, answer, past)

    def _pressed_before(self, before: Before | None) -> tuple[Press, FollowUp] | None:
        """What the last answer settled; a message stands by itself where that cannot be read, or is old."""
        if before is None or not before.holds(self._clock()):
            return None
        try:
            press = Press.decode(before.token)
            return press, FollowUp.decode(press.follow_up, self.answers.snapshot)
        except (PressError, FollowUpError):
            return None

    async def _until(self, moments: tuple[datetime, ...], asker: Asker, follow_up: FollowUp) -> Reply:
        """Somebody who was asked how soon to call them back has written until when."""
        answer = await self._ask("", asker, follow_up, None)
        first = rendered(asker.words, answer, None, why=False)
        return self._of_call_back(await self._calls.asked_until(asker, answer, moments, first), answer)

    def _of_call_back(self, asked: Asked, answer: Answer) -> Reply:
        """As long as nothing has been chosen, the next message may say until when."""
        reply = self._shown(asked.message, answer, None)
        if not (asked.how_soon and reply.before):
            return reply
        token = Press(Action.CALL_BACK, answer.follow_up).encode()
        return replace(reply, before=replace(reply.before, token=token))

    def _reply(self, asker: Asker, answer: Answer, tried: Tried | None, *, why: bool = False) -> Reply:
        message = rendered(asker.words, answer, tried, why=why)
        if own := self._calls.button(asker, answer):
            message = replace(message, buttons=(*message.buttons, *own))
        return self._shown(message, answer, tried)

    def _shown(self, message: Message, answer: Answer, tried: Tried | None) -> Reply:
        """The reply, with where the conversation stands once this answer is on the screen."""
        if not answer.follow_up:
            return Reply(message, more_to_tell=_has_more_to_tell(answer))
        token = Press(Action.NEXT, answer.follow_up, stand_on(answer.steps, tried).tried).encode()
        before = Before(token, self._clock())
        return Reply(message, before, more_to_tell=_has_more_to_tell(answer))


def _has_more_to_tell(answer: Answer) -> bool:
    """Whether somebody who has been verified would be told more: of a case they are."""
    of_a_case = answer.topic is Topic.CASE and answer.kind is not Kind.EMERGENCY
    return answer.kind is Kind.DECLINED or of_a_case


@lru_cache(maxsize=2048)
def rendered(words: Words, answer: Answer, tried: Tried | None, *, why: bool) -> Message:
    """An answer in words, remembered: the same few hundred answers are asked for all day.

    An answer is immutable, and with the language it is all that its words depend on. It holds nothing
    of what the asker wrote, so neither does the memory of it.
    """
    return render(words, answer, tried=tried, why=why)
