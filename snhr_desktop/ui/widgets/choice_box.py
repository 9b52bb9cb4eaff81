"""A choice between codes, shown by their words in the language spoken."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QToolTip, QWidget

from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words

_EDGES = 2
"""Pixels that a style keeps free at both ends of the words."""
_SLACK = 6
"""Pixels that words may turn out longer when Qt looks whether they must be shortened."""


class ChoiceBox(QComboBox):
    """`chosen(code)` is emitted when a person chooses, not when the program does."""

    chosen = Signal(str)

    def __init__(
        self, kit: Kit, name: Words, options: Iterable[tuple[str, Words]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._options: tuple[tuple[str, Words], ...] = ()
        kit.tongue.bind(self, accessibleName=name)
        self.offer(options)
        kit.tongue.on_switch(self, self._say_options)
        self.activated.connect(self._tell)

    def offer(self, options: Iterable[tuple[str, Words]]) -> None:
        """Offer other options, keeping the choice if it is still among them."""
        kept = self.code()
        self._options = tuple(options)
        self.clear()
        for code, words in self._options:
            self.addItem(self._kit.tongue.say(words), code)
        self.choose(kept)

    def code(self) -> str:
        """The code chosen; empty when there is nothing to choose."""
        return str(self.currentData() or "")

    def choose(self, code: str) -> None:
        """Choose a code, or the first where it is not offered."""
        self.setCurrentIndex(max(0, self.findData(code)) if self._options else -1)

    def wheelEvent(self, e: QWheelEvent) -> None:
        """Leave the wheel to the page: a choice must not change because someone scrolled past it."""
        e.ignore()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Words that have no room end in an ellipsis; Qt would cut them in the middle of a letter."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown()
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def event(self, e: QEvent) -> bool:
        """What has no room is told whole where the mouse rests."""
        if isinstance(e, QHelpEvent) and e.type() is QEvent.Type.ToolTip and self.shown() != self.currentText():
            QToolTip.showText(e.globalPos(), self.currentText(), self)
            return True
        return super().event(e)

    def shown(self) -> str:
        """The words of the choice as far as there is room for them."""
        room = self.width() - self._frame()
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)

    def room_for(self, words: str) -> int:
        """How wide it must be to show these words whole, px."""
        return self.fontMetrics().horizontalAdvance(words) + self._frame() + _SLACK

    def _frame(self) -> int:
        """What is kept free of words, px."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self)
        return option.rect.width() - room.width() + _EDGES

    def _say_options(self) -> None:
        for index, (_, words) in enumerate(self._options):
            self.setItemText(index, self._kit.tongue.say(words))

    def _tell(self, index: int) -> None:
        self.chosen.emit(str(self.itemData(index) or ""))
