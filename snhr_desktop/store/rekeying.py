"""All keys of a store made anew, after a suspicion that somebody has the old ones.

A second file is written under the new keys and compared with the first; then the keyslots hold the old slots and
those to come, the new file takes the place of the old one in one step, and the keyslots are written with the new slots
alone. Cut short at any moment, the store opens with the old secrets or with the new, and loses nothing
(`unlocking` finds out which). The names and keys of attachments stay: they are inside what is encrypted.

Only the passphrase it is asked with goes on. Every other user is given one again, since nobody knows theirs; the
recovery code is another; the headquarters' key is sealed for anew. Copies made before keep the old keys.
"""

import os
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from snhr_desktop.errors import DamagedStore, DiskFull, StoreBusy, WrongPassphrase
from snhr_desktop.i18n import N_, Message
from snhr_desktop.store import files, history, keyring, keyslots, known, meta, proof, signing
from snhr_desktop.store.driver import DatabaseError, is_intact
from snhr_desktop.store.keys import CARRIED, Keys
from snhr_desktop.store.keyslots import Keyslots, Unlocked
from snhr_desktop.store.known import Known
from snhr_desktop.store.layout import DATABASE, REKEYED
from snhr_desktop.store.opened import connect_with
from snhr_desktop.store.refusals import is_full, told
from snhr_desktop.store.slots import PASSPHRASE
from snhr_desktop.store.unlocking import unlock
from snhr_desktop.store.upkeep import remove_unfinished, whole

if TYPE_CHECKING:
    from sqlite3 import Connection

COPYING, COMPARING, SWITCHING = (
    N_("Writing the store anew under other keys…"),
    N_("Comparing what was written…"),
    N_("Putting it in place of the old…"),
)
_FULL = "database or disk is full"
"""How SQLCipher's copying tells it: in words alone, without the code that every other statement gives."""
Progress = Callable[[Message], object]
"""Is told what begins."""


def rekey(folder: Path, passphrase: str, actor: str, progress: Progress = lambda _: None) -> str:
    """Give a store that is closed everywhere other keys; returns its new recovery code, to be shown once.

    `passphrase` is that of the user who asks, and goes on. Raises `WrongPassphrase` (a recovery code is none here),
    `StoreBusy` while any window has the store open, `DiskFull` (it needs as much room as the store has), `DamagedStore`
    where the copy is not what was copied, and what opening raises. Then everything is as it was.
    """
    with told(folder, writing=True):
        unlocked = unlock(folder, lambda slots: _by_passphrase(slots, passphrase), read_only=False)
        old, new = Keys(unlocked.master), Keys(os.urandom(32))
        slots = keyslots.read_keyslots(folder)
        try:
            with closing(connect_with(folder, old, read_only=False)) as connection:
                old.carry(meta.read(connection, CARRIED))
                agreed = known.believed(connection, slots)
                coming, code = _coming(slots, agreed, new, passphrase, unlocked.user)
                _close_others_out(connection)
                try:
                    progress(COPYING)
                    _copy(connection, folder, new)
                    progress(COMPARING)
                    with history.acting(unlocked.user):
                        _compare(connection, folder, old, new, coming, actor)
                except BaseException:
                    remove_unfinished(folder)
                    raise
                progress(SWITCHING)
                replace(slots, next=coming).write(folder)
                _switch(folder)
        finally:
            old.wipe()
            new.wipe()
        with suppress(OSError):  # it is done, and its code has to be shown: the next opening writes the slots
            coming.write(folder)
    return code


def _by_passphrase(slots: Keyslots, passphrase: str) -> Unlocked:
    unlocked = slots.unlock(passphrase)
    if unlocked.kind != PASSPHRASE:
        raise WrongPassphrase
    return unlocked


def _coming(slots: Keyslots, agreed: Known, new: Keys, passphrase: str, user: str) -> tuple[Keyslots, str]:
    """The slots of the new keys: of one user, of the recovery code that is returned, and of headquarters.

    Of the headquarters that the store knows: another in the file was planted, and is sealed for no more.
    """
    master = bytes(new.master())
    bare = replace(slots, slots=(), headquarters=None, limit=agreed.limit, next=None)
    coming, code = bare.with_passphrase(master, passphrase, user).with_recovery(master)
    return coming.with_headquarters(master, agreed.headquarters), code


def _close_others_out(connection: "Connection") -> None:
    """Hold the file alone until the connection closes, with nothing left in a log. Raises `StoreBusy`."""
    connection.execute("PRAGMA locking_mode = exclusive")
    if connection.execute("PRAGMA journal_mode = delete").fetchone()[0] != "delete":
        raise StoreBusy
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")


def _copy(connection: "Connection", folder: Path, new: Keys) -> None:
    """Everything into a second file under the new keys."""
    remove_unfinished(folder)
    files.make_file(folder / REKEYED)
    key = new.of("database").hex() + new.of("database-salt")[:16].hex()
    connection.execute(f"ATTACH DATABASE ? AS fresh KEY \"x'{key}'\"", (str(folder / REKEYED),))
    try:
        try:
            connection.execute("SELECT sqlcipher_export('fresh')").fetchone()
        except DatabaseError as error:
            if not is_intact(connection):
                raise DamagedStore(name=folder.name) from error
            if str(error) == _FULL:
                raise DiskFull(name=folder.name) from error
            raise
        if not is_intact(connection):
            raise DamagedStore(name=folder.name)
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        connection.execute(f"PRAGMA fresh.user_version = {version}")
    finally:
        connection.execute("DETACH DATABASE fresh")


def _compare(connection: "Connection", folder: Path, old: Keys, new: Keys, coming: Keyslots, actor: str) -> None:
    """Hold the copy against the store, and write into it what happened. Raises `DamagedStore`."""
    with closing(connect_with(folder, new, read_only=False, name=REKEYED)) as fresh:
        try:
            asked = (f"PRAGMA {check}" for check in ("cipher_integrity_check", "quick_check"))
            told_whole = [fresh.execute(question).fetchall() for question in asked]
        except DatabaseError as error:
            raise (DiskFull if is_full(folder) else DamagedStore)(name=folder.name) from error
        same = _measure(fresh) == _measure(connection)
        if told_whole != [[], [("ok",)]] or not same:
            raise DamagedStore(name=folder.name)
        with whole(fresh):
            meta.write(fresh, CARRIED, old.lasting(new))
            proof.leave(fresh, coming)
            before = history.newest(fresh)
            keyring.record(fresh, known.REKEYED, actor, coming=coming)
            signing.sign(fresh, old, before)
    files.sync(folder / REKEYED)


def _measure(connection: "Connection") -> list[tuple[str, int]]:
    """Every table with its rows, and the head of the history, which stands for all that was ever saved."""
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    counted = [
        (str(name), int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])) for (name,) in tables
    ]
    return [*counted, (history.chain_head(connection), 0)]


def _switch(folder: Path) -> None:
    """Put the new file in place of the old one, which is emptied: whoever waits for it finds no store in it.

    Once it has the name it is done, whatever the disk says then: its code has to be shown.
    """
    held = os.open(folder / DATABASE, os.O_RDWR)  # closed last: closing it gives up the lock on the file
    try:
        (folder / REKEYED).replace(folder / DATABASE)
        with suppress(OSError):
            files.sync_folder(folder)
        with suppress(OSError):
            os.ftruncate(held, 0)
    finally:
        os.close(held)
