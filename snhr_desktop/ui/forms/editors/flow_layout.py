"""Pieces set like words on a line: from the leading edge, onto the next line when the line is full."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class FlowLayout(QLayout):
    """`spacing` parts pieces and lines alike. A piece that is hidden takes no room."""

    def __init__(self, spacing: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(QMargins())
        self.setSpacing(spacing)

    def addItem(self, arg__1: QLayoutItem) -> None:
        """Take a piece in."""
        self._items.append(arg__1)

    def count(self) -> int:
        """How many pieces."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One piece, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give a piece back."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """None: it takes what it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, arg__1: int) -> int:
        """Height of all lines at a width."""
        return self._set(QRect(0, 0, arg__1, 0), move=False)

    def setGeometry(self, arg__1: QRect) -> None:
        """Set the pieces."""
        super().setGeometry(arg__1)
        self._set(arg__1, move=True)

    def sizeHint(self) -> QSize:
        """As its least."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The largest piece."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def _set(self, area: QRect, move: bool) -> int:
        holder = self.parentWidget()
        side = holder.layoutDirection() if holder else Qt.LayoutDirection.LeftToRight
        x = y = line = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if x and x + size.width() > area.width():
                x, y, line = 0, y + line + self.spacing(), 0
            if move:
                place = QRect(area.topLeft() + QPoint(x, y), size)
                item.setGeometry(QStyle.visualRect(side, area, place))
            x += size.width() + self.spacing()
            line = max(line, size.height())
        return y + line
