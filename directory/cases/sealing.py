"""Sealing what has to be read again, such as a number to call back; it is kept no other way.

The key is derived from that of the register of cases, so whoever has a backup of the database alone has
nothing. When the register is re-keyed, what was sealed before can still be read.
"""

from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from directory.cases.case_key import KEY_BYTES, CaseKey
from directory.errors import SealError

_PURPOSE = b"Signpost: sealed, to be read again"


class Seal:
    """Seals texts and reads them again, with every key that the register has had: the newest seals."""

    def __init__(self, key: CaseKey) -> None:
        keys = [key.links[:count] for count in range(len(key.links), 0, -1)]
        self._keys = MultiFernet([_derived(b"".join(links)) for links in keys])

    def seal(self, text: str) -> bytes:
        """The text, sealed."""
        return self._keys.encrypt(text.encode())

    def unseal(self, sealed: bytes) -> str:
        """The text again. Raises SealError."""
        try:
            return self._keys.decrypt(sealed).decode()
        except InvalidToken:
            raise SealError("What was sealed was sealed with another key than CASE_KEY_FILE holds.") from None


def _derived(secret: bytes) -> Fernet:
    derived = HKDF(SHA256(), length=KEY_BYTES, salt=None, info=_PURPOSE).derive(secret)
    return Fernet(urlsafe_b64encode(derived))
