"""A register of made-up cases, as many as there are in the whole country, over the offices that are held.

The same seed makes the same file. References are made up; that somebody bears one of them by chance
cannot be helped, as there are no references kept for samples: so such a file is for trials only, and
says so in its second row. Officers are called "Sample Officer" and a number.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

from directory.exchange.files.new_file import new_tables
from directory.exchange.files.spreadsheet_safety import REMARK
from directory.exchange.kinds.cases import CASES
from routing.vocabulary import Provider, Risk

NATIONAL_CASES = 267_146  # people under supervision in England and Wales, domain.md
MOST_CASES = 26_000_000  # one letter and six digits
_SHARE_OF_NPS = 0.4  # as in London in 2014: 17,000 of 40,000
_SHARE_WITHOUT_OFFICER = 0.03
_CASES_OF_AN_OFFICER = 40
_FIRST_DAY, _DAYS = date(2014, 6, 1), 365
_STRIDE = 15_485_863  # a prime that does not divide the number of references: each comes up once


class Place(NamedTuple):
    """An office or unit that has cases."""

    area: str
    office: str


def write_sample(file: Path, offices: Sequence[Place], cases: int, seed: int) -> None:
    """Write a file of cases to import, a row at a time. Raises FileError where it cannot be written."""
    with new_tables(file) as add_sheet:
        append = add_sheet(CASES.name)
        append(list(CASES.column_names))
        remark = f"{REMARK} sample: made-up cases, for trials only"
        append([remark] + [""] * (len(CASES.columns) - 1))
        for row in sample_rows(offices, cases, seed):
            append(row)


def sample_rows(offices: Sequence[Place], cases: int, seed: int) -> Iterator[list[str]]:
    """Rows of made-up cases whose owner is who the rules of ownership say."""
    random = Random(seed)  # noqa: S311 - made up, not kept secret
    start = random.randrange(MOST_CASES)
    officers = max(cases // len(offices) // _CASES_OF_AN_OFFICER, 1)
    days = [(_FIRST_DAY + timedelta(days=day)).isoformat() for day in range(_DAYS)]
    for number in range(cases):
        at = random.randrange(len(offices))
        area, office = offices[at]
        provider, mappa, risk = _ownership(random)
        officer = f"Sample Officer {at * officers + random.randrange(officers) + 1}"
        if random.random() < _SHARE_WITHOUT_OFFICER:
            officer = ""
        reference = _reference((start + number * _STRIDE) % MOST_CASES)
        yield [reference, provider, area, office, officer, random.choice(days), mappa, risk]


def _reference(number: int) -> str:
    letter, digits = divmod(number, 1_000_000)
    return f"{chr(ord('A') + letter)}{digits:06}"


def _ownership(random: Random) -> tuple[str, str, str]:
    """Provider, MAPPA and risk that go together: the NPS has what is high or MAPPA-eligible."""
    if random.random() >= _SHARE_OF_NPS:
        return Provider.CRC.value, "no", random.choice((Risk.LOW, Risk.MEDIUM)).value
    if random.random() < 1 / 2:
        return Provider.NPS.value, "yes", random.choice(tuple(Risk)).value
    return Provider.NPS.value, "no", random.choice((Risk.HIGH, Risk.VERY_HIGH)).value
