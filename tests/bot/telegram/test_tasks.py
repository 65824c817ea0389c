"""What people do on Telegram besides asking, on a real directory: inviting, leaving, checking, the rota.

One directory and one bot for all tests, and in each test somebody new who writes.
"""

import asyncio
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy import update

from bot.alarms import AlarmsInTheLog
from bot.assistant import Assistant
from bot.channel import Channel
from bot.handover.following import Following
from bot.telegram.alarms import AlarmsByTelegram
from bot.telegram.client import create_bot
from bot.telegram.outbox import SendsByTelegram
from bot.telegram.words import say
from bot.verifying import Verifying
from bot.words.catalogue import ENGLISH, Words
from bot.words.language import Language
from directory import accounts, invitations
from directory.audit import Act
from directory.binding import Person
from directory.database import writing
from directory.directory import Directory, Running
from directory.invitations import Offer
from directory.settings import DirectorySettings
from directory.standing import TELEGRAM
from directory.tables import Account
from routing.vocabulary import Standing
from tests.bot.telegram.answers import PreparedAnswers
from tests.bot.telegram.conftest import Polling
from tests.bot.test_verifying import Letters
from tests.directory.made_up_rota import DUTY
from tests.directory.people import LIMITS, POLICE, PROBATION, add_agencies
from tests.end_to_end.bot_api_server import BotApiServer
from tests.end_to_end.wire import GROUP, TOKEN, Shown

WELSH = Words(Language.WELSH)
NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)  # a Tuesday
PARTNER = Offer(POLICE, Standing.PARTNER, "west-mercia")
COORDINATOR = Offer(POLICE, Standing.PARTNER, "west-mercia", coordinator=True)
OFFICER = Offer(PROBATION, Standing.OFFICER, "west-mercia", "worcester")
RECEPTION = Offer(PROBATION, Standing.RECEPTION, "west-mercia", "worcester")
ADMIN = Offer(PROBATION, Standing.ADMIN, "west-mercia")
ACT = Act("somebody", "command line", NOON)

pytestmark = pytest.mark.asyncio(loop_scope="module")


@dataclass
class Office:
    """A bot on a real directory, and a person who becomes whoever a test needs."""

    server: BotApiServer
    directory: Directory
    changed: asyncio.Event = field(default_factory=asyncio.Event)  # the pictures of the directory

    @property
    def person(self) -> Person:
        """Who writes."""
        return Person(TELEGRAM, self.server.person)

    async def is_made(self, offer: Offer) -> str:
        """Verify who writes; their account."""
        async with writing(self.directory.accounts.engine) as connection:
            token = await invitations.issue(connection, offer, ACT, 1)
        return await self.directory.accounts.redeem(token, self.person, LIMITS)

    async def is_on_the_rota(self, account: str, person: str) -> None:
        """Say who an account is on the rota, and nobody else is."""
        async with writing(self.directory.accounts.engine) as connection:
            await connection.execute(update(Account).values(person=None))
            await connection.execute(update(Account).where(Account.id == account).values(person=person))

    def on_duty(self) -> str | None:
        """Who is on at Worcester for the NPS, as answers have it."""
        person = self.directory.snapshot.rota.who_is_on(DUTY, NOON)
        return person.id if person else None

    async def rota_shows(self, person: str | None) -> None:
        """Wait until a change is in the pictures that answers are made from."""
        async with asyncio.timeout(10):
            while self.on_duty() != person:
                self.changed.clear()
                await self.changed.wait()

    async def is_told_what_waits(self) -> None:
        """Have the outbox emptied, as the worker does."""
        bot = create_bot(TOKEN, self.server.base, patience=None)
        sends = SendsByTelegram(bot, Channel(TELEGRAM, "west-mercia"))
        await Following(self.directory, sends).deliver()
        await sends.close()

    async def is_suspended(self, account: str) -> None:
        """Suspend somebody."""
        async with writing(self.directory.accounts.engine) as connection:
            await accounts.suspend(connection, account, ACT)

    async def says(self, text: str) -> Shown:
        """A message, and what comes back."""
        await self.server.user_sends(text)
        return await self.sees(self.server.person)

    async def presses(self, label: str, by: int | None = None) -> Shown:
        """A button, and what comes of it."""
        chat = by or self.server.person
        await self.server.user_presses(label, by=chat, chat=chat)
        return await self.sees(chat)

    async def sees(self, chat: int) -> Shown:
        """What comes next in a chat, whatever comes in others."""
        while (shown := await self.server.next_message()).chat != chat:
            pass
        return shown


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running(
    tmp_path_factory: pytest.TempPathFactory, template_with_rota: Path
) -> AsyncIterator[Office]:
    """A bot that polls, on a directory with agencies and a rota."""
    data = shutil.copytree(template_with_rota, tmp_path_factory.mktemp("filled") / "data")
    settings = DirectorySettings(data_dir=data)
    async with (
        BotApiServer() as server,
        await Directory.open(settings, Running(clock=lambda: NOON, poll_every=0.05)) as directory,
    ):
        async with writing(directory.accounts.engine) as connection:
            await add_agencies(connection)
        assistant = Assistant.on(directory, "west-mercia")
        polling = Polling(create_bot(TOKEN, server.base), PreparedAnswers(), [], asyncio.Event(), now=NOON)
        assistant.alarms = AlarmsByTelegram(
            polling.bot, Channel(TELEGRAM, "west-mercia"), directory, AlarmsInTheLog()
        )
        polling.directory, polling.asked, polling.knows = directory, assistant, assistant
        polling.verifying = Verifying(directory, Letters())
        task = polling.start()
        office = Office(server, directory)
        directory.on_change(lambda _: office.changed.set)
        yield office
        polling.stop.set()
        await task


@pytest_asyncio.fixture(loop_scope="module")
async def office(running: Office) -> Office:
    """The bot, and somebody who has never written."""
    running.server.person += 1
    return running


async def test_a_stranger_is_told_what_they_are_told_and_how_to_be_more(office: Office) -> None:
    assert (await office.says("/me")).text == say(ENGLISH, "me-public")


async def test_somebody_sees_who_they_are_until_when_and_leaves_with_two_presses(office: Office) -> None:
    await office.is_made(OFFICER)
    shown = await office.says("/me")
    assert "probation staff: sample-probation, Worcester probation office." in shown.text
    assert "until 1 December 2027" in shown.text
    assert "the number of this chat and, if you gave them, your choice of language" in shown.text

    sure = await office.presses(say(ENGLISH, "me-leave-button"))
    assert sure.message_id == shown.message_id
    stays = await office.presses(say(ENGLISH, "me-not-sure"))
    assert stays.text == shown.text
    assert (await office.says("/me leave")).text == say(ENGLISH, "me-leave")
    assert (await office.presses(say(ENGLISH, "me-sure"))).text == say(ENGLISH, "me-left")
    assert (await office.says("/me")).text == say(ENGLISH, "me-public")
    await office.server.user_presses_data("/me:sure")  # a button that was drawn before
    assert (await office.server.next_message()).text == say(ENGLISH, "me-public")


async def test_nobody_gets_rid_of_a_suspension_by_leaving(office: Office) -> None:
    account = await office.is_made(PARTNER)
    await office.is_suspended(account)

    assert say(ENGLISH, "lapse-suspended") in (await office.says("/me")).text
    await office.says("/me leave")
    assert (await office.presses(say(ENGLISH, "me-sure"))).text == say(ENGLISH, "lapse-suspended")
    assert await office.directory.accounts.membership(office.person)


async def test_a_coordinator_invites_to_their_own_agency_with_one_press(office: Office) -> None:
    await office.is_made(COORDINATOR)
    assert "sample-police" in (await office.says("/invite")).text
    link = (await office.presses(say(ENGLISH, "invite-make"))).text.splitlines()[-1]
    assert link.startswith("https://t.me/signpost_sample_bot?start=")

    office.server.person += 1
    await office.says(f"/start {link.partition('=')[2]}")
    assert "somebody of a partner agency: sample-police" in (await office.says("/me")).text
    assert (await office.says("/invite")).text == say(ENGLISH, "not-for-you")
    assert "cannot be used" in (await office.says(f"/start {link.partition('=')[2]}")).text


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


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("sample-atlantis partner", "There is no agency 'sample-atlantis'"),
        ("sample-police officer", "is not of probation"),
        ("sample-probation admin", "You may not invite"),
        ("sample-probation officer camden", "There is no office 'camden' in the area 'west-mercia'"),
        ("one two three", "Write an agency behind it"),
    ],
)
async def test_an_invitation_that_cannot_be_made_says_why(office: Office, typed: str, said: str) -> None:
    await office.is_made(ADMIN)
    assert said in (await office.says(f"/invite {typed}")).text


async def test_a_keeper_confirms_what_is_due_one_press_at_a_time(office: Office) -> None:
    await office.is_made(ADMIN)
    listed = await office.says("/check")
    assert "01905 723591 (worcester): due since 2 July 2015." in listed.text
    label = say(ENGLISH, "check-right", what="01905 723591")
    assert label in listed.buttons

    rest = await office.presses(label)
    assert rest.message_id == listed.message_id
    assert rest.text.startswith("01905 723591 is confirmed as of today.")
    assert label not in rest.buttons
    await office.server.user_presses_data(listed.buttons[label], office.server.message_of(rest))
    assert "not due to you any longer" in (await office.server.next_message()).text


async def test_a_keeper_of_another_area_is_shown_nothing_of_this_one(office: Office) -> None:
    await office.is_made(Offer(PROBATION, Standing.ADMIN, "london"))
    assert "01905" not in (await office.says("/check")).text
    await office.server.user_presses_data("/check:01905 723591")
    assert "not due to you" in (await office.server.next_message()).text


async def test_whoever_tries_references_out_is_reported_to_the_keepers_who_suspend_with_one_press(
    office: Office,
) -> None:
    await office.is_made(ADMIN)
    keeper = office.server.person
    office.server.person += 1
    account = await office.is_made(PARTNER)

    for one in range(8):
        await office.server.user_sends(f"whom do I ring about case X{100_000 + 1_111 * one}")
    alarm = await office.sees(keeper)
    assert account in alarm.text
    assert (await office.presses(say(ENGLISH, "suspend-button"), by=keeper)).text == say(
        ENGLISH, "suspend-done"
    )
    assert say(ENGLISH, "lapse-suspended") in (await office.says("/me")).text

    restored = await office.presses(say(ENGLISH, "suspend-restore-button"), by=keeper)
    assert restored.text == say(ENGLISH, "suspend-restored")
    assert say(ENGLISH, "lapse-suspended") not in (await office.says("/me")).text


async def test_a_keeper_suspends_nobody_of_another_area_and_not_themselves(office: Office) -> None:
    account = await office.is_made(PARTNER)
    office.server.person += 1
    own = await office.is_made(Offer(PROBATION, Standing.ADMIN, "london"))

    for one in (account, own, "atlantis"):
        assert (await office.says(f"/suspend {one}")).text == say(ENGLISH, "suspend-sure")
        assert (await office.presses(say(ENGLISH, "suspend-button"))).text == say(
            ENGLISH, "suspend-not-yours"
        )
    assert (await office.says("/suspend")).text == say(ENGLISH, "suspend-how")


async def test_what_was_not_understood_is_listed_without_anybodys_words(office: Office) -> None:
    await office.is_made(ADMIN)
    await office.says("flurble the wibble")
    await office.directory._unanswered.close()  # so that it is written by now
    listed = (await office.says("/unanswered")).text
    assert "Not understood so far: " in listed
    assert "flurble" not in listed


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


@pytest.mark.parametrize("typed", ["/rota", "/check", "/unanswered", "/invite", "/suspend"])
async def test_a_partner_has_no_command_of_staff(office: Office, typed: str) -> None:
    await office.is_made(PARTNER)
    assert (await office.says(typed)).text == say(ENGLISH, "not-for-you")


async def test_what_is_in_no_group_is_in_no_group_for_a_press_either(office: Office) -> None:
    await office.is_made(ADMIN)
    where = {"chat": {"id": GROUP, "type": "group", "title": "sample"}, "message_id": 1, "date": 1}
    await office.server.user_presses_data("/check:01905 723591", {**where, "text": "x"})
    assert (await office.server.next_message()).text == say(ENGLISH, "old-button")


async def test_a_choice_of_language_beats_the_apps_until_it_is_taken_back(office: Office) -> None:
    assert (await office.says("/language")).text == say(ENGLISH, "language")
    assert (await office.presses("Cymraeg")).text == say(WELSH, "language")
    assert (await office.says("/me")).text == say(WELSH, "me-public")
    await office.says("/language")
    assert (await office.presses(say(WELSH, "language-app"))).text == say(WELSH, "language-forgotten")
    assert (await office.says("/me")).text == say(ENGLISH, "me-public")

    office.server.language = "cy-GB"
    assert (await office.says("/me")).text == say(WELSH, "me-public")
    await office.says("/language")
    await office.presses("English")
    assert (await office.says("/me")).text == say(ENGLISH, "me-public")
    office.server.language = None


async def test_whoever_leaves_leaves_no_language_behind(office: Office) -> None:
    await office.is_made(PARTNER)
    await office.says("/language")
    await office.presses("Cymraeg")
    await office.says("/me leave")
    await office.presses(say(WELSH, "me-sure"))

    assert (await office.says("/me")).text == say(ENGLISH, "me-public")


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
        ("stepping out until 11", "11am"),  # of the next day, as it is noon: too long, and so not done
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


async def test_an_officer_records_in_a_few_taps_what_an_agency_was_asked_and_the_agency_answers(
    office: Office,
) -> None:
    await office.is_made(COORDINATOR)
    agency = office.server.person
    office.server.person = asker = agency + 1
    await office.is_made(OFFICER)
    assert (await office.says("/requests")).text == ENGLISH.say("information-none-asked")
    for label in ("Record a new request", "sample-police", "domestic abuse call-outs", "Today", "NPS"):
        shown = await office.presses(label)
    assert "Recorded as No. 1. Quote that number to the agency." in shown.text
    assert "No. 1 · sample-police · domestic abuse call-outs · by Tuesday 1 December at 5pm" in shown.text
    assert "Asked by: NPS responsible officer, Worcester probation office" in shown.text
    kept = await office.says("/requests X123456")
    assert kept.text == ENGLISH.say("information-reference-kept", number="1")

    await office.is_told_what_waits()
    told = await office.sees(agency)
    assert told.text.startswith("Worcester probation office has asked sample-police for information: No. 1,")
    answered = await office.presses("We have answered", by=agency)
    assert "the agency says that it has answered" in answered.text
    assert list(answered.buttons) == ["Back to the list"]
    await office.is_told_what_waits()
    assert (await office.sees(asker)).text.endswith("Has the reply come?")
    assert "closed: the reply has come" in (await office.presses("The reply has come")).text
    office.server.person = asker + 1


async def test_a_made_up_button_records_nothing(office: Office) -> None:
    await office.is_made(OFFICER)
    for data, said in (("z.1.2", "old-button"), ("n.nobody.d.5", None), ("c.999.1", None)):
        await office.server.user_presses_data(f"/requests:{data}")
        shown = await office.sees(office.server.person)
        assert said is None or shown.text == say(ENGLISH, said)
    assert shown.text == ENGLISH.say("information-refused", refusal="unknown")


async def test_figures_are_for_whoever_manages(office: Office) -> None:
    await office.is_made(OFFICER)
    assert (await office.says("/overview")).text == ENGLISH.say("overview-not-yours")
    office.server.person += 1
    await office.is_made(PARTNER)
    assert (await office.says("/overview")).text == say(ENGLISH, "not-for-you")
    office.server.person += 1
    await office.is_made(ADMIN)
    week = await office.says("/overview")
    assert "How it goes: West Mercia, from 25 November 2026 to 1 December 2026" in week.text
    assert "No call back is open now." in week.text
    month = await office.presses("The last 4 weeks")
    assert "from 4 November 2026" in month.text
    assert list(month.buttons) == ["The last 7 days", "The last 13 weeks"]
