"""What people are told of cover that was asked of colleagues."""

from bot.words.catalogue import Words
from bot.words.message import Button, Line, LineKind, Message
from bot.words.times import say_moment
from directory.handover.outbox import Outgoing
from directory.moments import as_read
from routing.cover import CoverSaid
from routing.snapshot import Snapshot

PREFIX = "/shifts:"
TAKE, DECLINE = "take", "no"  # each with the number of the request
_KEYS: dict[str, str] = {
    CoverSaid.ASKED: "cover-asked",
    CoverSaid.TAKEN: "cover-taken",
    CoverSaid.NOBODY: "cover-nobody",
    CoverSaid.UNCOVERED: "cover-uncovered",
}


def say_cover(words: Words, snapshot: Snapshot, one: Outgoing) -> Message:
    """A message out of the outbox, which goes to staff who may see names of staff."""
    about, people = one.about, snapshot.rota.people
    office = about["office"]
    line = words.line(
        LineKind.ANSWER,
        _KEYS[one.said],
        who=people[about["person"]].name if about["person"] in people else "–",
        taker=people[about["taker"]].name if about.get("taker") in people else "–",
        post=words.say(f"role-{about['role']}", provider=about["provider"] or "none"),
        where=snapshot.offices[office].name if office else snapshot.areas[about["area"]].name,
        begins=say_moment(words, as_read(about["begins"])),
        ends=say_moment(words, as_read(about["ends"])),
    )
    again: list[Line] = [words.line(LineKind.NOTE, "call-back-again-note")] if one.again else []
    return Message((line, *again), _answers(words, one) if one.said == CoverSaid.ASKED else ())


def _answers(words: Words, one: Outgoing) -> tuple[Button, ...]:
    number = one.about["id"]
    return (
        Button(words.say("cover-take"), f"{PREFIX}{TAKE}.{number}"),
        Button(words.say("cover-decline"), f"{PREFIX}{DECLINE}.{number}"),
    )
