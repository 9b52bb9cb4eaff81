"""A choice between codes, shown by their words in the language spoken."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words


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

    def _say_options(self) -> None:
        for index, (_, words) in enumerate(self._options):
            self.setItemText(index, self._kit.tongue.say(words))

    def _tell(self, index: int) -> None:
        self.chosen.emit(str(self.itemData(index) or ""))
