"""A process that takes files in until it is killed: each one that is acknowledged is told on standard output."""

import sys
from pathlib import Path

from snhr_desktop.domain.records import AttachmentLink
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE


def tell(word: str) -> None:
    """One line, at once."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def main() -> None:
    """Arguments: the store, the identity of an incident, the folder of the files."""
    store, uid, folder = sys.argv[1:]
    with Workspace.open(Path(store), PASSPHRASE) as workspace:
        tell("open")
        for path in sorted(Path(folder).iterdir()):
            taken = workspace.take_in(path, [AttachmentLink(record="incident", target=uid)])
            tell(taken.file.attachment.sha256)
    tell("done")


main()
