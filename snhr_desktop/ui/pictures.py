"""Pictures of the main screens in both languages, taken from real windows without a screen."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from snhr_desktop.i18n import ENGLISH, LANGUAGES
from snhr_desktop.ui.application import prepare
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.pages import PAGES
from snhr_desktop.ui.settings import Settings
from snhr_desktop.ui.theme import Theme
from snhr_desktop.ui.tongue import Tongue
from snhr_desktop.workspace import CaseQuery, IncidentQuery, Workspace

SIZE = (1440, 900)
SETTLE_MS = 400
"""How long nothing may be going on before a picture is taken."""


def take(workspace: Workspace, store: Path, folder: Path) -> Iterator[Path]:
    """A picture of each page in each language, named `overview_ar.png`; the window closes the workspace."""
    prepare()
    tongue = Tongue(ENGLISH)
    latest = workspace.incidents(IncidentQuery(limit=1)).rows
    found = workspace.cases_found(CaseQuery(), 1)
    taken = workspace.case_rows(found.rows if found else ())
    subjects: dict[str, Any] = {
        "entry": latest[0].uid if latest else None, "case": taken[0].uid if taken else None,
    }  # fmt: skip
    with tempfile.TemporaryDirectory() as aside:
        kit = Kit(tongue, Theme(tongue, "light"))
        window = MainWindow(kit, Settings(Path(aside) / "settings.ini"), PAGES)
        window.resize(*SIZE)
        window.show()
        window.open_store(workspace, store)
        for entry in PAGES:
            window.go(entry.key, subjects.get(entry.key))
            for language in LANGUAGES.values():
                tongue.switch(language)
                _settle(window)
                path = folder / f"{entry.key}_{language.code}.png"
                window.grab().save(str(path))
                yield path
        window.close()
        shiboken6.delete(window)
        QApplication.processEvents()


def _settle(window: MainWindow) -> None:
    """Wait until the store's thread has been idle for a while and everything was painted."""
    loop = QEventLoop()
    timer = QTimer(singleShot=True, interval=SETTLE_MS)
    timer.timeout.connect(loop.quit)

    def hear(busy: bool) -> None:
        timer.stop() if busy else timer.start()

    window.worker.busy.connect(hear)
    timer.start()
    loop.exec()
    window.worker.busy.disconnect(hear)
