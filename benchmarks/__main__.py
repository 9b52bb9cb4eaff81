"""`python -m benchmarks`: measure everything, print the table, write `results.json`."""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main() -> int:
    """Make one store of made-up records and measure on it."""
    from benchmarks import memory, panels, reports, window
    from benchmarks.result import Result, table, write
    from benchmarks.sample import make_store

    results: list[Result] = []
    with tempfile.TemporaryDirectory() as folder:
        store = make_store(Path(folder))
        for room in (window, panels, reports, memory):
            results += room.measure(store)
    print(table(results))
    write(results)
    return 0


if __name__ == "__main__":
    sys.exit(main())
