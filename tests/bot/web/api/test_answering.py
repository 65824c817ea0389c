"""Enquiries by HTTP: the answer that every channel gives, by the standing of whoever asks."""

import logging
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.enquiry_fields import Asking
from directory.settings import DirectorySettings
from directory.storage.database import make_engine, reading
from directory.tables import AuditRow
from routing.answer import to_json
from routing.vocabulary import Standing
from tests.bot.web.api.town import ALIKE, MONDAY, OFFERS, REGISTERED, Town

pytestmark = pytest.mark.asyncio(loop_scope="session")
BREACH = {"text": "breach of a community order, Redditch", "at": "2014-07-08T10:30"}
KEPT = {"id": 7, "area": "west-mercia", "office": "redditch", "topic": "breach", "provider": "nps"}


async def test_an_answer_is_byte_for_byte_that_of_the_command_line(town: Town) -> None:
    line = {**BREACH, "id": 7}
    asked = Asking(town.service.dialogue.snapshot, "west-mercia").enquiry(
        BREACH["text"], MONDAY, at=BREACH["at"], id=7
    )
    response = await town.post("/api/answer", line)

    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json"
    assert response.headers["cache-control"] == "no-store"
    assert response.content == to_json(await town.service.assistant.answer(asked))
    assert response.json().items() >= KEPT.items()


async def test_what_was_settled_is_gone_on_from(town: Town) -> None:
    first = (await town.post("/api/answer", BREACH)).json()
    then = {"text": "and in Worcester?", "at": BREACH["at"], "follows": first["follow_up"]}
    answer = (await town.post("/api/answer", then)).json()

    assert (answer["topic"], answer["office"]) == ("breach", "worcester")


@pytest.mark.parametrize(
    ("body", "status", "title", "where"),
    [
        ({}, 422, "Object missing required field `text`", "body"),
        ({"text": 7}, 422, "Expected `str`, got `int`", "body.text"),
        ({"text": "x" * 4097}, 422, "Expected `str` of length <= 4096", "body.text"),
        ({"text": "a", "area": "narnia"}, 422, "The area 'narnia' is not in the directory", "body"),
        ({"text": "a", "at": "soon"}, 422, "The time 'soon' is not an ISO 8601 time", "body"),
        ({"text": "a", "as": "king"}, 422, "The role 'king' is not known", "body"),
        ({"text": "a", "follows": "x"}, 422, '"follows" \'x\' is not the "follow_up"', "body"),
        ({"text": "a", "as": "officer"}, 403, "Asking as officer is not for public", "body.as"),
    ],
)
async def test_a_problem_says_what_is_wrong_where_and_what_to_do(
    town: Town, body: dict[str, object], status: int, title: str, where: str
) -> None:
    response = await town.post("/api/answer", body)
    problem = response.json()

    assert response.status_code == problem["status"] == status
    assert response.headers["content-type"] == "application/problem+json"
    assert problem["title"].startswith(title)
    assert problem["where"] == where
    assert problem["detail"]


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"{", "application/json", 400),
        (b"text=breach", "application/x-www-form-urlencoded", 415),
        (b" " * 70_000, "application/json", 413),
    ],
)
async def test_a_body_that_cannot_be_read_is_refused(
    town: Town, content: bytes, kind: str, status: int
) -> None:
    response = await town.send("POST", "/api/answer", content=content, headers={"content-type": kind})
    assert (response.status_code, response.json()["status"]) == (status, status)


async def test_half_an_emoji_is_read(town: Town) -> None:
    response = await town.send("POST", "/api/answer", content=b'{"text": "breach Redditch \\ud83d"}')
    assert response.json()["office"] == "redditch"


@pytest.mark.parametrize("by", [Standing.PUBLIC, *OFFERS])
async def test_who_asks_is_told_what_their_standing_may_know(town: Town, by: Standing) -> None:
    answer = (await town.post("/api/answer", {"text": f"who has {REGISTERED}?"}, by)).json()
    officers = [step["name"] for step in answer["steps"] if step["role"] == "responsible_officer"]

    assert answer["kind"] == ("declined" if by is Standing.PUBLIC else "route")
    assert (answer["provider"] == "crc") is (by is not Standing.PUBLIC)
    assert officers == (["Sample Officer 7"] if by is Standing.OFFICER else [])


async def test_the_public_is_told_the_same_whether_or_not_there_is_such_a_case(town: Town) -> None:
    known, unknown = [
        (await town.post("/api/answer", {"text": f"who has {case}?"})).content for case in (REGISTERED, ALIKE)
    ]
    assert known == unknown


async def test_disclosure_on_behalf__a_program_may_ask_as_somebody_who_is_told_less(town: Town) -> None:
    asked = {"text": f"who has {REGISTERED}?", "as": "public"}
    assert (await town.post("/api/answer", asked, Standing.OFFICER)).json()["kind"] == "declined"
    refused = await town.post("/api/answer", {**asked, "as": "officer"}, Standing.PARTNER)
    assert (refused.status_code, refused.json()["where"]) == (403, "body.as")


async def test_a_case_is_told_by_its_reference_and_that_is_in_the_audit_first(town: Town) -> None:
    told = (await town.post("/api/cases", {"reference": f" {REGISTERED.lower()}"}, Standing.PARTNER)).json()

    assert (told["told"], told["provider"], told["office"]) == ("owner", "crc", "kidderminster")
    assert told["officer"] is None
    assert told["steps"][0]["phone"] == "+441562748375"
    assert await last_audited(town) == ("sample-partner", "api", "disclose")


async def last_audited(town: Town) -> tuple[str, str, str]:
    engine = make_engine(DirectorySettings(data_dir=town.service.settings.data_dir).database_url)
    columns = (AuditRow.who, AuditRow.origin, AuditRow.action)
    async with reading(engine) as connection:
        row = (await connection.execute(select(*columns).order_by(AuditRow.number.desc()).limit(1))).one()
    await engine.dispose()
    return row.who, row.origin, row.action


async def test_the_officer_of_a_case_is_named_to_probation_staff(town: Town) -> None:
    told = (await town.post("/api/cases", {"reference": REGISTERED}, Standing.OFFICER)).json()
    assert told["officer"] == "Sample Officer 7"


async def test_a_reference_that_nobody_has_leads_to_the_nps_duty_officer(town: Town) -> None:
    told = (await town.post("/api/cases", {"reference": "T118842"}, Standing.RECEPTION)).json()

    assert (told["told"], told["provider"]) == ("not_found", None)
    assert told["steps"][0]["ask_for"] == "NPS Probation Duty Officer"


async def test_without_a_token_no_case_is_looked_up(town: Town) -> None:
    answers = [await town.post("/api/cases", {"reference": case}) for case in (REGISTERED, ALIKE)]

    assert [one.status_code for one in answers] == [401, 401]
    assert answers[0].content == answers[1].content
    assert answers[0].headers["www-authenticate"] == 'Bearer realm="Signpost"'


async def test_what_is_no_reference_is_no_look_up(town: Town) -> None:
    refused = await town.post("/api/cases", {"reference": "John Smith"}, Standing.PARTNER)
    assert (refused.status_code, refused.json()["where"]) == (422, "body.reference")
    assert "Smith" not in refused.text


async def test_limits_look_ups_a_day__a_client_may_have_a_number_of_its_own(town: Town) -> None:
    token = await town.client("two-a-day", OFFERS[Standing.PARTNER], look_ups_a_day=2)
    told = [
        (await town.post("/api/cases", {"reference": case}, token)).json()["told"]
        for case in (REGISTERED, "C500001", "D600001", REGISTERED)
    ]
    assert told == ["owner", "not_found", "withheld", "owner"]


async def test_limits_enumeration__stops_a_client_that_tries_references_out(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    token = await town.client("guesser", OFFERS[Standing.PARTNER], look_ups_a_day=500)
    tried = [f"E70000{number}" for number in range(8)]
    told = [(await town.post("/api/cases", {"reference": case}, token)).json()["told"] for case in tried]

    assert told[-1] == "withheld"
    assert (await town.post("/api/cases", {"reference": REGISTERED}, token)).json()["told"] == "withheld"
    assert "account suspend guesser" in caplog.text


async def test_nothing_of_a_question_is_logged(
    town: Town, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(_: object) -> object:
        raise RuntimeError("Xyzzy Plugh of 4 Sample Street")

    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr(town.service.dialogue, "answers", replace(town.service.assistant))
    monkeypatch.setattr(type(town.service.assistant), "answer", fail)
    response = await town.post("/api/answer", {"text": "Xyzzy Plugh of 4 Sample Street"})

    assert response.status_code == 500
    assert "Xyzzy" not in caplog.text + response.text
    assert "POST /answer failed" in caplog.text


async def test_too_many_questions_are_held_back_and_danger_never_is(town: Town) -> None:
    token = await town.client("slow", OFFERS[Standing.PARTNER], requests_a_minute=2)
    statuses = [(await town.post("/api/answer", BREACH, token)).status_code for _ in range(3)]
    held_back = await town.post("/api/answer", BREACH, token)
    danger = await town.post("/api/answer", {"text": "he has a knife and is outside her door"}, token)

    assert statuses == [200, 200, 429]
    assert int(held_back.headers["retry-after"]) >= 2
    assert danger.json()["kind"] == "emergency"
    town.clock.now += timedelta(minutes=2)
    assert (await town.post("/api/answer", BREACH, token)).status_code == 200
