"""The whole window over a store whose records all carry words that stand nowhere in the program."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from snhr_desktop.ui import measure
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.pages import PAGES
from snhr_desktop.ui.settings import Settings
from snhr_desktop.workspace import Workspace
from tests.ui.marked import mark


@pytest.fixture
def window(kit: Kit, workspace: Workspace, settings_path: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """An open store in a window that is shown."""
    mark(workspace)
    made = MainWindow(kit, Settings(settings_path), PAGES)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open_store(workspace, tmp_path / "office.snhr")
    yield made
    made.locking._sealed.clear()
    made.close()
    shiboken6.delete(made)
    kit.theme.resize(measure.USUAL)
