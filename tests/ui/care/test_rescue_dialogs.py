"""Both assistants on real stores: restoring as a new store and in place, and a salvage."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC, bare
from snhr_desktop.store import attempts
from snhr_desktop.store.backups import names
from snhr_desktop.store.layout import DATABASE
from snhr_desktop.store.restore.trying import Tried
from snhr_desktop.ui.care.rescue_line import RescueLine
from snhr_desktop.ui.care.restore_dialog import RestoreDialog
from snhr_desktop.ui.care.salvage_dialog import SalvageDialog
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.operations import Worker
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import PASSPHRASE, dossier
from tests.ui.walk import unnamed, untranslated

OTHER = "quite another passphrase"


@pytest.fixture
def stick(tmp_path: Path, workspace: Workspace) -> Path:
    """A backup without incidents of a store that has one, and is closed."""
    place = tmp_path / "stick"
    place.mkdir()
    workspace.back_up_to(place, names.MANUAL)
    workspace.save(dossier())
    workspace.close()
    return place


def total(folder: Path) -> int:
    with Workspace.open(folder, PASSPHRASE) as opened:
        return opened.incidents(IncidentQuery()).total


@pytest.fixture
def restoring(kit: Kit, worker: Worker, stick: Path, tmp_path: Path) -> Iterator[RestoreDialog]:
    """The assistant, at a backup that was tried."""
    dialog = RestoreDialog(kit, worker, tmp_path / "office.snhr")
    dialog.show()
    dialog.choose(stick)
    dialog.secret.edit.setText(PASSPHRASE)
    dialog.go_on.click()
    yield dialog
    dialog.reject()
    worker.settle()
    shiboken6.delete(dialog)


def test_a_backup_is_tried_and_restored_beside(restoring: RestoreDialog, qtbot: QtBot, tmp_path: Path) -> None:
    qtbot.waitUntil(lambda: restoring.tried is not None)
    assert "Only in the present store: 1 incident (IDL-2018-00001)" in [bare(line) for line in restoring.lines.lines()]
    restoring.kit.tongue.switch(ARABIC)
    assert untranslated(restoring) == []
    assert unnamed(restoring) == []
    made: list[Path] = []
    restoring.rescued.connect(made.append)
    restoring.go_on.click()
    qtbot.waitUntil(lambda: made == [tmp_path / "office (2).snhr"])
    assert total(made[0]) == 0
    assert restoring.secret.text() == ""


def test_what_was_only_tried_leaves_nothing(restoring: RestoreDialog, qtbot: QtBot, tmp_path: Path) -> None:
    qtbot.waitUntil(lambda: restoring.tried is not None)
    restoring.reject()
    restoring.worker.settle()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["office.snhr", "stick"]
    assert restoring.secret.text() == ""


def test_a_wrong_passphrase_is_told_beside_its_field(kit: Kit, worker: Worker, stick: Path, qtbot: QtBot) -> None:
    dialog = RestoreDialog(kit, worker, None)
    dialog.show()
    dialog.choose(stick)
    dialog.go_on.click()
    assert "Type the passphrase" in dialog.secret_line.complaint()
    dialog.secret.edit.setText("another")
    dialog.go_on.click()
    qtbot.waitUntil(lambda: "does not open" in dialog.secret_line.complaint())
    assert dialog.go_on.isEnabled()
    shiboken6.delete(dialog)


def test_from_the_way_in_a_backup_takes_the_place_of_the_store(
    kit: Kit, worker: Worker, stick: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    line = RescueLine(kit, worker, lambda: tmp_path / "office.snhr")
    line.show()
    stands: list[Path] = []
    line.rescued.connect(stands.append)
    dialog = line.open_restore()
    dialog.choose(stick)
    dialog.secret.edit.setText(PASSPHRASE)
    dialog.go_on.click()
    qtbot.waitUntil(lambda: dialog.tried is not None)
    dialog.in_place.setChecked(True)
    assert not dialog.new_line.isVisible()
    dialog.go_on.click()
    qtbot.waitUntil(lambda: stands == [tmp_path / "office.snhr"])
    assert total(tmp_path / "office.snhr") == 0
    [aside] = tmp_path.glob("office.put-aside-*.snhr")
    assert total(aside) == 1
    QTest.qWait(0)
    shiboken6.delete(line)


def test_a_store_that_another_passphrase_opens_is_replaced_with_that_one(
    kit: Kit, worker: Worker, stick: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    present = tmp_path / "office.snhr"
    with Workspace.open(present, PASSPHRASE) as opened:
        opened.change_passphrase(PASSPHRASE, OTHER)
    dialog = RestoreDialog(kit, worker, present)
    dialog.show()
    dialog.choose(stick)
    dialog.secret.edit.setText(PASSPHRASE)
    QTest.keyClick(dialog.secret.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.tried is not None)
    asked: list[Tried] = []
    dialog.instead.connect(asked.append)
    dialog.in_place.setChecked(True)
    assert dialog.present_line.isVisible()
    dialog.go_on.click()
    assert "Type the passphrase" in dialog.present_line.complaint()
    dialog.of_present.edit.setText("not this one")
    dialog.go_on.click()
    qtbot.waitUntil(lambda: "does not open" in dialog.present_line.complaint())
    assert attempts.attempts(present).wrong == 2, "the first try was with the passphrase of the backup"
    dialog.of_present.edit.setText(OTHER)
    dialog.go_on.click()
    qtbot.waitUntil(lambda: bool(asked), timeout=20_000)
    assert dialog.of_present.text() == ""
    asked[0].put_in_place_of_present()
    assert total(present) == 0
    shiboken6.delete(dialog)


def test_a_damaged_store_is_salvaged(kit: Kit, worker: Worker, stick: Path, tmp_path: Path, qtbot: QtBot) -> None:
    with (tmp_path / "office.snhr" / DATABASE).open("r+b") as file:
        file.write(bytes(4096))
    dialog = SalvageDialog(kit, worker, tmp_path / "office.snhr")
    dialog.show()
    made: list[Path] = []
    dialog.rescued.connect(made.append)
    dialog.secret.edit.setText(PASSPHRASE)
    dialog.submit()
    qtbot.waitUntil(lambda: bool(made), timeout=20_000)
    assert total(made[0]) == 1
    assert len(dialog.lines.lines()) > 3
    shiboken6.delete(dialog)


@pytest.mark.parametrize(
    "typed",
    [
        "/",
        "",
        " ",
        ".",
        "..",
        "~nobody-of-that-name/x",
        "/lost+found/x/y",
        pytest.param("a" * 3000, id="long"),
        "/\0",
        "س",
    ],
)
def test_a_damaged_store_may_be_typed_from_its_beginning(kit: Kit, worker: Worker, typed: str, qtbot: QtBot) -> None:
    dialog = SalvageDialog(kit, worker, None)
    qtbot.addWidget(dialog)
    dialog.folder.edit.setText(typed)
    assert bool(dialog.new.edit.text()) == bool(typed.strip())
    assert "..snhr" not in dialog.new.edit.text()
    dialog.secret.edit.setText(PASSPHRASE)
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.notice.text()))
    assert "{name}" not in dialog.notice.text()
    assert not dialog.notice.text().startswith(" ")


def test_a_restore_may_be_typed_from_its_beginning(kit: Kit, worker: Worker, qtbot: QtBot) -> None:
    dialog = RestoreDialog(kit, worker, None)
    qtbot.addWidget(dialog)
    for typed in ("/", "", "~nobody-of-that-name/x", "a" * 3000):
        dialog.folder.edit.setText(typed)
        assert not dialog.held.isVisibleTo(dialog)
