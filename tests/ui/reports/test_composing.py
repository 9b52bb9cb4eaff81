"""Pages are made in the background while one types, told as they come, and called off without leaving anything."""

import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from snhr_desktop.errors import DiskFull, Refusal
from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.reports.kind import BULLETIN
from snhr_desktop.reports.press import Order
from snhr_desktop.ui.reports.check_pane import NOT_YET
from snhr_desktop.ui.reports.page import ReportsPage
from snhr_desktop.ui.reports.press import Press, PressBroken
from tests.reports.specimen import snapshot
from tests.ui.reports.conftest import LONG
from tests.ui.reports.test_texts import edit

STALL = 0.25
"""Seconds the window may stand still on a machine that does other things too; on an idle one it is under a tenth."""


def longest_stall(until: Callable[[], bool]) -> float:
    """The longest time between two beats of a timer of 5 ms while the window waits for something, seconds."""
    beats = [time.perf_counter()]
    timer = QTimer(interval=5)
    timer.timeout.connect(lambda: beats.append(time.perf_counter()))
    timer.start()
    end = time.perf_counter() + LONG / 1000
    while not until() and time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.001)
    timer.stop()
    assert until()
    return max(after - before for before, after in itertools.pairwise(beats))


def test_the_window_never_stands_still_while_pages_are_made(page: ReportsPage) -> None:
    edit(page, "about", "Typed while pages are made.", "كُتب والصفحات تُعدّ.")
    assert page.composition.made is None
    assert page.preview.shows_pages
    assert longest_stall(lambda: page.composition.made is not None) < STALL
    assert page.preview.shows_pages


def test_a_pause_in_typing_makes_the_pages_and_shows_where_the_text_stands(
    page: ReportsPage, qtbot: QtBot, shown: Callable[[], str]
) -> None:
    shown()
    page.tabs.go(page.pane)
    page.pane.names.choose("recommendations")
    at = page.preview.view.page
    assert at == page.preview.view.page_of("Recommendations") != 0
    page.pane.editors["en"].source.insertPlainText("A word that was typed here. ")
    qtbot.waitUntil(lambda: page.composition.made is not None, timeout=LONG)
    assert page.preview.view.page == at
    assert "A word that was typed here." in page.preview.view.text()


def test_steps_are_told_and_escape_calls_off(page: ReportsPage, qtbot: QtBot) -> None:
    steps: list[str] = []
    page.composition.stepped.connect(lambda step: steps.append(step.tell(ENGLISH)))
    page.texts.put("about", "en", "Changed.")
    page.composition.compose()
    qtbot.waitUntil(lambda: any(step.startswith("Setting page") for step in steps), timeout=LONG)
    assert page.preview.progress.isVisible()
    page.activateWindow()
    page.choices.period.setFocus()
    QTest.keyClick(page.choices.period, Qt.Key.Key_Escape)
    assert not page.composition.busy
    assert page.composition.made is None
    assert not page.preview.progress.isVisible()
    told = len(steps)
    qtbot.wait(400)
    assert len(steps) == told
    page.preview.make_asked.emit()
    qtbot.waitUntil(lambda: page.composition.made is not None, timeout=LONG)


def test_what_was_in_hand_is_not_made_of_what_was_chosen_and_called_off(page: ReportsPage, qtbot: QtBot) -> None:
    """Another kind is chosen, its reading called off: the report before must not be saved or published for it."""
    brief = page.choices.brief()
    assert brief
    page.choices.choose(replace(brief, kind=BULLETIN))
    page._gather()
    page.preview.progress.cancel.click()
    page.desk.operations.settle()
    qtbot.wait(100)
    assert page._name() == ""
    assert page.check.said().startswith(ENGLISH.text(NOT_YET))
    page.preview.make_asked.emit()
    qtbot.waitUntil(lambda: page.composition.made is not None, timeout=LONG)
    assert page._name().startswith("R")
    assert BULLETIN in page._name()
    assert "In brief" in page.preview.view.text()


def test_a_text_that_stops_the_report_is_named_by_the_check_and_led_to(page: ReportsPage, qtbot: QtBot) -> None:
    page.texts.put("title", "ar", "# {nothing}")  # not printed in this edition: its language is another
    page.texts.put("about", "en", "{nobody}")
    page.composition.compose()
    assert "{nobody}" in bare(page.check.said())
    page._go_to_texts()
    assert page.pane.names.name() == "about"
    page.texts.put("about", "en", "Words.")
    assert page.check.said().startswith(ENGLISH.text(NOT_YET))


def test_calling_off_a_save_leaves_nothing(
    page: ReportsPage, qtbot: QtBot, tmp_path: Path, answer: Callable[[Path | None], list[str]]
) -> None:
    proposed, before = answer(tmp_path / "report.pdf"), set(tmp_path.iterdir())
    page.texts.put("about", "en", "Changed.")
    page.save.click()
    page.preview.progress.cancel.click()
    qtbot.wait(300)
    assert (proposed, set(tmp_path.iterdir())) == ([], before)


@pytest.fixture
def press(qtbot: QtBot) -> Iterator[Press]:
    made = Press()
    yield made
    made.close()


def test_a_newer_order_calls_off_the_one_before(press: Press, qtbot: QtBot) -> None:
    made: list[object] = []
    press.made.connect(made.append)
    press.order(snapshot(), (ENGLISH, ARABIC), {})
    press.order(snapshot(), (ENGLISH,), {})
    qtbot.waitUntil(lambda: bool(made), timeout=LONG)
    qtbot.wait(200)
    assert len(made) == 1


def test_a_press_that_dies_is_told_and_replaced(press: Press, qtbot: QtBot) -> None:
    refused: list[Refusal] = []
    made: list[object] = []
    press.refused.connect(refused.append)
    press.made.connect(made.append)
    press.order(snapshot(), (ENGLISH,), {})
    line = press._line
    assert line is not None
    qtbot.waitUntil(lambda: line._process is not None, timeout=LONG)
    assert line._process is not None
    line._process.kill()
    qtbot.waitUntil(lambda: bool(refused), timeout=LONG)
    press.order(snapshot(), (ENGLISH,), {})
    qtbot.waitUntil(lambda: bool(made), timeout=LONG)


def test_a_bug_in_the_press_is_raised_here_and_told(press: Press, qtbot: QtBot) -> None:
    refused: list[Refusal] = []
    press.refused.connect(refused.append)
    with qtbot.captureExceptions() as raised:
        press.warm()
        press._number, press._waits = 1, True
        assert press._line is not None
        press._line.send(Order(1, None, (ENGLISH,), {}))  # type: ignore[arg-type]
        qtbot.waitUntil(lambda: bool(refused), timeout=LONG)
    assert raised[0][0] is PressBroken
    assert str(raised[0][1]).startswith("AttributeError in ")


def test_a_refusal_comes_through_the_pipe_as_it_was() -> None:
    import pickle

    again = pickle.loads(pickle.dumps(DiskFull(name="C")))
    assert (type(again), again.values, again.tell(ARABIC)) == (DiskFull, {"name": "C"}, DiskFull().tell(ARABIC))
