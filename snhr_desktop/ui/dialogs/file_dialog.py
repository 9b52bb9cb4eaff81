"""Questions for a file or a folder: Qt's own dialog, since the desktop's would remember names and places.

Paths are written from left to right in every language, and endings are left to Qt, which reads them.
"""

import datetime as dt
from pathlib import Path
from unicodedata import digit

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QStandardPaths, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFileSystemModel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QStylePainter,
    QTreeView,
    QWidget,
)  # fmt: skip

from snhr_desktop.i18n import piece
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.measure import px
from snhr_desktop.ui.tongue import Words

_BESIDE_ICON = 14
_SIZE, _CHANGED = 1, 3
"""Columns of Qt's list of files."""


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
        if (files := self.findChild(QTreeView, "treeView")) is not None:
            files.setItemDelegateForColumn(_SIZE, _Figures(kit, self))
            files.setItemDelegateForColumn(_CHANGED, _Changed(kit, self))

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


class _Figures(QStyledItemDelegate):
    """Writes figures in the digits that were chosen: Qt takes those of the computer."""

    def __init__(self, kit: Kit, parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Show the text in other digits."""
        super().initStyleOption(option, index)
        option.text = self.say(option.text, index)

    def say(self, shown: str, _: QModelIndex | QPersistentModelIndex) -> str:
        """What stands in place of what Qt shows."""
        return self._kit.tongue.language.digits("".join(str(digit(sign, sign)) for sign in shown))


class _Changed(_Figures):
    """Writes the moment a file was changed as moments are written elsewhere."""

    def say(self, shown: str, index: QModelIndex | QPersistentModelIndex) -> str:
        """Day and hour."""
        path = index.sibling(index.row(), 0).data(QFileSystemModel.Roles.FilePathRole)
        try:
            at = dt.datetime.fromtimestamp(Path(path).stat().st_mtime, dt.UTC).astimezone()
        except (OSError, TypeError, ValueError, OverflowError):
            return super().say(shown, index)
        language = self._kit.tongue.language
        return piece(f"{language.short_date(at.date())} {language.clock(at)}")


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
