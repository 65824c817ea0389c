"""A Bot API server and a stream of deliveries that cost little themselves: HTTP by hand, answers prepared."""

import asyncio
import json
import time
from collections.abc import Iterator
from typing import Self

TOKEN = "123456:sample"
SECRET = "sample-secret"
_END = b"\r\n\r\n"
_SENT = {"message_id": 1, "date": 1_404_800_000, "chat": {"id": 1, "type": "private"}, "text": "sample"}
_US = {"id": 123456, "is_bot": True, "first_name": "Signpost (sample)", "username": "signpost_sample_bot"}
_RESULTS: dict[bytes, object] = {b"getMe": _US, b"sendMessage": _SENT}


class BotApi:
    """Takes every call, and counts the messages that a person would have got."""

    def __init__(self) -> None:
        self.sent = 0
        self.hooked = asyncio.Event()
        self._hook = {"url": "", "has_custom_certificate": False, "pending_update_count": 0}

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.base = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(_END)
                body = await reader.readexactly(_length(head))
                method = head.partition(b" HTTP/")[0].rpartition(b"/")[2]
                self.sent += method == b"sendMessage"
                if method == b"setWebhook":
                    self._hook["url"] = json.loads(body)["url"]
                    self.hooked.set()
                result = self._hook if method == b"getWebhookInfo" else _RESULTS.get(method, True)
                answer = json.dumps({"ok": True, "result": result}).encode()
                writer.write(_head(b"HTTP/1.1 200 OK", b"application/json", len(answer)) + answer)
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()


class Delivery:
    """Connections over which requests are sent, of which each has to be answered with status 200."""

    def __init__(self, port: int, requests: Iterator[bytes]) -> None:
        self._port = port
        self._requests = requests

    async def flood(self, how_many: int, connections: int) -> None:
        """Each connection sends the next request once the one before is answered."""
        left = iter(range(how_many))

        async def deliver() -> None:
            reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
            for _ in left:
                await self._send(reader, writer)
            writer.close()

        await asyncio.gather(*(deliver() for _ in range(connections)))

    async def stream(self, how_many: int, a_second: float, connections: int) -> list[float]:
        """So many a second, whether or not those before are answered; how long each took, in seconds."""
        free: asyncio.Queue[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = asyncio.Queue()
        for _ in range(connections):
            free.put_nowait(await asyncio.open_connection("127.0.0.1", self._port))
        taken: list[float] = []

        async def deliver(due: float) -> None:
            reader, writer = await free.get()
            await self._send(reader, writer)
            taken.append(time.perf_counter() - due)
            free.put_nowait((reader, writer))

        begun = time.perf_counter()
        async with asyncio.TaskGroup() as tasks:
            for number in range(how_many):
                due = begun + number / a_second
                await asyncio.sleep(due - time.perf_counter())
                tasks.create_task(deliver(due))
        while not free.empty():
            free.get_nowait()[1].close()
        return taken

    async def _send(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(next(self._requests))
        answer = await reader.readuntil(_END)
        await reader.readexactly(_length(answer))
        if b" 200 " not in answer[:20]:
            raise AssertionError(f"a request was not answered: {answer[:60]!r}")


def delivered(update: bytes) -> bytes:
    """The request by which Telegram delivers an update to a webhook."""
    first = (
        b"POST /telegram HTTP/1.1\r\nhost: localhost\r\nx-telegram-bot-api-secret-token: " + SECRET.encode()
    )
    return _head(first, b"application/json", len(update)) + update


def _head(first: bytes, kind: bytes, length: int) -> bytes:
    return first + b"\r\ncontent-type: %b\r\ncontent-length: %d" % (kind, length) + _END


def _length(head: bytes) -> int:
    found = head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0]
    return int(found or 0)
