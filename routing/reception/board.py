"""The board of an office: whom a caller may need there today, as each post stands now. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from routing.answer import Step
from routing.ladder import Ladder, Need
from routing.moments import day_in_london, on_the_wall
from routing.policy.area_policy import AreaPolicy
from routing.reception.duty import Duty, duty_of
from routing.reception.notices import Coming, Notice, notices_of
from routing.rota.rota import Rota
from routing.snapshot import Area, Office, PostKey, Snapshot
from routing.vocabulary import Provider, Role

PROVIDERS = (Provider.NPS, Provider.CRC)
_OF_THE_OFFICE = (Role.DUTY_OFFICER, Role.SPO)
_OF_THE_AREA = (Role.DUTY_SPO,)


@dataclass(frozen=True, slots=True)
class Board:
    """What stands on it. `who_can_say` is whom to ask where the office has no number of its own."""

    office: Office
    area: Area
    duties: tuple[Duty, ...]
    of_the_area: tuple[Duty, ...]
    out_of_hours: Step
    who_can_say: Step | None
    notices: tuple[Notice, ...]
    opens: datetime | None  # None where it is open
    shuts: datetime | None
    changes_at: datetime  # from when on something of it may be otherwise, if the directory stays as it is


def board_of(
    coming: Sequence[Coming], office: Office, policy: AreaPolicy, at: datetime, *, with_names: bool
) -> Board:
    """The board of an office or unit. The first of `coming` is today's picture, the others those of days
    to come on which the directory will be another."""
    snapshot = coming[0].snapshot
    area = snapshot.areas[office.area]
    # The ladder leaves out whoever is not on; a board says so, and the rota by which it knows comes after.
    ladder = Ladder(replace(snapshot, rota=Rota()), at, with_names)
    steps = [step for provider in PROVIDERS for step in ladder.steps(Need(area, office, provider))]
    here = tuple(_duties(snapshot, steps, office, at, _OF_THE_OFFICE, with_names))
    of_the_area = tuple(_duties(snapshot, steps, office, at, _OF_THE_AREA, with_names))
    midnight = on_the_wall(day_in_london(at) + timedelta(days=1), time.min)
    first = here[0]
    return Board(
        office, area, here, of_the_area,
        out_of_hours=next(step for step in steps if step.role is Role.APPROVED_PREMISES),
        who_can_say=next((step for step in steps if _is_elsewhere(step, office)), None),
        notices=notices_of(coming, office, policy, at),
        opens=first.opens,
        shuts=first.shuts,
        changes_at=min([midnight, *(moment for duty in (*here, *of_the_area) for moment in duty.changes())]),
    )  # fmt: skip


def _duties(
    snapshot: Snapshot,
    steps: Sequence[Step],
    office: Office,
    at: datetime,
    roles: tuple[Role, ...],
    with_names: bool,
) -> Iterator[Duty]:
    for step in steps:
        if step.role in roles and not _is_elsewhere(step, office):
            post = PostKey(office.area, step.office, step.provider, step.role, step.team)
            yield duty_of(snapshot, post, step, at, with_names=with_names)


def _is_elsewhere(step: Step, office: Office) -> bool:
    """Whether it is the duty officer of another office, who can say whom to call."""
    return step.role is Role.DUTY_OFFICER and step.office != office.id
