"""The box that searches everything: from a key to its answer painted, beside the bare index asked the same.

Queries are typed letter by letter in both languages, and every key counts. The promise is for 300,000 incidents and a
million victims: `SNHR_BENCH_STORE` names such a training store, made beforehand with the passphrase of `sample`.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from benchmarks.result import Result

LANGUAGES = {"ar": "search.p95.ar", "en": "search.p95.en"}


def measure(store: Path) -> list[Result]:
    """The 95th percentile of a key in each language, on the large store where there is one."""
    large = Path(os.environ.get("SNHR_BENCH_STORE") or store)
    command = [sys.executable, "-m", "benchmarks.child_search", str(large)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=600)
    found: dict[str, dict[str, float]] = json.loads(done.stdout.splitlines()[-1])
    against = "the bare index, asked whole words and beginnings"
    return [
        Result(name, found[code]["ours"], found[code]["floor"], against, "s", 0.06) for code, name in LANGUAGES.items()
    ] + [Result("search.stall", max(one["stall"] for one in found.values()), None, "", "s", 0.03)]
