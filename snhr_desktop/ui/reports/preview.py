"""The pages of the report as they will be printed, and above them what is being done or what keeps them from it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, NP_, Language
from snhr_desktop.reports.press import Made
from snhr_desktop.reports.progress import Step
from snhr_desktop.reports.unprintable import say_unprintable
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.reports.page_turner import PageTurner
from snhr_desktop.ui.reports.progress_line import ProgressLine
from snhr_desktop.ui.reports.sheet_view import SheetView
from snhr_desktop.ui.reports.sheets import Sheets
from snhr_desktop.ui.widgets import EmptyState, Notice, button

STOPPED = N_("The report cannot be made yet")
STOPPED_WHY = N_("A text has a placeholder that is missing or that nothing fills. Correct it or restore the text.")
BEFORE = N_(
    "These are the pages before your last change: a text has a placeholder that is missing or that nothing fills."
)
TO_THE_TEXT = N_("Go to the text")
WANTING, WANTING_WHY = N_("Choose an incident"), N_("Its report is shown here once you have chosen it.")
CALLED_OFF, CALLED_OFF_WHY = N_("The pages were not made"), N_("You called it off; nothing of it was written.")
MAKE = N_("Make the pages")
EDITED = NP_("{n} text is edited for this report", "{n} texts are edited for this report")


class Preview(QWidget):
    """`texts_asked` is the wish to see the texts: those edited, or the one that stops the report.

    Pages stay in sight while those that follow them are made. `turner` is placed by whoever shows the preview.
    """

    texts_asked = Signal()
    make_asked = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.turner, self.view = PageTurner(kit), SheetView(kit)
        self.notice, self.progress = Notice(kit), ProgressLine(kit)
        self._edited, self._pages = 0, 0
        self.edited = button(kit, self._say_edited, "pencil", "link")
        self.edited.clicked.connect(self.texts_asked)
        self._stack = QStackedWidget()
        self._stopped = EmptyState(kit, "triangle-alert", STOPPED, STOPPED_WHY)
        self._stopped.offer(TO_THE_TEXT, "pencil").clicked.connect(self.texts_asked)
        self._wanting = EmptyState(kit, "file-text", WANTING, WANTING_WHY)
        self._called_off = EmptyState(kit, "file-text", CALLED_OFF, CALLED_OFF_WHY)
        self._called_off.offer(MAKE, "refresh-cw").clicked.connect(self.make_asked)
        self._blank = QWidget()
        for pane in (self._blank, self.view, self._stopped, self._wanting, self._called_off):
            self._stack.addWidget(pane)
        self._lay_out()
        self.turner.page_asked.connect(self.view.go)
        self.turner.zoom_asked.connect(self.view.zoom)
        self.view.turned.connect(self._tell_page)

    def show_made(self, made: Made, edited: int) -> None:
        """Show a report, and how many of its texts are edited."""
        self.show_file(made.content)
        self._edited = edited
        self.edited.setVisible(edited > 0)
        self._kit.tongue.bind(self.edited, text=self._say_edited)
        if made.missing:
            self.notice.tell(lambda language: say_unprintable(made.missing, language), "attention")

    def show_file(self, content: bytes) -> None:
        """Show the pages of a file."""
        sheets = Sheets(content)
        self._pages = len(sheets)
        self._turn_to(self.view)
        self.edited.hide()
        self.view.show_sheets(sheets)

    def show_step(self, step: Step) -> None:
        """Say how far the making of the pages has come."""
        if not self.shows_pages and self._stack.currentWidget() is not self._blank:
            self._leave_pages(self._blank)
        self.progress.show_step(step)

    def show_blank(self) -> None:
        """Show nothing: another report is about to be made."""
        self._leave_pages(self._blank)

    def show_stopped(self) -> None:
        """Say that a text keeps the report from being made; pages that are in sight stay, as those before it."""
        if not self.shows_pages:
            self._leave_pages(self._stopped)
            return
        self._turn_to(self.view)
        self.notice.tell(BEFORE, "attention", closable=False)

    def show_wanting(self) -> None:
        """Ask for the incident to report on."""
        self._leave_pages(self._wanting)

    def show_called_off(self) -> None:
        """Say that the making was called off."""
        self._leave_pages(self._called_off)

    def show_refused(self, refusal: Refusal) -> None:
        """Say why the report could not be made; pages in sight stay beside the text that is to be corrected."""
        if self.shows_pages:
            self._turn_to(self.view)
        else:
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
        column.addWidget(self.progress)
        column.addWidget(self.edited, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)

    def _turn_to(self, pane: QWidget) -> None:
        self.notice.clear()
        self.progress.hide()
        self._stack.setCurrentWidget(pane)

    def _leave_pages(self, pane: QWidget) -> None:
        self._turn_to(pane)
        self.edited.hide()
        self.turner.show_page(0, 0)

    def _say_edited(self, language: Language) -> str:
        return language.plural(EDITED, self._edited)

    def _tell_page(self, page: int) -> None:
        self.turner.show_page(page, self._pages)
