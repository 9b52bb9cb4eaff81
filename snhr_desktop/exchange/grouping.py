"""The rows of each record of a file, in the order in which records first appear, in memory that the file cannot fill.

Rows of one record usually stand next to each other and are grouped as they stream. Where they do not, the file is read
several times, and each time the rows of the next records are picked out of it: no row is ever put aside on the disk.
"""

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from sys import getsizeof

from snhr_desktop.exchange.names import Names
from snhr_desktop.exchange.reading import Row
from snhr_desktop.exchange.refusals import TOO_MANY_ROWS, UnreadableFile

HELD = 48 << 20
"""Bytes of rows that are held at once where the rows of a record are scattered over the file."""
MOST = 48 << 20
"""Bytes of rows that one record may have: some fifty thousand rows, which no incident has."""
_AT_ONCE = 8 << 20
"""Bytes of rows whose records are converted, planned and saved together."""

Rows = Callable[[], Iterator[Row]]
KeyOf = Callable[[Row], str]


def groups_of(rows: Rows, key_of: KeyOf, file: str, held: int = HELD) -> Iterator[Sequence[Row]]:
    """The rows of each record. `rows` reads the file, whose name is `file`, from its start, and may be called again.

    Raises `UnreadableFile` where one record has more rows than can be held.
    """
    name = _naming(key_of)
    numbers, weights, scattered = _weighed(rows, name, file)
    if not scattered:
        del numbers, weights
        yield from groups_in_order(rows, key_of)
        return
    for first, last in _portions(weights, held):
        yield from _picked(rows, lambda row: numbers.find(name(row)), first, last)


def groups_in_order(rows: Rows, key_of: KeyOf) -> Iterator[Sequence[Row]]:
    """The rows of each record of a file of which it is known that they stand next to each other."""
    for _, group in groupby(rows(), _naming(key_of)):
        yield tuple(group)


def is_in_order(rows: Rows, key_of: KeyOf, file: str) -> bool:
    """Whether the rows of each record of a file stand next to each other. Raises `UnreadableFile` as `groups_of`."""
    numbers, name, last, weight = Names(), _naming(key_of), -1, 0
    for row in rows():
        before, this = len(numbers), numbers.number(name(row))
        if this < before and this != last:
            return False
        weight = weight_of(row) + (weight if this == last else 0)
        _ensure_held(weight, file, row, name)
        last = this
    return True


def _naming(key_of: KeyOf) -> KeyOf:
    """What tells the records apart: a row without a key is one of its own."""
    return lambda row: key_of(row) or f"\n{row.number}"


def some_at_a_time(groups: Iterator[Sequence[Row]], most: int) -> Iterator[list[Sequence[Row]]]:
    """The rows of so many records together, or of fewer where they are long."""
    some: list[Sequence[Row]] = []
    weight = 0
    for group in groups:
        some.append(group)
        weight += sum(map(weight_of, group))
        if len(some) >= most or weight >= _AT_ONCE:
            yield some
            some, weight = [], 0
    if some:
        yield some


def weight_of(row: Row) -> int:
    """About how many bytes a row takes."""
    weight = _weight(row.cells)
    return weight + sum(_weight(one) for listed in row.lists.values() for one in listed) if row.lists else weight


def _weight(value: object) -> int:
    if isinstance(value, str):  # nearly all are: asked first, since to ask for what is abstract takes its time
        return getsizeof(value)
    if isinstance(value, Mapping):
        return getsizeof(value) + sum(map(_weight, value.values()))
    if isinstance(value, list):
        return getsizeof(value) + sum(map(_weight, value))
    return getsizeof(value)


def _weighed(rows: Rows, name: KeyOf, file: str) -> tuple[Names, "array[int]", bool]:
    """The number of each record and the weight of its rows, and whether any has rows apart from each other."""
    numbers, weights = Names(), array("L")
    scattered, last = False, -1
    for row in rows():
        this = numbers.number(name(row))
        if this == len(weights):
            weights.append(0)
        elif this != last:
            scattered = True
        weights[this] += weight_of(row)
        _ensure_held(weights[this], file, row, name)
        last = this
    return numbers, weights, scattered


def _ensure_held(weight: int, file: str, row: Row, name: KeyOf) -> None:
    if weight > MOST:
        raise UnreadableFile(file, TOO_MANY_ROWS, key=name(row)[:80])


def _portions(weights: Sequence[int], held: int) -> Iterator[tuple[int, int]]:
    """First and last of the records that are picked together: as many as have no more than may be held."""
    first, weight = 0, 0
    for number, more in enumerate(weights):
        if number > first and weight + more > held:
            yield first, number - 1
            first, weight = number, 0
        weight += more
    if weights:
        yield first, len(weights) - 1


def _picked(rows: Rows, number_of: Callable[[Row], int], first: int, last: int) -> Iterator[Sequence[Row]]:
    found: list[list[Row]] = [[] for _ in range(first, last + 1)]
    for row in rows():
        if first <= (this := number_of(row)) <= last:
            found[this - first].append(row)
    yield from found
