"""The import window driven as a person does: a file chosen, columns changed by keys, tried, taken in."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import bare
from snhr_desktop.ui.exchange import mappings
from snhr_desktop.ui.exchange.page import ExchangePage

Settle = Callable[[], None]


def made(page: ExchangePage, qtbot: QtBot, path: Path, settle: Settle) -> None:
    """Choose the file, and a mapping that is made here."""
    box = page.importing.mapping
    box.choose(mappings.MADE)
    box.chosen.emit(mappings.MADE)
    page.importing.take(path)
    qtbot.waitUntil(lambda: page.mapping.isVisible() and page.mapping.act.isEnabled(), timeout=60_000)
    settle()


def cell(page: ExchangePage, row: int, column: int) -> str:
    """What the table of columns says."""
    return bare(str(page.mapping.table.model().index(row, column).data()))


def at(page: ExchangePage, column: str) -> int:
    """The row of a column of the file."""
    return next(row for row in range(page.mapping.table.rowCount()) if cell(page, row, 0) == column)


def taken_for(page: ExchangePage, column: str) -> str:
    """What a column is taken for."""
    return cell(page, at(page, column), 2)


def take_for(page: ExchangePage, column: str, target: str, settle: Settle) -> None:
    """Change what a column is taken for, by keys alone; a blank target takes it out."""
    table, box = page.mapping.table, page.mapping.target
    table.setCurrentCell(at(page, column), 0)
    table.setFocus()
    if not target:
        QTest.keyClick(table, Qt.Key.Key_Delete)
        read_again(page, settle)
        return
    QTest.keyClick(table, Qt.Key.Key_Return)
    view = box.view()
    assert view.isVisible()
    view.setCurrentIndex(box.model().index(box.findData(target), 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    read_again(page, settle)


def read_again(page: ExchangePage, settle: Settle) -> None:
    """A large workbook is read again for each change, which takes its time."""
    for _ in range(1_200):
        if page.mapping.act.isEnabled():
            break
        QTest.qWait(50)
    settle()


def tried(page: ExchangePage, qtbot: QtBot) -> None:
    """Try it, and wait for the report."""
    page.mapping.act.click()
    qtbot.waitUntil(page.report.isVisible, timeout=60_000)


def take_in(page: ExchangePage, qtbot: QtBot) -> None:
    """Take it in, and wait until it is."""
    page.report.act.click()
    qtbot.waitUntil(lambda: not page.report.act.isVisible(), timeout=180_000)


def chips(page: ExchangePage) -> list[int]:
    """Records read, new, updated, unchanged, refused, and doubtful ones."""
    return [int(bare(chip.accessibleName()).split()[0].replace(",", "")) for chip in page.report.chips]
