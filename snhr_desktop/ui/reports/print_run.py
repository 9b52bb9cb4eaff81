"""Printing: pages drawn one after the other onto a printer, the window alive between them."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from snhr_desktop.ui.reports.sheets import Sheets

_SHARPEST = 600
"""Dots an inch above which nothing is gained on paper."""
_STRIPS = 6
"""A page is drawn in so many strips: whole, it would take 140 MB at 600 dots an inch."""
_POINTS = 72


def chosen_pages(printer: QPrinter, count: int) -> tuple[int, ...]:
    """The pages asked for in the dialog, counted from 0; all of them where none were named."""
    ranges = printer.pageRanges()
    return tuple(page for page in range(count) if ranges.isEmpty() or ranges.contains(page + 1))


class PrintRun(QObject):
    """`stepped(done, of)` after each page, `finished(done)` at the end; `done` is False where it was called off."""

    stepped = Signal(int, int)
    finished = Signal(bool)

    def __init__(self, sheets: Sheets, printer: QPrinter, pages: Sequence[int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheets, self._printer, self._pages = sheets, printer, tuple(pages)
        self._painter: QPainter | None = None
        self._done = 0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._next)

    def start(self) -> None:
        """Begin."""
        self._painter = QPainter()
        if not self._pages or not self._painter.begin(self._printer):
            self._end(done=False)
            return
        self._timer.start()

    def cancel(self) -> None:
        """Call it off; what the spooler has already is taken back as far as it lets itself."""
        if self._painter is not None:
            self._printer.abort()
            self._end(done=False)

    def _next(self) -> None:
        if self._done == len(self._pages):
            self._end(done=True)
            return
        if self._done:
            self._printer.newPage()
        self._draw(self._pages[self._done])
        self._done += 1
        self.stepped.emit(self._done, len(self._pages))

    def _draw(self, page: int) -> None:
        assert self._painter is not None
        width, height = self._sheets.size(page)
        paper = self._printer.pageRect(QPrinter.Unit.DevicePixel)
        dots = min(paper.width() / width, paper.height() / height)
        scale = min(dots, _SHARPEST / _POINTS)
        for strip in range(_STRIPS):
            top, bottom = (height * at / _STRIPS for at in (strip, strip + 1))
            place = QRectF(0, top * dots, width * dots, (bottom - top) * dots)
            self._painter.drawImage(place, self._sheets.strip(page, scale, top, bottom))

    def _end(self, done: bool) -> None:
        self._timer.stop()
        if self._painter is not None:
            self._painter.end()
        self._painter = None
        self.finished.emit(done)
