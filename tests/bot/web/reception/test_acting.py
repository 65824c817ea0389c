"""What is done for a caller: logged where they were sent, and rung back on their own number."""

import re

import pytest
import pytest_asyncio
from httpx import AsyncClient
from sqlalchemy import delete, select, update

from bot.call_backs.calling_back import MOST_AT_A_DESK
from directory.storage.database import reading, table, writing
from directory.tables import Account, CallBackRequest, CallerSent, OutgoingMessage
from routing.policy import Policies
from tests.bot.web.house import ADMIN, NOON, OFFICER, RECEPTION, House
from tests.bot.web.reception.test_desk import BY_SCRIPT

pytestmark = pytest.mark.asyncio(loop_scope="module")
_ACCOUNTS, _SENT, _CALLS = table(Account), table(CallerSent), table(CallBackRequest)


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def somebody_on_duty(house: House) -> None:
    """Whoever is on duty at Worcester can be reached by messages."""
    officer = await house.account(OFFICER)
    await house.put_on_rota(officer, "sample-birch")


async def about(desk: AsyncClient, text: str) -> list[str]:
    """What the buttons are about that are shown for this."""
    shown = (await desk.post("/desk/look", data={"text": text}, headers=BY_SCRIPT)).text
    return list(dict.fromkeys(re.findall(r'name="about" value="([^"]+)"', shown)))


async def rows(house: House, of: type = CallerSent) -> list[dict[str, object]]:
    async with reading(house.directory.accounts.engine) as connection:
        return [dict(row) for row in (await connection.execute(select(table(of)))).mappings()]


async def test_where_a_caller_was_sent_is_logged_by_codes_alone(house: House, desk: AsyncClient) -> None:
    for one in await about(desk, "unpaid work"):
        assert "Logged: " in (await desk.post("/desk/sent", data={"about": one}, headers=BY_SCRIPT)).text
    logged = await rows(house)
    assert {(row["asked_topic"], row["provider"], row["role"], row["office"]) for row in logged} == {
        ("unpaid_work", "crc", "duty_officer", "worcester")
    }
    assert {row["desk"] for row in logged} == {"worcester"}


async def test_every_kind_of_find_can_be_logged_as_what_it_is(house: House, desk: AsyncClient) -> None:
    async with writing(house.directory.accounts.engine) as connection:
        await connection.execute(delete(_SENT))
    for text, place in (("kidd", 1), ("crc senior redditch", -1), ("braley", -1)):
        found = (await about(desk, text))[place]
        await desk.post("/desk/sent", data={"about": found}, headers=BY_SCRIPT)
    sent = [(row["role"], row["provider"], row["office"]) for row in await rows(house)]
    assert sent == [
        ("reception", None, "kidderminster"),
        ("spo", "crc", "redditch"),
        ("approved_premises", "nps", "braley-house"),
    ]


@pytest.mark.parametrize(
    "made_up", ["", "d:::", "d:::nowhere|c||||", "Zebedee Nosuchname", "d:zz:n:worcester|c||||"]
)
async def test_what_this_page_never_drew_is_not_logged(house: House, desk: AsyncClient, made_up: str) -> None:
    before = await rows(house)
    told = await desk.post("/desk/sent", data={"about": made_up}, headers=BY_SCRIPT)
    assert told.status_code == 422
    assert "That could not be logged" in told.text
    assert "Zebedee" not in told.text
    assert await rows(house) == before


async def test_a_form_from_elsewhere_logs_and_asks_nothing(house: House, desk: AsyncClient) -> None:
    one = (await about(desk, "unpaid work"))[0]
    for path in ("/desk/sent", "/desk/call-back", "/desk/withdraw", "/desk", "/desk/look"):
        forged = await desk.post(path, data={"about": one}, headers={"x-csrf-token": "made up"})
        assert forged.status_code == 403


async def ask(desk: AsyncClient, number: str, how_soon: str = "today") -> str:
    (one, *_) = await about(desk, "breach of an order, Worcester")
    form = {"about": one, "number": number, "how_soon": how_soon}
    return (await desk.post("/desk/call-back", data=form, headers=BY_SCRIPT)).text


async def test_a_caller_is_rung_on_the_number_that_reception_took_down(
    house: House, desk: AsyncClient
) -> None:
    (one, *_) = await about(desk, "breach of an order, Worcester")
    form = await desk.post("/desk/call-back", data={"about": one}, headers=BY_SCRIPT)
    assert "The caller’s number" in form.text
    assert "Today, until the office shuts" in form.text
    assert "Asked for: the NPS duty officer is told." in await ask(desk, "07700 900321")
    (call,) = await rows(house, CallBackRequest)
    assert (call["reception"], call["topic"], call["state"]) == ("worcester", "breach", "offered")
    assert "With the NPS duty officer." in (await desk.get("/desk")).text


async def test_the_same_number_again_is_the_same_caller_and_another_is_another(
    house: House, desk: AsyncClient
) -> None:
    await ask(desk, "+44 7700 900321")
    assert len(await rows(house, CallBackRequest)) == 1
    await ask(desk, "07700 900322")
    assert len(await rows(house, CallBackRequest)) == 2


async def test_staff_are_told_that_nobody_has_checked_who_calls_and_the_desk_gets_no_messages(
    house: House, desk: AsyncClient
) -> None:
    messages = await rows(house, OutgoingMessage)
    assert {row["said"] for row in messages} == {"offer"}
    assert all('"reception":"worcester"' in str(row["about"]) for row in messages)
    assert not any("9003" in str(row["about"]) for row in messages)


@pytest.mark.parametrize(
    ("number", "how_soon"), [("12", "today"), ("", "today"), ("07700 900323", "opening?")]
)
async def test_a_number_that_is_none_is_asked_for_again(
    house: House, desk: AsyncClient, number: str, how_soon: str
) -> None:
    before = len(await rows(house, CallBackRequest))
    assert "The caller’s number" in await ask(desk, number, how_soon)
    assert len(await rows(house, CallBackRequest)) == before


async def test_where_nobody_can_be_reached_the_caller_is_given_the_number(desk: AsyncClient) -> None:
    (one, *_) = await about(desk, "breach of an order, Redditch")
    told = await desk.post("/desk/call-back", data={"about": one}, headers=BY_SCRIPT)
    assert (told.status_code, told.headers["hx-retarget"]) == (422, "#state")
    assert "Give the caller the number." in told.text


async def test_anybody_at_that_desk_can_withdraw_it_and_nobody_at_another(
    house: House, desk: AsyncClient
) -> None:
    number = str((await rows(house, CallBackRequest))[0]["id"])
    colleague = await house.signed_in(RECEPTION)
    for none in ("x", "9" * 20, f"{number}" + "0" * 20):
        assert (await colleague.post("/desk/withdraw", data={"request": none})).status_code == 422
    elsewhere = await colleague.post("/desk/withdraw", data={"request": number, "office": "redditch"})
    assert (elsewhere.status_code, "Nothing was changed" in elsewhere.text) == (422, True)
    done = await colleague.post("/desk/withdraw", data={"request": number})
    assert "Withdrawn: the caller is not rung any longer." in done.text
    assert "Over: withdrawn by the caller." in done.text
    call = (await rows(house, CallBackRequest))[0]
    assert (call["state"], call["number_sealed"], call["asker"]) == ("closed", None, None)


async def test_it_all_works_without_a_script(desk: AsyncClient) -> None:
    (one, *_) = await about(desk, "breach of an order, Worcester")
    page = (await desk.post("/desk/call-back", data={"about": one})).text
    assert page.startswith("<!doctype html>")
    assert 'id="number"' in page
    assert 'href="/desk?language=cy"' in page
    assert (
        "Logged: asked for enforcement (breach)" in (await desk.post("/desk/sent", data={"about": one})).text
    )


async def test_the_log_is_forgotten_after_a_year_and_loses_an_account_with_the_account(
    house: House, desk: AsyncClient
) -> None:
    leaving = await house.account(RECEPTION)
    leaver = await house.signed_in(RECEPTION, leaving)
    await leaver.post("/desk/sent", data={"about": (await about(desk, "unpaid work"))[0]})
    async with writing(house.directory.accounts.engine) as connection:
        await connection.execute(delete(_ACCOUNTS).where(_ACCOUNTS.c.id == leaving))
    assert [row["account"] for row in await rows(house)][-1] is None
    house.now = NOON.replace(year=NOON.year + 1, day=NOON.day + 2)
    assert await house.directory.finished_requests.forget_old(Policies.bundled().limits) >= 1
    assert await rows(house) == []
    house.now = NOON


async def test_call_backs_without_end_are_not_asked_for_and_the_caller_is_given_the_number(
    house: House,
) -> None:
    busy = await house.signed_in(RECEPTION)
    told = [await ask(busy, f"07700 9004{one:02}") for one in range(MOST_AT_A_DESK + 1)]
    assert "Asked for:" in told[-2]
    assert "You have asked for many call backs already" in told[-1]
    assert "Give the caller the number" in told[-1]

    waiting = await rows(house, CallBackRequest)
    (one, *_) = await about(busy, "breach of an order, Worcester")
    form = {"about": one, "number": "07700 900499", "how_soon": "today"}
    over = await busy.post("/desk/call-back", data=form, headers=BY_SCRIPT)
    assert (over.status_code, over.headers["hx-retarget"]) == (429, "#state")
    assert await rows(house, CallBackRequest) == waiting


async def test_whoever_asks_and_withdraws_all_day_is_slowed_down(house: House) -> None:
    busy = await house.signed_in(RECEPTION)
    told = ""
    for _ in range(21):
        told = await ask(busy, "07700 900498")
        mine = max(int(str(row["id"])) for row in await rows(house, CallBackRequest))
        await busy.post("/desk/withdraw", data={"request": str(mine)}, headers=BY_SCRIPT)
    assert "You have asked for many call backs already" in told


async def test_where_only_a_manager_can_be_reached_it_is_said_who_is_told(house: House) -> None:
    await house.account(ADMIN)
    async with writing(house.directory.accounts.engine) as connection:
        await connection.execute(update(_ACCOUNTS).values(person=None))
    told = await ask(await house.signed_in(RECEPTION), "07700 900497")
    assert "Asked for: the manager of West Mercia is told." in told
