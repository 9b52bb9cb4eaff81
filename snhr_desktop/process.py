"""What the system may keep or show of this process: files for its user alone, and no copy of its memory.

Nor of what it works on: mistakes are told by their place, and what libraries write aside they write in memory.
"""

import ctypes
import os
import sys
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType

_PR_SET_DUMPABLE = 4
_PROGRAM = Path(__file__).parent
_IN_MEMORY = ("/dev/shm",)
"""Folders that lie in memory on every Linux, beside the one of the session."""


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


def tell_places_only() -> None:
    """Have a mistake of the program that nobody caught, on whichever thread, told without its text or its lines.

    Both may quote a record, and what is told on a terminal is kept by terminals, journals and scripts.
    """
    sys.excepthook = _tell
    threading.excepthook = lambda told: _tell(told.exc_type, told.exc_value, told.exc_traceback)
    sys.unraisablehook = lambda told: _tell(told.exc_type, told.exc_value, told.exc_traceback)


def place_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Type and place of an error: `KeyError in figures/ask.py, line 41`. Its own text may quote a record: left out.

    The place is the innermost of the program itself: what a library did is known from who called it.
    """
    steps = []
    while trace is not None:
        steps.append((Path(trace.tb_frame.f_code.co_filename), trace.tb_lineno))
        trace = trace.tb_next
    if not steps:
        return kind.__name__
    path, line = next((step for step in reversed(steps) if step[0].is_relative_to(_PROGRAM)), steps[-1])
    return f"{kind.__name__} in {path.parent.name}/{path.name}, line {line}"


def keep_aside_in_memory() -> None:
    """Have what libraries write aside, as the pages on their way to a print queue, lie in memory and on no disk.

    Where the system has no folder in memory, the usual one stays.
    """
    for folder in (os.environ.get("XDG_RUNTIME_DIR", ""), *_IN_MEMORY):
        if folder and Path(folder).is_dir() and os.access(folder, os.W_OK | os.X_OK):
            os.environ["TMPDIR"] = folder
            return


def print_here_only() -> None:
    """Have printing speak to the print service of this machine, through its file, and never ask a network for one.

    Where that file is missing, the library of CUPS would try TCP, and elsewhere what its settings name.
    """
    if sys.platform == "linux":
        os.environ["CUPS_SERVER"] = "/run/cups/cups.sock"


def _tell(kind: type[BaseException], _: BaseException | None, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.exit(130)
    with suppress(OSError, ValueError, AttributeError):  # there may be no standard error any more
        sys.stderr.write(f"A mistake in the program: {place_of(kind, trace)}\n")
