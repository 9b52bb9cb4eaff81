"""A file of a gigabyte taken in, and called off: the memory of all processes together, and how soon it ends.

Run as a process of its own, which makes the file and starts another for the import, as the window's thread would call
it. Of the other and of what it starts in turn the system is asked for the most that each ever weighed (`VmHWM`).
"""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from snhr_desktop.exchange.refusals import ImportStopped
from snhr_desktop.exchange.watching import Waiting
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE
from tests.exchange import grouped
from tests.torture import stores
from tests.torture.outcome import Outcome

MOST_MEMORY, MOST_WAIT = 400, float(os.environ.get("SNHR_TORTURE_WAIT", "0.2"))
"""Megabytes of all processes together; seconds from calling it off to its end."""
_NOTE = "ما قيل عن ذلك اليوم كما كتبه من كان هناك، ولا يُؤخذ منه شيء. "
GROUPED, SCATTERED, SINGLE = "grouped", "scattered", "single"
"""Rows of one incident one after the other; apart from each other; each an incident."""
RECORDS = 500
"""Incidents of the files whose rows are grouped: a gigabyte of them takes hours to be written one by one."""

_BEGIN = "from tests.torture.long_files import main; main()"
"""No main module that the makers of records would load again, with the store in it: that of the program has none."""


def write(path: Path, megabytes: int, how: str) -> int:
    """A table of so many megabytes; returns its rows. Most of each row is a column that is not taken."""
    note = _NOTE * (40 if how == SCATTERED else 3)
    each = len(grouped.line(12345, "قصف السوق", 1, note).encode())
    rows = (megabytes << 20) // each + 1
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(grouped.header("title", "killed", "notes"))
        for at in range(rows):
            case = {GROUPED: at * RECORDS // rows, SCATTERED: at % RECORDS, SINGLE: at}[how]
            killed = 1 if how == SINGLE or at % (rows // RECORDS + 1) == 0 else ""
            file.write(grouped.line(case, "قصف السوق", killed, note, date=f"{case % 28 + 1}/3/2018"))
    return rows


def torture(place: Path, megabytes: int, how: str, after: float = 0.0) -> Outcome:
    """Try and import one file, or call the import off some seconds `after` its first records are done."""
    outcome = Outcome(f"{megabytes} MB, rows {how}" + (f", called off after {after:g} s" if after else ""))
    write(place / "long.csv", megabytes, how)
    mapping = grouped.mapping(*grouped.EACH, incident='title_ar = "title"')
    (place / "long.toml").write_text(mapping, encoding="utf-8")
    with stores.cheap():
        Workspace.create(place / "long.snhr", PASSPHRASE, "IDL")[0].close()
    command = [sys.executable, "-c", _BEGIN, str(place), str(after)]
    most = 0.0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        while child.poll() is None:
            most = max(most, _below(child.pid))
            time.sleep(0.05)
        said = child.stdout.read() if child.stdout else ""
    if child.returncode:
        outcome.fault(f"the import ended by itself: {child.returncode}")
        return outcome
    told = json.loads(said)
    outcome.note(told["what"])
    outcome.found["MB at most"] = round(told["own"] + most)
    outcome.found.update(told["numbers"])
    if outcome.found["MB at most"] > MOST_MEMORY:
        outcome.fault(f"{outcome.found['MB at most']} MB of memory")
    for fault in told["faults"]:
        outcome.fault(fault)
    return outcome


def _below(pid: int) -> float:
    """Megabytes that the processes which one started weighed at most, together."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
        return sum(peak(child) + _below(int(child)) for child in children)
    except OSError:
        return 0.0


def peak(pid: str) -> float:
    """Megabytes that a process weighed at most, as the system counts them."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


@dataclass
class _Told:
    """What the import says to whoever started it."""

    what: str
    numbers: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    own: float = 0.0


def _import(place: Path, after: float) -> _Told:
    with stores.cheap(), Workspace.open(place / "long.snhr", PASSPHRASE) as workspace:
        act = _call_off if after else _take_in
        told = act(workspace, place, after)
        told.own = peak("self")
        told.faults += [f"verify: {finding!r}" for finding in workspace.verify() if finding.level == "error"]
    return told


def _take_in(workspace: Workspace, place: Path, _after: float) -> _Told:
    """Tried first, as the window does."""
    seconds = []
    for dry_run in (True, False):
        began = time.monotonic()
        report = workspace.import_file(place / "long.csv", place / "long.toml", dry_run=dry_run)
        seconds.append(time.monotonic() - began)
    numbers = {"s to try": round(seconds[0]), "s to take in": round(seconds[1]), "records": report.created}
    right = report.created == report.read and not report.refused
    return _Told("taken in", numbers, [] if right else [f"{report.refusals} refused"])


def _call_off(workspace: Workspace, place: Path, after: float) -> _Told:
    told = _Told("called off")
    for dry_run in (True, False):
        waited = _waited(workspace, place, after, dry_run=dry_run)
        told.numbers["ms to end the " + ("trial" if dry_run else "import")] = round(waited * 1000)
        if waited > MOST_WAIT:
            told.faults.append(f"called off, it went on for {waited:.2f} s")
        if workspace.incidents(stores.ALL).total or workspace.imports():
            told.faults.append("called off, it left something")
    return told


def _waited(workspace: Workspace, place: Path, after: float, *, dry_run: bool) -> float:
    """Seconds from calling it off to its end."""
    off = threading.Event()
    moment = [0.0]

    def call_off() -> None:
        moment[0] = time.monotonic()
        off.set()

    waiting = Waiting(_once(lambda: threading.Timer(after, call_off).start()), lambda: not off.is_set())
    try:
        workspace.import_file(place / "long.csv", place / "long.toml", dry_run=dry_run, waiting=waiting)
    except ImportStopped:
        return time.monotonic() - moment[0]
    raise AssertionError("it came to its end before it was called off")


def _once(act: Callable[[], object]) -> Callable[[int], object]:
    left = iter([act])
    return lambda _: next(left, lambda: None)()


def main() -> None:
    """Take in, or call off, what lies in the folder that is named, and tell it to whoever started this."""
    sys.stdout.write(json.dumps(asdict(_import(Path(sys.argv[1]), float(sys.argv[2])))))
