"""Paragraphs of words: the field grows with what is written in it."""

from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QTextOption, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from snhr_desktop.domain.fields import Field
from snhr_desktop.ui.forms.directions import direct_text
from snhr_desktop.ui.forms.editors.field_editor import FieldEditor
from snhr_desktop.ui.forms.means import Means

_LEAST_LINES, _MOST_LINES = 3, 14
_FRAME = 30  # margin, padding and border of the style sheet, above and below


class _Paragraphs(QPlainTextEdit):
    """Lets the page scroll while the field itself is not being written in."""

    def wheelEvent(self, e: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(e)
        else:
            e.ignore()


class NarrativeEditor(FieldEditor):
    """Tab goes on to the next field; Enter begins a line."""

    def __init__(self, means: Means, field: Field, least: int = _LEAST_LINES, parent: QWidget | None = None) -> None:
        super().__init__(means, field, parent)
        self._least = least
        self.text = _Paragraphs()
        self.text.setTabChangesFocus(True)
        self.text.setUndoRedoEnabled(False)  # the entry undoes it, with everything else
        self.adopt(self.text)
        layout = self.text.document().documentLayout()
        layout.documentSizeChanged.connect(self._grow)
        self.text.textChanged.connect(self._typed)
        means.kit.tongue.on_switch(self.text, self._direct)
        means.kit.theme.on_change(self, self._grow)

    def raw(self) -> Any:
        """The text as typed."""
        return self.text.toPlainText()

    def set_raw(self, raw: Any) -> None:
        """Show a text."""
        text = "" if raw is None else str(raw)
        if text != self.text.toPlainText():
            with QSignalBlocker(self.text):
                self.text.setPlainText(text)
        self._direct()
        self._grow()

    def _typed(self) -> None:
        self._direct()
        self.edited.emit()

    def _direct(self) -> None:
        head = self.text.document().firstBlock().text()
        direct_text(self.text, self.field.language, head, self.means.language.rtl)
        option = self.text.document().defaultTextOption()
        if option.textDirection() != self.text.layoutDirection():
            option = QTextOption(option)
            option.setTextDirection(self.text.layoutDirection())
            rtl = self.text.layoutDirection() == Qt.LayoutDirection.RightToLeft
            option.setAlignment(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
            with QSignalBlocker(self.text):
                self.text.document().setDefaultTextOption(option)

    def _grow(self) -> None:
        lines = round(self.text.document().size().height())
        shown = min(max(lines, self._least), _MOST_LINES)
        always_off, as_needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.text.setVerticalScrollBarPolicy(as_needed if lines > _MOST_LINES else always_off)
        self.text.setFixedHeight(shown * self.text.fontMetrics().lineSpacing() + _FRAME)
