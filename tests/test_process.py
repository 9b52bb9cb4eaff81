"""What the system may keep of the process: nothing of its memory in a core file, nothing for another to read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from snhr_desktop.process import keep_aside_in_memory

_ASKED = """
import ctypes, resource
from snhr_desktop.process import keep_private
keep_private()
print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks what Linux knows of a process")
def test_no_core_file_is_left_and_no_other_process_reads_the_memory() -> None:
    told = subprocess.run([sys.executable, "-c", _ASKED], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "(0, 0) 0"


def test_the_command_line_says_so_before_anything_else(monkeypatch: pytest.MonkeyPatch) -> None:
    from snhr_desktop import __main__

    order: list[str] = []
    monkeypatch.setattr(__main__, "keep_private", lambda: order.append("private"))
    monkeypatch.setattr("snhr_desktop.cli.run", lambda *_: order.append("run"))
    __main__.start()
    assert order == ["private", "run"]


_MISTAKEN = """
import sys, threading
from snhr_desktop import __main__, cli
def mistake(*_):
    threading.Thread(target=int, args=("Zaghruta",)).start()
    raise KeyError("Zaghruta") from ValueError("Zaghruta")
cli.run = mistake
sys.exit(__main__.main())
"""


def test_a_mistake_is_told_by_its_place_and_never_by_its_text() -> None:
    told = subprocess.run([sys.executable, "-c", _MISTAKEN], capture_output=True, text=True, check=False)
    assert told.returncode == 1
    assert "KeyError in" in told.stderr
    assert "ValueError in" in told.stderr
    assert "Zaghruta" not in told.stderr + told.stdout


def test_what_libraries_write_aside_lies_in_memory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TMPDIR", "/tmp")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    keep_aside_in_memory()
    assert os.environ["TMPDIR"] == str(tmp_path)
    monkeypatch.setenv("TMPDIR", "/tmp")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "gone"))
    monkeypatch.setattr("snhr_desktop.process._IN_MEMORY", ())
    keep_aside_in_memory()
    assert os.environ["TMPDIR"] == "/tmp"
