"""The keys of an open store: one master key in memory, and the keys for single purposes that follow from it."""

import hashlib
import hmac


class Keys:
    """Holds the master key for as long as a store is open.

    `wipe` overwrites it. What was handed out before is bytes that Python frees when it likes, and no longer ours.
    """

    def __init__(self, master: bytes | bytearray) -> None:
        """Take a copy of the master key, 32 bytes."""
        self._master = bytearray(master)

    def of(self, purpose: str) -> bytes:
        """The 32-byte key for one purpose, of which no other follows. Raises `ValueError` once wiped."""
        return subkey(self.master(), purpose)

    def master(self) -> bytearray:
        """The master key itself, to be wrapped for another keyslot. Raises `ValueError` once wiped."""
        if not self._master:
            raise ValueError("the keys of this store were wiped")
        return self._master

    def wipe(self) -> None:
        """Overwrite the master key; a second time does nothing."""
        self._master[:] = bytes(len(self._master))
        self._master.clear()


def subkey(master: bytes | bytearray, purpose: str) -> bytes:
    """A 32-byte key for one purpose, of which no other follows."""
    return hmac.new(master, f"snhr-store/{purpose}".encode(), hashlib.sha256).digest()
