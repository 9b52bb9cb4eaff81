"""The ways out of the recovery sheet: onto paper, or into a file where the person says. Each says what it risks."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.first_run.sheet_dialog import SheetDialog
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.operations import Worker
from snhr_desktop.ui.widgets import Notice

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from snhr_desktop.ui.reports.print_run import PrintRun
    from snhr_desktop.ui.reports.sheets import Sheets

PRINT_TITLE = N_("Print the recovery sheet")
WRITTEN = N_("{name} was written. It opens the store: keep it as you keep the paper.")
SENT = N_("The sheet was sent to the printer. Printer and print queue may keep a copy of it.")
NOT_PRINTED = N_("The sheet was not printed. What the printer already had may still come out.")


class SheetOutlet(QObject):
    """Prints and saves the sheet on offer, and tells what became of it in `notice`; `written(Path)` where it is."""

    written = Signal(object)

    def __init__(self, kit: Kit, worker: Worker, window: QWidget) -> None:
        super().__init__(window)
        self._kit, self._worker, self._window = kit, worker, window
        self._sheet = b""
        self._store: Path | None = None
        self._run: PrintRun | None = None
        self.notice = Notice(kit)

    def offer(self, sheet: bytes, store: Path | None = None) -> None:
        """Have a sheet of a store's code to give out; nothing ends that."""
        self._sheet, self._store = sheet, store
        self.notice.clear()

    def save(self) -> None:
        """Ask where, with the warning beside the question, and write the file for its owner alone."""
        dialog = SheetDialog(self._kit, self._window, self._store)
        try:
            path = dialog.path() if self._sheet and dialog.exec() else None
        finally:
            dialog.deleteLater()
        if path is None:
            return
        sheet = self._sheet

        def put() -> None:
            from snhr_desktop.reports.render import write  # loads while the window shows

            write(sheet, path)

        def told(_: None) -> None:
            self.notice.tell(lambda language: language.text(WRITTEN, name=path.name), "attention")
            self.written.emit(path)

        self._worker.run(put, told, self.notice.refuse, self)

    def print_out(self) -> None:
        """Ask which printer, and print."""
        from PySide6.QtPrintSupport import QPrinter  # these load while the window shows

        from snhr_desktop.ui.reports.outlet import DOCUMENT, ask_printer
        from snhr_desktop.ui.reports.sheets import Sheets

        if not self._sheet:
            return
        sheets, printer = Sheets(self._sheet), QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(DOCUMENT)
        printer.setFullPage(True)
        if ask_printer(self._kit, PRINT_TITLE, printer, len(sheets), self._window):
            self.run(sheets, printer)

    def run(self, sheets: "Sheets", printer: "QPrinter") -> None:
        """Print what was chosen."""
        from snhr_desktop.ui.reports.print_run import PrintRun, chosen_pages

        self._run = PrintRun(sheets, printer, chosen_pages(printer, len(sheets)), self)
        self._run.finished.connect(self._tell_printed)
        self._run.start()

    def _tell_printed(self, done: bool) -> None:
        self._run = None

        def told(language: Language) -> str:
            return language.text(SENT if done else NOT_PRINTED)

        self.notice.tell(told, "done" if done else "attention")
