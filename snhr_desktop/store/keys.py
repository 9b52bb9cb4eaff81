"""The keys of an open store: one master key in memory, and the keys for single purposes that follow from it."""

import hashlib
import hmac
import json
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from snhr_desktop.errors import DamagedStore

CARRIED = "carried_keys"
"""Under which name a store keeps, inside what is encrypted, keys for purposes that outlive a change of its keys."""
LASTING = ("attachments", "signing", "seen", "sealed drafts")
"""Those purposes: the names of attachments follow from a key, and headquarters knows the office by its signing key.
This computer finds by the third what it remembers of the store, and what was typed and could not be written is sealed
in memory while the store is closed."""

_NONCE = 12


class Keys:
    """Holds the master key for as long as a store is open.

    `wipe` overwrites it. What was handed out before is bytes that Python frees when it likes, and no longer ours.
    """

    def __init__(self, master: bytes | bytearray) -> None:
        """Take a copy of the master key, 32 bytes."""
        self._master = bytearray(master)
        self._carried: dict[str, bytearray] = {}

    def of(self, purpose: str) -> bytes:
        """The 32-byte key for one purpose, of which no other follows. Raises `ValueError` once wiped."""
        master = self.master()
        carried = self._carried.get(purpose)
        return bytes(carried) if carried else subkey(master, purpose)

    def carry(self, kept: str) -> None:
        """Take over the keys that were kept through a change of the master key, as `lasting` wrote them.

        Raises `DamagedStore` for what was not sealed for this master key.
        """
        if kept:
            try:
                sealed = bytes.fromhex(kept)
                plain = self._seal().decrypt(sealed[:_NONCE], sealed[_NONCE:], None)
            except (ValueError, InvalidTag) as error:
                raise DamagedStore from error
            self._carried = {purpose: bytearray.fromhex(key) for purpose, key in json.loads(plain).items()}

    def lasting(self, new: "Keys") -> str:
        """The keys to be kept through a change of the master key, sealed for the new one.

        They are written inside what is encrypted, and even so whoever has the key of the database alone reads none.
        """
        nonce = os.urandom(_NONCE)
        plain = json.dumps({purpose: self.of(purpose).hex() for purpose in LASTING}).encode()
        return (nonce + new._seal().encrypt(nonce, plain, None)).hex()

    def _seal(self) -> ChaCha20Poly1305:
        return ChaCha20Poly1305(subkey(self.master(), "carried"))

    def master(self) -> bytearray:
        """The master key itself, to be wrapped for another keyslot. Raises `ValueError` once wiped."""
        if not self._master:
            raise ValueError("the keys of this store were wiped")
        return self._master

    def are_wiped(self) -> bool:
        """Whether the store was closed."""
        return not self._master

    def wipe(self) -> None:
        """Overwrite the master key; a second time does nothing."""
        for held in (self._master, *self._carried.values()):
            held[:] = bytes(len(held))
            held.clear()


def subkey(master: bytes | bytearray, purpose: str) -> bytes:
    """A 32-byte key for one purpose, of which no other follows."""
    return hmac.new(master, f"snhr-store/{purpose}".encode(), hashlib.sha256).digest()
