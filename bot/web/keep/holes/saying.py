"""A hole of the proof in words: where it is, what is wrong, and what closes it."""

from dataclasses import dataclass

from bot.web.keep.rota.saying import RotaSaying
from directory.proof.holes import Hole, Where
from directory.proof.proof import NO_ANSWER, NO_NUMBERS, UNMANNED
from routing.snapshot import PostKey

_FAULTS = {UNMANNED: "unmanned", NO_ANSWER: "no-answer", NO_NUMBERS: "no-numbers"}


@dataclass(frozen=True, slots=True)
class HoleSaying:
    """Says holes in the words of a rota, which know the posts."""

    saying: RotaSaying

    def line(self, hole: Hole) -> str:
        """All of it in a line."""
        when = self.saying.span(hole.span)
        return self.saying.words.say(
            "hole-line", when=when, where=self.where(hole.where), fault=self.fault(hole)
        )

    def where(self, where: Where) -> str:
        """The post, else whatever is asked at the office or in the area."""
        if where.role:
            return self.saying.post_there(
                PostKey(where.area, where.office, where.provider, where.role, where.team)
            )
        return self.saying.words.say("hole-at", where=self.saying.place(where.area, where.office))

    def fault(self, hole: Hole) -> str:
        """What is wrong."""
        return self.saying.words.say(f"hole-{_FAULTS[hole.fault]}")

    def remedy(self, hole: Hole) -> str:
        """What closes it."""
        snapshot = self.saying.snapshot
        area = snapshot.areas.get(hole.where.area)
        line = snapshot.offices.get(area.out_of_hours) if area and area.out_of_hours else None
        say = self.saying.words.say
        return say(f"hole-remedy-{_FAULTS[hole.fault]}", line=line.name if line else "none")


def is_for_the_rota(hole: Hole) -> bool:
    """Whether an entry of the rota closes it."""
    return hole.fault == UNMANNED
