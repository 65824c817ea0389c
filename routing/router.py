"""The one door: what came in, what was read, who owns the case and the directory, to the answer."""

from dataclasses import dataclass

from msgspec.structs import replace

from routing.answer import Answer, Clarify, Option, Reason
from routing.composing import Decision, compose, follow_up
from routing.disclosure import may_look_up, may_see_names, refusal
from routing.enquiry import Enquiry
from routing.further import papers_of_a_case, partnership, risk_walk, way_there, what_changed
from routing.ladder import Need
from routing.leading import SERVES_THE_AREA, leading_role, leading_rule
from routing.matter import Matter
from routing.moments import day_in_london
from routing.ownership import Ownership, decide_ownership
from routing.policy import Policies, Term
from routing.programmes import look_into_the_catalogue
from routing.reading.reading import Ask, Reading
from routing.snapshot import CaseOwner, Snapshot
from routing.vocabulary import Asks, Kind, Provider, Role, Topic, Urgency


@dataclass(frozen=True, slots=True)
class Router:
    """Decides an answer from one picture of the directory and the policies. Pure."""

    snapshot: Snapshot
    policies: Policies

    def route(
        self,
        enquiry: Enquiry,
        reading: Reading,
        owner: CaseOwner | None,
        withheld: str | None = None,
    ) -> Answer:
        """The answer to one enquiry. `owner` is what the register holds, if it was looked up.

        `withheld` is the rule by which what it holds is not told this time, whoever asks.
        """
        matter = self._matter(enquiry, reading, owner)
        return compose(matter, self._decide(matter, withheld))

    def need(self, enquiry: Enquiry, reading: Reading, owner: CaseOwner | None) -> Need:
        """What the ladder of the answer is wanted for. The day may matter to it, the hour never does."""
        return self._decide(self._matter(enquiry, reading, owner)).need

    def malformed(self, enquiry: Enquiry, problem: str) -> Answer:
        """The answer to what could not even be read as an enquiry."""
        matter = self._matter(enquiry, Reading(), None)
        return compose(matter, _unknown(matter, matter.policy.reason("enquiry.malformed", problem=problem)))

    def _matter(self, enquiry: Enquiry, reading: Reading, owner: CaseOwner | None) -> Matter:
        return Matter.of(enquiry, reading, owner, snapshot=self.snapshot, policies=self.policies)

    def _decide(self, matter: Matter, withheld: str | None = None) -> Decision:
        """The first kind of answer that applies, the safest first."""
        reading = matter.reading
        if reading.danger:
            return _emergency(matter)
        rule = refusal(reading, matter.enquiry.standing) or withheld
        if rule:
            return _declined(matter, rule)
        if len(reading.references) > 1:
            return _which_case(matter)
        terms = [self.policies.terms[term] for term in reading.terms if term in self.policies.terms]
        if terms and not reading.references and (reading.ask is Ask.TERM or _nowhere(matter)):
            return _what_words_mean(matter, terms)
        if reading.ask is Ask.TERM and not terms and not reading.references:
            return _unknown(matter, matter.policy.reason("scope.not_explained"))
        if not reading.about_probation or reading.out_of_scope:
            return _unknown(matter, matter.policy.reason("scope.unknown"))
        return _with_programmes(matter, _route(matter))


def _nowhere(matter: Matter) -> bool:
    """Whether no place is known: of "TTG?" by itself no more can be told then than what it is."""
    where = matter.where
    return not (where.office or where.place or where.areas or matter.reading.places)


def _emergency(matter: Matter) -> Decision:
    owner = decide_ownership(matter.reading, matter.owner, matter.policy).provider
    provider = Provider.NPS if owner is Provider.BOTH else owner
    because = (matter.policy.reason("danger.call_999"),)
    topic = matter.reading.topic or Topic.CASE
    return Decision(Kind.EMERGENCY, _need(matter, provider, danger=True), because, topic, provider)


def _declined(matter: Matter, rule: str) -> Decision:
    because = (matter.policy.reason(rule), matter.policy.reason("disclosure.ask_the_duty_officer"))
    return Decision(Kind.DECLINED, _need_anywhere(matter), because, Topic.CASE)


def _which_case(matter: Matter) -> Decision:
    because = (matter.policy.reason("case.one_at_a_time"), matter.policy.reason("contact.not_known"))
    need = _need(matter, Provider.NPS)
    return Decision(Kind.CLARIFY, need, because, Topic.CASE, clarify=Clarify(asks=Asks.CASE))


def _what_words_mean(matter: Matter, terms: list[Term]) -> Decision:
    """The words, and whom to ask about the first of them: whoever leads on what it belongs to."""
    topic = terms[0].topic
    provider = matter.policy.leads.get(topic) or Provider.NPS
    second = Provider.CRC if provider is Provider.BOTH else None
    need = _need(matter, provider, second=second, topic=topic)
    because = tuple(term.reason() for term in terms)
    return Decision(Kind.EXPLAIN, _at_leisure(matter, need), because, Topic.TERM, None)


def _unknown(matter: Matter, because: Reason) -> Decision:
    """Not understood, or not probation's: the safe contact all the same."""
    reasons = (because, matter.policy.reason("contact.not_known"))
    return Decision(Kind.UNKNOWN, _need_anywhere(matter), reasons, provider=None)


def _route(matter: Matter) -> Decision:
    reading = matter.reading
    ownership = decide_ownership(reading, matter.owner, matter.policy)
    of_a_case = bool(matter.owner or reading.references)
    topic = reading.topic or (Topic.CASE if of_a_case else Topic.CONTACT)
    start = leading_role(reading, topic)
    decision = Decision(
        kind=_kind_of_route(matter, topic, start),
        need=_need(matter, ownership.provider, start=start, second=ownership.second, topic=topic),
        because=_why(matter, ownership, topic, start),
        topic=topic,
        provider=_provider_shown(reading, ownership, topic),
        ownership=ownership,
    )
    if decision.kind is Kind.EXPLAIN:
        return replace(decision, need=_at_leisure(matter, decision.need))
    if decision.kind is not Kind.CLARIFY:
        return decision
    rule = "place.which_area" if matter.where.areas else "place.not_known"
    because = (*decision.because, matter.policy.reason(rule))
    return replace(decision, because=because, clarify=_ask_the_place(matter, decision))


def _with_programmes(matter: Matter, decision: Decision) -> Decision:
    """What the catalogue has to say comes beside whom to ring, where something is asked of it."""
    found = look_into_the_catalogue(matter, decision.topic or Topic.PROGRAMME)
    if found is None:
        return decision
    decided = replace(decision, because=(*decision.because, *found.because), programmes=found.offers)
    if decision.clarify is None:
        return decided
    return replace(decided, clarify=_ask_the_place(matter, decided))


def _kind_of_route(matter: Matter, topic: Topic, start: Role) -> Kind:
    """Whom to ring; or only who does it; or the place has to be asked first."""
    reading, where = matter.reading, matter.where
    says_no_place = not reading.places and not matter.owner
    something_to_say = topic is not Topic.CONTACT or bool(reading.changes)
    if reading.ask is Ask.WHO_DOES and says_no_place and something_to_say:
        return Kind.EXPLAIN
    if where.office or start in SERVES_THE_AREA or where.place_without_office:
        return Kind.ROUTE
    if not where.served and not where.areas:
        return Kind.ROUTE  # whatever the place, the answer would be the same
    return Kind.CLARIFY


def _why(matter: Matter, ownership: Ownership, topic: Topic, start: Role) -> tuple[Reason, ...]:
    reading, policy = matter.reading, matter.policy
    rules = []
    if reading.ask is Ask.WHO_DOES and not ownership.settled and topic in policy.leads:
        rules.append(policy.topic_reason(topic))
    if reading.references and matter.owner is None and may_look_up(matter.enquiry.standing):
        rules.append(policy.reason("case.not_found"))
    if topic is not Topic.CONTACT or reading.provider or ownership.settled:
        rules.extend(reason for reason in ownership.because if reason not in rules)
    further = (
        *partnership(reading, topic, ownership, policy),
        *risk_walk(reading, ownership, matter.enquiry.standing, policy),
        *papers_of_a_case(reading, policy),
        *way_there(reading, policy, matter.where.office),
        *what_changed(
            reading, policy, matter.snapshot, matter.where.area.id, day_in_london(matter.enquiry.at)
        ),
    )
    leads = leading_rule(reading, topic, start, ownership)
    post = (policy.reason(leads),) if leads else ()
    # Where it is asked what changed, that comes first, and then whom to ask.
    only_told = topic is Topic.CONTACT and reading.ask is Ask.WHO_DOES
    return (*rules, *further, *post) if only_told else (*rules, *post, *further)


def _provider_shown(reading: Reading, ownership: Ownership, topic: Topic) -> Provider | None:
    """The owner or the lead; of a contact the one named, or else (see compose) of the first step."""
    return ownership.provider if topic is not Topic.CONTACT or reading.provider else None


def _need(
    matter: Matter,
    provider: Provider,
    *,
    start: Role = Role.DUTY_OFFICER,
    second: Provider | None = None,
    topic: Topic | None = None,
    danger: bool = False,
) -> Need:
    reading, where = matter.reading, matter.where
    nearest = matter.snapshot.offices.get(where.nearest_office or "")
    owner = matter.owner if may_see_names(matter.enquiry.standing) else None
    return Need(
        area=where.area,
        office=where.office or nearest,
        provider=provider,
        start=start,
        second=second,
        named=None if reading.unreachable or start is not Role.DUTY_OFFICER else owner,
        duty_officers_lead=topic is Topic.RISK_ESCALATION or reading.wanted is Role.DUTY_OFFICER,
        can_wait=matter.can_wait,
        danger=danger,
        topic=topic,
    )


def _need_anywhere(matter: Matter) -> Need:
    """The NPS duty officer; without a place, of any office of the area."""
    need = _need(matter, Provider.NPS)
    return replace(need, office=need.office or matter.any_office)


def _at_leisure(matter: Matter, need: Need) -> Need:
    """Nobody is woken for the meaning of a word: it can wait unless the asker says otherwise."""
    return replace(need, can_wait=matter.reading.urgency is not Urgency.URGENT)


def _ask_the_place(matter: Matter, decision: Decision) -> Clarify:
    if matter.where.areas:
        areas = [
            Option(
                value=area.id, label=area.name, follow_up=follow_up(matter, decision, None, area.id).encode()
            )
            for area in matter.where.areas
        ]
        return Clarify(asks=Asks.AREA, options=tuple(areas))
    options = [
        Option(value=office.id, label=office.name, follow_up=follow_up(matter, decision, office.id).encode())
        for office in matter.where.choices
    ]
    return Clarify(asks=Asks.PLACE, options=tuple(options))
