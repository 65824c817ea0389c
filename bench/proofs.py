"""`make bench-proof`: how long it takes to prove a year of West Mercia; asked for: under ten seconds.

As it is bundled; with a rota for each duty officer and SPO, and people who are away at hours of their own,
so that much more differs from one hour to the next; and (--national) every area of a national sample.
"""

import argparse
import asyncio
import sys
import tempfile
import time as clock
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

from bench.national import SINCE, national
from directory.command_line.reading_once import read_snapshot
from directory.proof.guard import year_from
from directory.proof.proof import prove
from directory.settings import DirectorySettings
from routing.moments import on_the_wall
from routing.policy import Policies
from routing.rota.rota import Rota
from routing.rota.shifts import Absence, Person, Span, WeeklyShift
from routing.snapshot import PostKey, Snapshot
from routing.vocabulary import Provider, Role

AREA = "west-mercia"
ABSENCES_A_POST = 12
_WEEK = (0, 1, 2, 3, 4)


def with_rotas(snapshot: Snapshot, since: date) -> Snapshot:
    """The same directory with 14 rotas, and 168 absences at hours of their own; then a third person is on."""
    people, entries = list[Person](), list[WeeklyShift | Absence]()
    for at, post in enumerate(_posts(snapshot)):
        team = [Person(f"sample-{at}-{number}", "Sample", Provider.NPS, AREA) for number in range(3)]
        people += team
        for person, days in ((2, _WEEK), (0, _WEEK[:3]), (1, _WEEK[3:])):
            shift = (len(entries), post, team[person].id, frozenset(days), time(9), time(17), since)
            entries.append(WeeklyShift(*shift))
        for number in range(ABSENCES_A_POST):
            begins = on_the_wall(since + timedelta(days=28 * number + at), time(at % 9 + 9, 5 * number))
            away = Span(begins, begins + timedelta(days=5, minutes=10 * at))
            entries.append(Absence(len(entries), team[number % 2].id, away))
    rota = Rota.of(people, entries, snapshot.bank_holidays)
    return replace(snapshot, rota=rota)


def _posts(snapshot: Snapshot) -> list[PostKey]:
    """Two providers' duty officers and SPOs at the three offices, and the duty SPO of the area."""
    offices = ("kidderminster", "redditch", "worcester")
    found: list[PostKey] = [
        PostKey(AREA, office, provider, role)
        for office in offices
        for provider in (Provider.NPS, Provider.CRC)
        for role in (Role.DUTY_OFFICER, Role.SPO)
    ]
    found += [PostKey(AREA, None, provider, Role.DUTY_SPO) for provider in (Provider.NPS, Provider.CRC)]
    assert all(post in snapshot.posts for post in found)
    return found


def tell(what: str, snapshot: Snapshot, area: str) -> float:
    """Prove a year of an area and print how long that took."""
    whole = year_from(SINCE)
    begun = clock.perf_counter()
    proof = prove([(whole.begins, snapshot)], Policies.bundled(), area, whole)
    taken = clock.perf_counter() - begun
    sys.stdout.write(
        f"{what}: {taken:.1f} s, {proof.questions:,} questions in {proof.spans:,} spans, "
        f"{len(proof.holes)} holes\n"
    )
    return taken


def main() -> None:
    """Measure on directories of its own."""
    parser = argparse.ArgumentParser(prog="python -m bench.proofs", description=__doc__)
    parser.add_argument("--national", action="store_true", help="and every area of a national sample")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bundled = asyncio.run(read_snapshot(DirectorySettings(data_dir=Path(folder) / "data")))
    tell("West Mercia as bundled", bundled, AREA)
    tell("with 14 rotas and 168 absences", with_rotas(bundled, SINCE), AREA)
    if arguments.national:
        with national() as settings:
            held = asyncio.run(read_snapshot(settings))
        took = [tell(f"national sample, {area}", held, area) for area in sorted(held.areas)]
        sys.stdout.write(f"all areas of the national sample: {sum(took):.0f} s\n")


if __name__ == "__main__":
    main()
