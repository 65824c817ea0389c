"""Signing in by a link: what a letter, an invitation and the first run lead to, and what they do not."""

import re
from datetime import timedelta

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select, update

from directory.accounts import accounts, invitations
from directory.accounts.invitations import Offer
from directory.accounts.tokens import token_hash
from directory.audit.audit import Act
from directory.channels.web_addresses import link_to_redeem, link_to_use
from directory.storage.database import reading, writing
from directory.tables import Account, SignInLink
from routing.vocabulary import Standing
from tests.bot.web.house import ADMIN_OF_ALL, NOON, OFFICER, PARTNER, House
from tests.directory.people import LIMITS

pytestmark = pytest.mark.asyncio(loop_scope="package")
ACT = Act("somebody", "command line", NOON)
HOLDS = timedelta(minutes=LIMITS.link_minutes)
COUNT = 0


def new_address(domain: str = "sample-police.cjsm.net") -> str:
    global COUNT  # noqa: PLW0603 - somebody new in each test
    COUNT += 1
    return f"sample.{COUNT}@{domain}"


async def submits(browser: AsyncClient, page: str, action: str, **fields: str) -> Response:
    """Send the form of a page, with all that is hidden in it."""
    hidden = dict(
        re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page.split(f'action="{action}"')[1])
    )
    return await browser.post(action, data={**hidden, **fields})


async def asks(browser: AsyncClient, address: str, way_on: str = "/") -> Response:
    page = (await browser.get("/sign-in", params={"next": way_on})).text
    return await submits(browser, page, "/sign-in", address=address)


async def presses(browser: AsyncClient, link: str) -> Response:
    """Open a link, and press its button."""
    page = await browser.get(link.removeprefix("http://127.0.0.1:8080"))
    assert page.status_code == 200
    return await submits(
        browser, page.text, "/sign-in/invitation" if "invitation" in link else "/sign-in/link"
    )


def link_in(letter: str) -> str:
    (link,) = re.findall(r"http://127\.0\.0\.1:8080/sign-in/link/\S+", letter)
    return str(link)


async def standing(browser: AsyncClient) -> str:
    """Who the pages take a browser to be, by the name of the agency."""
    found = re.search(r"Signpost takes you to be ([^.]*)\.", (await browser.get("/sign-in/sessions")).text)
    return found[1] if found else "nobody"


async def proves(house: House, address: str) -> AsyncClient:
    browser = house.browser()
    await asks(browser, address)
    assert (await presses(browser, link_in(await house.letter()))).status_code == 303
    return browser


async def test_a_letter_signs_somebody_in_and_leads_to_where_they_wanted_to_be(house: House) -> None:
    browser, address = house.browser(), new_address()
    sent = await asks(browser, address, "/sign-in/sessions?a=b")
    assert "A letter is on its way to" in sent.text
    letter = await house.letter()
    assert "Open this link within 15 minutes to sign in. It is good once:" in letter

    signed_in = await presses(browser, link_in(letter))
    assert (signed_in.status_code, signed_in.headers["location"]) == (303, "/sign-in/sessions?a=b")
    assert await standing(browser) == "somebody of a partner agency: sample-police"


async def test_whoever_comes_back_has_the_account_they_had(house: House) -> None:
    address = new_address()
    first, again = await proves(house, address), await proves(house, address.upper())

    assert await standing(again) == "somebody of a partner agency: sample-police"
    assert "Another browser" in (await first.get("/sign-in/sessions")).text


async def test_nobody_can_tell_from_the_answer_whether_an_address_is_known(house: House) -> None:
    known = new_address()
    await proves(house, known)
    answers = []
    for address in (
        known,
        new_address(),
        new_address("anybody.cjsm.net"),
        new_address("sample-council.cjsm.net"),
    ):
        answer = await asks(house.browser(), address)
        page = re.sub(r'value="[\w-]{43}"', "", answer.text.replace(address, "ADDRESS"))
        answers.append((answer.status_code, page))
        await house.letter()

    assert len(set(answers)) == 1


async def test_a_letter_says_why_there_is_no_link(house: House) -> None:
    await asks(house.browser(), new_address("anybody.cjsm.net"))
    assert "No agency there has its e-mail domain" in await house.letter()

    address = new_address()
    await proves(house, address)
    async with writing(house.directory.accounts.engine) as connection:
        await connection.execute(
            update(Account).where(Account.address_hash.is_not(None)).values(suspended=True)
        )
    await asks(house.browser(), address)
    letter = await house.letter()
    assert "Its account is suspended." in letter
    assert "/sign-in/link/" not in letter
    async with writing(house.directory.accounts.engine) as connection:
        await connection.execute(update(Account).values(suspended=False))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("nobody", "That is not an e-mail address."),
        ("", "That is not an e-mail address."),
        ("a@mail.example.com", "That address is not on a secure e-mail domain"),
        ('"><script>@x', "That is not an e-mail address."),
    ],
)
async def test_what_is_no_address_for_letters_is_said_and_kept_in_the_box(
    house: House, typed: str, said: str
) -> None:
    answer = await asks(house.browser(), typed)

    assert (answer.status_code, said in answer.text) == (400, True)
    assert "<script>" not in answer.text
    assert house.post.letters.empty()


async def test_signing_in_link__is_good_once(house: House) -> None:
    await asks(house.browser(), new_address())
    link = link_in(await house.letter())
    assert (await presses(house.browser(), link)).status_code == 303

    again = await presses(house.browser(), link)
    assert (again.status_code, "This link cannot be used" in again.text) == (403, True)
    assert "set-cookie" not in again.headers


async def test_signing_in_link__opening_it_does_not_use_it_up(house: House) -> None:
    await asks(house.browser(), new_address())
    link = link_in(await house.letter())
    for scanner in (house.browser(), house.browser()):
        page = await scanner.get(link)
        assert (page.status_code, page.headers["referrer-policy"]) == (200, "no-referrer")
        await scanner.head(link)

    assert (await presses(house.browser(), link)).status_code == 303


async def test_signing_in_link__holds_for_fifteen_minutes_and_no_moment_longer(house: House) -> None:
    await asks(house.browser(), new_address())
    await asks(house.browser(), new_address())
    first, second = link_in(await house.letter()), link_in(await house.letter())

    house.now = NOON + HOLDS - timedelta(microseconds=1)
    assert (await presses(house.browser(), first)).status_code == 303
    house.now = NOON + HOLDS
    assert (await presses(house.browser(), second)).status_code == 403
    async with reading(house.directory.accounts.engine) as connection:
        assert (await connection.execute(select(SignInLink))).first() is not None
    await house.directory.signing_in.forget_old()
    async with reading(house.directory.accounts.engine) as connection:
        assert (await connection.execute(select(SignInLink))).first() is None


async def test_no_token_and_no_address_is_kept(house: House) -> None:
    address = new_address()
    await asks(house.browser(), address)
    token = link_in(await house.letter()).rpartition("/")[2]

    data = (house.service.settings.data_dir / "signpost.db-wal").read_bytes()
    assert token_hash(token) in data
    assert token.encode() not in data
    assert address.encode() not in data


async def test_an_account_keeps_its_standing_when_it_proves_an_address(house: House) -> None:
    account, address = await house.account(OFFICER), new_address()
    browser = await house.signed_in(OFFICER, account)
    page = (await browser.get("/sign-in/address")).text
    await submits(browser, page, "/sign-in/address", address=address)
    link = link_in(await house.letter())

    # Whoever the letter went to by mistake gets nobody's account.
    elsewhere = await presses(house.browser(), link)
    assert (elsewhere.status_code, "in which you are signed in" in elsewhere.text) == (403, True)

    assert (await presses(browser, link)).status_code == 303
    assert await standing(browser) == "probation staff: sample-probation"
    assert await standing(await proves(house, address)) == "probation staff: sample-probation"


async def test_nobody_takes_an_address_from_another_account(house: House) -> None:
    address = new_address()
    theirs, own = await proves(house, address), await house.signed_in(OFFICER)
    await submits(own, (await own.get("/sign-in/address")).text, "/sign-in/address", address=address)

    assert (await presses(own, link_in(await house.letter()))).status_code == 403
    assert await standing(theirs) == "somebody of a partner agency: sample-police"


async def test_an_invitation_is_redeemed_on_the_web_once(house: House) -> None:
    async with writing(house.directory.accounts.engine) as connection:
        token = await invitations.issue(connection, OFFICER, ACT, 1)
    link, browser = link_to_redeem(house.service.web, token), house.browser()
    await house.browser().get(link)

    assert (await presses(browser, link)).headers["location"] == "/sign-in/sessions"
    assert await standing(browser) == "probation staff: sample-probation"
    assert (
        "There is no e-mail address to which you can have a link sent."
        in (await browser.get("/sign-in/sessions")).text
    )
    again = await presses(house.browser(), link)
    assert (again.status_code, "This invitation cannot be used" in again.text) == (403, True)


async def test_an_invitation_is_for_the_account_that_one_is_signed_in_to(house: House) -> None:
    account = await house.account(PARTNER)
    browser = await house.signed_in(PARTNER, account)
    async with writing(house.directory.accounts.engine) as connection:
        coordinator = Offer(PARTNER.agency, Standing.PARTNER, "west-mercia", coordinator=True)
        token = await invitations.issue(connection, coordinator, ACT, 1)
    await presses(browser, link_to_redeem(house.service.web, token))

    assert (await house.directory.accounts.holder(account)).coordinator


async def test_what_an_invitation_would_change_is_said_first_and_the_account_can_be_kept(
    house: House,
) -> None:
    account = await house.account(ADMIN_OF_ALL)
    browser = await house.signed_in(ADMIN_OF_ALL, account)
    async with writing(house.directory.accounts.engine) as connection:
        token = await invitations.issue(connection, PARTNER, ACT, 1)
    link = link_to_redeem(house.service.web, token)
    page = (await browser.get(link.removeprefix(house.service.web))).text

    assert "<dt>Now it is</dt><dd>a keeper of the directory: sample-probation, all areas</dd>" in page
    assert "<dt>Then it is</dt><dd>somebody of a partner agency: sample-police, West Mercia</dd>" in page
    assert "It leaves sample-probation" in page
    assert '<a class="button first" href="/sign-in/sessions">Keep my account as it is</a>' in page
    # A page that was opened before one signed in, or by another account, has not said so.
    unseen = await browser.post("/sign-in/invitation", data={"token": token})
    assert (unseen.status_code, "Keep my account as it is" in unseen.text) == (409, True)
    assert await standing(browser) == "a keeper of the directory: sample-probation"

    assert (await presses(browser, link)).status_code == 303
    assert await standing(browser) == "somebody of a partner agency: sample-police"


async def test_an_invitation_to_what_one_is_already_renews_the_account(house: House) -> None:
    browser = await house.signed_in(PARTNER)
    async with writing(house.directory.accounts.engine) as connection:
        token = await invitations.issue(connection, PARTNER, ACT, 1)
    page = (await browser.get(f"/sign-in/invitation/{token}")).text
    assert "renews your account, and changes nothing else of it: somebody of a partner agency" in page
    assert "sample-police, West Mercia." in page
    # Nothing is said of one that is not good before it is tried, as of one that nobody issued.
    assert "Press the button to use your invitation" in (await browser.get("/sign-in/invitation/x")).text


async def test_a_link_for_an_account_signs_in_to_it_and_to_no_other(house: House) -> None:
    account = await house.account(ADMIN_OF_ALL)
    token = await house.directory.signing_in.link_for(account, "telegram")
    browser = await house.signed_in(PARTNER)
    before = house.browser(browser.cookies["signpost"])

    assert (await presses(browser, link_to_use(house.service.web, token))).status_code == 303
    assert await standing(browser) == "a keeper of the directory: sample-probation"
    assert await standing(before) == "nobody"
    assert "By a link on Telegram" in (await browser.get("/sign-in/sessions")).text


async def test_links_of_an_agency_that_is_revoked_and_of_somebody_who_left_lead_nowhere(house: House) -> None:
    account = await house.account(PARTNER)
    of_account = await house.directory.signing_in.link_for(account, "keeper")
    await asks(house.browser(), new_address("sample-council.cjsm.net"))
    of_agency = link_in(await house.letter())
    async with writing(house.directory.accounts.engine) as connection:
        await accounts.leave(connection, account, ACT)
        await accounts.revoke_agency(connection, "sample-council", ACT)

    assert (await presses(house.browser(), link_to_use(house.service.web, of_account))).status_code == 403
    assert (await presses(house.browser(), of_agency)).status_code == 403
    async with writing(house.directory.accounts.engine) as connection:
        await accounts.restore_agency(connection, "sample-council", ACT)


async def test_the_first_admin_is_made_once_and_only_where_nobody_keeps_the_directory(house: House) -> None:
    signing_in, engine = house.directory.signing_in, house.directory.accounts.engine
    async with writing(engine) as connection:
        keeps = Account.standing == Standing.ADMIN
        await connection.execute(update(Account).where(keeps).values(suspended=True))
    first, second = await signing_in.link_for_first_admin(), await signing_in.link_for_first_admin()
    assert first and second

    browser = house.browser()
    assert (await presses(browser, link_to_use(house.service.web, first))).status_code == 303
    assert await standing(browser) == "a keeper of the directory: sample-probation"
    assert (await presses(house.browser(), link_to_use(house.service.web, second))).status_code == 403
    assert await signing_in.link_for_first_admin() is None


async def test_letters_to_one_address_are_limited_wherever_they_are_asked_for(house: House) -> None:
    address = new_address()
    for decorated in (address, address.upper(), address.replace("@", "+more@")):
        house.network += 1
        assert (await asks(house.browser(), decorated)).status_code == 200
    enough = await asks(house.browser(), address)
    assert (enough.status_code, "Enough letters went to that address just now." in enough.text) == (429, True)
    assert (await asks(house.browser(), new_address())).status_code == 200

    house.now += timedelta(minutes=10)
    assert (await asks(house.browser(), address)).status_code == 200


async def test_whoever_tries_tokens_out_is_held_back_and_then_shut_out(house: House) -> None:
    browser = house.browser()
    page = (await browser.get("/sign-in/link/x")).text
    tried = [await submits(browser, page, "/sign-in/link", token="x") for _ in range(180)]
    assert [one.status_code for one in tried] == [403] * 60 + [429] * 120
    assert "in 15 minutes" in tried[-1].text

    house.now += timedelta(minutes=15)
    assert (await submits(browser, page, "/sign-in/link", token="x")).status_code == 403
    house.network += 1
    assert (await asks(house.browser(), new_address())).status_code == 200
