"""Whether nobody has the present store open, before another takes its place.

What was saved to it from then on would stand in the one put aside, and be compared by nobody.
"""

from contextlib import closing
from pathlib import Path

from snhr_desktop.domain.rights import RESTORE, NotYourRole, may
from snhr_desktop.errors import Refusal, StoreBusy, TriedTooSoon
from snhr_desktop.store import attempts, keyslots, users
from snhr_desktop.store.driver import DatabaseError
from snhr_desktop.store.keys import Keys
from snhr_desktop.store.keyslots import Unlocked
from snhr_desktop.store.opened import connect_with


def ensure_alone(folder: Path, secret: str) -> None:
    """See that nobody has the present store open, where the passphrase opens it, and that its user may replace it.

    A try at it is slowed and counted, and the one that destroys is left. Raises `TriedTooSoon`, `StoreBusy`,
    `NotYourRole`.
    """
    try:
        unlocked = unlocked_for(folder, secret, spared=True)
    except TriedTooSoon:
        raise
    except Refusal:
        return  # a store that cannot be opened is open nowhere that could save to it
    keys = Keys(unlocked.master)
    try:
        with closing(connect_with(folder, keys, read_only=True)) as connection:
            if unlocked.user and not may(users.role_of(connection, unlocked.user), RESTORE):
                raise NotYourRole.of(RESTORE)
        ensure_alone_with(folder, keys)
    except DatabaseError:
        return
    finally:
        keys.wipe()


def ensure_alone_with(folder: Path, keys: Keys) -> None:
    """The same of a store whose keys are known. Raises `StoreBusy`; what cannot be opened is open nowhere."""
    try:
        with closing(connect_with(folder, keys, read_only=False)) as connection:
            mode = connection.execute("PRAGMA journal_mode = delete").fetchone()[0]
    except DatabaseError as error:
        if "locked" in str(error):
            raise StoreBusy(name=folder.name) from error
        return
    if mode != "delete":
        raise StoreBusy(name=folder.name)


def unlocked_for(folder: Path, secret: str, *, spared: bool) -> Unlocked:
    """The master key of a present store, tried as at any unlocking: too soon, it is not tried; wrong, it is counted.

    `spared` leaves the last try: for a secret that was typed for something else, and may be from before a change.
    """
    slots = keyslots.read_keyslots(folder)
    with attempts.counted(folder, opened=spared):
        unlocked = slots.unlock(secret)
        attempts.forget(folder)
    return unlocked
