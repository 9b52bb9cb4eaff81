"""Figures in Arabic are written 123 or ١٢٣, as one wishes: everywhere at once, and remembered."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.pages import PAGES
from snhr_desktop.ui.review.step_bar import KEYS as KEYS_OF_STEPS
from snhr_desktop.ui.review.step_bar import StepBar
from snhr_desktop.ui.settings import ARABIC_INDIC, Settings
from snhr_desktop.ui.settings_view import SettingsView
from snhr_desktop.workspace import Workspace
from tests.builders import FilledWith
from tests.ui.test_every_window import fill
from tests.ui.walk import texts
from tests.ui.windows import SUBJECTS, settle

KEYS = [entry.key for entry in PAGES]
_OF_THEIR_OWN = re.compile(r"\S*[A-Za-z+]\S*|\d+\.\d{4,}|\S*[-/]\d\S*|\+?\d{7,}")
"""Codes, keys, coordinates, telephones and dates typed by people: they stay as they are written, as
does the title of a report that is cited in English."""


@pytest.fixture
def workspace(filled_with: FilledWith) -> Workspace:
    """A store with something of everything."""
    return filled_with(fill)


@pytest.fixture
def window(kit: Kit, workspace: Workspace, settings_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(kit, Settings(settings_path), PAGES)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    shiboken6.delete(made)


def latin(root: QWidget) -> list[str]:
    """What the program says with 0-9; the key of a step is written as the keyboard has it."""
    steps = {bare(made.text()) for bar in root.findChildren(StepBar) for made in bar.buttons.values()}
    told = {f"{kind}: {bare(said)}" for kind, said in texts(root) if bare(said) not in steps}
    return sorted(one for one in told if re.search("[0-9]", _OF_THEIR_OWN.sub("", one)) and "June" not in one)


@pytest.mark.parametrize("key", KEYS)
def test_every_page_writes_them_as_wished(
    window: MainWindow, workspace: Workspace, settings_path: Path, tmp_path: Path, key: str
) -> None:
    window.kit.tongue.switch(ARABIC)
    window.open_store(workspace, tmp_path / "office.snhr")
    window.go(key, SUBJECTS[key](workspace) if key in SUBJECTS else None)
    settle(window.worker)
    window._appearance.write_digits(arabic_indic=True)
    settle(window.worker)
    page = window.shell.page() if window.shell else None
    assert page is not None
    assert latin(page) + latin(window.side_bar) == [], "what is out of sight follows when it is shown"
    for bar in page.findChildren(StepBar):
        assert [bare(bar.buttons[code].text())[0] for code in bar.buttons] == [
            KEYS_OF_STEPS[code][-1] for code in bar.buttons
        ]
    assert Settings(settings_path).arabic_indic
    window.kit.tongue.switch(ENGLISH)
    assert window.kit.tongue.language is ENGLISH


def test_the_settings_show_and_change_them_live(window: MainWindow, settings_path: Path) -> None:
    window.kit.tongue.switch(ARABIC)
    window.show_settings()
    view = window._aside._made["settings"]
    assert isinstance(view, SettingsView)
    assert bare(view.text_size.currentText()) == "100%"
    view.digits.setCurrentIndex(view.digits.findData(ARABIC_INDIC))
    view.digits.activated.emit(view.digits.currentIndex())
    assert bare(view.text_size.currentText()) == "١٠٠٪"
    assert window.kit.tongue.language.arabic_indic
    view.digits.setCurrentIndex(0)
    view.digits.activated.emit(0)
    assert window.kit.tongue.language is ARABIC
    assert not Settings(settings_path).arabic_indic
