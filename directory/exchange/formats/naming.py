"""What a post is called where it goes out to other programs: in English, without a name of anybody."""

from routing.snapshot import Area, Office, Post
from routing.vocabulary import Role

_ROLES = {Role.SPO: "senior probation officer", Role.DUTY_SPO: "duty SPO", Role.HEAD_OF_LDU: "head of LDU"}


def role_name(post: Post) -> str:
    """What the post is: "senior probation officer"."""
    return _ROLES.get(post.role, post.role.replace("_", " "))


def post_name(post: Post, office: Office | None, area: Area) -> str:
    """The post with where it is: "NPS duty officer, Worcester probation office"."""
    whose = f"{post.provider.upper()} " if post.provider else ""
    where = office.name if office else area.name
    return where if post.role is Role.APPROVED_PREMISES else f"{whose}{role_name(post)}, {where}"
