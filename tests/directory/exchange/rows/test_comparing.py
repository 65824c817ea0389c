"""What holds from a day on leaves what held before as it was."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.exchange.exporting import export_kind
from directory.exchange.importing import How
from directory.exchange.kinds import KINDS
from directory.exchange.rows.reading import ImportRefusedError
from directory.pictures.snapshot import load_pictures
from directory.storage.database import reading
from routing.snapshot import Post, PostKey, Snapshot
from routing.vocabulary import Provider, Role
from tests.directory.acts import ACT
from tests.directory.exchange.conftest import Importer

NEW_YEAR = date(2027, 1, 1)
FROM_NEW_YEAR = How(ACT, since=NEW_YEAR)
HEADING = "area,office,provider,role,ask_for,number,source"
NEW_DESK = "west-mercia,worcester,nps,duty_officer,the new duty desk,01905 723591,rang"


async def on(engine: AsyncEngine, day: date) -> Snapshot:
    async with reading(engine) as connection:
        return (await load_pictures(connection)).at(day)


async def duty_officer(engine: AsyncEngine, day: date) -> Post:
    return (await on(engine, day)).posts[PostKey("west-mercia", "worcester", Provider.NPS, Role.DUTY_OFFICER)]


async def test_a_change_from_a_day_on_shows_from_that_day_on(engine: AsyncEngine, importer: Importer) -> None:
    done = await importer.take("contacts", HEADING, NEW_DESK, how=FROM_NEW_YEAR)

    assert (done.counted("add"), done.counted("change")) == (1, 1)
    assert (await duty_officer(engine, date(2026, 12, 31))).ask_for == "NPS Probation Duty Officer"
    assert (await duty_officer(engine, NEW_YEAR)).ask_for == "the new duty desk"


async def test_the_same_change_from_the_same_day_changes_nothing_more(importer: Importer) -> None:
    await importer.take("contacts", HEADING, NEW_DESK, how=FROM_NEW_YEAR)

    assert (await importer.take("contacts", HEADING, NEW_DESK, how=FROM_NEW_YEAR)).changes == ()


async def test_a_change_without_a_day_puts_right_what_was_always_so(
    engine: AsyncEngine, importer: Importer
) -> None:
    await importer.take("contacts", HEADING, NEW_DESK)

    assert (await duty_officer(engine, date(2014, 6, 1))).ask_for == "the new duty desk"


async def test_an_export_of_a_day_has_what_holds_on_it(
    engine: AsyncEngine, importer: Importer, tmp_path: Path
) -> None:
    await importer.take("contacts", HEADING, NEW_DESK, how=FROM_NEW_YEAR)
    before, after = tmp_path / "before.csv", tmp_path / "after.csv"

    counts = [
        await export_kind(engine, KINDS["contacts"], file, on)
        for file, on in ((before, date(2026, 12, 31)), (after, NEW_YEAR))
    ]

    assert counts[0] == counts[1]
    assert "the new duty desk" not in before.read_text("utf-8-sig")
    assert "the new duty desk" in after.read_text("utf-8-sig")


async def test_where_there_are_several_versions_a_row_has_to_say_which(importer: Importer) -> None:
    await importer.take("contacts", HEADING, NEW_DESK, how=FROM_NEW_YEAR)

    with pytest.raises(ImportRefusedError) as refused:
        await importer.take("contacts", HEADING, NEW_DESK.replace("new", "newest"))

    (line,) = refused.value.lines
    assert "row 2, valid_from" in line
    assert "2 rows are about this; write the day that it is from" in line


async def test_two_versions_that_hold_on_the_same_day_are_refused(importer: Importer) -> None:
    with pytest.raises(ImportRefusedError) as refused:
        await importer.take("contacts", f"{HEADING},valid_from", f"{NEW_DESK},2027-01-01")

    (line,) = refused.value.lines
    assert "hold on days on which another row about the same does; give that one a valid_to" in line


async def test_an_end_and_a_beginning_in_one_file_are_taken(engine: AsyncEngine, importer: Importer) -> None:
    await importer.take(
        "contacts",
        f"{HEADING},valid_from,valid_to",
        "west-mercia,worcester,nps,duty_officer,NPS Probation Duty Officer,01905 723591,rang,,2027-01-01",
        f"{NEW_DESK},2027-01-01,",
    )

    assert (await duty_officer(engine, date(2026, 12, 31))).ask_for == "NPS Probation Duty Officer"
    assert (await duty_officer(engine, NEW_YEAR)).ask_for == "the new duty desk"


async def test_what_is_left_out_of_a_replacement_from_a_day_ends_on_it(
    engine: AsyncEngine, importer: Importer
) -> None:
    heading = "domain,provider,accepted,source"
    row = "cjsm.net,C12,yes,rang"
    await importer.take("secure-domains", heading, row, how=How(ACT, replace=True, since=NEW_YEAR))

    assert len((await on(engine, date(2026, 12, 31))).secure_domains) > 40
    assert [one.domain for one in (await on(engine, NEW_YEAR)).secure_domains] == ["cjsm.net"]


async def test_a_new_office_opens_on_its_day(engine: AsyncEngine, importer: Importer) -> None:
    heading, row = "id,area,name,kind,hours,source", "oswestry,west-mercia,Oswestry,office,24/7,rang"
    await importer.take("offices", heading, row, how=FROM_NEW_YEAR)

    assert "oswestry" not in (await on(engine, date(2026, 12, 31))).offices
    assert "oswestry" in (await on(engine, NEW_YEAR)).offices


async def test_an_office_itself_changes_at_once_and_says_so(importer: Importer) -> None:
    heading, row = (
        "id,area,name,kind,hours,source",
        "worcester,west-mercia,Worcester,office,Mo-Fr 09:00-16:00,rang",
    )

    with pytest.raises(ImportRefusedError) as refused:
        await importer.take("offices", heading, row, how=FROM_NEW_YEAR)

    assert "office worcester changes at once, for good; import it without --from" in refused.value.lines[0]


async def test_a_row_that_ends_before_it_begins_is_refused(importer: Importer) -> None:
    with pytest.raises(ImportRefusedError) as refused:
        await importer.take("contacts", f"{HEADING},valid_from,valid_to", f"{NEW_DESK},2027-01-01,2027-01-01")

    assert "valid_to" in refused.value.lines[0]
    assert "is not after valid_from" in refused.value.lines[0]


async def test_hours_of_a_week_are_entered_for_that_week(engine: AsyncEngine, importer: Importer) -> None:
    heading = "office,area,hours,source,valid_from,valid_to"
    await importer.take("other-hours", heading, "worcester,,Mo 10:00-12:00,rang,2027-01-04,2027-01-11")

    usual = (await on(engine, date(2027, 1, 3))).offices["worcester"].hours
    assert (await on(engine, date(2027, 1, 4))).offices["worcester"].hours.text == "Mo 10:00-12:00"
    assert (await on(engine, date(2027, 1, 11))).offices["worcester"].hours == usual


WRONG = [
    (
        "areas",
        "id,name,crc,nps,hours,source",
        "gwent,Gwent,N03,N03,24/7,map",
        'crc: "N03" is not of the CRC',
    ),
    ("other-hours", "office,area,hours,source", "worcester,west-mercia,24/7,rang", "stands beside area"),
    (
        "emails",
        "address,area,office,provider,purpose,source",
        "duty at x,west-mercia,,nps,all,rang",
        "is not an e-mail address",
    ),
    ("secure-domains", "domain,provider,accepted,source", "police,C12,yes,rang", "is not a domain"),
    (
        "contacts",
        f"{HEADING},topic",
        "west-mercia,worcester,nps,lead,the lead,,rang,",
        "topic: nothing stands there, and a lead leads on one",
    ),
    ("contacts", f"{HEADING},topic", f"{NEW_DESK},marac", "a duty_officer is for every topic"),
    (
        "contacts",
        f"{HEADING},extension",
        "west-mercia,worcester,nps,spo,SPO,,rang,204",
        "stands there without a number",
    ),
    (
        "accounts",
        "id,agency,standing,area,source",
        "a,nowhere,partner,,x",
        "is not an agency of the directory",
    ),
    (
        "teams",
        "id,name,provider,area,office,topics,source",
        "t,T,crc,west-mercia,,paid_work,x",
        "is not one of the words allowed",
    ),
]


async def test_what_is_wrong_is_said_with_its_column_and_a_remedy(importer: Importer) -> None:
    for kind, heading, row, says in WRONG:
        assert says in "\n".join(await importer.refused(kind, heading, row))
