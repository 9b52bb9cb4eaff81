"""One measured figure, and the table and file that tell all of them."""

import json
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

RESULTS = Path(__file__).parent / "results.json"


@dataclass(frozen=True)
class Result:
    """`ours` in `unit` beside `peer` (what `against` names) of the same run; `limit` is what we promise."""

    name: str
    ours: float
    peer: float
    against: str
    unit: str
    limit: float

    @property
    def ratio(self) -> float:
        """Ours by the peer's: 1 is as good as the peer or floor."""
        return round(self.ours / self.peer, 2) if self.peer else 0.0


def median_seconds(act: Callable[[], object], times: int = 7) -> float:
    """The middle of several runs after one that is not counted."""
    act()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def write(results: Sequence[Result]) -> None:
    """All results as JSON, beside this file."""
    rows = [{**asdict(r), "ours": round(r.ours, 4), "peer": round(r.peer, 4), "ratio": r.ratio} for r in results]
    RESULTS.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


def table(results: Sequence[Result]) -> str:
    """The results as lines to read."""
    head = f"{'name':<22}{'ours':>10}{'limit':>10}{'peer':>10}{'ratio':>8}  unit  against"
    lines = [
        f"{r.name:<22}{r.ours:>10.3f}{r.limit:>10.3f}{r.peer:>10.3f}{r.ratio:>8.2f}  {r.unit:<5} {r.against}"
        for r in results
    ]
    return "\n".join([head, *lines])
