"""The secret key under which case references are hashed: made on first need, readable by its owner only.

Whoever holds the key and the database can try out every case reference (26 million) in a minute:
the key belongs in a backup of its own, not beside the database's.
"""

import hmac
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from directory.errors import CaseKeyError

KEY_BYTES = 32
_CHECKED_TEXT = b"Signpost: is this the key of this register?"


def load_or_make_key(file: Path) -> bytes:
    """The key in this file, made first where there is none. Raises CaseKeyError."""
    try:
        if not file.exists():
            _make_key(file)
        return _read_key(file)
    except OSError as error:
        raise CaseKeyError(
            f"The case key file {file} cannot be used ({error.strerror}): "
            "set CASE_KEY_FILE to a file in a folder that this user may write to."
        ) from None


def check_value(key: bytes) -> bytes:
    """What a register keeps to recognise its key by."""
    return hmac.digest(key, _CHECKED_TEXT, "sha256")


def _make_key(file: Path) -> None:
    """Write under another name and link: nobody ever sees half a key, and the first to link wins."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as opened:
            opened.write(secrets.token_hex(KEY_BYTES) + "\n")
            opened.flush()
            os.fsync(opened.fileno())
        with suppress(FileExistsError):
            os.link(draft, file)
    finally:
        draft.unlink()


def _read_key(file: Path) -> bytes:
    with file.open("rb") as opened:
        mode = stat.S_IMODE(os.fstat(opened.fileno()).st_mode)
        if mode & 0o077:
            raise CaseKeyError(
                f"The case key file {file} can be read by others (mode {mode:04o}): run `chmod 600 {file}`."
            )
        text = opened.read(1024).strip()
    try:
        key = bytes.fromhex(text.decode("ascii"))
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise CaseKeyError(
            f"The case key file {file} does not hold a key ({KEY_BYTES * 2} hexadecimal digits): put the key "
            "back from a backup, or, where no cases have been imported, delete the file."
        )
    return key
