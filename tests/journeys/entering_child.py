"""A window that somebody types into until the power goes: run as a process, killed by `test_killed`.

Writes a line of JSON beside the store for what it is about to do and did: `[seconds, "typed", raw]` after each key,
and `[seconds, "saved", reference, victims]` once the window was told of a save.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from snhr_desktop.i18n import ARABIC
from snhr_desktop.ui import fonts
from snhr_desktop.ui.entry_page import EntryPage
from snhr_desktop.ui.forms import IncidentForm
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.pages import PAGES
from snhr_desktop.ui.settings import Settings
from snhr_desktop.ui.theme import Theme
from snhr_desktop.ui.tongue import Tongue
from snhr_desktop.workspace import Saved, Workspace
from tests.builders import PASSPHRASE
from tests.ui.forms.keyboard import ALT, CTRL, press, type_keys

STEPS: tuple[tuple[Qt.Key | None, str], ...] = (
    (Qt.Key.Key_1, "قصف مدرسة في سراقب\t\t اعتداء \tمروحي\t٢٢/٣/٢٠١٨\t10:40\t\t30\tسراقب\n"),
    (Qt.Key.Key_3, "أحمد العلي\tمحمد\t\tذكر\t٣٤\t\t\t\t\tفاطمة العلي\tأحمد\t\tأنثى\t9\t\t\t\tطالب\t"),
    (None, "ريم\t\t\tأنثى\t\tبالغ\t\t\t\t\t\t4\t\t\tطفل\n"),
    (Qt.Key.Key_4, "النظام\tمسؤولية مش\tروسية\tمسؤولية مش\n"),
    (Qt.Key.Key_0, "برميل متفجر\t\t2\n"),
    (Qt.Key.Key_Minus, "شاهد\tأ-17\n"),
)
TOLD = Path(sys.argv[1]).with_suffix(".told")
_BETWEEN = 6
"""Milliseconds between two keys: faster than anybody."""


def say(*told: Any) -> None:
    """A line for the one who watches, out before anything else happens."""
    with TOLD.open("a", encoding="ascii") as file:
        file.write(json.dumps([time.time(), *told]) + "\n")


def enter(form: IncidentForm) -> None:
    """One incident, key by key."""
    for section, keys in STEPS:
        if section is not None:
            press(section, ALT)
        for letter in keys:
            type_keys(letter)
            say("typed", form.raw())
            QTest.qWait(_BETWEEN)


def main() -> None:
    """Enter incident after incident into the store that is named."""
    store = Path(sys.argv[1])
    application = QApplication([])
    application.setStyle("Fusion")
    fonts.load()
    tongue = Tongue(ARABIC)
    window = MainWindow(Kit(tongue, Theme(tongue)), Settings(store.parent / "child.ini"), PAGES)
    window.show()
    window.open_store(Workspace.open(store, PASSPHRASE), store)
    QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    while True:
        press(Qt.Key.Key_N, CTRL)
        assert window.shell is not None
        page = window.shell.page()
        assert isinstance(page, EntryPage)
        told: list[Saved] = []
        page.form.saved.connect(told.append)
        enter(page.form)
        say("saving")
        press(Qt.Key.Key_S, CTRL)
        while not told:
            QTest.qWait(1)
        say("saved", told[0].dossier.incident.reference, len(told[0].dossier.victims))


if __name__ == "__main__":
    main()
