"""kill -9 at random moments of acts: nothing acknowledged is lost, nothing is half, the store verifies clean."""

import json
import multiprocessing
import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.torture import acts, stores
from tests.torture.outcome import Outcome

_TRIES = 20
"""Times that an act is begun anew which ends before the moment it was to be killed at."""
_FORK = multiprocessing.get_context("fork")


def torture(place: Path, names: tuple[str, ...], kills: int, seed: int = 1) -> list[Outcome]:
    """Kill each act so often."""
    outcomes = [Outcome(f"kill -9: {name}") for name in names]
    with stores.cheap():
        acts.prepare()
        template = place / "template"
        stores.make(template / "office.snhr", stores.INCIDENTS)
        for outcome, name in zip(outcomes, names, strict=True):
            dice = random.Random(f"{seed} {name}")
            for number in range(kills):
                here = place / f"{name}{number}"
                for _ in range(_TRIES):
                    shutil.copytree(template, here)
                    stores.forget_what_was_seen(here)
                    killed = _once(here / "office.snhr", acts.ACTS[name], dice, outcome)
                    shutil.rmtree(here)
                    if killed:
                        break
                else:
                    outcome.fault(f"ended before it was killed, {_TRIES} times in a row")
    return outcomes


def _once(folder: Path, act: acts.Act, dice: random.Random, outcome: Outcome) -> bool:
    """Whether it was killed: an act that came to its end before counts as none, and is held to the same."""
    lines = folder.parent / "told"
    lines.touch()
    child = _FORK.Process(target=_run, args=(act.run, folder, lines))
    child.start()
    moment = dice.uniform(0.005, act.lasts)
    time.sleep(moment)
    os.kill(child.pid or 0, signal.SIGKILL)
    child.join()
    if child.exitcode not in (-signal.SIGKILL, 0):
        outcome.fault(f"the act ended by itself: {child.exitcode}")
    killed = child.exitcode == -signal.SIGKILL
    told = [json.loads(line) for line in lines.read_text(encoding="ascii").splitlines(keepends=True) if "]\n" in line]
    try:
        wrong = act.check(folder, told)
    except Exception as error:
        wrong = [repr(error)]
    for what in wrong:
        outcome.fault(f"killed after {moment:.4f} s: {what}")
    if killed:
        outcome.note("killed after something was acknowledged" if told else "killed before anything was acknowledged")
    outcome.found["acknowledged"] += len(told)
    return killed


def _run(run: Callable[[Path, acts.Say], None], folder: Path, lines: Path) -> None:
    """In the child: each line is out before anything else happens."""
    out = os.open(lines, os.O_WRONLY | os.O_APPEND)

    def say(*told: Any) -> None:
        os.write(out, (json.dumps(told) + "\n").encode("ascii"))

    run(folder, say)
