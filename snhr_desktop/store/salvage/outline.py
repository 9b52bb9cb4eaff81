"""The outline of a store's file: which tables it has, where each begins and what the store is, sealed beside it.

Where the first page of the file is destroyed, nothing in the file says where the tables begin; this does. What the
store says of itself lies on one page as well: without it a store of made-up records would come out of a salvage as a
real one, and one whose keys were made anew would not know the signatures of its own office.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from snhr_desktop.store import files, meta, origin
from snhr_desktop.store.driver import DatabaseError
from snhr_desktop.store.keys import CARRIED, Keys

if TYPE_CHECKING:
    from sqlite3 import Connection

FILE_NAME = "outline.sealed"
_PURPOSE, _NONCE = "outline", 12


@dataclass(frozen=True)
class Outline:
    """Number of the last step of the schema, and its rows: type, name, table, first page, statement.

    `said` is what the store says of itself; blank where an earlier edition noted it, or where it cannot be read.
    """

    version: int
    rows: tuple[tuple[Any, ...], ...]
    said: Mapping[str, str]


def of(connection: "Connection") -> Outline:
    """The outline of an open file, with nothing of what the store says where that page is damaged."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    rows = connection.execute("SELECT type, name, tbl_name, rootpage, sql FROM sqlite_master ORDER BY rowid")
    return Outline(version, tuple(tuple(row) for row in rows), _said(connection))


def _said(connection: "Connection") -> Mapping[str, str]:
    try:
        return {key: value for key in (*origin.KEPT, CARRIED) if (value := meta.find(connection, key)) is not None}
    except DatabaseError:
        return {}


def note(connection: "Connection", folder: Path, keys: Keys) -> None:
    """Write the outline beside the file, where it is another than the one noted. Raises `OSError`."""
    found = of(connection)
    if read(folder, keys) == found:
        return
    nonce = os.urandom(_NONCE)
    plain = json.dumps([found.version, found.rows, dict(found.said)]).encode()
    sealed = ChaCha20Poly1305(keys.of(_PURPOSE)).encrypt(nonce, plain, None)
    files.replace_file(folder / FILE_NAME, nonce + sealed)


def read(folder: Path, keys: Keys) -> Outline | None:
    """The outline noted; None where there is none that these keys open."""
    try:
        content = (folder / FILE_NAME).read_bytes()
        plain = ChaCha20Poly1305(keys.of(_PURPOSE)).decrypt(content[:_NONCE], content[_NONCE:], None)
        version, rows, *said = json.loads(plain)
        return Outline(int(version), tuple(tuple(row) for row in rows), said[0] if said else {})
    except (OSError, InvalidTag, ValueError, TypeError):
        return None
