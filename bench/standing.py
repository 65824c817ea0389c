"""What it costs to know who asks and to audit first; and that the public learns nothing by the clock."""

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles

from sqlalchemy import insert

from bench.telegram import AT
from bot.assistant import Assistant
from directory.accounts.binding import Person
from directory.accounts.invitations import Offer, issue
from directory.cases import disclosures
from directory.command_line.acting import at_the_command_line
from directory.exchange.cases.importing import How, import_cases
from directory.settings import DirectorySettings
from directory.storage.database import make_engine, table, writing
from directory.tables import Agency
from routing.enquiry import Enquiry
from routing.policy import Policies
from routing.vocabulary import Standing

REGISTERED, NOT_REGISTERED = "B310482", "B310483"
ROUNDS = 600
AT_ONCE = 64
LARGEST_EFFECT = 0.15  # of Cliff's delta, which from 0.147 on is called small and below that none
_CASES = (
    "crn,provider,area,office,officer,since,mappa,risk\n{0},crc,west-mercia,redditch,,2014-06-02,no,low\n"
)
_AGENCY = {"id": "sample", "name": "Sample", "kind": "police", "source": "sample", "assumed": False}


async def prepare(settings: DirectorySettings) -> None:
    """A register of one case, and an agency that is made up."""
    file = Path(settings.data_dir) / "cases.csv"
    file.write_text(_CASES.format(REGISTERED))
    engine = make_engine(settings.database_url)
    await import_cases(engine, settings, file, How(at_the_command_line()))
    async with writing(engine) as connection:
        await connection.execute(insert(table(Agency)), [{**_AGENCY, "sample": True, "revoked": False}])
    await engine.dispose()


async def report(assistant: Assistant) -> bool:
    """Measure and print; whether the public's two answers take the same time."""
    await _costs(assistant)
    return await _public(assistant)


async def _costs(assistant: Assistant) -> None:
    accounts, act = assistant.directory.accounts, at_the_command_line()
    async with writing(accounts.engine) as connection:
        token = await issue(connection, Offer("sample"), act, 1)
    account = await accounts.redeem(token, Person("telegram", 1), Policies.bundled().limits)
    _say("who asks: somebody with an account", await _each(lambda: accounts.identity("telegram", 1)))
    _say("who asks: the public", await _each(lambda: accounts.identity("telegram", 2)))
    public = Enquiry(f"whom do I ring about {REGISTERED}", AT, assistant.area)
    told = replace(public, standing=Standing.PARTNER, account=account, channel="telegram")
    _say("an answer without a look-up", await _each(lambda: assistant.answer(public)))
    _say("an answer with one, in the audit before it goes out", await _each(lambda: assistant.answer(told)))
    begun = time.perf_counter()
    for _ in range(10):
        await asyncio.gather(*(assistant.answer(told) for _ in range(AT_ONCE)))
    _say(f"the same, {AT_ONCE} at once", [(time.perf_counter() - begun) / (10 * AT_ONCE)])
    written = disclosures.Disclosures.write

    async def not_written(*_: object) -> disclosures.Verdict:
        return disclosures.Verdict()

    disclosures.Disclosures.write = not_written  # type: ignore[method-assign, assignment]
    try:
        _say("the same answer without any audit", await _each(lambda: assistant.answer(told)))
    finally:
        disclosures.Disclosures.write = written  # type: ignore[method-assign]


async def _each(do: Callable[[], Awaitable[object]]) -> list[float]:
    took = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        await do()
        took.append(time.perf_counter() - begun)
    return took


async def _public(assistant: Assistant) -> bool:
    """Each in turn, so that whatever else the machine does meets both alike."""
    asking = [
        Enquiry(f"Who manages case {reference}?", AT, assistant.area)
        for reference in (REGISTERED, NOT_REGISTERED)
    ]
    took: list[list[float]] = [[], []]
    for number in range(2 * ROUNDS):
        for which in (0, 1) if number % 2 else (1, 0):
            begun = time.perf_counter()
            await assistant.answer(asking[which])
            took[which].append(time.perf_counter() - begun)
    effect = cliffs_delta(*took)
    _say("the public asks about a case that is registered", took[0])
    _say("the public asks about one that is not", took[1])
    alike = abs(effect) < LARGEST_EFFECT
    sys.stdout.write(
        f"how far the two can be told apart by time (Cliff's delta, 0 not at all, 1 always): {effect:+.3f}"
        f"{'' if alike else '  TOO FAR'}\n"
    )
    return alike


def cliffs_delta(one: list[float], other: list[float]) -> float:
    """How much more often a value of one is above one of the other than below it: from -1 to 1.

    It looks at ranks alone, so a pause of the machine weighs no more than any other value.
    """
    ranked = sorted([(value, 0) for value in one] + [(value, 1) for value in other])
    above = below = seen_one = seen_other = 0
    for _, which in ranked:
        if which == 0:
            above += seen_other
            seen_one += 1
        else:
            below += seen_one
            seen_other += 1
    return (above - below) / (len(one) * len(other))


def _say(what: str, took: list[float]) -> None:
    ms = [1000 * each for each in took]
    worst = f", 99th percentile {quantiles(ms, n=100)[-1]:.2f}" if len(ms) > 100 else ""
    sys.stdout.write(f"{what:<60}{median(ms):>8.2f} ms{worst}\n")
