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
    """`ours` in `unit` beside `peer` (what `against` names) of the same run; `limit` is what we promise.

    `peer` is None where it could not be had on this machine; then there is no ratio.
    """

    name: str
    ours: float
    peer: float | None
    against: str
    unit: str
    limit: float | None

    @property
    def ratio(self) -> float | None:
        """Ours by the peer's: 1 is as good as the peer or floor."""
        return round(self.ours / self.peer, 3) if self.peer else None

    @property
    def held(self) -> bool:
        """Whether what we promise is so."""
        return self.limit is None or self.ours <= self.limit


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
    rows = [_rounded(asdict(result)) | {"ratio": result.ratio} for result in results]
    RESULTS.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


def _rounded(row: dict[str, object]) -> dict[str, object]:
    return {name: round(value, 4) if isinstance(value, float) else value for name, value in row.items()}


def table(results: Sequence[Result]) -> str:
    """The results as lines to read; `!` stands before one that does not hold what we promise."""
    lines = [f"  {'name':<22}{'ours':>10}{'limit':>10}{'peer':>10}{'ratio':>8}  unit  against"]
    for r in results:
        numbers = f"{r.ours:>10.3f}{_said(r.limit):>10}{_said(r.peer):>10}{_said(r.ratio, 2):>8}"
        lines.append(f"{' ' if r.held else '!'} {r.name:<22}{numbers}  {r.unit:<5} {r.against}")
    return "\n".join(lines)


def _said(number: float | None, places: int = 3) -> str:
    return "–" if number is None else f"{number:.{places}f}"
