"""What becomes of somebody who asks to be called back, told with a clock that is moved on.

Each story is on a day of its own, and is told once on SQLite and once on PostgreSQL.
"""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.asker import Asker
from routing.call_backs.asking import HowSoon
from routing.call_backs.request import Request
from routing.vocabulary import Standing, Topic
from tests.bot.call_backs.worcester import NUMBER, SERGEANT, Town, answer

pytestmark = pytest.mark.asyncio(loop_scope="module")

SHOWN_NUMBER = "07700 900123"
DESK = Asker("west-mercia", Standing.RECEPTION, "worcester", channel="web", account="a-sergeant")


async def test_it_is_offered_where_what_becomes_of_it_is_told(town: Town) -> None:
    await town.begin("Tu")

    assert [one.label for one in town.calling.button(SERGEANT, answer())] == ["Call me back"]
    assert town.calling.button(replace(SERGEANT, channel="web"), answer()) == ()


async def test_the_duty_officer_takes_it_rings_and_says_how_it_ended(town: Town) -> None:
    await town.begin("Tu")
    await town.ask(HowSoon.TODAY, Topic.BREACH)

    assert town.last("sergeant").startswith("Sent to the NPS duty officer, Worcester probation office.")
    assert "enforcement (breach)" in town.last("ash")
    assert SHOWN_NUMBER not in town.last("ash")
    assert SHOWN_NUMBER not in str(town.in_group())
    assert "sample-police" in town.in_group()[-1]

    await town.press("ash", "ring within 30 minutes")
    assert town.last("sergeant") == (
        "Taken by the NPS duty officer, Worcester probation office, who will ring you by 11am."
    )
    assert town.last("ash").startswith(f"Yours. Ring {SHOWN_NUMBER} by 11am.")
    assert town.heard("ash")[0] == "Taken by somebody: nothing left to do here."
    assert town.in_group()[-1] == "Taken by somebody: nothing left to do here."

    await town.until("10:55")
    await town.press("ash", "Done: helped")
    assert town.last("sergeant") == "Closed: helped."
    assert SHOWN_NUMBER not in str(town.heard("ash"))
    row = (await town.rows())[-1]
    assert (row.outcome, row.asker, row.number_sealed, row.due_at) == ("helped", None, None, None)
    assert NUMBER.encode() not in repr(await town.rows()).encode()


async def test_nobody_takes_it_so_it_climbs_and_the_asker_is_told_whom_to_ring(town: Town) -> None:
    await town.begin("Tu")
    await town.ask(HowSoon.TODAY)

    await town.until("10:44")
    assert town.heard("cedar") == []
    await town.until("10:45")
    assert town.last("sergeant").startswith("Now with the NPS senior probation officer (SPO), Worcester")
    assert "because nobody took it in time" in town.last("sergeant")
    assert town.last("ash").startswith("This has moved on to the NPS senior probation officer")
    assert "Somebody asks to be rung today." in town.last("cedar")

    await town.until("11:00")
    assert "duty senior probation officer" in town.last("sergeant")
    await town.until("11:20")
    assert town.last("sergeant").startswith("Nobody on duty has taken your call back")
    assert "01905 723591" in town.last("sergeant")
    assert "Somebody asks to be rung today." in town.last("keeper")

    await town.until("12:20")
    assert town.last("sergeant").startswith("There is nobody left to ask, and your call back is closed")
    assert town.last("keeper").startswith("Nobody took a call back: Worcester probation office")
    assert (await town.rows())[-1].outcome == "unanswered"


async def test_a_manager_takes_what_nobody_on_duty_has_taken(town: Town) -> None:
    await town.begin("Tu")
    await town.ask(HowSoon.URGENT)
    await town.until("10:50")

    await town.press("keeper", "ring within 5 minutes")
    assert "the manager of" in town.last("sergeant")
    await town.press("keeper", "Done: helped")
    assert town.last("sergeant") == "Closed: helped."


async def test_a_step_that_nobody_is_on_is_passed_over_at_once(town: Town) -> None:
    await town.begin("We")  # the SPO is away
    await town.ask(HowSoon.URGENT)

    await town.until("10:35")
    assert "duty senior probation officer (duty SPO)" in town.last("sergeant")
    assert town.heard("cedar") == []


async def test_a_promise_that_is_missed_opens_it_again_one_step_higher(town: Town) -> None:
    await town.begin("Tu")
    await town.ask(HowSoon.URGENT)
    await town.press("ash", "ring within 15 minutes")

    await town.until("10:45")
    assert town.last("ash").startswith("You have not said that you rang by 10:45am")
    assert SHOWN_NUMBER not in str(town.heard("ash"))
    assert "because you were not rung as promised" in town.last("sergeant")
    assert "Whoever took it has not rung as promised." in town.last("cedar")


async def test_another_time_is_promised_before_the_first_is_over(town: Town) -> None:
    await town.begin("Tu")
    await town.ask(HowSoon.TODAY)
    await town.press("ash", "ring within 15 minutes")
    await town.until("10:40")

    await town.press("ash", "Ring within 2 hours instead")
    assert town.last("sergeant").endswith("will now ring you by 12:40pm.")
    await town.until("12:39")
    assert town.last("ash").startswith("Yours.")


async def test_not_ours_goes_across_with_its_clock_running_on(town: Town) -> None:
    await town.begin("Tu")
    await town.ask(HowSoon.TODAY)
    await town.until("10:38")

    await town.press("ash", "Not ours: the case is the CRC’s")
    assert town.last("sergeant").startswith("Now with the CRC duty officer, Worcester probation office")
    assert "the case is theirs" in town.last("sergeant")
    assert "The other provider says that the case is yours." in town.last("oak")

    await town.until("10:45")  # fifteen minutes after it was asked, not after it was moved
    assert "CRC senior probation officer" in town.last("sergeant")
    moved = [one for one in await town.rows_of_history() if one.what == "moved"][-1]
    assert (moved.because, moved.person, moved.provider) == ("their_case", "ash", "nps")


async def test_what_is_moved_back_is_settled_by_the_nps_one_step_higher(town: Town) -> None:
    await town.begin("Tu")
    await town.ask(HowSoon.TODAY)
    await town.press("ash", "Not ours: the case is the CRC’s")
    await town.press("oak", "Not ours: the case is the NPS’s")

    assert town.last("sergeant").startswith("Now with the NPS senior probation officer (SPO)")


async def test_an_asker_who_does_not_answer_is_told_and_rung_once_more(town: Town) -> None:
    await town.begin("Tu")
    await town.ask(HowSoon.TODAY)
    await town.press("ash", "ring within 15 minutes")
    await town.until("10:40")

    await town.press("ash", "Cannot reach the caller")
    assert (
        town.last("sergeant") == "You were rung and did not answer. You will be rung once more, by 11:10am."
    )
    await town.until("11:05")
    await town.press("ash", "Cannot reach the caller")
    assert "01905 723591" in town.last("sergeant")
    assert (await town.rows())[-1].outcome == "not_reached"


async def test_the_asker_needs_it_no_longer(town: Town) -> None:
    await town.begin("Tu")
    await town.ask(HowSoon.TODAY)
    await town.press("ash", "ring within 15 minutes")

    assert await town.press("sergeant", "No longer needed") == ""
    assert town.last("sergeant") == "Closed: withdrawn by the caller."
    assert town.last("ash") == "The caller no longer needs you. Nothing is left to do."
    assert "has been closed meanwhile" in await town.press("sergeant", "No longer needed")


async def test_of_two_who_press_one_takes_it_and_the_other_is_told(town: Town) -> None:
    await town.begin("Tu")
    await town.ask(HowSoon.TODAY)
    offer = town.letters.shown[town.chat("ash")][-1]
    await town.press("ash", "ring within 15 minutes")

    told = await town.press_of("cedar", offer, "ring within 15 minutes")

    assert "this has moved on since that button was drawn" in told
    assert "Meanwhile: taken by the NPS duty officer." in told
    assert (await town.rows())[-1].taken_by == "a-ash"


async def test_nobody_off_shift_takes_anything(town: Town) -> None:
    await town.begin("Tu")
    await town.ask(HowSoon.TODAY)
    offer = town.letters.shown[town.chat("ash")][-1]

    for name in ("birch", "oak", "sergeant", "keeper"):
        assert "only somebody who is on duty now" in await town.press_of(name, offer, "within 15 minutes")


async def test_a_change_of_shift_hands_on_what_is_open_with_a_summary(town: Town) -> None:
    await town.begin("Tu", "12:50")
    await town.ask(HowSoon.TODAY)
    await town.ask(HowSoon.CAN_WAIT, Topic.RECALL)

    await town.until("13:00")
    assert "You are on now. 2 call backs are open with you:" in town.heard("birch")[0]
    assert "recall to prison" in town.heard("birch")[0]
    assert len([one for one in town.heard("birch") if "Handed on from the shift before." in one]) == 2
    assert "the shift before is over" in town.last("sergeant")


async def test_nobody_can_promise_to_ring_after_their_shift(town: Town) -> None:
    await town.begin("Tu", "12:50")
    await town.ask(HowSoon.TODAY)
    await town.press("ash", "ring within 2 hours")

    assert "by 1pm" in town.last("ash")


async def test_an_office_that_shuts_sends_what_cannot_wait_to_the_premises(town: Town) -> None:
    await town.begin("Tu", "16:50")
    await town.ask(HowSoon.URGENT)

    await town.until("17:00")
    assert "The office has shut" in town.last("sergeant")
    assert "01905 723975" in town.last("sergeant")
    assert (await town.rows())[-1].outcome == "told_to_ring"


async def test_what_can_wait_waits_for_the_office_to_open_and_says_so(town: Town) -> None:
    await town.begin("Tu", "16:50")
    await town.ask(HowSoon.CAN_WAIT)

    await town.until("17:00")
    assert "waits until it opens on Wednesday" in town.last("sergeant")
    assert "at 9am" in town.last("sergeant")
    assert "01905 723975" in town.last("sergeant")  # if it cannot wait after all

    await town.until("09:00", days=1)
    assert town.last("sergeant").startswith("The office is open. Sent to the NPS duty officer")
    assert "It waited for the office to open." in town.last("ash")


async def test_somebody_who_asks_at_night_is_rung_when_the_office_opens(town: Town) -> None:
    await town.begin("Tu", "02:40")
    await town.ask(HowSoon.OPENING)

    assert "waits until it opens" in town.last("sergeant")
    assert town.heard("ash") == []
    await town.until("09:00")
    assert "Somebody asks to be rung today." in town.last("ash")


async def test_whoever_cannot_be_reached_is_passed_over_at_once(town: Town) -> None:
    await town.begin("Tu")
    town.letters.refuses.add(town.chat("ash"))
    await town.ask(HowSoon.TODAY)
    await town.work()

    assert "whoever was on before could not be reached" in town.last("sergeant")
    assert "Somebody asks to be rung today." in town.last("cedar")


async def test_messages_wait_while_the_channel_refuses_and_then_come_once_and_in_order(town: Town) -> None:
    await town.begin("Tu")
    town.letters.busy = True
    await town.ask(HowSoon.TODAY)
    await town.until("10:46")
    assert town.heard("sergeant") == []
    town.letters.busy = False

    await town.until("10:50")
    assert [one.split(" ")[0] for one in town.heard("sergeant")] == ["Sent", "Now"]
    assert len(town.heard("cedar")) == 1


async def test_a_case_reference_is_shown_to_whoever_took_it_and_that_is_audited(town: Town) -> None:
    await town.begin("Tu")
    await town.ask(HowSoon.TODAY)
    assert await town.directory.references.add("a-sergeant", "X123456")
    assert "X123456" not in str(town.heard("ash"))
    await town.press("ash", "ring within 15 minutes")

    assert "X123456" in await town.press("ash", "Show the case reference")
    assert "X123456" not in repr(await town.rows())
    assert (await town.audited())[-1].action == "show"
    taken = town.letters.shown[town.chat("ash")][-1]
    assert "this is not yours" in await town.press_of("cedar", taken, "Show the case reference")


async def test_a_request_that_is_late_is_noticed_and_its_managers_are_told_once(town: Town) -> None:
    await town.begin("Tu")
    await town.ask(HowSoon.TODAY)
    town.now = town.now.replace(hour=11, minute=0)  # the worker has stood still
    await town.worker.check()
    await town.worker.check()

    late = [one for one in town.heard("keeper") if "more than a minute late" in one]
    assert len(late) == 1
    await town.work()
    await town.worker.check()


async def test_whoever_comes_on_is_told_an_hour_before_and_once(town: Town) -> None:
    await town.begin("Tu", "11:59")
    await town.worker.remind()
    await town.work()
    assert town.heard("birch") == []

    await town.until("12:01")
    await town.worker.remind()
    await town.worker.remind()
    await town.work()
    (told,) = town.heard("birch")
    assert told.startswith("You are on as NPS duty officer, Worcester probation office, from 1pm until 5pm.")
    assert town.heard("ash") == []


async def test_a_finished_request_is_kept_for_a_year_and_an_open_one_for_as_long_as_it_is_open(
    town: Town,
) -> None:
    await town.begin("Tu")
    await town.ask(HowSoon.TODAY)
    await town.press("ash", "ring within 15 minutes")
    await town.press("ash", "Done: helped")
    finished = (await town.rows())[-1].id
    await town.ask(HowSoon.TODAY, Topic.BREACH)

    asked = town.now
    town.now = asked + timedelta(days=365)
    await town.worker.forget()
    assert finished in {row.id for row in await town.rows()}
    town.now += timedelta(seconds=1)
    await town.worker.forget()
    (row,) = await town.rows()
    assert row.due_at is not None
    assert {note.handover for note in await town.rows_of_history()} == {row.id}
    town.now = asked


async def at_the_desk(town: Town, number: str) -> Request:
    """Whoever sits at the desk of Worcester asks for a caller."""
    asked = await town.calling.ask_for_caller(DESK, answer(Topic.BREACH), HowSoon.TODAY, number)
    assert asked
    await town.work()
    return asked


async def test_a_caller_at_the_desk_is_rung_and_the_desk_sees_what_becomes_of_it(town: Town) -> None:
    await town.begin("Tu")
    before = len(town.heard("sergeant"))
    asked = await at_the_desk(town, NUMBER)
    assert "by way of reception at Worcester" in town.last("ash")
    assert SHOWN_NUMBER not in str(town.heard("ash"))
    await town.press("ash", "ring within 30 minutes")
    assert SHOWN_NUMBER in town.last("ash")
    (taken, *_) = await town.directory.call_backs.of_desks(town.now - timedelta(hours=1))
    assert (taken.id, taken.reception, taken.state) == (asked.id, "worcester", "taken")
    await town.press("ash", "Done: helped")
    row = (await town.rows())[-1]
    assert (row.outcome, row.asker, row.number_sealed) == ("helped", None, None)
    assert len(town.heard("sergeant")) == before


async def test_two_callers_at_one_desk_are_two_and_one_who_is_asked_for_twice_is_one(town: Town) -> None:
    await town.begin("Tu")
    first = await at_the_desk(town, NUMBER)
    assert (await at_the_desk(town, NUMBER)).id == first.id
    assert (await at_the_desk(town, "+447700900124")).id != first.id


async def test_whoever_took_it_is_reminded_once_shortly_before_they_promised_to_ring(town: Town) -> None:
    await town.begin("Tu")
    await town.ask(HowSoon.TODAY)
    await town.press("ash", "ring within 30 minutes")
    await town.until("10:54")
    await town.worker.remind_takers()
    await town.work()
    assert town.last("ash").startswith("Yours. Ring")

    await town.until("10:55")
    await town.worker.remind_takers()
    await town.worker.remind_takers()
    await town.work()
    reminded = [one for one in town.heard("ash") if one.startswith("You said that you would ring by 11am")]
    assert len(reminded) == 1
    await town.press("ash", "Done: helped")
    assert town.last("ash") == "Closed: helped. The number is forgotten."
