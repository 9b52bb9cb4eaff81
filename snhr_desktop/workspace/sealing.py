"""What was typed and could not be written before the store was locked: kept in memory, under a key of the store."""

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import partial
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from snhr_desktop.store import drafts
from snhr_desktop.store.drafts import Draft
from snhr_desktop.workspace.drafts import DraftDoor
from snhr_desktop.workspace.typed import TypedDoor

_PURPOSE = "sealed drafts"
_NONCE = 12


class SealDoor(DraftDoor, TypedDoor):
    """Whoever holds what is sealed learns its length, and nothing else without opening the store."""

    def seal(self, unkept: Iterable[tuple[str, Mapping[str, Any]]]) -> tuple[bytes, ...]:
        """What could not be written, as drafts with their keys, and what waits since an earlier lock.

        Each as bytes that only this store, opened, reads.
        """
        for key, raw in unkept:
            self._need_not_wait(key)
            self._unwritten.take(drafts.draft_of(key, raw))
        return tuple(map(self._sealed, self._unwritten))

    def unseal(self, sealed: Iterable[bytes]) -> None:
        """Hold what was sealed until it is written: it is among the drafts at once. What is another store's is not."""
        for one in sealed:
            with suppress(InvalidTag):
                said = json.loads(self._cipher().decrypt(one[:_NONCE], one[_NONCE:], None))
                self._unwritten.take(drafts.draft_of(said["key"], said["raw"], said["at"]))

    def write_unsealed(self) -> None:
        """Write what was sealed as the drafts it is, unless it was overtaken. Raises as `put_draft` does."""
        with self._store.reading() as connection:
            self._unwritten.settle(partial(drafts.at_of, connection))
        for draft in tuple(self._unwritten):
            self.put_draft(draft.key, draft.raw)

    def _sealed(self, draft: Draft) -> bytes:
        nonce = os.urandom(_NONCE)
        said = json.dumps({"key": draft.key, "raw": draft.raw, "at": draft.at}).encode()
        return nonce + self._cipher().encrypt(nonce, said, None)

    def _cipher(self) -> ChaCha20Poly1305:
        return ChaCha20Poly1305(self._store.keys.of(_PURPOSE))
