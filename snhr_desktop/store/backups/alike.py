"""Whether a backup still is what was verified: its label is bound to the database that it was written for.

Nobody writes a label who has not the keys, and anybody can lay another database under one. So each look opens the
database and asks for the end of its history, which costs milliseconds; the whole of it is read again in turns.
"""

import hashlib
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from snhr_desktop.errors import Refusal
from snhr_desktop.store import history, keyslots
from snhr_desktop.store.backups import carrying
from snhr_desktop.store.backups.label import Label
from snhr_desktop.store.driver import DatabaseError
from snhr_desktop.store.identity import now
from snhr_desktop.store.keys import Keys
from snhr_desktop.store.layout import DATABASE
from snhr_desktop.store.opened import connect_with


def digest_of_keys(folder: Path) -> str:
    """The SHA-256 of what the keyslots of a folder say. Raises what reading them raises."""
    return hashlib.sha256(keyslots.read_keyslots(folder).content()).hexdigest()


def is_alike(folder: Path, label: Label, keys: Keys) -> bool:
    """Whether a folder has the name, size, keyslots and end of history that its label says; False for what is unread.

    A label from before this was written there says nothing of name and keyslots.
    """
    try:
        if label.name not in ("", folder.name) or label.size != (folder / DATABASE).stat().st_size:
            return False
        if label.keyslots not in ("", digest_of_keys(folder)):
            return False
        with closing(connect_with(folder, keys, read_only=True)) as connection:
            entries = int(connection.execute("SELECT coalesce(max(id), 0) FROM revision").fetchone()[0])
            return (entries, history.chain_head(connection)) == (label.entries, label.head)
    except (OSError, DatabaseError, Refusal):
        return False


def read_in_turn(folders: tuple[Path, ...], keys: Keys, most: int, go_on: Callable[[], None]) -> None:
    """Read the database of one backup again, whichever was read longest ago, and note in its label what was found.

    None that is larger than `most` bytes. Raises `OSError` and what `go_on` raises.
    """
    labels = ((folder, Label.read(folder, keys)) for folder in folders)
    known = [(folder, label) for folder, label in labels if label and label.digest and label.verified_at]
    small = [pair for pair in known if pair[1].size <= most]
    if not small:
        return
    folder, label = min(small, key=lambda pair: pair[1].read_at)
    same = carrying.digest(folder / DATABASE, go_on) == label.digest
    replace(label, read_at=now(), changed=not same).write(folder, keys)
