"""What is done with an update: a handler for each kind of it, and nothing to fall through."""

from aiogram import Dispatcher

from bot.channel import Channel
from bot.dialogue.dialogue import Dialogue
from bot.telegram.conversation import Conversation
from bot.telegram.inline import Inline
from bot.telegram.keepers import Settles
from bot.telegram.memory import Memory
from bot.telegram.tasks.task import Tasks
from bot.verifying import Verifying


def create_dispatcher(
    dialogue: Dialogue, memory: Memory, settles: Settles, channel: Channel, verifying: Verifying, tasks: Tasks
) -> Dispatcher:
    """A dispatcher for polling or webhook.

    There are no filters and no sub-routers: aiogram runs every synchronous filter in a thread, and
    free text, which is nearly all there is, would pay for each. aiogram's conversation state is off:
    where a conversation stands is one token in `memory`, and all else is in the buttons.
    """
    conversation = Conversation(dialogue, memory, settles, channel, verifying, tasks)
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.message.register(conversation.hear)
    dispatcher.edited_message.register(conversation.hear_changed)
    dispatcher.callback_query.register(conversation.press)
    dispatcher.inline_query.register(Inline(dialogue, channel).offer)
    return dispatcher
