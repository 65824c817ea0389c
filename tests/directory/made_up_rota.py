"""A rota of made-up people at Worcester, as files that a keeper would import."""

from datetime import date
from functools import partial
from pathlib import Path

from directory.command_line.acting import at_the_command_line
from directory.exchange.importing import How, Imported, import_kind
from directory.exchange.kinds import KINDS
from directory.proof.guard import no_new_holes
from directory.settings import DirectorySettings
from directory.storage.database import make_engine
from routing.snapshot import PostKey
from routing.vocabulary import Provider, Role

TODAY = date(2026, 11, 22)
DUTY = PostKey("west-mercia", "worcester", Provider.NPS, Role.DUTY_OFFICER)
PEOPLE = (
    "id,name,provider,area,office,number,source,assumed,sample\n"
    "sample-birch,Birch (sample),nps,west-mercia,worcester,01632 960001,made up,no,yes\n"
    "sample-elm,Elm (sample),nps,west-mercia,worcester,,made up,no,yes\n"
)
HEADING = (
    "kind,area,office,provider,role,person,other,days,starts,ends,valid_from,valid_to,"
    "on_bank_holidays,source,assumed,sample\n"
)
_POST = "weekly,west-mercia,worcester,nps,duty_officer"
_HOURS = "09:00,17:00,2026-11-30,,no,made up,no,yes"
MONDAY_TO_WEDNESDAY = f"{_POST},sample-birch,,Mo-We,{_HOURS}\n"
THURSDAY_AND_FRIDAY = f'{_POST},sample-elm,,"Th,Fr",{_HOURS}\n'
ROTA = HEADING + MONDAY_TO_WEDNESDAY + THURSDAY_AND_FRIDAY


def once(kind: str, person: str, other: str, starts: str, ends: str) -> str:
    """A row for an absence, cover or a swap."""
    return f"{kind},,,,,{person},{other},,{starts},{ends},,,no,made up,no,yes\n"


async def bring_in(
    settings: DirectorySettings,
    kind: str,
    text: str | bytes,
    *,
    replace: bool = False,
    force: bool = False,
    suffix: str = ".csv",
) -> Imported:
    """Import this text as a file of a kind, with the proof around it."""
    file = Path(settings.data_dir) / f"{kind}{suffix}"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    engine = make_engine(settings.database_url)
    try:
        how = How(at_the_command_line(), replace=replace, force=force)
        guard = partial(no_new_holes, today=TODAY, force=force)
        return await import_kind(engine, KINDS[kind], file, how, guard=guard)
    finally:
        await engine.dispose()


async def with_rota(settings: DirectorySettings, *, force: bool = False) -> None:
    """Give the directory the people and the rota."""
    await bring_in(settings, "people", PEOPLE, force=force)
    await bring_in(settings, "rota", ROTA, force=force)
