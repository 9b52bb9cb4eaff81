"""From a secret to the keys of a store: wrong tries slowed and counted, a change of keys that was cut short settled."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from snhr_desktop.errors import NotAStore, ReadOnlyFolder, Refusal, WrongPassphrase
from snhr_desktop.store import attempts, keyslots, known
from snhr_desktop.store.driver import DatabaseError
from snhr_desktop.store.keys import Keys
from snhr_desktop.store.keyslots import Keyslots, Unlocked
from snhr_desktop.store.layout import DATABASE
from snhr_desktop.store.opened import connect_with
from snhr_desktop.store.refusals import is_writable

_NOT_A_DATABASE = 26

Unlock = Callable[[Keyslots], Unlocked]
"""Asks keyslots for the master key. Raises `WrongPassphrase`."""


def unlock(folder: Path, ask: Unlock, *, read_only: bool) -> Unlocked:
    """The master key of a store, and whose secret it was.

    Raises `NotAStore`, `TriedTooSoon`, `WrongPassphrase`, `LastTries`, `KeysDestroyed`, `NewerStore`, `DamagedStore`,
    `ReadOnlyFolder`.
    """
    if not (folder / DATABASE).is_file():
        raise NotAStore(name=folder.name or str(folder))
    slots = keyslots.read_keyslots(folder)
    with attempts.counted(folder):
        settled, unlocked = _settled(folder, slots, ask, read_only=read_only)
        attempts.forget(folder)
    if not read_only:
        if not (is_writable(folder) and is_writable(folder / DATABASE)):
            raise ReadOnlyFolder(name=folder.name)
        if slots.next:
            settled.write(folder)
        keyslots.mend_keyslots(folder)
    return unlocked


def _settled(folder: Path, slots: Keyslots, ask: Unlock, *, read_only: bool) -> tuple[Keyslots, Unlocked]:
    """The keyslots that hold from now on, and what they gave.

    Where a change of them was cut short both the old slots and those to come are there. The file of the store says
    which of them it is encrypted under, and where that is both, its history says which it set.
    Raises `WrongPassphrase`.
    """
    if slots.next is None:
        return slots, ask(slots)
    refused: Refusal = WrongPassphrase()
    for candidate in (replace(slots, next=None), slots.next):
        try:
            unlocked = ask(candidate)
            if _holds(folder, slots, candidate, unlocked.master, read_only=read_only):
                return candidate, unlocked
        except WrongPassphrase as wrong:
            refused = wrong
    raise refused


def _holds(folder: Path, slots: Keyslots, candidate: Keyslots, master: bytes, *, read_only: bool) -> bool:
    """Whether the file of a store is encrypted under a key, and its history does not say that other slots hold.

    Raises the driver's errors: it may be busy, or damaged.
    """
    keys = Keys(master)
    try:
        with closing(connect_with(folder, keys, read_only=read_only)) as connection:
            return known.may_stand(connection, slots, candidate)
    except DatabaseError as error:
        if int(getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF == _NOT_A_DATABASE:
            return False
        raise
    finally:
        keys.wipe()
