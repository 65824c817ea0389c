"""A real Redis for the tests, on a socket in a folder of its own."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

PROGRAM = shutil.which("redis-server")


@contextmanager
def running_redis() -> Iterator[str]:
    """The REDIS_URL of a server that keeps nothing, gone when the block is left."""
    with TemporaryDirectory(prefix="redis-") as folder:
        path = Path(folder) / "redis.sock"
        options = ["--port", "0", "--unixsocket", str(path), "--save", "", "--appendonly", "no"]
        assert PROGRAM is not None
        with subprocess.Popen([PROGRAM, *options], cwd=folder, stdout=subprocess.DEVNULL) as process:
            try:
                _wait_for(path, process)
                yield f"unix://{path}"
            finally:
                process.terminate()


def _wait_for(path: Path, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 10
    while time.monotonic() < until and process.poll() is None:
        with socket.socket(socket.AF_UNIX) as tried:
            if tried.connect_ex(str(path)) == 0:
                return
        time.sleep(0.01)
    raise TimeoutError("redis-server did not start")
