"""A whole program over a store, with a dialog that waits: the keys of the emergency are pressed as a person does."""

import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from snhr_desktop.i18n import ENGLISH
from snhr_desktop.ui.application import prepare
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.pages import PAGES
from snhr_desktop.ui.settings import Settings
from snhr_desktop.ui.theme import Theme
from snhr_desktop.ui.tongue import Tongue
from snhr_desktop.ui.widgets import Dialog
from snhr_desktop.workspace import Workspace

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def _press() -> None:
    window = QApplication.activeWindow()
    assert window is not None
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Delete, _HELD)


def _agree() -> None:
    sys.stdout.write("pressed\n")
    sys.stdout.flush()
    _press()


def main(folder: Path, passphrase: str, settings: Path) -> int:
    """Never returns where the emergency works."""
    application = prepare()
    tongue = Tongue(ENGLISH)
    window = MainWindow(Kit(tongue, Theme(tongue, "light")), Settings(settings), PAGES)
    window.show()
    window.activateWindow()
    window.open_store(Workspace.open(folder, passphrase), folder)
    busy = Dialog(window)
    QTimer.singleShot(300, busy.exec)
    QTimer.singleShot(600, lambda: window.worker.run(lambda: time.sleep(20), lambda _: None))
    QTimer.singleShot(800, _press)
    QTimer.singleShot(1_200, _agree)
    QTimer.singleShot(8_000, lambda: application.exit(3))
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])))
