"""Attachments that a medium has held for long, read again in turns: a stick that rots is told before it is needed.

Each backup reads some of them, whatever was read longest ago first, and what closing a store waits for is little. One
that is no longer as it was copied is copied again from the store, where the store still has it as it was. Where nobody
noted how it was copied, the one that opens with its key is the good one.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from snhr_desktop.store.backups import carrying
from snhr_desktop.store.identity import now

SHORT, LONG = 64 << 20, 1 << 30
"""Bytes that are read again when a store is closed, and else; then one file at least, however large."""


@dataclass(frozen=True)
class Held:
    """`digests` are the SHA-256 of each encrypted file and when it was last read there (UTC), by path inside their
    folder; `spoilt` are those that were not as they had been copied.
    """

    digests: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    spoilt: tuple[str, ...] = ()


def read_again(
    places: tuple[Path, Path], names: Mapping[str, int], known: Mapping[str, tuple[str, str]],
    most: int, go_on: Callable[[], None], reads: Callable[[Path, str], bool],
) -> Held:  # fmt: skip
    """Read some files of the second folder again, and copy those that are spoilt from the first; `known` is what is
    known of them, and `reads` whether a file in a folder opens with its key to its end. At most `most` bytes are read,
    with `LONG` one file at least.

    Raises `OSError`, `BackupDiffers` where a file cannot be copied again as it is, and what `go_on` raises.
    """
    store, there = places
    digests = {name: known[name] for name in names if name in known}
    spoilt: list[str] = []
    read = 0
    for name in sorted(names, key=lambda one: (digests.get(one, ("", ""))[1], one)):
        if read + names[name] > most and (most < LONG or read):
            continue
        read += names[name]
        have = carrying.digest(there / name, go_on)
        said = digests.get(name, ("", ""))[0] or carrying.digest(store / name, go_on)
        if have != said and name not in digests and reads(there, name):
            said = have  # the store's own is the rotten one: its check tells that
        if have != said:
            spoilt.append(name)
            if carrying.digest(store / name, go_on) != said or not (name in digests or reads(store, name)):
                continue  # the store has it no better: its own check tells that
            carrying.copy(store / name, there / name, go_on)
        digests[name] = (said, now())
    return Held(digests, tuple(spoilt))
