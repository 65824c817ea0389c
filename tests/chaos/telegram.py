"""A Bot API server whose people ask, take and close by themselves, and which can refuse everything.

It keeps every message that it has taken, whether or not the answer to that reached anybody: so a message
that is taken twice is seen twice here, as it would be by a person.
"""

import asyncio
import json
import random
from collections import Counter
from itertools import count
from typing import Any, Self

import httpx
from aiohttp import web

from tests.end_to_end.wire import BOT, TOKEN, Shown, read_message, read_parameters, result

SECRET = "sample-secret"
_TAKES, _CLOSES, _IGNORES = 0.5, 0.8, 0.2  # how often somebody takes an offer, closes what they took …


class Telegram:
    """Telegram, with everybody who is on it."""

    def __init__(self, seed: int) -> None:
        self.taken: dict[int, Shown] = {}  # every message that was sent, by its number
        self.refused: Counter[str] = Counter()
        self.pressed = 0
        self.replicas: list[str] = []
        self.refusing = False
        self.idle_people = False
        self._numbers = count(1)
        self._updates = count(1)
        self._random = random.Random(seed)
        self._people: set[asyncio.Task[None]] = set()
        self._client = httpx.AsyncClient(timeout=20)

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_route("*", f"/bot{TOKEN}/{{method}}", self._call)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.base = f"http://127.0.0.1:{site._server.sockets[0].getsockname()[1]}"  # type: ignore[union-attr]
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._people:
            task.cancel()
        await asyncio.gather(*self._people, return_exceptions=True)
        await self._client.aclose()
        await self._runner.cleanup()

    async def _call(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        if method == "getMe":
            return result(BOT)
        if self.refusing and method in ("sendMessage", "editMessageText"):
            return self._refusal(request)
        parameters = await read_parameters(request)
        if method == "getWebhookInfo":
            info = {"url": "http://127.0.0.1/telegram", "has_custom_certificate": False}
            return result({**info, "pending_update_count": 0})
        if method == "sendMessage":
            shown = read_message(parameters, next(self._numbers), edited=False)
            self.taken[shown.message_id] = shown
            self._react(shown)
            return result(_message(shown))
        return result(True)

    def _refusal(self, request: web.Request) -> web.Response:
        """Too many requests, a fault of the server's, or the line is cut: each before anything is taken."""
        kind = self._random.choice(("429", "502", "cut"))
        self.refused[kind] += 1
        if kind == "cut" and request.transport:
            request.transport.close()
        if kind == "429":
            said = {"ok": False, "error_code": 429, "description": "", "parameters": {"retry_after": 2}}
            return web.Response(status=429, text=json.dumps(said), content_type="application/json")
        return web.Response(status=502, text="<html>")

    def _react(self, shown: Shown) -> None:
        """Whoever sees it may press something, after a while."""
        if self.idle_people or not shown.buttons:
            return
        data = [one for one in shown.buttons.values() if one.startswith("/call:")]
        takes = [one for one in data if one.startswith("/call:t.")]
        closes = [one for one in data if one.startswith(("/call:d.", "/call:r."))]
        moves = [one for one in data if one.startswith("/call:n.")]
        chance = self._random.random()
        if closes and chance < _CLOSES:
            self._later(shown, self._random.choice(closes))
        elif takes and not closes and chance < _TAKES:
            self._later(shown, self._random.choice(takes))
        elif moves and chance < _TAKES + _IGNORES:
            self._later(shown, self._random.choice(moves))

    def _later(self, shown: Shown, data: str) -> None:
        task = asyncio.create_task(self._press_after(self._random.uniform(0.2, 4.0), shown, data))
        self._people.add(task)
        task.add_done_callback(self._people.discard)

    async def _press_after(self, seconds: float, shown: Shown, data: str) -> None:
        await asyncio.sleep(seconds)
        await self.press(shown.chat, data, shown.message_id)

    async def press(self, chat: int, data: str, message: int = 1) -> None:
        """Deliver a press to a replica, again and again until one has dealt with it, as Telegram does."""
        user = {"id": chat, "is_bot": False, "first_name": "Sample"}
        place = {"message_id": message, "date": 1, "chat": {"id": chat, "type": "private"}, "text": "sample"}
        query = {"id": str(chat), "from": user, "chat_instance": "1", "data": data, "message": place}
        update = {"update_id": next(self._updates), "callback_query": query}
        while True:
            try:
                answered = await self._client.post(
                    f"{self._random.choice(self.replicas)}/telegram",
                    json=update,
                    headers={"x-telegram-bot-api-secret-token": SECRET},
                )
                if answered.status_code == 200:
                    self.pressed += 1
                    return
            except httpx.HTTPError:
                pass
            await asyncio.sleep(self._random.uniform(0.3, 1.0))


def _message(shown: Shown) -> dict[str, Any]:
    chat = {"id": shown.chat, "type": "private"}
    return {"message_id": shown.message_id, "date": 1, "chat": chat, "text": shown.text or "-"}
