"""The secret key under which case references are hashed: made on first need, readable by its owner only.

Whoever holds the key and the database can try out every case reference (26 million) in a minute:
the key belongs in a backup of its own, not beside the database's.

A key is a chain. Nobody can hash a reference anew without the reference, which is stored nowhere; so
re-keying hashes the hash again under a new key, HMAC(new, HMAC(old, reference)), and the file holds
both, one a line, oldest first. Who once learnt the old key learns nothing from the new register.
"""

import hmac
import os
import secrets
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from directory.errors import CaseKeyError

KEY_BYTES = 32
_CHECKED_TEXT = b"Signpost: is this the key of this register?"
_LARGEST_FILE = 65_536


@dataclass(frozen=True)
class CaseKey:
    """The key of a register of cases: its links, oldest first; `repr` does not show them."""

    links: tuple[bytes, ...] = field(repr=False)

    @cached_property
    def hash(self) -> Callable[[bytes], bytes]:
        """The keyed hash of a text: HMAC-SHA256 under each link in turn.

        The links are made ready once, which halves the time: it is asked for at every message.
        """
        ready = [hmac.new(link, digestmod="sha256") for link in self.links]

        def hashed(text: bytes) -> bytes:
            for link in ready:
                one = link.copy()
                one.update(text)
                text = one.digest()
            return text

        return hashed

    def with_new_link(self) -> "CaseKey":
        """The key of the same register after it has been re-keyed."""
        return CaseKey((*self.links, secrets.token_bytes(KEY_BYTES)))


def load_or_make_key(file: Path) -> CaseKey:
    """The key in this file, made first where there is none. Raises CaseKeyError."""
    try:
        if not file.exists():
            _make_key(file)
        return _read_key(file)
    except OSError as error:
        raise _cannot_be_used(file, error) from None


def check_value(key: CaseKey) -> bytes:
    """What a register keeps to recognise its key by."""
    return key.hash(_CHECKED_TEXT)


def put_by(file: Path, key: CaseKey) -> None:
    """Write the key that is to take the file's place, beside it. Raises CaseKeyError."""
    try:
        draft = _write_draft(file, key)
        draft.replace(_successor(file))
    except OSError as error:
        raise _cannot_be_used(file, error) from None


def bring_into_use(file: Path, expected: bytes) -> None:
    """Let the key that was put by take the file's place, if it is the one that the register expects.

    Re-keying writes the key, then the database, then calls this; a process that finds the work cut
    off after the database was written finishes it. Raises CaseKeyError.
    """
    successor = _successor(file)
    try:
        if successor.exists() and check_value(_read_key(successor)) == expected:
            successor.replace(file)
    except FileNotFoundError:
        return  # another process did it first
    except OSError as error:
        raise _cannot_be_used(file, error) from None


def _successor(file: Path) -> Path:
    return file.with_name(f"{file.name}.next")


def _make_key(file: Path) -> None:
    """Write under another name and link: nobody ever sees half a key, and the first to link wins."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = _write_draft(file, CaseKey((secrets.token_bytes(KEY_BYTES),)))
    try:
        with suppress(FileExistsError):
            os.link(draft, file)
    finally:
        draft.unlink()


def _write_draft(file: Path, key: CaseKey) -> Path:
    draft = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as opened:
            opened.writelines(f"{link.hex()}\n" for link in key.links)
            opened.flush()
            os.fsync(opened.fileno())
    except BaseException:
        draft.unlink()
        raise
    return draft


def _read_key(file: Path) -> CaseKey:
    with file.open("rb") as opened:
        mode = stat.S_IMODE(os.fstat(opened.fileno()).st_mode)
        if mode & 0o077:
            raise CaseKeyError(
                f"The case key file {file} can be read by others (mode {mode:04o}): run `chmod 600 {file}`."
            )
        text = opened.read(_LARGEST_FILE)
    try:
        links = tuple(bytes.fromhex(line) for line in text.decode("ascii").split())
    except ValueError:
        links = ()
    if not links or any(len(link) != KEY_BYTES for link in links):
        raise CaseKeyError(
            f"The case key file {file} does not hold a key ({KEY_BYTES * 2} hexadecimal digits): put the key "
            "back from a backup, or, where no cases have been imported, delete the file."
        )
    return CaseKey(links)


def _cannot_be_used(file: Path, error: OSError) -> CaseKeyError:
    return CaseKeyError(
        f"The case key file {file} cannot be used ({error.strerror}): "
        "set CASE_KEY_FILE to a file in a folder that this user may write to."
    )
