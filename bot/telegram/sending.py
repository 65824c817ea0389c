"""How a page reaches a chat: as an answer to a message, or in place of the message with the button."""

from aiogram import Bot, types
from aiogram.enums import ChatType
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import SendMessage

from bot.telegram.page import Page


async def answer(bot: Bot, message: types.Message, page: Page) -> None:
    """Send it below the message, in its topic where the group has some.

    `Message.answer` does the same by way of twenty fields, which takes twice as long.
    """
    topic = message.message_thread_id if message.is_topic_message else None
    chat = message.chat.id
    await bot(SendMessage(chat_id=chat, message_thread_id=topic, text=page.html, reply_markup=page.keyboard))


async def name_of(bot: Bot) -> str:
    """Our name, as others write to us."""
    return f"@{(await bot.me()).username}"


async def show(bot: Bot, query: types.CallbackQuery, page: Page) -> None:
    """Put the page in place of the message with the button, or below where that cannot be changed.

    A page that is one's own goes to whoever pressed, and is nothing where it is empty.
    """
    if page.below:
        if page.html:
            await bot.send_message(query.from_user.id, page.html, reply_markup=page.keyboard)
        return
    if not isinstance(query.message, types.Message):
        await send(bot, query, page)
        return
    try:
        await query.message.edit_text(page.html, reply_markup=page.keyboard)
    except TelegramBadRequest as error:
        if "message is not modified" not in error.message:
            await send(bot, query, page)


async def send(bot: Bot, query: types.CallbackQuery, page: Page) -> None:
    """Send to the chat of the button."""
    await bot.send_message(chat_of(query), page.html, reply_markup=page.keyboard)


def is_private(chat: types.Chat) -> bool:
    """Whether nobody else reads along."""
    return chat.type == ChatType.PRIVATE


def chat_of(query: types.CallbackQuery) -> int:
    """The chat of the button, which for a message we cannot see is the presser's own."""
    return query.message.chat.id if query.message else query.from_user.id
