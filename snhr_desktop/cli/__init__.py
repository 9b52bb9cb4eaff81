"""The same workspace without a window: commands for scripts, for headquarters, and for looking at what was built."""

import sys
from collections.abc import Sequence
from contextlib import suppress

from snhr_desktop.cli.arguments import Misused, OpenWindow, parse
from snhr_desktop.errors import Refusal


def run(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Run one command. Returns 0 when done, 1 when refused (message on standard error), 2 when misused.

    `open_window` opens a store, or the last one, in a language, or the last one; the command line itself knows no
    window.
    """
    try:
        command = parse(arguments, open_window)
    except Misused as misused:
        print(misused, file=sys.stderr)
        return 2
    try:
        return command.run()
    except Refusal as refusal:
        print(refusal.tell(command.language), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 1
    except BrokenPipeError:
        # the reader of our output has left (`| head`): nothing was lost, and there is nobody to tell
        with suppress(OSError):
            sys.stdout.close()
        return 1
