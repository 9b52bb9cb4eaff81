"""What the system announces is heard on a real bus, it waits until all is locked, and no bus is no trouble."""

import os
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from snhr_desktop.store.layout import DATABASE
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE
from tests.ui.locking import asleep_child, login_child, screen_child, sleeper_child
from tests.ui.locking.memory import KEYS, counted, turned

_BUS = """<busconfig><type>system</type><listen>unix:path={socket}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/><allow user="*"/></policy></busconfig>"""


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A bus of this test alone."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("no bus on this machine")
    config = tmp_path / "bus.conf"
    config.write_text(_BUS.format(socket=tmp_path / "bus"))
    run = [daemon, f"--config-file={config}", "--nofork", "--print-address=1"]
    with subprocess.Popen(run, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as bus:
        assert bus.stdout is not None
        yield bus.stdout.readline().strip()
        bus.terminate()


def surroundings(**changed: str) -> dict[str, str]:
    kept = {name: said for name, said in os.environ.items() if not name.startswith("DBUS_")}
    return {**kept, "QT_QPA_PLATFORM": "offscreen", **changed}


def test_the_computer_waits_with_its_sleep_until_the_store_is_locked(address: str) -> None:
    there = surroundings(DBUS_SYSTEM_BUS_ADDRESS=address)
    login = [sys.executable, str(Path(login_child.__file__))]
    with subprocess.Popen(login, env=there, stdout=subprocess.PIPE, text=True) as system:
        assert system.stdout is not None
        assert system.stdout.readline() == "there\n"
        run = [sys.executable, str(Path(sleeper_child.__file__))]
        assert subprocess.run(run, env=there, check=False, timeout=30).returncode == 0
        assert system.wait(10) == 0, "whoever asked to be waited for has let go"


@pytest.mark.skipif(sys.platform != "linux", reason="reads memory as Linux shows it")
def test_it_sleeps_with_the_store_closed_no_key_in_memory_and_what_was_typed_kept(address: str, tmp_path: Path) -> None:
    folder, pipe = tmp_path / "made.snhr", subprocess.PIPE
    Workspace.create(folder, PASSPHRASE, "IDL")[0].close()
    there = surroundings(DBUS_SYSTEM_BUS_ADDRESS=address)
    login = [sys.executable, str(Path(login_child.__file__)), "when told"]
    run = [sys.executable, str(Path(asleep_child.__file__)), str(folder), str(tmp_path / "window.ini")]
    with subprocess.Popen(login, env=there, stdin=pipe, stdout=pipe, text=True) as system:
        said = system.stdout
        assert said is not None
        assert said.readline() == "there\n"
        with subprocess.Popen(run, env=there, stdin=pipe, stdout=pipe, text=True, stderr=subprocess.DEVNULL) as window:
            told = window.stdout
            assert told is not None
            _say(window, PASSPHRASE)
            secrets = {name: turned(told.readline()) for name in KEYS} | {"passphrase": PASSPHRASE.encode()}
            assert said.readline() == "sleep delay\n"
            _say(window, "-" * len(PASSPHRASE))
            assert told.readline() == "typing\n"
            assert counted(window.pid, secrets)["master"], "the search finds what is there"
            assert str(folder / DATABASE) in open_files(window.pid)
            _say(system, "sleep")
            ended = system.wait(30)
            os.kill(window.pid, signal.SIGSTOP)  # as the computer goes to sleep
            left, held = counted(window.pid, secrets), open_files(window.pid)
            is_cleared = bool(select.select([told], [], [], 0)[0])
            window.kill()
    assert ended == 0
    assert str(folder / DATABASE) not in held
    assert not any(left.values()), left
    assert is_cleared, "what was freed is overwritten by then"
    with Workspace.open(folder, PASSPHRASE) as workspace:
        [draft] = workspace.drafts()
    assert draft.raw["incident"]["title_en"] == asleep_child.TYPED


def open_files(process: int) -> set[str]:
    return {str(one.readlink()) for one in Path(f"/proc/{process}/fd").iterdir() if one.is_symlink()}


def _say(child: "subprocess.Popen[str]", word: str) -> None:
    assert child.stdin is not None
    child.stdin.write(f"{word}\n")
    child.stdin.flush()


def test_where_there_is_no_bus_nothing_is_said(tmp_path: Path) -> None:
    nowhere = surroundings(
        DBUS_SYSTEM_BUS_ADDRESS=f"unix:path={tmp_path}/none", DBUS_SESSION_BUS_ADDRESS=f"unix:path={tmp_path}/none"
    )
    asked = "from PySide6.QtCore import QCoreApplication, QObject\nfrom snhr_desktop.ui.locking.signs import Signs\n"
    asked += "a = QCoreApplication([]); o = QObject(); s = Signs(o); s.hold(); s.release()"
    told = subprocess.run([sys.executable, "-c", asked], env=nowhere, capture_output=True, text=True, check=True)
    assert (told.stdout, told.stderr) == ("", "")


SIGNALS = {
    "kde": ("session", "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    "gnome": ("session", "org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
    "login": (
        "system", "org.freedesktop.login1", "/org/freedesktop/login1/session/_31", "org.freedesktop.login1.Session",
    ),
}  # fmt: skip
"""How KDE and others, GNOME, and the login service tell of a locked screen: bus, service, path and interface."""
SAID = [("kde", "true", 0), ("kde", "false", 3), ("gnome", "true", 0), ("gnome", "false", 3), ("login", "-", 0)]


@pytest.mark.parametrize(("desktop", "said", "ends"), SAID)
def test_a_screen_that_is_locked_is_heard_and_one_that_opens_is_not(
    address: str, desktop: str, said: str, ends: int
) -> None:
    where, *signal = SIGNALS[desktop]
    other = "SESSION" if where == "system" else "SYSTEM"
    there = surroundings(
        **{f"DBUS_{where.upper()}_BUS_ADDRESS": address, f"DBUS_{other}_BUS_ADDRESS": "unix:path=/nonexistent"}
    )
    run = [sys.executable, str(Path(sleeper_child.__file__)), "4"]
    with subprocess.Popen(run, env=there, stdout=subprocess.PIPE, text=True) as listening:
        assert listening.stdout is not None
        assert listening.stdout.readline() == "there\n"
        member = "Lock" if said == "-" else "ActiveChanged"
        send = [sys.executable, str(Path(screen_child.__file__)), where, *signal, member, said]
        assert subprocess.run(send, env=there, check=False, timeout=20).returncode == 0
        assert listening.wait(20) == ends
