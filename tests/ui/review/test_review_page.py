"""Review by keyboard alone: the queue, steps at once or after a preview, notes, what is new, a second person."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC, bare
from snhr_desktop.reports.brief import Brief
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.incidents import IncidentsPage
from snhr_desktop.ui.incidents.record.note_dialog import NoteDialog
from snhr_desktop.ui.incidents.record.revisions_dialog import RevisionsDialog
from snhr_desktop.ui.review import ReviewPage
from snhr_desktop.ui.review.office_dialog import OfficeDialog
from snhr_desktop.ui.review.step_dialog import StepDialog
from snhr_desktop.ui.review.step_menu import StepMenu
from snhr_desktop.ui.status_line import ALL_SAVED
from snhr_desktop.workspace import IncidentQuery, OfficeRules, Workspace
from tests.builders import HOSTILE_TEXTS
from tests.ui.review.conftest import dialog, titles, waiting
from tests.ui.walk import cut_off, unnamed, untranslated

Settle = Callable[[], None]
ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def said(widget: QWidget) -> str:
    """Everything a widget says, without direction marks."""
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    return bare("\n".join([*labels, *(text.toPlainText() for text in widget.findChildren(QTextEdit))]))


def press(page: ReviewPage, key: Qt.Key, held: Qt.KeyboardModifier, settle: Settle) -> None:
    """A key in the list."""
    page.table.setFocus()
    QTest.keyClick(page.table, key, held)
    settle()


def uid_of(workspace: Workspace, title: str) -> str:
    [row] = workspace.incidents(IncidentQuery(text=title)).rows
    return row.uid


def status_of(workspace: Workspace, title: str) -> str:
    return workspace.dossier(uid_of(workspace, title)).incident.status


def test_what_waits_longest_stands_first_with_what_is_missing(page: ReviewPage) -> None:
    assert titles(page) == ["Alpha", "Beta", "Gamma"]
    assert page.queue.bar.status.currentText() == "All that waits (3)"
    told = [bare(str(page.table.lines.index(1, column).data())) for column in range(4)]
    assert told == ["IDL-2018-00002 · new · Beta", "Reported", "today · by Other", "1 missing"]
    assert "Say whether it is classified" not in said(page.record)
    page.table.go_to(1)


def test_next_and_previous_by_keys(page: ReviewPage, settle: Settle) -> None:
    press(page, Qt.Key.Key_Down, CONTROL, settle)
    assert "Beta" in said(page.record)
    assert "Say whether it is classified as a violation." in said(page.record)
    press(page, Qt.Key.Key_Up, CONTROL, settle)
    assert "Alpha" in said(page.record)
    QTest.keyClick(page.table, Qt.Key.Key_F6)
    assert page.record.body.hasFocus()


def test_a_step_without_a_reason_is_taken_at_once_and_leads_on(
    page: ReviewPage, settle: Settle, workspace: Workspace
) -> None:
    page.queue.bar.status.choose("reported")
    page.queue.bar.changed.emit()
    settle()
    press(page, Qt.Key.Key_2, ALT, settle)
    settle()
    assert status_of(workspace, "Alpha") == "under_review"
    assert titles(page) == ["Beta"]
    assert "Beta" in said(page.record)


def test_a_step_leads_on_where_the_incident_only_changes_its_place(
    page: ReviewPage, settle: Settle, workspace: Workspace
) -> None:
    press(page, Qt.Key.Key_2, ALT, settle)
    settle()
    assert titles(page) == ["Beta", "Gamma", "Alpha"]
    assert page.record.uid == page.table.current_uid() == uid_of(workspace, "Beta")
    press(page, Qt.Key.Key_6, ALT, settle)
    asked = dialog(StepDialog)
    asked.reason.setText("A copy")
    asked.submit()
    settle()
    assert page.record.uid == page.table.current_uid() == uid_of(workspace, "Gamma")


def test_what_is_missing_is_told_and_nothing_is_saved(
    page: ReviewPage, settle: Settle, workspace: Workspace, desk: Desk
) -> None:
    told: list[str] = []
    desk.told.connect(lambda words, tone: told.append(desk.tongue.say(words)))
    page.table.go_to(1)
    settle()
    press(page, Qt.Key.Key_4, ALT, settle)
    assert "Say whether it is classified as a violation." in told[0]
    assert status_of(workspace, "Beta") == "reported"


def test_a_step_that_needs_a_reason_asks_for_it(page: ReviewPage, settle: Settle, workspace: Workspace) -> None:
    press(page, Qt.Key.Key_6, ALT, settle)
    asked = dialog(StepDialog)
    assert "Reported → Rejected or duplicate" in bare(asked.list.item(0).text())
    asked.submit()
    assert asked.why.complaint() == "This step needs a reason."
    QTest.keyClicks(asked.reason, "A copy of Beta")
    asked.submit()
    settle()
    assert status_of(workspace, "Alpha") == "rejected"
    [*_, last] = workspace.history(uid_of(workspace, "Alpha"))
    assert (last.reason, last.actor) == ("A copy of Beta", "tester")


def test_the_last_step_is_taken_back(page: ReviewPage, settle: Settle, workspace: Workspace, second: Workspace) -> None:
    uid = uid_of(workspace, "Delta")
    read = second.dossier(uid)
    second.save(replace(read, incident=replace(read.incident, status="corroborated")), "In doubt")
    settle()
    page.queue.bar.status.choose("corroborated")
    page.queue.bar.changed.emit()
    settle()
    press(page, Qt.Key.Key_0, ALT, settle)
    asked = dialog(StepDialog)
    asked.reason.setText("No doubt")
    asked.submit()
    settle()
    assert status_of(workspace, "Delta") == "documented"


def test_many_at_once_after_a_preview(page: ReviewPage, settle: Settle, workspace: Workspace, desk: Desk) -> None:
    told: list[str] = []
    desk.told.connect(lambda words, tone: told.append(desk.tongue.say(words)))
    press(page, Qt.Key.Key_A, CONTROL, settle)
    assert page.steps.buttons["documented"].isVisible()
    press(page, Qt.Key.Key_4, ALT, settle)
    asked = dialog(StepDialog)
    assert asked.summary.text() == "2 incidents will take this step · 1 incident stays as it is"
    assert "Stays as it is: Classification: Say whether" in bare(asked.list.item(0).text())
    asked.submit()
    settle()
    assert [status_of(workspace, title) for title in ("Alpha", "Beta", "Gamma")] == [
        "documented", "reported", "documented",
    ]  # fmt: skip
    assert told == ["2 incidents took the step."]
    assert titles(page) == ["Beta"]


@pytest.fixture
def foot(desk: Desk) -> list[str]:
    """What is said at the foot of the window, the latest last."""
    told: list[str] = []
    desk.saved_told.connect(lambda words: told.append(bare(desk.tongue.say(words))))
    return told


def take_back(page: ReviewPage, settle: Settle) -> list[str]:
    """Alt+0 pressed and confirmed; what the preview named."""
    page.activateWindow()  # as a window manager does when a dialog is closed
    QApplication.processEvents()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.isAncestorOf(focused)
    QTest.keyClick(page, Qt.Key.Key_0, ALT)
    settle()
    asked = dialog(StepDialog)
    named = [bare(asked.list.item(number).text()) for number in range(asked.list.count())]
    asked.reason.setText("Too early")
    asked.submit()
    settle()
    return named


def test_a_step_is_taken_back_though_the_queue_has_led_on(
    page: ReviewPage, settle: Settle, workspace: Workspace, foot: list[str]
) -> None:
    press(page, Qt.Key.Key_4, ALT, settle)
    settle()
    assert "Beta" in said(page.record)
    assert foot == ["IDL-2018-00001: Documented. Alt+0 takes it back."]
    [named] = take_back(page, settle)
    assert "Alpha" in named
    assert status_of(workspace, "Alpha") == "reported"
    assert foot[-1] == ALL_SAVED.text


def test_a_step_of_many_is_taken_back_from_an_empty_queue(
    page: ReviewPage, settle: Settle, workspace: Workspace, foot: list[str]
) -> None:
    page.queue.bar.status.choose("reported")
    page.queue.bar.changed.emit()
    settle()
    press(page, Qt.Key.Key_A, CONTROL, settle)
    press(page, Qt.Key.Key_2, ALT, settle)
    dialog(StepDialog).submit()
    settle()
    assert page.table.lines.total == 0
    assert foot == ["2 incidents took the step. Alt+0 takes it back."]
    assert len(take_back(page, settle)) == 2
    assert [status_of(workspace, title) for title in ("Alpha", "Beta")] == ["reported", "reported"]
    assert titles(page) == ["Alpha", "Beta"]


WAYS_TO_LEAVE: dict[str, Callable[[ReviewPage], None]] = {
    "another incident": lambda page: page.walk(1), "several": lambda page: page.table.selectAll(),
    "another order": lambda page: page.sort("status"), "another page": lambda page: page.hide(),
    "other words": lambda page: page.desk.tell_saved(ALL_SAVED),
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS_TO_LEAVE)
def test_what_is_promised_goes_away_when_it_no_longer_holds(
    page: ReviewPage, settle: Settle, foot: list[str], way: str
) -> None:
    press(page, Qt.Key.Key_2, ALT, settle)
    settle()
    page.refresh()
    settle()
    assert foot == ["IDL-2018-00001: Under review. Alt+0 takes it back."]
    WAYS_TO_LEAVE[way](page)
    settle()
    assert foot[-1] == ALL_SAVED.text
    assert page.promise.uids == ()


def test_what_was_refused_is_told_with_its_field_until_a_step_is_taken(
    page: ReviewPage, settle: Settle, desk: Desk
) -> None:
    told: list[str] = []
    desk.told.connect(lambda words, tone: told.append(bare(desk.tongue.say(words))))
    desk.told_no_more.connect(told.clear)
    page.table.go_to(1)
    settle()
    press(page, Qt.Key.Key_4, ALT, settle)
    assert "- Classification: Say whether it is classified as a violation." in told[0]
    press(page, Qt.Key.Key_2, ALT, settle)
    assert told == []


def test_the_rules_begin_at_their_tick_box(page: ReviewPage, settle: Settle) -> None:
    page.open_rules()
    settle()
    rules = dialog(OfficeDialog)
    assert rules.focusWidget() is rules.second
    rules.reject()


def test_closing_a_preview_changes_nothing(page: ReviewPage, settle: Settle, workspace: Workspace) -> None:
    page.table.selectAll()
    page.step("rejected")
    settle()
    dialog(StepDialog).reject()
    settle()
    assert status_of(workspace, "Alpha") == "reported"


def test_thousands_at_once_do_not_hold_the_window(
    page: ReviewPage, settle: Settle, workspace: Workspace, second: Workspace, qtbot: QtBot
) -> None:
    second.save_many(waiting(f"Number {n}") for n in range(600))
    page.refresh()
    settle()
    qtbot.waitUntil(lambda: page.table.lines.total == 603, timeout=20_000)
    page.table.selectAll()
    page.step("under_review")
    qtbot.waitUntil(lambda: dialog(StepDialog) is not None and dialog(StepDialog).act.isEnabled(), timeout=60_000)
    asked = dialog(StepDialog)
    seen: list[int] = []
    asked.planning.progressed.connect(seen.append)
    assert asked.list.count() == 401
    with qtbot.waitSignal(asked.stepped, timeout=60_000):
        asked.submit()
    assert seen[-1] == 602
    assert len(seen) > 3
    assert workspace.queue_counts() == {"under_review": 603, "documented": 1}


def test_a_second_person_is_asked_for_kindly(
    page: ReviewPage, settle: Settle, workspace: Workspace, desk: Desk
) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_R, CONTROL)
    settle()
    rules = dialog(OfficeDialog)
    rules.second.setChecked(True)
    rules.reason.setText("Decided in March")
    rules.submit()
    settle()
    assert workspace.rules() == OfficeRules(second_person=True)
    assert workspace.rules_history()[0].reason == "Decided in March"
    own = workspace.save(waiting("Own")).dossier.incident.uid
    page.refresh()
    settle()
    told: list[str] = []
    desk.told.connect(lambda words, tone: told.append(desk.tongue.say(words)))
    page.table.go_to(3)
    settle()
    page.step("documented")
    settle()
    assert "The office asks for a second person" in told[0]
    assert workspace.dossier(own).incident.status == "reported"
    page.table.go_to(0)
    settle()
    page.step("documented")
    settle()
    assert status_of(workspace, "Alpha") == "documented"


def test_what_changed_since_i_looked_is_told_in_words(
    page: ReviewPage, settle: Settle, workspace: Workspace, second: Workspace, desk: Desk
) -> None:
    uid = uid_of(workspace, "Alpha")
    settle()
    assert workspace.since_looked(uid) is not None
    assert "Changed since" not in said(page.record)
    read = second.dossier(uid)
    sources = (replace(read.sources[0], real_name="Another Person"),)
    second.save(replace(read, sources=sources, incident=replace(read.incident, toll_open=True)))
    second.add_note(uid, "Asked again")
    page.queue.bar.only.choose("changed")
    page.queue.bar.changed.emit()
    page.record.refresh()
    settle()
    assert titles(page) == ["Alpha"]
    text = said(page.record)
    for told in (
        "Changed since you last looked", "The toll may rise: No → Yes", "Source, Real name: changed (protected)",
        "1 new note", "Asked again", "at revision 1",
    ):  # fmt: skip
        assert told in text, told
    assert "Person" not in text
    desk.tongue.switch(ARABIC)
    settle()
    assert "ما تغيّر منذ آخر اطّلاع لك" in said(page.record)
    assert "الحصيلة مرشحة للازدياد: لا ← نعم" in said(page.record)


@pytest.mark.parametrize("hostile", HOSTILE_TEXTS)
def test_a_note_is_added_by_keys_and_read(page: ReviewPage, settle: Settle, workspace: Workspace, hostile: str) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_M, CONTROL)
    asked = dialog(NoteDialog)
    asked.submit()
    settle()
    assert "Write the note first." in asked.notice.text()
    asked.text.setPlainText(hostile)
    QTest.keyClick(asked.text, Qt.Key.Key_Return, CONTROL)
    settle()
    [note] = workspace.notes(uid_of(workspace, "Alpha"))
    assert dialog(NoteDialog) is None
    assert bare(note.text) in said(page.record)


def test_any_revision_is_read_and_restored(
    page: ReviewPage, settle: Settle, workspace: Workspace, second: Workspace
) -> None:
    uid = uid_of(workspace, "Alpha")
    read = second.dossier(uid)
    second.save(
        replace(read, victims=(), sources=(), incident=replace(read.incident, title_en="Alpha emptied")), "Wrong"
    )
    page.refresh()
    settle()
    QTest.keyClick(page.table, Qt.Key.Key_H, CONTROL)
    settle()
    asked = dialog(RevisionsDialog)
    assert [bare(asked.list.item(n).text()).split("\n")[0] for n in range(2)] == [
        "Revision 2, the latest",
        "Revision 1",
    ]
    text = said(asked)
    for told in ("Title in English: Alpha → Alpha emptied", "Victim removed", "Eyewitness: W1", "Reported"):
        assert told in text, told
    assert "Secret Person" not in text
    asked.list.setCurrentRow(0)
    settle()
    assert not asked.restore.isEnabled()
    assert "Nothing: the record is the same now." in said(asked)
    asked.list.setCurrentRow(1)
    settle()
    asked.reason.setText("")
    asked.submit()
    settle()
    assert "Write why" in asked.notice.text()
    asked.reason.setText("It was right")
    asked.submit()
    settle()
    now = workspace.dossier(uid)
    assert replace(now, revision=1) == read
    assert now.sources[0].real_name == "Secret Person"
    assert workspace.history(uid)[-1].reason == "It was right"


def test_both_languages_name_everything(page: ReviewPage, settle: Settle, desk: Desk) -> None:
    assert unnamed(page) == []
    assert cut_off(page) == []
    for act, kind in (
        (page.record.open_revisions, RevisionsDialog), (page.record.add_note, NoteDialog),
        (page.open_rules, OfficeDialog), (lambda: page.step("rejected"), StepDialog),
    ):  # fmt: skip
        act()
        settle()
        opened = dialog(kind)
        assert unnamed(opened) == []
        assert cut_off(opened) == []
        desk.tongue.switch(ARABIC)
        settle()
        assert untranslated(opened) == []
        assert cut_off(opened) == []
        opened.reject()
        settle()
        desk.tongue.switch(desk.tongue.other())
    desk.tongue.switch(ARABIC)
    settle()
    assert untranslated(page) == []
    assert cut_off(page) == []


def test_an_empty_queue_says_so(desk: Desk, workspace: Workspace, settle: Settle, qtbot: QtBot) -> None:
    made = ReviewPage(desk)
    qtbot.addWidget(made)
    made.show()
    settle()
    assert made.queue.empty.isVisible()
    made.step("documented")
    made.walk(1)


def test_steps_are_offered_for_what_is_chosen_in_the_list_of_incidents(
    desk: Desk, second: Workspace, workspace: Workspace, settle: Settle, qtbot: QtBot
) -> None:
    made = IncidentsPage(desk)
    qtbot.addWidget(made)
    made.resize(1150, 640)
    made.show()
    settle()
    made.table.selectAll()
    made.offer_steps()
    [menu] = made.findChildren(StepMenu)
    assert [action.text()[:2] for action in menu.actions()] == ["&1", "&2", "&3", "&4", "&5", "&6", "&0"]
    menu.actions()[1].trigger()
    menu.close()
    settle()
    asked = dialog(StepDialog)
    assert len(asked.planned) == 4
    asked.reason.setText("All again")
    asked.submit()
    settle()
    assert workspace.queue_counts() == {"under_review": 4}


def test_a_withdrawal_tells_of_the_report_that_it_changes(
    page: ReviewPage, settle: Settle, workspace: Workspace
) -> None:
    workspace.publish(Brief("idlib", edition="en"))
    page.queue.bar.status.choose("documented")
    page.queue.bar.changed.emit()
    settle()
    press(page, Qt.Key.Key_2, ALT, settle)
    asked = dialog(StepDialog)
    assert "1 of them is in a published report" in asked.published.text()
    asked.reason.setText("The witness took it back")
    asked.submit()
    settle()
    assert status_of(workspace, "Delta") == "under_review"
    page.queue.bar.status.choose("under_review")
    page.queue.bar.changed.emit()
    settle()
    page.table.go_to(1)
    settle()
    assert "Changed since: revision 1 was published, 2 is the latest." in said(page.record)
