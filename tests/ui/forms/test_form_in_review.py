"""The form and review: notes are read beside it, and a second person is asked for kindly."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import bare
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms import IncidentForm
from snhr_desktop.workspace import OfficeRules, Workspace
from tests.builders import HOSTILE_TEXTS, dossier, incident

Settle = Callable[[], None]


@pytest.fixture
def settle(form: IncidentForm, desk: Desk, qtbot: QtBot) -> Settle:
    """Let the store answer."""

    def wait() -> None:
        done: list[Any] = []
        desk.operations.ask(lambda workspace: workspace.drafts(), done.append)
        qtbot.waitUntil(lambda: bool(done))

    return wait


@pytest.mark.parametrize("hostile", HOSTILE_TEXTS)
def test_notes_are_read_beside_the_form(form: IncidentForm, workspace: Workspace, settle: Settle, hostile: str) -> None:
    saved = workspace.save(dossier()).dossier
    note = workspace.add_note(saved.incident.uid, hostile).note
    form.open_saved(saved)
    settle()
    assert form.notes.isVisible()
    [shown] = [text for text in form.notes.findChildren(QTextEdit) if text.isVisibleTo(form)]
    assert shown.isReadOnly()
    assert bare(note.text) in bare(shown.toPlainText())
    form.open_new()
    settle()
    assert not form.notes.isVisible()


def test_saving_as_documented_alone_is_refused_and_nothing_is_lost(
    form: IncidentForm, workspace: Workspace, settle: Settle
) -> None:
    workspace.set_rules(OfficeRules(second_person=True))
    saved = workspace.save(dossier(incident=incident(classification="violation"))).dossier
    form.open_saved(saved)
    settle()
    form.save_documented()
    settle()
    assert "The office asks for a second person" in form.notice.text()
    assert workspace.dossier(saved.incident.uid).incident.status == "reported"
    form.body.editors["title_en"].set_raw("Another title")
    form.body.editors["title_en"].edited.emit()
    form.save()
    settle()
    assert workspace.dossier(saved.incident.uid).incident.title_en == "Another title"


def test_a_withdrawal_from_the_form_asks_for_the_reason(
    form: IncidentForm, workspace: Workspace, settle: Settle
) -> None:
    saved = workspace.save(dossier()).dossier
    form.open_saved(saved)
    settle()
    form.body.editors["status"].set_raw("under_review")
    form.body.editors["status"].edited.emit()
    form.save()
    settle()
    assert "This step needs a reason." in form.notice.text()
    form.bar.reason.setText("The witness took it back")
    form.save()
    settle()
    assert workspace.history(saved.incident.uid)[-1].reason == "The witness took it back"
