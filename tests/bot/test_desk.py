"""What stands under an answer stays there, whatever is put beside it."""

from bot.asker import Asker
from bot.calls_back import NobodyCallsBack
from bot.desk import Desk
from bot.words.buttons import Action
from bot.words.message import Button
from routing.answer import Answer
from tests.bot.telegram.answers import NOON, PreparedAnswers

CALL = Button("Have somebody call you (sample)", "b:::worcester|case||||")


class CallsAll(NobodyCallsBack):
    """Offers a call under every answer."""

    def button(self, asker: Asker, answer: Answer) -> tuple[Button, ...]:
        """Always the same."""
        return (CALL,)


async def test_a_call_is_offered_beside_the_contact_and_not_instead() -> None:
    desk = Desk(PreparedAnswers(), lambda: NOON, calls=CallsAll())
    message = (await desk.hear("duty officer Worcester", Asker("west-mercia"))).message

    assert message.buttons[-1] == CALL
    assert message.card.startswith(f"{Action.CARD}:")


async def test_after_a_report_the_contact_that_is_shown_meanwhile_can_be_saved() -> None:
    desk = Desk(PreparedAnswers(), lambda: NOON)
    asker = Asker("west-mercia")
    first = (await desk.hear("duty officer Worcester", asker)).message
    after = (
        await desk.press(first.card.replace(f"{Action.CARD}:", f"{Action.WRONG_PERSON}0001:", 1), asker)
    ).message

    assert after.card
    assert after.card != first.card
