"""The list: what it finds, how it is sorted, what is copied from it, and that it never reads more than it shows."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel, QRect, Qt
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester

from snhr_desktop.domain.dates import month_of
from snhr_desktop.domain.values import When
from snhr_desktop.i18n import ARABIC, ENGLISH, NP_, Language, bare
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.incidents import IncidentsPage
from snhr_desktop.ui.incidents.columns import BY_KEY, COLUMNS
from snhr_desktop.ui.lists.cell_painter import Face
from snhr_desktop.ui.lists.columns import fitting
from snhr_desktop.ui.lists.row_pages import PAGE
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import counted, dossier, incident
from tests.ui.incidents.conftest import rename, shown, titles

Settle = Callable[[], None]


def cell(page: IncidentsPage, row: int, key: str) -> str:
    """What a cell shows, without direction marks."""
    return bare(str(page.table.incidents.index(row, BY_KEY[key]).data()))


def test_rows_say_what_the_issue_asks_for(page: IncidentsPage) -> None:
    assert titles(page) == ["Gamma", "Beta", "Alpha", "Delta"]
    assert [cell(page, 2, column.key) for column in COLUMNS[1:8]] == [
        "2017-06-01", "Idlib · Idlib sub-district", "Killing", "7", "3",
        "Syrian regime forces · Russian forces", "Documented",
    ]  # fmt: skip
    assert cell(page, 0, "reference").startswith("IDL-")
    assert [cell(page, row, "date") for row in (1, 3)] == ["March 2018", "date not known"]
    assert [cell(page, row, "place") for row in (0, 3)] == ["Aleppo", "35.81000, 36.60000"]


@pytest.mark.parametrize("language", [ENGLISH, ARABIC], ids=lambda language: language.code)
@pytest.mark.parametrize("month", [2, 9, 11, 12])
def test_a_month_is_written_whole_on_two_lines_where_one_is_too_short(
    page: IncidentsPage, desk: Desk, filled: Workspace, settle: Settle, monkeypatch: pytest.MonkeyPatch,
    language: Language, month: int,
) -> None:  # fmt: skip
    when = When(dt.date(2018, month, 1), month_of(dt.date(2018, month, 1)).last, "month")
    desk.operations.change(lambda one: one.save(dossier(incident=counted(date=when))), lambda _: None)
    desk.tongue.switch(language)
    settle()
    written, painter = list[str](), page.table.itemDelegate()

    def write(_: QPainter, area: QRect, text: str, face: Face, role: str) -> None:
        written.append(face.metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width()))

    monkeypatch.setattr(painter, "_write", write)
    page.table.grab()
    name, year = language.month(when.first or dt.date.min).rsplit(" ", 1)
    assert f"{name} {year}" in written or (name in written and year in written)
    assert not any(text.endswith("…") and "20" in text for text in written)


def test_a_code_stays_in_one_piece_in_an_arabic_window(page: IncidentsPage, desk: Desk) -> None:
    desk.tongue.switch(ARABIC)
    shown = page.table.incidents.index(2, BY_KEY["reference"]).data()
    assert shown.startswith("\u2066")
    assert shown.endswith("\u2069")
    assert cell(page, 2, "status") == "موثّق"


def test_the_model_keeps_the_rules_of_models(page: IncidentsPage, qtmodeltester: ModelTester) -> None:
    check: Callable[..., None] = qtmodeltester.check
    check(page.table.incidents)


@pytest.mark.parametrize(
    ("column", "first"),
    [("killed", "Alpha"), ("place", "Gamma"), ("status", "Gamma"), ("reference", "Delta")],
)
def test_a_click_on_a_heading_sorts_and_a_second_one_turns_round(
    page: IncidentsPage, settle: Settle, column: str, first: str
) -> None:
    header, section = page.table.horizontalHeader(), BY_KEY[column]
    spot = header.viewport().rect().center()
    spot.setX(header.sectionViewportPosition(section) + header.sectionSize(section) // 2)
    found = []
    for _ in range(2):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        settle()
        found.append(titles(page))
    assert header.sortIndicatorSection() == section
    assert found[0][0] == first
    assert found[1] != found[0]
    assert page.table.currentIndex().row() == 0


def test_the_keyboard_sorts_by_the_column_one_is_in(page: IncidentsPage, settle: Settle) -> None:
    page.table.setFocus()
    page.table.setCurrentIndex(page.table.incidents.index(0, BY_KEY["killed"]))
    QTest.keyClick(page.table, Qt.Key.Key_F7)
    settle()
    assert titles(page)[0] == "Alpha"
    page.table.setCurrentIndex(page.table.incidents.index(0, BY_KEY["kinds"]))
    QTest.keyClick(page.table, Qt.Key.Key_F7)  # kinds have no order
    settle()
    assert page.query().order == "killed"


def test_the_count_says_how_many_and_whom_they_harmed(page: IncidentsPage, desk: Desk, settle: Settle) -> None:
    assert page.list.count.text() == "4 incidents · 11 civilians killed · 3 civilians injured"
    page.filters.status.choose("rejected")
    page.filters.changed.emit()
    settle()
    assert page.list.count.text() == "1 incident · 2 civilians killed"
    desk.tongue.switch(ARABIC)
    assert "حادثة" in page.list.count.text()


def test_copied_rows_are_tab_separated_and_bare(page: IncidentsPage, settle: Settle) -> None:
    page.table.setFocus()
    page.table.selectAll()
    QTest.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    settle()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 5
    assert lines[0].split("\t")[:2] == ["Reference", "Date"]
    assert lines[3].split("\t")[1:] == [
        "2017-06-01", "Idlib · Idlib sub-district", "Killing", "7", "3",
        "Syrian regime forces; Russian forces", "Documented",
    ]  # fmt: skip
    assert bare("\n".join(lines)) == "\n".join(lines)


def test_rows_apart_are_copied_in_the_order_of_the_list(page: IncidentsPage, settle: Settle) -> None:
    choose = QItemSelectionModel.SelectionFlag
    page.table.clearSelection()
    for row in (3, 0):
        page.table.selectionModel().select(page.table.incidents.index(row, 0), choose.Select | choose.Rows)
    page.list.copying.start()
    settle()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert [line.split("\t")[-1] for line in lines[1:]] == ["Reported", "Rejected or duplicate"]


def test_columns_are_left_out_from_the_least_needed(page: IncidentsPage) -> None:
    assert len(fitting(COLUMNS, 4000)) == len(COLUMNS)
    kept = [column.key for column in fitting(COLUMNS, 560)]
    assert "kinds" not in kept
    assert kept[:3] == ["reference", "date", "place"]
    assert fitting(COLUMNS, 10) != ()


def test_a_save_is_shown_and_the_row_one_is_at_is_kept(
    page: IncidentsPage, desk: Desk, settle: Settle, filled: Workspace
) -> None:
    page.table.go_to(2)
    uid = page.table.current_uid()
    desk.operations.change(lambda w: w.save(dossier(incident=incident(title_en="Epsilon"))), lambda _: None)
    settle()
    assert "Epsilon" in titles(page)
    assert page.table.current_uid() == uid


def test_a_hidden_page_reads_when_it_is_shown_again(
    page: IncidentsPage, desk: Desk, settle: Settle, filled: Workspace
) -> None:
    page.hide()
    desk.operations.change(lambda w: w.save(dossier(incident=incident(title_en="Zeta"))), lambda _: None)
    settle()
    assert "Zeta" not in titles(page)
    page.show()
    settle()
    assert "Zeta" in titles(page)


def test_a_long_list_is_read_where_it_is_looked_at(desk: Desk, workspace: Workspace, settle: Settle) -> None:
    workspace.save_many([dossier(incident=incident(title_en=f"T{number} x")) for number in range(3 * PAGE + 40)])
    made = shown(desk, settle)
    page = next(made)
    model = page.table.incidents
    assert model.total == 3 * PAGE + 40
    assert model.number_of(model.row(0).uid) == 0
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    settle()
    page.table.viewport().repaint()
    settle()
    last = model.total - 1
    assert page.table.currentIndex().row() == last
    assert page.table.current_uid() == workspace.incidents(IncidentQuery(offset=last, limit=1)).rows[0].uid
    assert page.record.uid == page.table.current_uid()
    page.table.selectAll()
    assert page.table.selectionModel().selection().toList()[0].bottom() == last
    next(made, None)


def test_words_of_the_count_have_their_plurals() -> None:
    rows = NP_("{n} row was copied.", "{n} rows were copied.")
    assert ENGLISH.plural(rows, 1) == "1 row was copied."
    assert len({ARABIC.plural(rows, n) for n in (1, 2, 3, 11, 100)}) == 5


def test_a_changed_title_does_not_move_the_row(
    page: IncidentsPage, desk: Desk, settle: Settle, filled: Workspace
) -> None:
    uid = rename(filled, "Beta", "Beta renamed")
    page.refresh()
    settle()
    assert page.table.incidents.number_of(uid) == 1


@pytest.mark.parametrize(("language", "heading"), [(ENGLISH, "Civilians killed"), (ARABIC, "القتلى المدنيون")])
def test_the_number_of_killed_says_whom_it_counts_and_has_room_for_it(
    page: IncidentsPage, language: Language, heading: str
) -> None:
    page.desk.tongue.switch(language)
    header = page.table.horizontalHeader()
    at = next(number for number, column in enumerate(page.table.columns) if column.key == "killed")
    assert page.table.model().headerData(at, Qt.Orientation.Horizontal) == heading
    words = header.fontMetrics().boundingRect(
        QRect(0, 0, header.sectionSize(at) - 12, 999), Qt.TextFlag.TextWordWrap, heading
    )
    assert words.height() <= header.height() - 12
    assert words.width() <= header.sectionSize(at) - 12
