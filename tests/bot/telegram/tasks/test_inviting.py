"""Invitations that are made in chat."""

import pytest
from sqlalchemy import insert

from bot.telegram.words import say
from bot.words.catalogue import ENGLISH
from directory.accounts.invitations import Offer
from directory.storage.database import table, writing
from directory.tables import Agency
from routing.vocabulary import Standing
from tests.bot.telegram.tasks.office import ADMIN, COORDINATOR, OFFICER, PARTNER, RECEPTION, Office
from tests.directory.people import PROBATION

pytestmark = pytest.mark.asyncio(loop_scope="package")
say_anywhere = ENGLISH.say


async def test_a_coordinator_invites_to_their_own_agency_with_one_press(office: Office) -> None:
    await office.is_made(COORDINATOR)
    assert "sample-police" in (await office.says("/invite")).text
    link = (await office.presses(say(ENGLISH, "invite-make"))).text.splitlines()[-1]
    assert link.startswith("https://t.me/signpost_sample_bot?start=")

    office.server.person += 1
    await office.says(f"/start {link.partition('=')[2]}")
    assert "somebody of a partner agency: sample-police" in (await office.says("/me")).text
    assert (await office.says("/invite")).text == say(ENGLISH, "not-for-you")
    assert "good once only" in (await office.says(f"/start {link.partition('=')[2]}")).text


async def test_an_invitation_says_what_it_would_change_and_changes_it_only_as_agreed(office: Office) -> None:
    link = await office.invites(PARTNER)
    await office.is_made(OFFICER)
    asked = await office.says(link)
    assert asked.text.splitlines()[1:4] == [
        "Now it is: probation staff: sample-probation, Worcester probation office.",
        "Then it is: somebody of a partner agency: sample-police, West Mercia.",
        "It leaves sample-probation: what you had there ends with it.",
    ]
    change = asked.buttons[say_anywhere("sign-in-change-do")]
    assert (await office.presses(say_anywhere("sign-in-change-keep"))).text == say_anywhere("verify-kept")
    assert "probation staff" in (await office.says("/me")).text

    await office.is_made(RECEPTION)  # what was agreed to is not what would be changed now
    await office.server.user_presses_data(change)
    assert "Now it is: reception staff" in (await office.sees(office.server.person)).text
    assert (await office.presses(say_anywhere("sign-in-change-do"))).text == say_anywhere("verify-done")
    assert "sample-police" in (await office.says("/me")).text
    await office.server.says_so(lambda: "web" in office.server.menus.get(office.server.person, ()))
    await office.server.user_presses_data(change)  # it was good once
    assert (await office.sees(office.server.person)).text == say_anywhere("verify-already")


async def test_an_invitation_to_what_one_is_renews_without_asking_and_ends_no_suspension(
    office: Office,
) -> None:
    account = await office.is_made(PARTNER)
    assert (await office.says(await office.invites(PARTNER))).text == say_anywhere("verify-done")
    await office.is_suspended(account)
    shown = await office.says(await office.invites(OFFICER))
    assert (shown.text, shown.buttons) == (say_anywhere("verify-no-suspended"), {})


async def test_a_press_on_the_button_of_somebody_who_may_no_longer_invite_makes_nothing(
    office: Office,
) -> None:
    account = await office.is_made(COORDINATOR)
    await office.says("/invite")
    await office.is_suspended(account)

    assert (await office.presses(say(ENGLISH, "invite-make"))).text == say(ENGLISH, "not-for-you")


async def test_an_admin_writes_to_what_they_invite(office: Office) -> None:
    await office.is_made(ADMIN)
    how = (await office.says("/invite")).text
    assert "sample-council, sample-police, sample-probation" in how
    made = (await office.says("/invite sample-probation reception redditch")).text
    assert "makes them reception of sample-probation" in made

    office.server.person += 1
    await office.says(f"/start {made.partition('=')[2]}")
    assert "Redditch probation office" in (await office.says("/me")).text


async def test_an_admin_is_named_some_agencies_of_their_area_however_many_there_are(office: Office) -> None:
    fact = {"kind": "health", "area": "london", "source": "sample", "assumed": False, "sample": True}
    rows = [{**fact, "id": f"sample-{n:04}", "name": f"Sample {n}", "revoked": False} for n in range(1_000)]
    async with writing(office.directory.accounts.engine) as connection:
        await connection.execute(insert(table(Agency)), rows)
    await office.is_made(Offer(PROBATION, Standing.ADMIN, "london"))

    how = (await office.says("/invite")).text
    assert "Agencies: sample-0000, sample-0001," in how
    assert how.endswith("sample-0019, ….")
    assert "makes them partner of Sample 999" in (await office.says("/invite sample-0999")).text


@pytest.mark.parametrize(
    ("typed", "said", "in_welsh"),
    [
        ("sample-atlantis partner", "There is no agency 'sample-atlantis'", "Nid oes asiantaeth"),
        ("sample-police officer", "is not of probation", "Nid asiantaeth brawf yw sample-police"),
        ("sample-police public", "Everybody is the public already", "Mae pawb yn un o’r cyhoedd"),
        ("sample-probation admin", "You may not invite", "Ni chewch wahodd i hynny"),
        (
            "sample-probation officer camden",
            "There is no office 'camden' in the area 'west-mercia'",
            "Nid oes swyddfa 'camden' yn yr ardal 'west-mercia'",
        ),
        ("one two three", "Write an agency behind it", "Rhowch asiantaeth"),
    ],
)
async def test_an_invitation_that_cannot_be_made_says_why_in_either_language(
    office: Office, typed: str, said: str, in_welsh: str
) -> None:
    await office.is_made(ADMIN)
    assert said in (await office.says(f"/invite {typed}")).text
    office.server.language = "cy"
    told = (await office.says(f"/invite {typed}")).text
    office.server.language = None
    assert in_welsh in told
    assert "‹" not in told
