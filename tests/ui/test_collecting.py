"""What was left as a circle is destroyed on the thread of the window, whatever the store's thread makes meanwhile."""

import gc
import threading
import time
from collections.abc import Iterator
from typing import Any
from weakref import finalize

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from snhr_desktop.ui import collecting
from snhr_desktop.ui.collecting import Collector
from snhr_desktop.ui.operations import Worker

MANY = 200_000
"""More than Python makes before it looks at everything."""


@pytest.fixture
def collector(application: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Collector]:
    """Does not wait with looking at everything."""
    monkeypatch.setattr(collecting, "_WHOLE_AFTER", 0)
    made = Collector(application)
    yield made
    made.deleteLater()


class Lingering(Worker):
    """Its thread is held up between an answer and whatever comes next."""

    def _work(self, *asked: Any) -> None:
        super()._work(*asked)
        time.sleep(0.02)


def leave_a_circle(gone: list[threading.Thread]) -> None:
    """A window that holds itself, and which nothing else does."""
    window = QWidget()
    window.circle = [QPushButton(window), window]  # type: ignore[attr-defined]
    finalize(window, lambda: gone.append(threading.current_thread()))


def make_much() -> int:
    """As long work on the store does."""
    kept: list[list[dict[str, str]]] = [[{}] for _ in range(MANY)]
    return len(kept)


def test_a_left_window_is_destroyed_on_its_own_thread(collector: Collector, worker: Worker, qtbot: QtBot) -> None:
    gone: list[threading.Thread] = []
    for _ in range(20):
        leave_a_circle(gone)
        done: list[int] = []
        worker.run(make_much, done.append)
        qtbot.waitUntil(lambda done=done: bool(done))  # type: ignore[misc]
    gc.collect()
    assert len(gone) == 20
    assert set(gone) == {threading.main_thread()}


def test_who_asked_is_let_go_on_its_own_thread(application: QApplication, qtbot: QtBot) -> None:
    """Let go last by the store's thread, a window would be destroyed there."""
    worker, gone = Lingering(), list[threading.Thread]()

    def ask() -> None:
        asker = QWidget()
        finalize(asker, lambda: gone.append(threading.current_thread()))
        worker.run(lambda: asker is None, lambda _: asker.hide())

    for _ in range(5):
        ask()
    qtbot.waitUntil(lambda: len(gone) == 5)
    worker.close()
    assert set(gone) == {threading.main_thread()}


@pytest.mark.parametrize("age", [0, 1])
def test_what_is_young_is_collected_when_due(collector: Collector, age: int) -> None:
    gone: list[int] = []
    gc.collect()
    circle: list[object] = []
    circle.append({"circle": circle, "end": End(gone)})
    del circle
    kept: list[list[str]] = [[] for _ in range(gc.get_threshold()[0] + 100)]
    for _ in range(age and gc.get_threshold()[1] + 1):
        gc.collect(0)
    collector.collect()
    assert gone
    assert kept


class End:
    """Tells that it is gone."""

    def __init__(self, gone: list[int]) -> None:
        self.gone = gone

    def __del__(self) -> None:
        self.gone.append(1)
