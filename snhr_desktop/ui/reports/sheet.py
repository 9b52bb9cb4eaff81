"""One page on the desk: white paper with a hairline, as wide as it is asked to be."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.reports.sheets import Sheets


class Sheet(QWidget):
    """Draws the page when it is painted, at the sharpness of the screen."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._sheets: Sheets | None = None
        self._page = 0
        kit.theme.on_change(self, self.update)

    def show_page(self, sheets: Sheets, page: int, width: int) -> None:
        """Show a page, counted from 0, so many px wide."""
        self._sheets, self._page = sheets, page
        self.setFixedSize(width, round(width * sheets.ratio(page)))
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the page, and its edge."""
        if self._sheets is None:
            return
        painter = QPainter(self)
        painter.drawImage(self.rect(), self._sheets.image(self._page, round(self.width() * self.devicePixelRatioF())))
        painter.setPen(self._kit.theme.colour("line"))
        painter.drawRect(QRect(0, 0, self.width() - 1, self.height() - 1))
        painter.end()
