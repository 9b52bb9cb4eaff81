"""The pages in the window are those of the file: turned by keys, wheel and number, made again after a change."""

import gc
from collections.abc import Callable
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC, LANGUAGES, Language, bare
from snhr_desktop.reports.brief import Brief
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.reports.page import ReportsPage
from snhr_desktop.ui.reports.sheet_view import WHOLE, SheetView
from tests.builders import dossier
from tests.reports.reading import joined
from tests.ui.reports.conftest import LONG

TITLES = {"en": "Idlib governorate after a year", "ar": "حصاد عام"}


def wheel(view: SheetView, notches: int) -> None:
    """Roll the wheel over the view; negative is down."""
    middle = QPointF(view.viewport().rect().center())
    none, up = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        middle, middle, QPoint(), QPoint(0, 120 * notches), none, up, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(view.viewport(), event)


def inked(view: SheetView) -> bool:
    """Whether something is drawn on the page in front."""
    picture = view.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    return min(bytes(picture.constBits())) < 90


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=list(LANGUAGES))
def test_the_cover_is_shown_in_the_language_of_the_edition(
    page: ReportsPage, shown: Callable[[], str], language: Language
) -> None:
    page.arrive(Brief("idlib", edition=language.code))
    assert joined(TITLES[language.code]) in joined(shown())
    assert inked(page.preview.view)


def test_both_editions_stand_in_one_file(page: ReportsPage, shown: Callable[[], str]) -> None:
    shown()
    pages = page.preview._pages
    page.arrive(Brief("idlib", edition="both"))
    text = joined(shown())
    assert all(joined(title) in text for title in TITLES.values())
    assert page.preview._pages > pages


def test_pages_are_turned_by_keys_and_number(page: ReportsPage) -> None:
    view, turner = page.preview.view, page.preview.turner
    page.preview.turner.zoom.choose(WHOLE)
    view.zoom(WHOLE)
    last = page.preview._pages - 1
    for key, expected in (
        (Qt.Key.Key_PageDown, 1), (Qt.Key.Key_PageDown, 2), (Qt.Key.Key_PageUp, 1), (Qt.Key.Key_End, last),
        (Qt.Key.Key_PageDown, last), (Qt.Key.Key_Home, 0), (Qt.Key.Key_PageUp, 0), (Qt.Key.Key_Space, 1),
    ):  # fmt: skip
        QTest.keyClick(view, key)
        assert (view.page, turner.number.text()) == (expected, str(expected + 1))
    for typed, expected in (("3", 2), ("٤", 3), ("0", 3), ("999", 3), ("x", 3)):
        turner.number.setText(typed)
        QTest.keyClick(turner.number, Qt.Key.Key_Return)
        assert (view.page, turner.number.text()) == (expected, str(expected + 1))
    turner.back.click()
    turner.on.click()
    assert view.page == 3


def test_a_page_wider_than_high_is_scrolled_before_it_is_turned(page: ReportsPage) -> None:
    view = page.preview.view
    assert view.verticalScrollBar().maximum() > 0
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page == 0
    assert view.verticalScrollBar().value() > 0
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    wheel(view, -1)
    assert (view.page, view.verticalScrollBar().value()) == (1, 0)
    wheel(view, 1)
    assert (view.page, view.verticalScrollBar().value()) == (0, view.verticalScrollBar().maximum())


def test_a_whole_page_fits_the_view(page: ReportsPage) -> None:
    page.preview.turner.zoom.choose(WHOLE)
    page.preview.turner.zoom.chosen.emit(WHOLE)
    assert page.preview.view._sheet.height() <= page.preview.view.height()
    assert page.preview.view.verticalScrollBar().maximum() == 0


def test_the_report_is_made_again_once_a_record_was_saved(page: ReportsPage, desk: Desk, qtbot: QtBot) -> None:
    before = page.composition.made
    done: list[Any] = []
    desk.operations.change(lambda workspace: workspace.save(dossier()), done.append)
    qtbot.waitUntil(lambda: bool(done))
    qtbot.waitUntil(lambda: page.composition.made not in (None, before), timeout=LONG)
    assert page.preview.shows_pages
    assert page.composition.made is not None
    assert before is not None
    assert page.composition.made.content != before.content


def test_the_window_lives_while_a_report_is_made(page: ReportsPage, shown: Callable[[], str]) -> None:
    page.choices.edition.choose("both")
    page.choices.edition.chosen.emit("both")
    assert not page.preview.shows_pages
    page.kit.tongue.switch(ARABIC)
    assert page.tabs.bar.tabText(0) == "التقرير"
    assert joined(TITLES["ar"]) in joined(shown())


def test_what_no_typeface_can_print_is_told(page: ReportsPage, shown: Callable[[], str]) -> None:
    page.tabs.go(page.pane)
    for code in LANGUAGES:
        page.texts.put("about", code, "ABC \U00010a0f")
    shown()
    assert "(U+10A0F)" in bare(page.preview.notice.text())
    page.tabs.go(page.pane)
    for code in LANGUAGES:
        page.texts.restore("about", code)
    shown()
    assert page.preview.notice.text() == ""


def test_no_file_is_left_open_behind_the_pages(page: ReportsPage, shown: Callable[[], str]) -> None:
    assert shown()
    assert inked(page.preview.view)
    documents = [each for each in gc.get_objects() if type(each) is pypdfium2.PdfDocument]
    assert [document for document in documents if document.raw] == []
