"""Every message about a call back in words: what the asker is told, and what staff are."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.call_backs.buttons import Verb
from bot.words.catalogue import Words
from bot.words.contact import say_contact, say_next
from bot.words.message import Button, Line, LineKind, Message
from bot.words.numbers import phone
from bot.words.position import stand_on
from bot.words.taps import Tap
from bot.words.times import say_moment, say_when
from directory.call_backs.outbox import Outgoing
from directory.storage.moments import as_read
from routing.call_backs.news import Noted, Said
from routing.call_backs.request import Because, HowUrgent, Request, office_of, outcomes_of, role_on
from routing.ladder import Ladder, Need
from routing.snapshot import Snapshot
from routing.vocabulary import Kind, Provider, Role, Topic

PREFIX = "/call:"  # on every channel; what stands behind it is a Tap
_PROMISES = {
    HowUrgent.URGENT: (5, 15, 30),
    HowUrgent.TODAY: (15, 30, 60, 120),
    HowUrgent.CAN_WAIT: (60, 120, 240, 480),
}
_OTHER = {Provider.NPS: Provider.CRC, Provider.CRC: Provider.NPS}


@dataclass(frozen=True, slots=True)
class Saying:
    """Says it in one language, of one picture of the directory, at one moment."""

    words: Words
    snapshot: Snapshot
    at: datetime

    def message(self, one: Outgoing, held: Sequence[Request] = ()) -> Message:
        """A message out of the outbox; `held` is what a summary sums up."""
        about = one.about
        match one.said:
            case Said.OFFER:
                return self._offer(one)
            case Said.YOURS:
                return self._yours(one)
            case Said.SUMMARY:
                return self.summary(held)
            case Said.RING:
                return Message(
                    (self._line("call-back-ring", because=about["because"] or "none"), *self._ring(about))
                )
            case Said.WAITS:
                opens = say_moment(self.words, as_read(about["due_at"]))
                waits = self._line("call-back-waits", moment=opens)
                return Message((waits, *self._ring(about)), self._withdraw(one))
            case Said.SHIFT:
                return Message((self._shift(about),))
            case Said.OVER:
                return Message((self._over(about),))
        return Message((self._news(one),), self._withdraw(one) if one.said in _STILL_OPEN else ())

    def overdue(self, requests: int, messages: int) -> Message:
        """That something is late which ought not to be."""
        return Message((self._line("call-overdue", requests=requests, messages=messages),))

    def summary(self, held: Sequence[Request]) -> Message:
        """What is open with somebody."""
        if not held:
            return Message((self._line("call-none"),))
        lines = [self._line("call-summary", count=len(held))]
        for one in held:
            where = self._where(one.area, one.office)
            asked, topic = self.time(one.asked_at), self._topic(one.topic)
            lines.append(self._detail("call-summary-line", asked=asked, topic=topic, where=where))
        return Message(tuple(lines))

    def refused(self, refusal: str, since: Sequence[Any]) -> Message:
        """That a press came to nothing, and what happened meanwhile."""
        lines = [self._line("call-refused", refusal=refusal)]
        told = [note for note in since if note["what"] != Noted.ASKED]
        if told:
            what = "; ".join(self._noted(note) for note in told)
            lines.append(self._detail("call-meanwhile", what=what))
        return Message(tuple(lines))

    def post(self, role: Role | None, provider: str, area: str, office: str | None) -> str:
        """A post of the ladder, and where it is."""
        if role is None:
            return self.words.say("call-back-manager", where=self._where(area, None))
        where = self._where(area, office_of(role, office))
        return self.words.say(
            "call-back-post", post=self.words.say(f"role-{role}", provider=provider), where=where
        )

    def _news(self, one: Outgoing) -> Line:
        about = one.about
        promised = about["promised"]
        return self._line(
            _KEYS[one.said],
            who=self._who(about),
            because=about["because"] or "none",
            time=self._kept_time(promised) if promised else self.time(self.at),
            outcome=self._outcome(about),
            where=self._where(about["area"], about["office"]),
            asked=self._kept_time(about["asked_at"]),
        )

    def _offer(self, one: Outgoing) -> Message:
        about = one.about
        lines = [self._line("call-offer", urgency=about["urgency"]), *self._about(one)]
        first = role_on(about["rung"]) is not None and about["because"] is None
        if not first:
            lines.append(self._detail("call-because", because=about["because"] or "none"))
        taking = self._promises(one, "call-take")
        return Message(tuple(lines), (*taking, *self._not_ours(one)))

    def _yours(self, one: Outgoing) -> Message:
        about = one.about
        time = self._kept_time(about["promised"])
        if one.number:
            first = self.words.line(LineKind.HEADLINE, "call-yours", phone=phone(one.number), time=time)
        else:
            first = self._line("call-yours-unreadable", time=time)
        presses = [
            (
                self.words.say("call-done", outcome=self.words.say("outcome", outcome=outcome)),
                Verb.DONE,
                str(outcome),
            )
            for outcome in outcomes_of(Topic(about["topic"]) if about["topic"] else None)
        ]
        presses.append((self.words.say("call-cannot-reach"), Verb.NOT_REACHED, ""))
        if one.has_reference:
            presses.append((self.words.say("call-show"), Verb.SHOW, ""))
        buttons = [_button(label, one, verb, more) for label, verb, more in presses]
        longer = self._promises(one, "call-longer")[-1:]
        return Message((first, *self._about(one)), (*buttons, *longer, *self._not_ours(one)))

    def _about(self, one: Outgoing) -> Iterator[Line]:
        about = one.about
        where = self._where(about["area"], about["office"])
        sender = self._sender(one)
        topic = self._topic(Topic(about["topic"]) if about["topic"] else None)
        yield self._detail("call-about", topic=topic, where=where, **{"from": sender})
        asked, until = self._kept_time(about["asked_at"]), self._kept_time(about["until"])
        yield self._detail("call-asked", asked=asked, until=until)

    def _sender(self, one: Outgoing) -> str:
        if desk := one.about.get("reception"):
            return self.words.say("call-from-reception", office=self.snapshot.offices[desk].name)
        return one.agency or self.words.say("call-from-nobody")

    def _promises(self, one: Outgoing, key: str) -> tuple[Button, ...]:
        choices = _PROMISES[HowUrgent(one.about["urgency"])]
        return tuple(
            _button(self.words.say(key, minutes=minutes), one, Verb.TAKE, str(minutes)) for minutes in choices
        )

    def _not_ours(self, one: Outgoing) -> Iterable[Button]:
        other = _OTHER[Provider(one.about["provider"])]
        for why, key in _NOT_OURS.items():
            yield _button(self.words.say(key, provider=other), one, Verb.NOT_OURS, str(why))

    def _withdraw(self, one: Outgoing) -> tuple[Button, ...]:
        return (_button(self.words.say("call-back-withdraw"), one, Verb.WITHDRAW, ""),)

    def _over(self, about: dict[str, Any]) -> Line:
        return self._line(
            "call-over-yours" if about["was"] in (Said.YOURS, Said.REMINDER) else "call-over",
            state=about["state"],
            outcome=self._outcome(about),
            who=self._who(about),
        )

    def _shift(self, about: dict[str, Any]) -> Line:
        role, area, office = Role(about["role"]), about["area"], about["office"]
        return self._line(
            "call-shift",
            who=self.post(role, about["provider"] or "none", area, office),
            begins=self._kept_time(about["begins"]),
            ends=self._kept_time(about["ends"]),
        )

    def _ring(self, about: dict[str, Any]) -> Iterator[Line]:
        """Whom to ring now, as an answer would say it."""
        office = self.snapshot.offices.get(about["office"]) if about["office"] else None
        need = Need(self.snapshot.areas[about["area"]], office, Provider(about["provider"]))
        position = stand_on(Ladder(self.snapshot, self.at).steps(need), None)
        if position.shown:
            yield from say_contact(self.words, position.shown, Kind.ROUTE)
        if after := say_next(self.words, position):
            yield after

    def _noted(self, note: Any) -> str:
        role = Role(note["role"]) if note["role"] else None
        if role is None:
            who = self.words.say("call-back-managers")
        else:
            who = self.words.say(f"role-{role}", provider=note["provider"])
        return self.words.say("call-noted", what=note["what"], who=who)

    def _who(self, about: dict[str, Any]) -> str:
        return self.post(role_on(about["rung"]), about["provider"], about["area"], about["office"])

    def _where(self, area: str, office: str | None) -> str:
        return self.snapshot.name_of(area, office)

    def _topic(self, topic: Topic | None) -> str:
        return self.words.say("topic", topic=topic) if topic else self.words.say("call-no-topic")

    def _outcome(self, about: dict[str, Any]) -> str:
        return self.words.say("outcome", outcome=about["outcome"] or "unanswered")

    def _kept_time(self, kept: str) -> str:
        return self.time(as_read(kept))

    def time(self, moment: datetime) -> str:
        return say_when(self.words, moment, self.at)

    def _line(self, key: str, **values: str | int) -> Line:
        return self.words.line(LineKind.ANSWER, key, **values)

    def _detail(self, key: str, **values: str | int) -> Line:
        return self.words.line(LineKind.DETAIL, key, **values)


def _button(label: str, one: Outgoing, verb: Verb, more: str) -> Button:
    assert one.call_back is not None
    return Button(label, PREFIX + Tap(verb, one.call_back, one.version, more).encode())


_NOT_OURS = {Because.THEIR_CASE: "call-not-ours", Because.THEIR_WORK: "call-not-our-work"}
_STILL_OPEN = (Said.OFFERED, Said.TAKEN, Said.PROMISED, Said.NOT_REACHED)
_KEYS: dict[str, str] = {
    Said.OFFERED: "call-back-offered",
    Said.TAKEN: "call-back-taken",
    Said.PROMISED: "call-back-promised",
    Said.NOT_REACHED: "call-back-not-reached",
    Said.CLOSED: "call-back-closed",
    Said.REMINDER: "call-reminder",
    Said.MISSED: "call-missed",
    Said.HANDED_ON: "call-handed-on",
    Said.TAKER_GONE: "call-taker-gone",
    Said.WITHDRAWN: "call-withdrawn",
    Said.UNANSWERED: "call-unanswered",
}
