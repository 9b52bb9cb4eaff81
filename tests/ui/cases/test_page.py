"""The page of cases: found by words and by what became of them, read beside the list, led to from other pages."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC, ENGLISH, N_
from snhr_desktop.ui.cases.page import CasesPage
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.incidents.record.history import HistoryView
from snhr_desktop.ui.incidents.record.prose import Prose
from snhr_desktop.ui.incidents.record.revisions_dialog import RevisionsDialog
from snhr_desktop.ui.operations import Worker
from snhr_desktop.workspace import CaseQuery, Workspace
from tests.builders import case, state
from tests.ui.windows import settle

Settle = Callable[[], None]
LATER = dt.date(2018, 5, 2)


@pytest.fixture
def rest(worker: Worker) -> Settle:
    """Waits until everything asked is answered."""
    return lambda: settle(worker)


@pytest.fixture
def page(desk: Desk, rest: Settle, qtbot: QtBot, workspace: Workspace) -> Iterator[CasesPage]:
    """The page over three cases."""
    workspace.save_case(case(state(held_at_ar="فرع فلسطين", source_name="Secret Name"), name_en="Samer al-Hamwi"))
    workspace.save_case(case(state(day=LATER), state("disappeared", LATER), name_ar="أحمد علي", sex="female"))
    workspace.save_case(case(state(party="unidentified"), name_ar="هدى", status="reported"))
    made = CasesPage(desk)
    made.resize(1150, 700)
    made.show()
    qtbot.waitExposed(made)
    rest()
    yield made
    rest()
    shiboken6.delete(made)


def names(page: CasesPage) -> list[str]:
    lines = page.table.lines
    return [lines.row(number).name_ar for number in range(lines.total)]


def told(page: CasesPage) -> str:
    return "\n".join(prose.toPlainText() for prose in page.record.findChildren(Prose))


def test_the_newest_stand_first_and_the_record_beside_them(page: CasesPage, qtbot: QtBot) -> None:
    assert names(page)[0] == "أحمد علي"
    assert page.record.uid == page.table.current_uid()
    qtbot.waitUntil(lambda: "أحمد علي" in told(page))  # who walks down a list does not wait for each record passed
    assert "Forcibly disappeared, 2 May 2018" in told(page)
    assert "3 cases" in page.foot.count.text()


def test_the_list_is_narrowed_to_where_a_file_says_otherwise(page: CasesPage, rest: Settle) -> None:
    assert page.status.itemText(page.status.count() - 1) == "Where a file says otherwise"
    page.status.choose("otherwise")
    page.status.chosen.emit("otherwise")
    rest()
    assert names(page) == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [("احمد", ["أحمد علي"]), ("hamwi", ["سامر الحموي"]), ("فلسطين", ["سامر الحموي"]), ("nobody", []), ("secret", [])],
)
def test_words_find_cases_in_any_spelling_and_no_source_is_found(
    page: CasesPage, rest: Settle, typed: str, found: list[str]
) -> None:
    page.search.setText(typed)
    page._ask()
    rest()
    assert names(page) == found
    assert (page._stack.currentWidget() is page.nothing) is (not found)
    page.clear()
    rest()
    assert len(names(page)) == 3


@pytest.mark.parametrize(
    ("box", "code", "number"),
    [("outcome", "disappeared", 1), ("party", "unidentified", 1), ("status", "reported", 1), ("party", "isis", 0)],
)
def test_choices_narrow_the_list(page: CasesPage, rest: Settle, box: str, code: str, number: int) -> None:
    getattr(page, box).choose(code)
    page._ask()
    rest()
    assert len(names(page)) == number


@pytest.mark.parametrize("order", ["date", "reference", "name", "place", "party", "class", "outcome", "status"])
@pytest.mark.parametrize("language", [ENGLISH, ARABIC], ids=["en", "ar"])
def test_it_sorts_by_each_column_both_ways(
    page: CasesPage, rest: Settle, desk: Desk, order: str, language: Any
) -> None:
    desk.tongue.switch(language)
    found = []
    for _ in range(2):
        page.sort(order)
        rest()
        found.append(names(page))
    assert sorted(found[0]) == sorted(found[1])
    assert len(found[0]) == 3


def test_a_door_shows_the_cases_behind_a_number(page: CasesPage, rest: Settle, workspace: Workspace) -> None:
    uids = workspace.behind("arrests", workspace.period("idlib").period, "all")
    page.arrive((CaseQuery(uids=uids), N_("Arrests")))
    rest()
    assert len(names(page)) == 2
    assert page.door.text() == "Behind: Arrests"
    page.door.removed.emit()
    rest()
    assert len(names(page)) == 3
    wanted = uids[0]
    page.arrive(wanted)
    rest()
    assert page.table.current_uid() == wanted == page.record.uid


def test_keys_lead_to_the_record_and_to_the_form(page: CasesPage, rest: Settle, desk: Desk) -> None:
    doors: list[tuple[str, Any]] = []
    desk.page_asked.connect(lambda key, subject: doors.append((key, subject)))
    page.table.setFocus()
    uid = page.table.current_uid()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    QTest.keyClick(page.table, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    page.new.click()
    assert doors == [("case", uid), ("case", uid), ("case", None)]


def test_a_draft_of_a_case_waits_here_and_that_of_an_incident_does_not(
    page: CasesPage, rest: Settle, workspace: Workspace
) -> None:
    workspace.put_draft("new-1", {"incident": {"title_en": "An attack"}})
    page.hide()
    page.show()
    rest()
    assert page.drafts.isHidden()
    workspace.put_draft("case-1", {"case": {"name_ar": "سامر"}})
    page.hide()
    page.show()
    rest()
    assert not page.drafts.isHidden()


@pytest.mark.parametrize("by_key", [True, False])
def test_every_revision_is_read_and_restored_from_the_record(
    page: CasesPage, rest: Settle, workspace: Workspace, desk: Desk, by_key: bool
) -> None:
    uid = page.table.current_uid()
    first = workspace.case(uid)
    workspace.save_case(replace(first, case=replace(first.case, name_ar="اسم آخر"), states=first.states[:1]), "Wrong")
    page.record.show_uid(uid)
    page.refresh()
    rest()
    if by_key:
        QTest.keyClick(page.table, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    else:
        page.record.findChild(HistoryView).earlier.click()  # type: ignore[union-attr]
    rest()
    [asked] = page.window().findChildren(RevisionsDialog)
    assert asked.list.count() == 2
    assert asked.list.currentRow() == 1
    text = "\n".join(prose.toPlainText() for prose in asked.findChildren(Prose))
    assert "أحمد علي" in text
    assert "اسم آخر" in text
    desk.tongue.switch(ARABIC)
    rest()
    desk.tongue.switch(ENGLISH)
    asked.reason.setText("It was right")
    asked.submit()
    rest()
    assert replace(workspace.case(uid), revision=1) == first
    assert workspace.history(uid)[-1].reason == "It was right"
