"""The columns of the list: chosen, ordered, made wider, kept at the edge, remembered, by mouse and by keys."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from snhr_desktop import look
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.i18n import ARABIC, LANGUAGES, Language
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.fonts import font
from snhr_desktop.ui.incidents import IncidentsPage
from snhr_desktop.ui.incidents.columns import BY_KEY, COLUMNS, PART_OF
from snhr_desktop.ui.incidents.saying import say_code
from snhr_desktop.ui.lists import foot
from snhr_desktop.ui.lists.cell_painter import CellPainter
from snhr_desktop.ui.lists.columns_dialog import ColumnsDialog
from snhr_desktop.ui.lists.layout import Layout, read_layout, usual
from snhr_desktop.ui.settings import Settings
from snhr_desktop.workspace import Workspace
from tests.ui.incidents.conftest import shown
from tests.ui.walk import unnamed, untranslated

Settle = Callable[[], None]
WIDE = Layout(("reference", "place", "title", "weapons", "facilities", "changed", "changed_by", "sources"), {}, 2)


@pytest.fixture
def settings(desk: Desk, settings_path: Path) -> Settings:
    """What this machine remembers."""
    desk.settings = Settings(settings_path)
    return desk.settings


@pytest.fixture
def dialog(desk: Desk, qtbot: QtBot) -> Iterator[ColumnsDialog]:
    """The dialog over the usual columns."""
    made = ColumnsDialog(desk.kit, COLUMNS, usual(COLUMNS))
    made.show()
    yield made
    shiboken6.delete(made)


def keys(page: IncidentsPage) -> list[str]:
    """The columns that show, in order."""
    return [column.key for column in page.table.shown_columns()]


def test_columns_are_chosen_in_an_order_of_ones_own(page: IncidentsPage) -> None:
    page.table.laying_out.change(WIDE)
    assert keys(page) == list(WIDE.keys)
    page.table.laying_out.change(usual(COLUMNS))
    page.resize(1800, 640)
    assert keys(page) == [column.key for column in COLUMNS if column.usual]


def test_a_width_made_by_hand_and_a_heading_dragged_are_remembered(
    desk: Desk, settings: Settings, filled: Workspace, settle: Settle, qtbot: QtBot
) -> None:
    page = next(steps := shown(desk, settle))
    header = page.table.horizontalHeader()
    with qtbot.waitSignal(page.table.laying_out.changed):
        header.resizeSection(BY_KEY["place"], 321)
        header.moveSection(header.visualIndex(BY_KEY["status"]), 0)
    kept = read_layout(settings.columns("incidents"), COLUMNS)
    assert kept.widths == {"place": 321}
    assert kept.keys[0] == "status"
    assert "IDL-" not in settings.columns("incidents")
    steps.close()
    other = next(again := shown(desk, settle))
    assert keys(other)[0] == "status"
    assert other.table.columnWidth(BY_KEY["place"]) == 321
    again.close()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_columns_at_the_edge_stay_while_the_others_scroll(page: IncidentsPage, desk: Desk, language: str) -> None:
    if language == "ar":
        desk.tongue.switch(ARABIC)
    page.table.laying_out.change(WIDE)
    page.resize(700, 640)
    table, part = page.table, page.table.frozen
    bar = table.horizontalScrollBar()
    assert bar.maximum() > 0
    assert part.isVisible()
    bar.setValue(bar.maximum())
    port = table.viewport().geometry()
    inner = part.geometry().adjusted(1, 1, -1, -1)
    assert inner.right() == port.right() if language == "ar" else inner.left() == port.left()
    assert inner.width() == table.columnWidth(BY_KEY["reference"]) + table.columnWidth(BY_KEY["place"])
    table.setCurrentIndex(table.lines.index(0, BY_KEY["title"]))
    table.scrollTo(table.currentIndex())
    cell = table.visualRect(table.currentIndex())
    if language == "ar":
        assert cell.right() < table.viewport().width() - part.room()
    else:
        assert cell.left() >= part.room()


def test_the_part_at_the_edge_sorts_opens_and_scrolls_like_the_list(page: IncidentsPage, settle: Settle) -> None:
    page.table.laying_out.change(WIDE)
    header = page.table.frozen.horizontalHeader()
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    settle()
    assert page.query().order == "reference"
    opened: list[str] = []
    page.table.opened.connect(opened.append)
    QTest.mouseClick(page.table.frozen.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 60))
    QTest.mouseDClick(page.table.frozen.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 60))
    assert opened == [page.table.current_uid()]
    assert page.table.currentIndex().row() == 1
    header.resizeSection(BY_KEY["reference"], 222)
    assert page.table.columnWidth(BY_KEY["reference"]) == 222


def test_the_dialog_chooses_orders_and_widens_by_keys(dialog: ColumnsDialog) -> None:
    dialog.list.setCurrentRow(1)
    QTest.keyClick(dialog.list, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert dialog.layout_chosen().keys[:2] == ("date", "reference")
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert "date" not in dialog.layout_chosen().keys
    dialog.width_box.setValue(200)
    dialog.list.setCurrentRow(1)
    dialog.width_box.setValue(300)
    dialog.frozen.setValue(2)
    assert dialog.layout_chosen().widths == {"reference": 300}
    assert dialog.layout_chosen().frozen == 2
    dialog.reset()
    assert dialog.layout_chosen() == usual(COLUMNS)


def test_a_list_keeps_one_column(dialog: ColumnsDialog) -> None:
    for row in range(dialog.list.count()):
        dialog.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert len(dialog.layout_chosen().keys) == 1


def test_the_dialog_is_arabic_and_named(dialog: ColumnsDialog, desk: Desk) -> None:
    desk.tongue.switch(ARABIC)
    again = ColumnsDialog(desk.kit, COLUMNS, usual(COLUMNS))
    again.show()
    assert untranslated(again) == []
    assert unnamed(again) == []
    shiboken6.delete(again)


def test_f8_and_the_menu_of_a_heading_lead_to_the_columns(page: IncidentsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foot, "ask_columns", lambda *_: WIDE)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_F8)
    assert keys(page) == list(WIDE.keys)
    menu = page.list.foot.menu.menu(BY_KEY["place"])
    hide, keep, let_go, _, choose, reset = menu.actions()
    let_go.trigger()
    assert page.table.laying_out.layout.frozen == 0
    keep.trigger()
    assert page.table.laying_out.layout.frozen == 2
    hide.trigger()
    assert "place" not in keys(page)
    choose.trigger()
    assert keys(page) == list(WIDE.keys)
    reset.trigger()
    assert page.table.laying_out.layout == usual(COLUMNS)


def test_a_copy_has_the_columns_that_show(page: IncidentsPage, settle: Settle) -> None:
    from PySide6.QtGui import QGuiApplication

    page.table.laying_out.change(Layout(("title", "sources", "place")))
    page.table.selectAll()
    page.list.copying.start()
    settle()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "Title\tSources\tPlace"
    assert lines[3] == "Alpha market\t1\tIdlib · Idlib sub-district"


def test_a_bar_that_comes_while_columns_are_placed_leaves_none_cut(page: IncidentsPage) -> None:
    table = page.table
    header, width = table.horizontalHeader(), table.width()
    header.sectionResized.connect(lambda *_: table.resize(width - 120, table.height()))
    table.resize(width - 60, table.height())
    assert table.width() == width - 120
    assert header.length() <= table.viewport().width()
    assert table.laying_out.layout.widths == {}


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.code)
def test_the_words_of_each_status_are_read_whole(page: IncidentsPage, language: Language) -> None:
    painter = page.table.itemDelegate()
    assert isinstance(painter, CellPainter)
    room = COLUMNS[BY_KEY["status"]].width - 40  # its pads, the pads of the chip and the icon
    for term in vocabulary("status").values():
        words = language.text(term.label)
        assert " ".join(painter.chip_lines(words, room)) == words


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.code)
def test_where_a_merged_incident_is_found_is_read_whole(page: IncidentsPage, language: Language) -> None:
    words = language.text(PART_OF, reference=say_code("IDL-2018-00029"))
    room = COLUMNS[BY_KEY["reference"]].width - 16
    assert QFontMetrics(font(look.SCREEN.note)).horizontalAdvance(words) <= room
