"""Hostile input in great numbers: nothing but the declared refusals, and no file written outside its folder.

Hypothesis makes the inputs, as bytes that every choice of a target is read from, and shrinks what fails.
`make torture ARGS=fuzz` for all of it; an input is told by the name of its target and its bytes, and handed over again
by `python -m tests.torture.fuzzing TARGET HEX`.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from snhr_desktop.errors import Refusal
from tests.torture import stores, targets
from tests.torture.dice import Dice
from tests.torture.outcome import MOST_TOLD, Outcome

_CHUNK = 2000
"""Inputs after which a target and hypothesis begin anew, so that what they remember does not grow for ever."""
_INPUTS = st.binary(min_size=16, max_size=512)
_LONGEST_S = 20
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_CHANGING = {"os.rename", "os.link", "os.symlink", "os.mkdir", "os.remove", "os.rmdir", "os.truncate", "os.chmod"}
_watched: list[tuple[Path, list[str]]] = []


class Fault(Exception):
    """What an input must never bring about."""


def torture(place: Path, name: str, number: int) -> Outcome:
    """Hand a target so many inputs; the same ones each time, unless something fails."""
    outcome = Outcome(f"fuzz: {name}")
    chunk = 0
    with stores.cheap():
        while outcome.tried < number and len(outcome.faults) < MOST_TOLD:
            here = place / f"{name}{chunk}"
            here.mkdir(parents=True)
            with _remembering(here / "config"), targets.TARGETS[name](here) as take:
                _hand_over(name, chunk, min(_CHUNK, number - outcome.tried), take, here, outcome)
            chunk += 1
    return outcome


def _remembering(folder: Path) -> AbstractContextManager[object]:
    """What the computer remembers of a store is to lie in its place too, and counts as nothing that lies outside."""
    return patch.dict(os.environ, {"XDG_CONFIG_HOME": str(folder)})


def _hand_over(name: str, chunk: int, number: int, take: targets.Take, here: Path, outcome: Outcome) -> None:
    """Up to so many inputs; fewer where one fails, since it is shrunk then, and told once."""
    failed = b""

    @seed(f"{name} {chunk}")
    @settings(
        max_examples=number,
        database=None,
        deadline=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
    )
    @given(_INPUTS)
    def once(given: bytes) -> None:
        nonlocal failed
        try:
            outcome.note(_once(take, given, here))
        except Exception:
            failed = given
            raise

    try:
        once()
    except Exception as error:
        outcome.note("fault")
        outcome.fault(f"{name} {failed.hex()}: {error!r}"[:1500])


def _once(take: targets.Take, given: bytes, here: Path) -> str:
    began = time.monotonic()
    with watching(here) as outside:
        try:
            found = take(Dice(given))
        except Refusal:
            found = "refused"
    if outside:
        raise Fault(f"touched {outside[0]}")
    if (took := time.monotonic() - began) > _LONGEST_S:
        raise Fault(f"took {took:.0f} s")
    return found


@contextmanager
def watching(here: Path) -> Iterator[list[str]]:
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


def main(name: str, given: bytes, place: Path) -> None:
    """One input again, with whatever it raises."""
    with stores.cheap(), targets.TARGETS[name](place) as take:
        sys.stdout.write(f"{_once(take, given, place)}\n")


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        main(sys.argv[1], bytes.fromhex(sys.argv[2]), Path(folder))
