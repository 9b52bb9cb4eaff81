"""The number of the page shown, which another can be typed over."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.ui.kit import Kit

_WIDTH = 56


class PageNumber(QLineEdit):
    """`typed(page)`, counted from 1, once a number of a page is entered; anything else is put back."""

    typed = Signal(int)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit, self._page, self._pages = kit, 0, 0
        kit.theme.measure(self, fixedWidth=_WIDTH)
        self.setMaxLength(5)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        kit.tongue.bind(self, accessibleName=N_("Number of the page"))
        self.editingFinished.connect(self._take)
        kit.tongue.on_switch(self, self._say)

    def show_page(self, page: int, pages: int) -> None:
        """Show which page, counted from 1, of how many."""
        self._page, self._pages = page, pages
        self._say()

    def _say(self) -> None:
        self.setText(self._kit.tongue.language.digits(self._page) if self._pages else "")

    def _take(self) -> None:
        text = self.text().strip()
        wanted = int(text) if text.isdecimal() else 0  # ٣ is a digit as 3 is
        if 1 <= wanted <= self._pages and wanted != self._page:
            self.typed.emit(wanted)
        else:
            self.show_page(self._page, self._pages)
