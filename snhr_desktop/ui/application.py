"""The one application object, with its style and typefaces, before the first widget."""

import sys

from PySide6.QtWidgets import QApplication

from snhr_desktop.ui import fonts


def prepare() -> QApplication:
    """The application, made if there is none yet; also for pictures without a screen."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    application = QApplication(sys.argv[:1])
    application.setApplicationName("snhr-desktop")
    application.setStyle("Fusion")
    fonts.load()
    return application
