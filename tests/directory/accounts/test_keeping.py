"""Keepers see and judge accounts and agencies: those of their own area, and never their own."""

import pytest
from sqlalchemy import insert

from directory.accounts.keeping import AccountKeeping, Deed
from directory.accounts.standing import Identity
from directory.directory import Directory
from directory.storage.database import writing
from directory.tables import Account, Agency
from routing.vocabulary import Standing
from tests.directory.backends import ON_SQLITE

FACT = {"source": "a test", "assumed": False, "sample": True}
KEEPER_OF_ALL = Identity(Standing.ADMIN, account="keeper-of-all", agency="probation")
KEEPER = Identity(Standing.ADMIN, "west-mercia", account="keeper", agency="probation")
PARTNER = Identity(Standing.PARTNER, "west-mercia", account="partner", agency="police")


@pytest.fixture
async def keeping(directory: Directory) -> AccountKeeping:
    """Two keepers, and a partner in each of two areas."""
    keeping = directory.account_keeping
    async with writing(keeping.engine) as connection:
        for name, area in (("probation", None), ("police", "west-mercia"), ("met", "london")):
            agency = {"id": name, "name": name.title(), "kind": "other", "area": area, "revoked": False}
            await connection.execute(insert(Agency), {**agency, **FACT})
        for name, agency_of, standing, area in (
            ("keeper-of-all", "probation", "admin", None),
            ("keeper", "probation", "admin", "west-mercia"),
            ("partner", "police", "partner", "west-mercia"),
            ("elsewhere", "met", "partner", "london"),
        ):
            account = {"id": name, "agency": agency_of, "standing": standing, "area": area}
            await connection.execute(
                insert(Account), {**account, "coordinator": False, "suspended": False, **FACT}
            )
    return keeping


async def ids(keeping: AccountKeeping, by: Identity) -> list[str]:
    return [account.id for account in await keeping.accounts(by)]


@ON_SQLITE
async def test_a_keeper_sees_the_accounts_and_agencies_of_their_area(keeping: AccountKeeping) -> None:
    assert await ids(keeping, KEEPER) == ["partner", "keeper"]
    assert await ids(keeping, KEEPER_OF_ALL) == ["elsewhere", "partner", "keeper", "keeper-of-all"]
    assert [agency.id for agency in await keeping.agencies(KEEPER)] == ["police"]
    assert len(await keeping.agencies(KEEPER_OF_ALL)) == 3


@pytest.mark.parametrize("server", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("account", "by", "theirs"),
    [
        ("partner", KEEPER, True),
        ("elsewhere", KEEPER, False),
        ("elsewhere", KEEPER_OF_ALL, True),
        ("keeper-of-all", KEEPER_OF_ALL, False),
        ("keeper-of-all", KEEPER, False),
        ("partner", PARTNER, False),
        ("nobody", KEEPER_OF_ALL, False),
    ],
)
async def test_an_account_is_judged_by_the_keeper_of_its_area_and_nobody_judges_their_own(
    keeping: AccountKeeping, account: str, by: Identity, theirs: bool
) -> None:
    assert await keeping.judge(account, by, "web", Deed.SUSPEND) is theirs

    suspended = {each.id for each in await keeping.accounts(KEEPER_OF_ALL) if each.suspended}
    assert suspended == ({account} if theirs else set())


async def test_what_was_done_to_an_account_can_be_undone_but_for_leaving(keeping: AccountKeeping) -> None:
    for deed in (Deed.SUSPEND, Deed.RESTORE, Deed.LEAVE):
        assert await keeping.judge("partner", KEEPER, "web", deed)
    assert await ids(keeping, KEEPER) == ["keeper"]
    assert not await keeping.judge("partner", KEEPER, "web", Deed.RESTORE)


@ON_SQLITE
async def test_an_agency_is_revoked_by_the_keeper_of_its_area_and_never_ones_own(
    keeping: AccountKeeping,
) -> None:
    assert await keeping.judge_agency("police", KEEPER, "web", revoked=True)
    assert not await keeping.judge_agency("met", KEEPER, "web", revoked=True)
    assert not await keeping.judge_agency("probation", KEEPER, "web", revoked=True)
    assert not await keeping.judge_agency("probation", KEEPER_OF_ALL, "web", revoked=True)
    assert not await keeping.judge_agency("police", PARTNER, "web", revoked=False)

    assert [agency.id for agency in await keeping.agencies(KEEPER_OF_ALL) if agency.revoked] == ["police"]
    assert await keeping.judge_agency("police", KEEPER, "web", revoked=False)
    assert not any(agency.revoked for agency in await keeping.agencies(KEEPER_OF_ALL))
