"""What every page of every room stands on: who is let in, and whose changes are taken."""

import re
from collections.abc import AsyncIterator

import pytest

from bot.web.cookies import csrf_of
from bot.web.visitors import local_path
from directory.accounts.invitations import Offer
from tests.bot.web.house import ADMIN, ADMIN_OF_ALL, OFFICER, PARTNER, RECEPTION, House

pytestmark = pytest.mark.asyncio(loop_scope="package")


@pytest.mark.parametrize(
    ("offer", "status"), [(PARTNER, 403), (RECEPTION, 403), (OFFICER, 403), (ADMIN, 200), (ADMIN_OF_ALL, 200)]
)
async def test_a_page_is_for_the_standings_it_names(house: House, offer: Offer, status: int) -> None:
    browser = await house.signed_in(offer)

    assert (await browser.get("/probe")).status_code == status


async def test_a_made_up_cookie_is_nobodys(house: House) -> None:
    for made_up in (b"x", b"x" * 43, b"\xe9", b"x" * 5_000):
        headers = {b"cookie": b"signpost=" + made_up}
        assert (await house.browser().get("/probe", headers=headers)).status_code == 303


async def test_a_change_is_taken_from_our_page_and_from_no_other(house: House) -> None:
    browser = await house.signed_in(ADMIN)
    ours = browser.headers.pop("x-csrf-token")
    strange = (await house.signed_in(ADMIN)).headers["x-csrf-token"]

    async def sent(form: dict[str, str], **headers: str) -> int:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return (await browser.post("/probe", data=form, headers=named)).status_code

    assert await sent({"csrf": ours}) == 200
    assert await sent({}, x_csrf_token=ours) == 200
    assert await sent({"csrf": ours}, sec_fetch_site="same-origin", origin="null") == 200
    assert await sent({"csrf": ours}, origin="http://signpost") == 200
    assert await sent({"csrf": ours}, origin="null") == 200

    assert await sent({}) == 403
    assert await sent({"csrf": strange}) == 403
    assert await sent({"csrf": ""}) == 403
    assert await sent({"csrf": ours}, sec_fetch_site="cross-site") == 403
    assert await sent({"csrf": ours}, sec_fetch_site="same-site") == 403
    assert await sent({"csrf": ours}, sec_fetch_site="none") == 403
    assert await sent({"csrf": ours}, origin="http://elsewhere.example") == 403


async def test_a_form_with_a_file_is_read_too(house: House) -> None:
    browser = await house.signed_in(ADMIN)
    ours = browser.headers.pop("x-csrf-token")

    sent = await browser.post("/probe", data={"csrf": ours}, files={"file": ("a.csv", b"a,b\n")})
    assert sent.status_code == 200


async def test_a_form_longer_than_any_of_ours_is_not_read(house: House) -> None:
    browser = await house.signed_in(ADMIN)
    form = {"content-type": "application/x-www-form-urlencoded"}
    too_long, unsaid = {**form, "content-length": str(10**9)}, {**form, "transfer-encoding": "chunked"}

    async def in_pieces() -> AsyncIterator[bytes]:
        yield b"a=b"

    async def sent() -> list[int]:
        answers = [
            await browser.post("/probe", content=b"a=b", headers=too_long),
            await browser.post("/probe", content=in_pieces(), headers=unsaid),
        ]
        assert "longer than any page of ours sends" in answers[0].text
        return [answer.status_code for answer in answers]

    assert await sent() == [413, 411]
    browser.headers.pop("x-csrf-token")
    assert await sent() == [413, 411]


async def test_whoever_may_be_anybody_sends_short_forms_only(house: House) -> None:
    address = {"address": "x" * 64 * 1024}
    file = {"file": ("a.bin", b"x" * 64 * 1024)}
    stranger = house.browser("x" * 43)

    assert (await stranger.post("/sign-in", data=address)).status_code == 413
    assert (await stranger.post("/sign-in", files=file)).status_code == 413
    assert (await (await house.signed_in(ADMIN)).post("/probe", files=file)).status_code == 200


async def test_what_nobody_foresaw_is_answered_and_nothing_of_it_is_logged(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    browser = await house.signed_in(ADMIN)
    answer = await browser.post("/probe?language=cy", data={"number": "John Smith"})

    assert answer.status_code == 500
    assert "Aeth rhywbeth o’i le" in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "ValueError in probe" in caplog.text
    assert "John" not in caplog.text


async def test_whoever_may_not_change_anything_is_refused_before_their_form_is_read(house: House) -> None:
    assert (await house.browser().post("/probe", data={"a": "b"})).headers["location"].startswith("/sign-in?")
    assert (await (await house.signed_in(PARTNER)).post("/probe", data={"a": "b"})).status_code == 403


async def test_what_a_script_fetches_is_no_page_to_sign_in(house: House) -> None:
    answer = await house.browser().get("/probe/part?x=1", headers={"HX-Request": "true"})
    assert answer.status_code == 404
    answer = await house.browser().get("/probe?x=1", headers={"HX-Request": "true"})

    assert (answer.status_code, answer.headers["hx-redirect"]) == (401, "/sign-in?next=%2Fprobe")
    answer = await (await house.signed_in(PARTNER)).get("/probe", headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["hx-refresh"], answer.text) == (403, "true", "")


async def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(house: House) -> None:
    plain = await house.browser().post("/sign-out")
    assert plain.status_code == 403
    cookie = plain.headers["set-cookie"]
    assert re.fullmatch(r"signpost=[\w-]{43}; HttpOnly; Path=/; SameSite=lax", cookie)

    browser = house.browser()
    browser.base_url = "https://signpost"
    cookie = (await browser.post("/sign-out")).headers["set-cookie"]
    assert re.fullmatch(r"__Host-signpost=[\w-]{43}; HttpOnly; Path=/; SameSite=lax; Secure", cookie)


async def test_a_page_writes_the_token_of_its_cookie_into_its_forms(house: House) -> None:
    browser = await house.signed_in(ADMIN)

    assert f'name="csrf" value="{csrf_of(browser.cookies["signpost"])}"' in (await browser.get("/probe")).text


async def test_a_page_is_in_the_language_that_was_chosen_on_it(house: House) -> None:
    browser = await house.signed_in(ADMIN)

    assert '<html lang="cy">' in (await browser.get("/probe?language=cy")).text
    assert '<html lang="cy">' in (await browser.get("/probe")).text


@pytest.mark.asyncio(loop_scope="function")
@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("/desk?office=worcester", "/desk?office=worcester"),
        (None, "/"),
        ("", "/"),
        ("desk", "/"),
        ("//elsewhere.example", "/"),
        ("/\\elsewhere.example", "/"),
        ("https://elsewhere.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("/desk\r\nSet-Cookie: a=b", "/"),
        ("/\t/elsewhere.example", "/"),
        ("/" + "a" * 300, "/"),
    ],
)
async def test_the_way_on_never_leads_elsewhere(typed: str | None, path: str) -> None:
    assert local_path(typed) == path
