"""What people are told of cover, or a swap, that was asked of colleagues."""

from collections.abc import Mapping
from typing import Any

from bot.words.catalogue import Words
from bot.words.message import Button, LineKind, Message
from bot.words.times import say_moment
from directory.call_backs.outbox import Outgoing
from directory.storage.moments import as_read
from routing.rota.cover import CoverSaid
from routing.snapshot import Snapshot

PREFIX = "/shifts:"
TAKE, DECLINE = "take", "no"  # each with the number of the request
_COVER: Mapping[str, str] = {
    CoverSaid.ASKED: "cover-asked",
    CoverSaid.TAKEN: "cover-taken",
    CoverSaid.YOURS: "cover-yours",
    CoverSaid.NOBODY: "cover-nobody",
    CoverSaid.UNCOVERED: "cover-uncovered",
}
_SWAP: Mapping[str, str] = {
    CoverSaid.ASKED: "swap-asked",
    CoverSaid.TAKEN: "swap-taken",
    CoverSaid.YOURS: "swap-yours",
    CoverSaid.NOBODY: "swap-nobody",
}


def say_cover(words: Words, snapshot: Snapshot, one: Outgoing) -> Message:
    """A message out of the outbox, which goes to staff who may see names of staff."""
    about, back = one.about, one.about["in_return"]
    line = words.line(
        LineKind.ANSWER,
        (_SWAP if back else _COVER)[one.said],
        who=_name(snapshot, about["person"]),
        taker=_name(snapshot, about.get("taker") or (back or {}).get("person")),
        shift=_shift(words, snapshot, about),
        back=_shift(words, snapshot, back) if back else "–",
    )
    return Message((line,), _answers(words, one) if one.said == CoverSaid.ASKED else ())


def _answers(words: Words, one: Outgoing) -> tuple[Button, ...]:
    number = one.about["id"]
    take = words.say("swap-take" if one.about["in_return"] else "cover-take")
    return (
        Button(take, f"{PREFIX}{TAKE}.{number}"),
        Button(words.say("cover-decline"), f"{PREFIX}{DECLINE}.{number}"),
    )


def _shift(words: Words, snapshot: Snapshot, shift: Mapping[str, Any]) -> str:
    return words.say(
        "cover-shift",
        post=words.say(f"role-{shift['role']}", provider=shift["provider"] or "none"),
        where=snapshot.name_of(shift["area"], shift["office"]),
        begins=say_moment(words, as_read(shift["begins"])),
        ends=say_moment(words, as_read(shift["ends"])),
    )


def _name(snapshot: Snapshot, person: str | None) -> str:
    known = snapshot.rota.people.get(person or "")
    return known.name if known else "–"
