"""The window and its backups: a copy on closing, and a backup that takes the place of the open store."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from snhr_desktop.store.backups import names
from snhr_desktop.store.findings import ERROR
from snhr_desktop.store.layout import DATABASE
from snhr_desktop.ui.care.page import CarePage
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.locking import ANOTHER
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.pages import PAGES
from snhr_desktop.ui.settings import Settings
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import PASSPHRASE, dossier


@pytest.fixture
def window(kit: Kit, workspace: Workspace, settings_path: Path, tmp_path: Path) -> Iterator[MainWindow]:
    """An open store with one incident, whose backup at a place has none."""
    (tmp_path / "stick").mkdir()
    workspace.choose_backup_place(tmp_path / "stick")
    workspace.back_up(names.MANUAL)
    workspace.save(dossier())
    made = MainWindow(kit, Settings(settings_path), PAGES)
    made.resize(1366, 768)
    made.show()
    made.open_store(workspace, tmp_path / "office.snhr")
    yield made
    made.close()
    shiboken6.delete(made)


def total(folder: Path) -> int:
    with Workspace.open(folder, PASSPHRASE) as opened:
        return opened.incidents(IncidentQuery()).total


def test_closing_puts_a_small_store_aside(window: MainWindow, tmp_path: Path) -> None:
    window.close()
    with Workspace.open(tmp_path / "office.snhr", PASSPHRASE) as again:
        [copy] = again.safety().inside
    assert copy.name.why == names.CLOSING
    assert copy.verified


def test_a_damaged_store_is_closed_without_a_crash(window: MainWindow, workspace: Workspace, tmp_path: Path) -> None:
    window.worker.settle()
    file = tmp_path / "office.snhr" / DATABASE
    window.worker.run(lambda: workspace.back_up_inside(names.MANUAL), lambda _: None)
    window.worker.run(lambda: _spoil(workspace, file), lambda _: None)
    window.worker.settle()
    assert window.close()


def _spoil(workspace: Workspace, file: Path) -> None:
    """Turn a bit on every page but the first, and have nothing read from memory."""
    workspace._store.connection.execute("PRAGMA wal_checkpoint(truncate)")
    content = bytearray(file.read_bytes())
    for page in range(1, len(content) // 4096):
        content[page * 4096 + 100] ^= 1
    file.write_bytes(content)
    workspace._store.connection.execute("PRAGMA shrink_memory")
    assert any(finding.level == ERROR for finding in workspace.verify())


def test_a_backup_takes_the_place_of_the_open_store(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window.go("care")
    page = window.findChild(CarePage)
    assert page is not None
    qtbot.waitUntil(lambda: page.held.table.rowCount() >= 1, timeout=20_000)
    page.held.table.setCurrentCell(page.held.table.rowCount() - 1, 0)
    dialog = page.restore(page._safety.outside[0].folder if page._safety else None)
    qtbot.waitUntil(lambda: dialog.held.count() == 1)
    assert "0 incidents" in dialog.held.item(0).text()  # what the open store's keys have read
    dialog.secret.edit.setText(PASSPHRASE)
    dialog.go_on.click()
    qtbot.waitUntil(lambda: dialog.tried is not None, timeout=20_000)
    dialog.in_place.setChecked(True)
    dialog.go_on.click()
    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("office.put-aside-*.snhr"))), timeout=20_000)
    qtbot.waitUntil(window.notice.isVisible, timeout=20_000)
    assert window.shell is None
    assert window.unlock._below.text() == ANOTHER.text
    with Workspace.open(tmp_path / "office.snhr", PASSPHRASE) as opened:
        assert opened.replaced() is None  # nobody is alarmed by what was restored here
    [aside] = tmp_path.glob("office.put-aside-*.snhr")
    assert (total(tmp_path / "office.snhr"), total(aside)) == (0, 1)


def test_locking_stops_what_is_made(window: MainWindow, qtbot: QtBot) -> None:
    keeper = window._keeper
    assert keeper is not None
    window.lock()
    assert keeper._stop.asked()
    assert window._keeper is None
    qtbot.waitUntil(lambda: not window._backup_worker._open, timeout=20_000)
