"""A line to search in, with its icon at the leading end and a cross that empties it."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words


class SearchField(QLineEdit):
    """`textChanged` as ever; the words are both the placeholder and what a screen reader says."""

    def __init__(self, kit: Kit, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.setClearButtonEnabled(True)
        self.setMaxLength(200)
        self._sign = QAction(self)
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        kit.tongue.bind(self, placeholderText=words, accessibleName=words)
        kit.tongue.bind(self._sign, text=words)
        kit.theme.on_change(self, self._draw_sign)

    def _draw_sign(self) -> None:
        self._sign.setIcon(self._kit.theme.icon("search"))
