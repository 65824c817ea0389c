"""A small Bot API server: real HTTP, long polling and all, with a person at its other end.

    async with BotApiServer() as server:
        await server.user_sends("duty officer in Redditch")
        shown = await server.next_message()
        await server.user_presses("Show why")

Updates are kept until an `offset` confirms them, as Telegram does, or are pushed once the bot has set a
webhook (see pushing.py). `server.next_time("sendMessage",
Dropped())` spoils one request to come. Unknown methods are answered with true.
"""

import asyncio
import json
from collections import Counter, defaultdict, deque
from collections.abc import Awaitable, Callable
from typing import Any, Self

from aiohttp import web

from tests.end_to_end.faults import Fault, refusal
from tests.end_to_end.markup import MarkupError
from tests.end_to_end.pushing import Pushing
from tests.end_to_end.wire import (
    BOT,
    PERSON,
    TOKEN,
    Parameters,
    Shown,
    read_message,
    read_parameters,
    result,
    say_yes,
    user,
)

_LONGEST_POLL = 20.0


class BotApiServer:
    """One bot, and people who write to it."""

    def __init__(self) -> None:
        self.calls: Counter[str] = Counter()
        self.answered_presses: list[str] = []
        self.told_at_press: list[str] = []  # what a press brings up without a message
        self.shown: dict[int, Shown] = {}  # by message id, as it stands now
        self.polled = asyncio.Event()  # set once the bot listens
        self.base = ""
        self.person = PERSON  # who writes and presses, where a test names nobody
        self.contacts: list[Parameters] = []  # sent as such
        self.language: str | None = None  # of everybody's app
        self.venues: list[Parameters] = []
        self.menus: dict[str | int, list[str]] = {}  # the commands that are offered, by scope or chat
        self.menu_words: dict[tuple[str | int, str], str] = {}  # what the last says, by scope and language
        self.wanted: list[str] = []  # the kinds of update that the bot last asked for
        self._offers: asyncio.Queue[Parameters] = asyncio.Queue()
        self._faults: defaultdict[str, deque[Fault]] = defaultdict(deque)
        self._news: asyncio.Queue[Shown] = asyncio.Queue()
        self._updates: list[dict[str, Any]] = []
        self._repeats: list[dict[str, Any]] = []
        self._pushed: set[int] = set()  # by id, to the webhook there is
        self._changed = asyncio.Condition()
        self._closing = False
        self.hook: Pushing | None = None
        self.hooked = asyncio.Event()  # set once there is a webhook
        self.replicas: list[str] = []  # see pushing.py
        self._all: dict[int, dict[str, Any]] = {}  # every update there was, by id
        self._last_update = 0
        self._last_message = 0
        self._methods: dict[str, Callable[[Parameters], Awaitable[web.Response]]] = {
            "getMe": self._get_me,
            "getUpdates": self._get_updates,
            "sendMessage": self._send_message,
            "editMessageText": self._edit_message,
            "answerCallbackQuery": self._answer_press,
            "sendContact": self._send_contact,
            "sendVenue": self._send_venue,
            "answerInlineQuery": self._offer,
            "setMyCommands": self._set_menu,
            "deleteMyCommands": self._delete_menu,
            "setWebhook": self._set_webhook,
            "deleteWebhook": self._delete_webhook,
            "getWebhookInfo": self._get_webhook_info,
        }

    async def __aenter__(self) -> Self:
        application = web.Application()
        application.router.add_route("*", "/bot{token}/{method}", self._handle)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.base = f"http://{host}:{port}"
        return self

    async def __aexit__(self, *_: object) -> None:
        async with self._changed:
            self._closing = True
            self._changed.notify_all()
        await self._take_hook_away()
        await self._runner.cleanup()

    # What a test says and sees.

    async def user_sends(self, text: str, *, chat: int | None = None, copies: int = 1) -> int:
        """A person writes. With two `copies` Telegram delivers one and the same update twice."""
        return await self.message_arrives({"text": text}, chat=chat, copies=copies)

    async def message_arrives(
        self, content: dict[str, Any], *, chat: int | None = None, copies: int = 1
    ) -> int:
        """A message of any content: a sticker, a photo, something a test makes up."""
        message = self._message(chat or self.person, content)
        return await self.update_arrives({"message": message}, copies=copies)

    async def user_presses(self, label: str, *, by: int | None = None, chat: int | None = None) -> None:
        """A person presses the button of the latest message that has it, in a chat if one is named."""
        latest = reversed(list(self.shown.values()))
        shown = next(s for s in latest if label in s.buttons and chat in (None, s.chat))
        await self.user_presses_data(
            shown.buttons[label], self._message(shown.chat, {"text": shown.text}, shown), by=by
        )

    async def user_presses_data(
        self, data: str, message: dict[str, Any] | None = None, *, by: int | None = None
    ) -> None:
        """A person presses a button with this data; Telegram may not show us its message."""
        query = {"from": user(by or self.person, self.language), "chat_instance": "1", "data": data}
        if message:
            query["message"] = message
        await self.update_arrives({"callback_query": query})

    async def update_arrives(self, content: dict[str, Any], *, copies: int = 1) -> int:
        """Any update at all; returns its id. Further copies come in the same batch."""
        self._last_update += 1
        update = {"update_id": self._last_update, **content}
        if query := update.get("callback_query"):
            query["id"] = str(self._last_update)
        self._all[self._last_update] = update
        async with self._changed:
            self._updates.append(update)
            self._repeats.extend([update] * (copies - 1))
            self._changed.notify_all()
        self._push()
        return self._last_update

    async def comes_again(self, update_id: int) -> None:
        """Deliver an update once more, although it may have been confirmed."""
        await self._insist(self._all[update_id])

    async def unasked_update_arrives(self, content: dict[str, Any]) -> None:
        """An update that `allowed_updates` did not ask for."""
        self._last_update += 1
        await self._insist({"update_id": self._last_update, **content})

    async def _insist(self, update: dict[str, Any]) -> None:
        async with self._changed:
            self._repeats.append(update)
            self._changed.notify_all()
        self._push()

    def message_of(self, shown: Shown) -> dict[str, Any]:
        """The message as Telegram hands it over with a press."""
        return self._message(shown.chat, {"text": shown.text}, shown)

    @property
    def has_news(self) -> bool:
        """Whether something was shown that nobody has asked for yet."""
        return not self._news.empty()

    async def next_message(self, within: float = 10.0) -> Shown:
        """The next message that the bot sends or edits."""
        async with asyncio.timeout(within):
            return await self._news.get()

    async def answers(self, text: str) -> Shown:
        """Send a text and see what comes back: also the way to be sure that nothing else came."""
        await self.user_sends(text)
        return await self.next_message()

    async def offers(self, text: str) -> Parameters:
        """A person types `@bot text` in some other chat; what the bot offers to post there."""
        query = {"id": "1", "from": user(self.person), "query": text, "offset": "", "chat_type": "group"}
        await self.update_arrives({"inline_query": query})
        async with asyncio.timeout(10):
            return await self._offers.get()

    def next_time(self, method: str, *faults: Fault) -> None:
        """Spoil the next requests of a method, one fault each."""
        self._faults[method].extend(faults)

    @property
    def unconfirmed(self) -> list[int]:
        """The updates that Telegram would deliver again."""
        return [update["update_id"] for update in self._updates]

    async def all_confirmed(self, within: float = 10.0) -> None:
        """Wait until the bot has confirmed every update."""
        async with asyncio.timeout(within), self._changed:
            await self._changed.wait_for(lambda: not self._updates and not self._repeats)
        if self.hook:
            await self.hook.repeats_are_over()

    async def says_so(self, happened: Callable[[], bool], within: float = 10.0) -> None:
        """Wait until the bot has done something that is no message."""
        async with asyncio.timeout(within), self._changed:
            await self._changed.wait_for(happened)

    # What the bot sees.

    async def _handle(self, request: web.Request) -> web.Response:
        if request.match_info["token"] != TOKEN:
            return refusal(401, "Unauthorized")
        method = request.match_info["method"]
        self.calls[method] += 1
        faults = self._faults[method]
        fault = faults.popleft() if faults else Fault()
        parameters = await read_parameters(request)
        if spoiled := await fault.before(request):
            return spoiled
        response = await self._methods.get(method, say_yes)(parameters)
        return await fault.after(request) or response

    async def _get_me(self, _: Parameters) -> web.Response:
        return result(BOT)

    async def _get_updates(self, parameters: Parameters) -> web.Response:
        wanted = self.wanted = json.loads(parameters.get("allowed_updates", "[]"))
        self.polled.set()
        async with self._changed:
            if offset := int(parameters.get("offset", 0)):
                self._updates = [u for u in self._updates if u["update_id"] >= offset]
                self._changed.notify_all()
            try:
                async with asyncio.timeout(min(float(parameters.get("timeout", 0)), _LONGEST_POLL)):
                    await self._changed.wait_for(lambda: self._updates or self._repeats or self._closing)
            except TimeoutError:
                return result([])
            found = [u for u in self._updates if not wanted or any(kind in u for kind in wanted)]
            # First what comes again: a test that then sends something new sees what came of it.
            found, self._repeats = self._repeats + found, []
        return result(found[: int(parameters.get("limit", 100))])

    async def _set_webhook(self, parameters: Parameters) -> web.Response:
        self.wanted = json.loads(parameters.get("allowed_updates", "[]"))
        url, secret = parameters["url"], parameters.get("secret_token", "")
        if self.hook and (self.hook.url, self.hook.secret) == (url, secret):
            return result(True)
        await self._take_hook_away()
        self.hook = Pushing(url, secret, self._is_delivered)
        self.hook.replicas = self.replicas
        self._pushed.clear()
        self._push()
        self.hooked.set()
        return result(True)

    async def _delete_webhook(self, _: Parameters) -> web.Response:
        await self._take_hook_away()
        return result(True)

    async def _get_webhook_info(self, _: Parameters) -> web.Response:
        url = self.hook.url if self.hook else ""
        info = {"url": url, "has_custom_certificate": False, "pending_update_count": len(self._updates)}
        return result(info)

    async def _take_hook_away(self) -> None:
        hook, self.hook = self.hook, None
        if hook:
            await hook.__aexit__()

    def _push(self) -> None:
        """Hand on what the webhook has not got yet."""
        if self.hook is None:
            return
        for update in self._updates:
            if update["update_id"] not in self._pushed:
                self._pushed.add(update["update_id"])
                self.hook.push(update)
        for update in self._repeats:
            self.hook.push_out_of_turn(update)
        self._repeats = []

    async def _is_delivered(self, update: dict[str, Any]) -> None:
        async with self._changed:
            self._updates = [one for one in self._updates if one is not update]
            self._changed.notify_all()

    async def _send_message(self, parameters: Parameters) -> web.Response:
        self._last_message += 1
        return self._show(parameters, self._last_message, edited=False)

    async def _edit_message(self, parameters: Parameters) -> web.Response:
        message_id = int(parameters.get("message_id", 0))
        if message_id not in self.shown:
            return refusal(400, "Bad Request: message to edit not found")
        return self._show(parameters, message_id, edited=True)

    def _show(self, parameters: Parameters, message_id: int, *, edited: bool) -> web.Response:
        try:
            shown = read_message(parameters, message_id, edited)
        except MarkupError as error:
            return refusal(400, f"Bad Request: can't parse entities: {error}")
        before = self.shown.get(message_id)
        if before and (before.text, before.buttons) == (shown.text, shown.buttons):
            return refusal(400, "Bad Request: message is not modified: the content is the same")
        self.shown[message_id] = shown
        self._news.put_nowait(shown)
        return result(self._message(shown.chat, {"text": shown.text}, shown))

    async def _answer_press(self, parameters: Parameters) -> web.Response:
        async with self._changed:
            self.answered_presses.append(parameters["callback_query_id"])
            self.told_at_press += [parameters["text"]] if parameters.get("text") else []
            self._changed.notify_all()
        return result(True)

    async def _offer(self, parameters: Parameters) -> web.Response:
        self._offers.put_nowait(parameters)
        return result(True)

    async def _send_contact(self, parameters: Parameters) -> web.Response:
        self._last_message += 1
        async with self._changed:
            self.contacts.append(parameters)
            self._changed.notify_all()
        contact = {"phone_number": parameters["phone_number"], "first_name": parameters["first_name"]}
        return result(self._message(int(parameters["chat_id"]), {"contact": contact}))

    async def _send_venue(self, parameters: Parameters) -> web.Response:
        self._last_message += 1
        async with self._changed:
            self.venues.append(parameters)
            self._changed.notify_all()
        place = {"latitude": float(parameters["latitude"]), "longitude": float(parameters["longitude"])}
        venue = {"location": place, "title": parameters["title"], "address": parameters["address"]}
        return result(self._message(int(parameters["chat_id"]), {"venue": venue}))

    async def _set_menu(self, parameters: Parameters) -> web.Response:
        commands = json.loads(parameters["commands"])
        scope = json.loads(parameters["scope"])
        where = scope.get("chat_id", scope["type"])
        self.menu_words[where, parameters.get("language_code", "")] = commands[-1]["description"]
        await self._change_menu(parameters, [one["command"] for one in commands])
        return result(True)

    async def _delete_menu(self, parameters: Parameters) -> web.Response:
        await self._change_menu(parameters, None)
        return result(True)

    async def _change_menu(self, parameters: Parameters, commands: list[str] | None) -> None:
        scope = json.loads(parameters.get("scope", '{"type": "default"}'))
        async with self._changed:
            where = scope.get("chat_id", scope["type"])
            if commands is None:
                self.menus.pop(where, None)
            else:
                self.menus[where] = commands
            self._changed.notify_all()

    def _message(self, chat: int, content: dict[str, Any], of_bot: Shown | None = None) -> dict[str, Any]:
        if not of_bot:
            self._last_message += 1
        return {
            "message_id": of_bot.message_id if of_bot else self._last_message,
            "date": 1_404_800_000,
            "from": BOT if of_bot else user(self.person, self.language),
            "chat": {"id": chat, "type": "private" if chat > 0 else "group", "title": "sample"},
            **content,
        }
