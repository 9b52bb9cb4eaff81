"""An unlocked file made ready for use: its schema and all that follows from the program's knowledge up to date."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from snhr_desktop.errors import CountedByOthers, DamagedStore, NewerStore, OlderStore
from snhr_desktop.i18n import N_, Message
from snhr_desktop.store import derived, keyslots, known, meta, origin, signing
from snhr_desktop.store.attachments import leftovers
from snhr_desktop.store.backups.making import make
from snhr_desktop.store.backups.names import MIGRATION
from snhr_desktop.store.backups.vault import inside
from snhr_desktop.store.driver import is_intact
from snhr_desktop.store.keys import CARRIED, Keys
from snhr_desktop.store.layout import REKEYED
from snhr_desktop.store.migrations import STEPS
from snhr_desktop.store.salvage import outline

if TYPE_CHECKING:
    from sqlite3 import Connection

Progress = Callable[[Message, int, int], object]
"""Hears what is begun, how many parts are done, and of how many; on the thread that opens the store."""
ASIDE = N_("A copy is put aside and verified")
STEPS_TAKEN = N_("The records are brought into today’s form")
SIGNED = N_("What is older than signatures is signed")
ANEW = N_("Figures and search are made anew")


def remove_unfinished(folder: Path) -> None:
    """Remove what a change of keys that was cut short left; for whoever has the store open: nobody is at it."""
    for name in (REKEYED, f"{REKEYED}-wal", f"{REKEYED}-shm", f"{REKEYED}-journal"):
        (folder / name).unlink(missing_ok=True)


@contextmanager
def whole(connection: "Connection", kind: str = "IMMEDIATE") -> Iterator[None]:
    """One transaction: all of it is kept, or nothing.

    Raises `DamagedStore` where what it read cannot be trusted, also for a mistake that this led to.
    """
    connection.execute(f"BEGIN {kind}")
    try:
        with _trusted(connection):
            yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:  # after a COMMIT it is not, and a full disk may have undone it already
            connection.execute("ROLLBACK")


@contextmanager
def _trusted(connection: "Connection") -> Iterator[None]:
    try:
        yield
    except Exception as error:
        if is_intact(connection):
            raise
        raise DamagedStore from error
    if not is_intact(connection):
        raise DamagedStore


def unseen(_what: Message, _done: int, _of: int) -> None:
    """For whoever does not watch."""


def bring_up_to_date(
    connection: "Connection", folder: Path, keys: Keys, *, read_only: bool, progress: Progress = unseen
) -> None:
    """Take the missing steps after a backup was made and verified. A newer store, or one half made, is not touched.

    Raises `NewerStore`, `DamagedStore`, or `OlderStore` for an older store, or one with figures of
    another edition, that may only be read.
    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    newest = len(STEPS)
    if version > newest:
        raise NewerStore(name=folder.name)
    if version < 1:
        raise DamagedStore(name=folder.name)
    keys.carry(meta.read(connection, CARRIED))
    if read_only:
        _check_reading(connection, version, folder)
        return
    remove_unfinished(folder)
    leftovers.remove(folder)
    if version < newest:
        parts = newest - version + 3
        progress(ASIDE, 0, parts)
        make(folder, keys, inside(folder), MIGRATION)
        with whole(connection):  # another window that opens the same store waits, and then finds nothing to do
            take_steps(connection, lambda number: progress(STEPS_TAKEN, number - version, parts))
            progress(SIGNED, parts - 2, parts)
            sign_what_was_there(connection, keys)
    if not known.is_kept(connection):
        with whole(connection):
            known.note(connection, known.believed(connection, keyslots.read_keyslots(folder)))
    if not derived.is_current(connection):
        parts = newest - version + 3 if version < newest else 1
        progress(ANEW, parts - 1, parts)
        with whole(connection):
            derived.renew_stale(connection)
    outline.note(connection, folder, keys)


def _check_reading(connection: "Connection", version: int, folder: Path) -> None:
    if version < len(STEPS):
        raise OlderStore(name=folder.name)
    if not derived.is_current(connection):
        raise CountedByOthers(name=folder.name)


def sign_what_was_there(connection: "Connection", keys: Keys) -> None:
    """Sign and seal what is older than signatures and seals; in the transaction of the steps that brought them.

    Never by what the store says at any other time: whoever took all signatures away would have them made anew.
    """
    if signing.is_awaited(connection):
        signing.begin(connection, keys)
    if origin.is_awaited(connection):
        origin.seal(connection, keys)


def take_steps(connection: "Connection", begun: Callable[[int], object] = lambda _: None) -> None:
    """Take the steps of the schema that are missing; in the caller's transaction."""
    # a fifth of a second of loading that opening a store of today does not need
    from snhr_desktop.store.migrate import migrate

    migrate(connection, STEPS, begun)
