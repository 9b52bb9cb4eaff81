"""The box that searches everything: from a key to its answer painted, beside the bare index asked the same.

Queries are typed letter by letter in both languages, on the large store, and every key counts.
"""

import json
import subprocess
import sys
from pathlib import Path

from benchmarks.large_store import large_store
from benchmarks.result import Result

LANGUAGES = {"ar": "search.p95.ar", "en": "search.p95.en"}


def measure(_store: Path) -> list[Result]:
    """The 95th percentile of a key in each language."""
    command = [sys.executable, "-m", "benchmarks.child_search", str(large_store())]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=600)
    found: dict[str, dict[str, float]] = json.loads(done.stdout.splitlines()[-1])
    against = "the bare index, asked whole words and beginnings"
    return [
        Result(name, found[code]["ours"], found[code]["floor"], against, "s", 0.06) for code, name in LANGUAGES.items()
    ] + [Result("search.stall", max(one["stall"] for one in found.values()), None, "", "s", 0.03)]
