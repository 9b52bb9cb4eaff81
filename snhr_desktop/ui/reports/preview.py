"""The pages of the report as they will be printed; or that they are being made, or what keeps them from it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, NP_, Language
from snhr_desktop.reports.unprintable import say_unprintable
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.reports.making import Made
from snhr_desktop.ui.reports.page_turner import PageTurner
from snhr_desktop.ui.reports.sheet_view import SheetView
from snhr_desktop.ui.reports.sheets import Sheets
from snhr_desktop.ui.widgets import EmptyState, Notice, button, label

MAKING = N_("Making the pages…")
STOPPED = N_("The report cannot be made yet")
STOPPED_WHY = N_("A text has a placeholder that is missing or that nothing fills. Correct it or restore the text.")
TO_THE_TEXT = N_("Go to the text")
EDITED = NP_("{n} text is edited for this report", "{n} texts are edited for this report")


class Preview(QWidget):
    """`texts_asked` is the wish to see the texts: those edited, or the one that stops the report.

    `turner` is placed by whoever shows the preview.
    """

    texts_asked = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.turner, self.view = PageTurner(kit), SheetView(kit)
        self.notice = Notice(kit)
        self._edited, self._pages = 0, 0
        self.edited = button(kit, self._say_edited, "pencil", "link")
        self.edited.clicked.connect(self.texts_asked)
        self._stack = QStackedWidget()
        self._busy = _busy(kit)
        self._stopped = EmptyState(kit, "triangle-alert", STOPPED, STOPPED_WHY)
        self._stopped.offer(TO_THE_TEXT, "pencil").clicked.connect(self.texts_asked)
        self._blank = QWidget()
        for pane in (self._busy, self.view, self._stopped, self._blank):
            self._stack.addWidget(pane)
        self._lay_out()
        self.turner.page_asked.connect(self.view.go)
        self.turner.zoom_asked.connect(self.view.zoom)
        self.view.turned.connect(self._tell_page)

    def show_made(self, made: Made, edited: int) -> None:
        """Show a report, and how many of its texts are edited."""
        sheets = Sheets(made.content)
        self._pages, self._edited = len(sheets), edited
        self._stack.setCurrentWidget(self.view)
        self.view.show_sheets(sheets)
        self.edited.setVisible(edited > 0)
        self._kit.tongue.bind(self.edited, text=self._say_edited)
        self.notice.clear()
        if made.missing:
            self.notice.tell(lambda language: say_unprintable(made.missing, language), "attention")

    def show_making(self) -> None:
        """Say that the pages are being made."""
        self._leave_pages(self._busy)

    def show_stopped(self) -> None:
        """Say that a text keeps the report from being made."""
        self._leave_pages(self._stopped)

    def show_refused(self, refusal: Refusal) -> None:
        """Say why the report could not be made."""
        self._leave_pages(self._blank)
        self.notice.refuse(refusal)

    @property
    def shows_pages(self) -> bool:
        """Whether pages are shown, and no word about them."""
        return self._stack.currentWidget() is self.view

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.edited, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)

    def _leave_pages(self, pane: QWidget) -> None:
        self.notice.clear()
        self.edited.hide()
        self.turner.show_page(0, 0)
        self._stack.setCurrentWidget(pane)

    def _say_edited(self, language: Language) -> str:
        return language.plural(EDITED, self._edited)

    def _tell_page(self, page: int) -> None:
        self.turner.show_page(page, self._pages)


def _busy(kit: Kit) -> QWidget:
    pane = QWidget()
    bar = kit.tongue.bind(QProgressBar(), accessibleName=MAKING)
    bar.setRange(0, 0)
    bar.setTextVisible(False)
    bar.setFixedWidth(240)
    column = QVBoxLayout(pane)
    column.addStretch(2)
    for widget in (label(kit, MAKING, "muted"), bar):
        column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch(3)
    return pane
