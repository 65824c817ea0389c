"""`python -m tools.fuzz [SECONDS]`: texts that nobody would write, read for so long, or for a minute.

Prints the seed of each text that raised or took far too long, so that it can be made again; exit status 1
where there was one.
"""

import random
import sys
import time
from collections.abc import Iterator

from routing.reading.lexicon import given_names, lexicon
from routing.reading.words import LONGEST_TEXT
from tests.routing.reading.adversarial import texts
from tests.routing.reading.reading_of import reading_of

FAR_TOO_LONG = 0.25  # seconds of CPU
_MARKS = [*".,;:!?'\"()-/&@#<>", "\n", "\0", "\u202e", "😀", "\u0301"]
_PERSONAL = ["X123456", "07700 900123", "1/2/80", "flat 2", "Mr", "dob"]


def made(seed: int) -> Iterator[str]:
    """Texts of one seed: those that are meant to be slow, and what comes of mixing words and marks."""
    rng = random.Random(seed)  # noqa: S311 - nothing is kept secret with it
    yield from texts(seed).values()
    words = sorted(lexicon().vocabulary | given_names())
    for _ in range(50):
        few = rng.choices(words, k=rng.randint(1, 12)) + rng.choices(_MARKS + _PERSONAL, k=rng.randint(0, 4))
        yield (rng.choice([" ", "", "\n", ", "]).join(rng.choices(few, k=900)))[:LONGEST_TEXT]


def faults(until: float) -> Iterator[str]:
    """What went wrong until this moment of the monotonic clock."""
    seed = 0
    while time.monotonic() < until:
        for number, text in enumerate(made(seed)):
            begun = time.process_time()
            try:
                reading_of(text)
            except Exception as error:
                yield f"seed {seed}, text {number}: {type(error).__name__}"
            if (taken := time.process_time() - begun) > FAR_TOO_LONG and seed:
                yield f"seed {seed}, text {number}: {taken * 1000:.0f} ms"
            if time.monotonic() >= until:
                break
        seed += 1


def main() -> int:
    """Fuzz; the exit status."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    found = 0
    for fault in faults(time.monotonic() + seconds):
        found += 1
        sys.stdout.write(f"{fault}\n")
    sys.stdout.write(f"{found} faults in {seconds:.0f} seconds.\n")
    return min(found, 1)


if __name__ == "__main__":
    sys.exit(main())
