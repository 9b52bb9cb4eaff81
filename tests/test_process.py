"""What the system may keep of the process: nothing of its memory in a core file, nothing for another to read."""

import subprocess
import sys

import pytest

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
    __main__.main()
    assert order == ["private", "run"]
