"""A rota for calendar programs: no more than the account behind the address may see, while it may."""

from datetime import timedelta
from typing import Any

import pytest
from icalendar import Calendar
from sqlalchemy import delete, insert, update

from bot.web.api.guessing import WRONG_ONES
from directory.accounts.binding import NEW_ACCOUNT
from directory.accounts.feeds import FeedError, Of
from directory.settings import DirectorySettings
from directory.storage.database import make_engine, table, writing
from directory.tables import Account
from routing.vocabulary import Standing
from tests.bot.web.api.town import MONDAY, Town
from tests.directory.made_up_rota import DUTY
from tests.directory.people import PROBATION

pytestmark = pytest.mark.asyncio(loop_scope="session")
OWN, WORCESTER, POST = Of(), Of(office="worcester"), Of(post=DUTY)
NOWHERE = "/calendars/" + "a" * 43 + ".ics"


async def changed(town: Town, *statements: Any) -> None:
    engine = make_engine(DirectorySettings(data_dir=town.service.settings.data_dir).database_url)
    async with writing(engine) as connection:
        for statement in statements:
            await connection.execute(statement)
    await engine.dispose()


async def address(town: Town, account: str, of: Of, standing: Standing, **more: Any) -> str:
    """The address of a feed of a new account."""
    granted = {"agency": PROBATION, "standing": standing, "area": "west-mercia", "coordinator": False}
    row = {**NEW_ACCOUNT, **granted, "office": None, "verified_until": None, "person": None, **more}
    await changed(
        town, delete(Account).where(Account.id == account), insert(table(Account)).values(id=account, **row)
    )
    secret = await town.directory.calendar_feeds.make(account, of, town.directory.snapshot, "test")
    return f"/calendars/{secret}.ics"


def summaries(body: bytes) -> set[str]:
    return {str(event["SUMMARY"]) for event in Calendar.from_ical(body).walk("VEVENT")}


async def test_disclosure_rota__ones_own_shifts_carry_no_name(town: Town) -> None:
    own = await address(town, "own", OWN, Standing.OFFICER, person="sample-birch")
    response = await town.get(own)
    events = Calendar.from_ical(response.content).walk("VEVENT")

    assert response.headers["content-type"] == "text/calendar; charset=utf-8"
    assert summaries(response.content) == {"NPS duty officer, Worcester probation office (sample)"}
    assert events[0].decoded("DTSTART") == MONDAY.replace(hour=9, minute=0)
    assert {event.decoded("DTSTART").weekday() for event in events} == {0, 1, 2}
    assert b"irch" not in response.content


@pytest.mark.parametrize("of", [WORCESTER, POST])
@pytest.mark.parametrize(("standing", "named"), [(Standing.OFFICER, True), (Standing.RECEPTION, False)])
async def test_disclosure_rota__a_feed_names_whom_its_account_may_see(
    town: Town, of: Of, standing: Standing, named: bool
) -> None:
    body = (await town.get(await address(town, "sees", of, standing))).content
    assert len(summaries(body)) == (2 if named else 1)
    assert (b"Elm" in body) is (b"sample-elm" in body) is named


async def test_disclosure_rota__standing_is_looked_up_at_each_reading(town: Town) -> None:
    place = await address(town, "fades", WORCESTER, Standing.OFFICER)
    theirs = update(Account).where(Account.id == "fades")
    statuses = []
    for values in (
        {"suspended": True},
        {"suspended": False},
        {"standing": Standing.PARTNER},
        {"standing": Standing.OFFICER, "area": "london"},
        {"area": None},
    ):
        await changed(town, theirs.values(values))
        statuses.append((await town.get(place)).status_code)
    assert statuses == [404, 200, 404, 404, 200]


async def test_an_address_can_be_taken_back(town: Town) -> None:
    place = await address(town, "takes-back", POST, Standing.OFFICER)
    (feed,) = await town.directory.calendar_feeds.of_account("takes-back")
    assert feed.post == "west-mercia/worcester/nps/duty_officer"
    assert await town.directory.calendar_feeds.take_back("another", feed.id, "test") == 0
    assert (await town.get(place)).status_code == 200
    assert await town.directory.calendar_feeds.take_back("takes-back", feed.id, "test") == 1
    assert (await town.get(place)).status_code == 404


async def test_whoever_has_it_already_is_sent_nothing(town: Town) -> None:
    place = await address(town, "reads-often", POST, Standing.OFFICER)
    first = await town.get(place)
    known = {"if-none-match": f'"other", W/{first.headers["etag"]}'}
    since = {"if-modified-since": first.headers["last-modified"]}
    again = [await town.send("GET", place, headers=headers) for headers in (known, since)]
    neither = {**since, "if-none-match": '"other"'}

    assert [(one.status_code, one.content) for one in again] == [(304, b""), (304, b"")]
    assert again[0].headers["etag"] == first.headers["etag"]
    assert (await town.send("GET", place, headers=neither)).status_code == 200
    assert (await town.send("GET", place, headers={"if-modified-since": "yesterday"})).status_code == 200
    town.clock.now = MONDAY + timedelta(days=1)  # another day is shown
    for headers in (known, since):
        assert (await town.send("GET", place, headers=headers)).status_code == 200


async def test_nothing_is_said_of_an_address_that_is_none_and_guessing_ends(town: Town) -> None:
    place = await address(town, "guarded", POST, Standing.OFFICER)
    wrong = [await town.send("GET", NOWHERE, at="192.0.2.77") for _ in range(WRONG_ONES.burst + 1)]

    assert {one.status_code for one in wrong} == {404}
    assert (await town.send("GET", place, at="192.0.2.77")).status_code == 429
    assert (await town.get(place)).status_code == 200
    assert (await town.get("/calendars/x.ics")).json()["title"] == "Nothing is read at this address"


@pytest.mark.parametrize(
    ("of", "standing", "said"),
    [
        (OWN, Standing.OFFICER, "is nobody on the rota"),
        (WORCESTER, Standing.PARTNER, "not of probation staff"),
        (Of(office="narnia"), Standing.OFFICER, "There is no office 'narnia'"),
        (Of(office="camden"), Standing.OFFICER, "sees no rota of london"),
    ],
)
async def test_what_may_not_be_seen_has_no_address(town: Town, of: Of, standing: Standing, said: str) -> None:
    with pytest.raises(FeedError, match=said):
        await address(town, "may-not", of, standing)


async def test_an_account_has_ten_addresses_at_most(town: Town) -> None:
    await address(town, "many", POST, Standing.OFFICER)
    make = town.directory.calendar_feeds.make
    for _ in range(9):
        await make("many", POST, town.directory.snapshot, "test")
    with pytest.raises(FeedError, match="10 feeds"):
        await make("many", POST, town.directory.snapshot, "test")
    assert await town.directory.calendar_feeds.take_back("many", None, "test") == 10
