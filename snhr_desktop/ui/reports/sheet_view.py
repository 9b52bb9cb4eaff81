"""The view of one page at a time: scrolled and turned by keys or wheel, as wide as the window or whole."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.measure import px
from snhr_desktop.ui.reports.sheet import Sheet
from snhr_desktop.ui.reports.sheets import Sheets

WIDTH, WHOLE = "width", "whole"
_ROOM = 12
_WIDEST = 860
_NOTCH = 120  # what Qt reports for one click of a wheel
_SHEET = N_("Page {page} of {pages} of the report")


class SheetView(QScrollArea):
    """`turned(page)` when another page, counted from 0, is shown."""

    turned = Signal(int)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._sheets: Sheets | None = None
        self._zoom, self._rolled = WIDTH, 0
        self.page = 0
        self._sheet = Sheet(kit)
        self.setWidget(self._sheet)
        self.setProperty("kind", "sheets")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        kit.tongue.bind(self, accessibleName=self._say)

    def show_sheets(self, sheets: Sheets) -> None:
        """Show another file, at the page and the height that were shown before where it has them."""
        seen = self.verticalScrollBar().value()
        self._sheets = sheets
        self.go(min(self.page, len(sheets) - 1), force=True)
        self.verticalScrollBar().setValue(seen)

    def page_of(self, title: str) -> int | None:
        """The page on which a heading stands, counted from 0."""
        return self._sheets.page_of(title) if self._sheets else None

    def go(self, page: int, at_end: bool = False, force: bool = False) -> None:
        """Show a page, counted from 0, from its head or its foot; one that is not there changes nothing."""
        if self._sheets is None or not 0 <= page < len(self._sheets) or (page == self.page and not force):
            return
        self.page = page
        self._place()
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum() if at_end else 0)
        self._kit.tongue.bind(self, accessibleName=self._say)
        self.turned.emit(page)

    def zoom(self, way: str) -> None:
        """Show pages as wide as there is room (`width`), or whole (`whole`)."""
        self._zoom = way
        self._place()

    def text(self) -> str:
        """The words of the page shown."""
        return self._sheets.text(self.page) if self._sheets else ""

    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        """Fit the page to the new room."""
        super().resizeEvent(arg__1)
        self._place()

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        """Page up and down turn the page at its ends; Home and End go to the first and the last."""
        key, pages = arg__1.key(), len(self._sheets) if self._sheets else 0
        if key == Qt.Key.Key_Home:
            self.go(0)
        elif key == Qt.Key.Key_End:
            self.go(pages - 1)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_Space) and self._at_edge(1):
            self.go(self.page + 1)
        elif key == Qt.Key.Key_PageUp and self._at_edge(-1):
            self.go(self.page - 1, at_end=True)
        elif key == Qt.Key.Key_Space:
            self.verticalScrollBar().triggerAction(self.verticalScrollBar().SliderAction.SliderPageStepAdd)
        else:
            super().keyPressEvent(arg__1)

    def wheelEvent(self, arg__1: QWheelEvent) -> None:
        """Roll on to the next page at the foot of this one, and back at its head."""
        way = -1 if arg__1.angleDelta().y() > 0 else 1
        if not self._at_edge(way):
            self._rolled = 0
            super().wheelEvent(arg__1)
            return
        self._rolled += arg__1.angleDelta().y()
        if abs(self._rolled) >= _NOTCH:
            self._rolled = 0
            self.go(self.page + way, at_end=way < 0)
        arg__1.accept()

    def _at_edge(self, way: int) -> bool:
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() if way > 0 else bar.value() <= bar.minimum()

    def _place(self) -> None:
        if self._sheets is None:
            return
        # Room for the scroll bar whether or not it shows: its coming must not change the width that brings it.
        width = self.width() - 2 * _ROOM - self.verticalScrollBar().sizeHint().width()
        if self._zoom == WHOLE:
            width = min(width, round((self.height() - 2 * _ROOM) / self._sheets.ratio(self.page)))
        self._sheet.show_page(self._sheets, self.page, max(120, min(width, px(_WIDEST))))

    def _say(self, language: Language) -> str:
        pages = len(self._sheets) if self._sheets else 0
        return language.text(_SHEET, page=language.number(self.page + 1), pages=language.number(pages))
