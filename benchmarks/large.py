"""Whether entry, list and panels keep up with a store of the size of headquarters, beside the bare database.

The window runs in a process of its own; each figure is the middle of several, the stall the longest of all.
"""

import json
import subprocess
import sys
from pathlib import Path

from benchmarks.large_store import large_store
from benchmarks.result import Result

NAMES = (
    "open",
    "stall.opening",
    "list.jump",
    "panels.cold",
    "panels.warm",
    "save",
    "save.panels",
    "duplicates.hint",
    "stall.worst",
)
_PROMISED = {
    "open": 2.5, "list.jump": 0.03, "panels.cold": 0.5, "panels.warm": 0.05, "save": 0.025, "save.panels": 0.08,
    "duplicates.hint": 0.1, "stall.worst": 0.03, "stall.opening": None,
}  # fmt: skip
_AGAINST = {
    "open": "key and connection alone, and the first rows read bare",
    "list.jump": "the same rows read bare",
    "panels.cold": "one bare grouped pass over each table of facts",
    "panels.warm": "the same pass",
    "save": "as many bare rows committed",
    "save.panels": "as many bare rows committed, and that pass",
    "duplicates.hint": "the same candidates looked up bare",
    "stall.worst": "one repaint of the same window",
    "stall.opening": "the same",
}


def measure(_store: Path) -> list[Result]:
    """All of them, on the large store."""
    command = [sys.executable, "-m", "benchmarks.child_large", str(large_store())]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=1_800)
    found: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    return [_result(name, *found[name]) for name in NAMES]


def _result(name: str, ours: float, floor: float) -> Result:
    return Result(name, ours, floor, _AGAINST[name], "s", _PROMISED[name])
