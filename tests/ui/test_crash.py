"""A bug is told with its type and place; nothing a record says is shown or logged."""

import logging
import sys
from pathlib import Path
from types import TracebackType

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC
from snhr_desktop.process import place_of
from snhr_desktop.store import ballast
from snhr_desktop.ui.dialogs.crash import CrashDialog, CrashTeller
from snhr_desktop.ui.kit import Kit
from tests.ui.walk import unnamed, untranslated

SECRET = "Ahmad of Saraqib"


def crash() -> tuple[type[BaseException], BaseException, TracebackType | None]:
    """A bug whose text names a person."""
    try:
        raise KeyError(SECRET)
    except KeyError:
        kind, error, trace = sys.exc_info()
        assert kind is not None
        assert error is not None
        return kind, error, trace


def test_a_bug_is_told_without_what_it_says(kit: Kit, qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    kit.tongue.switch(ARABIC)
    teller = CrashTeller(kit)
    with caplog.at_level(logging.ERROR):
        teller(*crash())
        teller(*crash())
    dialogs = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, CrashDialog)]
    assert len(dialogs) == 1
    shown = " ".join(label.text() for label in dialogs[0].findChildren(QLabel))
    place = place_of(*crash()[::2])
    assert "KeyError" in shown
    assert "ui/test_crash.py" in shown
    assert SECRET not in shown + caplog.text
    assert unnamed(dialogs[0]) == []
    assert untranslated(dialogs[0], frozenset({place})) == []
    dialogs[0].accept()


def test_an_error_without_a_place_is_named() -> None:
    assert place_of(MemoryError, None) == "MemoryError"


def test_the_place_is_in_the_program_and_not_in_a_library_it_called(tmp_path: Path) -> None:
    try:
        ballast._free(tmp_path / "nowhere")
    except OSError as error:
        place = place_of(type(error), error.__traceback__)
    assert place.startswith("FileNotFoundError in store/ballast.py, line ")


def test_an_interrupt_is_no_bug(kit: Kit) -> None:
    with pytest.raises(SystemExit):
        CrashTeller(kit)(KeyboardInterrupt, KeyboardInterrupt(), None)
