"""What each page of the overview shows, to whom, and that all of it can be read without seeing a chart."""

import csv
import io
import re

import pytest
from httpx import AsyncClient
from openpyxl import load_workbook

from directory.accounts.invitations import Offer
from directory.errors import DatabaseError
from routing.overview.scope import Scope
from routing.overview.table import COLUMNS, rows_of
from routing.rota.shifts import Span
from tests.bot.web.house import ADMIN, ADMIN_OF_ALL, NOON, OFFICER, PARTNER, RECEPTION, House
from tests.bot.web.overview.made_up import FIRST_DAY
from tests.bot.words.test_welsh import english_in

pytestmark = pytest.mark.asyncio(loop_scope="package")

PAGES = (
    "/overview",
    "/overview/requests",
    "/overview/coverage",
    "/overview/figures.csv",
    "/overview/figures.xlsx",
    "/overview/coverage.csv",
    "/overview/coverage.xlsx",
)
FOUR_WEEKS = "?days=28"


def plain(html: str) -> str:
    """What a page says, in one line."""
    return " ".join(re.sub("<[^>]*>", " ", html.partition("<main")[2]).split())


@pytest.mark.parametrize("offer", [PARTNER, RECEPTION, OFFICER])
async def test_disclosure_overview__a_page_or_file_is_for_who_manages(house: House, offer: Offer) -> None:
    browser = await house.signed_in(offer)

    assert [(await browser.get(page)).status_code for page in PAGES] == [403] * 7
    assert [(await house.browser().get(page)).status_code for page in PAGES] == [303] * 7


async def test_disclosure_overview__nobody_is_shown_what_is_not_theirs(
    house: House, spo: AsyncClient
) -> None:
    assert [(await spo.get(page)).status_code for page in PAGES] == [200] * 7
    theirs = "?days=28&area=west-mercia&office=worcester&provider=nps"
    assert (await spo.get(f"/overview{theirs}")).status_code == 200
    for beyond in (
        "office=redditch",
        "provider=crc",
        "area=london",
        "office=nowhere",
        "area=x",
        "provider=both",
    ):
        assert {(await spo.get(f"{page}?{beyond}")).status_code for page in PAGES} == {403}, beyond
    admin = await house.signed_in(ADMIN)
    assert (await admin.get("/overview?area=london")).status_code == 403


async def test_disclosure_overview__the_figures_are_of_their_part_alone(
    house: House, spo: AsyncClient
) -> None:
    of_all = plain((await (await house.signed_in(ADMIN)).get(f"/overview{FOUR_WEEKS}")).text)
    of_theirs = plain((await spo.get(f"/overview{FOUR_WEEKS}")).text)
    assert "How it goes: West Mercia, from 4 November 2026 to 1 December 2026" in of_all
    assert "Enquiries by office Office How many Worcester probation office 485" in of_all
    assert "How it goes: NPS, Worcester probation office, from" in of_theirs
    assert "Redditch" not in of_theirs
    page = (await spo.get("/overview/coverage")).text
    assert "<select" not in page  # there is nothing to choose
    assert "/keep/rota" not in page


async def test_enquiries_are_shown_by_day_hour_weekday_topic_channel_and_how_they_ended(house: House) -> None:
    page = (await (await house.signed_in(ADMIN)).get(f"/overview{FOUR_WEEKS}")).text
    said = plain(page)

    for title in (
        "How enquiries ended",
        "Enquiries on each day",
        "When in the day people ask",
        "On which day of the week",
        "What people ask about",
        "Enquiries by office",
        "Where people ask",
    ):
        assert title in said
    assert "Enquiries, to the nearest five: answered (895), one more fact asked for (210)" in said
    assert "The most: 10am (205), 11am (205), 2pm (165)." in said
    assert "an office or a number 205" in said
    quarter = plain((await (await house.signed_in(ADMIN)).get("/overview?days=91")).text)
    assert "Enquiries in each week" in quarter
    assert "Week from" in quarter


async def test_requests_are_shown_with_how_long_they_take_and_where_nobody_answers(house: House) -> None:
    said = plain((await (await house.signed_in(ADMIN)).get(f"/overview/requests{FOUR_WEEKS}")).text)

    assert "Open now: 3 call backs, the oldest asked for on Saturday 21 November at 10:10am." in said
    assert "taken: half within 28 minutes taken: 9 in 10 within 35 minutes closed: half within" in said
    assert "NPS duty officer, Worcester probation office, in the hour from 9am 3" in said
    assert (
        "Moved to the other provider, and why Who, and why How many by the NPS, as it is the CRC’s case 3"
        in said
    )
    assert "the NPS takes the case over 2 not over yet 1" in said
    assert "Sample hospital 4" in said


async def test_coverage_shows_each_post_with_the_days_on_which_nobody_is_on(house: House) -> None:
    page = (await (await house.signed_in(ADMIN)).get("/overview/coverage")).text
    row = re.findall(r"<tr><th scope=\"row\">([^<]*)</th>(.*?)</tr>", page)[0]

    assert row[0] == "NPS duty officer, Worcester probation office"
    on, gap, closed = '<td class="on">✓</td>', '<td class="gap">GAP</td>', '<td class="closed">–</td>'
    assert re.sub("<a.*?</a>", "GAP", row[1]).startswith(on + on + gap + on + closed + closed + on)
    assert plain(f"<main{row[1]}").startswith("✓ ✓ 8 Thursday 3 December ✓ – – ✓")
    assert "Posts with gaps: 1 of 2. Nobody is on duty for 8 hours in all." in plain(page)
    assert '<abbr title="Thursday 3 December">Thu<br>3</abbr>' in page
    assert 'href="/keep/rota?area=west-mercia&amp;office=worcester&amp;day=2026-12-03"' in page
    nothing = plain((await (await house.signed_in(ADMIN)).get("/overview/coverage?office=redditch")).text)
    assert "No rota is kept here" in nothing


async def test_a_page_has_no_script_and_no_style_of_its_own_and_every_chart_has_a_table(house: House) -> None:
    admin = await house.signed_in(ADMIN)
    for path in PAGES[:3]:
        page = (await admin.get(f"{path}{FOUR_WEEKS}")).text
        assert not re.search(r"<style|<script|\sstyle=|javascript:|\son\w+=", page)
        assert len(page) < 60_000
        for figure in page.split('<section class="figure"')[1:]:
            assert "<table>" in figure
            assert figure.count("<svg") == figure.count('aria-hidden="true" focusable="false"')
            assert figure.count("<svg") <= figure.count("<summary>As a table")


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ("since=2026-11-09&until=2026-11-09", "from 9 November 2026 to 9 November 2026"),
        ("since=2026-11-10&until=2026-11-09", "The last day is before the first."),
        ("since=2025-11-01&until=2026-11-02", "Figures are kept for a year."),
        ("since=yesterday&until=2026-11-09", "Give the first day and the last day"),
        ("since=9999-12-31&until=9999-12-31", "Give the first day and the last day"),
        ("", "Give the first day and the last day"),
    ],
)
async def test_days_of_ones_own_are_shown_or_it_is_said_what_to_mend(
    house: House, chosen: str, said: str
) -> None:
    admin = await house.signed_in(ADMIN)
    answers = [await admin.get(f"{path}?days=own&{chosen}") for path in PAGES[:2]]

    for answer in answers:
        assert said in plain(answer.text)
        assert answer.status_code == (200 if said.startswith("from") else 400)
        if chosen:
            assert f'value="{chosen[6:].partition("&")[0]}"' in answer.text  # what was typed is still there
    file = await admin.get(f"/overview/figures.csv?days=own&{chosen}")
    assert file.status_code == answers[0].status_code


async def test_an_address_that_says_nonsense_of_the_period_shows_the_last_week(house: House) -> None:
    page = (await (await house.signed_in(ADMIN)).get("/overview?days=%3Cscript%3E")).text

    assert "from 25 November 2026 to 1 December 2026" in page
    assert "<script" not in page


async def test_a_file_holds_every_figure_of_the_period(house: House, spo: AsyncClient) -> None:
    expected = await house.directory.overviews.overview(
        [Scope("west-mercia", "worcester", provider) for provider in ("nps",)],  # type: ignore[arg-type]
        Span(NOON.replace(year=FIRST_DAY.year, month=FIRST_DAY.month, day=FIRST_DAY.day, hour=0), NOON),
    )
    rows = [[str(cell) for cell in row] for row in rows_of(expected)]

    sheet = await spo.get(f"/overview/figures.csv{FOUR_WEEKS}")
    assert list(csv.reader(io.StringIO(sheet.text.removeprefix("\ufeff")))) == [list(COLUMNS), *rows]
    assert sheet.headers["content-disposition"] == 'attachment; filename="signpost-figures.csv"'
    book = load_workbook(io.BytesIO((await spo.get(f"/overview/figures.xlsx{FOUR_WEEKS}")).content))
    assert len(list(book.active.values)) == len(rows) + 1  # type: ignore[union-attr]


async def test_a_file_of_coverage_holds_each_post_on_each_day(spo: AsyncClient) -> None:
    sheet = await spo.get("/overview/coverage.csv")
    rows = list(csv.DictReader(io.StringIO(sheet.text.removeprefix("\ufeff"))))

    assert len(rows) == 2 * 28
    (gap,) = [row for row in rows if row["of"] == "gap"]
    assert (gap["post"], gap["day"], gap["value"]) == ("duty_officer", "2026-12-03", "8")


async def test_whoever_oversees_all_areas_chooses_one_and_then_an_office(house: House) -> None:
    browser = await house.signed_in(ADMIN_OF_ALL)

    page = (await browser.get(f"/overview{FOUR_WEEKS}")).text
    assert '<option value="london">London</option>' in page
    assert 'id="office"' not in page
    page = (await browser.get(f"/overview{FOUR_WEEKS}&area=west-mercia&office=redditch")).text
    assert '<option value="redditch" selected>Redditch probation office</option>' in page
    assert 'href="/overview/requests?days=28&amp;area=west-mercia&amp;office=redditch"' in page


async def test_while_the_database_does_not_answer_a_page_says_so_and_how_to_go_on(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_: object) -> None:
        raise DatabaseError("The database cannot be reached.")

    admin = await house.signed_in(ADMIN)
    monkeypatch.setattr("directory.overview.overviews.read_overview", away)
    answer = await admin.get("/overview")
    assert answer.status_code == 503
    assert "Whom to ring can be asked all the same." in plain(answer.text)


async def test_the_pages_are_in_welsh_throughout(house: House) -> None:
    browser = await house.signed_in(ADMIN)
    for path in PAGES[:3]:
        page = (await browser.get(f"{path}{FOUR_WEEKS}", headers={"accept-language": "cy"})).text
        lines = re.sub("<[^>]*>", "\n", page.partition("<main")[2]).splitlines()
        assert english_in([line for line in lines if "probation office" not in line]) == []
