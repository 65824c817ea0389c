"""Each post that has a number as a service: whom to ask for, on which number and when."""

from collections.abc import Iterator
from datetime import date

from msgspec import UNSET

from directory.exchange.formats.wording import hours_in_words, post_name, role_name
from directory.exchange.open_referral.hours import schedules_of
from directory.exchange.open_referral.ids import id_of
from directory.exchange.open_referral.places import at_location, ended, provider_in, status_of
from directory.exchange.open_referral.shapes import (
    Attribute,
    Contact,
    FullService,
    Organization,
    Phone,
    ServiceArea,
)
from directory.exchange.open_referral.taxonomies import attribute
from routing.hours import OpeningHours
from routing.snapshot import Number, Post, Snapshot
from routing.vocabulary import Role, Topic


def contact_services(
    picture: Snapshot, organizations: dict[str, Organization], today: date
) -> Iterator[FullService]:
    """Those with a number: a service that nobody can reach leads nowhere."""
    leads = (post for posts in picture.leads.values() for post in posts)
    for post in (*picture.posts.values(), *leads):
        if post.number is not None:
            yield _service(picture, organizations, post, post.number, today)


def _service(
    picture: Snapshot, organizations: dict[str, Organization], post: Post, number: Number, today: date
) -> FullService:
    area, office = picture.areas[post.area], picture.offices[post.office] if post.office else None
    service = id_of("contact", post.area, post.office, post.provider, post.role, post.team, post.topic)
    organization = organizations[provider_in(area, post.provider)]
    hours = post.hours or (office.hours if office else area.hours)
    sample = post.sample or number.sample
    name = f"{post_name(post, office, area)}{' (sample)' if sample else ''}"
    return FullService(
        id=service,
        organization_id=organization.id,
        organization=organization,
        name=name,
        description=_about(post, hours, ended(area, post.provider, today), sample=sample),
        status=status_of(area, post.provider, today),
        assured_date=number.verified_on.isoformat() if number.verified_on else UNSET,
        alert=_alert(number, today) or UNSET,
        schedules=schedules_of(service, hours),
        service_areas=[
            ServiceArea(id=id_of("service_area", service, area.id), service_id=service, name=area.name)
        ],
        service_at_locations=[at_location(service, picture, office)] if office else [],
        contacts=[Contact(id=id_of("title", service), service_id=service, title=role_name(post))],
        phones=[_phone(service, post, number)],
        cost_options=[],
        attributes=list(_marks(service, post, number, today)),
    )


def _about(post: Post, hours: OpeningHours, over: str, *, sample: bool) -> str:
    said = [
        "Sample: made up for a demonstration." if sample else "",
        over,
        f"Ask for {post.ask_for}.",
        f"Hours: {hours_in_words(hours)}.",
        "In danger now: call 999 first.",
    ]
    return " ".join(filter(None, said))


def _alert(number: Number, today: date) -> str:
    if number.suspect:
        return "Somebody has said that this number is wrong."
    if number.verified_on is None:
        return "Nobody has checked this number."
    return f"Not checked since {number.verified_on.isoformat()}." if number.is_stale(today) else ""


def _phone(service: str, post: Post, number: Number) -> Phone:
    return Phone(
        id=id_of("phone", service),
        service_id=service,
        number=number.e164,
        extension=int(post.extension) if post.extension else UNSET,
        description=f"Ask for {post.ask_for}",
    )


def _marks(service: str, post: Post, number: Number, today: date) -> Iterator[Attribute]:
    topic = Topic.APPROVED_PREMISES if post.role is Role.APPROVED_PREMISES else post.topic or Topic.CONTACT
    yield attribute(service, "service", "topics", topic)
    if post.sample or number.sample:
        yield attribute(service, "service", "marks", "sample")
    if post.assumed:
        yield attribute(service, "service", "marks", "assumed")
    if number.is_stale(today):
        yield attribute(service, "service", "marks", "not_checked")
