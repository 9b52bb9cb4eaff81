"""Wrong tries at a store: each makes the next one wait longer, and a number of them may destroy the keyslots.

The count that slows is kept in a file beside the keyslots, so that it outlives a restart and goes where the store
goes. Whoever copies the folder, sets the clock or takes the write permission away evades it: what holds then is the
cost of each guess. It slows somebody who sits at this machine. The limit and the count that destroy are kept elsewhere
(`limits`): the folder says nothing that is believed for that.
"""

import json
import math
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from snhr_desktop.errors import KeysDestroyed, LastTries, PassphraseTaken, StoreBusy, TriedTooSoon, WrongPassphrase
from snhr_desktop.store import files, keyslots, limits, turns

FILE_NAME = "attempts.json"
PAUSES: tuple[float, ...] = (1, 2, 4, 8, 16, 32, 60)
"""Seconds to wait after the first wrong try, the second, and so on; the last for every later one."""
LONGEST = 30.0
"""Seconds that a try waits for those of others to be told."""


@dataclass(frozen=True)
class Attempts:
    """Wrong tries since the store was last opened, and when the last was, in seconds since 1970."""

    wrong: int = 0
    last: float = 0.0

    def wait(self, now: float) -> float:
        """Seconds until the next try.

        None where the clock stands before the last one: that try itself begins the pause anew, by this clock. Whoever
        waited for the other clock would wait for ever.
        """
        if not self.wrong or now < self.last:
            return 0.0
        return max(0.0, self.last + PAUSES[min(self.wrong, len(PAUSES)) - 1] - now)


def attempts(folder: Path) -> Attempts:
    """What is known of wrong tries; none where the file is not there or says nothing that can be read."""
    try:
        raw = json.loads((folder / FILE_NAME).read_bytes()[:1000])
        found = Attempts(int(raw["wrong"]), float(raw["last"]))
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return Attempts()
    return found if found.wrong >= 0 and math.isfinite(found.last) else Attempts()


def ensure_may_try(folder: Path) -> None:
    """Raise `TriedTooSoon` while the pause after a wrong try lasts."""
    left = _by_this_clock(folder).wait(time.time())
    if left > 0:
        raise TriedTooSoon(seconds=math.ceil(left))


def _by_this_clock(folder: Path) -> Attempts:
    """What is known of wrong tries. Where the clock was set back since, or a flat battery did, the pause begins anew.

    That is written down, so that it ends; where nothing can be written there is none.
    """
    found, now = attempts(folder), time.time()
    if found.last <= now:
        return found
    anew = replace(found, last=now)
    try:
        _write(folder, anew)
    except OSError:
        return Attempts()
    return anew


def _write(folder: Path, known: Attempts) -> None:
    files.replace_file(folder / FILE_NAME, json.dumps(asdict(known)).encode())


@contextmanager
def counted(folder: Path, *, opened: bool = False, destroys: bool = True) -> Iterator[None]:
    """Around whatever tells whether a passphrase opens something: a wrong one is counted, and none is tried too soon.

    So is one that turns out to be another user's. With the store `opened` already, or where nothing `destroys`, no keys
    are ever destroyed: whoever is in may mistype. Others who try wait until it is told. Raises `TriedTooSoon`,
    `StoreBusy` where it is never told, and what `note_wrong` returns.
    """
    with _alone(folder):
        ensure_may_try(folder)
        try:
            yield
        except WrongPassphrase:
            raise note_wrong(folder, opened=opened, destroys=destroys) from None
        except PassphraseTaken:
            note_wrong(folder, opened=opened, destroys=destroys)
            raise


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    with ExitStack() as turn:
        try:
            turn.enter_context(turns.alone(folder, LONGEST))
        except TimeoutError:
            raise StoreBusy from None
        yield


def note_wrong(folder: Path, *, opened: bool = False, destroys: bool = True) -> WrongPassphrase | KeysDestroyed:
    """Count a wrong try and return what is to be raised; at the limit the keyslots are destroyed. 0 is no limit.

    In a store that is `opened` the last try is always left; without `destroys` none counts towards the limit.
    """
    now = Attempts(attempts(folder).wrong + 1, time.time())
    with suppress(OSError):  # where nothing can be written, nothing can be counted
        _write(folder, now)
    known = limits.of(folder) if destroys else limits.Tries()
    if not known.limit:
        return WrongPassphrase()
    wrong = min(known.wrong + 1, known.limit - 1) if opened else known.wrong + 1
    limits.count(folder, wrong)
    if opened:
        return WrongPassphrase()
    if wrong >= known.limit:
        keyslots.destroy(folder)
        return KeysDestroyed(name=folder.name)
    return LastTries(left=known.limit - wrong)


def forget(folder: Path) -> None:
    """Begin to count anew, since the store was opened: before others may try."""
    limits.count(folder, 0)
    with suppress(OSError):
        (folder / FILE_NAME).unlink(missing_ok=True)
