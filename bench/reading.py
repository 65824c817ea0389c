"""`python -m bench.reading`: how well and how fast texts are read against all places of England and Wales.

Times are of the processor, and beside them stands what a bare loop over the words takes in the same run.
"""

import asyncio
import gc
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from directory.directory import Directory
from directory.pictures.collecting import collect_seldom, not_collecting
from directory.settings import DirectorySettings
from routing.policy import Policies
from routing.reading.reader import Reader
from routing.reading.words import LONGEST_TEXT, split_words, tidy
from routing.snapshot import Snapshot
from tests.routing.reading.adversarial import texts as long_texts
from tests.routing.reading.slipped import asked, share, slip

SEED = 2014
NUMBER = 2_000
AREA = "west-mercia"
NO_PLACE = Path("tests/enquiries/no_place.txt")
SENTENCES = (
    "who do I ring in {} about a man who has missed appointments",
    "need the duty officer in {} please he is high risk now",
    "we have a medium risk man on a community order in {}",
    "his unpaid work hours in {} are not going well who helps",
    "who covers victim contact for a family living in {} these days",
    "could somebody tell me who writes the court report for {} court",
)
TOWNS = ("Redditch", "Kidderminster", "Bromsgrove", "Malvern", "Evesham", "Hereford", "Shrewsbury", "Ludlow")


def read_snapshot() -> Snapshot:
    """The bundled directory."""

    async def once() -> Snapshot:
        with tempfile.TemporaryDirectory() as folder:
            async with await Directory.open(DirectorySettings(data_dir=Path(folder))) as directory:
                return directory.snapshot

    return asyncio.run(once())


def texts(chance: random.Random, *, slips: bool) -> list[str]:
    """Sentences of some twelve words, each with a place in it."""
    towns = (chance.choice(TOWNS) for _ in range(NUMBER))
    return [
        SENTENCES[number % len(SENTENCES)].format(slip(town, chance) if slips else town)
        for number, town in enumerate(towns)
    ]


def milliseconds(reader: Reader, lines: Iterable[str]) -> list[float]:
    """How long the processor takes to read each, the shortest first."""
    taken = []
    for line in lines:
        begun = time.thread_time_ns()
        reader.read(line, AREA)
        taken.append((time.thread_time_ns() - begun) / 1e6)
    return sorted(taken)


def tell_times(name: str, taken: Sequence[float], bare: float) -> None:
    """The median, the 99th percentile, and how often splitting into words would go into the median."""
    middle, late = taken[len(taken) // 2], taken[len(taken) * 99 // 100]
    sys.stdout.write(
        f"{name:<34} median {middle:.3f} ms, 99th percentile {late:.3f} ms, "
        f"{middle / bare:.0f} times splitting it into words\n"
    )


def tell_longest(reader: Reader, snapshot: Snapshot) -> None:
    """Messages of the greatest length that are meant to be slow: the shortest of three readings of each."""
    made = long_texts(SEED, [name for name, _ in snapshot.places])
    taken = sorted((milliseconds(reader, [text] * 3)[0], name) for name, text in made.items())
    middle, (longest, slowest) = taken[len(taken) // 2][0], taken[-1]
    sys.stdout.write(
        f"{LONGEST_TEXT:,} characters, {len(taken)} kinds          median {middle:.1f} ms, "
        f"worst {longest:.1f} ms ({slowest})\n"
    )


def tell_places(reader: Reader, snapshot: Snapshot) -> None:
    """How many places are found, spelt rightly and with slips, and how many where there are none."""
    for name, slips in (("spelt rightly", False), ("with slips", True)):
        lines = list(asked(snapshot.places, NUMBER, random.Random(SEED), slips=slips))
        right, right_or_asks, _ = share(reader, lines)
        sys.stdout.write(f"places {name:<27} right {right:.2%}, right or asked about {right_or_asks:.2%}\n")
    none = [line for line in NO_PLACE.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    false = sum(bool(reader.read(line, AREA).places) for line in none)
    sys.stdout.write(f"sentences without a place           {false} of {len(none)} read as one\n")


def main() -> None:
    """Measure and print."""
    snapshot = read_snapshot()
    terms = Policies.bundled().terms
    before, begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    with not_collecting():  # as at every start
        reader = Reader(snapshot.places, terms, snapshot.programmes)
    built, after = time.process_time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(f"reader built in {built:.2f} s; the process grew by {(after - before) / 1024:.0f} MB\n")
    gc.collect()
    collect_seldom()  # as in the service
    clean, misspelt = (texts(random.Random(SEED), slips=slips) for slips in (False, True))
    milliseconds(reader, clean[:200])
    split = sorted(_time_of_splitting(line) for line in clean)
    for name, lines in (("clean words", clean), ("every place misspelt", misspelt)):
        tell_times(name, milliseconds(reader, lines), split[len(split) // 2])
    tell_longest(reader, snapshot)
    tell_places(reader, snapshot)


def _time_of_splitting(line: str) -> float:
    begun = time.thread_time_ns()
    split_words(tidy(line))
    return (time.thread_time_ns() - begun) / 1e6


if __name__ == "__main__":
    main()
