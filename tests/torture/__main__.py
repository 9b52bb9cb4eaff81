"""All the tortures at full length: `make torture`, or `make torture ARGS="kill flip"` for some of them.

Prints one table of what was done and found, and writes it as JSON to the path of `SNHR_TORTURE_RESULTS`, or
`out/torture.json`. `SNHR_TORTURE_SHARE=0.01` does a hundredth of it. Ends with 1 where anything was found that must
not be.
"""

import json
import os
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import product, repeat
from multiprocessing import get_context
from pathlib import Path

from tests.torture import acts, cutting, flipping, full_acts, fuzzing, killing, long_files, small_disk, targets
from tests.torture.outcome import Outcome

SHARE = float(os.environ.get("SNHR_TORTURE_SHARE", "1"))
RESULTS = Path(os.environ.get("SNHR_TORTURE_RESULTS", "out/torture.json"))


def full(place: Path) -> Iterator[Outcome]:
    """The disk full at every page and every name of each act; with ballast at every page of a save."""
    if reason := small_disk.why_not():
        sys.stdout.write(f"left out, since no disk can be mounted here: {reason}\n")
        return
    every = max(1, round(1 / SHARE))
    ways = [*product(full_acts.ACTS, ("none", "names")), ("save", "kept"), ("save", "late")]
    for act, how in ways:
        each = str(1 if how == "names" else every)
        said = small_disk.run_there("tests.torture.disk_full", str(place / f"{act}-{how}"), act, how, each)
        yield Outcome.parse(json.loads(said))


def kill(place: Path) -> Iterator[Outcome]:
    """At least 500 in all."""
    for name in acts.ACTS:
        yield from killing.torture(place / name, (name,), _number(100))


def flip(place: Path) -> Iterator[Outcome]:
    """Ten thousand bits."""
    yield from flipping.torture(place, _number(10_000))


def cut(place: Path) -> Iterator[Outcome]:
    """A thousand power cuts."""
    yield cutting.torture(place, _number(1000))


def fuzz(place: Path) -> Iterator[Outcome]:
    """A million inputs, by as many processes as there are cores."""
    numbers = [_number(number) for number in targets.SHARES.values()]
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        yield from pool.map(fuzzing.torture, repeat(place), targets.SHARES, numbers)


def long(place: Path) -> Iterator[Outcome]:
    """A gigabyte each."""
    for how, after in ((long_files.GROUPED, 0), (long_files.SCATTERED, 0), (long_files.SINGLE, 60)):
        here = place / how
        here.mkdir()
        yield long_files.torture(here, _number(1024), how, after * min(SHARE * 10, 1))
        shutil.rmtree(here)


PARTS: dict[str, Callable[[Path], Iterator[Outcome]]] = {
    "full": full, "kill": kill, "flip": flip, "cut": cut, "long": long, "fuzz": fuzz,
}  # fmt: skip


def main(names: list[str]) -> int:
    """Do the parts named, or all."""
    outcomes: list[Outcome] = []
    sys.stdout.write("| torture | times | found | faults |\n|---|---|---|---|\n")
    for name in names or PARTS:
        began = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder) / name
            place.mkdir()
            os.environ["XDG_CONFIG_HOME"] = str(place / "config")
            for outcome in _to_its_end(name, PARTS[name](place)):
                outcomes.append(outcome)
                sys.stdout.write(f"{outcome.row()}\n")
                sys.stdout.flush()
                _keep(outcomes)
        sys.stderr.write(f"{name}: {time.monotonic() - began:.0f} s\n")
    faults = [fault for outcome in outcomes for fault in outcome.faults]
    sys.stdout.write("".join(f"{fault}\n" for fault in faults[:100]))
    return 1 if faults else 0


def _to_its_end(name: str, part: Iterator[Outcome]) -> Iterator[Outcome]:
    """A part that breaks is a fault, and keeps no other part from its hours."""
    try:
        yield from part
    except Exception:
        broken = Outcome(name)
        broken.fault(traceback.format_exc())
        yield broken


def _keep(outcomes: list[Outcome]) -> None:
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps([outcome.dump() for outcome in outcomes], indent=1), encoding="utf-8")


def _number(whole: int) -> int:
    return max(10, round(whole * SHARE))


if __name__ == "__main__":
    if unknown := [name for name in sys.argv[1:] if name not in PARTS]:
        sys.exit(f"not a torture: {', '.join(unknown)}; there are {', '.join(PARTS)}")
    sys.exit(main(sys.argv[1:]))
