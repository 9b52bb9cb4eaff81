"""A store open for reading alone: nothing that would write can be pressed, and each says why."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from snhr_desktop.domain.records import AttachmentLink
from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.store.store import Store
from snhr_desktop.ui.commands import COMMANDS
from snhr_desktop.ui.dialogs.file_dialog import FileDialog
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.pages import PAGES
from snhr_desktop.ui.status_line import READ_ONLY
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE, FilledWith, attribution, case, dossier, incident, source, victim
from tests.ui.attachments.photos import jpeg
from tests.ui.windows import SUBJECTS, settle, shown_over

LISTED = [entry.key for entry in PAGES if entry.listed]


def fill(workspace: Workspace) -> None:
    """An incident that waits, with what hangs on it, a file, a note and a draft; a case; a filter."""
    full = dossier(
        victim(name_en="Ahmad"), incident=incident(), attributions=(attribution("regime"),), sources=(source(),)
    )
    uid = workspace.save(full).dossier.incident.uid
    other = workspace.save(full).dossier.incident.uid
    photo = workspace.folder.parent / "photo.jpg"
    photo.write_bytes(jpeg())
    workspace.take_in(photo, [AttachmentLink(record="incident", target=uid)])
    photo.unlink()
    workspace.add_note(uid, "Look again")
    workspace.link_persons(*(workspace.dossier(one).victims[0].uid for one in (uid, other)))
    workspace.put_draft("new", workspace.dossier(uid).dump())
    workspace.save_case(case())


@pytest.fixture
def workspace(filled_with: FilledWith) -> Iterator[Workspace]:
    """Something of everything, open for reading alone."""
    filled = filled_with(fill)
    folder = filled.folder
    filled.close()
    with Workspace.open(folder, PASSPHRASE, read_only=True) as opened:
        yield opened


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Who tried to write."""
    import traceback

    tried: list[str] = []
    writing = Store.writing

    def noted(store: Store, **more: Any) -> AbstractContextManager[Any]:
        tried.extend(line.name for line in traceback.extract_stack(limit=6))
        return writing(store, **more)

    monkeypatch.setattr(Store, "writing", noted)
    for asks in (FileDialog, QDialog, QMenu):
        monkeypatch.setattr(asks, "exec", lambda *_: 0)
    return tried


@pytest.fixture
def window(
    kit: Kit, workspace: Workspace, written: list[str], settings_path: Path, qtbot: QtBot
) -> Iterator[MainWindow]:
    """The real window over it."""
    yield from shown_over(kit, workspace, settings_path, qtbot)


def press_everything(window: MainWindow, root: QWidget) -> None:
    """Every button that is open, every key of what is in sight, and every button of a dialog that this brings up."""
    acts: list[Callable[[], object]] = [
        one.click for one in root.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()
    ]
    acts += [one.activated.emit for one in root.findChildren(QShortcut) if one.isEnabled()]
    for act in acts:
        try:
            act()
        except RuntimeError:  # an act before it took the button away
            continue
        settle(window.worker)
        close_dialogs(window, press=not isinstance(root, QDialog))


def close_dialogs(window: MainWindow, *, press: bool) -> None:
    """Press what can be pressed in the dialogs that came up, and close them."""
    for popup in iter(QApplication.activePopupWidget, None):
        popup.close()
    for dialog in [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]:
        if press and shiboken6.isValid(dialog):
            press_everything(window, dialog)
        if shiboken6.isValid(dialog):
            dialog.reject()


@pytest.mark.parametrize("key", LISTED)
def test_nothing_on_a_page_tries_to_write(
    window: MainWindow, workspace: Workspace, written: list[str], key: str
) -> None:
    window.go(key, SUBJECTS[key](workspace) if key in SUBJECTS else None)
    settle(window.worker)
    assert window.shell is not None
    page = window.shell.page()
    assert page is not None
    press_everything(window, page)
    assert window.shell.key not in ("entry", "case"), "a form was opened, where nothing can be saved"
    assert not written


@pytest.mark.parametrize("language", [ENGLISH, ARABIC], ids=lambda language: language.code)
def test_commands_that_write_are_closed_and_say_why(window: MainWindow, language: Any) -> None:
    window.kit.tongue.switch(language)
    closed: list[QAction | QWidget] = [window.commands.actions[command.key] for command in COMMANDS if command.writes]
    assert len(closed) == 3
    for act in (*closed, window.side_bar.acts["new"]):
        assert not act.isEnabled()
        assert language.text(READ_ONLY) in act.toolTip()
    assert all(menu.toolTipsVisible() for menu in window.commands.menus.values())


def test_they_are_open_again_in_a_store_that_can_be_written(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    folder = workspace.folder
    with qtbot.waitSignal(window.locking.locked):
        window.lock()
    window.open_store(Workspace.open(folder, PASSPHRASE), folder)
    settle(window.worker)
    action, line = window.commands.actions["new"], window.side_bar.acts["new"]
    assert action.isEnabled()
    assert line.isEnabled()
    assert "Ctrl+N" in action.toolTip()
    assert "Ctrl+N" in line.toolTip()


@pytest.mark.parametrize("key", ["incidents", "cases", "review"])
def test_a_record_is_read_and_its_edit_says_why_not(
    window: MainWindow, workspace: Workspace, key: str, qtbot: QtBot
) -> None:
    window.go(key, SUBJECTS[key](workspace) if key in SUBJECTS else None)
    settle(window.worker)
    assert window.shell is not None
    record: Any = getattr(window.shell.page(), "record", None)
    assert record.uid
    assert not record.edit.isEnabled()
    assert record.edit.toolTip() == ENGLISH.text(READ_ONLY)
    record.ask_to_edit()
    assert window.shell.key == key
    assert ENGLISH.text(READ_ONLY) in window.notice.text(), "who asks by a key is told"


def test_a_draft_can_be_read_and_takes_no_words_that_would_be_lost(window: MainWindow, workspace: Workspace) -> None:
    draft = workspace.drafts()[0]
    window.go("entry", draft)
    settle(window.worker)
    assert window.shell is not None
    form: Any = window.shell.page()._form  # type: ignore[union-attr]
    assert form.raw()["incident"]["title_en"] == "Attack on a market"
    assert not any(editor.isEnabled() for editor in form._body.editors.values())
    assert form._body.isEnabled(), "it can still be scrolled"
    assert form.bar.line.text() == ENGLISH.text(READ_ONLY)
    for act in (
        form.bar.save,
        form.bar.documented,
        form.bar.discard,
        form.bar.reason,
        form.head.begin,
        form.head.repeat,
    ):
        assert not act.isEnabled()
        assert act.toolTip() == ENGLISH.text(READ_ONLY)
