"""The proof while the service runs: in a thread, one at a time, and what is proved already is remembered."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date

from directory.pictures.pictures import Pictures
from directory.proof.guard import holes_opened, year_from
from directory.proof.holes import Hole
from directory.proof.proof import AskedBefore, PicturesOf, Proof, prove
from routing.policy import Policies
from routing.rota.rota import Rota

_MOST_ASKED = 64  # areas, as they were at different times; each is some hundred questions
_MOST_PROOFS = 64


class Proving:
    """What is asked of an area is worked out once: that is nine tenths of a proof."""

    def __init__(self, pictures: Callable[[], Pictures]) -> None:
        self._pictures = pictures
        self._one_at_a_time = asyncio.Lock()
        self._proofs: dict[tuple[int, str, date, int], Proof] = {}
        self.asked: AskedBefore = {}

    async def proof(self, area: str, first: date, days: int) -> Proof:
        """The proof of an area as the directory is now, for so many days."""
        pictures = self._pictures()
        key = (pictures.version, area, first, days)
        async with self._one_at_a_time:
            if key not in self._proofs:
                self._make_room()
                whole = year_from(first, days)
                self._proofs[key] = await asyncio.to_thread(
                    prove,
                    pictures.during(whole),
                    Policies.bundled(),
                    area,
                    whole,
                    named=True,
                    asked_before=self.asked,
                )
            return self._proofs[key]

    def known(self, area: str, first: date, days: int) -> Proof | None:
        """The same where it need not be worked out."""
        return self._proofs.get((self._pictures().version, area, first, days))

    async def opened_by(self, pictures: Pictures, before: Rota, after: Rota, today: date) -> list[Hole]:
        """The holes within a year that a change of the rota would open in this directory."""
        year = year_from(today)
        of_then = pictures.during(year)
        async with self._one_at_a_time:
            self._make_room()
            return await asyncio.to_thread(
                holes_opened, _with_rota(of_then, before), _with_rota(of_then, after), year, self.asked
            )

    @asynccontextmanager
    async def proving_elsewhere(self) -> AsyncIterator[AskedBefore]:
        """What was asked before, for a proof that is made by a guard; no other is made meanwhile."""
        async with self._one_at_a_time:
            self._make_room()
            yield self.asked

    def _make_room(self) -> None:
        """Nothing grows for as long as the service runs."""
        if len(self._proofs) >= _MOST_PROOFS:
            self._proofs.clear()
        if len(self.asked) >= _MOST_ASKED:
            self.asked.clear()


def _with_rota(pictures: PicturesOf, rota: Rota) -> PicturesOf:
    return [(moment, replace(snapshot, rota=rota)) for moment, snapshot in pictures]
