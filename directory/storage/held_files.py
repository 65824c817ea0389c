"""Files that are held for as long as they are read or written, where only this user can see them."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PREFIX = "held-"
_LEFT_BEHIND = 3_600  # seconds after which a folder is that of a process that was killed


@contextmanager
def held_folder(data_dir: Path) -> Iterator[Path]:
    """A folder that is gone at the end; so is what a process left behind that was killed meanwhile."""
    for folder in data_dir.glob(f"{_PREFIX}*"):
        if folder.stat().st_mtime < time.time() - _LEFT_BEHIND:
            shutil.rmtree(folder, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=_PREFIX, dir=data_dir) as folder_name:
        yield Path(folder_name)
