"""Which page of how many is shown, to the next and the one before, and how large."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from snhr_desktop.i18n import N_, NC_, Language
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.reports.page_number import PageNumber
from snhr_desktop.ui.reports.sheet_view import WHOLE, WIDTH
from snhr_desktop.ui.widgets import ChoiceBox, PlainLabel, icon_button, label

PREVIOUS, NEXT = N_("Previous page (Page Up)"), N_("Next page (Page Down)")
ZOOMS = ((WIDTH, N_("Page width")), (WHOLE, N_("Whole page")))


class PageTurner(QWidget):
    """`page_asked(page)`, counted from 0, and `zoom_asked(way)`. Hidden while there are no pages."""

    page_asked = Signal(int)
    zoom_asked = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._page, self._pages = 0, 0
        self.back, self.on = icon_button(kit, PREVIOUS, "chevron-left"), icon_button(kit, NEXT, "chevron-right")
        self.number = PageNumber(kit)
        self.zoom = ChoiceBox(kit, N_("Size of the page"), ZOOMS)
        self.zoom.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)  # another language has other widths
        self._of = PlainLabel("muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 2)
        row.setSpacing(8)
        before = label(kit, NC_("turner", "Page"), "muted")
        for widget in (self.back, before, self.number, self._of, self.on, self.zoom):
            row.addWidget(widget)
        self.back.clicked.connect(lambda: self.page_asked.emit(self._page - 1))
        self.on.clicked.connect(lambda: self.page_asked.emit(self._page + 1))
        self.number.typed.connect(lambda number: self.page_asked.emit(number - 1))
        self.zoom.chosen.connect(self.zoom_asked)
        self.show_page(0, 0)

    def show_page(self, page: int, pages: int) -> None:
        """Say which page, counted from 0, of how many is shown."""
        self._page, self._pages = page, pages
        self.number.show_page(page + 1, pages)
        self.back.setEnabled(page > 0)
        self.on.setEnabled(page + 1 < pages)
        self.setVisible(pages > 0)
        self._kit.tongue.bind(self._of, text=self._say_pages)

    def _say_pages(self, language: Language) -> str:
        return language.text(NC_("turner", "of {pages}"), pages=language.number(self._pages))
