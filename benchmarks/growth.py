"""Whether time grows no faster than the store: the report of 1,000, 3,000 and 10,000 incidents."""

import tempfile
from pathlib import Path

from benchmarks.result import Result, median_seconds
from benchmarks.sample import INCIDENTS, PASSPHRASE, make_store
from snhr_desktop.i18n import ARABIC
from snhr_desktop.reports.brief import Brief
from snhr_desktop.reports.render import render
from snhr_desktop.workspace import Workspace

_SMALL, _LARGE = 1_000, 10_000
_NOISE = 1.1


def measure(store: Path) -> list[Result]:
    """How many times as long a store takes that is three and ten times as large."""
    with tempfile.TemporaryDirectory() as folder:
        small = _seconds(make_store(Path(folder), _SMALL))
        middle, large = _seconds(store), _seconds(make_store(Path(folder), _LARGE))
    return [
        _growth("report.growth_3x", middle / small, INCIDENTS / _SMALL),
        _growth("report.growth_10x", large / small, _LARGE / _SMALL),
    ]


def _growth(name: str, time: float, size: float) -> Result:
    return Result(name, time, size, "growth of the store, from 1,000 incidents", "x", size * _NOISE)


def _seconds(store: Path) -> float:
    with tempfile.TemporaryDirectory() as folder, Workspace.open(store, PASSPHRASE) as workspace:
        out = Path(folder) / "one.pdf"
        return median_seconds(lambda: render(workspace.gather(Brief("idlib")), (ARABIC,), out), 3)
