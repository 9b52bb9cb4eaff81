"""The worker's thread does the work; answers, refusals and bugs arrive on the window's."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from snhr_desktop.errors import DiskFull, Refusal
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.operations import Operations, Unfinished, Worker
from snhr_desktop.workspace import Workspace
from tests.builders import dossier


class Answers(list[Any]):
    """Collects what is answered, and on which thread."""

    def take(self, answer: Any) -> None:
        """Collect one answer."""
        assert threading.current_thread() is threading.main_thread()
        self.append(answer)


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def settled(qtbot: QtBot, worker: Worker) -> Callable[[], None]:
    """Waits until everything asked is answered."""

    def wait() -> None:
        done = Answers()
        worker.run(lambda: None, done.append)
        qtbot.waitUntil(lambda: bool(done))

    return wait


def fail(error: BaseException) -> Callable[..., Any]:
    """Work that fails."""

    def work(*_: Any) -> Any:
        raise error

    return work


def test_work_is_done_on_the_one_thread_and_answered_on_this(
    worker: Worker, answers: Answers, settled: Callable[[], None]
) -> None:
    for _ in range(3):
        worker.run(threading.current_thread, answers.take)
    settled()
    assert len(set(answers)) == 1
    assert answers[0] is not threading.main_thread()


def test_a_refusal_goes_to_who_asked(worker: Worker, answers: Answers, settled: Callable[[], None]) -> None:
    worker.run(fail(DiskFull()), answers.take, failed=answers.take)
    settled()
    assert [type(answer) for answer in answers] == [DiskFull]


def test_a_refusal_nobody_takes_is_told_by_the_window(
    worker: Worker, answers: Answers, settled: Callable[[], None]
) -> None:
    worker.refused.connect(answers.take)
    worker.run(fail(DiskFull()), answers.take)
    settled()
    assert [type(answer) for answer in answers] == [DiskFull]


def test_a_bug_reaches_the_excepthook_and_who_asked_waits_no_longer(
    qtbot: QtBot, worker: Worker, answers: Answers, settled: Callable[[], None]
) -> None:
    worker.refused.connect(fail(AssertionError()))
    with qtbot.capture_exceptions() as caught:
        worker.run(fail(ZeroDivisionError("no")), fail(AssertionError()), failed=answers.take)
        worker.run(fail(KeyError("no")), fail(AssertionError()))
        settled()
    assert [kind for kind, *_ in caught] == [ZeroDivisionError, KeyError]
    assert [type(answer) for answer in answers] == [Unfinished]


def test_nobody_is_answered_who_has_left(worker: Worker, answers: Answers, settled: Callable[[], None]) -> None:
    owner = QObject()
    worker.run(lambda: 1, answers.take, owner=owner)
    shiboken6.delete(owner)
    settled()
    assert answers == []


def test_only_the_latest_of_a_key_is_worked_on_and_answered(
    worker: Worker, answers: Answers, settled: Callable[[], None]
) -> None:
    gate, worked = threading.Event(), []

    def search(text: str) -> str:
        worked.append(text)
        return text

    worker.run(gate.wait, lambda _: None)
    for text in ("i", "id", "idl"):
        worker.run(lambda text=text: search(text), answers.take, key="search")  # type: ignore[misc]
    worker.run(lambda: "other", answers.take, key="other")
    gate.set()
    settled()
    assert (worked, answers) == (["idl"], ["idl", "other"])


def test_busy_is_said_once_and_taken_back(worker: Worker, answers: Answers, settled: Callable[[], None]) -> None:
    worker.busy.connect(answers.take)
    worker.run(lambda: 1, lambda _: None)
    settled()
    assert answers == [True, False]


def test_a_change_is_heard_by_all_before_it_is_answered(
    desk: Desk, answers: Answers, settled: Callable[[], None]
) -> None:
    desk.operations.changed.connect(answers.take)
    desk.operations.change(lambda workspace: workspace.save(dossier()), answers.take)
    settled()
    assert answers[0] == answers[1].changes
    assert answers[0].uids


def test_a_change_is_heard_even_if_who_made_it_has_left(
    desk: Desk, answers: Answers, settled: Callable[[], None]
) -> None:
    owner = QObject()
    desk.operations.changed.connect(answers.take)
    desk.operations.change(lambda workspace: workspace.save(dossier()), fail(AssertionError()), owner=owner)
    shiboken6.delete(owner)
    settled()
    assert len(answers) == 1


def test_a_change_that_ends_after_its_store_was_locked_tells_nobody(
    kit: Kit, worker: Worker, workspace: Workspace, answers: Answers, settled: Callable[[], None]
) -> None:
    operations = Operations(worker, workspace)
    operations.changed.connect(answers.take)
    operations.change(lambda workspace: workspace.save(dossier()), answers.take, owner=operations)
    shiboken6.delete(operations)
    settled()
    assert answers == []


def test_a_refused_change_of_someone_who_left_is_told_by_the_window(
    desk: Desk, worker: Worker, answers: Answers, settled: Callable[[], None]
) -> None:
    owner = QObject()
    worker.refused.connect(answers.take)
    desk.operations.change(fail(DiskFull()), answers.take, failed=fail(AssertionError()), owner=owner)
    shiboken6.delete(owner)
    settled()
    assert all(isinstance(answer, Refusal) for answer in answers)
    assert len(answers) == 1


def test_everything_asked_is_answered_before_a_store_is_closed(worker: Worker, answers: Answers) -> None:
    def ask_again(answer: int) -> None:
        answers.take(answer)
        worker.run(lambda: answer + 1, answers.take)

    worker.run(lambda: 1, ask_again)
    worker.settle()
    assert answers == [1, 2]


def test_closing_does_one_last_thing_on_the_thread(qapp: QObject) -> None:
    worker, seen = Worker(), []
    worker.close(lambda: seen.append(threading.current_thread()))
    assert seen
    assert seen[0] is not threading.main_thread()


def test_what_is_asked_after_closing_is_neither_done_nor_a_mistake(qapp: QObject, answers: Answers) -> None:
    worker = Worker()
    worker.close()
    worker.run(lambda: 1, answers.take)
    worker.settle()
    assert answers == []
