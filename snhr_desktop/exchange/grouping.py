"""The rows of each record of a file, in the order in which records first appear, in memory that the file cannot fill.

Rows of one record usually stand next to each other and are grouped as they stream. Where they do not, the file is read
several times, and each time the rows of the next records are picked out of it: no row is ever put aside on the disk.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from snhr_desktop.exchange.reading import Row

HELD = 20_000
"""Rows that are held at once where the rows of a record are scattered over the file."""

Rows = Callable[[], Iterator[Row]]
KeyOf = Callable[[Row], str]


def groups_of(rows: Rows, key_of: KeyOf, held: int = HELD) -> Iterator[Sequence[Row]]:
    """The rows of each record. `rows` reads the file from its start, and may be called again."""

    def name(row: Row) -> bytes:
        return _name(key_of, row)

    counts, scattered = _counted(rows, name)
    if not scattered:
        for _, group in groupby(rows(), name):
            yield tuple(group)
        return
    for wanted in _portions(counts, held):
        yield from _picked(rows, name, wanted)


def _name(key_of: KeyOf, row: Row) -> bytes:
    """A few bytes for a key; a row that has none is a record of its own."""
    key = key_of(row) or f"\n{row.number}"
    return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=12).digest()


def _counted(rows: Rows, name: Callable[[Row], bytes]) -> tuple[dict[bytes, int], bool]:
    """How many rows each record has, and whether any record has rows apart from each other."""
    counts: dict[bytes, int] = {}
    scattered, last = False, b""
    for row in rows():
        this = name(row)
        scattered = scattered or (this != last and this in counts)
        counts[this] = counts.get(this, 0) + 1
        last = this
    return counts, scattered


def _portions(counts: dict[bytes, int], held: int) -> Iterator[dict[bytes, int]]:
    """The records in their order, as many at a time as have together no more rows than may be held."""
    portion: dict[bytes, int] = {}
    rows = 0
    for name, count in counts.items():
        if portion and rows + count > held:
            yield portion
            portion, rows = {}, 0
        portion[name] = count
        rows += count
    if portion:
        yield portion


def _picked(rows: Rows, name: Callable[[Row], bytes], wanted: dict[bytes, int]) -> Iterator[Sequence[Row]]:
    found: dict[bytes, list[Row]] = {one: [] for one in wanted}
    left = sum(wanted.values())
    for row in rows():
        if (this := name(row)) in found:
            found[this].append(row)
            left -= 1
            if not left:
                break
    yield from found.values()
