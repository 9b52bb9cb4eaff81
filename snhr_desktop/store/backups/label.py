"""What a backup says of itself, sealed with a key of the store: nobody else reads it, and nobody writes one."""

import json
import os
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from snhr_desktop.store import files
from snhr_desktop.store.keys import Keys

FILE_NAME = "label.sealed"
_PURPOSE = "backup-label"
_NONCE = 12


@dataclass(frozen=True)
class Label:
    """`verified_at` (UTC, ISO) is when the copy was opened and found to be what the store was then.

    `head` and `entries` are the head of the history and its length; `size` is the database's, bytes; `files` are the
    attachments that belong to it, by path inside their folder, with their sizes; `held` has the SHA-256 of the
    encrypted files and when each was last read there, `spoilt` those found to be no longer as they were copied.

    What it is bound to: the `name` of its folder, the SHA-256 of its database (`digest`) and of its `keyslots`.
    `read_at` is when the whole database was last read there, `changed` whether it was another then.
    """

    verified_at: str
    head: str
    entries: int
    incidents: int
    cases: int
    size: int = 0
    files: Mapping[str, int] = field(default_factory=dict)
    held: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    spoilt: Sequence[str] = ()
    name: str = ""
    digest: str = ""
    keyslots: str = ""
    read_at: str = ""
    changed: bool = False

    def write(self, folder: Path, keys: Keys) -> None:
        """Put it beside the database of a backup."""
        nonce = os.urandom(_NONCE)
        plain = zlib.compress(json.dumps(asdict(self)).encode())
        sealed = ChaCha20Poly1305(keys.of(_PURPOSE)).encrypt(nonce, plain, None)
        files.replace_file(folder / FILE_NAME, nonce + sealed)

    @classmethod
    def read(cls, folder: Path, keys: Keys) -> Self | None:
        """What the backup in a folder says; None where it says nothing that these keys open."""
        try:
            content = (folder / FILE_NAME).read_bytes()
            plain = ChaCha20Poly1305(keys.of(_PURPOSE)).decrypt(content[:_NONCE], content[_NONCE:], None)
            said: dict[str, Any] = json.loads(zlib.decompress(plain))
            return cls(**said)
        except (OSError, InvalidTag, ValueError, TypeError, zlib.error):
            return None
