"""Questions for a file or a folder: Qt's own dialog, since the desktop's would remember names and places.

Paths are written from left to right in every language, and endings are left to Qt, which reads them.
"""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words


class FileDialog(QFileDialog):
    """Begins in a folder, or with a file that is proposed there. `kinds` are in Qt's form: "Tables (*.csv *.ods)"."""

    def __init__(
        self, kit: Kit, title: Words, start: Path | None, kinds: Words | None = None, parent: QWidget | None = None
    ) -> None:
        at = start or Path.home()
        folder = at if at.is_dir() else at.parent
        super().__init__(parent, kit.tongue.say(title), str(folder), kit.tongue.say(kinds) if kinds else "")
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        self.setOption(QFileDialog.Option.HideNameFilterDetails)  # "(*.pdf)" is scrambled in an Arabic line
        if at != folder:
            self.selectFile(at.name)
        if (path := self.findChild(QComboBox, "lookInCombo")) is not None:  # else "/media" reads "media/" in Arabic
            path.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def ask(self) -> list[Path]:
        """What a person chose, if they did; the dialog is done with then."""
        try:
            return [Path(one) for one in self.selectedFiles()] if self.exec() else []
        finally:
            self.deleteLater()


def documents() -> Path:
    """Where people look for what they wrote; the home folder where there is no such place."""
    found = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return found if found.is_dir() else Path.home()


def ask_for_files(kit: Kit, title: Words, parent: QWidget, kinds: Words | None = None) -> list[Path]:
    """Files that are there."""
    dialog = FileDialog(kit, title, None, kinds, parent)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return dialog.ask()


def ask_for_file(kit: Kit, title: Words, parent: QWidget, kinds: Words | None = None) -> Path | None:
    """A file that is there, or None."""
    dialog = FileDialog(kit, title, None, kinds, parent)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return next(iter(dialog.ask()), None)


def ask_for_folder(kit: Kit, title: Words, parent: QWidget, start: Path | None = None) -> Path | None:
    """A folder that is there, or None."""
    dialog = FileDialog(kit, title, start, None, parent)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return next(iter(dialog.ask()), None)


def ask_where(kit: Kit, title: Words, parent: QWidget, proposed: Path, kinds: Words | None = None) -> Path | None:
    """A file to be written, or None; one that is there is asked about."""
    dialog = FileDialog(kit, title, proposed, kinds, parent)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    return next(iter(dialog.ask()), None)
