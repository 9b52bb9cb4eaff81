"""A program with a store open, and a form being typed in, that does nothing but hear what the system announces."""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtTest import QTest

from snhr_desktop.ui.entry_page import EntryPage
from tests.ui.locking.memory_child import open_window

TYPED = "typed when the lid was closed"


def _tell(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def main(folder: Path, settings: Path) -> int:
    """Ends with whoever began it."""
    window = open_window(folder, settings)
    assert window.shell is not None
    window.go("entry")
    while not isinstance(page := window.shell.page(), EntryPage) or not page.form.body.editors:
        QTest.qWait(50)
    window.worker.settle()
    page.form.body.editors["title_en"].set_raw(TYPED)
    page.form.body.edited.emit()
    sys.stdin.readline()  # over the passphrase, which lies where lines are read to
    window.locking.cleared.connect(lambda: _tell("cleared"))
    _tell("typing")
    QTimer.singleShot(60_000, lambda: QCoreApplication.exit(3))
    return QCoreApplication.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
