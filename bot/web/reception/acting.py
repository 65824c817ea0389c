"""What is done for a caller besides telling: logged where they were sent, and have them rung back.

What it is about comes back from the page as the data of a button, and is made anew: so nobody is logged
or called back who is not on any longer.
"""

from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from bot.call_backs.calling_back import CallingBack, TooManyOpenError
from bot.limits import CALLS, Admission
from bot.web.drawing import draw
from bot.web.reception.page import BY_SCRIPT, AtDesk, DeskPage
from bot.web.reception.speaking import Speaking
from bot.words.buttons import Press, PressError
from bot.words.times import say_when
from directory.call_backs.call_backs import ActRefusedError
from directory.channels.callers_sent import Sent
from directory.errors import DatabaseError
from directory.exchange.cells.cell import CellError
from directory.exchange.cells.phone import read_number
from routing.answer import Answer, Step
from routing.call_backs.asking import HowSoon
from routing.enquiry import FollowUp, FollowUpError
from routing.snapshot import PostKey
from routing.vocabulary import Topic

_DONE, _WRONG = 200, 422
_MOST_DIGITS = 9  # of the number of a request: further than that no database counts


@dataclass(frozen=True, slots=True)
class Acting:
    """On the page of one running service."""

    desk: DeskPage

    async def log(self, request: Request) -> Response:
        """Log that a caller was sent to whom the button is about."""
        at = await self.desk.at_desk(request)
        say = at.visitor.words.say
        try:
            sent, step = await self._sent(at)
        except (PressError, FollowUpError):
            return await self._noted(request, at, say("reception-not-logged"), _WRONG)
        try:
            await self.desk.service.assistant.directory.callers_sent.log(sent)
        except DatabaseError:
            return await self._noted(request, at, say("reception-log-failed"), 503)
        asked = say("topic", topic=sent.topic) if sent.topic and sent.topic is not Topic.CONTACT else "none"
        return await self._noted(request, at, say("reception-logged", asked=asked, sent=_post(at, step)))

    async def call_back(self, request: Request) -> Response:
        """First what can be chosen, with a field for the number; then, once there is one, send it."""
        at = await self.desk.at_desk(request)
        calling = CallingBack(self.desk.service.assistant.directory)
        try:
            answer = await self.desk.service.dialogue.answer_of(at.form.get("about", ""), at.asker)
        except PressError:
            return await self._noted(request, at, at.visitor.words.say("reception-not-logged"), _WRONG)
        number = at.form.get("number")
        if number is None:
            return await self._form(request, at, calling.to_choose(answer))
        try:
            e164 = read_number(number)
            how_soon = HowSoon(at.form.get("how_soon", ""))
        except (CellError, ValueError):
            return await self._form(request, at, calling.to_choose(answer), wrong=True)
        return await self._ask(request, at, calling, answer, how_soon, e164)

    async def withdraw(self, request: Request) -> Response:
        """A caller at this desk needs to be rung no longer."""
        at = await self.desk.at_desk(request)
        account, number = at.visitor.who.account, at.form.get("request", "")
        try:
            call_backs = self.desk.service.assistant.directory.call_backs
            await call_backs.withdraw(_numbered(number), account or "", at.office.id)
        except (ValueError, ActRefusedError):
            return await self._noted(
                request, at, at.visitor.words.say("reception-call-not-withdrawn"), _WRONG
            )
        return await self._noted(request, at, at.visitor.words.say("reception-call-withdrawn"))

    async def _ask(
        self,
        request: Request,
        at: AtDesk,
        calling: CallingBack,
        answer: Answer,
        how_soon: HowSoon,
        number: str,
    ) -> Response:
        try:
            await self._hold_back(at)
            asked = await calling.ask_for_caller(at.asker, answer, how_soon, number)
        except TooManyOpenError:
            return await self._noted(request, at, at.visitor.words.say("reception-call-too-many"), 429)
        if asked is None:
            return await self._noted(request, at, at.visitor.words.say("reception-call-nobody"), _WRONG)
        now = self.desk.service.dialogue.now
        post = Speaking(at.visitor.words, now, self.desk.service.dialogue.snapshot).rung(asked)
        until = say_when(at.visitor.words, asked.until, now)
        return await self._noted(
            request, at, at.visitor.words.say("reception-call-asked", post=post, until=until)
        )

    async def _hold_back(self, at: AtDesk) -> None:
        """Whoever asks and withdraws all day wakes duty officers for nothing. Raises TooManyOpenError."""
        service = self.desk.service
        key = f"desk call back {at.visitor.who.account}"
        verdict = await service.channel("web").admit(key, "", service.dialogue.now, CALLS)
        if verdict.admission is not Admission.ANSWER:
            raise TooManyOpenError

    async def _sent(self, at: AtDesk) -> tuple[Sent, Step]:
        """What is logged. Raises PressError or FollowUpError for what this service never drew."""
        about, dialogue = at.form.get("about", ""), self.desk.service.dialogue
        follow_up = FollowUp.decode(Press.decode(about).follow_up, dialogue.snapshot)
        step = await dialogue.contact(about, at.asker)
        if step is None:
            raise PressError("nobody is left whom that was about")
        to = PostKey(follow_up.area, step.office, step.provider, step.role)
        account = at.visitor.who.account or ""
        return Sent(at.office.id, to, account, follow_up.topic, follow_up.wanted), step

    async def _form(
        self, request: Request, at: AtDesk, choices: tuple[HowSoon, ...], *, wrong: bool = False
    ) -> Response:
        if not choices:
            return await self._noted(request, at, at.visitor.words.say("reception-call-nobody"), _WRONG)
        shown: dict[str, Any] = {"choices": choices, "about": at.form.get("about", ""), "wrong": wrong}
        if BY_SCRIPT in request.headers:
            return draw(at.visitor, "reception/call_back.html", office=at.office, **shown)
        return await self.desk.page(at, calling=shown)

    async def _noted(self, request: Request, at: AtDesk, said: str, status: int = _DONE) -> Response:
        """What has become of it: in the line for that, or a page without a script."""
        if BY_SCRIPT in request.headers:
            response = draw(at.visitor, "reception/noted.html", status, said=said, done=status == _DONE)
            response.headers["hx-retarget"] = "#state"
            return response
        return await self.desk.page(at, note=said, status=status)


def _numbered(text: str) -> int:
    """The number of a request. Raises ValueError for what is none."""
    if len(text) > _MOST_DIGITS:
        raise ValueError("too long")
    return int(text)


def _post(at: AtDesk, step: Step) -> str:
    words = at.visitor.words
    post = words.say(f"role-{step.role}", provider=step.provider or "none")
    return words.say("call-back-post", post=post, where=words.in_words(step.place)) if step.place else post
