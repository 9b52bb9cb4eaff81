"""The seal on every page of an encrypted file, as SQLCipher 4 writes it.

At the end of a page stand its IV and an HMAC-SHA512 over content, IV and page number. It is made with a key of its own:
who has that alone reads nothing.
"""

import hashlib
import hmac

from snhr_desktop.store.keys import Keys
from snhr_desktop.store.wiping import wipe

PAGE, SALT, IV = 4096, 16, 16
USABLE = PAGE - IV - 64
"""Bytes of a page, of the salt that the first begins with, of an IV; and of the content before IV and seal."""


def seal_key(keys: Keys) -> bytes:
    """The key of the seals of a store's file."""
    salt, key = keys.of("database-salt")[:SALT], keys.of("database")
    try:
        return hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, 32)
    finally:
        wipe(key)


class Seal:
    """Holds pages against their seals."""

    def __init__(self, key: bytes) -> None:
        self._begun = hmac.new(key, digestmod="sha512")

    def holds(self, number: int, page: bytes | memoryview) -> bool:
        """Whether a whole page is as it was written under its number, which counts from 1."""
        said = self._begun.copy()
        said.update(page[SALT if number == 1 else 0 : USABLE + IV])
        said.update(number.to_bytes(4, "little"))
        return hmac.compare_digest(said.digest(), page[USABLE + IV :])
