"""What goes over the wire between a bot and a Bot API server, read and written."""

import json
from dataclasses import dataclass, field

from aiohttp import web

from tests.end_to_end.markup import MarkupError, read_html

TOKEN = "123456:sample"
BOT: dict[str, object] = {
    "id": 123456,
    "is_bot": True,
    "first_name": "Signpost (sample)",
    "username": "signpost_sample_bot",
}
PERSON = 1001
KEEPER = 1002
GROUP = -2002

Parameters = dict[str, str]


@dataclass(frozen=True)
class Shown:
    """A message as the person sees it: sent, or edited in place."""

    chat: int
    message_id: int
    text: str
    buttons: dict[str, str]  # label → callback data
    edited: bool = False
    copies: dict[str, str] = field(default_factory=dict)  # label → what is copied
    topic: str | None = None  # of a group that has some


async def read_parameters(request: web.Request) -> Parameters:
    """The parameters of a call, however they were sent."""
    if request.content_type == "application/json":
        return {
            name: value if isinstance(value, str) else json.dumps(value)
            for name, value in (await request.json()).items()
        }
    return {name: str(value) for name, value in (await request.post()).items()}


def read_message(parameters: Parameters, message_id: int, edited: bool) -> Shown:
    """A message to show. Raises MarkupError where Telegram would refuse it."""
    rows = json.loads(parameters.get("reply_markup", "{}")).get("inline_keyboard", [])
    keys = [button for row in rows for button in row]
    buttons = {button["text"]: button["callback_data"] for button in keys if "callback_data" in button}
    copies = {button["text"]: button["copy_text"]["text"] for button in keys if "copy_text" in button}
    for data in buttons.values():
        if not 1 <= len(data.encode()) <= 64:
            raise MarkupError("button data is 1 to 64 bytes")
    html = parameters.get("text", "")
    text = read_html(html) if parameters.get("parse_mode") == "HTML" else html
    topic = parameters.get("message_thread_id")
    return Shown(int(parameters["chat_id"]), message_id, text, buttons, edited, copies, topic)


async def say_yes(_: Parameters) -> web.Response:
    """The answer to a method whose effect no test looks at."""
    return result(True)


def result(value: object) -> web.Response:
    """A call that went well."""
    return web.json_response({"ok": True, "result": value})


def user(user_id: int, language: str | None = None) -> dict[str, object]:
    """A person, made up, with the language of their app."""
    person = {"id": user_id, "is_bot": False, "first_name": "Sam Sample"}
    return person | {"language_code": language} if language else person
