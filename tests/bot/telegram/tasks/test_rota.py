"""The rota in chat: who is on, being away, taking over."""

import pytest

from bot.telegram.words import say
from bot.words.catalogue import ENGLISH
from tests.bot.telegram.tasks.office import OFFICER, RECEPTION, Office

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def test_the_rota_says_who_is_on_and_next(office: Office) -> None:
    await office.is_made(OFFICER)
    shown = (await office.says("/rota")).text
    assert "NPS duty officer, Worcester probation office: Birch (sample) (sample) until Tuesday 1" in shown
    assert "then Birch (sample) (sample) from Wednesday 2 December at 9am." in shown
    assert (await office.says("/rota Redditch")).text == say(ENGLISH, "rota-none")


async def test_reception_sees_no_names_on_the_rota(office: Office) -> None:
    await office.is_made(RECEPTION)
    shown = (await office.says("/rota")).text
    assert "somebody until Tuesday 1 December at 5pm" in shown
    assert "Birch" not in shown


async def test_whoever_is_on_the_rota_says_that_they_are_away_and_back(office: Office) -> None:
    account = await office.is_made(OFFICER)
    assert (await office.says("/available")).text == say(ENGLISH, "not-on-rota")
    await office.is_on_the_rota(account, "sample-birch")

    assert "Away until 2pm" in (await office.says("/available")).buttons  # it is noon
    warned = await office.presses("Away until 1pm")
    assert "leaves nobody on duty from Tuesday 1 December at midday" in warned.text
    assert office.on_duty() == "sample-birch"
    done = await office.presses(say(ENGLISH, "available-all-the-same"))
    assert done.text == "You are away until Tuesday 1 December at 1pm. Answers pass you over until then."
    await office.rota_shows(None)
    assert (await office.presses(say(ENGLISH, "available-on"))).text == say(ENGLISH, "available-is-on")
    await office.rota_shows("sample-birch")
    assert (await office.says("/available on")).text == say(ENGLISH, "available-sure-on")
    assert (await office.presses(say(ENGLISH, "available-on"))).text == say(ENGLISH, "available-was-on")


async def test_a_colleague_takes_over_to_the_end_of_the_shift(office: Office) -> None:
    account = await office.is_made(OFFICER)
    assert (await office.says("/cover")).text == say(ENGLISH, "not-on-rota")
    await office.is_on_the_rota(account, "sample-elm")

    offered = await office.says("/cover")
    assert list(offered.buttons) == ["Birch (sample), until Tuesday 1 December at 5pm"]
    done = await office.presses("Birch (sample), until Tuesday 1 December at 5pm")
    assert done.text == "You have taken over from Birch (sample) until Tuesday 1 December at 5pm."
    await office.rota_shows("sample-elm")
    assert (await office.says("/cover")).text == say(ENGLISH, "cover-nobody")
    await office.server.user_presses_data(
        next(iter(offered.buttons.values())), office.server.message_of(offered)
    )
    assert (await office.sees(office.server.person)).text == say(ENGLISH, "cover-nobody")


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        ("until 15:30", "3:30pm"),
        ("off until 4pm", "4pm"),
        ("stepping out until 11am", "11am"),  # of the next day, as it is noon: too long, and so not done
        ("out till half 3", "3:30pm"),
    ],
)
async def test_what_is_written_of_being_away_is_confirmed_by_a_press(
    office: Office, typed: str, until: str
) -> None:
    await office.is_on_the_rota(await office.is_made(OFFICER), "sample-elm")
    asked = await office.says(f"/available {typed}")
    assert list(asked.buttons) == [f"Away until {until}"]
    pressed = await office.presses(f"Away until {until}")
    if until == "11am":
        assert pressed.text == say(ENGLISH, "available-how")
    else:
        assert "away" in pressed.text or "leaves nobody" in pressed.text


@pytest.mark.parametrize("data", ["/available:x", "/available:99999999999", "/available:0", "/available:"])
async def test_a_made_up_button_changes_no_rota(office: Office, data: str) -> None:
    await office.is_on_the_rota(await office.is_made(OFFICER), "sample-elm")
    await office.server.user_presses_data(data)
    assert (await office.sees(office.server.person)).text == say(ENGLISH, "available-how")


async def test_whoever_is_on_the_rota_has_their_shifts_in_their_calendar(office: Office) -> None:
    account = await office.is_made(RECEPTION)
    await office.says("/calendar")
    assert (await office.presses(say(ENGLISH, "calendar-make"))).text == say(ENGLISH, "not-on-rota")
    await office.is_on_the_rota(account, "sample-birch")

    assert (await office.says("/calendar")).text == say(ENGLISH, "calendar-about")
    made = [await office.presses(say(ENGLISH, "calendar-make"))]
    await office.says("/calendar")
    made.append(await office.presses(say(ENGLISH, "calendar-make")))
    before, after = [one.text.splitlines()[-1].removesuffix(".ics").split("/calendars/") for one in made]
    assert after[0] == "https://signpost.example.org"
    read_at = office.directory.calendar_feeds.read_at
    assert await read_at(before[1]) is None
    feed = await read_at(after[1])
    assert feed is not None
    assert (feed.who.account, feed.person) == (account, "sample-birch")
    done = await office.presses(say(ENGLISH, "calendar-take-back"))
    assert done.text == say(ENGLISH, "calendar-taken-back")
    assert await read_at(after[1]) is None
