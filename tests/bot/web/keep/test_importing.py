"""A keeper brings in a file: every fault at its cell, what it would change, and then just that or nothing."""

import re
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import pytest
from httpx import AsyncClient, Response
from openpyxl import Workbook, load_workbook
from sqlalchemy import select

from directory.command_line.reading_once import read_snapshot
from directory.storage.database import reading
from directory.tables import AuditRow
from tests.bot.web.house import ADMIN, ADMIN_OF_ALL, OFFICER, House
from tests.bot.web.keep.test_rota import LONDONS
from tests.directory.made_up_rota import HEADING as ROTA_HEADING
from tests.directory.made_up_rota import once

pytestmark = pytest.mark.asyncio(loop_scope="module")
HEADING = "id,name,provider,area,office,number,source,assumed,sample\n"
OAK = "sample-oak,Oak (sample),nps,west-mercia,worcester,01632 960011,made up,no,yes\n"
CASES = "crn,provider,area,office,officer,since,mappa,risk\n"
CASE = "X100001,nps,west-mercia,worcester,Sample Officer 1,2014-06-02,yes,high\n"


async def sends(
    browser: AsyncClient, kind: str, content: str | bytes, name: str = "file.csv", **fields: str
) -> Response:
    """Choose a file and look at what it changes, or take it."""
    held = content.encode() if isinstance(content, str) else content
    data = {"kind": kind, "do": "preview", **fields}
    return await browser.post("/keep/import", data=data, files={"file": (name, held)})


async def takes(browser: AsyncClient, seen: Response, kind: str, content: str, **fields: str) -> Response:
    """Take what was seen."""
    mark = re.search(r'name="seen" value="([^"]+)"', seen.text)
    return await sends(browser, kind, content, do="take", seen=mark[1] if mark else "", **fields)


def said(page: Response) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.text)).split())


def cells(page: Response, row: int) -> list[list[str]]:
    """The rows of the tables of the outcome that are about this row of the file."""
    tables = page.text.partition('id="outcome"')[2]
    rows = [re.findall(r"<td[^>]*>(.*?)</td>", one) for one in re.findall(r"<tr>(.*?)</tr>", tables, re.S)]
    plain = [[unescape(re.sub("<[^>]+>", "", cell)) for cell in one] for one in rows]
    return [one for one in plain if one and one[0] == str(row)]


def saying_that_it_unpacks_to(size: int) -> bytes:
    """A packed file whose table of contents says how long its one part is."""
    packed = BytesIO()
    with ZipFile(packed, "w") as parts:
        parts.writestr("xl/sharedStrings.xml", "<sst/>")
    before, entry, after = packed.getvalue().partition(b"PK\x01\x02")
    return before + entry + after[:20] + size.to_bytes(4, "little") + after[24:]


async def is_there(rota_house: House, person: str) -> bool:
    return person in (await read_snapshot(rota_house.service.settings)).rota.people


async def test_every_fault_is_at_its_cell_with_what_to_write_and_nothing_is_taken(rota_house: House) -> None:
    browser = await rota_house.signed_in(ADMIN)
    wrong = OAK.replace("worcester", "wrocester").replace("01632 960011", "nine")
    page = await sends(browser, "people", HEADING + OAK + wrong.replace("oak", "ash"))

    assert page.status_code == 422
    assert "2 cells or rows are wrong" in said(page)
    assert cells(page, 3) == [
        ["3", "office", '"wrocester"', "is not an office of the directory; did you mean worcester?"],
        [
            "3",
            "number",
            "what is written there",
            "is not a telephone number; write it like 01905 723591 or +44 1905 723591",
        ],
    ]
    assert 'value="take"' not in page.text
    assert not await is_there(rota_house, "sample-oak")


async def test_what_a_file_changes_is_seen_then_taken_under_the_account_and_once(rota_house: House) -> None:
    account = await rota_house.account(ADMIN)
    browser = await rota_house.signed_in(ADMIN, account)
    elm = "sample-elm,Elm (sample),nps,west-mercia,redditch,,made up,no,yes\n"
    seen = await sends(browser, "people", HEADING + OAK + elm)

    assert cells(seen, 2) == [["2", "added", "sample-oak", ""]]
    assert cells(seen, 3) == [["3", "changed", "sample-elm", "office: worcester → redditch"]]
    assert not await is_there(rota_house, "sample-oak")

    taken = await takes(browser, seen, "people", HEADING + OAK + elm)
    assert taken.status_code == 200
    assert "It is done" in said(taken)
    assert await is_there(rota_house, "sample-oak")
    async with reading(rota_house.directory.rota_keeping.engine) as connection:
        theirs = (AuditRow.who == account) & (AuditRow.action == "import")
        rows = await connection.execute(select(AuditRow.origin, AuditRow.subject).where(theirs))
    assert rows.all() == [("web", "people")]

    again = await takes(browser, seen, "people", HEADING + OAK + elm)
    assert again.status_code == 409
    assert "Nothing changes" in said(again)


async def test_what_is_other_than_it_was_seen_is_refused_and_seen_anew(rota_house: House) -> None:
    browser = await rota_house.signed_in(ADMIN)
    yew = HEADING + OAK.replace("oak", "yew").replace("Oak", "Yew")
    seen = await sends(browser, "people", yew)
    for other, fields in ((yew.replace("worcester", "redditch"), {}), (yew, {"since": "2027-01-01"})):
        refused = await takes(browser, seen, "people", other, **fields)
        assert refused.status_code == 409
        assert "Not taken" in said(refused)
        assert not await is_there(rota_house, "sample-yew")

    birch = "sample-birch,Birch (sample),nps,west-mercia,{},,made up,no,yes\n"
    moved = HEADING + birch.format("kidderminster")
    seen = await sends(browser, "people", moved)
    other = HEADING + birch.format("redditch")
    assert (await takes(browser, await sends(browser, "people", other), "people", other)).status_code == 200
    refused = await takes(browser, seen, "people", moved)
    assert refused.status_code == 409
    assert cells(refused, 2)[0][3].startswith("office: redditch → kidderminster")


async def test_what_holds_from_a_day_on_ends_what_held_before(rota_house: House) -> None:
    browser = await rota_house.signed_in(ADMIN)
    rows = await browser.get("/keep/import/rows/contacts.csv")
    heading, *contacts = rows.content.decode("utf-8-sig").splitlines()
    one = next(row for row in contacts if "01527 585152" in row and "duty_officer" in row)
    changed = f"{heading}\n{one.replace('01527 585152', '01632 960099').replace(',no,no,', ',no,yes,')}\n"
    page = await sends(browser, "contacts", changed, since="2027-01-01")
    assert "ended" in said(page)
    assert page.status_code == 200


async def test_a_file_that_leaves_somebody_with_nobody_is_refused_unless_that_is_meant(
    rota_house: House,
) -> None:
    browser = await rota_house.signed_in(ADMIN)
    rota = "kind,area,office,provider,role,person,other,days,starts,ends,valid_from,valid_to,source\n"
    away = 'absence,,,,,sample-birch,,,"2026-12-21 00:00","2026-12-22 00:00",,,made up\n'
    page = await sends(browser, "rota", rota + away)
    assert "It would be refused" in said(page)
    assert "Monday 21 December, 9am to 5pm, NPS duty officer" in said(page)
    assert 'value="take"' not in page.text
    assert cells(page, 2)[0][1] == "added"

    meant = await sends(browser, "rota", rota + away, force="yes")
    assert (await takes(browser, meant, "rota", rota + away, force="yes")).status_code == 200


async def test_a_workbook_of_several_sheets_is_one_import(rota_house: House) -> None:
    browser, book = await rota_house.signed_in(ADMIN), Workbook()
    book.remove(book.worksheets[0])
    for kind, rows in (("people", HEADING + OAK.replace("oak", "fir")), ("teams", "id,name,kind\n")):
        sheet = book.create_sheet(kind)
        for row in rows.splitlines():
            sheet.append(row.split(","))
    held = BytesIO()
    book.save(held)
    page = await sends(browser, "all", held.getvalue(), "all.xlsx")
    assert page.status_code == 422
    assert "sheet teams" in said(page)
    assert "/held-" not in page.text  # where it lay meanwhile is nobody's business


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.csv", b"\xff\xfea\x00", "is not UTF-8"),
        ("a.csv", b"\xd0\xcf\x11\xe0old", "is an old or a locked spreadsheet"),
        ("a.xlsx", b"PK\x03\x04broken", "cannot be opened"),
        ("a.csv", b"", "a.csv is empty"),
        ("a.xlsx", saying_that_it_unpacks_to(32 * 1024**2 + 1), "unpacks to more than a directory takes"),
        ("../../a.csv", b"name\n", "a.csv does not begin with the names of its columns"),
    ],
)
async def test_a_broken_file_is_said_to_be_one(
    rota_house: House, name: str, content: bytes, says: str
) -> None:
    page = await sends(await rota_house.signed_in(ADMIN), "people", content, name)
    assert page.status_code == 422
    assert says in said(page)


async def test_without_a_file_or_a_kind_it_is_said_what_to_choose(
    rota_house: House,
) -> None:
    browser = await rota_house.signed_in(ADMIN)
    assert "Choose a file first." in said(await browser.post("/keep/import", data={"kind": "people"}))
    assert "Choose what the file holds" in said(await sends(browser, "parties", HEADING))
    assert "Choose what the file holds" in said(await sends(browser, "people", HEADING, since="soon"))
    too_long = await browser.post("/keep/import", content=b"", headers={"content-length": str(2**30)})
    assert too_long.status_code == 413
    assert "longer than 20 MB" in said(too_long)


async def test_cases_are_for_whoever_keeps_all_areas_and_no_reference_is_shown(rota_house: House) -> None:
    assert (await sends(await rota_house.signed_in(ADMIN), "cases", CASES + CASE)).status_code == 400
    browser = await rota_house.signed_in(ADMIN_OF_ALL)
    wrong = await sends(
        browser, "cases", CASES + CASE + CASE.replace("100001", "100002").replace("yes", "perhaps")
    )
    assert "1 cell or row is wrong" in said(wrong)
    seen = await sends(browser, "cases", CASES + CASE)
    taken = await takes(browser, seen, "cases", CASES + CASE)
    assert "Added 1" in said(seen)
    assert "It is done" in said(taken)
    for page in (wrong, seen, taken):
        assert not re.search("X10000|Sample Officer", page.text)
    assert (await browser.get("/keep/import/rows/cases.csv")).status_code == 404


async def test_the_keeper_of_an_area_brings_in_and_takes_away_rows_of_that_area_only(
    rota_house: House,
) -> None:
    londons = await rota_house.signed_in(LONDONS)
    page = await sends(londons, "people", HEADING + OAK.replace("oak", "beech"))
    assert "is not of london, which you keep; take the row out" in said(page)
    assert (await sends(londons, "providers", "code,name\n")).status_code == 400
    exported = await londons.get("/keep/import/rows/offices.csv")
    areas = {row.split(",")[1] for row in exported.text.splitlines()[1:]}
    assert areas == {"london"}
    replaced = await sends(
        londons, "people", HEADING + OAK.replace("west-mercia,worcester", "london,"), replace="yes"
    )
    assert "removed" not in said(replaced).partition("Each row")[2]


async def test_a_swap_at_every_post_is_brought_in_where_both_are_of_the_area(rota_house: House) -> None:
    londons, ours = await rota_house.signed_in(LONDONS), await rota_house.signed_in(ADMIN)
    willow = HEADING + OAK.replace("oak", "willow").replace("west-mercia,worcester", "london,")
    assert (await takes(londons, await sends(londons, "people", willow), "people", willow)).status_code == 200
    day = ("2026-12-28 09:00", "2026-12-28 17:00")

    refused = await sends(ours, "rota", ROTA_HEADING + once("swap", "sample-birch", "sample-willow", *day))
    assert cells(refused, 2)[0][1] == "other"
    assert "is not of west-mercia, which you keep" in said(refused)
    taken = await sends(ours, "rota", ROTA_HEADING + once("swap", "sample-birch", "sample-elm", *day))
    assert "is not of west-mercia" not in said(taken)


async def test_templates_and_rows_can_be_taken_away(rota_house: House) -> None:
    browser = await rota_house.signed_in(ADMIN)
    template = await browser.get("/keep/import/template/contacts.xlsx")
    assert load_workbook(BytesIO(template.content)).sheetnames == ["contacts", "columns"]
    assert template.headers["content-disposition"] == 'attachment; filename="contacts.xlsx"'
    for missing in ("template/contacts.exe", "template/parties.csv", "rows/all.xlsx", "rows/accounts.csv"):
        assert (await browser.get(f"/keep/import/{missing}")).status_code == 404
    assert (
        await (await rota_house.signed_in(OFFICER)).get("/keep/import/rows/people.csv")
    ).status_code == 403


async def test_how_far_it_is_comes_before_the_page(rota_house: House) -> None:
    browser = await rota_house.signed_in(ADMIN)
    browser.headers["x-progress"] = "yes"
    page = await sends(browser, "people", HEADING + OAK)
    before, _, after = page.text.partition("<!doctype html>")
    assert re.fullmatch(r"(\d+%\n)*\n", before)
    assert 'id="outcome"' in after


async def test_a_file_is_taken_whatever_it_is_called(rota_house: House) -> None:
    browser = await rota_house.signed_in(ADMIN)
    for name in ("🏢" * 100 + ".csv", "../../../etc/x.csv", "=1+1.csv", "<b>.csv"):
        page = await sends(browser, "people", "id\n", name)
        assert page.status_code == 422
        assert "<b>" not in page.text


async def test_nothing_of_a_file_is_left_behind(rota_house: House) -> None:
    assert list(rota_house.service.settings.data_dir.glob("held-*")) == []
