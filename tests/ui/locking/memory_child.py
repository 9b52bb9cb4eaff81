"""A program with a store open and every page seen, then locked: it waits each time while its memory is read.

What is looked for is told turned over, so that telling it leaves no copy of it.
"""

import sys
from pathlib import Path

from PySide6.QtTest import QTest

from snhr_desktop.i18n import ENGLISH
from snhr_desktop.store.keys import Keys
from snhr_desktop.ui.application import prepare
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.pages import PAGES
from snhr_desktop.ui.settings import Settings
from snhr_desktop.ui.theme import Theme
from snhr_desktop.ui.tongue import Tongue

_PURPOSES = ("database", "attachments", "signing", "sealed drafts")


def _tell(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def _turned(secret: bytes | bytearray) -> str:
    return bytes(byte ^ 0x55 for byte in secret).hex()


def _wait() -> None:
    sys.stdin.readline()


def _rest(window: MainWindow) -> None:
    for _ in range(100):
        window.worker.settle()
        QTest.qWait(60)
        if not window.worker._open:
            return


def _tell_keys(keys: Keys) -> None:
    _tell(_turned(keys.master()))
    for purpose in _PURPOSES:
        _tell(_turned(keys.of(purpose)))


def open_window(folder: Path, settings: Path) -> MainWindow:
    """A window with the store open, by the passphrase that is handed in; its keys are the first lines it prints."""
    prepare()
    tongue = Tongue(ENGLISH)
    window = MainWindow(Kit(tongue, Theme(tongue, "light")), Settings(settings), PAGES, folder)
    window.show()
    form = window.unlock.open_form
    form.secret.edit.setText(sys.stdin.readline().rstrip("\n"))
    form.submit()
    while window.shell is None:
        QTest.qWait(50)
    assert window._workspace is not None
    _tell_keys(window._workspace._store.keys)
    return window


def main(folder: Path, settings: Path) -> int:
    """0 once all was read."""
    window = open_window(folder, settings)
    for entry in PAGES:
        window.go(entry.key)
        _rest(window)
    _tell("open")
    _wait()
    locked: list[bool] = []
    window.locking.cleared.connect(lambda: locked.append(True))
    window.lock()
    while not locked:
        QTest.qWait(50)
    _tell("locked")
    _wait()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
