"""`python -m benchmarks [NAME ...]`: measure, print the table, write `results.json`.

A NAME (`panels`, `report`, `report.growth`) measures only the rooms with results of that beginning, and writes no file.
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main(wanted: list[str]) -> int:
    """Make one store of made-up records and measure on it."""
    from benchmarks import (
        attachments,
        engines,
        exchange,
        growth,
        large,
        memory,
        places,
        reports,
        saving,
        search,
        window,
    )
    from benchmarks.result import Result, table, write
    from benchmarks.sample import make_store

    rooms = {
        window: ("window.painted", "language.switch"),
        large: large.NAMES,
        saving: ("save.history", "save.history_bare"),
        search: ("search.p95", "search.stall"),
        reports: ("report.both", "report.one"),
        engines: ("report.vs_", "report.memory"),
        growth: ("report.growth_",),
        memory: ("memory.resident",),
        attachments: attachments.NAMES,
        exchange: exchange.NAMES,
        places: places.NAMES,
    }
    results: list[Result] = []
    with tempfile.TemporaryDirectory() as folder:
        store = make_store(Path(folder))
        for room, names in rooms.items():
            if not wanted or any(name.startswith(one) or one.startswith(name) for one in wanted for name in names):
                results += room.measure(store)
    print(table(results))
    if not wanted:
        write(results)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
