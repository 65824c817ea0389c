"""Browsers that cost little: forms to post (see wire.py) and events followed over HTTP by hand."""

import asyncio
import time
from typing import NamedTuple
from urllib.parse import urlencode

_END = b"\r\n\r\n"


class Form(NamedTuple):
    """Something to post, and the headers by which it is known whose it is."""

    path: str
    headers: tuple[str, ...]
    fields: dict[str, str]

    def encode(self) -> bytes:
        """As a request."""
        body = urlencode(self.fields).encode()
        kind = "content-type: application/x-www-form-urlencoded"
        length = f"content-length: {len(body)}"
        lines = (f"POST {self.path} HTTP/1.1", "host: 127.0.0.1", kind, length, *self.headers)
        return "\r\n".join(lines).encode() + _END + body


class Page:
    """A page that is open and follows the board; like a browser it asks anew when the stream is over."""

    def __init__(self, port: int, path: str, headers: tuple[str, ...]) -> None:
        self._port = port
        self._head = "\r\n".join((f"GET {path} HTTP/1.1", "host: 127.0.0.1", *headers)).encode() + _END
        self.boards: asyncio.Queue[float] = asyncio.Queue()  # when each came
        self.opened = asyncio.Event()

    async def follow(self) -> None:
        """For as long as nobody cancels it."""
        while True:
            reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
            try:
                writer.write(self._head)
                while line := await reader.readline():
                    self.opened.set()
                    if line.startswith(b"event: board"):
                        self.boards.put_nowait(time.perf_counter())
                    if line == b"0\r\n":  # the last of the chunks
                        break
            finally:
                writer.close()
