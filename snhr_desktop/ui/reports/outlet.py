"""The ways out of a report that is made: onto the disk, onto paper. Each says that others can read it there."""

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from snhr_desktop.i18n import N_, NP_, Language
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.reports.print_run import PrintRun, chosen_pages
from snhr_desktop.ui.reports.save_dialog import Wanted, ask_where
from snhr_desktop.ui.reports.sheets import Sheets
from snhr_desktop.ui.tongue import Words

WRITTEN = N_("{name} was written. It is not encrypted: whoever has it can read it.")
SEALED = N_("{name} was written, encrypted with its password.")
PRINT_TITLE = N_("Print the report")
SENT = NP_(
    "{n} page was sent to the printer. Printer and print queue may keep a copy of it.",
    "{n} pages were sent to the printer. Printer and print queue may keep a copy of them.",
)
NOT_PRINTED = N_("Printing was stopped. Pages that the printer already had may still come out.")
DOCUMENT = "report"
"""What a print queue shows: neither title nor place."""


class Outlet(QObject):
    """`printing(done, of)` while pages are drawn, `printed` when that is over."""

    printing = Signal(int, int)
    printed = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._run: PrintRun | None = None

    def save(self, content: bytes, name: str, checked: Words | None = None) -> None:
        """Say what was checked, ask where to write a file, and write it."""
        wanted = ask_where(self._desk.kit, name, checked, self._window)
        if wanted is not None:
            self._write(content, wanted)

    def print_out(self, content: bytes) -> None:
        """Ask which printer and which pages, and print them."""
        sheets, printer = Sheets(content), QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(DOCUMENT)
        printer.setFullPage(True)
        if ask_printer(self._desk.kit, PRINT_TITLE, printer, len(sheets), self._window):
            self.run(sheets, printer)

    def run(self, sheets: Sheets, printer: QPrinter) -> None:
        """Print what was chosen; one report at a time."""
        self.cancel()
        pages = chosen_pages(printer, len(sheets))
        self._run = PrintRun(sheets, printer, pages, self)
        self._run.stepped.connect(self.printing)
        self._run.finished.connect(lambda done: self._tell_printed(done, len(pages)))
        self._run.start()

    def cancel(self) -> None:
        """Stop printing."""
        if self._run is not None:
            self._run.cancel()

    def _tell_printed(self, done: bool, pages: int) -> None:
        self._run = None
        self.printed.emit()

        def told(language: Language) -> str:
            return language.plural(SENT, pages) if done else language.text(NOT_PRINTED)

        self._desk.tell(told, "done" if done else "attention")

    def _write(self, content: bytes, wanted: Wanted) -> None:
        from snhr_desktop.reports.file.seal import sealed
        from snhr_desktop.reports.render import write

        words = SEALED if wanted.seal.password else WRITTEN

        def told(_: None) -> None:
            self._desk.tell(lambda language: language.text(words, name=wanted.path.name), "done")

        def put(_: object) -> None:
            write(sealed(content, wanted.seal), wanted.path)

        self._desk.operations.ask(put, told, self._desk.refuse, self)


def ask_printer(kit: Kit, title: Words, printer: QPrinter, pages: int, parent: QWidget) -> bool:
    """Ask which printer, and which of so many pages; whether they are to be printed."""
    dialog = print_dialog(kit, title, printer, pages, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    shiboken6.delete(dialog)  # at once: it must not outlive its printer
    return accepted


def print_dialog(kit: Kit, title: Words, printer: QPrinter, pages: int, parent: QWidget) -> QPrintDialog:
    """The system's own dialog, with the pages to choose from."""
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(kit.tongue.say(title))
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, pages)
    return dialog
