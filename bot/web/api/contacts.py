"""The contacts of the directory, by area, office, provider, role, team or number."""

from datetime import date
from typing import Annotated

import msgspec
from msgspec import UNSET, UnsetType

from bot.service import Service
from bot.web.api.callers import Caller
from bot.web.api.operation import Operation
from bot.web.api.paging import Page, PerPage, page_of
from bot.web.api.places import Id, area_of
from bot.web.api.problem import ProblemError
from directory.exchange.cells.cell import CellError
from directory.exchange.cells.phone import read_number
from routing.disclosure import may_see_names
from routing.moments import day_in_london
from routing.snapshot import Post, Snapshot
from routing.vocabulary import Provider, Role, Topic


class ContactsAsked(msgspec.Struct, forbid_unknown_fields=True):
    """Which contacts; all that is given has to fit."""

    area: Id | UnsetType = UNSET
    office: Id | UnsetType = UNSET
    provider: Provider | UnsetType = UNSET
    role: Role | UnsetType = UNSET
    team: Id | UnsetType = UNSET
    number: Annotated[str, msgspec.Meta(max_length=30)] | UnsetType = UNSET
    page: Page = 1
    per_page: PerPage = 100


class Contact(msgspec.Struct, kw_only=True):
    """A post that can be rung, as far as the directory knows. `name` is None unless the client may see it."""

    area: str
    office: str | None
    place: str  # the office or the area in words
    provider: Provider | None
    role: Role
    team: str | None
    topic: Topic | None  # that a lead leads on
    ask_for: str
    phone: str | None  # E.164
    extension: str | None
    hours: str
    name: str | None
    checked_on: date | None
    stale: bool
    sample: bool
    assumed: bool


class Contacts(msgspec.Struct):
    """One page of contacts."""

    total: int
    page: int
    pages: int
    contacts: list[Contact]


def contacts(service: Service) -> Operation[ContactsAsked]:
    """The operation."""

    async def find(caller: Caller, asked: ContactsAsked) -> Contacts:
        picture = service.dialogue.snapshot
        area_of(picture, asked.area, asked.office)
        number = _number(asked.number) if asked.number is not UNSET else None
        found = [one for one in _all(picture) if _fits(one, asked, number)]
        today, names = day_in_london(service.dialogue.now), may_see_names(caller.standing)
        some, pages = page_of(found, asked.page, asked.per_page)
        return Contacts(len(found), asked.page, pages, [_contact(picture, one, today, names) for one in some])

    return Operation(
        "GET", "/contacts", "contacts", "Posts with their numbers; names for probation staff only.",
        ContactsAsked, Contacts, find, example={"office": "worcester"},
    )  # fmt: skip


def _all(picture: Snapshot) -> list[Post]:
    leads = (post for posts in picture.leads.values() for post in posts)
    return [*picture.posts.values(), *leads]


def _fits(post: Post, asked: ContactsAsked, number: str | None) -> bool:
    if number is not None and (post.number is None or post.number.e164 != number):
        return False
    wanted = (asked.area, asked.office, asked.provider, asked.role, asked.team)
    held = (post.area, post.office, post.provider, post.role, post.team)
    return all(one in (UNSET, other) for one, other in zip(wanted, held, strict=True))


def _number(text: str) -> str:
    try:
        return read_number(text)
    except CellError as error:
        raise ProblemError(
            422, f"The number {error}", "Send it as 01905 723591 or +441905723591.", where="query.number"
        ) from None


def _contact(picture: Snapshot, post: Post, today: date, names: bool) -> Contact:
    office = picture.offices[post.office] if post.office else None
    area, number = picture.areas[post.area], post.number
    return Contact(
        area=post.area,
        office=post.office,
        place=office.name if office else area.name,
        provider=post.provider,
        role=post.role,
        team=post.team,
        topic=post.topic,
        ask_for=post.ask_for,
        phone=number.e164 if number else None,
        extension=post.extension,
        hours=(post.hours or (office or area).hours).text,
        name=post.name if names else None,
        checked_on=number.verified_on if number else None,
        stale=number.is_stale(today) if number else False,
        sample=post.sample or bool(number and number.sample),
        assumed=post.assumed,
    )
