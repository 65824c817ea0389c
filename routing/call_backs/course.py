"""One request on its way through one moment: each way on that there is, with what is said of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from routing.call_backs.news import By, News, Note, Noted, Said, To, Turn
from routing.call_backs.request import MANAGERS, Because, IfShut, Outcome, Request, State, role_on
from routing.call_backs.staffing import Staffing
from routing.policy.policy import WaitingStep, WaitingTime
from routing.vocabulary import Provider

Waits = Mapping[WaitingStep, WaitingTime]
MOST_TRIES = 2
_STEPS = (WaitingStep.DUTY_OFFICER, WaitingStep.SPO, WaitingStep.DUTY_SPO, WaitingStep.MANAGERS)
_OTHER = {Provider.NPS: Provider.CRC, Provider.CRC: Provider.NPS}


@dataclass(slots=True)
class Course:
    """A request as it stands by now, what has to be said, and its history."""

    request: Request
    there: Staffing
    waits: Waits
    news: list[News] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def turn(self) -> Turn:
        """What has come of it. Where nobody is told anything, only the next look is put off."""
        version = self.request.version + 1 if self.news else self.request.version
        request = replace(self.request, version=version, due_at=self._due())
        return Turn(request, tuple(self.news), tuple(self.notes))

    def note(self, what: Noted, **more: Any) -> None:
        """Put it into the history, with the post that it happened at."""
        at = self.request
        rung = more.pop("rung", at.rung)
        self.notes.append(Note(what, role_on(rung), at.provider, **more))

    def look_at_offer(self) -> None:
        """An offer ends with the office's hours, with its own time, or with a shift."""
        request, there = self.request, self.there
        if not there.is_open(request):
            self.shut()
        elif request.step_ends and there.at >= request.step_ends:
            self.note(Noted.UNANSWERED, person=request.offered_to)
            self.climb_from(request.rung + 1, Because.NOBODY_TOOK_IT)
        elif request.rung < MANAGERS and there.on(request, request.rung) != request.offered_to:
            self.hand_on(request.step_ends or there.at)

    def look_at_promise(self) -> None:
        """A promise that is missed opens the request again; so does whoever made it by going off."""
        request, there = self.request, self.there
        if request.promised and there.at >= request.promised:
            self.note(Noted.PROMISE_MISSED, person=request.taker)
            self._reopen(Said.MISSED)
            if there.is_open(request):
                self.climb_from(request.rung + 1, Because.PROMISE_MISSED)
            else:
                self.shut()
        elif request.taker and request.taker not in there.on_the_ladder(request):
            promised = request.promised or there.at
            self._reopen(Said.HANDED_ON)
            self.hand_on(min(promised, there.at + self._wait(_STEPS[request.rung])))

    def lose_taker(self) -> None:
        """Whoever has taken it can act no longer: offered at the same height to whoever can."""
        request, there = self.request, self.there
        self.note(Noted.TAKER_GONE, person=request.taker)
        self._reopen(Said.TAKER_GONE)
        if not there.is_open(request):
            self.shut()
        elif request.rung == MANAGERS:
            self._alarm(MANAGERS, Because.TAKER_GONE)
        else:
            self.climb_from(request.rung, Because.TAKER_GONE)

    def climb_from(self, rung: int, because: Because | None) -> None:
        """Offer it to the first from this rung on where somebody is on, but not to the same again."""
        before = self.request.offered_to if rung > self.request.rung else None
        for at in range(rung, MANAGERS):
            person = self.there.on(self.request, at)
            if person and person != before:
                self._offer(at, person, because)
                return
            self.note(Noted.NOBODY_ON, rung=at)
        self._alarm(rung, because)

    def hand_on(self, step_ends: datetime) -> None:
        """Offer it to whoever is on now at the same rung, its clock running on; else higher."""
        request = self.request
        person = self.there.on(request, request.rung)
        if person is None:
            self.note(Noted.NOBODY_ON)
            self.climb_from(request.rung + 1, Because.OFF_SHIFT)
            return
        self.news.append(News(To.PERSON, Said.SUMMARY, person=person))
        self._offer(request.rung, person, Because.OFF_SHIFT)
        self._leave(step_ends)

    def move_across(self, why: Because) -> None:
        """To the other provider, at the same height; the second time to the NPS, one step higher."""
        request, again = self.request, self.request.moves > 0
        self.note(Noted.MOVED, because=why, person=request.taker or request.offered_to)
        left = request.step_ends if request.state is State.OFFERED else None
        if request.state is State.TAKEN:
            self._reopen(None)
        provider = Provider.NPS if again else _OTHER[request.provider]
        self.request = replace(self.request, provider=provider, moves=request.moves + 1)
        self.climb_from(min(request.rung + again, MANAGERS), why)
        if self.request.rung == request.rung and self.request.is_open:
            self._leave(left or self.there.at)

    def take(self, by: By, wait: timedelta) -> None:
        """Theirs, with a promise no later than the asker, their shift and the rules allow."""
        request, at = self.request, self.there.at
        latest = [at + min(wait, self._wait(WaitingStep.PROMISE)), request.until]
        person = by.person if by.person in self.there.on_the_ladder(request) else None
        if person:
            latest.append(self.there.off_at(request, person))
        mine = request.state is State.TAKEN
        self.request = replace(
            request, state=State.TAKEN, taken_by=by.account, taker=person, promised=min(latest)
        )
        self.note(Noted.PROMISED if mine else Noted.TAKEN, person=by.person)
        self.news.append(News(To.ASKER, Said.PROMISED if mine else Said.TAKEN))
        self.news.append(News(To.TAKER, Said.YOURS, account=by.account))

    def could_not_reach(self) -> None:
        """The first time the asker is told and rung again; the second time it is closed."""
        request, at = self.request, self.there.at
        self.note(Noted.NOT_REACHED, person=request.taker)
        if request.tries + 1 >= MOST_TRIES:
            self.close(Outcome.NOT_REACHED, News(To.ASKER, Said.RING, Because.NOBODY_LEFT))
            return
        latest = [at + self._wait(WaitingStep.TRY_AGAIN), request.until]
        if request.taker:
            latest.append(max(self.there.off_at(request, request.taker), at))
        self.request = replace(request, tries=request.tries + 1, promised=min(latest))
        self.news.append(News(To.ASKER, Said.NOT_REACHED))
        self.news.append(News(To.TAKER, Said.YOURS, account=request.taken_by))

    def shut(self) -> None:
        """The office is shut: the asker is told to ring out of hours, or waits for its opening."""
        opens = self.there.opens_at(self.request)
        if self.request.if_shut is IfShut.PREMISES or opens is None or opens >= self.request.until:
            self.close(Outcome.TOLD_TO_RING, News(To.ASKER, Said.RING, Because.SHUT))
            return
        if self.request.state is not State.WAITING:
            self._reopen(None)
        self.request = replace(self.request, state=State.WAITING)
        self.note(Noted.WAITS)
        self.news.append(News(To.ASKER, Said.WAITS))

    def give_up(self, because: Because) -> None:
        """Nobody has rung in the time there was: the asker is told whom to ring, the managers that."""
        if self.request.state is State.TAKEN:
            self.note(Noted.PROMISE_MISSED, person=self.request.taker)
            self.news.append(News(To.TAKER, Said.MISSED, account=self.request.taken_by))
        told = [News(To.ASKER, Said.RING, because), News(To.MANAGERS, Said.UNANSWERED, because)]
        self.close(Outcome.UNANSWERED, *told)

    def close(self, outcome: Outcome, *news: News) -> None:
        """The end of it."""
        self.request = replace(self.request, state=State.CLOSED, outcome=outcome, step_ends=None)
        self.note(Noted.CLOSED, outcome=outcome, person=self.request.taker)
        self.news.extend(news)

    def _offer(self, rung: int, person: str, because: Because | None) -> None:
        ends = self.there.at + self._wait(_STEPS[rung])
        self.request = replace(
            self.request, state=State.OFFERED, rung=rung, offered_to=person, step_ends=ends
        )
        self.note(Noted.OFFERED, because=because, person=person)
        self.news.append(News(To.ASKER, Said.OFFERED, because))
        self.news.append(News(To.PERSON, Said.OFFER, because, person=person))
        self.news.append(News(To.GROUP, Said.OFFER, because))

    def _alarm(self, rung: int, because: Because | None) -> None:
        """The end of the ladder: the asker is told whom to ring; the managers have it, if there are any."""
        request = self.request
        if rung > MANAGERS or request.area not in self.there.managed:
            self.request = replace(request, rung=MANAGERS, offered_to=None)
            self.give_up(Because.NOBODY_LEFT)
            return
        ends = self.there.at + self._wait(WaitingStep.MANAGERS)
        self.request = replace(request, state=State.OFFERED, rung=MANAGERS, offered_to=None, step_ends=ends)
        self.note(Noted.OFFERED, because=because)
        self.news.append(News(To.ASKER, Said.RING, because or Because.NOBODY_LEFT))
        self.news.append(News(To.MANAGERS, Said.OFFER, because))

    def _leave(self, step_ends: datetime) -> None:
        """Let the clock of a step run on, but for the least that whoever has it now is given."""
        least = self.there.at + self._wait(WaitingStep.HANDED_ON)
        self.request = replace(self.request, step_ends=max(step_ends, least))

    def _reopen(self, said: Said | None) -> None:
        """Nobody's again; whoever had it is told why."""
        request = self.request
        if said and request.taken_by:
            self.news.append(News(To.TAKER, said, account=request.taken_by))
        self.request = replace(
            request,
            state=State.WAITING,
            reopened=request.reopened + 1,
            offered_to=request.taker or request.offered_to,
            taken_by=None,
            taker=None,
            promised=None,
            step_ends=None,
        )

    def _wait(self, step: WaitingStep) -> timedelta:
        return self.waits[step].of(self.request.urgency)

    def _due(self) -> datetime | None:
        """When to look again: at whatever may end the present state first."""
        request, there = self.request, self.there
        moments: list[datetime | None] = [request.until]
        match request.state:
            case State.CLOSED:
                return None
            case State.WAITING:
                moments.append(there.opens_at(request))
            case State.TAKEN:
                moments.append(request.promised)
                if request.taker:
                    moments.append(there.off_at(request, request.taker))
            case State.OFFERED:
                moments += [request.step_ends, there.shuts_at(request)]
                if request.offered_to:
                    moments.append(there.off_at(request, request.offered_to))
        return min(moment for moment in moments if moment is not None)
