"""Two parts beside each other where there is room for both, else one below the other."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Folding(QBoxLayout):
    """Add to `first` and `second`. It is as narrow as the wider of the two, and as high as its width asks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_BESIDE, parent)
        self.first, self.second = QHBoxLayout(), QHBoxLayout()
        self.addLayout(self.first, 1)
        self.addLayout(self.second)

    def minimumSize(self) -> QSize:
        """The wider of the two, at the height it has now."""
        edges = self.contentsMargins()
        wider = max(half.minimumSize().width() for half in (self.first, self.second))
        return QSize(wider + edges.left() + edges.right(), super().minimumSize().height())

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, arg__1: int) -> int:
        """The height at a width."""
        edges = self.contentsMargins()
        halves = [half for half in (self.first, self.second) if not half.isEmpty()]
        inner = arg__1 - edges.left() - edges.right()
        folds, beside = self._folds(inner), self.second.sizeHint().width()
        widths = {
            self.first: inner if folds else inner - beside - self.spacing(),
            self.second: inner if folds else beside,
        }
        heights = [_height(half, widths[half]) for half in halves] or [0]
        high = sum(heights) + self.spacing() * (len(heights) - 1) if folds else max(heights)
        return high + edges.top() + edges.bottom()

    def minimumHeightForWidth(self, arg__1: int) -> int:
        """No less than that."""
        return self.heightForWidth(arg__1)

    def setGeometry(self, arg__1: QRect) -> None:
        """Stand beside each other or below, by the width given."""
        edges = self.contentsMargins()
        way = _BELOW if self._folds(arg__1.width() - edges.left() - edges.right()) else _BESIDE
        if way is not self.direction():
            self.setDirection(way)
        super().setGeometry(arg__1)

    def _folds(self, width: int) -> bool:
        needed = self.first.minimumSize().width() + self.second.minimumSize().width() + self.spacing()
        return not (self.first.isEmpty() or self.second.isEmpty()) and needed > width


def _height(half: QHBoxLayout, width: int) -> int:
    return half.heightForWidth(width) if half.hasHeightForWidth() else half.sizeHint().height()
