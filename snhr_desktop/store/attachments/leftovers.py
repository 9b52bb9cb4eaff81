"""What an intake that was cut short left in the folder: removed at an opening of the store, after a day."""

import time
from contextlib import suppress
from pathlib import Path

from snhr_desktop.store.layout import ATTACHMENTS

UNFINISHED = ".new"
GRACE = 24 * 3600
"""Seconds after which it is taken for left behind; what is younger may be going on in another window."""


def remove(folder: Path) -> None:
    """Remove what was being taken in when the power went. What cannot be removed is left: it hinders nobody."""
    for path in (folder / ATTACHMENTS).glob(f".*{UNFINISHED}"):
        with suppress(OSError):
            if time.time() - path.lstat().st_mtime > GRACE:
                path.unlink()
