"""Which programmes and services fit what is asked: what is said to fit, what is not known, what does not.

The nearest first, what is no sample before what is, then the one that starts soonest. What does not fit
stands behind all that may.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from routing.answer import Offer, Reason
from routing.catalogue import AskedOf, Programme, Run, Sex, Way, Wish
from routing.matter import Matter
from routing.moments import day_in_london
from routing.ownership import owner_by_facts
from routing.vocabulary import Provider, Risk, Topic

MOST = 12  # offers in one answer
_OF_ALL_TOPICS = frozenset({Topic.PROGRAMME, Topic.RATE_CARD})
_HERE, _WHOLE_AREA, _SAME_CLUSTER, _ELSEWHERE = range(4)


class Verdict(StrEnum):
    """How one thing that is asked for stands with one entry of the catalogue."""

    FITS = "fits"
    NOT_KNOWN = "not_known"
    DOES_NOT_FIT = "does_not_fit"


@dataclass(frozen=True, slots=True)
class Catalogued:
    """What the catalogue has to say to a matter, and why."""

    offers: tuple[Offer, ...]
    because: tuple[Reason, ...]


def look_into_the_catalogue(matter: Matter, topic: Topic) -> Catalogued | None:
    """What is on offer for this matter; None where it asks nothing of the catalogue."""
    wish = matter.reading.wish
    if wish is None or not wish.asks:
        return None
    of_the_nps = is_case_of_the_nps(matter)
    found = [
        (_order(matter, programme, run, offer), offer)
        for programme, run in _concerned(matter, topic, wish)
        for offer in [_offer(matter, programme, run, wish, of_the_nps=of_the_nps)]
    ]
    offers = tuple(offer for _, offer in sorted(found, key=lambda pair: pair[0])[:MOST])
    return Catalogued(offers, tuple(_why(matter, wish, topic, offers, of_the_nps=of_the_nps)))


def is_case_of_the_nps(matter: Matter) -> bool:
    """Whether the case asked about is the NPS's, which goes to what the CRC does by the rate card."""
    if matter.owner:
        return matter.owner.provider is Provider.NPS
    stated = owner_by_facts(matter.reading, matter.policy)
    if stated:
        return stated.provider is Provider.NPS
    wish = matter.reading.wish
    return matter.reading.provider is Provider.NPS or bool(wish and wish.rate_card)


def _concerned(matter: Matter, topic: Topic, wish: Wish) -> Iterator[tuple[Programme, Run]]:
    """What runs in the area and is of the sort that is asked for."""
    for run in matter.snapshot.runs:
        programme = matter.snapshot.programmes.get(run.programme)
        if programme and run.area == matter.where.area.id and _is_of_the_sort(programme, run, topic, wish):
            yield programme, run


def _is_of_the_sort(programme: Programme, run: Run, topic: Topic, wish: Wish) -> bool:
    """By name; else by what it works on; else by the topic. A women's service is one where all else fails."""
    if wish.named:
        return programme.id in wish.named
    if topic not in _OF_ALL_TOPICS:
        return programme.topic is topic
    if wish.purposes:
        # What no source says the purpose of may be what is wanted.
        unsaid = not programme.purposes and programme.topic is Topic.PROGRAMME
        return unsaid or bool(wish.purposes & set(programme.purposes))
    if wish.sex is Sex.WOMEN:
        return programme.topic is Topic.PROGRAMME and programme.sex in (Sex.WOMEN, Sex.BOTH)
    return bool(run.rate_card) if topic is Topic.RATE_CARD else programme.topic is topic


def _offer(matter: Matter, programme: Programme, run: Run, wish: Wish, *, of_the_nps: bool) -> Offer:
    judged = dict(_judged(matter, programme, run, wish, of_the_nps=of_the_nps))
    today = day_in_london(matter.enquiry.at)
    next_start = run.starts_next(today)
    return Offer(
        id=programme.id,
        run=run.code,
        name=programme.name,
        topic=programme.topic,
        provider=programme.provider,
        delivered_by=programme.delivered_by,
        about=programme.about,
        purposes=programme.purposes,
        accredited=programme.accredited,
        sex=programme.sex,
        age_from=programme.age_from,
        age_to=programme.age_to,
        risks=tuple(risk for risk in Risk if risk in programme.risks),
        not_for=programme.not_for,
        ways=run.ways,
        rate_card=run.rate_card,
        price=run.price,
        office=run.office,
        where=_where(matter, run),
        sessions=run.sessions.text if run.sessions else None,
        times=tuple(sorted(run.runs_at)),
        waiting_weeks=run.waiting_weeks,
        next_start=next_start,
        started_last=None if next_start else run.next_start,
        any_time=run.any_time,
        places=run.places if next_start else None,
        confirmed_on=run.confirmed_on,
        ring_first=not run.is_confirmed(today),
        **{verdict: tuple(what for what, found in judged.items() if found is verdict) for verdict in Verdict},
        source="; ".join(dict.fromkeys([*run.source.split("; "), *programme.source.split("; ")])),
        sample=run.sample or programme.sample,
        assumed=run.assumed or programme.assumed,
    )


def _where(matter: Matter, run: Run) -> str:
    office = matter.snapshot.offices.get(run.office or "")
    return run.venue or (office.name if office else matter.where.area.name)


def _judged(
    matter: Matter, programme: Programme, run: Run, wish: Wish, *, of_the_nps: bool
) -> Iterator[tuple[str, Verdict]]:
    """Each thing that is asked for, and how it stands."""
    if wish.purposes:
        yield "purpose", _any_of(wish.purposes, programme.purposes)
    if wish.times:
        yield "times", _any_of(wish.times, run.runs_at)
    if wish.ways:
        yield "ways", _any_of(wish.ways, run.ways)
    if wish.sex:
        yield "sex", _any_of({wish.sex, Sex.BOTH}, {programme.sex} if programme.sex else ())
    if matter.reading.risk:
        yield "risk", _any_of({matter.reading.risk}, programme.risks)
    if of_the_nps and programme.provider is Provider.CRC:
        yield "nps_case", _yes_or_no(run.rate_card)


def _any_of(wanted: Iterable[StrEnum], there: Iterable[StrEnum]) -> Verdict:
    known = set(there)
    if not known:
        return Verdict.NOT_KNOWN
    return Verdict.FITS if known & set(wanted) else Verdict.DOES_NOT_FIT


def _yes_or_no(known: bool | None) -> Verdict:
    if known is None:
        return Verdict.NOT_KNOWN
    return Verdict.FITS if known else Verdict.DOES_NOT_FIT


def _order(matter: Matter, programme: Programme, run: Run, offer: Offer) -> tuple[object, ...]:
    return (
        bool(offer.does_not_fit),
        "purpose" in offer.not_known,
        _distance(matter, run),
        offer.sample,
        offer.next_start or date.max,
        len(offer.not_known),
        programme.name,
        run.code,
    )


def _distance(matter: Matter, run: Run) -> int:
    """How near it is to the office asked about: at it, for its whole area, in its cluster, elsewhere."""
    office = matter.where.office
    if run.office is None:
        return _WHOLE_AREA
    if office is None or run.office == office.id:
        return _HERE
    other = matter.snapshot.offices.get(run.office)
    near = office.cluster is not None and other is not None and other.cluster == office.cluster
    return _SAME_CLUSTER if near else _ELSEWHERE


def _why(
    matter: Matter, wish: Wish, topic: Topic, offers: tuple[Offer, ...], *, of_the_nps: bool
) -> Iterator[Reason]:
    """What is to be said of all of them, and of how far it can be trusted."""
    reason = matter.policy.reason
    if not offers:
        yield reason("programme.none_known")
        return
    fitting = [offer for offer in offers if not offer.does_not_fit]
    if not fitting:
        yield reason("programme.none_fits")
    if any(offer.accredited for offer in offers) and (Way.REQUIREMENT in wish.ways or not wish.ways):
        yield reason("programme.requirement")
    if of_the_nps and any(offer.provider is Provider.CRC for offer in offers):
        yield reason("programme.rate_card")
    shown = fitting or list(offers)
    if AskedOf.NEXT_START in wish.asks and not any(offer.next_start or offer.any_time for offer in shown):
        since = _last_known(shown)
        known = {"since": since} if since else {}
        yield reason("programme.not_known_since" if since else "programme.next_start_not_known", **known)
    if any(offer.ring_first for offer in shown):
        yield reason("programme.ring_first")
    if any(offer.sample for offer in shown):
        yield reason("programme.sample")


def _last_known(offers: Iterable[Offer]) -> date | None:
    """Since when the next start is not known: since the last one began, else since all was confirmed."""
    begun = [offer.started_last for offer in offers if offer.started_last]
    confirmed = [offer.confirmed_on for offer in offers if offer.confirmed_on]
    return max(begun or confirmed, default=None)
