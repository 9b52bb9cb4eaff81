"""Panes of which one shows at a time, named above it; more can stand at the trailing end of that line."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QToolButton, QVBoxLayout, QWidget

from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words


class Tabs(QWidget):
    """`changed` when another pane is shown. Add what belongs to the line of names to `trailing`."""

    changed = Signal()

    def __init__(self, kit: Kit, name: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._words: list[Words] = []
        self.bar, self._stack = QTabBar(), QStackedWidget()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.trailing = QHBoxLayout()
        line = QHBoxLayout()
        self.bar.setUsesScrollButtons(False)
        line.addWidget(self.bar, 1, Qt.AlignmentFlag.AlignBottom)
        line.addLayout(self.trailing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self._stack, 1)
        kit.tongue.bind(self.bar, accessibleName=name)
        for arrow in self.bar.findChildren(QToolButton):  # named by Qt once, in the language of that moment
            kit.tongue.bind(arrow, accessibleName=name)
        kit.tongue.on_switch(self, self._say)
        self.bar.currentChanged.connect(self._turn)

    def add(self, pane: QWidget, words: Words) -> None:
        """Add a pane under its name."""
        self._words.append(words)
        self._stack.addWidget(pane)
        self.bar.addTab(self._kit.tongue.say(words))

    def go(self, pane: QWidget) -> None:
        """Bring a pane to the front."""
        self.bar.setCurrentIndex(self._stack.indexOf(pane))

    def shows(self, pane: QWidget) -> bool:
        """Whether that pane is in front."""
        return self._stack.currentWidget() is pane

    def _turn(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        self.changed.emit()

    def _say(self) -> None:
        for index, words in enumerate(self._words):
            self.bar.setTabText(index, self._kit.tongue.say(words))
