"""Panes of which one shows at a time, named above it; something can stand beside them all and be made wider."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words

_GAP = 16


class Tabs(QWidget):
    """`changed` when another pane is shown. Add what belongs to the line of names to `trailing`.

    `beside` stands beside every pane but those that need all the room; each pane keeps the width it was given.
    """

    changed = Signal()

    def __init__(self, kit: Kit, name: Words, beside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._words: list[Words] = []
        self._shares: list[list[int]] = []
        self._panes: list[QWidget] = []
        self._beside = beside
        self.bar, self._stack, self.splitter = QTabBar(), QStackedWidget(), QSplitter()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(False)
        self.trailing = QHBoxLayout()
        line = QHBoxLayout()
        line.addWidget(self.bar, 1, Qt.AlignmentFlag.AlignBottom)
        line.addLayout(self.trailing)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(_GAP)
        self.splitter.addWidget(self._stack)
        self.splitter.addWidget(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.splitter, 1)
        kit.tongue.bind(self.bar, accessibleName=name)
        for arrow in self.bar.findChildren(QToolButton):  # named by Qt once, in the language of that moment
            kit.tongue.bind(arrow, accessibleName=name)
        kit.tongue.on_switch(self, self._say)
        self.splitter.splitterMoved.connect(self._remember)
        self.bar.currentChanged.connect(self._turn)

    def add(self, pane: QWidget, words: Words, share: int = 0) -> None:
        """Add a pane under its name. `share` is its part of the width in hundredths; 0 takes all of it."""
        self._words.append(words)
        self._shares.append([share, 100 - share] if share else [])
        self._stack.addWidget(pane)
        self._panes.append(pane)
        self._fit()
        self.bar.addTab(self._kit.tongue.say(words))

    def go(self, pane: QWidget) -> None:
        """Bring a pane to the front."""
        self.bar.setCurrentIndex(self._stack.indexOf(pane))

    def shows(self, pane: QWidget) -> bool:
        """Whether that pane is in front."""
        return self._stack.currentWidget() is pane

    def _turn(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        self._fit()
        self._beside.setVisible(bool(self._shares[index]))
        self._share_room()
        self.changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the first pane its share."""
        super().showEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        shares = self._shares[self._stack.currentIndex()]
        if shares:
            self.splitter.setSizes([share * self.splitter.width() // 100 for share in shares])

    def _fit(self) -> None:
        """Let only the pane in front say how wide it must be."""
        for pane in self._panes:
            policy = QSizePolicy.Policy.Preferred if self.shows(pane) else QSizePolicy.Policy.Ignored
            pane.setSizePolicy(policy, QSizePolicy.Policy.Preferred)

    def _remember(self) -> None:
        sizes = self.splitter.sizes()
        first = round(100 * sizes[0] / max(1, sum(sizes)))
        self._shares[self._stack.currentIndex()] = [first, 100 - first]

    def _say(self) -> None:
        for index, words in enumerate(self._words):
            self.bar.setTabText(index, self._kit.tongue.say(words))
