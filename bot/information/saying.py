"""Requests for information in words: the list, one of them, and what each side is told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.information.buttons import LIST, PREFIX, New, Verb
from bot.words.catalogue import Words
from bot.words.message import Button, Line, LineKind, Message
from bot.words.taps import Tap
from bot.words.times import say_day, say_moment
from directory.call_backs.outbox import Outgoing
from directory.information.rows import Seen
from directory.storage.moments import as_read
from routing.information.access import Side
from routing.information.machine import Refusal, To, Told
from routing.information.request import Ending, InformationRequest, Progress
from routing.moments import day_in_london
from routing.snapshot import Snapshot

MOST = 10  # a keyboard that a telephone shows with little scrolling
_OF_THE_AGENCY = {Verb.ANSWERED: "information-answered", Verb.NOT_THEIRS: "information-not-theirs"}
_OF_THE_ASKER = {Verb.CAME: "information-came", Verb.NOT_NEEDED: "information-not-needed"}
_OF_AN_ANSWER = {Verb.CAME: "information-came", Verb.NOT_COME: "information-not-come"}
_OF_A_REFERENCE = {Verb.SHOW: "information-show"}
_TOLD: Mapping[str, str] = {
    Told.ASKED: "information-told-asked",
    Told.OVERDUE: "information-told-overdue",
    Told.LATE: "information-told-late",
    Told.UNREACHABLE: "information-told-unreachable",
    Told.ANSWERED: "information-told-answered",
    Told.NOT_COME: "information-told-not-come",
    Told.HANDED_ON: "information-told-handed-on",
    Told.CLOSED: "information-told-closed",
}


@dataclass(frozen=True, slots=True)
class InformationSaying:
    """Says it in one language, of one picture of the directory, at one moment; agencies by their names."""

    words: Words
    snapshot: Snapshot
    at: datetime
    agencies: Mapping[str, str]

    def message(self, one: Outgoing) -> Message:
        """A message out of the outbox."""
        about = one.about
        due = as_read(about["wanted_by"])
        line = self.words.line(
            LineKind.ANSWER,
            _TOLD[one.said],
            to=about["to"],
            number=str(about["id"]),
            agency=self.agencies.get(about["agency"], about["agency"]),
            what=self.words.say("information-kind", kind=about["kind"]),
            due=say_moment(self.words, due),
            where=self._where(about["area"], about["office"]),
            reached="yes" if about["reached"] else "no",
            ending=about["ending"] or "none",
        )
        return Message((line,), tuple(self._under(one.said, about, one.version)))

    def listed(self, seen: Sequence[Seen], *, may_ask: bool) -> Message:
        """What is open, whatever is due first before the rest."""
        if not seen:
            lines = [self.said("information-none-asked" if may_ask else "information-none-of-you")]
        else:
            lines = [self.words.line(LineKind.ANSWER, "information-open", count=len(seen))]
            lines += [self._line(LineKind.DETAIL, one.request) for one in seen[:MOST]]
        buttons = [self._see(one.request) for one in seen[:MOST]]
        if may_ask:
            buttons.append(Button(self.words.say("information-new"), New().encode()))
        return Message(tuple(lines), tuple(buttons))

    def one(self, seen: Seen, *first: Line) -> Message:
        """One request with what can be done about it; before it, what has just happened."""
        request = seen.request
        lines = [
            *first,
            self._line(LineKind.ANSWER, request),
            self.words.line(
                LineKind.DETAIL,
                "information-asked-by",
                post=self.words.say(f"role-{request.post}", provider=request.provider),
                where=self._where(request.area, request.office),
                day=say_day(self.words, day_in_london(request.asked_at)),
            ),
        ]
        if request.chased:
            lines.append(self.words.line(LineKind.DETAIL, "information-chased", count=request.chased))
        buttons = [self._button(key, verb, request.id, request.version) for verb, key in _acts(seen).items()]
        back = Button(self.words.say("information-back"), PREFIX + LIST)
        return Message(tuple(lines), (*buttons, back))

    def said(self, key: str, **values: str) -> Line:
        """A sentence of its own."""
        return self.words.line(LineKind.ANSWER, key, **values)

    def refused(self, refusal: Refusal) -> Message:
        """That a press came to nothing, and why."""
        back = Button(self.words.say("information-back"), PREFIX + LIST)
        return Message((self.said("information-refused", refusal=refusal),), (back,))

    def _line(self, kind: LineKind, request: InformationRequest) -> Line:
        return self.words.line(
            kind,
            "information-line",
            number=str(request.id),
            agency=self._agency(request),
            what=self.words.say("information-kind", kind=request.kind),
            due=say_moment(self.words, request.wanted_by),
            state="overdue" if request.is_overdue(self.at) else request.ending or request.progress,
        )

    def _see(self, request: InformationRequest) -> Button:
        label = self.words.say("information-see", number=str(request.id), agency=self._agency(request))
        return Button(label, PREFIX + Tap(Verb.SEE, request.id, request.version).encode())

    def _agency(self, request: InformationRequest) -> str:
        return self.agencies.get(request.agency, request.agency)

    def _under(self, said: str, about: Mapping[str, Any], version: int) -> Iterator[Button]:
        """The buttons under what somebody is told."""
        acts: Mapping[Verb, str] = {}
        if said == Told.CLOSED:
            if about["ending"] == Ending.NOT_THEIRS:
                yield Button(self.words.say("information-new"), New().encode())
        elif about["to"] == To.AGENCY:
            acts = _OF_THE_AGENCY
        elif said == Told.ANSWERED:
            acts = _OF_AN_ANSWER
        else:
            acts = _OF_THE_ASKER
        for verb, key in acts.items():
            yield self._button(key, verb, about["id"], version)

    def _button(self, key: str, verb: Verb, request: int, version: int) -> Button:
        return Button(self.words.say(key), PREFIX + Tap(verb, request, version).encode())

    def _where(self, area: str, office: str | None) -> str:
        return self.snapshot.name_of(area, office)


def _acts(seen: Seen) -> Mapping[Verb, str]:
    """What can be done about a request, on the side of whoever sees it."""
    answered = seen.request.progress is Progress.ANSWERED
    if not seen.request.is_open:
        return {}
    if seen.side is Side.IS_ASKED:
        return {} if answered else _OF_THE_AGENCY
    shown = _OF_A_REFERENCE if seen.has_reference else {}
    return {**(_OF_AN_ANSWER if answered else _OF_THE_ASKER), **shown}
