"""What is printed is what was seen: each page, or those asked for, at the printer's sharpness; called off between."""

from pathlib import Path

import pypdfium2
import pytest
import shiboken6
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.reports.render import rendered
from snhr_desktop.ui.reports.outlet import PRINT_TITLE, print_dialog
from snhr_desktop.ui.reports.page import ReportsPage
from snhr_desktop.ui.reports.print_run import PrintRun, chosen_pages
from snhr_desktop.ui.reports.sheets import Sheets
from tests.reports.specimen import snapshot
from tests.ui.reports.conftest import LONG
from tests.ui.walk import unnamed, untranslated


@pytest.fixture(scope="module")
def sheets() -> Sheets:
    return Sheets(rendered(snapshot(), ENGLISH)[0])


def printer_to(path: Path) -> QPrinter:
    """A printer whose paper is a file."""
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setFullPage(True)
    return printer


def dark(path: Path, page: int) -> float:
    """The share of a printed page that is inked."""
    with pypdfium2.PdfDocument(path) as document:
        pixels = bytes(document[page].render(scale=0.5, grayscale=True).buffer)
    return sum(pixel < 128 for pixel in pixels) / len(pixels)


def test_the_pages_asked_for_come_out_whole_and_inked(sheets: Sheets, tmp_path: Path, qtbot: QtBot) -> None:
    printer = printer_to(tmp_path / "paper.pdf")
    printer.setFromTo(2, 4)
    pages = chosen_pages(printer, len(sheets))
    assert pages == (1, 2, 3)
    run, steps = PrintRun(sheets, printer, pages), list[tuple[int, int]]()
    run.stepped.connect(lambda done, of: steps.append((done, of)))
    with qtbot.waitSignal(run.finished, timeout=LONG) as ended:
        run.start()
    assert ended.args == [True]
    assert steps == [(1, 3), (2, 3), (3, 3)]
    with pypdfium2.PdfDocument(tmp_path / "paper.pdf") as document:
        assert len(document) == 3
    assert dark(tmp_path / "paper.pdf", 1) > 0.002


def test_all_pages_where_none_are_named_and_none_beyond_the_last(tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "paper.pdf")
    assert chosen_pages(printer, 5) == (0, 1, 2, 3, 4)
    printer.setFromTo(4, 9)
    assert chosen_pages(printer, 5) == (3, 4)


def test_printing_is_called_off_between_two_pages(
    page: ReportsPage, sheets: Sheets, tmp_path: Path, qtbot: QtBot
) -> None:
    told: list[str] = []
    page.desk.told.connect(lambda words, _: told.append(page.kit.tongue.say(words)))
    page.outlet.printing.connect(lambda *_: page.call_off())
    page.outlet.run(sheets, printer_to(tmp_path / "paper.pdf"))
    qtbot.waitUntil(lambda: bool(told), timeout=LONG)
    assert told[0].startswith("Printing was stopped.")
    assert not page.preview.progress.isVisible()


def test_that_the_spooler_keeps_a_copy_is_told(page: ReportsPage, sheets: Sheets, tmp_path: Path, qtbot: QtBot) -> None:
    told: list[str] = []
    page.kit.tongue.switch(ARABIC)
    page.desk.told.connect(lambda words, _: told.append(page.kit.tongue.say(words)))
    printer = printer_to(tmp_path / "paper.pdf")
    printer.setFromTo(1, 2)
    page.outlet.run(sheets, printer)
    qtbot.waitUntil(lambda: bool(told), timeout=LONG)
    assert "قد تحتفظ الطابعة" in told[0]


def test_the_dialog_of_the_system_speaks_arabic_too(page: ReportsPage, tmp_path: Path) -> None:
    page.kit.tongue.switch(ARABIC)
    printer = printer_to(tmp_path / "paper.pdf")
    dialog = print_dialog(page.desk.kit, PRINT_TITLE, printer, 12, page)
    dialog.show()
    assert untranslated(dialog) == []
    assert unnamed(dialog) == []
    shiboken6.delete(dialog)
