"""Two windows never edit the same incident unseen, and neither writes over the other's draft."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC
from snhr_desktop.store import drafts, editing
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms import IncidentForm
from snhr_desktop.ui.forms.beside import record_of
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.operations import Operations, Worker
from snhr_desktop.workspace import Draft, Workspace
from tests.builders import PASSPHRASE, dossier, open_as


@pytest.fixture
def second(kit: Kit, workspace: Workspace, tmp_path: Path) -> Iterator[IncidentForm]:
    """Another window on the same store, with its own connection and thread."""
    other = open_as("سمر", tmp_path / "office.snhr")
    worker = Worker()
    operations = Operations(worker, other)
    form = IncidentForm(kit, operations)
    yield form
    worker.close(other.close)
    for gone in (form, operations, worker):
        shiboken6.delete(gone)


def test_both_windows_are_told_and_their_drafts_kept_apart(
    form: IncidentForm, second: IncidentForm, desk: Desk, workspace: Workspace, qtbot: QtBot
) -> None:
    saved = workspace.save(dossier()).dossier
    second.open_saved(saved)
    second._operations.settle()  # it holds the incident before the other window asks
    assert second.other.isHidden()
    form.open_saved(saved)
    qtbot.waitUntil(lambda: not form.other.isHidden())
    desk.tongue.switch(ARABIC)
    assert "سمر" in form.other.text()
    second.beside._hold()
    qtbot.waitUntil(lambda: not second.other.isHidden())
    assert (second.keeper.key, form.keeper.key != saved.incident.uid) == (saved.incident.uid, True)
    for at, each in enumerate((form, second)):
        each.body.editors["title_en"].set_raw(f"typed in window {at}")
        each.body.editors["title_en"].edited.emit()
        each.flush()
    connection = workspace._store.connection  # each window is offered its own alone
    qtbot.waitUntil(lambda: len(drafts.drafts(connection)) == 2)
    assert {draft.raw["incident"]["title_en"] for draft in drafts.drafts(connection)} == {
        "typed in window 0",
        "typed in window 1",
    }
    assert {record_of(draft.key) for draft in drafts.drafts(connection)} == {saved.incident.uid}


def test_a_clash_is_told_in_one_band(
    form: IncidentForm, second: IncidentForm, workspace: Workspace, qtbot: QtBot
) -> None:
    saved = workspace.save(dossier()).dossier
    second.open_saved(saved)
    second._operations.settle()
    form.open_saved(saved)
    qtbot.waitUntil(lambda: not form.other.isHidden())
    for each, text in ((second, "theirs"), (form, "mine")):
        each.body.editors["title_en"].set_raw(text)
        each.body.editors["title_en"].edited.emit()
        each.flush()
    with qtbot.waitSignal(second.saved):
        second.save()
    form.save()
    qtbot.waitUntil(lambda: "سمر" in form.notice.text())
    assert form.other.isHidden()
    form.beside._hold()
    form._operations.settle()
    assert form.other.isHidden(), "the notice tells more, for as long as it stands"
    form.notice.clear()
    form.beside._hold()
    qtbot.waitUntil(lambda: not form.other.isHidden())


def test_an_entry_that_is_being_typed_is_offered_to_no_other_window(form: IncidentForm, second: IncidentForm) -> None:
    form.open_new()
    form.body.editors["title_en"].set_raw("still being typed")
    form.body.editors["title_en"].edited.emit()
    form.flush()
    form._operations.settle()
    assert (len(drafts_of(form)), len(drafts_of(second))) == (1, 0)
    form.beside.close()
    form._operations.settle()
    assert len(drafts_of(second)) == 1


def drafts_of(form: IncidentForm) -> tuple[Draft, ...]:
    """What the form's window would be offered."""
    told: list[tuple[Draft, ...]] = []
    form._operations.ask(lambda workspace: workspace.drafts(), told.append)
    form._operations.settle()
    return told[0]


def test_once_the_other_window_is_done_nothing_is_told(
    form: IncidentForm, second: IncidentForm, workspace: Workspace, qtbot: QtBot
) -> None:
    saved = workspace.save(dossier()).dossier
    second.open_saved(saved)
    second._operations.settle()
    form.open_saved(saved)
    qtbot.waitUntil(lambda: not form.other.isHidden())
    second.open_new()
    second._operations.settle()
    form.beside._hold()
    qtbot.waitUntil(form.other.isHidden)


def test_what_was_typed_in_a_window_that_was_killed_is_offered_at_once(workspace: Workspace) -> None:
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    key = "ab" * 16
    workspace.put_draft(f"new-{key}", {"incident": {"title_en": "typed"}})
    workspace.hold(key, f"{'c' * 32}.{done.pid}")
    assert [draft.key for draft in workspace.drafts()] == [f"new-{key}"]
    assert workspace.hold(key, workspace.window) == ()


def test_a_window_that_was_killed_falls_silent(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    uid = workspace.save(dossier()).dossier.incident.uid
    monkeypatch.setattr(editing, "now", lambda: "2018-03-22T10:00:00.000000Z")
    workspace.hold(uid, "killed")
    monkeypatch.setattr(editing, "now", lambda: "2018-03-22T10:01:00.000000Z")
    assert len(workspace.hold(uid, "mine")) == 1
    monkeypatch.setattr(editing, "now", lambda: "2018-03-22T10:01:31.000000Z")
    assert workspace.hold(uid, "mine") == ()


def test_who_holds_an_incident_changes_no_figure_and_forgets_none(workspace: Workspace, tmp_path: Path) -> None:
    saved = workspace.save(dossier()).dossier
    period = workspace.period("idlib").period
    before = workspace.answers(period, "all")
    with Workspace.open(tmp_path / "office.snhr", PASSPHRASE) as other:
        other.hold(saved.incident.uid, "other")
        other.put_draft(saved.incident.uid, {})
        assert all(workspace.answers(period, "all")[code] is answer for code, answer in before.items())
        other.save(dossier())
    assert workspace.answers(period, "all")["incidents"].total == (before["incidents"].total or 0) + 1


def test_what_was_typed_into_an_older_state_is_put_onto_the_newest(
    form: IncidentForm, second: IncidentForm, workspace: Workspace, qtbot: QtBot
) -> None:
    saved = workspace.save(dossier()).dossier
    uid = saved.incident.uid
    form.open_saved(saved)
    second.open_saved(saved)
    for window, title in ((second, "theirs"), (form, "mine")):
        window.body.editors["title_en"].set_raw(title)
        window._edited()
    second.body.editors["learned_how"].set_raw("by telephone")
    with qtbot.waitSignal(second.saved):
        second.save()
    form.save()
    qtbot.waitUntil(lambda: "newest state" in form.notice.text())
    assert "Title in English" in form.notice.text()
    assert form.raw()["incident"]["learned_how"] == "by telephone"
    with qtbot.waitSignal(form.saved):
        form.save()
    form._operations.settle()
    kept = workspace.dossier(uid).incident
    assert (kept.title_en, kept.learned_how) == ("mine", "by telephone")


def test_a_draft_left_behind_by_another_save_is_carried_over(
    form: IncidentForm, second: IncidentForm, workspace: Workspace, qtbot: QtBot
) -> None:
    saved = workspace.save(dossier()).dossier
    form.open_saved(saved)
    form.body.editors["learned_how"].set_raw("by telephone")
    form._edited()
    assert form.is_kept()
    form.open_new()
    form._operations.settle()
    (draft,) = workspace.drafts()
    second.open_saved(saved)
    second.body.editors["title_en"].set_raw("theirs")
    with qtbot.waitSignal(second.saved):
        second.save()
    form.open_draft(draft)
    qtbot.waitUntil(lambda: "newest state" in form.notice.text())
    with qtbot.waitSignal(form.saved):
        form.save()
    form._operations.settle()
    kept = workspace.dossier(saved.incident.uid).incident
    assert (kept.title_en, kept.learned_how) == ("theirs", "by telephone")
