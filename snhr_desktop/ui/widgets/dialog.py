"""A window that asks: Enter presses the button in focus, and the default one everywhere else."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog

from snhr_desktop.ui import keys


class Dialog(QDialog):
    """Qt alone would press the default button for Enter on "Cancel"."""

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        """Take Enter for the button in focus."""
        if not keys.press(arg__1):
            super().keyPressEvent(arg__1)
