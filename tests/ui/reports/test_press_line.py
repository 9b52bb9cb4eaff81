"""The line to the press: it ends whatever the state of the program is."""

import multiprocessing
from dataclasses import replace
from multiprocessing.context import SpawnProcess
from types import MappingProxyType

import pytest
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.ui.operations import Unfinished
from snhr_desktop.ui.reports.press import Press, PressNotStarted, _Line
from tests.reports.specimen import snapshot
from tests.ui.reports.conftest import LONG

pytestmark = pytest.mark.usefixtures("started_anew")


def test_a_line_whose_thread_has_finished_ends_its_process_all_the_same(qapp: object) -> None:
    """As the program ends, the threads are let go before the line hears of it."""
    before = set(multiprocessing.active_children())
    line = _Line(lambda _: None)
    line._out.shutdown(wait=True)  # the process is started by then
    assert set(multiprocessing.active_children()) - before
    line.end()
    line.end()
    assert not set(multiprocessing.active_children()) - before


def test_a_process_that_cannot_start_is_told_and_the_next_order_tries_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    press = Press()
    refused: list[object] = []
    press.refused.connect(refused.append)

    def no_memory(_: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    with monkeypatch.context() as full:
        full.setattr(SpawnProcess, "start", no_memory)
        for _ in range(2):
            with qtbot.waitSignal(press.refused, timeout=LONG):
                press.order(snapshot(), (ENGLISH, ARABIC), {})
    assert len(refused) == 2
    assert all(isinstance(one, PressNotStarted) for one in refused)
    with qtbot.waitSignal(press.made, timeout=LONG):
        press.order(snapshot(), (ENGLISH,), {})
    press.close()


def test_what_cannot_go_to_the_press_is_told_as_a_bug(qtbot: QtBot) -> None:
    press = Press()
    shown = snapshot()
    unsendable = replace(shown, answers=MappingProxyType(dict(shown.answers)))
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(press.refused, timeout=LONG) as refused:
        press.order(unsendable, (ENGLISH,), {})
    qtbot.waitUntil(lambda: bool(raised), timeout=LONG)
    assert isinstance(refused.args[0], Unfinished)
    assert "TypeError" in str(raised[0][1])
    press.close()
