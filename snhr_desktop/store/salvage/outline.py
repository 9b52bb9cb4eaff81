"""The outline of a store's file: which tables it has and where each begins, sealed beside it.

Where the first page of the file is destroyed, nothing in the file says where the tables begin; this does.
"""

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from snhr_desktop.store import files
from snhr_desktop.store.keys import Keys

if TYPE_CHECKING:
    from sqlite3 import Connection

FILE_NAME = "outline.sealed"
_PURPOSE, _NONCE = "outline", 12

Outline = tuple[int, tuple[tuple[Any, ...], ...]]
"""Number of the last step of the schema, and the rows of the schema: type, name, table, first page, statement."""


def of(connection: "Connection") -> Outline:
    """The outline of an open file."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    rows = connection.execute("SELECT type, name, tbl_name, rootpage, sql FROM sqlite_master ORDER BY rowid")
    return version, tuple(tuple(row) for row in rows)


def note(connection: "Connection", folder: Path, keys: Keys) -> None:
    """Write the outline beside the file, where it is another than the one noted. Raises `OSError`."""
    found = of(connection)
    if read(folder, keys) == found:
        return
    nonce = os.urandom(_NONCE)
    sealed = ChaCha20Poly1305(keys.of(_PURPOSE)).encrypt(nonce, json.dumps(found).encode(), None)
    files.replace_file(folder / FILE_NAME, nonce + sealed)


def read(folder: Path, keys: Keys) -> Outline | None:
    """The outline noted; None where there is none that these keys open."""
    try:
        content = (folder / FILE_NAME).read_bytes()
        plain = ChaCha20Poly1305(keys.of(_PURPOSE)).decrypt(content[:_NONCE], content[_NONCE:], None)
        version, rows = json.loads(plain)
        return int(version), tuple(tuple(row) for row in rows)
    except (OSError, InvalidTag, ValueError, TypeError):
        return None
