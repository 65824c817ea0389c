"""Somebody asks to be called back, and somebody else takes it: the use cases, the same on every channel."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.asker import Asker
from bot.call_backs.buttons import Verb
from bot.call_backs.saying import Saying
from bot.dialogue.call_back_offer import Asked
from bot.words.answer_buttons import fitting
from bot.words.buttons import Action, Press, PressError
from bot.words.catalogue import Words
from bot.words.message import Button, LineKind, Message, Text
from bot.words.taps import Tap
from bot.words.times import say_moment
from directory.accounts.standing import TELEGRAM, Identity
from directory.call_backs.asking import Wish
from directory.call_backs.call_backs import ActRefusedError, Doing
from directory.directory import Directory
from routing.answer import Answer
from routing.call_backs import machine
from routing.call_backs.asking import HowSoon, bounds, choices, chosen, chosen_until, request_for
from routing.call_backs.news import Refusal
from routing.call_backs.request import Because, Outcome, Request, role_on
from routing.hours import next_opening
from routing.policy import Policies
from routing.reading.until import until_said

MOST_OPEN = 3
MOST_AT_A_DESK = 20  # of callers; more at once is nobody's morning
_SHOWN = 3  # digits of a number, by which its owner knows it; the rest is nobody's to read over a shoulder
_DIGITS = {HowSoon.URGENT: "1", HowSoon.TODAY: "2", HowSoon.CAN_WAIT: "3", HowSoon.OPENING: "4"}
_CHOSEN = {digit: how_soon for how_soon, digit in _DIGITS.items()}


class TooManyOpenError(Exception):
    """So many callers wait already whom an account has had asked for that no more are taken."""


@dataclass(frozen=True, slots=True)
class CallingBack:
    """Asks for call backs and takes them, on an open directory."""

    directory: Directory

    def button(self, asker: Asker, answer: Answer) -> tuple[Button, ...]:
        """The button under an answer, for whoever may ask, where somebody can be asked.

        Only on Telegram: what becomes of it is told there, and the number to ring is given there.
        """
        if asker.account is None or asker.channel != TELEGRAM or self._request(answer) is None:
            return ()
        label = asker.words.say("call-back-button")
        return tuple(fitting([(label, Press(Action.CALL_BACK, answer.follow_up))]))

    async def asked(self, asker: Asker, answer: Answer, digit: str, shown: Message) -> Asked:
        """The first tap asks how soon, the second sends it. What is `shown` stays above: whom to ring."""
        how_soon = _CHOSEN.get(digit)
        request = self._request(answer, how_soon)
        return await self._asked(asker, answer, request, shown, sends=how_soon is not None)

    def until(self, text: str) -> tuple[datetime, ...]:
        """What may be meant by a text that says until when; by a number alone nothing is."""
        now = self.directory.now()
        return until_said(text, now) or (() if text.strip().isdecimal() else until_said(f"until {text}", now))

    async def asked_until(
        self, asker: Asker, answer: Answer, moments: tuple[datetime, ...], shown: Message
    ) -> Asked:
        """In place of the second tap: sent, or where nobody could ring by then, asked once more."""
        snapshot, at = self.directory.snapshot, self.directory.now()
        limits = Policies.bundled().limits
        if choice := chosen_until(answer, moments, snapshot, at, limits):
            request = request_for(answer, choice, snapshot, at)
            return await self._asked(asker, answer, request, shown, sends=True)
        earliest, latest = (say_moment(asker.words, one) for one in bounds(answer, snapshot, at, limits))
        told = _below(shown, asker.words, "call-back-until-when", earliest=earliest, latest=latest)
        return await self._asked(asker, answer, self._request(answer), told, sends=False)

    async def _asked(
        self, asker: Asker, answer: Answer, request: Request | None, shown: Message, *, sends: bool
    ) -> Asked:
        """What is shown of a request that is to be sent, or for which to choose how soon."""
        words = asker.words
        if asker.account is None:
            return Asked(_below(shown, words, "call-back-not-for-you"))
        if request is None:
            return Asked(_below(shown, words, "call-back-nobody"))
        number = await self.directory.call_back_numbers.of(asker.account)
        if number is None or not sends:
            return Asked(self._choose(asker, answer, request, number, shown), how_soon=number is not None)
        wish = Wish(request, asker.account, asker.agency, number)
        made = await self.directory.asking.ask(wish, MOST_OPEN)
        if made is None:
            return Asked(_below(shown, words, "call-back-one-open"))
        told = {"digits": number[-_SHOWN:], "until": self._saying(words).time(made.until)}
        if made.until != request.until:
            return Asked(_below(shown, words, "call-back-asked-already", **told))
        return Asked(_below(shown, words, "call-back-asked", **told))

    def to_choose(self, answer: Answer) -> tuple[HowSoon, ...]:
        """How soon a caller can ask to be rung; nothing where nobody can be asked."""
        if self._request(answer) is None:
            return ()
        return choices(answer, self.directory.snapshot, self.directory.now())

    async def ask_for_caller(
        self, asker: Asker, answer: Answer, how_soon: HowSoon, number: str
    ) -> Request | None:
        """Have a caller rung who holds at the desk of the asker's office, on a number (E.164) of theirs.

        Whoever is signed in there vouches for having taken it down. None where nobody can be asked. Raises
        TooManyOpenError, and DatabaseError.
        """
        request = self._request(answer, how_soon)
        if asker.account is None or asker.office is None or request is None:
            return None
        request = replace(request, reception=asker.office)
        wish = Wish(request, asker.account, asker.agency, number)
        asked = await self.directory.asking.ask(wish, MOST_AT_A_DESK)
        if asked is None:
            raise TooManyOpenError
        return asked

    async def tap(self, words: Words, tap: Tap[Verb], who: Identity) -> Message | None:
        """What a button under a call back does; None where the outbox says all there is to say."""
        if who.account is None:
            return self._saying(words).refused(Refusal.UNKNOWN, ())
        try:
            if tap.verb is Verb.SHOW:
                return await self._show(words, tap, who)
            if tap.verb is Verb.WITHDRAW:
                await self.directory.call_backs.withdraw(tap.request, who.account)
            else:
                await self.directory.call_backs.act(tap.request, tap.version, who.account, _doing(tap))
        except ActRefusedError as refused:
            return self._saying(words).refused(refused.refusal, refused.since)
        return None

    async def open_with(self, words: Words, who: Identity) -> Message:
        """What is open with somebody of the staff."""
        held = await self.directory.call_backs.held_by(who.account) if who.account else []
        return self._saying(words).summary(held)

    async def _show(self, words: Words, tap: Tap[Verb], who: Identity) -> Message:
        reference = await self.directory.references.show(tap.request, who)
        if reference is None:
            return Message((words.line(LineKind.ANSWER, "call-no-reference"),))
        return Message((words.line(LineKind.ANSWER, "call-reference", reference=Text(reference)),))

    def _request(self, answer: Answer, how_soon: HowSoon | None = None) -> Request | None:
        if answer.area is None:
            return None
        snapshot, at = self.directory.snapshot, self.directory.now()
        first = choices(answer, snapshot, at)[0]
        return request_for(answer, chosen(answer, how_soon or first, snapshot, at), snapshot, at)

    def _choose(
        self, asker: Asker, answer: Answer, request: Request, number: str | None, shown: Message
    ) -> Message:
        words, at = asker.words, self.directory.now()
        saying = self._saying(words)
        post = saying.post(role_on(request.rung), request.provider, request.area, request.office)
        if number is None:
            lines = [words.line(LineKind.ANSWER, "call-back-no-number", post=post)]
            presses = [(words.say("call-back-button"), Press(Action.CALL_BACK, answer.follow_up))]
        else:
            lines = [
                words.line(LineKind.ANSWER, "call-back-offer", post=post, digits=number[-_SHOWN:]),
                words.line(LineKind.NOTE, "call-back-phone-first"),
            ]
            if opens := self._opens_later(request, at):
                lines.append(words.line(LineKind.NOTE, "call-back-shut", moment=say_moment(words, opens)))
            lines.append(words.line(LineKind.QUESTION, "call-back-how-urgent"))
            lines.append(words.line(LineKind.NOTE, "call-back-or-until"))
            presses = [
                (
                    words.say("call-back-send", choice=how_soon),
                    Press(Action.CALL_BACK, answer.follow_up, check=_DIGITS[how_soon]),
                )
                for how_soon in choices(answer, self.directory.snapshot, at)
            ]
        back = (words.say("button-back"), Press(Action.ASK, answer.follow_up))
        return Message((*shown.lines, *lines), tuple(fitting([*presses, back])))

    def _opens_later(self, request: Request, at: datetime) -> datetime | None:
        snapshot = self.directory.snapshot
        office = snapshot.offices.get(request.office) if request.office else None
        opens = next_opening((office or snapshot.areas[request.area]).hours, at, snapshot.bank_holidays)
        return opens if opens and opens > at else None

    def _saying(self, words: Words) -> Saying:
        return Saying(words, self.directory.snapshot, self.directory.now())


def _below(shown: Message, words: Words, key: str, **values: str) -> Message:
    return Message((*shown.lines, words.line(LineKind.ANSWER, key, **values)), shown.buttons)


def _doing(tap: Tap[Verb]) -> Doing:
    """What a tap does to a request. Raises PressError for a button of nobody's."""
    try:
        match tap.verb:
            case Verb.TAKE:
                minutes = int(tap.more)
                return lambda request, by, there, waits: machine.take(request, by, minutes, there, waits)
            case Verb.NOT_OURS:
                why = Because(tap.more)
                return lambda request, by, there, waits: machine.not_ours(request, by, why, there, waits)
            case Verb.DONE:
                outcome = Outcome(tap.more)
                return lambda request, by, there, waits: machine.done(request, by, outcome, there, waits)
            case _:
                return machine.not_reached
    except ValueError:
        raise PressError("not a button of this service") from None
