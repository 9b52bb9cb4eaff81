"""Hostile input in great numbers: nothing but the declared refusals, and no file written outside its folder.

Hypothesis makes the inputs, as bytes that every choice of a target is read from, and shrinks what fails.
`make torture ARGS=fuzz` for all of it; an input is told by the name of its target and its bytes, and handed over again
by `python -m tests.torture.fuzzing TARGET HEX`.
"""

import os
import sys
import time
from contextlib import AbstractContextManager
from pathlib import Path
from unittest.mock import patch

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from snhr_desktop.errors import Refusal
from tests.torture import stores, targets
from tests.torture.dice import Dice
from tests.torture.outcome import MOST_TOLD, Outcome
from tests.torture.watching import Fault, watching

_CHUNK = 2000
"""Inputs after which a target and hypothesis begin anew, so that what they remember does not grow for ever."""
_INPUTS = st.binary(min_size=16, max_size=512)
_LONGEST_S = 20


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


def main(name: str, given: bytes, place: Path) -> None:
    """One input again, with whatever it raises."""
    with stores.cheap(), targets.TARGETS[name](place) as take:
        sys.stdout.write(f"{_once(take, given, place)}\n")


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        main(sys.argv[1], bytes.fromhex(sys.argv[2]), Path(folder))
