"""The window from start to paint and from language to language, beside a window of Qt with nothing in it.

Each start is a process of its own, as a person starts it, after one that warms the disk.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.result import Result

RUNS = 5


def measure(store: Path) -> list[Result]:
    """Start, switch of language on the overview of a full store, and memory of the whole process."""
    ours = _middle([_child("benchmarks.child_window", str(store)) for _ in range(RUNS + 1)][1:])
    bare = _middle([_child("benchmarks.child_bare") for _ in range(RUNS + 1)][1:])
    return [
        Result("window.painted", ours["painted"], bare["painted"], "a bare window of Qt", "s", 1.5),
        Result("language.switch", ours["switched"], ours["repainted"], "one repaint of the same window", "s", 0.2),
    ]


def memory(store: Path) -> tuple[float, float]:
    """Resident memory in MB of the application at work, and of a bare window."""
    return _child("benchmarks.child_window", str(store))["resident"], _child("benchmarks.child_bare")["resident"]


def _child(module: str, *arguments: str) -> dict[str, float]:
    started = repr(time.time())
    command = [sys.executable, "-m", module, started, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _middle(runs: list[dict[str, float]]) -> dict[str, float]:
    return {name: sorted(run[name] for run in runs)[len(runs) // 2] for name in runs[0]}
