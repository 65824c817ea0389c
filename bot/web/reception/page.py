"""The desk as a page: what there is while somebody types, what there is once they have asked, the board."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from bot.asker import Asker
from bot.dialogue.dialogue import rendered
from bot.dialogue.reply import Before, Reply
from bot.limits import LONGEST_TEXT, TYPING, WEB, Admission, Rate
from bot.service import Service
from bot.web.drawing import draw
from bot.web.reception.boards import Boards, Drawn, View
from bot.web.reception.finders import Finders
from bot.web.reception.followers import Follower
from bot.web.reception.found import HEADINGS, Found, as_asked, as_typed
from bot.web.reception.speaking import Speaking
from bot.web.visitors import Visitor, Visitors
from bot.words.buttons import PressError
from bot.words.message import LineKind, Message
from routing.disclosure import may_see_names
from routing.reading.references import find_references
from routing.reception.finding import Find, Looker
from routing.snapshot import Office
from routing.vocabulary import Standing

PATH = "/desk"
AT_THE_DESK = (Standing.RECEPTION, Standing.OFFICER, Standing.ADMIN)
BY_SCRIPT = "hx-request"  # htmx sends it: a part of the page is wanted, not the whole
_UNHELD = {"x-accel-buffering": "no"}  # a proxy is to pass each event on as it comes
_LATER = {"retry-after": "60"}
_AGAIN_AFTER = 2000  # milliseconds, after which a browser asks to follow anew


class AtDesk(NamedTuple):
    """Somebody at the desk, what they sent, and the office whose board they look at."""

    visitor: Visitor
    form: dict[str, str]
    office: Office

    @property
    def asker(self) -> Asker:
        """As whom the Assistant answers them: from that office."""
        return replace(self.visitor.asker, area=self.office.area, office=self.office.id)

    @property
    def looker(self) -> Looker:
        """As whom they find things."""
        return Looker(self.office.area, self.office.id, self.visitor.who.standing)

    @property
    def view(self) -> View:
        """The board that they see."""
        names = may_see_names(self.visitor.who.standing)
        return View(self.office.id, self.visitor.words.language, names)


@dataclass(frozen=True, slots=True)
class DeskPage:
    """The page of one running service."""

    service: Service
    visitors: Visitors
    finders: Finders
    boards: Boards

    async def show(self, request: Request) -> Response:
        """The page with the board of an office: the visitor's own, or the one asked for."""
        at = await self.at_desk(request)
        await self.finders.of(at.visitor.words.language)  # so that the first letter typed need not wait
        return await self.page(at)

    async def look(self, request: Request) -> Response:
        """What there is to what is being typed; nothing new where it comes too fast, as more will come."""
        at = await self.at_desk(request)
        text, before = _text(at), at.form.get("before", "")
        if await self._held_back(at, text, TYPING):
            return Response(status_code=204)
        if not text:
            return self.part(at, Found(before=before))
        answer = await self.service.dialogue.look(text, at.asker)
        message = rendered(at.visitor.words, answer, None, why=False)
        finds = await self._finds(at, text)
        found = as_typed(answer, message, before, finds, at.looker)
        return self.part(at, replace(found, case_waits=bool(find_references(text))))

    async def answer(self, request: Request) -> Response:
        """The answer to what was asked or pressed: a part of the page, or a whole one without a script."""
        at = await self.at_desk(request)
        text, before = _text(at), at.form.get("before", "")
        if await self._held_back(at, text, WEB):
            reply = _only(at, "reception-too-fast")
        elif press := at.form.get("press"):
            reply = await self._pressed(at, press)
        elif text:
            reply = await self.service.dialogue.hear(text, at.asker, Before.decode(before))
        else:
            reply = _only(at, "web-nothing-typed")
        found = as_asked(reply, before, await self._finds(at, text), at.looker)
        return self.part(at, found) if BY_SCRIPT in request.headers else await self.page(at, found)

    async def live(self, request: Request) -> Response:
        """The board again at each change, as server-sent events, for a minute."""
        at = await self.at_desk(request)
        session = at.visitor.session
        if session is None or not self.boards.has_room_for(session.account):
            return PlainTextResponse(at.visitor.words.say("reception-many-open"), 429, _LATER)
        seen = request.headers.get("last-event-id") or at.form.get("seen", "")
        events = _events(self.boards.follow(at.view, seen, Follower(session, at.visitor.who)))
        return StreamingResponse(events, media_type="text/event-stream", headers=_UNHELD)

    async def at_desk(self, request: Request) -> AtDesk:
        """Who is there, and what they sent. Raises what `Visitors.admit` does."""
        visitor = await self.visitors.admit(request, *AT_THE_DESK)
        sent = await request.form() if request.method == "POST" else request.query_params
        form = {name: value for name, value in sent.items() if isinstance(value, str)}
        return AtDesk(visitor, form, self._office(visitor, form.get("office")))

    async def page(
        self,
        at: AtDesk,
        found: Found | None = None,
        note: str = "",
        calling: Mapping[str, Any] | None = None,
        status: int = 200,
    ) -> Response:
        """The whole page. `note` is what has been done, `calling` what a call back can be asked for with."""
        around = {"board": await self.boards.now(at.view), "offices": self._offices(at.visitor)}
        below = {"note": note, "calling": calling is not None, **(calling or {})}
        shown = self._shown(at, found)
        visitor = replace(at.visitor, path=PATH)  # whatever was sent: in another language it is this page
        return draw(visitor, "reception/desk.html", status, **shown, **around, **below)

    def part(self, at: AtDesk, found: Found | None) -> Response:
        """What stands under the box alone."""
        return draw(at.visitor, "reception/found.html", **self._shown(at, found))

    def _shown(self, at: AtDesk, found: Found | None) -> dict[str, Any]:
        directory = self.service.assistant.directory
        speaking = Speaking(at.visitor.words, directory.now(), directory.snapshot)
        return {"found": found, "office": at.office, "headings": HEADINGS, **speaking.names}

    async def _pressed(self, at: AtDesk, press: str) -> Reply:
        try:
            return await self.service.dialogue.press(press, at.asker)
        except PressError:
            return _only(at, "web-old-button")

    async def _finds(self, at: AtDesk, text: str) -> tuple[Find, ...]:
        if not text:
            return ()
        finder = await self.finders.of(at.visitor.words.language)
        return finder.find(text, at.looker, self.service.dialogue.now)

    async def _held_back(self, at: AtDesk, text: str, rate: Rate) -> bool:
        """Whether they write too much just now; words of danger are never held back."""
        door = self.service.channel("web")
        verdict = await door.admit(f"desk {at.asker.account}", text, self.service.dialogue.now, rate)
        return verdict.admission is not Admission.ANSWER

    def _office(self, visitor: Visitor, wanted: str | None) -> Office:
        """The office asked for, else the visitor's own, else that of their area where all others end up."""
        snapshot = self.service.assistant.directory.snapshot
        area = snapshot.areas[visitor.asker.area]
        for one in (wanted, visitor.who.office, area.fallback_office):
            office = snapshot.offices.get(one or "")
            theirs = office and visitor.who.area in (None, office.area)
            if office and theirs and office.kind != "approved_premises":
                return office
        return snapshot.offices_of(area.id)[0]

    def _offices(self, visitor: Visitor) -> list[Office]:
        """The offices and units of their area, by name."""
        found = self.service.assistant.directory.snapshot.offices_of(visitor.asker.area)
        return sorted(found, key=lambda office: (office.kind, office.name))


async def _events(boards: AsyncIterator[Drawn | None]) -> AsyncIterator[str]:
    yield f"retry: {_AGAIN_AFTER}\n\n"
    async for board in boards:
        if board is None:
            yield ": here\n\n"
        else:
            lines = "".join(f"data: {line}\n" for line in board.html.splitlines())
            yield f"event: board\nid: {board.mark}\n{lines}\n"


def _text(at: AtDesk) -> str:
    return at.form.get("text", "").strip()[:LONGEST_TEXT]


def _only(at: AtDesk, key: str) -> Reply:
    return Reply(Message((at.visitor.words.line(LineKind.ANSWER, key),)))
