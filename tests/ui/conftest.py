"""The window's tests work on real widgets, and most of them on a real store owned by its worker thread."""

import multiprocessing
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ENGLISH
from snhr_desktop.ui import fonts
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.operations import Operations, Worker
from snhr_desktop.ui.theme import Theme
from snhr_desktop.ui.tongue import Tongue
from snhr_desktop.ui.turns import Turns
from snhr_desktop.workspace import Workspace

_ANEW = multiprocessing.get_context
_READY = multiprocessing.get_context("forkserver")
_READY.set_forkserver_preload(["tests.ui.ready"])


@pytest.fixture(scope="session", autouse=True)
def ready_processes() -> Iterator[None]:
    """A press, or whoever reads a file, is forked from a process that has imported what it needs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(multiprocessing, "get_context", lambda _method: _READY)
        yield


@pytest.fixture
def started_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Such a process starts as the program starts it."""
    monkeypatch.setattr(multiprocessing, "get_context", _ANEW)


@pytest.fixture(scope="session")
def application(qapp: QApplication) -> QApplication:
    """The application as the program dresses it."""
    qapp.setStyle("Fusion")
    fonts.load()
    return qapp


@pytest.fixture
def kit(application: QApplication) -> Iterator[Kit]:
    """English and light to begin with; the application is left as it was."""
    tongue = Tongue(ENGLISH)
    theme = Theme(tongue)
    yield Kit(tongue, theme)
    tongue.switch(ENGLISH)
    application.setStyleSheet("")
    shiboken6.delete(theme)
    shiboken6.delete(tongue)


@pytest.fixture
def worker(application: QApplication) -> Iterator[Worker]:
    """A thread for a store; ended when the test is."""
    made = Worker()
    yield made
    made.close()
    shiboken6.delete(made)


@pytest.fixture
def desk(kit: Kit, worker: Worker, workspace: Workspace) -> Iterator[Desk]:
    """What a page is made with, over an empty store of the office IDL."""
    operations = Operations(worker, workspace)
    made = Desk(kit, operations)
    yield made
    shiboken6.delete(made)
    shiboken6.delete(operations)


@pytest.fixture
def settings_path(tmp_path: Path) -> Path:
    """Where a window of a test remembers."""
    return tmp_path / "config" / "window.ini"


@pytest.fixture
def settle(qtbot: QtBot, worker: Worker) -> Callable[[], None]:
    """Waits until everything asked is answered and shown, and what was asked then."""

    def wait() -> None:
        for _ in range(4):
            QTest.qWait(8)
            done: list[None] = []
            worker.run(lambda: None, done.append)
            qtbot.waitUntil(lambda done=done: bool(done) and not in_turns())  # type: ignore[misc]

    return wait


def in_turns() -> bool:
    """Whether something is still shown part by part."""
    return any(turns._acts for window in QApplication.topLevelWidgets() for turns in window.findChildren(Turns))
