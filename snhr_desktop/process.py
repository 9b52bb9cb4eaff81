"""What the system may keep or show of this process: files for its user alone, and no copy of its memory."""

import ctypes
import os
import sys
from contextlib import suppress

_PR_SET_DUMPABLE = 4


def keep_private() -> None:
    """Write files for their owner alone, leave no core file, and let no other process of the user read the memory.

    Each process says so for itself: what it starts begins anew. Where the system knows one of these not, the others
    still hold.
    """
    os.umask(0o077)
    with suppress(ImportError, OSError, ValueError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
