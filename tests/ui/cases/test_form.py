"""The form of a case: entered by keyboard alone, checked, kept as a draft, saved, and nothing typed is lost."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from snhr_desktop.errors import DiskFull
from snhr_desktop.i18n import ARABIC
from snhr_desktop.store import drafts
from snhr_desktop.ui.cases.entry_page import CaseEntryPage
from snhr_desktop.ui.cases.form import CaseForm
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms import said
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.operations import Operations, Worker
from snhr_desktop.workspace import CaseQuery, OfficeRules, Workspace
from tests.builders import HOSTILE_TEXTS, case, open_as, state
from tests.ui.forms.keyboard import ALT, CTRL, focused, press, type_keys
from tests.ui.windows import settle

Settle = Callable[[], None]


@pytest.fixture
def rest(worker: Worker) -> Settle:
    """Waits until everything asked is answered."""
    return lambda: settle(worker)


@pytest.fixture
def page(desk: Desk, rest: Settle, qtbot: QtBot) -> Iterator[CaseEntryPage]:
    """The page over an empty store."""
    made = CaseEntryPage(desk)
    made.resize(1150, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    rest()
    shiboken6.delete(made)


def only(workspace: Workspace) -> Any:
    found = workspace.cases_found(CaseQuery())
    assert found is not None
    assert len(found) == 1
    return workspace.case(workspace.case_rows(found.rows)[0].uid)


def test_a_case_is_entered_by_keyboard_alone(page: CaseEntryPage, workspace: Workspace, rest: Settle) -> None:
    page.arrive(None)
    rest()
    form = page.form
    press(Qt.Key.Key_1, ALT)
    type_keys("سامر خالد")
    press(Qt.Key.Key_E, CTRL)
    press(Qt.Key.Key_2, ALT)
    assert focused() is form.body.states.grid
    type_keys("arrested\n22/3/2018\nregime\ncheckpoint\nno\nrelative\n")
    press(Qt.Key.Key_S, CTRL)
    rest()
    file = only(workspace)
    assert (file.case.name_ar, file.case.name_en) == ("سامر خالد", "Samer Khaled")
    [taken] = file.states
    assert (taken.state, taken.party, taken.circumstances, taken.warrant) == ("arrested", "regime", "checkpoint", "no")
    assert (str(taken.date.first), taken.date.precision, taken.source_kind) == ("2018-03-22", "day", "family")
    assert workspace.drafts() == ()
    assert form.body.raw()["case"]["reference"] == "IDL-D-2018-00001"


def test_what_was_saved_is_shown_as_it_was_and_changes_nothing(
    page: CaseEntryPage, workspace: Workspace, rest: Settle
) -> None:
    full = case(state(held_at_ar="فرع", source_name="اسم", note="نص"), state("released"), age=3, age_group="")
    saved = workspace.save_case(full).file
    page.arrive(saved.case.uid)
    rest()
    assert page.form.checking.latest.file == saved
    page.form.save()
    rest()
    assert workspace.case(saved.case.uid).revision == 1
    grid = page.form.body.states.grid
    grid.setCurrentIndex(grid.model().index(0, 1))
    grid.setFocus()
    press(Qt.Key.Key_F2)
    assert getattr(focused(), "text", str)() == "2018-03-22"


def test_errors_stop_a_save_and_are_said_beside_their_field(
    page: CaseEntryPage, workspace: Workspace, rest: Settle
) -> None:
    page.arrive(None)
    rest()
    page.form.body.editors["age"].set_raw("old")
    page.form.save()
    assert "age" in {problem.field for problem in page.form.checking.latest.errors}
    page.form.body.editors["age"].set_raw("")
    page.form.save("documented")
    rest()
    needed = {problem.field for problem in page.form.checking.latest.errors}
    assert {"name_ar", "classification", "state", "source_kind"} <= needed
    found = workspace.cases_found(CaseQuery())
    assert found is not None
    assert len(found) == 0
    page.form.next_problem()


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_what_was_typed_is_kept_when_the_page_is_left_and_offered_again(
    page: CaseEntryPage, workspace: Workspace, rest: Settle, text: str
) -> None:
    page.arrive(None)
    page.form.body.editors["notes"].set_raw(text)
    page.form.body.edited.emit()
    page.hide()
    rest()
    [draft] = workspace.drafts()
    assert draft.key.startswith("case-")
    page.show()
    page.arrive(None)
    rest()
    assert page.form.offer.isVisible()
    page.arrive(draft)
    assert page.form.body.raw()["case"]["notes"] == draft.raw["case"]["notes"]


def test_a_discarded_entry_is_offered_back(page: CaseEntryPage, rest: Settle) -> None:
    page.arrive(None)
    rest()
    page.form.body.editors["name_ar"].set_raw("سامر")
    page.form.body.edited.emit()
    page.form.discard()
    assert page.form.body.raw()["case"]["name_ar"] == ""
    page.form.offer.rows[0].buttons[0].click()
    assert page.form.body.raw()["case"]["name_ar"] == "سامر"


def test_a_full_disk_loses_nothing(
    page: CaseEntryPage, workspace: Workspace, rest: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.arrive(None)
    rest()
    page.form.body.editors["name_ar"].set_raw("سامر")
    page.form.body.edited.emit()

    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(type(workspace), "save_case", full)
    page.form.save()
    rest()
    assert not page.form.notice.isHidden()
    assert page.form.body.raw()["case"]["name_ar"] == "سامر"
    assert page.form.is_kept()
    assert [draft.title for draft in workspace.drafts()] == ["سامر"]


def test_undo_takes_back_a_field_and_a_row(page: CaseEntryPage, rest: Settle) -> None:
    page.arrive(None)
    rest()
    form: CaseForm = page.form
    press(Qt.Key.Key_1, ALT)
    type_keys("س")
    form.body.states.add_row()
    form.body.states.rows.edit(form.body.states.rows.rows[0], "state", "arrested")
    stack = form.body.undoing.stack
    stack.undo()
    assert form.body.raw()["states"] == []
    stack.undo()
    assert form.body.raw()["case"]["name_ar"] == ""


def test_it_leads_back_and_speaks_the_language(
    page: CaseEntryPage, desk: Desk, workspace: Workspace, rest: Settle
) -> None:
    doors: list[tuple[str, Any]] = []
    desk.page_asked.connect(lambda key, subject: doors.append((key, subject)))
    uid = workspace.save_case(case()).file.case.uid
    page.arrive(uid)
    rest()
    desk.tongue.switch(ARABIC)
    assert "IDL-D-2018-00001" in page.form.head.title.text()
    assert ARABIC.text(said.OPENED) == page.form.bar.line.text()
    page.form.close_entry()
    assert doors == [("cases", uid)]


def test_another_window_at_the_same_case_is_told_and_drafts_stay_apart(
    page: CaseEntryPage, workspace: Workspace, rest: Settle
) -> None:
    uid = workspace.save_case(case()).file.case.uid
    workspace.hold(uid, "another window")
    page.arrive(uid)
    rest()
    assert not page.form.other.isHidden()
    page.form.body.edited.emit()
    page.form.keeper.flush()
    rest()
    [draft] = workspace.drafts()
    assert draft.key.startswith(f"{uid}~")
    page.form.save()
    rest()
    assert workspace.drafts() == ()


def test_two_windows_at_one_case_lose_nothing_that_either_typed(
    page: CaseEntryPage, kit: Kit, workspace: Workspace, rest: Settle, tmp_path: Path, qtbot: QtBot
) -> None:
    saved = workspace.save_case(case(status="reported")).file
    worker = Worker()
    other = open_as("سمر", tmp_path / "office.snhr")
    second = CaseForm(kit, Operations(worker, other))
    try:
        second.open_saved(saved)
        second._operations.settle()
        page.arrive(saved.case.uid)
        qtbot.waitUntil(lambda: "سمر" in page.form.other.text())
        for form, text in ((second, "theirs"), (page.form, "mine")):
            form.body.editors["notes"].set_raw(text)
            form.body.edited.emit()
            form.keeper.flush()
        rest()
        qtbot.waitUntil(lambda: len(drafts.drafts(workspace._store.connection)) == 2)
        with qtbot.waitSignal(second.saved):
            second.save()
        page.form.save()
        rest()
        assert page.form.notice.text()
        [kept] = drafts.drafts(workspace._store.connection)
        assert (kept.raw["case"]["notes"], workspace.case(saved.case.uid).case.notes) == ("mine", "theirs")
    finally:
        worker.close(other.close)
        shiboken6.delete(second)


def test_a_step_that_may_not_be_taken_is_refused_kindly_and_nothing_typed_is_lost(
    page: CaseEntryPage, workspace: Workspace, rest: Settle
) -> None:
    uid = workspace.save_case(case(status="reported")).file.case.uid
    workspace.set_rules(OfficeRules(second_person=True))
    page.arrive(uid)
    rest()
    page.form.body.editors["notes"].set_raw("typed")
    page.form.body.edited.emit()
    page.form.save("documented")
    rest()
    assert "asks for a second person" in page.form.notice.text()
    assert page.form.body.raw()["case"]["notes"] == "typed"
    assert [draft.raw["case"]["notes"] for draft in workspace.drafts()] == ["typed"]
    page.form.save("rejected")
    rest()
    assert "needs a reason" in page.form.notice.text()
    page.form.bar.reason.setText("Told twice")
    page.form.save("rejected")
    rest()
    assert workspace.case(uid).case.status == "rejected"
    assert workspace.drafts() == ()
