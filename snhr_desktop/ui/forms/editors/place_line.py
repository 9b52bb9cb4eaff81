"""A line that searches places while one types, with the hits below it."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from snhr_desktop.domain.places import Place
from snhr_desktop.i18n import N_
from snhr_desktop.ui.forms.directions import direct_text
from snhr_desktop.ui.forms.editors.place_hits import ROW, PlaceHits
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.measure import px

_FRAME, _LEAST_WIDTH = 12, 460


class PlaceLine(QLineEdit):
    """Up and Down walk through the hits, Enter or Tab takes the marked one, Escape closes them.

    The list never takes the focus, so that typing goes on.
    """

    picked = Signal(object)
    """The `Place` a person took."""

    def __init__(self, means: Means, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._means = means
        self._hits = PlaceHits(means, self)
        self._list = QListView(self)
        self._list.setWindowFlags(Qt.WindowType.ToolTip)
        self._list.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setModel(self._hits)
        self._list.setUniformItemSizes(True)
        self._list.setProperty("kind", "found")
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        means.kit.tongue.bind(self._list, accessibleName=N_("Places found"))
        self._list.clicked.connect(self._take)
        self.textEdited.connect(self._search)
        self.textChanged.connect(self._direct)
        means.kit.tongue.on_switch(self, self._direct)
        self._following = QTimer(self, interval=100)
        self._following.timeout.connect(self._follow)

    def searching(self) -> bool:
        """Whether hits are shown."""
        return self._list.isVisible()

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        """Walk through the hits and take one; everything else is typing."""
        key = arg__1.key()
        if self.searching() and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._walk(1 if key == Qt.Key.Key_Down else -1)
        elif self.searching() and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self._list.currentIndex())
        elif self.searching() and key == Qt.Key.Key_Escape:
            self._list.hide()
        elif key == Qt.Key.Key_Down and self.text():
            self._search(self.text())
        else:
            super().keyPressEvent(arg__1)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Tab takes the marked hit and goes on."""
        if self.searching():
            self._take(self._list.currentIndex())
        return super().focusNextPrevChild(next)

    def focusOutEvent(self, arg__1: QFocusEvent) -> None:
        """Close the hits."""
        self._list.hide()
        super().focusOutEvent(arg__1)

    def hideEvent(self, event: QHideEvent) -> None:
        """Close the hits with the page."""
        self._list.hide()
        super().hideEvent(event)

    def _search(self, text: str) -> None:
        self._hits.search(text)
        count = self._hits.rowCount()
        if not count:
            self._list.hide()
            return
        height = min(count, 10) * px(ROW) + _FRAME
        self._list.setLayoutDirection(self._outer_direction())
        self._list.resize(max(self.width(), px(_LEAST_WIDTH)), height)
        self._list.move(self._spot(height))
        self._list.setCurrentIndex(self._hits.index(0))
        self._list.show()
        self._following.start()

    def _spot(self, height: int) -> QPoint:
        """Below the line, or above it where the screen ends."""
        across = self.width() - self._list.width() if self._means.language.rtl else 0
        below = self.mapToGlobal(QPoint(across, self.height() + 2))
        screen = self.screen().availableGeometry()
        return below if below.y() + height <= screen.bottom() else self.mapToGlobal(QPoint(across, -height - 2))

    def _walk(self, step: int) -> None:
        row = (self._list.currentIndex().row() + step) % self._hits.rowCount()
        self._list.setCurrentIndex(self._hits.index(row))

    def _take(self, index: QModelIndex) -> None:
        place = self._hits.places[index.row()] if index.isValid() else None
        self._list.hide()
        if isinstance(place, Place):
            self.picked.emit(place)

    def _direct(self) -> None:
        direct_text(self, "", self.text(), self._means.language.rtl)

    def _follow(self) -> None:
        """Stay with the line when the page moves under it; go when the line is out of sight."""
        if not self.searching():
            self._following.stop()
        elif self.visibleRegion().isEmpty():
            self._list.hide()
        else:
            self._list.move(self._spot(self._list.height()))

    def _outer_direction(self) -> Qt.LayoutDirection:
        return Qt.LayoutDirection.RightToLeft if self._means.language.rtl else Qt.LayoutDirection.LeftToRight
