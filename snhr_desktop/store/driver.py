"""The one place that opens a connection: SQLCipher under SQLite, keyed, durable, and careful with memory.

sqlite-utils prefers a module named `pysqlite3` over the standard library's. It is given SQLCipher under that name
before its first import, so that the exceptions it catches are the ones this driver raises.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast
from urllib.parse import quote

import sqlcipher3
import sqlcipher3.dbapi2

from snhr_desktop.store.wiping import wipe

if TYPE_CHECKING:
    from sqlite3 import Connection

sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", sqlcipher3.dbapi2)

DatabaseError: type[Exception] = sqlcipher3.dbapi2.DatabaseError
BUSY_SECONDS = 5.0
"""How long a statement waits for another window to finish before it is refused as busy."""
_OVER = 8
"""How often what lay in memory is written over."""
CACHE_KIB = 64 * 1024
"""A page that is not in the cache has to be decrypted again; the whole of a field store fits."""

_SETTINGS = (
    "synchronous = full",
    "fullfsync = on",
    "checkpoint_fullfsync = on",
    f"cache_size = -{CACHE_KIB}",
    "foreign_keys = on",
    "trusted_schema = off",
    "cell_size_check = on",
    "temp_store = memory",
    "journal_size_limit = 67108864",
)


def connect(path: Path, key: bytes, salt: bytes, *, read_only: bool = False) -> "Connection":
    """Open an existing file with a raw 32-byte key and its 16-byte salt; statements commit unless a BEGIN is open.

    The salt is given too, so that damage to the first bytes of the file, where it also stands, is no loss.
    Raises the driver's errors; a wrong key shows here and not later.
    """
    if read_only:
        try:
            return _connect(path, key, salt, "mode=ro")
        except DatabaseError as error:
            if not _has_log(path):
                return _connect(path, key, salt, "immutable=1")  # a medium on which no lock file can be made
            if not is_io_error(error):
                raise
            return _connect(path, key, salt, "mode=rw", alone=True)  # no room for one, and saves wait in the log
    connection = _connect(path, key, salt, "mode=rw")
    connection.execute("PRAGMA journal_mode = wal")
    return connection


def scratch() -> "Connection":
    """An empty database in memory, that nothing of a store is written to."""
    return cast("Connection", sqlcipher3.connect(":memory:", isolation_level=None))


def is_io_error(error: Exception) -> bool:
    """Whether the disk did not do what it was asked, of which SQLite does not say why."""
    return int(getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF == 10


def _connect(path: Path, key: bytes, salt: bytes, mode: str, *, alone: bool = False) -> "Connection":
    """`alone` keeps others out and needs no file beside the log; nothing can be written then."""
    opened = sqlcipher3.connect(
        f"file:{quote(str(path.absolute()))}?{mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_SECONDS,
    )
    connection = cast("Connection", opened)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")  # a wrong key would be written to standard error
        if alone:
            connection.execute("PRAGMA locking_mode = exclusive")
            connection.execute("PRAGMA query_only = on")
        _unlock(connection, key, salt)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}")
    except BaseException:
        connection.close()
        raise
    return connection


def _unlock(connection: "Connection", key: bytes, salt: bytes) -> None:
    """Give the key as text, since it cannot be bound, and leave no copy of it behind.

    SQLite frees its own copies without overwriting them. What it is told next, of the same shape and meaning nothing,
    comes to lie where they lay; a test reads the memory. Its memory security, which would overwrite all that is ever
    freed, makes a save three times as slow.
    """
    parts = key.hex(), salt.hex()
    said = f"PRAGMA key = \"x'{parts[0]}{parts[1]}'\""
    try:
        connection.executescript(said)  # the driver keeps no prepared statement of a script
    finally:
        wipe(said, *parts)
        nothing = "0" * (2 * (len(key) + len(salt)))
        for turn in range(_OVER):
            connection.executescript(f"PRAGMA k{turn:02} = \"x'{nothing}'\"")


def is_intact(connection: "Connection") -> bool:
    """Whether every page read so far was as it was written; asking costs microseconds.

    A damaged page at the end of a long value is given out as zeros without an error, and only here told of.
    """
    return bool(connection.execute("PRAGMA cipher_status").fetchone()[0] == "1")


def _has_log(path: Path) -> bool:
    """Whether saves wait in a log beside the file, so that the file alone would be out of date."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0
