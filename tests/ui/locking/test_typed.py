"""What is typed into a dialog outlives a lock, is found again by who typed it alone, and lies nowhere in plain text."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from snhr_desktop.domain.records import User
from snhr_desktop.errors import DiskFull
from snhr_desktop.i18n import LANGUAGES, Language
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.incidents.record.note_dialog import TITLE, NoteDialog
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.typed import CONTINUED, Typed
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import PASSPHRASE
from tests.ui.locking.test_lock import locked, unlock
from tests.ui.windows import DIALOGS, settle

WORD = "Zamharira"
OTHER = "another passphrase of the office"


def uid_of(workspace: Workspace) -> str:
    return workspace.incidents(IncidentQuery(limit=1)).rows[0].uid


def desk_of(window: MainWindow) -> Desk:
    assert window.shell is not None
    return window.shell.desk


def noting(window: MainWindow, uid: str) -> NoteDialog:
    """The dialog for a note on an incident, over the page in front."""
    assert window.shell is not None
    dialog = NoteDialog(desk_of(window), uid, window.shell.page())
    dialog.open()
    settle(window.worker)
    return dialog


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_a_note_that_was_being_typed_stands_there_again(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, tmp_path: Path, language: Language
) -> None:
    window.kit.tongue.switch(language)
    uid = uid_of(workspace)
    noting(window, uid).text.setPlainText(f"Half a {WORD}")
    locked(window, qtbot)
    for file in tmp_path.rglob("*"):
        held = file.read_bytes() if file.is_file() else b""
        assert WORD.encode() not in held
        assert WORD.encode("utf-16-le") not in held
    unlock(window, qtbot)
    assert language.text(TITLE) in window.notice.text()
    assert WORD not in window.notice.text()
    again = noting(window, uid)
    assert again.text.toPlainText() == f"Half a {WORD}"
    assert again.notice.text() == language.text(CONTINUED)
    again.reject()
    settle(window.worker)
    assert noting(window, uid).text.toPlainText() == "", "a person gave it up"


def test_what_the_disk_did_not_take_is_sealed(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise DiskFull

    uid = uid_of(workspace)
    noting(window, uid).text.setPlainText(WORD)
    with monkeypatch.context() as disk:
        disk.setattr(Workspace, "put_draft", full)
        locked(window, qtbot)
    [sealed] = next(iter(window.locking._sealed.values()))
    assert WORD.encode() not in sealed
    unlock(window, qtbot)
    assert noting(window, uid).text.toPlainText() == WORD


def test_nobody_else_finds_it(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    workspace.save_user(User(name="Omar", role="administrator"), OTHER, own=PASSPHRASE)
    uid = uid_of(workspace)
    noting(window, uid).text.setPlainText(WORD)
    locked(window, qtbot)
    form = window.unlock.open_form
    form.secret.edit.setText(OTHER)
    form.submit()
    qtbot.waitUntil(lambda: window.shell is not None, timeout=20_000)
    settle(window.worker)
    assert window.notice.text() == ""
    other = noting(window, uid)
    assert other.text.toPlainText() == ""
    other.text.setPlainText("of Omar")
    locked(window, qtbot)
    unlock(window, qtbot)
    assert noting(window, uid).text.toPlainText() == WORD


def test_what_was_saved_while_the_lock_came_does_not_come_back(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    uid = uid_of(workspace)
    dialog = noting(window, uid)
    dialog.text.setPlainText(WORD)
    dialog.submit()
    locked(window, qtbot)
    unlock(window, qtbot)
    assert noting(window, uid).text.toPlainText() == ""
    found: list[str] = []
    desk_of(window).operations.ask(lambda w: w.notes(uid)[0].text, found.append)
    settle(window.worker)
    assert found == [WORD]


def test_it_is_no_draft_of_a_record(window: MainWindow, workspace: Workspace) -> None:
    noting(window, uid_of(workspace)).text.setPlainText(WORD)
    assert window.shell is not None
    window.shell.put_dialogs_away()
    settle(window.worker)
    assert workspace.titles_of_typed() == (TITLE.text,)
    assert workspace.drafts() == ()


NO_WORDS = frozenset(
    {"RestoreDialog", "SalvageDialog", "SaveDialog", "SheetDialog", "FindDoubles", "DetailsDialog", "ViewDialog"}
)
"""Passphrases, places of files, codes and pages to look up are not kept; details of a file are a draft of their own."""


def fields_of(dialog: QWidget) -> list[QLineEdit | QPlainTextEdit]:
    """Where words can be typed; none of a passphrase."""
    lines = [line for line in dialog.findChildren(QLineEdit) if line.echoMode() is QLineEdit.EchoMode.Normal]
    found: list[QLineEdit | QPlainTextEdit] = [*lines, *dialog.findChildren(QPlainTextEdit)]
    return [each for each in found if not each.isReadOnly() and each.objectName() != "qt_spinbox_lineedit"]


@pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)
def test_every_dialog_keeps_what_is_typed(kind: type[QDialog], desk: Desk, workspace: Workspace, qtbot: QtBot) -> None:
    dialog = DIALOGS[kind](desk, workspace)
    qtbot.addWidget(dialog)
    settle(desk.operations.worker)
    if kind.__name__ in NO_WORDS or not (fields := fields_of(dialog)):
        assert desk.operations.findChildren(Typed) == []
        return
    for field in fields:
        (field.setPlainText if isinstance(field, QPlainTextEdit) else field.setText)(WORD)
        [typed] = desk.operations.findChildren(Typed)
        assert WORD in typed.raw().values()
        assert typed.keeper.unsure
