"""Holds a part of a window that may need more room than there is: it is scrolled to rather than cut off."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedWidget, QStyle, QWidget


class Roomy(QScrollArea):
    """Fills what it holds into the room there is, and scrolls only below the least that this needs.

    Qt's own scroll area asks for what a widget would like to have, and would scroll pages that can do with less.
    """

    def __init__(self, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inner = inner
        self.setWidget(inner)
        inner.setAutoFillBackground(False)  # as Qt had it
        inner.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def minimumSizeHint(self) -> QSize:
        """Little: the rest is scrolled to."""
        return QSize(200, 150)

    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        """Give what is held the room there is."""
        super().resizeEvent(arg__1)
        self.fit()

    def eventFilter(self, arg__1: QObject, arg__2: QEvent) -> bool:
        """Hear that what is held needs another room."""
        if arg__1 is self._inner and arg__2.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(arg__1, arg__2)

    def fit(self) -> None:
        """Give what is held the room there is, or the least that it needs."""
        room, bar = self.maximumViewportSize(), self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        needed = least(self._inner, room.width())
        if needed.height() > room.height():
            room.setWidth(room.width() - bar)
            needed = least(self._inner, room.width())
        if needed.width() > room.width():
            room.setHeight(room.height() - bar)
            needed = least(self._inner, needed.width())
        self._inner.resize(needed.expandedTo(room))

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        """Bring what takes the focus into sight."""
        if now is not None and self._inner.isAncestorOf(now):
            self.ensureWidgetVisible(now, 8, 8)


def least(widget: QWidget, width: int) -> QSize:
    """The least room in which a widget shows everything at about that width; of a pile, what lies on top."""
    if isinstance(widget, QStackedWidget):
        top: QWidget | None = widget.currentWidget()
        return least(top, width) if top else QSize(0, 0)
    needed = widget.minimumSizeHint().expandedTo(widget.minimumSize())
    layout = widget.layout()
    if layout is not None and layout.hasHeightForWidth():
        high = layout.minimumHeightForWidth(max(width, needed.width()))
        needed.setHeight(max(needed.height(), high))
    return needed
