"""Text from 80 to 200 % in the running window: everything goes with it, and nothing is lost to sight."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from snhr_desktop import look
from snhr_desktop.i18n import LANGUAGES, N_, Language
from snhr_desktop.ui import measure, style
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.operations import Worker
from snhr_desktop.ui.pages import PAGES
from snhr_desktop.ui.settings import Settings
from snhr_desktop.ui.widgets import Roomy, label
from snhr_desktop.workspace import Workspace
from tests.builders import FilledWith
from tests.ui.forms.keyboard import CTRL
from tests.ui.test_every_window import fill, swept
from tests.ui.test_keys import pressed
from tests.ui.windows import DIALOGS, SUBJECTS, settle
from tests.ui.within import beyond, colliding

SCREEN = (1366, 768)


@pytest.fixture
def full(filled_with: FilledWith) -> Workspace:
    """A store with something of everything."""
    return filled_with(fill)


@pytest.fixture
def window(kit: Kit, full: Workspace, settings_path: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The real window over that store, on the smallest screen we promise."""
    made = MainWindow(kit, Settings(settings_path), PAGES)
    made.resize(*SCREEN)
    made.show()
    qtbot.waitExposed(made)
    made.open_store(full, tmp_path / "office.snhr")
    yield made
    made.close()
    shiboken6.delete(made)
    kit.theme.resize(measure.USUAL)


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.code)
@pytest.mark.parametrize("key", [entry.key for entry in PAGES])
def test_nothing_of_a_page_is_lost_to_sight(window: MainWindow, full: Workspace, key: str, language: Language) -> None:
    window.kit.tongue.switch(language)
    window.go(key, SUBJECTS[key](full) if key in SUBJECTS else None)
    for size in (measure.LEAST, measure.MOST):
        window.kit.theme.resize(size)
        for _ in range(4):  # what is read for a new size comes by the store's thread, and is laid out after that
            settle(window.worker)
            swept()
            if not beyond(window):
                break
        assert beyond(window) == [], size
        assert colliding(window) == [], size


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.code)
def test_the_side_bar_is_as_wide_as_its_lines(window: MainWindow, language: Language) -> None:
    window.kit.tongue.switch(language)
    lines = window.side_bar.findChild(Roomy)
    assert lines is not None
    for size in (measure.LEAST, 90, measure.USUAL):
        window.kit.theme.resize(size)
        settle(window.worker)
        swept()
        assert not lines.horizontalScrollBar().isVisible(), size


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.code)
@pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)
def test_every_dialog_fits_a_small_screen(
    desk: Desk, worker: Worker, workspace: Workspace, kind: type[QDialog], language: Language
) -> None:
    desk.tongue.switch(language)
    desk.theme.resize(measure.MOST)
    made = DIALOGS[kind](desk, workspace)
    made.show()
    made.resize(*SCREEN)
    settle(worker)
    swept()
    assert made.minimumSize().width() <= SCREEN[0]
    assert made.minimumSize().height() <= SCREEN[1]
    assert beyond(made) == []
    shiboken6.delete(made)
    desk.theme.resize(measure.USUAL)


def test_the_keys_step_through_the_sizes_and_the_size_is_kept(window: MainWindow, settings_path: Path) -> None:
    acts = window.commands.actions
    acts["larger"].trigger()
    assert measure.percent() == 110
    assert Settings(settings_path).text_size == 110
    for _ in range(20):
        acts["larger"].trigger()
    assert measure.percent() == measure.MOST
    acts["usual size"].trigger()
    assert measure.percent() == 100
    for _ in range(20):
        acts["smaller"].trigger()
    assert measure.percent() == measure.LEAST


@pytest.mark.parametrize("key, size", [("+", 110), ("=", 110), ("-", 90)])
def test_the_keys_are_where_keyboards_have_them(window: MainWindow, key: str, size: int) -> None:
    window.activateWindow()
    wanted = {"+": "Ctrl++", "=": "Ctrl+=", "-": "Ctrl+-"}[key]
    action = next(
        action
        for action in window.commands.actions.values()
        if wanted in (shortcut.toString() for shortcut in action.shortcuts())
    )
    action.trigger()
    assert measure.percent() == size


def test_the_usual_size_comes_back_by_an_arabic_nought(window: MainWindow) -> None:
    window.kit.theme.resize(150)
    window.keyPressEvent(pressed("٠", CTRL))
    assert measure.percent() == measure.USUAL


def test_labels_icons_and_style_sheet_grow_together(kit: Kit, qtbot: QtBot) -> None:
    shown, icon = label(kit, N_("Search"), "note"), QLabel()
    for widget in (shown, icon):
        qtbot.addWidget(widget)
    kit.theme.set_picture(icon, "search")
    shown.ensurePolished()
    before, drawn = QFontMetrics(shown.font()).height(), icon.pixmap().width()
    kit.theme.resize(200)
    shown.ensurePolished()
    assert QFontMetrics(shown.font()).height() == pytest.approx(2 * before, abs=1)
    assert icon.pixmap().width() == 2 * drawn
    kit.theme.resize(measure.USUAL)
    assert icon.pixmap().width() == drawn


@pytest.mark.parametrize("palette", look.THEMES.values(), ids=lambda palette: palette.name)
def test_hairlines_stay_hairlines(palette: look.Palette) -> None:
    large = style.sheet(palette, 2.0)
    assert f"font-size: {2 * look.SCREEN.text}px" in large
    assert "border: 1px solid" in large
    assert "border: 2px solid" in large


def test_a_size_nobody_offers_is_brought_back(settings_path: Path) -> None:
    kept = Settings(settings_path)
    for written, read in (("900", 200), ("10", 80), ("large", 100), ("", 100)):
        kept._write("text_size", written)
        assert Settings(settings_path).text_size == read


def test_what_shows_without_a_store_grows_as_well(kit: Kit, settings_path: Path, qtbot: QtBot) -> None:
    made = MainWindow(kit, Settings(settings_path), PAGES)
    qtbot.addWidget(made)
    made.resize(*SCREEN)
    made.show()
    made.show_settings()
    kit.theme.resize(measure.MOST)
    qtbot.waitUntil(lambda: beyond(made) == [])
    kit.theme.resize(measure.USUAL)


def test_no_width_or_height_is_fixed_that_does_not_grow() -> None:
    """`Theme.measure` sets them; a length in px alone would cut large text off."""
    fixed = re.compile(r"\.set(?:Fixed|Minimum|Maximum)(?:Width|Height)\((?:[2-9]|[1-9]\d+|_(?!ANY)[A-Z_]+)\)")
    rooms = Path(style.__file__).parent
    found = [f"{path.name}: {each}" for path in rooms.rglob("*.py") for each in fixed.findall(path.read_text("utf-8"))]
    assert found == []
