"""What was typed and could not be written before the store was locked: kept in memory, under a key of the store."""

import json
import os
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from snhr_desktop.workspace.drafts import DraftDoor
from snhr_desktop.workspace.typed import TypedDoor

_PURPOSE = "sealed drafts"
_NONCE = 12


class SealDoor(DraftDoor, TypedDoor):
    """Whoever holds what is sealed learns its length, and nothing else without opening the store."""

    def seal(self, key: str, raw: Mapping[str, Any]) -> bytes:
        """A draft as bytes that only this store, opened, reads."""
        nonce = os.urandom(_NONCE)
        said = json.dumps({"key": key, "raw": raw}).encode()
        return nonce + self._cipher().encrypt(nonce, said, None)

    def put_sealed(self, sealed: bytes) -> bool:
        """Keep a sealed draft as the draft it is; False where it is of another store. Raises as `put_draft` does."""
        try:
            said = json.loads(self._cipher().decrypt(sealed[:_NONCE], sealed[_NONCE:], None))
        except InvalidTag:
            return False
        self.put_draft(said["key"], said["raw"])
        return True

    def _cipher(self) -> ChaCha20Poly1305:
        return ChaCha20Poly1305(self._store.keys.of(_PURPOSE))
