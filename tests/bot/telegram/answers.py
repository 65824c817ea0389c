"""Answers prepared by a test, given first in, first out; unprepared questions are answered too."""

import asyncio
from collections import deque
from datetime import UTC, datetime

from routing.answer import Answer, Reason, Step
from routing.enquiry import Enquiry, FollowUp
from routing.vocabulary import Kind, Provider, Role, Topic

NOON = datetime(2014, 7, 8, 11, 0, tzinfo=UTC)
AREA_OF_OFFICE = {"worcester": "west-mercia", "braley-house": "west-mercia"}
FOLLOW_UP = FollowUp("west-mercia", "worcester", Topic.CASE, Provider.NPS)


def route(phone: str = "+441632960001", ask_for: str = "NPS Probation Duty Officer (sample)") -> Answer:
    """Ring the duty officer, then the SPO."""
    return Answer(
        kind=Kind.ROUTE,
        area="west-mercia",
        office="worcester",
        open_now=True,
        steps=(
            _step(Role.DUTY_OFFICER, phone, ask_for),
            _step(Role.SPO, "+441632960002", "NPS Senior Probation Officer (sample)"),
        ),
        because=(
            Reason(rule="contact.nps", text="The NPS duty officer sees both.", source="Sample source, 1"),
            Reason(rule="contact.rota", text="Somebody is on duty every working day.", source="Sample, 2"),
        ),
        follow_up=FOLLOW_UP.encode(),
    )


def _step(role: Role, phone: str, ask_for: str) -> Step:
    return Step(
        role=role,
        provider=Provider.NPS,
        office="worcester",
        phone=phone,
        ask_for=ask_for,
        place="Worcester probation office",
        hours="Mo-Fr 09:00-17:00; PH off",
        sample=True,
    )


class PreparedAnswers:
    """Stands in for the assistant and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Enquiry] = []
        self._prepared: deque[Answer | Exception | asyncio.Event] = deque()

    def prepare(self, *answers: Answer | Exception | asyncio.Event) -> None:
        """Answers to come. An exception is raised; an event is waited for, then answered as usual."""
        self._prepared.extend(answers)

    async def answer(self, enquiry: Enquiry) -> Answer:
        """The next prepared answer, or the usual one."""
        self.asked.append(enquiry)
        prepared = self._prepared.popleft() if self._prepared else route()
        if isinstance(prepared, Exception):
            raise prepared
        if isinstance(prepared, asyncio.Event):
            await prepared.wait()
            return route()
        return prepared
