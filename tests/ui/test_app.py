"""The wiring: files for the owner alone, bugs told, the window open in the language asked for."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication

from snhr_desktop import app
from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.ui.dialogs.crash import CrashTeller
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.main_window import MainWindow


def windows() -> Iterator[MainWindow]:
    """Every window there is, open or closed."""
    return (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow))


@pytest.mark.parametrize("language", ["ar", None])
def test_the_window_opens(
    kit: Kit, settings_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str | None
) -> None:
    seen: list[tuple[str, bool, int, object]] = []
    before = set(windows())  # closed ones of other tests may still be about
    left: list[MainWindow] = []

    def look() -> int:
        """Stands for the event loop."""
        (window,) = set(windows()) - before
        mask = os.umask(0)
        seen.append((window.kit.tongue.language.code, window.isVisible(), mask, sys.excepthook))
        window.close()
        window.kit.tongue.switch(ENGLISH)
        left.append(window)
        return 0

    monkeypatch.setattr(app, "default_path", lambda: settings_path)
    monkeypatch.setattr(QApplication, "exec", staticmethod(look))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    mask = os.umask(0o022)
    try:
        assert app.run(tmp_path, language) == 0
    finally:
        os.umask(mask)
        for window in left:
            shiboken6.delete(window)
    code, visible, private, hook = seen[0]
    assert code == (ARABIC if language else ENGLISH).code
    assert visible
    assert private == 0o077
    assert isinstance(hook, CrashTeller)


def test_the_window_shows_before_what_works_on_an_open_store_is_loaded() -> None:
    heavy = {"snhr_desktop.workspace", "snhr_desktop.reports", "snhr_desktop.ui.forms", "reportlab", "pikepdf", "PIL"}
    asked = f"import sys, snhr_desktop.app; print(*({heavy!r} & set(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout.split() == []
