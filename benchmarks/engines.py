"""The same content set by our engine and by others, side by side, each in a fresh process.

Seconds run from the content in memory to the written file, without imports; peaks are those of the whole process.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks.content import content
from benchmarks.result import Result

_RUNS = {"ours": 5, "floor": 5, "reportlab_own": 3, "typst_markup": 5, "weasyprint_html": 1}
_PEERS = (
    ("report.vs_reportlab", "reportlab_own", "ReportLab’s own paragraphs", 4),
    ("report.vs_weasyprint", "weasyprint_html", "WeasyPrint", 8),
    ("report.vs_typst", "typst_markup", "Typst", 2),
)
"""Name of the result, module, name, and how many times as fast we promise to be."""
_FLOOR_TIMES = 4
_MEMORY_LIMIT = 120.0
_Measured = dict[str, float]


def measure(_store: Path) -> list[Result]:
    """Prints all engines side by side; the peers, the floor and the peak of memory as results."""
    found = _middles()
    print(_side_by_side(found))
    ours, floor = found["ours"], found["floor"]
    assert ours, "our engine is always there"
    assert floor, "and so is what it is made of"
    results = [_against(name, ours, found[module], told, times) for name, module, told, times in _PEERS]
    least = floor["seconds"]
    against = "HarfBuzz, levels and compression alone over the same content"
    results.append(Result("report.vs_floor", ours["seconds"], least, against, "s", _FLOOR_TIMES * least))
    reportlab = found["reportlab_own"]
    lightest = reportlab["peak"] if reportlab else None
    results.append(Result("report.memory", ours["peak"], lightest, "ReportLab’s own paragraphs", "MB", _MEMORY_LIMIT))
    return results


def _against(name: str, ours: _Measured, peer: _Measured | None, told: str, times: int) -> Result:
    if peer is None:
        return Result(name, ours["seconds"], None, f"{told} (absent)", "s", None)
    return Result(name, ours["seconds"], peer["seconds"], told, "s", peer["seconds"] / times)


def _middles() -> dict[str, _Measured | None]:
    """The middle figures of every engine, None where it is absent. They take turns: all see the same machine."""
    runs: dict[str, list[_Measured]] = {name: [] for name in _RUNS}
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(max(_RUNS.values())):
            for name, wanted in _RUNS.items():
                if turn < wanted:
                    runs[name].append(_child(name, Path(folder) / "out.pdf"))
    return {
        name: None if "absent" in done[0] else {key: median(run[key] for run in done) for key in done[0]}
        for name, done in runs.items()
    }


def _child(module: str, out: Path) -> _Measured:
    command = [sys.executable, "-m", "benchmarks.peers.child", module, str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    found: _Measured = json.loads(done.stdout.splitlines()[-1])
    return found


def _side_by_side(found: dict[str, _Measured | None]) -> str:
    words = sum(len(text.split()) for text, _ in content().texts())
    lines = [f"{'the same content':<22}{'seconds':>10}{'words/s':>10}{'peak MB':>10}{'file MB':>10}"]
    for name, run in found.items():
        if run is None:
            lines.append(f"{name:<22}{'absent':>10}")
            continue
        rate, size = words / run["seconds"], run["bytes"] / 1e6
        lines.append(f"{name:<22}{run['seconds']:>10.3f}{rate:>10,.0f}{run['peak']:>10.0f}{size:>10.1f}")
    return "\n".join([*lines, ""])
