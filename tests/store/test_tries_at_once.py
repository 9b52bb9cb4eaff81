"""Tries at one store by several processes at the same moment: each is counted, and slowed by those before it."""

import fcntl
import subprocess
import sys
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from snhr_desktop.errors import StoreBusy
from snhr_desktop.store import attempts, keyring, limits
from snhr_desktop.store.store import Store
from tests.builders import PASSPHRASE

MANY = 4
GUESS = """
import sys
from pathlib import Path
from snhr_desktop.errors import Refusal
from snhr_desktop.store import attempts
from snhr_desktop.store.store import Store

attempts.PAUSES = (float(sys.argv[2]),)
print("ready", flush=True)
sys.stdin.readline()
try:
    Store.open(Path(sys.argv[1]), "wrong", read_only=True)
except Refusal as refused:
    print(type(refused).__name__)
"""
HOLD = """
import sys
from pathlib import Path
from snhr_desktop.store import attempts

with attempts.counted(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed store, of which this computer knows that six wrong tries destroy it."""
    store, _ = Store.create(tmp_path / "office.snhr", PASSPHRASE, "IDL")
    with closing(store):
        keyring.set_limit(store, 6, "Amal")
    return store.folder


def at_once(folder: Path, pause: float) -> list[str]:
    """What each of several processes is told that try a wrong passphrase at the same moment."""
    with ExitStack() as ended:
        command = [sys.executable, "-c", GUESS, str(folder), str(pause)]
        running = [
            ended.enter_context(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True))
            for _ in range(MANY)
        ]
        for one in running:
            assert one.stdout
            assert one.stdout.readline() == "ready\n"
        for one in running:
            assert one.stdin
            one.stdin.write("now\n")
            one.stdin.flush()
        return [one.communicate(timeout=60)[0].strip() for one in running]


def test_only_one_of_them_is_tried_while_the_others_are_too_soon(folder: Path) -> None:
    assert sorted(at_once(folder, 60)) == ["LastTries", *["TriedTooSoon"] * (MANY - 1)]
    assert attempts.attempts(folder).wrong == limits.of(folder).wrong == 1


def test_none_is_forgotten_where_no_pause_keeps_them_apart(folder: Path) -> None:
    assert at_once(folder, 0) == ["LastTries"] * MANY
    assert attempts.attempts(folder).wrong == limits.of(folder).wrong == MANY


def test_the_counts_of_two_stores_are_kept_apart(folder: Path, tmp_path: Path) -> None:
    """They lie in one file of this computer."""
    other, _ = Store.create(tmp_path / "other.snhr", PASSPHRASE, "IDL")
    with closing(other):
        keyring.set_limit(other, 6, "Amal")
    command = "import sys\nfrom pathlib import Path\nfrom snhr_desktop.store import limits\n"
    command += "for turn in range(1, 60): limits.count(Path(sys.argv[1]), turn % 5 + 1)\n"
    counting = [subprocess.Popen([sys.executable, "-c", command, str(one)]) for one in (folder, other.folder)]
    assert [one.wait(60) for one in counting] == [0, 0]
    assert limits.of(folder) == limits.of(other.folder) == limits.Tries(6, 59 % 5 + 1)


def test_one_that_is_killed_at_it_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = sorted(folder.iterdir())
    command = [sys.executable, "-c", HOLD, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        other.stdout.readline()
        monkeypatch.setattr(attempts, "LONGEST", 0.1)
        with pytest.raises(StoreBusy):
            Store.open(folder, PASSPHRASE)
        other.kill()
    Store.open(folder, PASSPHRASE).close()
    assert sorted(folder.iterdir()) == before


def test_where_nothing_can_be_locked_the_store_opens(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of another computer, or a file system without locks."""

    def refuse(*_: object) -> None:
        raise OSError(95, "not here")

    monkeypatch.setattr(fcntl, "flock", refuse)
    Store.open(folder, PASSPHRASE).close()
