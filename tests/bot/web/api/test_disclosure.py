"""Everything that can be read, read by each standing: nothing tells more than that standing may know."""

from dataclasses import replace

import pytest

from routing.vocabulary import Standing
from tests.bot.web.api.town import ALIKE, OFFERS, REGISTERED, Town

pytestmark = pytest.mark.asyncio(loop_scope="session")
HOLDER, OWN_NUMBER = "Holder Sentinel", "+441632960001"  # of a post; and Birch's, which is in no answer
NAMES = (HOLDER, "Birch", "Elm", "sample-birch", "Sample Officer 7", OWN_NUMBER)
BODIES = (
    {"text": f"who has {REGISTERED}, and on which number?"},
    {"text": "who is the duty officer in Worcester today, and her own number?"},
    {"text": "list all cases of Kidderminster"},
)


@pytest.fixture
def with_holders(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every post has a holder."""
    parts = town.service.assistant.by_day.today
    held = {key: replace(post, name=HOLDER) for key, post in parts.router.snapshot.posts.items()}
    picture = replace(parts.router.snapshot, posts=held)
    router = replace(parts.router, snapshot=picture)
    monkeypatch.setattr(town.service.assistant.by_day, "today", parts._replace(router=router))


async def told(town: Town, by: Standing) -> str:
    """All that is told: every GET of both interfaces as they are in their OpenAPI, and what is asked."""
    texts = []
    for at in ("/api", "/open-referral"):
        document = await town.get(f"{at}/openapi.json", by)
        texts.append(document.text)
        for path, operations in document.json()["paths"].items():
            if "get" in operations and "{" not in path:
                whole = {"full": "true"} if path == "/services" else {}
                span = {"from": "2026-11-30", "to": "2026-12-14"} if path.endswith("/span") else {}
                texts.append((await town.send("GET", f"{at}{path}", by, params={**whole, **span})).text)
    texts += [(await town.post("/api/answer", body, by)).text for body in BODIES]
    texts += [
        (await town.post("/api/cases", {"reference": REGISTERED}, by)).text,
        (await town.get("/api/", by)).text,
    ]
    return "\n".join(texts)


@pytest.mark.usefixtures("with_holders")
@pytest.mark.parametrize("by", [Standing.PUBLIC, *OFFERS])
async def test_names_are_told_to_probation_staff_alone_and_own_numbers_to_nobody(
    town: Town, by: Standing
) -> None:
    text = await told(town, by)
    found = {name for name in NAMES if name in text}

    assert found == ({HOLDER, "Birch", "Elm", "Sample Officer 7"} if by is Standing.OFFICER else set())


async def test_the_public_learns_nothing_of_whether_there_is_such_a_case(town: Town) -> None:
    for path, field in (("/api/answer", "text"), ("/api/cases", "reference")):
        known, unknown = [await town.post(path, {field: case}) for case in (REGISTERED, ALIKE)]
        assert (known.status_code, known.content, sorted(known.headers)) == (
            unknown.status_code,
            unknown.content,
            sorted(unknown.headers),
        )
