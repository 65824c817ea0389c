"""Everything that can be asked in an area, as readings made by hand, brought down to what differs.

Thousands of questions come to a few hundred needs: a ladder depends on nothing else of a question.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import product

from msgspec.structs import replace

from routing.enquiry import Enquiry
from routing.ladder import Need
from routing.policy import Policies
from routing.reading.reading import Ask, Reading, RiskChange
from routing.router import Router
from routing.snapshot import CaseOwner, Place, Snapshot
from routing.vocabulary import Provider, Risk, Role, Standing, Topic, Urgency

_WANTED = (
    Role.DUTY_OFFICER,
    Role.SPO,
    Role.DUTY_SPO,
    Role.HEAD_OF_LDU,
    Role.APPROVED_PREMISES,
    Role.RECEPTION,
    Role.LEAD,
)
_UNREACHABLE = (Role.RESPONSIBLE_OFFICER, Role.DUTY_OFFICER, Role.SPO, Role.DUTY_SPO)
_PROVIDERS = (None, Provider.NPS, Provider.CRC, Provider.BOTH)
_A_REFERENCE = "A000000"  # never looked up: the owner is given
_SOME_DAY = date(2014, 6, 1)


@dataclass(frozen=True, slots=True)
class Asked:
    """The different needs that questions come to, and how many questions there were."""

    needs: tuple[Need, ...]
    questions: int


def needs_of(snapshot: Snapshot, policies: Policies, area: str, at: datetime) -> Asked:
    """Ask everything of the real router. Of the moment only the day counts: which rules are in force."""
    router, found, questions = Router(snapshot, policies), dict[Need, None](), 0
    for enquiry, reading, owner in _questions(snapshot, policies, area, at):
        need = router.need(enquiry, reading, owner)
        # A lead and a team only add to a ladder; without them the topic makes no difference to it.
        found[need if snapshot.leads or snapshot.teams else replace(need, topic=None)] = None
        questions += 1
    return Asked(tuple(found), questions)


Question = tuple[Enquiry, Reading, CaseOwner | None]


def _questions(snapshot: Snapshot, policies: Policies, area: str, at: datetime) -> Iterator[Question]:
    enquiries = [Enquiry("as it was read", at, area, standing) for standing in Standing]
    places = list(_places(snapshot, area))
    for reading, provider, (urgency, danger), there in product(
        _asked(policies), _PROVIDERS, _how_urgent(), places
    ):
        read = reading._replace(provider=provider, places=there, urgency=urgency, danger=danger)
        yield from ((enquiry, read, None) for enquiry in enquiries)
    yield from _of_cases(snapshot, area, at)


def _of_cases(snapshot: Snapshot, area: str, at: datetime) -> Iterator[Question]:
    """Of a case that the register holds, by those who may have it looked up."""
    topics = (None, Topic.CASE, Topic.RISK_ESCALATION, Topic.DOMESTIC_HOMICIDE_REVIEW, Topic.BREACH)
    offices, providers = snapshot.offices_of(area), (Provider.NPS, Provider.CRC)
    for standing, office, provider, officer, topic, (urgency, danger) in product(
        Standing, offices, providers, (None, "an officer"), topics, _how_urgent()
    ):
        owner = CaseOwner(provider, area, office.id, officer, _SOME_DAY, False, None)
        reading = Reading(references=(_A_REFERENCE,), topic=topic, about_probation=True)
        yield Enquiry("", at, area, standing), reading._replace(urgency=urgency, danger=danger), owner


def _places(snapshot: Snapshot, area: str) -> Iterator[tuple[Place, ...]]:
    """Each office and unit, a place that none serves, and no place at all."""
    yield ()
    yield (Place("somewhere", "place", area, None, assumed=False),)
    for office in snapshot.offices.values():
        if office.area == area:
            yield (Place(office.name, "office", area, office.id, assumed=False),)


def _how_urgent() -> Iterator[tuple[Urgency | None, bool]]:
    yield from ((None, False), (Urgency.URGENT, False), (Urgency.CAN_WAIT, False), (None, True))


def _asked(policies: Policies) -> Iterator[Reading]:
    about = Reading(about_probation=True)
    yield about
    yield Reading()
    yield Reading(out_of_scope=True)
    yield Reading(references=(_A_REFERENCE, "A000001"), about_probation=True)
    yield Reading(references=(_A_REFERENCE,), about_probation=True)
    yield about._replace(take_higher=True)
    yield from (about._replace(topic=topic) for topic in Topic)
    yield from (about._replace(wanted=role) for role in _WANTED)
    yield from (about._replace(unreachable=frozenset({role})) for role in _UNREACHABLE)
    yield from (about._replace(risk=risk) for risk in Risk)
    yield from (about._replace(risk_change=change) for change in RiskChange)
    yield about._replace(under_12_months=True)
    yield from (about._replace(ask=ask, terms=tuple(policies.terms)[:1]) for ask in Ask)
