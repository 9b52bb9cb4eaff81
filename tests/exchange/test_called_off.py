"""A large file is called off while it is opened, too: within a moment, whatever of it is being read."""

import json
import threading
import time
from collections import deque
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from snhr_desktop.exchange.guessing.guess import guess
from snhr_desktop.exchange.reading import Choices, open_source, text
from snhr_desktop.exchange.reading import json_text as text_of_json
from snhr_desktop.exchange.refusals import ImportStopped
from snhr_desktop.exchange.watching import Waiting
from snhr_desktop.workspace import Workspace
from tests.exchange.workbooks import workbook

LINES = 3_000


def table(folder: Path) -> Path:
    path = folder / "a.csv"
    path.write_text("code,place,notes\n" + f"A,سراقب,{'word ' * 30}\n" * LINES, encoding="utf-8")
    return path


def records(folder: Path) -> Path:
    path = folder / "a.json"
    path.write_text(json.dumps([{"code": "A", "victims": [{"name": "x" * 200}]}] * LINES), encoding="utf-8")
    return path


def submissions(folder: Path) -> Path:
    place = folder / "forms"
    place.mkdir()
    for at in range(50):
        (place / f"{at}.xml").write_text(f'<?xml version="1.0"?><data id="x"><code>{at}</code></data>', "utf-8")
    return place


MADE = (table, records, submissions)


@pytest.mark.parametrize("made", MADE)
@pytest.mark.parametrize("share", [0.0, 0.3, 0.8])
def test_a_file_is_called_off_at_any_moment_of_its_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: Callable[[Path], Path], share: float
) -> None:
    monkeypatch.setattr(text_of_json, "SMALL", 1 << 16)
    monkeypatch.setattr(text, "_PART", 1 << 14)
    path, asked = made(tmp_path), count()
    open_source(path, waiting=Waiting(wanted=lambda: next(asked) >= 0))
    number, left = int(next(asked) * share), count()
    with pytest.raises(ImportStopped):
        open_source(path, waiting=Waiting(wanted=lambda: next(left) < number))


def again_and_again(path: Path, waiting: Waiting) -> None:
    """Read a file until it is called off."""
    while True:
        deque(open_source(path, waiting=waiting).rows(), 0)


@pytest.mark.parametrize("after", [0.0, 0.4])
def test_a_workbook_is_called_off_while_another_process_reads_it(tmp_path: Path, after: float) -> None:
    """Nothing of it is told before all is looked through; its repeats are read with it."""
    above: list[list[Any]] = [["_index", "code"], *([at, f"A{at}"] for at in range(50))]
    below: list[list[Any]] = [["_parent_index", "name"], *([at % 50, "x"] for at in range(LINES * 5))]
    path, off = workbook(tmp_path / "a.xlsx", {"main": above, "below": below}), threading.Event()
    called = [0.0]

    def call_off() -> None:
        called[0] = time.monotonic()
        off.set()

    threading.Timer(after, call_off).start()
    with pytest.raises(ImportStopped):
        again_and_again(path, Waiting(wanted=lambda: not off.is_set()))
    assert time.monotonic() - called[0] < 1.0, "0.2 s where no other tests run beside it"


def test_the_last_moment_at_which_an_import_can_be_called_off_is_told(workspace: Workspace, tmp_path: Path) -> None:
    path, head = tmp_path / "a.csv", workspace.custody("").head
    path.write_text("الرقم,التاريخ,البلدة\n1,2018-03-22,حارم\n2,2018-03-23,سراقب\n", encoding="utf-8")
    mapping = guess(open_source(path), workspace.gazetteer).mapping
    told: list[int] = []
    with pytest.raises(ImportStopped):
        workspace.import_file(path, mapping, waiting=Waiting(told.append, lambda: 2 not in told))
    assert workspace.custody("").head == head
    heard: list[str] = []
    waiting = Waiting(wanted=lambda: not heard, settling=lambda: heard.append(workspace.custody("").head))
    assert workspace.import_file(path, mapping, waiting=waiting).created == 2
    assert heard == [workspace.custody("").head], "all is written by then"


def test_the_backup_made_first_is_told_and_called_off(workspace: Workspace, tmp_path: Path) -> None:
    path, heard = tmp_path / "a.csv", list[str]()
    path.write_text("الرقم,التاريخ,البلدة\n1,2018-03-22,حارم\n", encoding="utf-8")
    mapping = guess(open_source(path), workspace.gazetteer).mapping
    with pytest.raises(ImportStopped):
        workspace.import_file(
            path, mapping, waiting=Waiting(wanted=lambda: not heard, guarding=lambda: heard.append(""))
        )
    assert workspace.imports() == ()
    heard.clear()
    waiting = Waiting(lambda _: heard.append("record"), guarding=lambda: heard.append("backup"))
    assert workspace.import_file(path, mapping, waiting=waiting).created == 1
    assert (heard[0], heard[-1]) == ("backup", "record")
    assert heard == sorted(heard)


@pytest.mark.parametrize("dry_run", [True, False])
def test_an_import_is_called_off_before_its_first_record(workspace: Workspace, tmp_path: Path, dry_run: bool) -> None:
    path, head = table(tmp_path), workspace.custody("").head
    with pytest.raises(ImportStopped):
        workspace.import_file(path, dry_run=dry_run, choices=Choices(), waiting=Waiting(wanted=lambda: False))
    assert workspace.custody("").head == head
