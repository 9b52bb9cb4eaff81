"""Hostile input in great numbers: nothing but the declared refusals, and no file written outside its folder.

`make torture ARGS=fuzz` for all of it; an input is told by the name of its target and its number, and made again by
`python -m tests.torture.fuzzing TARGET NUMBER`.
"""

import os
import random
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from snhr_desktop.errors import Refusal
from tests.torture import stores, targets
from tests.torture.outcome import Outcome

_CHUNK = 2000
"""Inputs after which a target is prepared anew, so that what it remembers does not grow for ever."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_CHANGING = {"os.rename", "os.link", "os.symlink", "os.mkdir", "os.remove", "os.rmdir", "os.truncate", "os.chmod"}
_watched: list[tuple[Path, list[str]]] = []


def torture(place: Path, name: str, numbers: range) -> Outcome:
    """Hand a target so many inputs."""
    outcome = Outcome(f"fuzz: {name}")
    with stores.cheap():
        for start in range(numbers.start, numbers.stop, _CHUNK):
            here = place / f"{name}{start}"
            here.mkdir(parents=True)
            with targets.TARGETS[name](here) as take:
                for number in range(start, min(start + _CHUNK, numbers.stop)):
                    _once(name, number, take, here, outcome)
    return outcome


def _once(name: str, number: int, take: targets.Take, here: Path, outcome: Outcome) -> None:
    began = time.monotonic()
    try:
        with _watching(here) as outside:
            outcome.note(take(random.Random(f"{name} {number}")))
    except Refusal:
        outcome.note("refused")
    except Exception as error:
        outcome.note("fault")
        outcome.fault(f"{name} {number}: {error!r}"[:300])
    if outside:
        outcome.fault(f"{name} {number}: touched {outside[0]}")
    if (took := time.monotonic() - began) > 20:
        outcome.fault(f"{name} {number}: took {took:.0f} s")


@contextmanager
def _watching(here: Path) -> Iterator[list[str]]:
    """What is written outside a folder meanwhile."""
    outside: list[str] = []
    _watched.append((here.resolve(), outside))
    try:
        yield outside
    finally:
        _watched.pop()


def _hear(event: str, given: tuple[Any, ...]) -> None:
    if not _watched:
        return
    if event == "open" and isinstance(given[2], int) and given[2] & _WRITING:
        paths = given[:1]
    elif event in _CHANGING:
        paths = given[1:2] if event == "os.symlink" else given[:2]
    else:
        return
    here, outside = _watched[-1]
    for path in paths:
        if isinstance(path, str | bytes | Path) and not _is_within(os.fsdecode(path), here, event):
            outside.append(f"{event} {os.fsdecode(path)}")


def _is_within(path: str, here: Path, event: str) -> bool:
    """Only what is opened goes through a link; everything else is done to the link itself."""
    above, name = os.path.split(path)
    whole = os.path.realpath(path) if event == "open" else f"{os.path.realpath(above)}{os.sep}{name}"
    return whole.startswith(f"{here}{os.sep}") or whole in (str(here), os.devnull)


sys.addaudithook(_hear)


def main(name: str, number: int, place: Path) -> None:
    """One input again, with whatever it raises."""
    with stores.cheap(), targets.TARGETS[name](place) as take:
        sys.stdout.write(f"{take(random.Random(f'{name} {number}'))}\n")


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        main(sys.argv[1], int(sys.argv[2]), Path(folder))
