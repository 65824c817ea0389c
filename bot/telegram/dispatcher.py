"""What is done with an update: one handler for messages, one for buttons, nothing to fall through."""

from collections.abc import Callable, Mapping
from datetime import datetime

from aiogram import Dispatcher

from bot.assistant import Answers
from bot.telegram.conversation import Conversation
from bot.telegram.middlewares import AnsweredOnce, ChatsInOrder


def create_dispatcher(
    answers: Answers,
    *,
    area: str,
    area_of_office: Mapping[str, str],
    clock: Callable[[], datetime],
) -> Dispatcher:
    """A dispatcher for polling or webhook. `clock` gives aware datetimes.

    There are no filters and no sub-routers: aiogram runs every synchronous filter in a thread, and
    free text, which is nearly all there is, would pay for each. aiogram's conversation state is off:
    everything that asking on needs is in the button.
    """
    conversation = Conversation(answers, area=area, area_of_office=area_of_office, clock=clock)
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.update.outer_middleware(AnsweredOnce())
    dispatcher.update.outer_middleware(ChatsInOrder())
    dispatcher.message.register(conversation.hear)
    dispatcher.callback_query.register(conversation.press)
    return dispatcher
