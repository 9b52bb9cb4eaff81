"""What a restore that was cut short left beside a store: a whole copy, which opens with the same passphrase."""

import glob
import shutil
import time
from contextlib import suppress
from pathlib import Path

from snhr_desktop.errors import Refusal
from snhr_desktop.store import keyslots

AGE = 24 * 60 * 60
"""Seconds after which nobody is still at it: a backup that was tried waits for an answer in an open window."""


def clear(folder: Path) -> None:
    """Remove old ones of this store, their keys first; what cannot be removed stays."""
    for path in folder.parent.glob(f".{glob.escape(folder.name)}.*.restoring"):
        with suppress(OSError, Refusal):
            same = keyslots.read_keyslots(path).store_id == keyslots.read_keyslots(folder).store_id
            if same and not path.is_symlink() and time.time() - path.stat().st_mtime > AGE:
                keyslots.destroy(path)
                shutil.rmtree(path)
