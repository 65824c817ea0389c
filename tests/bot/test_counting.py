"""What people ask is counted, whatever the channel; what they press or still type is not."""

from bot.asker import Asker
from bot.counting import Counting
from bot.dialogue.dialogue import Dialogue
from routing.overview.counting import Counted, Ended, Where
from tests.bot.sample_assistant import SampleDirectory, assistant_on
from tests.routing.sample_directory import TUESDAY


async def test_a_message_is_counted_once_and_a_press_or_a_look_is_not() -> None:
    counted: list[Counted] = []
    assistant = assistant_on(SampleDirectory())
    dialogue = Dialogue(Counting(assistant, counted.append, lambda: TUESDAY), lambda: TUESDAY)
    asker = Asker("west-mercia", channel="web")

    reply = await dialogue.hear("recall on an NPS case, Worcester", asker)
    assert reply.before is not None
    await dialogue.press(reply.before.token, asker)
    await dialogue.look("breach, Redd", asker)
    await dialogue.hear("thanks", asker, reply.before)

    where = Where("west-mercia", "worcester", "nps")
    assert counted == [Counted(TUESDAY.date(), where, TUESDAY.hour, "recall", "web", Ended.ANSWERED)]
    assert dialogue.snapshot is assistant.snapshot
