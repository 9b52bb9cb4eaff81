"""Review in the real window, in Arabic, without the mouse: a queue is worked off by two persons."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC, bare
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.pages import PAGES
from snhr_desktop.ui.settings import Settings
from snhr_desktop.ui.widgets import Roomy
from snhr_desktop.workspace import IncidentQuery, OfficeRules, Workspace
from tests.builders import dossier, incident, open_as
from tests.ui.windows import settle

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(kit: Kit, workspace: Workspace, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window over a store in which somebody else entered three incidents, and the office asks for two persons."""
    with open_as("Other", tmp_path / "office.snhr") as other:
        for title in ("سوق أريحا", "مدرسة حاس", "مشفى كفرنبل"):
            other.save(dossier(incident=incident(title_ar=title, title_en="", classification="violation")))
        other.set_rules(OfficeRules(second_person=True))
    kit.tongue.switch(ARABIC)
    made = MainWindow(kit, Settings(tmp_path / "window.ini"), PAGES)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    made.open_store(workspace, tmp_path / "office.snhr")
    settle(made.worker)
    yield made
    made.close()
    shiboken6.delete(made)


def press(window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key for whatever has the focus."""
    top = QApplication.activeModalWidget() or window
    top.activateWindow()  # as a window manager does when a dialog is closed
    QApplication.processEvents()
    QTest.keyClick(QApplication.focusWidget() or top, key, held)
    settle(window.worker)


def asked() -> QDialog | None:
    """The dialog that is open."""
    shown = (each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible())
    return next(shown, None)


def type_arabic(text: str) -> None:
    """Letters for the field in focus: Qt cannot click keys that no Latin keyboard has."""
    for letter in text:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.sendKeyEvent(QTest.KeyAction.Click, target, Qt.Key.Key_unknown, letter, Qt.KeyboardModifier.NoModifier)


def statuses(workspace: Workspace) -> dict[str, str]:
    return {row.title_ar: row.status for row in workspace.incidents(IncidentQuery()).rows}


def test_a_queue_is_worked_off_by_keys_alone(window: MainWindow, workspace: Workspace) -> None:
    number = [entry.key for entry in PAGES if entry.listed].index("review") + 1
    press(window, Qt.Key(Qt.Key.Key_0 + number), CONTROL)
    assert window.shell is not None
    page = window.shell.page()
    assert page is not None
    assert QApplication.focusWidget() is page.table  # type: ignore[attr-defined]
    press(window, Qt.Key.Key_A, CONTROL)
    settle(window.worker)
    assert [roomy for roomy in window.findChildren(Roomy) if roomy.horizontalScrollBar().isVisible()] == []
    press(window, Qt.Key.Key_Home, CONTROL)
    press(window, Qt.Key.Key_M, CONTROL)
    type_arabic("اتصلت بالمسعف")
    press(window, Qt.Key.Key_Return, CONTROL)
    press(window, Qt.Key.Key_4, ALT)
    press(window, Qt.Key.Key_6, ALT)
    assert asked() is not None
    type_arabic("مكرر")
    press(window, Qt.Key.Key_Return)
    assert asked() is None
    press(window, Qt.Key.Key_2, ALT)
    assert statuses(workspace) == {"سوق أريحا": "documented", "مدرسة حاس": "rejected", "مشفى كفرنبل": "under_review"}
    by_title = {row.title_ar: row.uid for row in workspace.incidents(IncidentQuery()).rows}
    [note] = workspace.notes(by_title["سوق أريحا"])
    assert note.text == "اتصلت بالمسعف"
    last = workspace.history(by_title["مدرسة حاس"])[-1]
    assert (last.actor, last.reason) == ("tester", "مكرر")
    assert "قيد المتابعة والتحقق" in bare(window.status._saved.text())
