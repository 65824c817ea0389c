"""`make bench`: answers a second, in process and through aiogram, with ratios in the same run."""

import asyncio
import gc
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from bench.standing import prepare, report
from bench.telegram import AT, TEXTS, rates
from bot.app import open_assistant
from bot.assistant import Assistant
from bot.settings import Settings
from routing.enquiry import Enquiry

ROUNDS = 7
ANSWERS_A_ROUND = 400


async def answers_per_second(assistant: Assistant) -> float:
    """`Assistant.answer` in process: the median of some rounds."""
    enquiries = [Enquiry(text, AT, assistant.area) for text in TEXTS]
    found = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        for number in range(ANSWERS_A_ROUND):
            await assistant.answer(enquiries[number % len(enquiries)])
        found.append(ANSWERS_A_ROUND / (time.perf_counter() - begun))
    return median(found)


async def main() -> None:
    """Measure on a directory of its own, and print a table."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder), database_url=f"sqlite+aiosqlite:///{folder}/bench.db")
        async with open_assistant(settings):
            await prepare(settings)
        async with open_assistant(settings) as assistant:
            gc.freeze()
            alike = await report(assistant)
            direct = await answers_per_second(assistant)
            ours, echo = await rates(assistant)
    rows = {
        "Assistant.answer, in process": direct,
        "the same through aiogram's feed_update": ours,
        "a bare aiogram echo handler, fed the same way": echo,
    }
    for name, rate in rows.items():
        sys.stdout.write(f"{name:<48}{rate:>10,.0f} a second\n")
    if not alike:
        sys.exit("The public can tell by time whether a case is registered.")
    sys.stdout.write(f"ratio of ours to the bare handler: {ours / echo:.2f}\n")


asyncio.run(main())
