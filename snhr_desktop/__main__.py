"""`python -m snhr_desktop` and the `snhr-desktop` command: a window without arguments, a command with them."""

import io
import os
import sys
from pathlib import Path

from snhr_desktop.errors import NoScreen
from snhr_desktop.process import keep_aside_in_memory, keep_private, print_here_only, tell_places_only


def main() -> int:
    """The command `snhr-desktop`, as a process of its own; returns the exit status."""
    tell_places_only()
    return start()


def start() -> int:
    """Run the command line; returns the exit status (0 done, 1 refused, 2 misused)."""
    keep_private()  # whichever way it is started
    for stream in (sys.stdout, sys.stderr):
        # a terminal of another encoding shows what it can; the work itself must not fail for a letter
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    from snhr_desktop.cli import run

    return run(sys.argv[1:], _open_window)


def _open_window(store: Path | None, language: str | None, key_file: Path | None) -> int:
    """Qt is loaded only for a window. Raises `NoScreen`, where Qt itself would end the process."""
    if not _has_screen():
        raise NoScreen
    keep_aside_in_memory()
    print_here_only()
    from snhr_desktop import app

    return app.run(store, language, key_file)


def _has_screen() -> bool:
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
