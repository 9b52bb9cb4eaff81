"""Every page, dialog and popup, empty and filled: named for screen readers, and in the language spoken alone."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import LANGUAGES, Language
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.operations import Worker
from snhr_desktop.ui.pages import PAGES
from snhr_desktop.ui.settings import Settings
from snhr_desktop.workspace import Workspace
from tests.builders import FilledWith, attribution, case, dossier, facility, source, state, victim, weapon
from tests.ui.first_run.walking import STEPS, show_step
from tests.ui.strangers import foreign, of_records
from tests.ui.walk import unnamed
from tests.ui.windows import DIALOGS, PLACE, SUBJECTS, dialogs, menus, settle

KEYS = [entry.key for entry in PAGES]
HOME = {str(Path.home()), Path.home().name}
"""Folders are called as they are called."""
STATES = ("empty", "filled")

WAYS_IN: Mapping[str, Callable[[MainWindow], object]] = {
    "open": lambda window: window.unlock._tabs[0].click(),
    **{f"step {at + 1}": partial(show_step, at=at) for at in range(STEPS)},
    "help": lambda window: window.show_help(),
}


@pytest.fixture(params=STATES)
def filled(request: pytest.FixtureRequest) -> str:
    """A store with nothing in it, or with something of everything."""
    return str(request.param)


@pytest.fixture
def workspace(request: pytest.FixtureRequest, filled_with: FilledWith) -> Workspace:
    """The store; an empty one, where a test does not ask for both."""
    state = request.getfixturevalue("filled") if "filled" in request.fixturenames else "empty"
    return filled_with({"filled": fill, "empty": leave}[state])


@pytest.fixture
def window(
    kit: Kit, workspace: Workspace, filled: str, settings_path: Path, tmp_path: Path, qtbot: QtBot
) -> Iterator[MainWindow]:
    """The real window with its real pages."""
    made = MainWindow(kit, Settings(settings_path), PAGES)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    shiboken6.delete(made)


def fill(workspace: Workspace) -> None:
    """Made-up incidents, one with a row in each list, and two entries that were not saved."""
    workspace.fill_with_training(30, 7)
    full = dossier(
        victim(name_ar="أحمد", name_en="Ahmad"),
        victim(number=4, age_group="child"),
        attributions=(attribution("regime"), attribution("russia")),
        facilities=(facility(),),
        weapons=(weapon(),),
        sources=(source(),),
    )
    uid = workspace.save(full).dossier.incident.uid
    for key in (uid, "new"):
        workspace.put_draft(key, workspace.dossier(uid).dump())
    told = state(held_at_ar="فرع", held_at_en="Branch", note="ملاحظة", source_name="اسم")
    person = case(told, state("disappeared"), name_en="Samer", mother_ar="فاطمة", family_contact="رقم", notes="نص")
    workspace.save_case(person)
    workspace.save_case(case(state(party="unidentified"), name_ar="", name_en="Someone"))
    workspace.put_draft("case-1", person.dump())


def leave(workspace: Workspace) -> None:
    """Nothing is put into it."""


def swept() -> None:
    """Let Qt delete what was given up for deletion."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


def assert_fit(root: QWidget, language: Language, held: frozenset[str], seen_only: bool = False) -> None:
    """Everything that takes the focus has a name, and everything told is in the language spoken."""
    faults = [f"no name: {one}" for one in unnamed(root)] + foreign(root, language, held, seen_only)
    assert not faults, "\n".join(("", language.code, *faults))


@pytest.mark.parametrize("begun", LANGUAGES.values(), ids=lambda language: language.code)
@pytest.mark.parametrize("key", KEYS)
def test_every_page_is_named_and_speaks_one_language(
    window: MainWindow, workspace: Workspace, filled: str, key: str, begun: Language, tmp_path: Path
) -> None:
    """Made in one language, with what is out of sight; then what shows after a switch, which may say the rest later."""
    window.kit.tongue.switch(begun)
    window.open_store(workspace, tmp_path / "office.snhr")
    settle(window.worker)
    held = of_records(workspace)
    subject = SUBJECTS[key](workspace) if filled == "filled" and key in SUBJECTS else None
    window.go(key, subject)
    settle(window.worker)
    swept()
    assert_fit(window, begun, held)
    window.kit.tongue.switch(window.kit.tongue.other())
    settle(window.worker)
    swept()
    assert_fit(window, window.kit.tongue.language, held, seen_only=True)


@pytest.mark.parametrize("begun", LANGUAGES.values(), ids=lambda language: language.code)
@pytest.mark.parametrize("filled", ["empty"], indirect=True)
@pytest.mark.parametrize("way", WAYS_IN)
def test_what_shows_without_a_store_is_named_and_speaks_one_language(
    window: MainWindow, way: str, begun: Language
) -> None:
    window.kit.tongue.switch(begun)
    WAYS_IN[way](window)
    for language in (begun, window.kit.tongue.other()):
        window.kit.tongue.switch(language)
        swept()
        assert_fit(window, language, frozenset(HOME))


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.code)
@pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)
def test_every_dialog_is_named_and_speaks_one_language(
    desk: Desk, worker: Worker, workspace: Workspace, kind: type[QDialog], language: Language, tmp_path: Path
) -> None:
    desk.tongue.switch(language)
    made = DIALOGS[kind](desk, workspace)
    made.show()
    settle(worker)
    swept()
    assert_fit(made, language, frozenset({PLACE, *HOME}))
    shiboken6.delete(made)


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.code)
def test_menus_made_when_asked_for_speak_one_language(desk: Desk, workspace: Workspace, language: Language) -> None:
    fill(workspace)
    desk.tongue.switch(language)
    for menu in menus(desk, workspace):
        assert menu.actions()
        assert_fit(menu, language, of_records(workspace))


def test_no_dialog_is_forgotten_here() -> None:
    assert dialogs() == DIALOGS.keys()
