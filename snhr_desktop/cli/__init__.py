"""The same workspace without a window: commands for scripts, for headquarters, and for looking at what was built."""

import sys
from collections.abc import Sequence
from contextlib import suppress

from snhr_desktop.cli.arguments import Misused, parse
from snhr_desktop.errors import Refusal


def run(arguments: Sequence[str]) -> int:
    """Run one command. Returns 0 when done, 1 when refused (message on standard error), 2 when misused."""
    try:
        command = parse(arguments)
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
