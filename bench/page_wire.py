"""Browsers that cost little: forms posted and events followed over HTTP by hand."""

import asyncio
import time
from collections.abc import Iterator
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


async def flood(port: int, forms: Iterator[Form], how_many: int, connections: int) -> None:
    """Each connection posts the next form once the one before is answered."""
    left = iter(range(how_many))

    async def post() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for _ in left:
            await _posted(reader, writer, next(forms))
        writer.close()

    await asyncio.gather(*(post() for _ in range(connections)))


async def stream(port: int, forms: Iterator[Form], how_many: int, a_second: float) -> list[float]:
    """So many a second, whether or not those before are answered; how long each took, in seconds."""
    free: asyncio.Queue[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = asyncio.Queue()
    for _ in range(32):
        free.put_nowait(await asyncio.open_connection("127.0.0.1", port))
    taken: list[float] = []

    async def post(due: float) -> None:
        reader, writer = await free.get()
        await _posted(reader, writer, next(forms))
        taken.append(time.perf_counter() - due)
        free.put_nowait((reader, writer))

    begun = time.perf_counter()
    async with asyncio.TaskGroup() as tasks:
        for number in range(how_many):
            due = begun + number / a_second
            await asyncio.sleep(due - time.perf_counter())
            tasks.create_task(post(due))
    while not free.empty():
        free.get_nowait()[1].close()
    return taken


async def _posted(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, form: Form) -> None:
    writer.write(form.encode())
    head = await reader.readuntil(_END)
    length = head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0]
    await reader.readexactly(int(length or 0))
    if b" 200 " not in head[:16]:
        raise AssertionError(f"a form was not answered: {head[:60]!r}")


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
