"""A need, the ladder for it, and the posts that it leads to."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from routing.answer import Step
from routing.ladder import Ladder, Need
from routing.snapshot import Post, PostKey, Snapshot
from routing.vocabulary import Provider, Role, Topic
from tests.routing.sample_directory import SNAPSHOT, TUESDAY

NPS, CRC, BOTH = Provider.NPS, Provider.CRC, Provider.BOTH
DUTY_OFFICER, SPO, DUTY_SPO = Role.DUTY_OFFICER, Role.SPO, Role.DUTY_SPO
PREMISES = (Role.APPROVED_PREMISES, NPS, "braley-house")


def need(office: str | None = "redditch", provider: Provider = NPS, **rest: Any) -> Need:
    known = SNAPSHOT.offices[office] if office else None
    area = SNAPSHOT.areas[known.area if known else "west-mercia"]
    return Need(area=area, office=known, provider=provider, **rest)


def climb(
    wanted: Need, at: datetime = TUESDAY, snapshot: Snapshot = SNAPSHOT, *, names: bool = False
) -> tuple[Step, ...]:
    return Ladder(snapshot, at, names).steps(wanted)


def posts(steps: tuple[Step, ...]) -> list[tuple[Role, Provider | None, str | None]]:
    return [(step.role, step.provider, step.office) for step in steps]


def with_post(post: Post) -> Snapshot:
    key = PostKey(post.area, post.office, post.provider, post.role)
    return replace(SNAPSHOT, posts={**SNAPSHOT.posts, key: post})


def with_lead(post: Post) -> Snapshot:
    assert post.topic
    return replace(SNAPSHOT, leads={(post.area, post.office, post.topic): (post,)})


LEAD = Post("west-mercia", "redditch", None, Role.LEAD, "the MARAC lead", topic=Topic.MARAC)
