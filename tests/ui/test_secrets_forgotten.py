"""A passphrase stays in its field only while it may be wanted there again; the eye would show it to whoever comes."""

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from snhr_desktop.errors import DamagedStore, Refusal, StoreBusy, TriedTooSoon, WrongPassphrase
from snhr_desktop.store import attempts, keyslots
from snhr_desktop.ui.care.salvage_dialog import SalvageDialog
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.dialogs.open_form import OpenForm
from snhr_desktop.ui.dialogs.passphrase_field import PassphraseField
from snhr_desktop.ui.dialogs.unlock import UnlockPage
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.operations import Worker
from snhr_desktop.ui.pages import PAGES
from snhr_desktop.ui.settings import Settings
from snhr_desktop.ui.users.passphrase_dialog import PassphraseDialog
from snhr_desktop.workspace import User, Workspace
from tests.builders import PASSPHRASE
from tests.ui.windows import DIALOGS, settle

STRONG = "copper lantern forty rivers asleep"


@pytest.fixture
def locked(workspace: Workspace) -> Path:
    """The folder of a store that is closed."""
    folder = workspace.folder
    workspace.close()
    return folder


def test_nothing_stays_where_the_keys_were_destroyed(kit: Kit, worker: Worker, locked: Path, qtbot: QtBot) -> None:
    page = UnlockPage(kit, worker, locked)
    qtbot.addWidget(page)
    form = page.open_form
    form.secret.edit.setText(PASSPHRASE)
    form.secret.reveal()
    keyslots.destroy(locked)
    form.submit()
    settle(worker)
    assert form.gone
    assert form.secret.text() == ""


def test_nothing_stays_where_a_store_without_keys_is_chosen(kit: Kit, locked: Path, qtbot: QtBot) -> None:
    form = OpenForm(kit, locked.parent)
    qtbot.addWidget(form)
    form.secret.edit.setText(PASSPHRASE)
    keyslots.destroy(locked)
    form.folder.edit.setText(str(locked))
    assert form.secret.text() == ""


@pytest.mark.parametrize(
    ("refusal", "stays"),
    [
        (WrongPassphrase(), True),  # to be looked at with the eye, and corrected
        (TriedTooSoon(seconds=1), True),  # it was not tried
        (StoreBusy(), True),
        (DamagedStore(name="office"), False),
    ],
)
def test_what_cannot_be_tried_again_is_forgotten(
    kit: Kit, locked: Path, refusal: Refusal, stays: bool, qtbot: QtBot
) -> None:
    form = OpenForm(kit, locked)
    qtbot.addWidget(form)
    form.secret.edit.setText(PASSPHRASE)
    form.work(True)
    form.refuse(refusal)
    assert form.secret.text() == (PASSPHRASE if stays else "")


def test_the_other_way_in_forgets_what_was_typed(kit: Kit, worker: Worker, locked: Path, qtbot: QtBot) -> None:
    page = UnlockPage(kit, worker, locked)
    qtbot.addWidget(page)
    page.open_form.secret.edit.setText(PASSPHRASE)
    page._tabs[1].click()
    assert page.open_form.secret.text() == ""
    for field in (page.assistant.secret.secret, page.assistant.secret.again):
        field.edit.setText(STRONG)
    page._tabs[0].click()
    assert page.assistant.secret.secret.text() == page.assistant.secret.again.text() == ""


def test_the_lock_forgets_what_is_typed_on_the_way_in(
    kit: Kit, locked: Path, settings_path: Path, qtbot: QtBot
) -> None:
    window = MainWindow(kit, Settings(settings_path), PAGES, locked)
    window.unlock.open_form.secret.edit.setText(PASSPHRASE)
    window.lock()
    assert window.unlock.open_form.secret.text() == ""
    window.close()
    shiboken6.delete(window)


@pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)
def test_a_dialog_forgets_every_passphrase_whichever_way_it_ends(
    desk: Desk, worker: Worker, workspace: Workspace, kind: type[QDialog]
) -> None:
    made = DIALOGS[kind](desk, workspace)
    assert isinstance(made, QDialog)
    made.show()
    settle(worker)
    fields = [one for one in made.findChildren(PassphraseField) if one.isVisible()]
    for field in fields:
        field.edit.setText(PASSPHRASE)
    made.done(0)
    assert [field.text() for field in fields] == [""] * len(fields)
    shiboken6.delete(made)


def test_a_salvage_that_is_done_needs_its_passphrase_no_more(
    kit: Kit, worker: Worker, locked: Path, qtbot: QtBot
) -> None:
    dialog = SalvageDialog(kit, worker, locked)
    dialog.show()
    dialog.secret.edit.setText(PASSPHRASE)
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.lines.lines()), timeout=30_000)
    assert dialog.isVisible()
    assert dialog.secret.text() == ""
    dialog.reject()
    shiboken6.delete(dialog)


def test_the_passphrase_of_another_user_does_not_stay(
    desk: Desk, worker: Worker, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attempts, "PAUSES", (0,))
    workspace.save_user(User(name="Huda", role="entry"), STRONG, own=PASSPHRASE)
    dialog = PassphraseDialog(desk)
    dialog.show()
    dialog.present.edit.setText(PASSPHRASE)
    for field in (dialog.pair.secret, dialog.pair.again):
        field.edit.setText(STRONG)
    dialog.submit()
    settle(worker)
    assert "cannot be used" in dialog.notice.text()
    assert dialog.pair.text() == dialog.pair.again.text() == ""
    assert dialog.present.text() == PASSPHRASE, "only the new one has to be another"
    dialog.reject()
    shiboken6.delete(dialog)
