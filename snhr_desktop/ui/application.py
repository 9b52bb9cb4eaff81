"""The one application object, with its style and typefaces, before the first widget."""

import os
import sys

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from snhr_desktop.ui import fonts
from snhr_desktop.ui.collecting import Collector


def prepare() -> QApplication:
    """The application, made if there is none yet; also for pictures without a screen."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    # Qt's own dialogs ask for files: the desktop's keep lists of what was opened, which other programs show. Qt keeps
    # the folders that were visited in a file of its own, which is none here.
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("snhr-desktop")
    application.setStyle("Fusion")
    fonts.load()
    Collector(application)
    return application
