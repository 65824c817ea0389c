"""Somebody records that information was asked of an agency, and both sides follow it: the use cases."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.information.buttons import New, Verb, decode
from bot.information.saying import InformationSaying
from bot.words.buttons import LONGEST_DATA
from bot.words.catalogue import Words
from bot.words.message import Button, Line, LineKind, Message, Text
from bot.words.taps import Tap
from directory.accounts.standing import Identity
from directory.cases.cases import standardise_reference
from directory.directory import Directory
from directory.information.agencies import AskedAgency
from directory.information.rows import Seen
from directory.overview.overviews import STAFF
from routing.information import machine
from routing.information.access import Side
from routing.information.machine import Doing, Refusal, RefusedError
from routing.information.request import WORKING_DAYS, InformationRequest, kinds_asked_of
from routing.vocabulary import Provider, Role

_DOES: dict[Verb, tuple[Side, Doing]] = {
    Verb.ANSWERED: (Side.IS_ASKED, machine.answered),
    Verb.NOT_THEIRS: (Side.IS_ASKED, machine.not_theirs),
    Verb.CAME: (Side.ASKS, machine.came),
    Verb.NOT_COME: (Side.ASKS, machine.not_come),
    Verb.NOT_NEEDED: (Side.ASKS, machine.not_needed),
}
_PROVIDERS = (Provider.NPS, Provider.CRC)
_AT_POSTS = (Role.SPO, Role.DUTY_SPO, Role.HEAD_OF_LDU, Role.DUTY_OFFICER)


@dataclass(frozen=True, slots=True)
class Place:
    """For which office and post something is asked; `provider` is None where that has to be chosen."""

    area: str
    office: str | None
    provider: Provider | None
    post: Role


@dataclass(frozen=True, slots=True)
class Requesting:
    """Requests for information on an open directory."""

    directory: Directory

    async def listed(self, words: Words, who: Identity) -> Message:
        """What is open that somebody may see."""
        seen = await self.directory.information.open_to(who)
        return (await self._saying(words)).listed(seen, may_ask=who.standing in STAFF)

    async def pressed(self, words: Words, who: Identity, data: str) -> Message:
        """What a button leads to. Raises PressError."""
        match decode(data):
            case None:
                return await self.listed(words, who)
            case New() as new:
                return await self._new(words, who, new)
            case tap:
                return await self._tapped(words, who, tap)

    async def add_reference(self, words: Words, who: Identity, typed: str) -> Message | None:
        """Seal a case reference with the newest request of somebody; None where it is no reference."""
        reference = standardise_reference(typed)
        if reference is None or who.standing not in STAFF:
            return None
        references = self.directory.information_references
        newest = await references.newest_of(who)
        kept = newest is not None and await references.add(newest, who, reference)
        saying = await self._saying(words)
        if not kept:
            return Message((saying.said("information-reference-none"),))
        return Message((saying.said("information-reference-kept", number=str(newest)),))

    async def _tapped(self, words: Words, who: Identity, tap: Tap[Verb]) -> Message:
        saying = await self._saying(words)
        first: list[Line] = []
        try:
            if tap.verb in _DOES:
                side, do = _DOES[tap.verb]
                request = await self.directory.information.act(tap.request, tap.version, who, side, do)
                if not request.is_open:  # whose it was is forgotten
                    return saying.one(Seen(request, side))
            elif tap.verb is Verb.SHOW:
                reference = await self.directory.information_references.show(tap.request, who)
                first = [_reference(words, reference)]
        except RefusedError as refused:
            return saying.refused(refused.refusal)
        seen = await self.directory.information.seen(tap.request, who)
        return saying.one(seen, *first) if seen else saying.refused(Refusal.UNKNOWN)

    async def _new(self, words: Words, who: Identity, new: New) -> Message:
        """The next choice, or the request once all is chosen."""
        saying, place = await self._saying(words), self._place(who)
        if who.standing not in STAFF:
            return saying.refused(Refusal.UNKNOWN)
        agencies = {one.id: one for one in await self.directory.information.agencies.asked_in(place.area)}
        agency = agencies.get(new.agency or "")
        if agency is None:
            return _which_agency(words, list(agencies.values()))
        if new.kind is None or new.kind not in kinds_asked_of(agency.kind):
            return _which_kind(words, agency)
        if new.working_days is None or new.working_days not in WORKING_DAYS:
            choices = [
                (words.say("information-within", days=days), New(agency.id, new.kind, days))
                for days in WORKING_DAYS
            ]
            return _question(words.line(LineKind.QUESTION, "information-how-long"), choices)
        provider = place.provider or new.provider
        if provider not in _PROVIDERS:
            choices = [
                (words.say("provider", provider=one), New(agency.id, new.kind, new.working_days, one))
                for one in _PROVIDERS
            ]
            return _question(words.line(LineKind.QUESTION, "information-as-which"), choices)
        closing = self.directory.information.working_days(place.area, place.office).closing
        request = InformationRequest(
            id=0,
            area=place.area,
            office=place.office,
            provider=provider,
            post=place.post,
            kind=new.kind,
            agency=agency.id,
            asked_at=self.directory.now(),
            wanted_by=closing(new.working_days),
        )
        return await self._recorded(words, who, request, agency)

    async def _recorded(
        self, words: Words, who: Identity, request: InformationRequest, agency: AskedAgency
    ) -> Message:
        request = await self.directory.information.ask(request, who.account)
        saying = await self._saying(words)
        lines = [saying.said("information-recorded", number=str(request.id))]
        if not await self.directory.information.reaches(request):
            lines.append(words.line(LineKind.NOTE, "information-nobody-there", agency=agency.name))
        lines.append(words.line(LineKind.NOTE, "information-add-reference"))
        seen = await self.directory.information.seen(request.id, who)
        return saying.one(seen, *lines) if seen else Message(tuple(lines))

    def _place(self, who: Identity) -> Place:
        """Where the rota has them; else where their account is, at no post that is known."""
        found = self.directory.overviews.on_rota(who)
        if found is None:
            return Place(who.area or self.directory.area, who.office, None, Role.RESPONSIBLE_OFFICER)
        person, held = found.person, {post.role for post in found.posts}
        post = next((role for role in _AT_POSTS if role in held), Role.RESPONSIBLE_OFFICER)
        return Place(person.area, person.office, person.provider, post)

    async def _saying(self, words: Words) -> InformationSaying:
        directory = self.directory
        names = await directory.information.agencies.names()
        return InformationSaying(words, directory.snapshot, directory.now(), names)


def _which_agency(words: Words, agencies: Sequence[AskedAgency]) -> Message:
    if not agencies:
        return Message((words.line(LineKind.ANSWER, "information-no-agency"),))
    choices = [(agency.name, New(agency.id)) for agency in agencies]
    return _question(words.line(LineKind.QUESTION, "information-which-agency"), choices)


def _which_kind(words: Words, agency: AskedAgency) -> Message:
    kinds = kinds_asked_of(agency.kind)
    choices = [(words.say("information-kind", kind=kind), New(agency.id, kind)) for kind in kinds]
    return _question(words.line(LineKind.QUESTION, "information-which-kind", agency=agency.name), choices)


def _question(line: Line, choices: Sequence[tuple[str, New]]) -> Message:
    """A question with its answers as buttons; an agency with an id too long for one is recorded elsewhere."""
    buttons = (Button(label, new.encode()) for label, new in choices)
    return Message((line,), tuple(one for one in buttons if len(one.data.encode()) <= LONGEST_DATA))


def _reference(words: Words, reference: str | None) -> Line:
    if reference is None:
        return words.line(LineKind.ANSWER, "information-no-reference")
    return words.line(LineKind.ANSWER, "information-reference", reference=Text(reference))
