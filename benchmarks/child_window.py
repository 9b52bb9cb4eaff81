"""A process with the application's window on a full store: painted when, switched how fast, how heavy."""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.resident import resident


def main() -> None:
    """Print the figures as one line of JSON: start of the process and folder of the store are the arguments."""
    started, store = float(sys.argv[1]), Path(sys.argv[2])
    from snhr_desktop.i18n import ARABIC, ENGLISH
    from snhr_desktop.ui.application import prepare
    from snhr_desktop.ui.kit import Kit
    from snhr_desktop.ui.main_window import MainWindow
    from snhr_desktop.ui.pages import PAGES
    from snhr_desktop.ui.settings import Settings
    from snhr_desktop.ui.theme import Theme
    from snhr_desktop.ui.tongue import Tongue

    application = prepare()
    tongue = Tongue(ENGLISH)
    with tempfile.TemporaryDirectory() as folder:
        window = MainWindow(Kit(tongue, Theme(tongue, "light")), Settings(Path(folder) / "settings.ini"), PAGES, store)
        window.resize(1366, 768)
        window.show()
        application.processEvents()
        window.grab()
        painted = time.time() - started
        _open(window, store)
        switches = [_timed(partial(_switch, tongue, language, window)) for language in (ARABIC, ENGLISH) * 3]
        repaints = [_timed(window.grab) for _ in range(5)]
        figures = {"painted": painted, "switched": sorted(switches[2:])[2], "repainted": sorted(repaints)[2]}
        print(json.dumps(figures | {"resident": resident()}))
        window.close()


def _switch(tongue: Any, language: Any, window: Any) -> None:
    from PySide6.QtCore import QCoreApplication

    tongue.switch(language)
    QCoreApplication.processEvents()
    window.grab()


def _open(window: object, store: Path) -> None:
    """Open the store and let overview and list fill, as a person would wait for."""
    from PySide6.QtCore import QCoreApplication

    from benchmarks.sample import PASSPHRASE
    from snhr_desktop.ui.main_window import MainWindow
    from snhr_desktop.workspace import Workspace

    assert isinstance(window, MainWindow)
    window.open_store(Workspace.open(store, PASSPHRASE), store)
    for key in ("incidents", "overview"):
        window.go(key)
        until = time.monotonic() + 2
        while time.monotonic() < until:
            QCoreApplication.processEvents()
            time.sleep(0.005)


def _timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


main()
