"""What the templates of the desk say things with, in one language at one moment."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.words.catalogue import Words
from bot.words.message import Runs, strong
from bot.words.numbers import phone
from bot.words.reasons import in_words
from bot.words.times import say_date, say_day, say_hours, say_when
from routing.answer import Reason, Step
from routing.call_backs.request import Request, role_on
from routing.catalogue import Run
from routing.snapshot import Post, Snapshot


@dataclass(frozen=True, slots=True)
class Speaking:
    """The helpers by their names in templates, as `names`."""

    words: Words
    at: datetime
    snapshot: Snapshot

    @property
    def names(self) -> dict[str, Any]:
        """What a template is given besides what it shows."""
        return {
            "phone": phone,
            "when": self._when,
            "day": self._day,
            "date": self._date,
            "hours": self._hours,
            "role": self._role,
            "reason": self._reason,
            "ask_for": self._ask_for,
            "place": self._place,
            "rung": self.rung,
            "until": self._until,
        }

    def _when(self, moment: datetime) -> str:
        return say_when(self.words, moment, self.at)

    def _day(self, day: date) -> str:
        return say_day(self.words, day)

    def _date(self, day: date) -> str:
        return say_date(self.words, day)

    def _hours(self, text: str) -> str:
        return say_hours(self.words, text) or text

    def _role(self, post: Step | Post) -> str:
        return self.words.say(f"role-{post.role}", provider=post.provider or "none")

    def _reason(self, reason: Reason) -> Runs:
        return in_words(self.words, reason)

    def _ask_for(self, step: Step) -> Runs:
        return self.words.runs("ask-for", who=strong(self.words.held(step.ask_for or "")))

    def _place(self, run: Run) -> str:
        snapshot = self.snapshot
        return snapshot.offices[run.office].name if run.office else snapshot.areas[run.area].name

    def rung(self, call: Request) -> str:
        """Whose step a call back is at."""
        if (role := role_on(call.rung)) is None:
            return self.words.say("call-back-manager", where=self.snapshot.areas[call.area].name)
        return self.words.say(f"role-{role}", provider=call.provider)

    def _until(self, ends: datetime, begins: datetime) -> str:
        """An end, said after its beginning."""
        return say_when(self.words, ends, begins)
