"""An air strike with five victims, two sources and a facility, in Arabic, by keys alone: how many beyond the text.

`SNHR_PICTURES` names a folder for a picture of each step.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC
from snhr_desktop.ui.entry_page import EntryPage
from snhr_desktop.ui.forms import IncidentForm
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.pages import PAGES
from snhr_desktop.ui.settings import Settings
from snhr_desktop.workspace import Saved, Workspace
from tests.ui.forms.keyboard import ALT, CTRL, NONE, SHIFT, press, type_keys

BEYOND_THE_TEXT = 57
"""Keys that lead on and command; said in README."""
VICTIMS = (
    ("أحمد العلي", "محمد", "ذ", "34"), ("فاطمة العلي", "أحمد", "أنثى", "9"), ("ريم العلي", "أحمد", "أنثى", "12"),
    ("سامر الحسن", "خالد", "ذ", "41"), ("هدى الحسن", "سامر", "أنثى", "38"),
)  # fmt: skip
SOURCES = (("شاهد", "أ-17", "نعم", "نعم"), ("ناشط", "ب-4", "نعم", "نعم"))
_PICTURES = os.environ.get("SNHR_PICTURES", "")


class Hands:
    """Counts the keys that write words of the case, and those that only lead on or command."""

    def __init__(self, window: MainWindow) -> None:
        self.text = self.beyond = self._step = 0
        self._window = window

    def write(self, words: str) -> None:
        """Words of the case, or the letters that choose a term."""
        self.text += len(words)
        type_keys(words)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Keys that write nothing."""
        self.beyond += times
        for _ in range(times):
            press(key, modifiers)

    def tab(self, times: int = 1) -> None:
        """On to the next field."""
        self.key(Qt.Key.Key_Tab, times=times)

    def choose_first_by(self, key: Qt.Key) -> None:
        """A key opens a menu, and its first line is taken."""
        taken: list[bool] = []

        def take() -> None:
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu)
            QTest.keyClick(menu, Qt.Key.Key_Down)
            QTest.keyClick(menu, Qt.Key.Key_Return)
            taken.append(True)

        QTimer.singleShot(100, take)
        self.beyond += 2
        self.key(key)
        while not taken:  # a person waits for the menu too
            QTest.qWait(10)

    def look(self, name: str) -> None:
        """A picture of the window as it stands now."""
        self._step += 1
        if _PICTURES:
            QTest.qWait(400)
            self._window.grab().save(f"{_PICTURES}/{self._step:02}-{name}.png")


@pytest.fixture
def window(kit: Kit, workspace: Workspace, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The real window on a new store, in Arabic."""
    kit.tongue.switch(ARABIC)
    made = MainWindow(kit, Settings(tmp_path / "window.ini"), PAGES)
    made.resize(1366, 768)
    made.show()
    made.open_store(workspace, tmp_path / "office.snhr")
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    yield made
    made.close()
    shiboken6.delete(made)


def form_of(window: MainWindow) -> IncidentForm:
    assert window.shell is not None
    page = window.shell.page()
    assert isinstance(page, EntryPage)
    return page.form


def what_and_where(hands: Hands) -> None:
    hands.key(Qt.Key.Key_N, CTRL)
    hands.choose_first_by(Qt.Key.Key_F9)
    hands.look("begun")
    hands.key(Qt.Key.Key_1, ALT)
    hands.write("غارة على مدرسة في سراقب")
    hands.tab(2)
    hands.write(" اعتداء ")
    hands.look("what")
    hands.key(Qt.Key.Key_2, ALT)
    hands.write("٢٢/٣/٢٠١٨")
    hands.tab()
    hands.write("10:40")
    hands.tab(3)
    hands.write("سراقب")
    hands.key(Qt.Key.Key_Return)
    hands.look("where and when")


def people(hands: Hands) -> None:
    hands.key(Qt.Key.Key_3, ALT)
    for at, (name, father, sex, age) in enumerate(VICTIMS):
        if at:
            hands.key(Qt.Key.Key_Return, SHIFT)
        hands.write(name)
        hands.tab()
        hands.write(father)
        hands.tab(2)
        hands.write(sex)
        hands.tab()
        hands.write(age)
    hands.key(Qt.Key.Key_E, CTRL)
    hands.look("people")


def who_and_what_was_hit(hands: Hands) -> None:
    hands.key(Qt.Key.Key_4, ALT)
    hands.write("روسية")
    hands.tab()
    hands.write("نعتقد")
    hands.look("who")
    hands.key(Qt.Key.Key_5, ALT)
    hands.write("مدرسة")
    hands.tab()
    hands.write("مدرسة الشهيد")
    hands.tab(3)
    hands.write("لا يوجد")
    hands.look("facility")


def sources_and_assessment(hands: Hands) -> None:
    hands.key(Qt.Key.Key_Minus, ALT)
    for at, source in enumerate(SOURCES):
        if at:
            hands.key(Qt.Key.Key_Return, SHIFT)
        for cell, words in enumerate(source):
            if cell:
                hands.tab()
            hands.write(words)
    hands.look("sources")
    hands.key(Qt.Key.Key_8, ALT)
    hands.tab()
    hands.write("انتهاك")
    hands.look("assessment")


def test_an_air_strike_by_keys_alone(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    hands = Hands(window)
    for part in (what_and_where, people, who_and_what_was_hit, sources_and_assessment):
        part(hands)
    form = form_of(window)
    saved: list[Saved] = []
    form.saved.connect(saved.append)
    hands.key(Qt.Key.Key_S, CTRL | SHIFT)
    qtbot.waitUntil(lambda: bool(saved) or bool(form.checking.latest.errors))
    hands.look("saved")
    assert [problem.field for problem in form.checking.latest.errors] == []
    kept = workspace.dossier(saved[0].dossier.incident.uid)
    assert kept.incident.status == "documented"
    assert [victim.sex for victim in kept.victims] == ["male", "female", "female", "male", "female"]
    assert [victim.age for victim in kept.victims] == [34, 9, 12, 41, 38]
    assert all(victim.name_en for victim in kept.victims)
    assert [use.weapon for use in kept.weapons] == ["air_bomb"]
    assert [facility.military_presence for facility in kept.facilities] == ["none"]
    assert [(source.pseudonym, source.independent) for source in kept.sources] == [("أ-17", "yes"), ("ب-4", "yes")]
    assert hands.beyond == BEYOND_THE_TEXT
    assert hands.text > 3 * hands.beyond, "most keys write words"
