"""Damage met in the open window: reading goes on, writing ends, and a band says what to do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.store.layout import DATABASE
from snhr_desktop.ui.care.page import CarePage
from snhr_desktop.ui.damaged_band import DAMAGED
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.status_line import READ_ONLY
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import PASSPHRASE, FilledWith
from tests.store.test_after_damage import PAGE, spoil
from tests.ui.windows import settle, shown_over


@pytest.fixture
def workspace(filled_with: FilledWith) -> Workspace:
    """A store of training records."""
    return filled_with(lambda filled: filled.fill_with_training(40, 7))


@pytest.fixture
def window(kit: Kit, workspace: Workspace, settings_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The real window over it."""
    yield from shown_over(kit, workspace, settings_path, qtbot)


def test_what_verify_meets_ends_writing_and_not_reading(window: MainWindow, workspace: Workspace) -> None:
    assert not window.bands.damaged.isVisible()
    spoil(workspace.folder, (workspace.folder / DATABASE).stat().st_size * 3 // 4 // PAGE)
    window.go("care")
    settle(window.worker)
    assert window.shell is not None
    page = window.shell.page()
    assert isinstance(page, CarePage)
    page.check.verify.click()
    settle(window.worker)
    band = window.bands.damaged
    assert band.isVisible()
    assert band.words.text() == ENGLISH.text(DAMAGED)
    for act in (window.commands.actions["new"], window.side_bar.acts["new"]):
        assert not act.isEnabled()
        assert act.toolTip() == ENGLISH.text(READ_ONLY)
    window.go("incidents")
    settle(window.worker)
    assert band.isVisible(), "it stands above every page"
    incidents = window.shell.page()
    assert incidents is not None
    assert incidents.list.table.lines.total == 40  # type: ignore[attr-defined]
    assert window.status._saved.text() == ENGLISH.text(READ_ONLY)
    window.kit.tongue.switch(ARABIC)
    assert band.words.text() == ARABIC.text(DAMAGED)
    band.door.click()
    assert window.shell.key == "care"


def test_the_band_goes_with_the_store(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    spoil(workspace.folder, (workspace.folder / DATABASE).stat().st_size * 3 // 4 // PAGE)
    window.go("care")
    page = window.shell and window.shell.page()
    assert isinstance(page, CarePage)
    page.check.verify.click()
    settle(window.worker)
    folder = workspace.folder
    with qtbot.waitSignal(window.locking.locked, timeout=20_000):
        window.lock()
    assert not window.bands.damaged.isVisible()
    again = Workspace.open(folder, PASSPHRASE)
    window.open_store(again, folder)
    settle(window.worker)
    assert not window.bands.damaged.isVisible()
    assert again.incidents(IncidentQuery()).total == 40
