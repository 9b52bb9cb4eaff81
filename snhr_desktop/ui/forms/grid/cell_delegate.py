"""The editors that open in cells. Each keystroke reaches the model at once, so that nothing half-typed is lost."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.kinds import Choice, Text
from snhr_desktop.ui.forms.command_keys import is_command
from snhr_desktop.ui.forms.directions import direct_figures, direct_text
from snhr_desktop.ui.forms.editors.typing_choice import TypingChoice
from snhr_desktop.ui.forms.grid.cells import in_figures
from snhr_desktop.ui.forms.grid.record_rows import RecordRows
from snhr_desktop.ui.forms.means import Means

Index = QModelIndex | QPersistentModelIndex
_PADDING, _INSET, _LINE = 28, 2, 2
_STEPS = {Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


def begins_row(event: QKeyEvent) -> bool:
    """Whether a key is Shift+Enter, which goes on with the next row from wherever one is."""
    shift = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.ShiftModifier
    return shift and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CellDelegate(QStyledItemDelegate):
    """A choice is made by typing; everything else is a line. Escape takes back what the sitting typed."""

    stepped = Signal(int)
    """The editor was closed by Tab or Enter (1) or Shift+Tab (-1)."""

    row_asked = Signal()
    """The editor was closed by Shift+Enter: on with the next row."""

    def __init__(self, means: Means, model: RecordRows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._means, self._model = means, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Lay the ground of a cell that is to be corrected, which a style sheet would leave out, and underline it."""
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if isinstance(ground, QColor):
            painter.fillRect(option.rect, ground)
        super().paint(painter, option, index)
        if isinstance(ground, QColor):
            line = option.rect.adjusted(_INSET, option.rect.height() - _LINE, -_INSET, 0)
            painter.fillRect(line, self._means.kit.theme.colour("refused"))

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """The icon of a problem stands behind the words, and nowhere where it would leave them no room."""
        super().initStyleOption(option, index)
        option.decorationPosition = QStyleOptionViewItem.Position.Right
        needed = option.fontMetrics.horizontalAdvance(option.text) + option.decorationSize.width() + _PADDING
        if needed > option.rect.width():
            option.features &= ~QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.icon = QIcon()  # else it is painted into no room at all

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Open the editor of a cell; a new sitting for undo."""
        field = self._model.columns[index.column()]
        self._model.sit()
        editor = self._choice(parent, field) if isinstance(field.kind, Choice) else self._line(parent, field)
        editor.setProperty("before", self._raw(index))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what the row says; not while the editor itself is saying it."""
        raw = self._raw(index)
        if isinstance(editor, TypingChoice):
            editor.choose(str(raw))
        elif isinstance(editor, QLineEdit) and editor.text() != (text := in_figures(raw)):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Say what a person entered; an editor that was only opened says nothing."""
        if editor.property("touched"):
            value = editor.code() if isinstance(editor, TypingChoice) else editor.property("text")
            model.setData(index, value)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Fill the cell."""
        editor.setGeometry(option.rect)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """The cell was left: its problems may be shown."""
        if index.isValid():
            self._model.leave(self._model.rows[index.row()], self._model.columns[index.column()].name)
        super().destroyEditor(editor, index)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Close on Enter, Tab and Escape; leave commands to the entry."""
        if is_command(event):
            event.ignore()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(editor, QWidget):
            if begins_row(event):
                self.closeEditor.emit(editor)
                self.row_asked.emit()
                return True
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self.closeEditor.emit(editor)
                self.stepped.emit(step)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._revert(editor)
                return True
        return super().eventFilter(editor, event)

    def _choice(self, parent: QWidget, field: Field) -> TypingChoice:
        box = TypingChoice(self._means, field, parent)
        box.chosen.connect(lambda _: self._touch(box))
        return box

    def _line(self, parent: QWidget, field: Field) -> QLineEdit:
        line = QLineEdit(parent)
        self._means.kit.tongue.bind(line, accessibleName=field.label)
        line.textEdited.connect(lambda _: self._touch(line))
        line.textChanged.connect(lambda text: self._direct(line, field, text))
        self._direct(line, field, "")
        return line

    def _direct(self, line: QLineEdit, field: Field, text: str) -> None:
        if isinstance(field.kind, Text):
            direct_text(line, field.language, text, self._means.language.rtl)
        else:
            direct_figures(line, text, self._means.language.rtl)

    def _touch(self, editor: QWidget) -> None:
        editor.setProperty("touched", True)
        self.commitData.emit(editor)

    def _revert(self, editor: QWidget) -> None:
        before = editor.property("before")
        if editor.property("touched"):
            if isinstance(editor, TypingChoice):
                editor.choose(str(before))
            elif isinstance(editor, QLineEdit):
                editor.setText(in_figures(before))
            self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def _raw(self, index: Index) -> Any:
        found = index.data(Qt.ItemDataRole.EditRole)
        return "" if found is None else found
