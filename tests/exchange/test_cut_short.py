"""An import that the world ends in a later batch: Ctrl+C, a reader that dies, a write that finds no room."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from snhr_desktop.cli import run
from snhr_desktop.cli.passphrase import VARIABLE
from snhr_desktop.errors import DiskFull, Refusal
from snhr_desktop.exchange import importing
from snhr_desktop.exchange.refusals import UnreadableFile
from snhr_desktop.exchange.watching import Waiting
from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.store.findings import is_sound
from snhr_desktop.store.listing import IncidentQuery
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE
from tests.exchange.workbooks import workbook

MAPPING = """
[file]
code = "cut"
name_en = "Cut short"
name_ar = "قطع"
key = "case"
[incident]
kinds = { value = ["killing"] }
title_ar = "title"
[date]
column = "date"
[place]
names = ["place"]
"""
HEADER = ["case", "title", "date", "place"]


@pytest.fixture
def mapping(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(importing, "AT_ONCE", 20)
    path = tmp_path / "cut.toml"
    path.write_text(MAPPING, encoding="utf-8")
    return path


def line(at: int) -> list[Any]:
    return [f"C{at}", "قصف", f"{at % 28 + 1}/3/2018", "سراقب"]


def table(folder: Path, rows: int) -> Path:
    path = folder / "a.csv"
    lines = [HEADER, *(line(at) for at in range(rows))]
    path.write_text("\n".join(",".join(one) for one in lines), encoding="utf-8")
    return path


def at_batch(number: int, act: Callable[[], object]) -> Waiting:
    """Act once so many batches are done."""
    told: list[int] = []

    def hear(done: int) -> None:
        told.append(done)
        if len(told) == number:
            act()

    return Waiting(hear)


def nothing_is_there(workspace: Workspace) -> None:
    assert (workspace.incidents(IncidentQuery()).total, workspace.imports()) == (0, ())
    assert is_sound(workspace.verify())


def test_a_reader_that_dies_in_a_later_batch_is_told_and_leaves_nothing(
    workspace: Workspace, tmp_path: Path, mapping: Path
) -> None:
    path = workbook(
        tmp_path / "a.xlsx", {"s": [HEADER, *([*line(at)[:1], "x" * 100, *line(at)[2:]] for at in range(3_000))]}
    )

    def kill() -> None:
        [child] = multiprocessing.active_children()
        os.kill(child.pid or 0, signal.SIGKILL)

    with pytest.raises(UnreadableFile) as refused:
        workspace.import_file(path, mapping, waiting=at_batch(2, kill))
    assert "took more memory or time" in bare(refused.value.tell(ENGLISH))
    assert refused.value.tell(ARABIC).endswith("لم يُستورد شيء.")
    nothing_is_there(workspace)
    assert workspace.import_file(path, mapping).created == 3_000


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(), MemoryError(), OSError(28, "No space left")])
def test_whatever_ends_it_in_a_later_batch_leaves_nothing(
    workspace: Workspace, tmp_path: Path, mapping: Path, error: BaseException
) -> None:
    path = table(tmp_path, 100)

    def end() -> None:
        raise error

    with pytest.raises((type(error), Refusal)) as ended:
        workspace.import_file(path, mapping, waiting=at_batch(3, end))
    if isinstance(error, OSError):
        assert isinstance(ended.value, DiskFull)
    nothing_is_there(workspace)
    assert workspace.import_file(path, mapping).created == 100


def test_a_database_without_room_in_a_later_batch_leaves_nothing(
    workspace: Workspace, tmp_path: Path, mapping: Path
) -> None:
    connection, path = workspace._store.connection, table(tmp_path, 200)

    def fill() -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(DiskFull) as refused:
        workspace.import_file(path, mapping, waiting=at_batch(3, fill))
    assert refused.value.tell(ARABIC)
    connection.execute("PRAGMA max_page_count = 100000")
    nothing_is_there(workspace)
    assert workspace.import_file(path, mapping).created == 200


def test_ctrl_c_on_the_command_line_calls_it_off_and_says_so(tmp_path: Path, mapping: Path) -> None:
    folder = tmp_path / "cli.snhr"
    Workspace.create(folder, PASSPHRASE, "IDL")[0].close()
    path = table(tmp_path, 60_000)
    command = [sys.executable, "-m", "snhr_desktop", "import", str(folder), str(path), "--mapping", str(mapping)]
    environment = os.environ | {VARIABLE: PASSPHRASE}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        until = time.monotonic() + 60
        while child.poll() is None and time.monotonic() < until and not any(_sizes(folder)):
            time.sleep(0.05)
        time.sleep(1)
        child.send_signal(signal.SIGINT)
        out, told = child.communicate(timeout=60)
    assert (child.returncode, out) == (1, "")
    assert told.strip() == "The import was called off. Nothing was saved."
    with Workspace.open(folder, PASSPHRASE) as workspace:
        nothing_is_there(workspace)


def _sizes(folder: Path) -> list[int]:
    return [path.stat().st_size for path in folder.glob("*-wal")]


def test_ctrl_c_that_comes_too_late_changes_nothing(
    workspace: Workspace, tmp_path: Path, mapping: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setenv(VARIABLE, PASSPHRASE)
    before = signal.getsignal(signal.SIGINT)
    arguments = ["import", str(tmp_path / "office.snhr"), str(table(tmp_path, 30)), "--mapping", str(mapping)]
    assert run(arguments, lambda *_: 0) == 0
    assert "30 new" in bare(capsys.readouterr().out)
    assert signal.getsignal(signal.SIGINT) is before
