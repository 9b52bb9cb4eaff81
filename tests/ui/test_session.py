"""What is left on the machine after a session: how the window was, and nothing of what it showed."""

import base64
import urllib.parse
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QSplitter
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC
from snhr_desktop.ui import measure
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.page import Page
from snhr_desktop.ui.pages import PAGES
from snhr_desktop.ui.settings import Settings
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.ui.marked import MARKS, go_everywhere, mark
from tests.ui.test_every_window import swept
from tests.ui.walk import texts
from tests.ui.windows import settle


@pytest.fixture
def window(kit: Kit, workspace: Workspace, settings_path: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    mark(workspace)
    made = MainWindow(kit, Settings(settings_path), PAGES)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    made.open_store(workspace, tmp_path / "office.snhr")
    yield made
    shiboken6.delete(made)
    kit.theme.resize(measure.USUAL)


def use(window: MainWindow, workspace: Workspace) -> None:
    """Go everywhere, type the words into each field to search in, move what can be moved, and set what can be set."""

    def move(page: Page) -> None:
        for split in page.findChildren(QSplitter):
            split.splitterMoved.emit(0, 1)

    go_everywhere(window, workspace, move)
    for key in ("language", "theme", "larger", "settings"):
        window.commands.actions[key].trigger()


def held(folder: Path) -> str:
    """Everything that stands in the files of a folder, as it is and as it may be wrapped up."""
    found = []
    for path in folder.rglob("*"):
        if path.is_file():
            raw = path.read_bytes()
            found += [raw.decode("utf-8", "replace"), raw.decode("utf-16-le", "replace")]
            kept = QSettings(str(path), QSettings.Format.IniFormat)
            found += [f"{key} {kept.value(key)}" for key in kept.allKeys()]
    return "\n".join(found)


def wrapped(word: str) -> Iterator[str]:
    """A word as files may carry it."""
    yield from (word, urllib.parse.quote(word), word.encode().hex(), base64.b64encode(word.encode()).decode()[:-4])
    yield word.encode("utf-16-be").hex()


def test_nothing_of_the_records_is_left_in_the_settings(
    window: MainWindow, workspace: Workspace, settings_path: Path
) -> None:
    use(window, workspace)
    assert window.close()
    said = held(settings_path.parent)
    assert "text_size" in said
    for word in MARKS:
        assert [form for form in wrapped(word) if form.casefold() in said.casefold()] == []


def test_the_lock_screen_names_nothing_of_the_store(window: MainWindow, workspace: Workspace) -> None:
    code = workspace.incidents(IncidentQuery(limit=1)).rows[0].reference
    use(window, workspace)
    window.go("overview")
    window.lock()
    swept()
    shown = "\n".join(text for _, text in texts(window))
    assert [word for word in (*MARKS, code) if word in shown] == []
    window.close()


def test_a_session_begins_where_and_how_the_last_one_ended(
    window: MainWindow, workspace: Workspace, settings_path: Path
) -> None:
    window.go("people")
    settle(window.worker)
    page = window.shell.page() if window.shell else None
    assert page is not None
    split = page.findChild(QSplitter)
    assert isinstance(split, QSplitter)
    split.setSizes([400, 600])
    split.splitterMoved.emit(400, 1)
    sizes = split.sizes()
    window.commands.actions["language"].trigger()
    window.commands.actions["larger"].trigger()
    window.close()
    kept = Settings(settings_path)
    assert (kept.page, kept.language, kept.text_size) == ("people", ARABIC, 110)
    assert kept.parts("people") == sizes
