"""A card for the day the bot is down: the ladder of an office on one page, as text and as HTML for A4."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from directory.errors import DirectoryError
from directory.exchange.cells.phone import written_number
from directory.exchange.formats.wording import hours_in_words
from directory.pictures.pictures import Pictures
from routing.answer import Step
from routing.hours import next_opening
from routing.ladder import Ladder, Need
from routing.moments import day_in_london
from routing.rota.rota import Rota
from routing.snapshot import Area, Office, Snapshot
from routing.vocabulary import Provider, Role

_TEMPLATE = Path(__file__).with_name("card.html")
_GOOD_FOR = timedelta(days=91)
_CALLED = {Role.SPO: "Senior probation officer", Role.DUTY_SPO: "Duty SPO, for the whole area"}


@dataclass(frozen=True, slots=True)
class Rung:
    """One contact as the card shows it."""

    post: str
    number: str  # in groups, or what to read instead of one
    ask_for: str
    note: str


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on the card of one office."""

    office: str
    area: str
    hours: str
    ladders: tuple[tuple[str, tuple[Rung, ...]], ...]
    out_of_hours: Rung | None
    issued: str
    replace_by: str
    version: int
    sample: bool


class CardError(DirectoryError):
    """There is no card for this."""


def card_of(pictures: Pictures, office_id: str, now: datetime) -> Card:
    """The card of an office or unit, as the directory is on the day it is issued. Raises CardError."""
    today = day_in_london(now)
    snapshot = pictures.at(today)
    office = snapshot.offices.get(office_id)
    if office is None or office.kind == "approved_premises":
        known = ", ".join(sorted(one.id for one in snapshot.offices.values() if one.kind == "office"))
        raise CardError(f"{office_id}: the directory holds no office of this id; offices are {known}.")
    # A card hangs on a wall for months: who is on today is no business of it.
    lasting, area = replace(snapshot, rota=Rota()), snapshot.areas[office.area]
    at = next_opening(office.hours, now, snapshot.bank_holidays) or now
    ladders = {
        provider: _ladder(lasting, area, office, provider, at) for provider in (Provider.NPS, Provider.CRC)
    }
    steps = [step for found in ladders.values() for step in found]
    premises = next((step for step in steps if step.role is Role.APPROVED_PREMISES), None)
    return Card(
        office=office.name,
        area=area.name,
        hours=hours_in_words(office.hours) + (" (assumed)" if office.hours_assumed else ""),
        ladders=tuple(
            (provider.upper(), tuple(_rung(step, office.id) for step in found))
            for provider, found in _without_premises(ladders).items()
        ),
        out_of_hours=_rung(premises, office.id) if premises and premises.phone else None,
        issued=_day(today),
        replace_by=_day(_replace_by(pictures, steps, today)),
        version=snapshot.version,
        sample=any(step.sample for step in steps),
    )


def _ladder(
    snapshot: Snapshot, area: Area, office: Office, provider: Provider, at: datetime
) -> tuple[Step, ...]:
    return Ladder(snapshot, at).steps(Need(area=area, office=office, provider=provider))


def _without_premises(ladders: dict[Provider, tuple[Step, ...]]) -> dict[Provider, list[Step]]:
    return {
        provider: [step for step in steps if step.role is not Role.APPROVED_PREMISES]
        for provider, steps in ladders.items()
    }


def _rung(step: Step, office: str) -> Rung:
    notes = []
    if step.stale:
        checked = f"not checked since {_day(step.checked_on)}" if step.checked_on else "never checked"
        notes.append(checked[:1].upper() + checked[1:])
    if step.sample:
        notes.append("Sample: made up")
    if step.role is Role.APPROVED_PREMISES:
        notes.insert(0, "24 hours")
    elif step.office not in (None, office):
        notes.insert(0, "Can say whom to call")
    provider = step.provider.upper() if step.provider else ""
    post = _CALLED.get(step.role) or f"{provider} {step.role.replace('_', ' ')}".strip()
    if step.role is Role.APPROVED_PREMISES:
        post = f"Approved Premises, {step.place}"
    elif step.place and step.office and step.role is Role.DUTY_OFFICER:
        post = f"{post}, {step.place}"
    number = written_number(step.phone) if step.phone else "no number known"
    number += f", extension {step.extension}" if step.extension else ""
    ask_for = step.ask_for if step.phone else None
    return Rung(post[:1].upper() + post[1:], number, ask_for or "", ". ".join(notes))


def _replace_by(pictures: Pictures, steps: list[Step], today: date) -> date:
    """Three months, or sooner: where a check of one of its numbers runs out, or the directory changes."""
    phones = {step.phone for step in steps}
    ends = [
        post.number.verified_on + timedelta(days=post.number.review_days)
        for post in pictures.at(today).posts.values()
        if post.number and post.number.e164 in phones and post.number.verified_on
    ]
    change = pictures.next_change(today)
    ends += [change - timedelta(days=1)] if change else []
    return min([today + _GOOD_FOR, *(day for day in ends if day >= today)])


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def as_html(card: Card) -> str:
    """The card as a page of its own: nothing is fetched from anywhere, and it prints on one sheet of A4."""
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415 - only a card needs it

    page = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return page.from_string(_TEMPLATE.read_text(encoding="utf-8")).render(card=card)


def as_text(card: Card) -> str:
    """The card as plain text, to be read on a screen or printed."""
    lines = [
        f"{card.office}: whom to ring",
        f"{card.area}. {'SAMPLE, made up. ' if card.sample else ''}Issued {card.issued}.",
        "",
        "Somebody is in danger now: call 999 first.",
        "",
        f"IN OFFICE HOURS: {card.hours}",
        "Begin at the top; if nobody answers, go on to the next. Not known whose case it is: NPS.",
    ]
    for provider, rungs in card.ladders:
        lines += [
            "",
            provider,
            *(line for number, rung in enumerate(rungs, 1) for line in _lines(rung, number)),
        ]
    lines += ["", "OUT OF HOURS, urgent, for either provider"]
    lines += _lines(card.out_of_hours, 1) if card.out_of_hours else ["  No number known."]
    lines += ["", *_validity(card)]
    return "\n".join(lines) + "\n"


def _lines(rung: Rung, number: int) -> list[str]:
    note = f"  ({rung.note})" if rung.note else ""
    first = f"  {number}. {rung.post}: {rung.number}{note}"
    return [first, f"     Ask for {rung.ask_for}"] if rung.ask_for else [first]


def _validity(card: Card) -> list[str]:
    return [
        f"Throw this card away after {card.replace_by}, or when a number on it turns out to be wrong.",
        f"It was made from version {card.version} of the directory; a newer card has a higher number.",
    ]
