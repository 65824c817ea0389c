"""Being signed in: until when, where, and what ends it at the next request."""

import asyncio
import re
from datetime import timedelta

import pytest
from httpx import AsyncClient
from sqlalchemy import select, update

from directory.accounts import accounts
from directory.accounts.tokens import token_hash
from directory.audit.audit import Act
from directory.storage.database import reading, writing
from directory.storage.moments import as_kept, as_read
from directory.tables import AuditRow, WebSession
from tests.bot.web.house import ADMIN, NOON, OFFICER, PARTNER, House
from tests.directory.people import LIMITS

pytestmark = pytest.mark.asyncio(loop_scope="package")
SESSIONS = "/sign-in/sessions"
IDLE, ALL_TOLD = timedelta(minutes=LIMITS.session_idle_minutes), timedelta(hours=LIMITS.session_hours)


async def test_whoever_is_not_signed_in_is_led_to_sign_in_and_back(house: House) -> None:
    answer = await house.browser().get(SESSIONS)

    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?next=%2Fsign-in%2Fsessions")


async def test_whoever_is_signed_in_sees_where_and_can_sign_out_here(house: House) -> None:
    browser = await house.signed_in(OFFICER)
    page = (await browser.get(SESSIONS)).text
    assert "Signed in on Tuesday 1 December at midday. By a link in a letter." in page
    assert "This browser" in page and "Another browser" not in page

    out = await browser.post("/sign-out")
    assert (out.status_code, out.headers["location"]) == (303, "/")
    assert 'signpost=""' in out.headers["set-cookie"]
    assert (await browser.get(SESSIONS)).status_code == 303


async def test_signing_out_takes_the_session_away_and_not_only_the_cookie(house: House) -> None:
    browser = await house.signed_in(OFFICER)
    token = browser.cookies["signpost"]
    await browser.post("/sign-out")

    assert (await house.browser(token).get(SESSIONS)).status_code == 303


async def test_one_of_several_browsers_is_signed_out_and_then_all(house: House) -> None:
    account = await house.account(OFFICER)
    here, there, third = [await house.signed_in(OFFICER, account) for _ in range(3)]
    page = (await here.get(SESSIONS)).text
    await there.get(SESSIONS)
    others = re.findall(r'name="session" value="([0-9a-f]{64})"', page)
    assert len(others) == 2

    assert (await here.post(SESSIONS, data={"session": others[0]})).headers["location"] == SESSIONS
    assert sorted([(await one.get(SESSIONS)).status_code for one in (here, there, third)]) == [200, 200, 303]
    assert (await here.post(SESSIONS, data={"session": "all"})).headers["location"] == "/"
    assert {(await one.get(SESSIONS)).status_code for one in (here, there, third)} == {303}


async def test_nobody_signs_somebody_else_out(house: House) -> None:
    theirs, own = await house.signed_in(OFFICER), await house.signed_in(PARTNER)
    async with reading(house.directory.accounts.engine) as connection:
        keys = (await connection.execute(select(WebSession.token_hash))).scalars().all()

    for key in keys:
        await own.post(SESSIONS, data={"session": key.hex()})
    assert (await theirs.get(SESSIONS)).status_code == 200


async def used(house: House, browser: AsyncClient) -> None:
    """Ask for a page, and wait until it is written down that somebody was there."""
    assert (await browser.get(SESSIONS)).status_code == 200
    found = select(WebSession.used).where(WebSession.token_hash == token_hash(browser.cookies["signpost"]))
    async with asyncio.timeout(5):
        while True:
            async with reading(house.directory.accounts.engine) as connection:
                if as_read((await connection.execute(found)).scalar_one()) == house.now:
                    return
            await asyncio.sleep(0.005)


async def test_signing_in_session__an_hour_without_a_request_ends_it(house: House) -> None:
    browser = await house.signed_in(OFFICER)
    house.now += IDLE - timedelta(seconds=1)
    await used(house, browser)
    house.now += IDLE - timedelta(seconds=1)
    await used(house, browser)

    house.now += IDLE
    assert (await browser.get(SESSIONS)).status_code == 303


async def test_signing_in_session__a_page_that_follows_changes_by_itself_is_no_use(house: House) -> None:
    browser = await house.signed_in(ADMIN)
    house.now += IDLE - timedelta(seconds=1)
    events = await browser.get("/probe", headers={"accept": "text/event-stream"})
    assert events.status_code == 200
    house.now += timedelta(seconds=1)

    assert (await browser.get(SESSIONS)).status_code == 303


async def test_signing_in_session__twelve_hours_end_it_however_busy(house: House) -> None:
    browser = await house.signed_in(OFFICER)
    async with writing(house.directory.accounts.engine) as connection:
        begun = as_kept(NOON - ALL_TOLD + timedelta(seconds=1))
        await connection.execute(update(WebSession).values(begun=begun))

    assert (await browser.get(SESSIONS)).status_code == 200
    house.now += timedelta(seconds=1)
    assert (await browser.get(SESSIONS)).status_code == 303


async def test_a_suspension_holds_at_the_next_request_and_whoever_leaves_is_signed_in_nowhere(
    house: House,
) -> None:
    account = await house.account(ADMIN)
    browser = await house.signed_in(ADMIN, account)
    act = Act("somebody", "command line", NOON)
    engine = house.directory.accounts.engine
    assert (await browser.get("/probe")).status_code == 200

    async with writing(engine) as connection:
        await accounts.suspend(connection, account, act)
    refused = await browser.get("/probe")
    assert refused.status_code == 403
    assert "Your account is suspended." in refused.text

    async with writing(engine) as connection:
        await accounts.leave(connection, account, act)
    assert (await browser.get("/probe")).status_code == 303
    async with reading(engine) as connection:
        left = select(WebSession.account).where(WebSession.account == account)
        assert (await connection.execute(left)).first() is None


async def test_signing_in_and_out_is_in_the_audit(house: House) -> None:
    account = await house.account(OFFICER)
    browser = await house.signed_in(OFFICER, account)
    await browser.post("/sign-out")

    async with reading(house.directory.accounts.engine) as connection:
        rows = select(AuditRow.action, AuditRow.origin, AuditRow.details).where(AuditRow.who == account)
        assert [tuple(row) for row in await connection.execute(rows)] == [
            ("sign in", "web", '{"by":"mail"}'),
            ("sign out", "web", '{"sessions":1}'),
        ]


async def test_what_has_run_out_is_deleted(house: House) -> None:
    await house.signed_in(OFFICER)
    house.now = NOON + IDLE
    assert await house.directory.sessions.forget_old() >= 1
    async with reading(house.directory.accounts.engine) as connection:
        assert (await connection.execute(select(WebSession))).first() is None


async def test_somebody_leaves_and_a_suspension_is_not_got_rid_of_like_that(house: House) -> None:
    account = await house.account(OFFICER)
    browser, elsewhere = await house.signed_in(OFFICER, account), await house.signed_in(OFFICER, account)
    assert "Leave Signpost?" in (await browser.get("/sign-in/leave")).text
    async with writing(house.directory.accounts.engine) as connection:
        await accounts.suspend(connection, account, Act("somebody", "command line", NOON))
    assert (await browser.post("/sign-in/leave")).status_code == 403
    async with writing(house.directory.accounts.engine) as connection:
        await accounts.restore(connection, account, Act("somebody", "command line", NOON))

    left = await browser.post("/sign-in/leave")
    assert "You have left." in left.text
    assert 'signpost=""' in left.headers["set-cookie"]
    assert (await elsewhere.get(SESSIONS)).status_code == 303
