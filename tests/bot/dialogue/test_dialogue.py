"""What stands under an answer stays there, whatever is put beside it."""

from bot.asker import Asker
from bot.dialogue.call_back_offer import NoCallBackOffer
from bot.dialogue.dialogue import Dialogue
from bot.words.buttons import Action
from bot.words.message import Button
from routing.answer import Answer
from tests.bot.telegram.answers import NOON, PreparedAnswers

CALL = Button("Have somebody call you (sample)", "b:::worcester|case||||")


class CallsAll(NoCallBackOffer):
    """Offers a call under every answer."""

    def button(self, asker: Asker, answer: Answer) -> tuple[Button, ...]:
        """Always the same."""
        return (CALL,)


async def test_a_call_is_offered_beside_the_contact_and_not_instead() -> None:
    dialogue = Dialogue(PreparedAnswers(), lambda: NOON, calls=CallsAll())
    message = (await dialogue.hear("duty officer Worcester", Asker("west-mercia"))).message

    assert message.buttons[-1] == CALL
    assert message.card.startswith(f"{Action.CARD}:")


async def test_after_a_report_the_contact_that_is_shown_meanwhile_can_be_saved() -> None:
    dialogue = Dialogue(PreparedAnswers(), lambda: NOON)
    asker = Asker("west-mercia")
    first = (await dialogue.hear("duty officer Worcester", asker)).message
    after = (
        await dialogue.press(first.card.replace(f"{Action.CARD}:", f"{Action.WRONG_PERSON}0001:", 1), asker)
    ).message

    assert after.card
    assert after.card != first.card
