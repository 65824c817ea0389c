"""The one HTTP server of a process: its socket, and serving an app on it until told to stop."""

import asyncio
import contextlib
import errno
import socket
from collections.abc import Iterator

from starlette.types import ASGIApp
from uvicorn import Config, Server

from bot.errors import StartError

# What is in hand has that long, below the ten seconds that container runtimes give after SIGTERM.
_GRACE_SECONDS = 8


def listen(host: str, port: int) -> socket.socket:
    """The socket, taken before anything else is done. Raises StartError."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        socket.getaddrinfo(host, port, family)  # by itself, as create_server hides what kind of error it is
        return socket.create_server((host, port), family=family, backlog=512)
    except (OSError, UnicodeError) as error:
        reason = str(getattr(error, "strerror", None) or error).partition(" (while")[0]
        raise StartError(
            f"The web chat cannot be served on {host} port {port} ({reason}): {_way_to_listen(error)}."
        ) from None


def _way_to_listen(error: Exception) -> str:
    """What to set so that there is something to listen on: the address is at fault, or the port."""
    no_such_host = isinstance(error, (socket.gaierror, UnicodeError))
    if no_such_host or getattr(error, "errno", None) == errno.EADDRNOTAVAIL:
        return "set WEB_HOST to an address of this machine, such as 127.0.0.1 (0.0.0.0 is all of them)"
    return "stop what uses it, or set WEB_PORT to another port (0 takes a free one)"


async def serve(app: ASGIApp, listening: socket.socket, stop: asyncio.Event) -> None:
    """Serve until `stop` is set, and finish what is in hand."""
    server = _QuietServer(_config(app))
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        stopping.cancel()
        server.should_exit = True
        await serving


class _QuietServer(Server):
    """Uvicorn's server, which leaves the signals to `run`."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _config(app: ASGIApp) -> Config:
    """No access log: nothing of what people send is written down, nor who sends it."""
    return Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="off",
        timeout_graceful_shutdown=_GRACE_SECONDS,
        server_header=False,
    )
