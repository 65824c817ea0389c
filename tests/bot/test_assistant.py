"""The assistant reads, looks up what the asker may know, and routes."""

import sys
from dataclasses import replace
from datetime import date, datetime

import pytest

from bot.asker import Asker
from bot.assistant import Assistant
from bot.dialogue.dialogue import Dialogue
from bot.words.buttons import Action, Press
from bot.words.painters import to_plain
from directory.cases.disclosures import Verdict
from directory.errors import DatabaseError
from directory.pictures.pictures import Pictures
from routing.answer import to_json
from routing.enquiry import Enquiry, FollowUp
from routing.hours import LONDON
from routing.limits import ENUMERATION, LOOK_UPS_A_DAY, NOT_RECORDED
from routing.snapshot import PostKey
from routing.vocabulary import Kind, Provider, Role, Standing, Topic
from tests.bot.sample_assistant import NOT_REGISTERED, REGISTERED, SampleDirectory, assistant_on
from tests.routing.sample_directory import TUESDAY, enquiry, roles

TOLD = [one for one in Standing if one is not Standing.PUBLIC]
_ASSISTANT = assistant_on(SampleDirectory())


@pytest.fixture
def directory() -> SampleDirectory:
    return SampleDirectory()


@pytest.fixture
def assistant(directory: SampleDirectory) -> Assistant:
    """The one assistant, whose reader takes long to build, on a directory of this test's own."""
    return replace(_ASSISTANT, directory=directory)  # type: ignore[arg-type]


def asked(text: str, by: Standing = Standing.PARTNER, office: str | None = "redditch") -> Enquiry:
    return enquiry(text, by=by, office=office)


def by_account(text: str) -> Enquiry:
    return replace(asked(text), account="a01", channel="telegram")


async def test_a_question_in_words_gets_whom_to_ring(assistant: Assistant) -> None:
    answer = await assistant.answer(asked("breach of a community order, Kidderminster"))

    assert (answer.kind, answer.topic, answer.provider) == (Kind.ROUTE, Topic.BREACH, Provider.NPS)
    assert (answer.office, answer.steps[0].phone) == ("kidderminster", "+441562748375")


@pytest.mark.parametrize("by", TOLD)
async def test_a_case_reference_is_looked_up_once_for_those_who_may_be_told(
    assistant: Assistant, directory: SampleDirectory, by: Standing
) -> None:
    answer = await assistant.answer(asked(f"Who has case {REGISTERED}?", by))

    assert directory.register.looked_up == [REGISTERED]
    assert (answer.provider, answer.office) == (Provider.CRC, "kidderminster")


@pytest.mark.parametrize(
    "text",
    [
        "Who manages case {}?",
        "Who do I ring about {}?",
        "Is {} known to probation?",
        "{}",
        "{} is MAPPA, who do I speak to?",
        "He is going to kill her now, {}",
    ],
)
async def test_nothing_is_ever_looked_up_for_the_public_and_its_answer_is_the_same_to_the_byte(
    assistant: Assistant, directory: SampleDirectory, text: str
) -> None:
    answers = [
        to_json(await assistant.answer(asked(text.format(reference), Standing.PUBLIC)))
        for reference in (REGISTERED, NOT_REGISTERED)
    ]

    assert directory.register.looked_up == []
    assert answers[0] == answers[1]


@pytest.mark.parametrize("by", Standing)
async def test_two_references_are_not_looked_up(
    assistant: Assistant, directory: SampleDirectory, by: Standing
) -> None:
    await assistant.answer(asked(f"{REGISTERED} and {NOT_REGISTERED}, whom do I ring?", by))

    assert directory.register.looked_up == []


async def test_a_question_without_a_reference_looks_nothing_up(
    assistant: Assistant, directory: SampleDirectory
) -> None:
    await assistant.answer(asked("duty officer"))

    assert directory.register.looked_up == []


async def test_a_button_looks_nothing_up(assistant: Assistant, directory: SampleDirectory) -> None:
    first = await assistant.answer(asked(f"Who has case {REGISTERED}?"))
    before = FollowUp.decode(first.follow_up, assistant.snapshot)

    again = await assistant.answer(replace(asked(""), follow_up=before))

    assert directory.register.looked_up == [REGISTERED]
    assert (again.provider, again.office) == (Provider.CRC, "kidderminster")
    assert roles(again) == roles(first)


async def test_nothing_of_the_text_is_in_the_answer(assistant: Assistant) -> None:
    answer = await assistant.answer(
        asked(f"Kevin Sampleton, born 12/03/1981, case {REGISTERED}, whom do I ring?", Standing.OFFICER)
    )

    written = to_json(answer).decode()
    assert not any(detail in written for detail in ("Kevin", "Sampleton", "1981", REGISTERED))
    assert "personal_data" in answer.warnings


def test_an_enquiry_that_is_none_gets_what_was_wrong_and_the_safe_contact(assistant: Assistant) -> None:
    answer = assistant.unreadable("it has no text", "q7", TUESDAY)

    assert (answer.kind, answer.id) == (Kind.UNKNOWN, "q7")
    assert answer.because[0].text == "This enquiry could not be read: it has no text."
    assert answer.steps


async def test_an_office_entered_after_the_start_can_be_gone_on_from() -> None:
    directory = SampleDirectory()
    assistant = assistant_on(directory)
    new = replace(directory.snapshot.offices["redditch"], id="bromyard", name="Bromyard")
    follow_up = FollowUp("west-mercia", "bromyard", Topic.BREACH)

    later = replace(directory.snapshot, offices={**directory.snapshot.offices, "bromyard": new})
    assistant.prepare(Pictures.unchanging(later))()
    reply = await Dialogue(assistant, lambda: TUESDAY).press(
        Press(Action.ASK, follow_up.encode()).encode(), Asker("west-mercia")
    )

    assert "Bromyard" in to_plain(reply.message)


@pytest.mark.parametrize("by", TOLD)
async def test_whoever_is_told_who_owns_a_case_is_audited_by_standing_and_place(
    assistant: Assistant, directory: SampleDirectory, by: Standing
) -> None:
    answer = await assistant.answer(asked(f"Who has case {REGISTERED}?", by))

    (counted,) = directory.register.counted
    assert (counted.reference, counted.who, counted.origin, counted.account) == (
        REGISTERED,
        by,
        "redditch",
        None,
    )
    assert counted.told is not None
    assert counted.told.provider is Provider.CRC
    assert counted.named_officer == any(step.name for step in answer.steps)


async def test_whoever_has_an_account_is_audited_by_it_and_by_the_channel(
    assistant: Assistant, directory: SampleDirectory
) -> None:
    await assistant.answer(by_account(f"Who has case {REGISTERED}?"))

    (counted,) = directory.register.counted
    assert (counted.who, counted.account, counted.origin) == ("a01", "a01", "telegram")


async def test_a_case_that_was_not_found_is_counted_and_nothing_was_told(
    assistant: Assistant, directory: SampleDirectory
) -> None:
    await assistant.answer(asked(f"Who has case {NOT_REGISTERED}?"))

    (counted,) = directory.register.counted
    assert (counted.owner, counted.told) == (None, None)


@pytest.mark.parametrize(
    "text", ["Who has case {0} or {1}?", "What is the home address of {0}?", "duty officer"]
)
async def test_what_was_not_looked_up_is_not_counted(
    assistant: Assistant, directory: SampleDirectory, text: str
) -> None:
    await assistant.answer(asked(text.format(REGISTERED, NOT_REGISTERED)))

    assert (directory.register.looked_up, directory.register.counted) == ([], [])


async def test_the_public_is_told_nothing_so_nothing_is_counted(
    assistant: Assistant, directory: SampleDirectory
) -> None:
    await assistant.answer(asked(f"Who has case {REGISTERED}?", Standing.PUBLIC))

    assert directory.register.counted == []


@pytest.mark.parametrize("rule", [LOOK_UPS_A_DAY, ENUMERATION, NOT_RECORDED])
async def test_what_may_not_be_told_now_says_why_and_still_gives_the_duty_officer(
    assistant: Assistant, directory: SampleDirectory, rule: str
) -> None:
    directory.register.verdict = Verdict(rule)

    answer = await assistant.answer(by_account(f"Who has case {REGISTERED}?"))

    assert (answer.kind, answer.because[0].rule) == (Kind.DECLINED, rule)
    assert (answer.steps[0].role, answer.steps[0].provider) == (Role.DUTY_OFFICER, Provider.NPS)
    assert answer.steps[0].phone == "+441527585152"
    assert not any(step.name or step.office == "kidderminster" for step in answer.steps)


@pytest.mark.parametrize("rule", [LOOK_UPS_A_DAY, ENUMERATION, NOT_RECORDED])
async def test_danger_is_never_limited(assistant: Assistant, directory: SampleDirectory, rule: str) -> None:
    directory.register.verdict = Verdict(rule)

    answer = await assistant.answer(by_account(f"He is going to kill her now, {REGISTERED}"))

    assert directory.register.counted[0].danger
    assert (answer.kind, answer.steps[0].phone) == (Kind.EMERGENCY, "999")
    assert answer.steps[1].phone


async def test_limits_not_recorded__a_register_that_cannot_be_read_is_no_dead_end(
    assistant: Assistant, directory: SampleDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(_reference: str) -> None:
        raise DatabaseError("gone")

    monkeypatch.setattr(directory.register, "owner_of", fail)
    answer = await assistant.answer(by_account(f"Who has case {REGISTERED}?"))

    assert answer.because[0].rule == NOT_RECORDED
    assert answer.steps[0].phone


async def test_those_who_keep_the_directory_are_told_of_who_tries_references_out(
    assistant: Assistant, directory: SampleDirectory, caplog: pytest.LogCaptureFixture
) -> None:
    directory.register.verdict = Verdict(ENUMERATION, alarm=True)

    await assistant.answer(by_account(f"Who has case {REGISTERED}?"))

    (said,) = caplog.messages
    assert "account suspend a01" in said
    assert REGISTERED not in said


async def test_the_same_work_is_done_for_the_public_whether_or_not_there_is_such_a_case(
    assistant: Assistant,
) -> None:
    """Counted in calls of functions, so that a machine that is busy changes nothing."""

    async def calls(reference: str) -> int:
        counted = 0

        def count(_frame: object, event: str, _argument: object) -> None:
            nonlocal counted
            counted += event in ("call", "c_call")

        asking = asked(f"Who manages case {reference}?", Standing.PUBLIC)
        sys.setprofile(count)
        try:
            await assistant.answer(asking)
        finally:
            sys.setprofile(None)
        return counted

    alike = (REGISTERED, "B310483")  # but for the register, nothing tells the two apart
    await calls(alike[0])  # what is remembered from the first time on is remembered for both

    assert await calls(alike[0]) == await calls(alike[1])


async def test_an_answer_begun_after_a_change_is_made_from_the_new_snapshot() -> None:
    directory = SampleDirectory()
    assistant = assistant_on(directory)
    before, post = assistant.snapshot, PostKey("west-mercia", "redditch", Provider.NPS, Role.DUTY_OFFICER)
    asks = asked("NPS duty officer, Redditch")
    assert (await assistant.answer(asks)).steps[0].ask_for == before.posts[post].ask_for
    posts = {**before.posts, post: replace(before.posts[post], ask_for="somebody else")}

    put_in_place = directory.followers[0](Pictures.unchanging(replace(before, version=2, posts=posts)))
    assert assistant.snapshot is before
    put_in_place()

    assert (await assistant.answer(asks)).steps[0].ask_for == "somebody else"


async def test_an_enquiry_is_answered_from_the_directory_of_its_own_day() -> None:
    directory = SampleDirectory()
    before, post = (
        directory.snapshot,
        PostKey("west-mercia", "redditch", Provider.NPS, Role.DUTY_OFFICER),
    )
    posts = {**before.posts, post: replace(before.posts[post], ask_for="somebody else")}
    later, day = replace(before, posts=posts), date(2026, 12, 1)
    directory.pictures = Pictures(1, (day,), lambda one: later if one >= day else before)
    assistant = assistant_on(directory)
    asks = asked("NPS duty officer, Redditch")

    first = await assistant.answer(replace(asks, at=datetime(2026, 11, 30, 12, tzinfo=LONDON)))
    second = await assistant.answer(replace(asks, at=datetime(2026, 12, 1, 12, tzinfo=LONDON)))

    assert first.steps[0].ask_for == before.posts[post].ask_for
    assert second.steps[0].ask_for == "somebody else"
    assert (await assistant.answer(asks)).steps[0].ask_for == before.posts[post].ask_for


async def test_places_that_changed_are_read_and_those_that_did_not_are_not_indexed_again() -> None:
    directory = SampleDirectory()
    assistant = assistant_on(directory)
    reader, snapshot = assistant.by_day.today.reader, assistant.snapshot

    directory.followers[0](Pictures.unchanging(replace(snapshot, version=2)))()
    assert assistant.by_day.today.reader is reader
    (name, redditch) = next(each for each in snapshot.places if each[0] == "Redditch")
    directory.followers[0](
        Pictures.unchanging(replace(snapshot, version=3, places=((f"New {name}", redditch),)))
    )()

    assert assistant.by_day.today.reader is not reader


@pytest.mark.parametrize("words", ["", "who in probation do I ring"])
async def test_a_provider_carried_on_again_and_again_is_never_said_to_have_been_named(
    assistant: Assistant, directory: SampleDirectory, words: str
) -> None:
    answer = await assistant.answer(asked(f"{REGISTERED} who do I ring", Standing.OFFICER))
    for _ in range(3):
        before = FollowUp.decode(answer.follow_up, assistant.snapshot)
        answer = await assistant.answer(replace(asked(words, Standing.OFFICER), follow_up=before))

        assert answer.provider is Provider.CRC
        assert answer.because[0].rule == "ownership.settled_before"
        assert "ownership.named" not in {reason.rule for reason in answer.because}
