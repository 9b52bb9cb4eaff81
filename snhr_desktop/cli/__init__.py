"""The same workspace without a window: commands for scripts, for headquarters, and for looking at what was built."""

import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from snhr_desktop.cli.arguments import Misused, OpenWindow, parse
from snhr_desktop.errors import Refusal
from snhr_desktop.store.refusals import refusal_for


def run(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Run one command. Returns 0 when done, 1 when refused (message on standard error), 2 when misused.

    `open_window` opens a store, or the last one, in a language, or the last one, with a key file or none; the
    command line itself knows no window.
    """
    try:
        command = parse(arguments, open_window)
    except Misused as misused:
        print(misused, file=sys.stderr)
        return 2
    try:
        status = command.run()
        sys.stdout.flush()  # a disk that is full under a redirected output shows here, not after the last word
        return status
    except Refusal as refusal:
        print(refusal.tell(command.language), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 1
    except BrokenPipeError:
        _close_output()  # the reader of our output has left (`| head`): nothing was lost, and there is nobody to tell
        return 1
    except OSError as error:
        refusal_class = refusal_for(error, Path())
        if refusal_class is None:
            raise
        _close_output()
        print(refusal_class(name=Path.cwd().name).tell(command.language), file=sys.stderr)
        return 1


def _close_output() -> None:
    """Give up what could not be written, so that it is not tried again on leaving."""
    with suppress(OSError):
        sys.stdout.close()
