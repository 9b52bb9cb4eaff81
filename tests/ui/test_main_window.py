"""The window from the first start: a store made, its code written down, pages, lock, and the same in Arabic."""

import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from snhr_desktop.domain.recovery_code import groups
from snhr_desktop.errors import DiskFull, WrongPassphrase
from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, N_, Language
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.help import HelpView
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.main_window import LEAST_SIZE, MainWindow
from snhr_desktop.ui.page import Page, PageEntry
from snhr_desktop.ui.settings import Settings
from snhr_desktop.ui.side_bar import NavButton
from snhr_desktop.ui.widgets import PageHeader, SearchField
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE, dossier
from tests.ui.first_run.walking import CODE, STEPS, show_step
from tests.ui.walk import cut_off, unnamed, untranslated

LANGUAGE_NAMES = frozenset(language.name for language in LANGUAGES.values())


class Room(Page):
    """A page that counts how often it read the store, and keeps what was typed."""

    reads = frozenset({"incident"})

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent)
        header = PageHeader(self.kit, N_("Help"))
        self.field = SearchField(self.kit, N_("Search"))
        header.trailing.addWidget(self.field)
        self.column.addWidget(header)
        self.column.addStretch(1)
        self.refreshed, self.subjects, self.closable = 0, list[Any](), True

    def refresh(self) -> None:
        self.refreshed += 1

    def arrive(self, subject: Any) -> None:
        self.subjects.append(subject)

    def search_field(self) -> QWidget:
        return self.field

    def may_close(self) -> bool:
        return self.closable


ENTRIES = (
    PageEntry("overview", "layout-dashboard", N_("Help"), Room),
    PageEntry("incidents", "list", N_("Search"), Room),
    PageEntry("entry", "file-plus", N_("New incident"), Room, listed=False),
)


@pytest.fixture
def window(kit: Kit, qtbot: QtBot, settings_path: Path, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(kit, Settings(settings_path), ENTRIES, tmp_path)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    shiboken6.delete(made)


@pytest.fixture
def opened(window: MainWindow, workspace: Workspace, tmp_path: Path) -> MainWindow:
    window.open_store(workspace, tmp_path / "office.snhr")
    swept()
    return window


def swept() -> None:
    """Let Qt delete what was given up for deletion, as its event loop would."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


def room(window: MainWindow) -> Room:
    """The page in front."""
    assert window.shell is not None
    page = window.shell.page()
    assert isinstance(page, Room)
    return page


def test_escape_leaves_the_help_as_f1_does(opened: MainWindow, qtbot: QtBot) -> None:
    opened.activateWindow()
    opened.show_help()
    shown = opened._aside._made["help"]
    assert isinstance(shown, HelpView)
    qtbot.waitUntil(shown._body.hasFocus)
    QTest.keyClick(shown._body, Qt.Key.Key_Escape)
    assert opened._stack.currentWidget() is opened.shell
    assert not opened.side_bar.acts["help"].isChecked()


def test_a_wrong_passphrase_is_told_beside_its_field_in_both_languages(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    workspace.close()
    form = window.unlock.open_form
    window.unlock._tabs[0].click()
    form.folder.edit.setText(str(tmp_path / "office.snhr"))
    form.secret.edit.setText("not this one")
    form.open.click()
    qtbot.waitUntil(lambda: bool(form._secret_line.complaint()))
    assert form._secret_line.complaint() == WrongPassphrase().tell(ENGLISH)
    window.kit.tongue.switch(ARABIC)
    assert form._secret_line.complaint() == WrongPassphrase().tell(ARABIC)
    assert form.secret.text() == "not this one"
    form.secret.edit.setText(PASSPHRASE)
    form.open.click()
    qtbot.waitUntil(lambda: window.shell is not None)


def test_without_a_folder_nothing_is_asked_of_the_store(window: MainWindow) -> None:
    unlock = window.unlock
    unlock._tabs[0].click()
    unlock.open_form.folder.edit.clear()
    unlock.open_form.open.click()
    assert unlock.open_form._folder_line.complaint()


@pytest.mark.parametrize("state", ["open", "page", "help", *(f"step {at}" for at in range(STEPS))])
@pytest.mark.parametrize("size", [(1366, 768), (1024, 700)])
def test_nothing_is_untranslated_unnamed_or_cut_off(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, tmp_path: Path, state: str, size: tuple[int, int]
) -> None:
    window.resize(*size)
    if state in ("page", "help"):
        window.open_store(workspace, tmp_path)
        swept()
        window.refuse(DiskFull())
    if state == "help":
        window.show_help()
    if state.startswith("step"):
        show_step(window, int(state[-1]))
    if state == "open":
        window.unlock._tabs[0].click()
    for language in (ENGLISH, ARABIC):
        window.kit.tongue.switch(language)
        swept()
        assert unnamed(window) == []
        assert cut_off(window) == []
    names = frozenset({"IDL · office", str(tmp_path), str(Path.home()), *LANGUAGE_NAMES, *groups(CODE)})
    assert untranslated(window, names) == []


def test_the_keyboard_begins_at_the_page_that_shows(opened: MainWindow) -> None:
    focused = opened.focusWidget()
    assert isinstance(focused, NavButton)
    assert focused.isChecked()


def test_the_title_names_neither_store_nor_record(opened: MainWindow) -> None:
    assert opened.windowTitle() == "SNHR Desktop"


def test_every_command_is_reached_by_its_key(opened: MainWindow, qtbot: QtBot) -> None:
    shortcuts = {key: action.shortcut().toString() for key, action in opened.commands.actions.items()}
    assert shortcuts["page 1"] == "Ctrl+1"
    assert shortcuts["page 2"] == "Ctrl+2"
    assert len(set(shortcuts.values())) == len(shortcuts)
    acts: dict[str, Callable[[], bool]] = {
        "page 2": lambda: opened.shell is not None and opened.shell.key == "incidents",
        "new": lambda: room(opened).subjects == [None],
        "help": opened.side_bar.acts["help"].isChecked,
        "language": lambda: opened.kit.tongue.language is ARABIC,
        "theme": lambda: opened.kit.theme.dark,
    }
    for key, happened in acts.items():
        opened.commands.actions[key].trigger()
        assert happened(), key


def test_search_goes_to_the_field_of_the_page(opened: MainWindow, qtbot: QtBot) -> None:
    opened.commands.actions["find"].trigger()
    qtbot.waitUntil(lambda: opened.focusWidget() is room(opened).field)


def test_what_is_typed_survives_the_switch(opened: MainWindow) -> None:
    room(opened).field.setText("سوق Ariha")
    opened.side_bar.acts["language"].click()
    assert opened.kit.tongue.language is ARABIC
    assert room(opened).field.text() == "سوق Ariha"


def test_a_page_reads_again_only_when_touched_and_visible(opened: MainWindow, qtbot: QtBot) -> None:
    assert opened.shell is not None
    overview, desk = room(opened), opened.shell.desk
    assert overview.refreshed == 1
    opened.go("incidents", "subject")
    incidents = room(opened)
    assert (incidents.refreshed, incidents.subjects) == (1, ["subject"])
    with qtbot.waitSignal(desk.operations.changed):
        desk.operations.change(lambda workspace: workspace.save(dossier()), lambda _: None)
    assert (overview.refreshed, incidents.refreshed) == (1, 2)
    opened.go("overview")
    assert overview.refreshed == 2
    opened.go("incidents")
    assert incidents.refreshed == 2


def test_a_page_may_keep_the_store_open(opened: MainWindow) -> None:
    page = room(opened)
    page.closable = False
    assert not opened.close()
    page.closable = True


def test_locking_leaves_nothing_of_the_store_in_the_window(opened: MainWindow) -> None:
    desk = opened.shell.desk if opened.shell else QObject()
    opened.lock()
    swept()
    assert not shiboken6.isValid(desk)
    assert opened.findChildren(Room) == []
    assert not any("office" in label.text() for label in opened.side_bar.findChildren(QLabel))
    assert not opened.commands.actions["new"].isEnabled()
    opened.go("overview")
    assert opened.shell is None


def test_what_the_store_refuses_and_nobody_takes_is_told(opened: MainWindow, qtbot: QtBot) -> None:
    def refuse(_: Workspace) -> None:
        raise DiskFull

    assert opened.shell is not None
    opened.shell.desk.operations.ask(refuse, lambda _: None)
    qtbot.waitUntil(lambda: opened.notice.text() == DiskFull().tell(ENGLISH))
    opened.shell.desk.tell(N_("Help"), "done")
    assert opened.notice.text() == "Help"
    opened.shell.desk.refuse(DiskFull())
    assert opened.notice.text() == DiskFull().tell(ENGLISH)
    opened.shell.desk.open("incidents")
    assert opened.notice.text() == ""


def test_the_status_line_says_what_is_saved(opened: MainWindow) -> None:
    assert opened.shell is not None
    saved = opened.status._saved

    def at_noon(language: Language) -> str:
        return language.text(N_("Search")) + " 12:00"

    opened.shell.desk.tell_saved(at_noon)
    assert saved.text() == "Search 12:00"
    opened.kit.tongue.switch(ARABIC)
    assert saved.text() == at_noon(ARABIC)


@pytest.mark.parametrize("leave", [lambda window: window.go("entry"), MainWindow.show_help, MainWindow.show_settings])
def test_what_was_done_on_a_page_is_not_told_on_another(
    opened: MainWindow, leave: Callable[[MainWindow], None]
) -> None:
    assert opened.shell is not None
    saved = opened.status._saved
    before = saved.text()
    opened.shell.desk.tell_passing(N_("Search"))
    assert saved.text() == "Search"
    leave(opened)
    assert saved.text() == before


def test_the_window_remembers_itself_and_nothing_else(opened: MainWindow, settings_path: Path, tmp_path: Path) -> None:
    opened.commands.actions["language"].trigger()
    opened.commands.actions["theme"].trigger()
    opened.resize(1100, 800)
    opened.close()
    kept = Settings(settings_path)
    assert (kept.language, kept.theme) == (ARABIC, "dark")
    assert kept.folder == tmp_path / "office.snhr"
    assert not kept.geometry.isEmpty()
    assert stat.S_IMODE(settings_path.stat().st_mode) == 0o600
    keys = {line.partition("=")[0] for line in settings_path.read_text().splitlines() if "=" in line}
    assert keys == {"language", "theme", "folder", "geometry", "page"}


def test_settings_that_do_not_read_are_as_good_as_none(settings_path: Path) -> None:
    settings_path.parent.mkdir()
    settings_path.write_bytes(b"\x00\xff[[[ language=klingon\ngeometry=1\n[General]\nlanguage=xx\nfolder=/nowhere\n")
    kept = Settings(settings_path)
    assert kept.language in (ENGLISH, ARABIC)
    assert kept.theme == "light"
    assert kept.folder is None
    assert kept.geometry.isEmpty()


def test_the_window_fits_a_small_screen(window: MainWindow) -> None:
    window.resize(*LEAST_SIZE)
    for language in (ENGLISH, ARABIC):
        window.kit.tongue.switch(language)
        QApplication.processEvents()
        assert window.minimumSizeHint().width() <= LEAST_SIZE[0]
        assert window.minimumSizeHint().height() <= LEAST_SIZE[1]
