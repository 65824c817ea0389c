"""What is brought in: upsert by natural key, all or nothing, every fault at once."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.exchange.files.problems import FileError
from directory.exchange.importing import How, Imported
from directory.exchange.kinds import KINDS
from directory.exchange.rows.reading import ImportRefusedError
from directory.pictures.snapshot import load_pictures
from directory.storage.database import reading
from routing.snapshot import PostKey, Snapshot
from routing.vocabulary import Provider, Role
from tests.directory.acts import ACT
from tests.directory.exchange.conftest import Importer

DAY = date(2014, 7, 8)
CONTACTS = "area,office,provider,role,ask_for,number,name,source,sample"
SHROPSHIRE = "west-mercia,shropshire,nps,duty_officer,NPS duty officer"


async def snapshot(engine: AsyncEngine) -> Snapshot:
    async with reading(engine) as connection:
        return (await load_pictures(connection)).at(DAY)


async def test_a_number_comes_in_however_it_is_typed_and_posts_share_it(
    engine: AsyncEngine, importer: Importer
) -> None:
    done = await importer.take(
        "contacts",
        CONTACTS,
        f"{SHROPSHIRE},01743 231525,,rang,",
        "west-mercia,shropshire,crc,duty_officer,CRC duty officer,+44 (0)1743 231525,,rang,",
    )

    posts = (await snapshot(engine)).posts
    found = [
        posts[PostKey("west-mercia", "shropshire", who, Role.DUTY_OFFICER)].number
        for who in (Provider.NPS, Provider.CRC)
    ]
    assert done.counted("change") == 2
    assert found[0] is not None
    assert found[0] == found[1]
    assert (found[0].e164, found[0].verified_on) == ("+441743231525", None)


async def test_a_change_says_from_what_to_what_and_repeats_no_name(importer: Importer) -> None:
    row = "west-mercia,worcester,nps,duty_officer,the duty officer,01905 723591,Officer Birch,rang,"

    done = await importer.take("contacts", CONTACTS, row, how=How(ACT, dry_run=True))

    (said,) = (change.said(KINDS["contacts"]) for change in done.changes)
    assert said.startswith("change contact west-mercia, worcester, nps, duty_officer: ask_for from ")
    assert 'to "the duty officer"; name; source from' in said
    assert "Birch" not in said


async def test_a_dry_run_writes_nothing(engine: AsyncEngine, importer: Importer) -> None:
    before = (await snapshot(engine)).version

    done = await importer.take(
        "offices",
        "id,area,name,kind,hours,source",
        "oswestry,west-mercia,Oswestry,office,24/7,me",
        how=How(ACT, dry_run=True),
    )

    after = await snapshot(engine)
    assert done.counted("add") == 1
    assert (after.version, "oswestry" in after.offices) == (before, False)


async def test_a_new_area_comes_in_with_its_offices_and_can_be_read(
    engine: AsyncEngine, importer: Importer
) -> None:
    area = "gwent,Gwent,C10,N03,Mo-Fr 09:00-17:00; PH off"
    heading = "id,name,crc,nps,hours,out_of_hours,source"

    await importer.take("areas", heading, f"{area},,map")
    await importer.take(
        "offices", "id,area,name,kind,hours,source", "newport,gwent,Newport,approved_premises,24/7,map"
    )
    done = await importer.take("areas", heading, f"{area},newport,map")

    assert done.counted("change") == 1
    assert (await snapshot(engine)).areas["gwent"].out_of_hours == "newport"


async def test_columns_that_are_left_out_stay_as_they_are(engine: AsyncEngine, importer: Importer) -> None:
    await importer.take("numbers", "e164,verified_on,source", "01905 723591,2026-11-01,rang")

    number = (
        (await snapshot(engine))
        .posts[PostKey("west-mercia", "worcester", Provider.NPS, Role.DUTY_OFFICER)]
        .number
    )
    assert number is not None
    assert (number.verified_on, number.review_days) == (date(2026, 11, 1), 365)


async def test_other_names_of_a_place_are_brought_up_to_date(engine: AsyncEngine, importer: Importer) -> None:
    heading = "name,kind,alternative_names,district,area,office,source"
    await importer.take(
        "places", heading, "Uptonbury,place,Upton-on-Severn|Upton upon Severn,Test,west-mercia,worcester,me"
    )
    await importer.take("places", heading, "Uptonbury,place,Upton-upon-Severn,Test,west-mercia,worcester,me")

    names = [
        name
        for name, place in (await snapshot(engine)).places
        if place.name == "Uptonbury" and name != place.name
    ]
    assert names == ["Upton-upon-Severn"]


async def test_what_is_not_in_the_file_stays_unless_it_is_to_be_replaced(importer: Importer) -> None:
    heading, row = "day,name,source", "2040-01-02,New day,me"

    assert (await importer.take("bank-holidays", heading, row)).counted("remove") == 0
    with pytest.raises(FileError, match="--replace would remove most of them"):
        await importer.take("bank-holidays", heading, row, how=How(ACT, replace=True))
    done = await importer.take("bank-holidays", heading, row, how=How(ACT, replace=True, force=True))
    assert done.counted("remove") > 200


async def test_nothing_is_taken_away_that_something_else_points_to(importer: Importer) -> None:
    with pytest.raises(FileError, match=r"point to them: change those first") as refused:
        await importer.take(
            "numbers", "e164,source", "01905 723591,me", how=How(ACT, replace=True, force=True)
        )
    assert "of posts" in str(refused.value)


async def test_every_fault_of_a_file_is_said_at_once_and_nothing_is_taken(
    engine: AsyncEngine, importer: Importer
) -> None:
    before = (await snapshot(engine)).version

    problems = await importer.refused(
        "contacts",
        CONTACTS,
        f"{SHROPSHIRE},01743 231525,,rang,",
        "west-mersia,shropshire,npx,duty_offiser,,12,,rang,maybe",
        "london,worcester,nps,spo,the SPO,999,,rang,",
        "london,worcester,nps,spo,the SPO,,,rang,",
        "west-mercia,,nps,duty_officer,x,01632 960001,,rang,",
        f"{SHROPSHIRE},01743 231526,,rang,",
    )

    roles = "duty_officer, spo, duty_spo, approved_premises, reception, lead or head_of_ldu"
    assert problems == [
        'contacts.csv, row 3, area: "west-mersia" is not an area of the directory; did you mean west-mercia?',
        'contacts.csv, row 3, provider: "npx" is not one of the words allowed; write nps or crc',
        f'contacts.csv, row 3, role: "duty_offiser" is not one of the words allowed; write {roles}',
        "contacts.csv, row 3, ask_for: nothing stands there; write text of at most 300 characters",
        'contacts.csv, row 3, number: "12" is not a number that can be rung; '
        "check its digits, and write it like 01905 723591",
        'contacts.csv, row 3, sample: "maybe" is neither yes nor no; write one of the two',
        'contacts.csv, row 4, number: "999" is the number of the emergency services, which Signpost gives '
        "by itself where somebody is in danger; write the number of the post, or leave it empty",
        'contacts.csv, row 5, office: "worcester" is in west-mercia, not in london; '
        "mend the one that is wrong",
        "contacts.csv, row 6, office: nothing stands there, and a duty_officer is at an office; "
        "write the id of one of west-mercia",
        'contacts.csv, row 6, number: "01632 960001" is a number that Ofcom keeps for drama and '
        "reaches nobody; write the real one, or yes under sample",
        "contacts.csv, row 7: contact west-mercia, shropshire, nps, duty_officer stands in row 2 too, "
        "with another number; keep one of the two",
    ]
    assert (await snapshot(engine)).version == before


async def test_hours_that_cannot_be_read_are_named(importer: Importer) -> None:
    (problem,) = await importer.refused(
        "offices", "id,area,name,kind,hours,source", "oswestry,west-mercia,Oswestry,office,Mon-Fri 9-5,me"
    )
    assert problem.startswith('offices.csv, row 2, hours: "Mon-Fri 9-5" cannot be used: opening hours')
    assert "write e.g. 'Mo-Fr 09:00-17:00'" in problem


async def test_a_fault_in_a_workbook_names_its_sheet(importer: Importer, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Bank holidays"
    for row in (["day", "name", "source"], [date(2014, 8, 25), "Summer", 7], ["soon", "Late", "me"]):
        sheet.append(row)
    book.save(tmp_path / "days.xlsx")

    with pytest.raises(ImportRefusedError) as refused:
        await importer.file("bank-holidays", tmp_path / "days.xlsx")
    assert refused.value.lines == [
        'days.xlsx, sheet Bank holidays, row 3, day: "soon" is not a date; write it like 2014-06-02'
    ]


async def test_a_number_that_a_spreadsheet_took_for_a_sum_is_read(importer: Importer, tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append(["e164", "source"])
    book.active.append([1905723591, "me"])
    book.save(tmp_path / "numbers.xlsx")

    done = await importer.file("numbers", tmp_path / "numbers.xlsx")

    assert [change.key for change in done.changes] == [("+441905723591",)]
    assert done == Imported(done.changes, 0)


async def test_a_domain_that_many_share_is_not_taken_as_an_agencys_own(importer: Importer) -> None:
    heading = "id,name,kind,area,domain,source"
    row = "sample-{0},Sample {0},police,west-mercia,{1},made up"
    shared = ("cjsm.net", "@CJSM.net", "police.uk", "co.uk", "gov.uk.cjsm.net", "com.cjsm.net")

    lines = await importer.refused("agencies", heading, *(row.format(*one) for one in enumerate(shared)))

    assert len([line for line in lines if "domain" in line and " is of many agencies" in line]) == len(shared)
    assert "invite its people one by one" in lines[0]

    own = ("Sample.pnn.police.uk", "sample.co.uk.cjsm.net", "sample.cjsm.net", "sample.mod.uk")
    done = await importer.take("agencies", heading, *(row.format(*one) for one in enumerate(own)))
    assert done.counted("add") == len(own)
