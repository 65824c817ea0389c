"""The one door: what came in, what was read, who owns the case and the directory, to the answer."""

from dataclasses import dataclass, replace
from datetime import date

from routing.answer import Answer, Clarify, Option, Reason, Step
from routing.disclosure import may_look_up, may_see_names, refusal
from routing.enquiry import Enquiry, FollowUp
from routing.hours import LONDON
from routing.ladder import Ladder, Need
from routing.ownership import Ownership, decide_ownership
from routing.policy import Policies, Policy
from routing.reading.reading import Ask, Reading
from routing.snapshot import Area, CaseOwner, Office, Place, Snapshot
from routing.vocabulary import Asks, Kind, Provider, Role, Standing, Topic, Urgency, Warn

_UPWARD = (Role.DUTY_OFFICER, Role.SPO, Role.DUTY_SPO, Role.HEAD_OF_LDU)
_SAME_EVERYWHERE = frozenset({Role.APPROVED_PREMISES, Role.DUTY_SPO, Role.HEAD_OF_LDU})


@dataclass(frozen=True, slots=True)
class Where:
    """The place an answer is about. `place` is what was named, if that is not the office itself."""

    area: Area
    office: Office | None
    place: Place | None = None
    choices: tuple[Office, ...] = ()


@dataclass(frozen=True, slots=True)
class Router:
    """Decides an answer from one picture of the directory and the policies. Pure."""

    snapshot: Snapshot
    policies: Policies

    def route(self, enquiry: Enquiry, reading: Reading, owner: CaseOwner | None) -> Answer:
        """The answer to one enquiry. `owner` is what the register holds, if it was looked up."""
        return _Routing(self, enquiry, reading, owner).answer()

    def malformed(self, enquiry: Enquiry, problem: str) -> Answer:
        """The answer to what could not even be read as an enquiry."""
        return _Routing(self, enquiry, Reading(), None).unknown("enquiry.malformed", problem=problem)


class _Routing:
    """One enquiry on its way through. Each step asks one question; the first that applies answers."""

    def __init__(self, router: Router, enquiry: Enquiry, reading: Reading, owner: CaseOwner | None) -> None:
        self.snapshot, self.enquiry, self.owner = router.snapshot, enquiry, owner
        self.reading = _with_hint(reading, enquiry.standing)
        self.where = self._where()
        self.policy: Policy = router.policies.by_area[self.where.area.id]
        self.terms = router.policies.terms
        self.ladder = Ladder(router.snapshot, enquiry.at)

    def answer(self) -> Answer:
        """The first kind of answer that applies, the safest first."""
        reading = self.reading
        if reading.danger:
            return self._emergency()
        rule = refusal(reading, self.enquiry.standing)
        if rule:
            return self._declined(rule)
        if len(reading.references) > 1:
            return self._which_case()
        if reading.references and self.owner is None:
            return self._unknown_reference()
        if reading.ask is Ask.TERM and reading.terms:
            return self._term()
        if not reading.about_probation or reading.out_of_scope:
            return self.unknown("scope.unknown")
        return self._route()

    # -- where ------------------------------------------------------------------------------

    def _where(self) -> Where:
        """The place named, else the case's office, else the asker's, else the area's only office."""
        if self.owner:
            return self._at(self.owner.area, self.owner.office)
        named = self._named_place()
        if named:
            return named
        follow_up = self.enquiry.follow_up
        if follow_up and follow_up.office:
            return self._at(follow_up.area, follow_up.office)
        area = self.snapshot.areas[follow_up.area if follow_up else self.enquiry.area]
        if self.enquiry.office:
            return self._at(area.id, self.enquiry.office)
        offices = self.snapshot.offices_of(area.id)
        return Where(area, offices[0] if len(offices) == 1 else None, choices=_first(offices))

    def _at(self, area: str, office: str) -> Where:
        known = self.snapshot.offices.get(office)
        return Where(self.snapshot.areas[known.area if known else area], known)

    def _named_place(self) -> Where | None:
        places = [place for place in self.reading.places if place.area in self.snapshot.areas]
        if not places:
            return None
        area = self.snapshot.areas[places[0].area]
        offices = tuple(
            dict.fromkeys(self.snapshot.offices[place.office] for place in places if place.office)
        )
        if self.reading.place_unsure and len(offices) > 1:
            return Where(area, None, choices=offices)
        if places[0].office is None:
            choices = tuple(office for office in offices if office.area == area.id)
            return Where(area, None, places[0], choices or _first(self.snapshot.offices_of(area.id)))
        return Where(area, self.snapshot.offices[places[0].office], places[0])

    # -- the kinds of answer ----------------------------------------------------------------

    def _emergency(self) -> Answer:
        ownership = decide_ownership(self.reading, self.owner, self.policy, self._today())
        provider = Provider.NPS if ownership.provider is Provider.BOTH else ownership.provider
        need = self._need(provider, danger=True)
        reasons = (self.policy.reason("danger.call_999"), self.policy.reason("contact.out_of_hours"))
        return self._build(Kind.EMERGENCY, need, reasons, topic=self.reading.topic or Topic.CASE)

    def _declined(self, rule: str) -> Answer:
        reasons = (self.policy.reason(rule), self.policy.reason("disclosure.ask_the_duty_officer"))
        return self._build(Kind.DECLINED, self._need(Provider.NPS), reasons, topic=Topic.CASE)

    def _which_case(self) -> Answer:
        clarify = Clarify(asks=Asks.CASE)
        reasons = (self.policy.reason("case.one_at_a_time"), self.policy.reason("contact.not_known"))
        need = self._need(Provider.NPS)
        return self._build(Kind.CLARIFY, need, reasons, topic=Topic.CASE, clarify=clarify)

    def _unknown_reference(self) -> Answer:
        """A reference that is not in the register, or that this asker may not have looked up."""
        reading = self.reading
        ownership = decide_ownership(reading, None, self.policy, self._today())
        reasons = ownership.because
        if may_look_up(self.enquiry.standing):
            reasons = (self.policy.reason("case.not_found"), *reasons)
        return self._routed(ownership, reasons, topic=reading.topic or Topic.CASE)

    def _term(self) -> Answer:
        terms = [self.terms[term] for term in self.reading.terms]
        topic = Topic.TERM
        reasons = tuple(term.reason() for term in terms)
        return self._build(Kind.EXPLAIN, self._need(Provider.NPS), reasons, topic=topic, provider=None)

    def unknown(self, rule: str, **values: str) -> Answer:
        """Not understood, or not probation's: the safe contact all the same."""
        reasons = (self.policy.reason(rule, **values), self.policy.reason("contact.not_known"))
        return self._build(Kind.UNKNOWN, self._need(Provider.NPS), reasons, provider=None)

    def _route(self) -> Answer:
        reading = self.reading
        ownership = decide_ownership(reading, self.owner, self.policy, self._today())
        topic = reading.topic or (Topic.CASE if self.owner else Topic.CONTACT)
        return self._routed(ownership, ownership.because, topic)

    def _routed(self, ownership: Ownership, reasons: tuple[Reason, ...], topic: Topic) -> Answer:
        reading, where = self.reading, self.where
        start = self._start(topic)
        need = self._need(ownership.provider, start=start, second=ownership.second, topic=topic)
        if topic is Topic.CONTACT and not reading.provider and not ownership.settled:
            reasons = ()
        reasons = (*reasons, *self._contact_reasons(start, ownership, topic))
        provider: Provider | None = ownership.provider
        if topic is Topic.CONTACT and not reading.provider:
            provider = None if start is Role.RECEPTION else Provider.NPS
        if where.office is None and not (start in _SAME_EVERYWHERE or self._place_without_office()):
            if reading.ask is Ask.WHO_DOES and topic is not Topic.CONTACT:
                return self._build(Kind.EXPLAIN, need, reasons, topic=topic, provider=provider)
            clarify = Clarify(asks=Asks.PLACE, options=self._place_options())
            return self._build(Kind.CLARIFY, need, reasons, topic=topic, provider=provider, clarify=clarify)
        kind = Kind.EXPLAIN if self._only_explains(topic) else Kind.ROUTE
        return self._build(kind, need, reasons, topic=topic, provider=provider)

    # -- its parts --------------------------------------------------------------------------

    def _only_explains(self, topic: Topic) -> bool:
        """Whether a question about who does what names no place and wants nobody rung."""
        named_place = bool(self.reading.places) or bool(self.owner)
        return self.reading.ask is Ask.WHO_DOES and not named_place and topic is not Topic.CONTACT

    def _start(self, topic: Topic) -> Role:
        """The post that leads: upward past those who cannot be reached, else the one asked for."""
        reading = self.reading
        tried = reading.unreachable
        if Role.DUTY_SPO in tried:
            return Role.HEAD_OF_LDU
        if Role.SPO in tried:
            return Role.DUTY_SPO
        if reading.wanted is Role.DUTY_SPO:
            return Role.DUTY_SPO
        if Role.DUTY_OFFICER in tried or reading.take_higher or reading.wanted is Role.SPO:
            return Role.SPO
        if topic is Topic.APPROVED_PREMISES or reading.wanted is Role.APPROVED_PREMISES:
            return Role.APPROVED_PREMISES
        if reading.wanted is Role.RECEPTION and topic is Topic.CONTACT and not reading.provider:
            return Role.RECEPTION
        return reading.wanted if reading.wanted is Role.HEAD_OF_LDU else Role.DUTY_OFFICER

    def _need(
        self,
        provider: Provider,
        *,
        start: Role = Role.DUTY_OFFICER,
        second: Provider | None = None,
        topic: Topic | None = None,
        danger: bool = False,
    ) -> Need:
        office = self.where.office
        if office is None and self.where.area.fallback_office and not self._place_without_office():
            office = self.snapshot.offices[self.where.area.fallback_office]
        named = self.owner if self.owner and may_see_names(self.enquiry.standing) else None
        if self.reading.unreachable or start is not Role.DUTY_OFFICER:
            named = None
        return Need(
            area=self.where.area,
            office=office,
            provider=provider,
            start=start,
            second=second,
            named=named,
            duty_officers_lead=topic is Topic.RISK_ESCALATION or self.reading.wanted is Role.DUTY_OFFICER,
            can_wait=self._urgency() is Urgency.CAN_WAIT,
            danger=danger,
        )

    def _contact_reasons(self, start: Role, ownership: Ownership, topic: Topic) -> list[Reason]:
        reading, rules = self.reading, []
        if start is Role.SPO:
            rules.append("contact.escalate")
        elif start in (Role.DUTY_SPO, Role.HEAD_OF_LDU):
            rules.append("contact.duty_spo")
        elif start is Role.APPROVED_PREMISES and topic is not Topic.APPROVED_PREMISES:
            rules.append("contact.out_of_hours")
        elif reading.unreachable:
            rules.append("contact.unavailable")
        elif not ownership.settled and topic is Topic.CONTACT:
            rules.append("contact.not_known")
        elif topic is Topic.CONTACT:
            rules.append("contact.duty_officer")
        return [self.policy.reason(rule) for rule in rules]

    def _place_without_office(self) -> bool:
        """A place was named that no office and no choice of offices serves."""
        return self.where.place is not None and self.where.office is None and not self.where.choices

    def _place_options(self) -> tuple[Option, ...]:
        follow = [(office, self._follow_up(office.id)) for office in self.where.choices]
        return tuple(Option(value=office.id, label=office.name, follow_up=text) for office, text in follow)

    def _urgency(self) -> Urgency | None:
        follow_up = self.enquiry.follow_up
        return self.reading.urgency or (follow_up.urgency if follow_up else None)

    def _follow_up(self, office: str | None) -> str:
        reading = self.reading
        area = self.snapshot.offices[office].area if office else self.where.area.id
        urgency = Urgency.EMERGENCY if reading.danger else self._urgency()
        provider = self.owner.provider if self.owner else reading.provider
        return FollowUp(area, office, reading.topic, provider, urgency, self._followed_role()).encode()

    def _followed_role(self) -> Role | None:
        start = self._start(self.reading.topic or Topic.CONTACT)
        return None if start is Role.DUTY_OFFICER else start

    def _today(self) -> date:
        return self.enquiry.at.astimezone(LONDON).date()

    def _build(
        self,
        kind: Kind,
        need: Need,
        reasons: tuple[Reason, ...],
        *,
        topic: Topic | None = None,
        provider: Provider | None = Provider.NPS,
        clarify: Clarify | None = None,
    ) -> Answer:
        steps = self.ladder.steps(need)
        open_now = self.ladder.is_open(need)
        reasons = (*reasons, *self._circumstances(need, open_now, steps, kind))
        office = self.where.office
        return Answer(
            id=self.enquiry.id,
            kind=kind,
            area=self.where.area.id,
            office=office.id if office else None,
            topic=topic,
            provider=provider,
            open_now=open_now,
            urgent=kind is Kind.EMERGENCY or self._urgency() is Urgency.URGENT,
            steps=steps,
            because=reasons,
            clarify=clarify,
            warnings=self._warnings(steps, kind),
            follow_up=self._follow_up(office.id if office else None),
        )

    def _circumstances(self, need: Need, open_now: bool, steps: tuple[Step, ...], kind: Kind) -> list[Reason]:
        """Why the order is what it is: the place, the hour, a number that is not there."""
        reasons = []
        place, office = self.where.place, self.where.office
        if place and office and place.name.casefold() != office.name.casefold():
            reasons.append(self.policy.reason("place.served_by", place=place.name, office=office.name))
        if not open_now and kind is not Kind.EMERGENCY:
            waits = need.can_wait and need.start is not Role.APPROVED_PREMISES
            reasons.append(self.policy.reason("contact.can_wait" if waits else "contact.out_of_hours"))
        if any(step.phone is None for step in steps[:1]):
            reasons.append(self.policy.reason("contact.no_number"))
        return reasons

    def _warnings(self, steps: tuple[Step, ...], kind: Kind) -> tuple[Warn, ...]:
        place = self.where.place
        assumed = (place is not None and place.assumed) or any(step.when != "now" for step in steps)
        found = {
            Warn.PERSONAL_DATA: self.reading.personal_data,
            Warn.STALE: any(step.stale for step in steps),
            Warn.ASSUMED: assumed,
            Warn.GAP: any(step.phone is None for step in steps),
        }
        return tuple(warning for warning, holds in found.items() if holds)


def _with_hint(reading: Reading, standing: Standing) -> Reading:
    """What only sounds like probation is taken for it where the asker is in the trade."""
    if standing is Standing.PUBLIC:
        return reading
    related = bool(reading.about_probation or reading.hinted or reading.sounds_related)
    return replace(reading, topic=reading.topic or reading.hinted, about_probation=related)


def _first(offices: tuple[Office, ...]) -> tuple[Office, ...]:
    """Offices to choose from: those that have a house of their own, where there are any."""
    return tuple(office for office in offices if office.kind == "office") or offices
