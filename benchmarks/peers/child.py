"""`python -m benchmarks.peers.child MODULE OUT`: one engine in a process of its own, its figures as a line of JSON."""

import json
import sys
import time
from importlib import import_module
from pathlib import Path

from benchmarks.content import content
from benchmarks.resident import peak


def main() -> int:
    """The time from the content to the written file, the peak of the whole process; nothing where it is absent."""
    out = Path(sys.argv[2])
    try:
        engine = import_module(f"benchmarks.peers.{sys.argv[1]}")
    except (ImportError, OSError) as absent:  # OSError: a library of the system that it loads by name
        print(json.dumps({"absent": str(absent).splitlines()[0]}))
        return 0
    words = content()
    start = time.perf_counter()
    engine.build(words, out)
    print(json.dumps({"seconds": time.perf_counter() - start, "peak": peak(), "bytes": out.stat().st_size}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
