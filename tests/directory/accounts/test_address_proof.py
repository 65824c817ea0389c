"""Proving an address: which are taken, what a code is good for, and that neither is kept."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from directory.accounts import accounts
from directory.accounts.address_proof import CODE_DIGITS, ToMail
from directory.accounts.binding import Person
from directory.accounts.standing import PUBLIC, Identity, Lapse
from directory.cases.rekeying import rekey
from directory.directory import Directory, Running
from directory.settings import DirectorySettings
from directory.storage.database import reading, writing
from directory.tables import Account, Agency, AuditRow, MailedCode, SecureDomain
from routing.vocabulary import Standing
from tests.clock import NOON, Clock
from tests.directory.accounts.joining import asker, reason
from tests.directory.acts import ACT
from tests.directory.people import LIMITS, POLICE, SOMEBODY, SOMEBODY_ELSE

ADDRESS = "sample.sergeant@westmercia.pnn.police.uk"


@pytest.fixture
async def here(engine: AsyncEngine, settings: DirectorySettings, clock: Clock) -> AsyncIterator[Directory]:
    async with await Directory.open(settings, Running(clock=clock)) as opened:
        yield opened


async def begins(here: Directory, address: str = ADDRESS, person: Person = SOMEBODY) -> ToMail:
    return await here.accounts.begin_proof(person, address, here.snapshot, LIMITS)


async def types(here: Directory, code: str, person: Person = SOMEBODY) -> str | None:
    return await here.accounts.finish_proof(person, code, LIMITS)


def another(code: str) -> str:
    return f"{(int(code) + 1) % 10**CODE_DIGITS:0{CODE_DIGITS}}"


async def test_whoever_types_the_code_that_was_mailed_is_a_partner_of_that_agency(here: Directory) -> None:
    mail = await begins(here, " Sample.Sergeant@WestMercia.PNN.police.uk ")
    assert (mail.address, mail.minutes) == (ADDRESS, LIMITS.code_minutes)

    account = await types(here, f" {mail.code[:4]} {mail.code[4:]} ")

    assert await asker(here) == Identity(Standing.PARTNER, "west-mercia", None, account, POLICE)


REFUSED = [
    ("nobody", "address"),
    ("a@westmercia.police.uk", "domain"),
    ("a@notpnn.police.uk", "domain"),
    ("a@westmercia.pnn.police.uk.example.com", "domain"),
    ("a@notwestmercia.pnn.police.uk", "agency"),
    ("a@anybody.cjsm.net", "agency"),
    ("a@pnn.police.uk", "agency"),
]


async def test_an_address_that_is_not_of_an_agency_on_a_secure_domain_is_refused(here: Directory) -> None:
    for address, why in REFUSED:
        assert await reason(begins(here, address)) == why, address


async def test_a_domain_has_to_be_accepted_by_both_providers_of_the_area_and_on_the_day(
    settings: DirectorySettings, engine: AsyncEngine, clock: Clock
) -> None:
    council = "sample@sample.gcsx.gov.uk"
    async with await Directory.open(settings, Running(clock=clock)) as then:
        assert (await begins(then, council)).code
        clock.now = datetime(2019, 4, 1, 12, tzinfo=UTC)
        assert await reason(begins(then, council)) == "domain"
    clock.now = NOON
    async with writing(engine) as connection:
        refuse = update(SecureDomain).where(SecureDomain.provider == "C12").values(accepted=False)
        await connection.execute(refuse)
    async with await Directory.open(settings, Running(clock=clock)) as refusing:
        assert await reason(begins(refusing, council, SOMEBODY_ELSE)) == "domain"


@pytest.mark.parametrize("shared", ["pnn.police.uk", "police.uk", "uk"])
async def test_a_domain_that_many_share_shows_of_nobody_where_they_belong(
    here: Directory, engine: AsyncEngine, shared: str
) -> None:
    """However it came to stand there: a domain may have become a secure one since."""
    async with writing(engine) as connection:
        await connection.execute(update(Agency).where(Agency.id == POLICE).values(domain=shared))
    assert await reason(begins(here)) == "agency"


async def test_a_code_is_good_for_its_minutes_and_once(here: Directory, clock: Clock) -> None:
    mail = await begins(here)
    clock.now = NOON + timedelta(minutes=mail.minutes)
    assert await reason(types(here, mail.code)) == "code"
    clock.now -= timedelta(microseconds=1)

    assert await types(here, mail.code)
    assert await reason(types(here, mail.code)) == "code"


async def test_after_a_few_wrong_tries_the_right_code_is_wrong_too(here: Directory) -> None:
    mail = await begins(here)
    for _ in range(LIMITS.code_tries):
        assert await types(here, another(mail.code)) is None

    assert await reason(types(here, mail.code)) == "code"
    assert await asker(here) == PUBLIC


async def test_the_last_try_may_be_the_right_one(here: Directory) -> None:
    mail = await begins(here)
    for _ in range(LIMITS.code_tries - 1):
        await types(here, another(mail.code))

    assert await types(here, mail.code)


@pytest.mark.parametrize("typed", ["", "x", "1234567", "٠١٢٣٤٥٦٧", "9" * 5000])
async def test_what_is_no_code_is_a_wrong_one(here: Directory, typed: str) -> None:
    await begins(here)

    assert await types(here, typed) is None


async def test_a_code_is_good_for_the_person_it_was_sent_for_only(here: Directory) -> None:
    mail = await begins(here)

    assert await reason(types(here, mail.code, SOMEBODY_ELSE)) == "code"


async def test_another_code_takes_the_place_of_the_first(here: Directory) -> None:
    first, second = await begins(here), await begins(here)

    if first.code != second.code:
        assert await types(here, first.code) is None
    assert await types(here, second.code)


async def test_neither_one_person_nor_one_address_gets_more_than_its_codes_in_a_day(
    here: Directory, clock: Clock
) -> None:
    for number in range(LIMITS.codes_a_day):
        await begins(here, f"sample{number}@westmercia.pnn.police.uk")
    assert await reason(begins(here, "sample9@westmercia.pnn.police.uk")) == "codes"
    for number in range(LIMITS.codes_a_day):
        await begins(
            here, f"sample.desk+{number}@westmercia.pnn.police.uk", Person("telegram", 8000 + number)
        )
    assert await reason(begins(here, "sample.desk@westmercia.pnn.police.uk", SOMEBODY_ELSE)) == "codes"

    clock.now += timedelta(days=1)
    assert (await begins(here, "sample9@westmercia.pnn.police.uk")).code


async def test_an_address_belongs_to_one_account_which_moves_with_it(here: Directory) -> None:
    account = await types(here, (await begins(here)).code)

    moved = await types(here, (await begins(here, ADDRESS, SOMEBODY_ELSE)).code, SOMEBODY_ELSE)

    assert moved == account
    assert await asker(here) == PUBLIC
    assert (await asker(here, SOMEBODY_ELSE)).account == account


async def test_proving_it_again_renews_and_lifts_nobody(here: Directory, engine: AsyncEngine) -> None:
    account = await types(here, (await begins(here)).code)
    async with writing(engine) as connection:
        await connection.execute(
            update(Account).values(coordinator=True, office="redditch", verified_until=NOON.date())
        )
    assert await asker(here) == Identity(lapse=Lapse.VERIFY_ANEW)

    assert await types(here, (await begins(here)).code) == account

    again = await asker(here)
    assert (again.standing, again.office, again.coordinator) == (Standing.PARTNER, "redditch", True)


async def test_a_suspension_is_not_got_rid_of_by_proving_an_address_anew(
    here: Directory, engine: AsyncEngine
) -> None:
    account = await types(here, (await begins(here)).code)
    assert account is not None
    async with writing(engine) as connection:
        await accounts.suspend(connection, account, ACT)
    mail = await begins(here, ADDRESS, SOMEBODY_ELSE)

    assert await reason(types(here, mail.code, SOMEBODY_ELSE)) == "suspended"


async def test_a_code_of_an_agency_that_was_revoked_meanwhile_is_good_for_nothing(
    here: Directory, engine: AsyncEngine
) -> None:
    mail = await begins(here)
    async with writing(engine) as connection:
        await accounts.revoke_agency(connection, POLICE, ACT)

    assert await reason(types(here, mail.code)) == "agency"
    assert await reason(begins(here)) == "agency"


async def test_neither_address_nor_code_is_kept_or_shown(here: Directory, engine: AsyncEngine) -> None:
    mail = await begins(here)
    assert mail.code not in repr(mail)
    assert "sergeant" not in repr(mail)
    await types(here, mail.code)
    async with reading(engine) as connection:
        kept = [(await connection.execute(select(each))).all() for each in (MailedCode, Account, AuditRow)]

    assert "sergeant" not in repr(kept)
    assert mail.code not in repr(kept)


async def test_an_address_is_known_again_after_the_register_was_given_another_key(
    here: Directory, engine: AsyncEngine, settings: DirectorySettings, clock: Clock
) -> None:
    account = await types(here, (await begins(here)).code)
    await rekey(engine, settings, ACT)

    async with await Directory.open(settings, Running(clock=clock)) as there:
        again = await types(there, (await begins(there, ADDRESS, SOMEBODY_ELSE)).code, SOMEBODY_ELSE)

    assert again == account
