"""A lock that comes while a file is taken in for an entry half typed: the entry is kept, and of the file it is told."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.store.attachments.container import PIECE
from snhr_desktop.store.attachments.source import Progress, Source, Wanted
from snhr_desktop.store.layout import ATTACHMENTS
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.operations import Operations
from snhr_desktop.workspace import Workspace
from tests.ui.locking.test_lock import entry, locked, typed, unlock
from tests.ui.windows import settle

TITLE = "Half a title, typed this moment"
FILES = 3


@pytest.fixture
def given(tmp_path: Path) -> list[Path]:
    """Files on a stick."""
    stick = tmp_path / "stick"
    stick.mkdir()
    paths = [stick / f"{number}.mp4" for number in range(FILES)]
    for number, path in enumerate(paths):
        path.write_bytes(bytes([number]) * (3 * PIECE))
    return paths


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Set while a file is read, which takes long from a slow stick."""
    begun, pieces = threading.Event(), Source.pieces

    def slowly(self: Source, progress: Progress, wanted: Wanted) -> Iterator[memoryview]:
        for piece in pieces(self, progress, wanted):
            yield piece
            begun.set()
            time.sleep(0.3)

    monkeypatch.setattr(Source, "pieces", slowly)
    return begun


def holds(folder: Path, words: str) -> bool:
    """Whether words can be read in any file of a folder."""
    sought = words.encode(), words.encode("utf-16-le")
    content = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    return any(one in each for each in content for one in sought)


def test_the_entry_is_kept_encrypted_and_of_the_files_it_is_told(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, given: list[Path], reading: threading.Event
) -> None:
    typed(window, TITLE)
    entry(window).form.files.take_in(given)
    qtbot.waitUntil(reading.is_set, timeout=20_000)
    entry(window).form.body.editors["title_en"].set_raw(f"{TITLE}, and more")
    entry(window).form.body.edited.emit()
    locked(window, qtbot)
    store = tmp_path / "office.snhr"
    assert not list((store / ATTACHMENTS).rglob(".*")), "nothing half is left"
    assert not holds(store, TITLE)
    assert not holds(tmp_path / "config", TITLE)
    unlock(window, qtbot)
    form = entry(window).form
    assert form.raw()["incident"]["title_en"] == f"{TITLE}, and more"
    qtbot.waitUntil(window.notice.isVisible, timeout=20_000)
    said = window.notice.text()
    window.kit.tongue.switch(ARABIC)
    assert window.notice.text() != said
    window.kit.tongue.switch(ENGLISH)
    assert f"{FILES} files" in said
    form.files.take_in(given)
    qtbot.waitUntil(lambda: len(form.files.rows) == FILES, timeout=30_000)


def test_what_is_in_whole_is_not_told(window: MainWindow, qtbot: QtBot, given: list[Path]) -> None:
    typed(window, TITLE)
    entry(window).form.files.take_in(given)
    qtbot.waitUntil(lambda: len(entry(window).form.files.rows) == FILES, timeout=30_000)
    settle(window.worker)
    locked(window, qtbot)
    unlock(window, qtbot)
    qtbot.waitUntil(lambda: len(entry(window).form.files.rows) == FILES, timeout=30_000)
    assert not window.notice.isVisible()


def test_a_lock_between_two_looks_at_it_ends_the_file_too(
    window: MainWindow,
    workspace: Workspace,
    qtbot: QtBot,
    tmp_path: Path,
    given: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The store was closed while the file gave way; what was then done with it would be done without keys."""
    typed(window, TITLE)
    give_way, at_it = Operations.give_way, threading.Event()

    def closing(self: Operations) -> None:
        at_it.set()
        while not workspace._store.keys.are_wiped():
            give_way(self)
            time.sleep(0.02)

    monkeypatch.setattr(Operations, "give_way", closing)
    given[0].write_bytes(b"one piece")
    entry(window).form.files.take_in(given[:1])
    qtbot.waitUntil(at_it.is_set, timeout=20_000)
    locked(window, qtbot)
    settle(window.worker)
    assert not list((tmp_path / "office.snhr" / ATTACHMENTS).rglob(".*"))
    monkeypatch.setattr(Operations, "give_way", give_way)
    unlock(window, qtbot)
    assert entry(window).form.raw()["incident"]["title_en"] == TITLE
    assert not entry(window).form.files.rows
