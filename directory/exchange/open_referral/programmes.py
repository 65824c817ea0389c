"""Each programme of the catalogue as a service of the provider of an area in which it runs."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from msgspec import UNSET

from directory.exchange.open_referral.hours import schedules_of
from directory.exchange.open_referral.ids import id_of
from directory.exchange.open_referral.places import at_location, ended, provider_in, status_of
from directory.exchange.open_referral.shapes import (
    Attribute,
    CostOption,
    FullService,
    Organization,
    Schedule,
    ServiceArea,
)
from directory.exchange.open_referral.taxonomies import attribute
from routing.catalogue import Programme, Run
from routing.snapshot import Area, Snapshot


def programme_services(
    picture: Snapshot, organizations: dict[str, Organization], today: date
) -> Iterator[FullService]:
    """Those that run somewhere, with every place where they do."""

    def where(run: Run) -> tuple[str, str]:
        return run.programme, run.area

    for (programme, area), runs in groupby(sorted(picture.runs, key=where), where):
        if programme in picture.programmes and area in picture.areas:
            found = picture.programmes[programme], picture.areas[area], tuple(runs)
            yield _service(picture, organizations, *found, today)


def _service(
    picture: Snapshot,
    organizations: dict[str, Organization],
    programme: Programme,
    area: Area,
    runs: Sequence[Run],
    today: date,
) -> FullService:
    service = id_of("programme", programme.id, area.id)
    organization = organizations[provider_in(area, programme.provider)]
    sample = programme.sample or all(run.sample for run in runs)
    confirmed = [run.confirmed_on for run in runs if run.confirmed_on]
    offices = sorted({run.office for run in runs if run.office and run.office in picture.offices})
    return FullService(
        id=service,
        organization_id=organization.id,
        organization=organization,
        name=f"{programme.name}{' (sample)' if sample else ''}",
        description=" ".join(_about(programme, runs, ended(area, programme.provider, today), today)),
        status=status_of(area, programme.provider, today),
        accreditations="An accredited programme." if programme.accredited else UNSET,
        minimum_age=programme.age_from if programme.age_from is not None else UNSET,
        maximum_age=programme.age_to if programme.age_to is not None else UNSET,
        assured_date=min(confirmed).isoformat() if confirmed else UNSET,
        alert=_alert(runs, today) or UNSET,
        schedules=[one for run in runs for one in _sessions(service, run)],
        service_areas=[
            ServiceArea(id=id_of("service_area", service, area.id), service_id=service, name=area.name)
        ],
        service_at_locations=[at_location(service, picture, picture.offices[office]) for office in offices],
        contacts=[],
        phones=[],
        cost_options=[_cost(service, run) for run in runs if run.price],
        attributes=list(_marks(service, programme, runs, today)),
    )


def _about(programme: Programme, runs: Sequence[Run], over: str, today: date) -> Iterator[str]:
    if programme.sample or any(run.sample for run in runs):
        yield "Sample: some or all of this is made up for a demonstration."
    if over:
        yield over
    yield programme.about or f"{programme.name}."
    if programme.also_called:
        yield f"Also called {', '.join(programme.also_called)}."
    if programme.delivered_by:
        yield f"Delivered by {programme.delivered_by}."
    if programme.not_for:
        yield f"Not for: {programme.not_for}."
    for run in runs:
        if run.venue:
            yield f"Where: {run.venue}."
        if run.waiting_weeks is not None:
            yield f"Wait: up to {run.waiting_weeks} weeks."
        if start := run.starts_next(today):
            yield f"Next start: {start.isoformat()}."


def _alert(runs: Sequence[Run], today: date) -> str:
    unsure = any(not run.is_confirmed(today) for run in runs)
    return "Nobody has confirmed this of late: ring the duty officer first." if unsure else ""


def _sessions(service: str, run: Run) -> list[Schedule]:
    return schedules_of(service, run.sessions, run.code) if run.sessions else []


def _cost(service: str, run: Run) -> CostOption:
    return CostOption(
        id=id_of("cost_option", service, run.code),
        service_id=service,
        option="A place for a case of the National Probation Service, by the rate card",
        amount_description=run.price or "",
    )


def _marks(service: str, programme: Programme, runs: Sequence[Run], today: date) -> Iterator[Attribute]:
    yield attribute(service, "service", "topics", programme.topic)
    for purpose in programme.purposes:
        yield attribute(service, "service", "purposes", purpose)
    if programme.sample or any(run.sample for run in runs):
        yield attribute(service, "service", "marks", "sample")
    if programme.assumed or any(run.assumed for run in runs):
        yield attribute(service, "service", "marks", "assumed")
    if any(not run.is_confirmed(today) for run in runs):
        yield attribute(service, "service", "marks", "not_checked")
