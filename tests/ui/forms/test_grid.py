"""A list of records filled by keyboard alone, with nothing counted that nobody said, and nothing gone for good."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
import shiboken6
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QStyleOptionViewItem, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from snhr_desktop.domain.records import CHILDREN, Dossier
from snhr_desktop.errors import Problem
from snhr_desktop.i18n import ARABIC, ENGLISH, N_, Language, bare, first_strong
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms.grid import RecordList
from snhr_desktop.ui.forms.grid.cell_delegate import CellDelegate
from snhr_desktop.ui.forms.grid.record_rows import RecordRows
from snhr_desktop.ui.forms.grid.row import Row
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.forms.sections import VICTIMS, WIDTHS
from tests.builders import HOSTILE_TEXTS
from tests.ui.forms.keyboard import CTRL, SHIFT, focused, press, type_keys

WRONG = N_("This must be a whole number.")


@pytest.fixture
def victims(means: Means, qtbot: QtBot) -> Iterator[RecordList]:
    """The victims' list between two other fields."""
    window = QWidget()
    column = QVBoxLayout(window)
    made = RecordList(means, VICTIMS, WIDTHS)
    for widget in (QLineEdit(), made, QLineEdit()):
        column.addWidget(widget)
    window.resize(840, 700)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made.setFocus()
    yield made
    shiboken6.delete(window)


def test_a_row_nobody_touched_is_no_victim(victims: RecordList) -> None:
    assert victims.dump() == []
    type_keys("\t\t\t")
    assert victims.dump() == []


def test_typing_edits_and_tab_goes_on_to_a_new_row(victims: RecordList) -> None:
    type_keys("أحمد\tمحمد\t\tmale\t٣٤\t\t\t\t\tسارة\t")
    assert victims.dump() == [
        {"name_ar": "أحمد", "father_ar": "محمد", "sex": "male", "age": "٣٤"},
        {"name_ar": "سارة"},
    ]


def test_age_nought_is_said(victims: RecordList) -> None:
    victims.load([{"age": 0}])
    assert victims.dump() == [{"age": 0}]


def test_enter_on_a_blank_last_row_leaves_the_grid(victims: RecordList) -> None:
    type_keys("x" + "\t" * 9)
    assert len(victims.rows.rows) == 2
    type_keys("\n")
    assert not victims.isAncestorOf(focused()) or victims.details.isAncestorOf(focused())


def test_tab_and_shift_tab_leave_at_the_ends(victims: RecordList) -> None:
    press(Qt.Key.Key_Backtab, SHIFT)
    assert not victims.isAncestorOf(focused())
    victims.setFocus()
    type_keys("\t" * 9)
    assert len(victims.rows.rows) == 1
    assert victims.details.isAncestorOf(focused())


def test_a_choice_cell_is_set_by_typing_in_the_language_spoken(victims: RecordList, desk: Desk) -> None:
    desk.tongue.switch(ARABIC)
    victims.grid.go_to(0, 7)
    type_keys("أصيب\t")
    assert victims.dump() == [{"outcome": "injured"}]
    victims.grid.go_to(0, 7)
    press(Qt.Key.Key_Delete)
    assert victims.dump() == []


def test_opening_a_choice_says_nothing(victims: RecordList) -> None:
    victims.grid.go_to(0, 6)
    press(Qt.Key.Key_F2)
    type_keys("\t")
    assert victims.dump() == []


def test_duplicate_remove_undo_redo(victims: RecordList) -> None:
    type_keys("one\ttwo\n")
    press(Qt.Key.Key_D, CTRL)
    assert [row["name_ar"] for row in victims.dump()] == ["one", "one"]
    press(Qt.Key.Key_Delete, CTRL)
    press(Qt.Key.Key_Delete, CTRL)
    assert victims.dump() == []
    press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Z, CTRL)
    assert [row["name_ar"] for row in victims.dump()] == ["one", "one"]
    press(Qt.Key.Key_Y, CTRL)
    assert len(victims.dump()) == 1


def test_a_copy_is_another_person() -> None:
    assert Row({"uid": "1f", "name_ar": "x"}).copy().raw == {"name_ar": "x"}


def test_the_keys_of_one_sitting_are_undone_together(victims: RecordList) -> None:
    type_keys("abc\tdef\n")
    assert victims.rows.undo.count() == 2
    press(Qt.Key.Key_Z, CTRL)
    assert victims.dump() == [{"name_ar": "abc"}]


def test_each_key_reaches_the_row_at_once_and_escape_takes_it_back(victims: RecordList) -> None:
    type_keys("abc\t")
    victims.grid.go_to(0, 0)
    type_keys("xy")
    assert victims.dump() == [{"name_ar": "xy"}]
    press(Qt.Key.Key_Escape)
    assert victims.dump() == [{"name_ar": "abc"}]


def test_a_half_typed_cell_survives_a_change_of_language(victims: RecordList, desk: Desk) -> None:
    type_keys("أحم")
    desk.tongue.switch(ARABIC)
    type_keys("د")
    assert victims.dump() == [{"name_ar": "أحمد"}]
    assert victims.rows.headerData(0, Qt.Orientation.Horizontal) == "الاسم بالعربية"


def test_the_panel_below_says_it_of_the_current_row(victims: RecordList) -> None:
    type_keys("one" + "\t" * 9 + "two\t")
    notes = victims.details.editors["notes"]
    notes.setFocus()
    type_keys("second")
    victims.grid.go_to(0, 0)
    assert notes.raw() == ""
    victims.grid.go_to(1, 0)
    assert notes.raw() == "second"
    victims.rows.undo.undo()
    assert notes.raw() == ""
    assert [row.get("notes", "") for row in victims.dump()] == ["", ""]


def test_problems_are_marked_where_they_were_left(victims: RecordList, desk: Desk) -> None:
    victims.grid.go_to(0, 4)
    type_keys("-3")
    victims.show_problems([Problem("victim", "age", WRONG)], tried=False)
    index = victims.rows.index(0, 4)
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    type_keys("\t")
    assert index.data(Qt.ItemDataRole.DecorationRole) is not None
    desk.tongue.switch(ARABIC)
    assert ARABIC.text(WRONG) in index.data(Qt.ItemDataRole.ToolTipRole)
    assert ARABIC.text(WRONG) in index.data(Qt.ItemDataRole.AccessibleTextRole)


def shown(held: RecordList, row: int, column: int) -> QStyleOptionViewItem:
    """How a cell is about to be drawn."""
    index, option = held.rows.index(row, column), QStyleOptionViewItem()
    option.rect, option.font = held.grid.visualRect(index), held.grid.font()
    option.fontMetrics, option.decorationSize = held.grid.fontMetrics(), held.grid.iconSize()
    delegate = held.grid.itemDelegate()
    assert isinstance(delegate, CellDelegate)
    delegate.initStyleOption(option, index)
    return option


def test_a_wrong_number_can_be_read_in_its_narrow_cell(victims: RecordList) -> None:
    victims.load([{"name_ar": "x", "age": "40", "age_group": "child"}])
    victims.show_problems([Problem("victim", "age", WRONG), Problem("victim", "name_ar", WRONG)], tried=True)
    age, name = shown(victims, 0, 4), shown(victims, 0, 0)
    assert age.text == "40"
    assert not age.features & QStyleOptionViewItem.ViewItemFeature.HasDecoration
    assert name.features & QStyleOptionViewItem.ViewItemFeature.HasDecoration
    assert name.decorationPosition == QStyleOptionViewItem.Position.Right


def test_a_term_of_ours_runs_as_the_language_does(means: Means, desk: Desk) -> None:
    rows = RecordRows(means, CHILDREN["sources"], ("reliability", "pseudonym"), {}, QUndoStack())
    rows.load([{"reliability": "A", "pseudonym": "A-17 شاهد"}])
    desk.tongue.switch(ARABIC)
    term, words = (rows.index(0, column).data() for column in (0, 1))
    assert bare(term) == "A: موثوق"
    assert first_strong(term) == "rtl"
    assert first_strong(words) == "ltr"
    shiboken6.delete(rows)


@pytest.mark.parametrize("language", [ENGLISH, ARABIC], ids=lambda language: language.code)
def test_the_frame_of_the_focus_is_whole_at_the_headers_too(
    victims: RecordList, desk: Desk, language: Language
) -> None:
    desk.tongue.switch(language)
    victims.grid.setFocus()
    accent, picture = desk.theme.colour("accent"), victims.grid.grab().toImage()
    wide, high = picture.width() - 1, picture.height() - 1
    edges = [(x, y) for x in range(10, wide - 10) for y in (0, 1, high - 1, high)]
    edges += [(x, y) for y in range(10, high - 10) for x in (0, 1, wide - 1, wide)]
    assert {picture.pixelColor(x, y).name() for x, y in edges} == {accent.name()}


def test_a_problem_leads_to_its_cell_past_blank_rows(victims: RecordList) -> None:
    victims.load([{}, {"name_ar": "x", "age": "-3"}])
    victims.go_to(Problem("victim", "age", WRONG, 0))
    assert (victims.grid.currentIndex().row(), victims.grid.currentIndex().column()) == (1, 4)
    victims.go_to(Problem("victim", "notes", WRONG, 0))
    assert victims.details.editors["notes"].isAncestorOf(focused())


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_text_comes_back_as_it_was_and_is_never_markup(victims: RecordList, text: str) -> None:
    victims.load([{"name_ar": text, "notes": text}])
    assert victims.dump() == [{"name_ar": text, "notes": text}]
    tip = victims.rows.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tip
    assert "<script>" not in tip
    press(Qt.Key.Key_F2)
    type_keys("\t")
    assert victims.dump()[0]["name_ar"] == text


Acts = st.lists(st.sampled_from(["type", "duplicate", "remove", "add", "undo", "redo", "next"]), max_size=25)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(acts=Acts)
def test_everything_can_be_undone_and_redone(victims: RecordList, acts: list[str]) -> None:
    victims.load([{"name_ar": "first"}])
    tester = QAbstractItemModelTester(victims.rows, QAbstractItemModelTester.FailureReportingMode.Warning)
    for number, act in enumerate(acts):
        current = victims.rows.rows[max(0, victims.grid.currentIndex().row())]
        doings: dict[str, Callable[[], object]] = {
            "type": partial(victims.rows.edit, current, "name_ar", f"name {number}"),
            "duplicate": victims.duplicate_row,
            "remove": victims.remove_row,
            "add": victims.add_row,
            "undo": victims.rows.undo.undo,
            "redo": victims.rows.undo.redo,
            "next": lambda: victims.grid.step(1),
        }
        doings[act]()
        victims.rows.sit()
    after = victims.dump()
    while victims.rows.undo.canUndo():
        victims.rows.undo.undo()
    assert victims.dump() == [{"name_ar": "first"}]
    while victims.rows.undo.canRedo():
        victims.rows.undo.redo()
    done = victims.dump()
    assert "undo" in acts or done == after
    dossier, _ = Dossier.parse({"victims": done})
    assert len(dossier.victims) == len(done)
    shiboken6.delete(tester)


@pytest.mark.parametrize("language", [ENGLISH, ARABIC])
def test_rows_of_a_spreadsheet_go_in_and_out(victims: RecordList, means: Means, language: Language) -> None:
    means.kit.tongue.switch(language)
    QApplication.clipboard().setText(
        "أحمد العلي\tمحمد\t1\tذكر\t٣٤\nفاطمة العلي\tأحمد\t\tFemale\t9\t\t\tقُتل\r\n\n\t\t4\t\t\tطفل"
    )
    press(Qt.Key.Key_V, CTRL)
    entered = [
        {"name_ar": "أحمد العلي", "father_ar": "محمد", "number": "1", "sex": "male", "age": "٣٤"},
        {"name_ar": "فاطمة العلي", "father_ar": "أحمد", "sex": "female", "age": "9", "outcome": "killed"},
        {"number": "4", "age_group": "child"},
    ]
    assert victims.dump() == entered
    victims.grid.selectAll()
    press(Qt.Key.Key_C, CTRL)
    copied = QApplication.clipboard().text()
    assert bare(copied) == copied
    victims.rows.undo.undo()
    assert victims.dump() == []
    victims.grid.go_to(0)
    press(Qt.Key.Key_V, CTRL)
    assert victims.dump() == entered, "with its headings it comes back field by field"


def test_headings_say_which_column_is_which(victims: RecordList) -> None:
    QApplication.clipboard().setText(
        "Age\tName in English\tرقم داخلي\tالاسم بالعربية\n34\tAhmad\tx\tأحمد\n9\t\t\tريم\n"
    )
    press(Qt.Key.Key_V, CTRL)
    assert victims.dump() == [{"age": "34", "name_en": "Ahmad", "name_ar": "أحمد"}, {"age": "9", "name_ar": "ريم"}]


def test_a_word_that_is_no_term_is_shown_and_not_guessed(victims: RecordList) -> None:
    QApplication.clipboard().setText("أحمد\t\t\tذ\nسامر\t\t\tذكر\n")
    press(Qt.Key.Key_V, CTRL)
    assert [row["sex"] for row in victims.dump()] == ["ذ", "male"]


@pytest.mark.parametrize("text", [*HOSTILE_TEXTS, '"', '\t"a\nb', "\t\n\t", "a\0b\tc"])
def test_whatever_is_pasted_nothing_breaks_and_undo_takes_it_back(victims: RecordList, text: str) -> None:
    QApplication.clipboard().setText(text)
    press(Qt.Key.Key_V, CTRL)
    while victims.rows.undo.canUndo():
        victims.rows.undo.undo()
    assert victims.dump() == []


def test_a_quote_that_is_never_closed_swallows_no_row(victims: RecordList) -> None:
    QApplication.clipboard().setText('"أحمد\tمحمد\nسامر\tخالد\nريم\tأحمد\n')
    press(Qt.Key.Key_V, CTRL)
    assert [row["name_ar"] for row in victims.dump()] == ['"أحمد', "سامر", "ريم"]
