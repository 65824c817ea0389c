"""How posts and hours are said to other programs and on paper: in English, naming nobody."""

from datetime import time

from routing.hours import DAY_AND_NIGHT, OpeningHours
from routing.snapshot import Area, Office, Post
from routing.vocabulary import Role

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ROLES = {Role.SPO: "senior probation officer", Role.DUTY_SPO: "duty SPO", Role.HEAD_OF_LDU: "head of LDU"}


def role_name(post: Post) -> str:
    """What the post is: "senior probation officer"."""
    return _ROLES.get(post.role, post.role.replace("_", " "))


def post_name(post: Post, office: Office | None, area: Area) -> str:
    """The post with where it is: "NPS duty officer, Worcester probation office"."""
    whose = f"{post.provider.upper()} " if post.provider else ""
    where = office.name if office else area.name
    return where if post.role is Role.APPROVED_PREMISES else f"{whose}{role_name(post)}, {where}"


def hours_in_words(hours: OpeningHours) -> str:
    """ "Monday to Friday, 9am to 5pm; closed on bank holidays"."""
    if hours.text == DAY_AND_NIGHT:
        return "24 hours, every day"
    runs: list[list[int]] = []
    for day, spans in enumerate(hours.week):
        if spans and runs and runs[-1][-1] == day - 1 and hours.week[runs[-1][0]] == spans:
            runs[-1].append(day)
        elif spans:
            runs.append([day])
    parts = []
    for run in runs:
        days = _DAYS[run[0]] if len(run) == 1 else f"{_DAYS[run[0]]} to {_DAYS[run[-1]]}"
        times = " and ".join(f"{_clock(opens)} to {_clock(closes)}" for opens, closes in hours.week[run[0]])
        parts.append(f"{days}, {times}")
    return "; ".join([*parts, *(["closed on bank holidays"] if hours.closed_on_bank_holidays else [])])


def _clock(moment: time) -> str:
    if moment in (time(0), time(12)):
        return "midday" if moment.hour else "midnight"
    minutes = f":{moment.minute:02}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minutes}{'am' if moment.hour < 12 else 'pm'}"
