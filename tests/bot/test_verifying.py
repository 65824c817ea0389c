"""Becoming more than the public, as a person sees it: one sentence after another."""

import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.mail import MailError
from bot.verifying import Told, Verifying
from bot.words.catalogue import ENGLISH
from directory.accounts.invitations import Offer
from directory.accounts.standing import Identity
from directory.directory import Directory, Running
from directory.settings import DirectorySettings
from directory.storage.database import make_engine, writing
from routing.vocabulary import Standing
from tests.directory.people import COUNCIL, PARTNER, add_agencies, invited

ADDRESS = "sample.sergeant@westmercia.pnn.police.uk"
SOMEBODY = ("telegram", 7001)


@dataclass
class Letters:
    """Takes letters, or says that it cannot."""

    sent: list[tuple[str, str, str]] = field(default_factory=list)
    broken: bool = False

    async def send(self, to: str, subject: str, text: str) -> None:
        """Keep one."""
        if self.broken:
            raise MailError("The mail server did not take a letter (OSError).")
        self.sent.append((to, subject, text))

    @property
    def code(self) -> str:
        """The code of the newest."""
        return "".join(one for one in self.sent[-1][2].split(".")[0] if one.isdigit())


@pytest.fixture
def letters() -> Letters:
    return Letters()


@pytest.fixture
async def settings(tmp_path: Path, template: Path) -> DirectorySettings:
    settings = DirectorySettings(data_dir=shutil.copytree(template, tmp_path / "data"))
    engine = make_engine(settings.database_url)
    async with writing(engine) as connection:
        await add_agencies(connection)
    await engine.dispose()
    return settings


@pytest.fixture
async def verifying(settings: DirectorySettings, letters: Letters) -> AsyncIterator[Verifying]:
    how = Running(clock=lambda: datetime(2014, 7, 8, 12, tzinfo=UTC))
    async with await Directory.open(settings, how) as directory:
        yield Verifying(directory, letters)


async def test_a_code_by_mail_makes_a_partner(verifying: Verifying, letters: Letters) -> None:
    told = await verifying.send_code(ENGLISH, ADDRESS, *SOMEBODY)
    assert told == Told(ENGLISH.say("verify-sent", minutes="10"), done=True)
    assert letters.sent[0][:2] == (ADDRESS, "Your code for Signpost")
    assert len(letters.code) == 8

    wrong = f"{(int(letters.code) + 1) % 10**8:08}"
    assert await verifying.take_code(ENGLISH, wrong, *SOMEBODY) == Told(ENGLISH.say("verify-wrong-code"))
    assert await verifying.take_code(ENGLISH, letters.code, *SOMEBODY) == Told(
        ENGLISH.say("verify-done"), done=True
    )
    assert (await verifying.directory.accounts.identity(*SOMEBODY)).standing is Standing.PARTNER


async def test_an_invitation_makes_a_partner_once(verifying: Verifying) -> None:
    token = await invited(verifying.directory.accounts.engine)

    assert await verifying.redeem(ENGLISH, f" {token} ", *SOMEBODY) == Told(
        ENGLISH.say("verify-done"), done=True
    )
    assert await verifying.redeem(ENGLISH, token, "telegram", 7002) == Told(
        ENGLISH.say("verify-no-invitation")
    )


async def test_whoever_shows_again_what_has_verified_them_is_told_that_it_did(
    verifying: Verifying, letters: Letters
) -> None:
    already = Told(ENGLISH.say("verify-already"))
    token = await invited(verifying.directory.accounts.engine)
    await verifying.redeem(ENGLISH, token, *SOMEBODY)
    assert await verifying.redeem(ENGLISH, token, *SOMEBODY) == already

    other = ("telegram", 7002)
    await verifying.send_code(ENGLISH, ADDRESS, *other)
    await verifying.take_code(ENGLISH, letters.code, *other)
    assert await verifying.take_code(ENGLISH, letters.code, *other) == already


async def test_a_code_of_another_agency_says_what_it_would_change_before_it_is_sent(
    verifying: Verifying,
) -> None:
    engine = verifying.directory.accounts.engine
    await verifying.redeem(ENGLISH, await invited(engine, Offer(COUNCIL, area="west-mercia")), *SOMEBODY)
    told = (await verifying.send_code(ENGLISH, ADDRESS, *SOMEBODY)).words
    assert "Now it is: somebody of a partner agency: sample-council, West Mercia." in told
    assert "Then it is: somebody of a partner agency: sample-police, West Mercia." in told
    assert told.endswith(ENGLISH.say("verify-change-not", by="code"))

    other = ("telegram", 7002)  # whose account an address only shows to be of their agency still
    await verifying.redeem(ENGLISH, await invited(engine, replace(PARTNER, coordinator=True)), *other)
    told = (await verifying.send_code(ENGLISH, ADDRESS, *other)).words
    assert told == ENGLISH.say("verify-sent", minutes="10")


async def test_whoever_keeps_the_directory_invites_others(verifying: Verifying) -> None:
    token = await verifying.invite(PARTNER, Identity(Standing.ADMIN, account=None), "telegram")

    assert (await verifying.redeem(ENGLISH, token, *SOMEBODY)).done


@pytest.mark.parametrize(
    ("address", "key"),
    [("nobody", "address"), ("a@notpnn.police.uk", "domain"), ("a@b.cjsm.net", "agency")],
)
async def test_an_address_that_will_not_do_is_told_with_a_way_on(
    verifying: Verifying, letters: Letters, address: str, key: str
) -> None:
    assert await verifying.send_code(ENGLISH, address, *SOMEBODY) == Told(ENGLISH.say(f"verify-no-{key}"))
    assert letters.sent == []


async def test_a_letter_that_was_not_taken_is_our_fault(
    verifying: Verifying, letters: Letters, caplog: pytest.LogCaptureFixture
) -> None:
    letters.broken = True

    assert await verifying.send_code(ENGLISH, ADDRESS, *SOMEBODY) == Told(ENGLISH.say("verify-trouble"))
    assert "sergeant" not in caplog.text


async def test_elsewhere_than_on_telegram_nobody_is_recognised_yet(verifying: Verifying) -> None:
    for told in (
        await verifying.redeem(ENGLISH, "x" * 22, "web", 1),
        await verifying.send_code(ENGLISH, ADDRESS, "web", 1),
        await verifying.take_code(ENGLISH, "12345678", "web", 1),
    ):
        assert told == Told(ENGLISH.say("verify-no-channel"))
