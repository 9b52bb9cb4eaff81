"""Questions for a file or a folder: Qt's own dialog, since the desktop's would remember names and places.

Paths are written from left to right in every language, and endings are left to Qt, which reads them.
"""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.measure import px
from snhr_desktop.ui.tongue import Words

_BESIDE_ICON = 14


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
        if (path := self.findChild(QComboBox, "lookInCombo")) is not None:
            path.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            path.installEventFilter(_Path(self))

    def ask(self) -> list[Path]:
        """What a person chose, if they did; the dialog is done with then."""
        try:
            return [Path(one) for one in self.selectedFiles()] if self.exec() else []
        finally:
            self.deleteLater()


class _Path(QObject):
    """Paints the path a dialog is at: a painter of Qt takes the direction of the program, in which /media is media/."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint in place of the box."""
        if event.type() is not QEvent.Type.Paint or not isinstance(watched, QComboBox):
            return False
        painter, box = QStylePainter(watched), QStyle.ComplexControl.CC_ComboBox
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        option = QStyleOptionComboBox()
        watched.initStyleOption(option)
        line = watched.style().subControlRect(box, option, QStyle.SubControl.SC_ComboBoxEditField, watched)
        room = line.width() - option.iconSize.width() - px(_BESIDE_ICON)
        option.currentText = watched.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideMiddle, room)
        painter.drawComplexControl(box, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()
        return True


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
