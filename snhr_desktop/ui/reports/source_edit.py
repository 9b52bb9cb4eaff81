"""The field that the source of a text is written in: one language, one direction, whatever a line begins with."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from snhr_desktop.i18n import Language


class SourceEdit(QPlainTextEdit):
    """Tab goes on to the next field. A line that begins with a Latin placeholder is still a line of its language."""

    entered = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        side = Qt.LayoutDirection.RightToLeft if language.rtl else Qt.LayoutDirection.LeftToRight
        self.setLayoutDirection(side)
        option = QTextOption(Qt.AlignmentFlag.AlignRight if language.rtl else Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(side)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        self.document().setDefaultTextOption(option)

    def focusInEvent(self, e: QFocusEvent) -> None:
        """Tell it, so that the page of this text can be shown; coming back from a menu is no news."""
        super().focusInEvent(e)
        if e.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.entered.emit()

    def show_text(self, text: str) -> None:
        """Show a text without telling it as typed; what is already there stays, with the cursor in it."""
        if text != self.toPlainText():
            with QSignalBlocker(self):
                self.setPlainText(text)
