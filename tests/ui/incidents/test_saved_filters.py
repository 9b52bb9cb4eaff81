"""Filters with a name above the list: kept, chosen, renamed, removed, by the menu and its dialog."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.incidents import IncidentsPage
from snhr_desktop.ui.incidents.filter_name import FilterName
from snhr_desktop.workspace import IncidentQuery, SavedFilter, Workspace
from tests.builders import dossier, incident
from tests.ui.walk import cut_off, unnamed, untranslated


@pytest.fixture
def page(desk: Desk, workspace: Workspace, qtbot: QtBot) -> Iterator[IncidentsPage]:
    """The page over two incidents, one of them of a school."""
    workspace.save(dossier())
    workspace.save(dossier(incident=incident(title_en="Shelling of a school")))
    made = IncidentsPage(desk)
    made.resize(1140, 700)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: made.table.lines.total == 2)
    yield made
    shiboken6.delete(made)


def menu(page: IncidentsPage, qtbot: QtBot) -> QMenu:
    """The menu, opened by its key."""
    before = page.saved.menu_shown
    page.saved.open()
    qtbot.waitUntil(lambda: page.saved.menu_shown is not before)
    assert page.saved.menu_shown is not None
    return page.saved.menu_shown


def acts(shown: QMenu, words: str) -> list[str]:
    """The names under one of the menus in it."""
    [action] = [each for each in shown.actions() if each.text() == words]
    below = action.menu()
    assert isinstance(below, QMenu)
    return [each.text() for each in below.actions()]


def typed(page: IncidentsPage, name: str) -> FilterName:
    """The dialog with a name in it, sent by Enter."""
    dialog = page.saved.dialog
    assert dialog is not None
    dialog.field.setText(name)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    return dialog


def test_what_is_asked_is_kept_under_a_name_and_asked_again(page: IncidentsPage, qtbot: QtBot) -> None:
    shown = menu(page, qtbot)
    [keep] = [each for each in shown.actions() if each.text().startswith("Save")]
    assert not keep.isEnabled()
    shown.close()
    page.search.setText("school")
    qtbot.waitUntil(lambda: page.table.lines.total == 1)
    shown = menu(page, qtbot)
    next(each for each in shown.actions() if each.text().startswith("Save")).trigger()
    shown.close()
    assert page.saved.dialog is not None
    assert not page.saved.dialog.act.isEnabled()
    typed(page, "Schools & markets")
    page.desk.operations.settle()
    page.clear()
    qtbot.waitUntil(lambda: page.table.lines.total == 2)
    shown = menu(page, qtbot)
    first = shown.actions()[0]
    assert first.text() == "Schools && markets"
    first.trigger()
    shown.close()
    qtbot.waitUntil(lambda: page.table.lines.total == 1)
    assert page.search.text() == "school"


def test_a_filter_is_renamed_and_removed_and_a_name_taken_is_told(
    page: IncidentsPage, workspace: Workspace, qtbot: QtBot
) -> None:
    for name in ("One", "Two"):
        workspace.save_filter(name, IncidentQuery(text=name))
    shown = menu(page, qtbot)
    assert acts(shown, "Rename") == acts(shown, "Remove") == ["One", "Two"]
    shown.close()
    one: SavedFilter = workspace.saved_filters()[0]
    page.saved._ask_to_rename(one, workspace.saved_filters())
    dialog = typed(page, "Two")
    qtbot.waitUntil(lambda: bool(dialog.line.complaint()))
    typed(page, "Three")
    qtbot.waitUntil(lambda: [each.name for each in workspace.saved_filters()] == ["Three", "Two"])
    page.saved._remove(workspace.saved_filters()[0], ())
    page.desk.operations.settle()
    assert [each.name for each in workspace.saved_filters()] == ["Two"]


def test_what_the_bar_cannot_show_is_told_by_the_name(page: IncidentsPage, workspace: Workspace, qtbot: QtBot) -> None:
    query = IncidentQuery(statuses=("reported", "rejected"))
    page.saved.chosen.emit(SavedFilter("Not yet", query))
    qtbot.waitUntil(lambda: page.table.lines.total == 1)
    assert page.door.text() == "Not yet"


def test_menu_and_dialog_are_said_in_both_languages(page: IncidentsPage, qtbot: QtBot) -> None:
    page.search.setText("school")
    page.saved._ask_to_keep(())
    dialog = page.saved.dialog
    assert dialog is not None
    dialog.show()
    for language in (ENGLISH, ARABIC):
        page.kit.tongue.switch(language)
        assert unnamed(dialog) == []
        assert cut_off(dialog) == []
    assert untranslated(dialog) == []
    assert untranslated(page.saved.made(())) == []
    dialog.reject()
