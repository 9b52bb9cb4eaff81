"""A list of more rows than are read at a time: its beginning, its totals, what is chosen and copied of it."""

from collections.abc import Callable, Iterator
from time import sleep
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC
from snhr_desktop.store import listing, sequence
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.incidents import IncidentsPage
from snhr_desktop.ui.lists import copy_line
from snhr_desktop.ui.lists.copy_line import CopyLine
from snhr_desktop.ui.lists.row_pages import PAGE
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import dossier, incident, victim
from tests.ui.incidents.conftest import shown

Settle = Callable[[], None]
MANY = 3 * PAGE + 40


@pytest.fixture
def long_page(desk: Desk, workspace: Workspace, settle: Settle) -> Iterator[IncidentsPage]:
    """Several pages of incidents, one civilian killed in each."""
    workspace.save_many([dossier(victim(), incident=incident(title_en=f"T{number}")) for number in range(MANY)])
    yield from shown(desk, settle)


def choose(page: IncidentsPage, first: int, last: int) -> None:
    """Choose rows besides those that are chosen."""
    flags, model = QItemSelectionModel.SelectionFlag, page.table.lines
    selection = page.table.selectionModel()
    for row in range(first, last + 1):
        selection.select(model.index(row, 0), flags.Select | flags.Rows)


def test_the_beginning_shows_before_the_end_is_known(long_page: IncidentsPage, settle: Settle) -> None:
    model = long_page.table.lines
    totals: list[tuple[int, bool]] = []
    model.found.connect(lambda: totals.append((model.total, model.whole)))
    model.counted.connect(lambda: totals.append((model.total, model.whole)))
    long_page.clear()
    settle()
    assert totals == [(PAGE, False), (MANY, True)]
    assert long_page.list.count.text() == f"{MANY} incidents · {MANY} civilians killed"


def test_a_refresh_shows_the_whole_list_at_once(long_page: IncidentsPage, settle: Settle) -> None:
    model = long_page.table.lines
    totals: list[int] = []
    long_page.table.go_to(2 * PAGE)
    settle()
    model.found.connect(lambda: totals.append(model.total))
    long_page.refresh()
    settle()
    assert totals == [MANY]


def test_an_incident_far_down_is_come_to(long_page: IncidentsPage, workspace: Workspace, settle: Settle) -> None:
    far = workspace.incidents(IncidentQuery(offset=MANY - 5, limit=1)).rows[0].uid
    long_page.arrive(far)
    settle()
    assert long_page.table.currentIndex().row() == MANY - 5
    assert long_page.record.uid == far


def test_what_is_chosen_is_added_up(long_page: IncidentsPage, desk: Desk) -> None:
    count = long_page.list.count
    long_page.table.clearSelection()
    assert count.chosen_text() == ""
    choose(long_page, 3, 3)
    assert count.chosen_text() == ""
    choose(long_page, 7, 9)
    assert count.chosen_text() == "4 chosen · 4 civilians killed"
    long_page.table.selectAll()
    assert count.chosen_text() == f"{MANY} chosen · {MANY} civilians killed"
    assert len(long_page.table.selectionModel().selection().toList()) == 1
    desk.tongue.switch(ARABIC)
    assert "chosen" not in count.chosen_text()


def test_all_rows_are_copied_in_parts_and_a_copy_can_be_called_off(
    long_page: IncidentsPage, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copy_line, "_FEW", 10)
    line = long_page.findChild(CopyLine)
    assert isinstance(line, CopyLine)
    QGuiApplication.clipboard().setText("before")
    long_page.table.selectAll()
    long_page.list.copying.start()
    assert line.isVisible()
    line.call_off.click()
    settle()
    assert not line.isVisible()
    assert QGuiApplication.clipboard().text() == "before"
    long_page.list.copying.start()
    settle()
    settle()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == MANY + 1
    assert len({line.split("\t")[0] for line in lines}) == MANY + 1


def test_a_heading_is_drawn_without_looking_through_the_rows(
    long_page: IncidentsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    count = long_page.table.lines.rowCount

    def counted(*given: object) -> int:
        asked.append(1)
        return count()

    long_page.table.selectAll()
    monkeypatch.setattr(type(long_page.table.lines), "rowCount", counted)
    long_page.table.horizontalHeader().grab()
    assert len(asked) < MANY


def test_a_count_gives_way_to_what_is_asked_meanwhile_and_is_made_in_the_end(
    long_page: IncidentsPage, settle: Settle, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    table, found_by = long_page.table.lines, sequence.found_by
    tries: list[bool] = []

    def slow(*given: Any) -> Any:
        """Finds nothing until it may go on working."""
        if given[2]["most"] > 0:
            return found_by(*given)
        sleep(0.3)
        tries.append(given[3]())
        return found_by(*given) if tries[-1] else None

    monkeypatch.setattr(listing, "found_by", slow)
    table.found.connect(lambda: table._operations.ask(lambda _: sleep(0.6), lambda _: None, owner=table))
    long_page.clear()
    qtbot.waitUntil(lambda: bool(tries))
    qtbot.waitUntil(lambda: table.whole)
    assert tries[-1]
    assert table.total == MANY


def test_rows_that_come_soon_are_not_painted_twice(
    long_page: IncidentsPage, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = long_page.table.viewport()
    long_page.table.go_to(MANY - 5)
    assert not port.updatesEnabled()
    settle()
    qtbot.waitUntil(port.updatesEnabled)
    assert long_page.table.lines.row(MANY - 5) is not None
    monkeypatch.setattr(long_page.table.lines, "at_hand", lambda rows: False)
    long_page.table.go_to(0)
    assert not port.updatesEnabled()
    qtbot.waitUntil(port.updatesEnabled)  # even where they do not come
