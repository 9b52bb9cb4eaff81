"""The rows on a page of a table, as the format of SQLite's files has them; and which pages hang on which."""

import struct
from collections.abc import Callable, Iterator
from typing import Any

from snhr_desktop.store.sealed_pages import USABLE

INNER_INDEX, INNER_TABLE, LEAF_TABLE = 2, 5, 13
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_HEAD = 100
_LEAST = (USABLE - 12) * 32 // 255 - 23

Read = Callable[[int], bytes | None]
Row = tuple[int, tuple[Any, ...]]
"""Row number, and the values that stand in the row."""


def kind(page: bytes, number: int) -> int:
    """Which kind of page it is, by its first byte."""
    return page[_HEAD if number == 1 else 0]


def below(page: bytes, number: int) -> Iterator[int]:
    """The pages that hang on an inner page."""
    start = _HEAD if number == 1 else 0
    if page[start] in (INNER_TABLE, INNER_INDEX):
        yield int.from_bytes(page[start + 8 : start + 12], "big")
        for cell in _cells(page, start, 12):
            yield int.from_bytes(page[cell : cell + 4], "big")


def rows(page: bytes, read: Read) -> Iterator[Row | None]:
    """The rows of a leaf of a table, read to the end of long ones; None for each that does not read."""
    for cell in _cells(page, 0, 8):
        try:
            yield _row(page, cell, read)
        except (ValueError, IndexError):
            yield None


def _cells(page: bytes, start: int, head: int) -> Iterator[int]:
    for number in range(int.from_bytes(page[start + 3 : start + 5], "big")):
        at = start + head + 2 * number
        yield int.from_bytes(page[at : at + 2], "big")


def _row(page: bytes, at: int, read: Read) -> Row:
    size, at = _varint(page, at)
    number, at = _varint(page, at)
    return number, _values(_payload(page, at, size, read))


def _payload(page: bytes, at: int, size: int, read: Read) -> bytes:
    if size <= USABLE - 35:
        return page[at : at + size]
    here = _LEAST + (size - _LEAST) % (USABLE - 4)
    if here > USABLE - 35:
        here = _LEAST
    parts, have = [page[at : at + here]], here
    following = int.from_bytes(page[at + here : at + here + 4], "big")
    while have < size:
        more = read(following) if following else None
        if more is None:
            raise ValueError
        parts.append(more[4 : 4 + size - have])
        have += len(parts[-1])
        following = int.from_bytes(more[:4], "big")
    return b"".join(parts)


def _values(record: bytes) -> tuple[Any, ...]:
    end, at = _varint(record, 0)
    kinds = []
    while at < end:
        found, at = _varint(record, at)
        kinds.append(found)
    values = []
    for found in kinds:
        size = _size(found)
        if at + size > len(record):
            raise ValueError
        values.append(_value(found, record[at : at + size]))
        at += size
    return tuple(values)


def _size(found: int) -> int:
    if found >= 12:
        return (found - 12) // 2
    return 8 if found == 7 else _INTEGERS.get(found, 0)


def _value(found: int, content: bytes) -> Any:
    if found in _INTEGERS:
        return int.from_bytes(content, "big", signed=True)
    if found == 7:
        return struct.unpack(">d", content)[0]
    if found in (8, 9):
        return found - 8
    if found >= 12:
        return content.decode() if found % 2 else content
    return None


def _varint(content: bytes, at: int) -> tuple[int, int]:
    found = 0
    for place in range(8):
        byte = content[at + place]
        found = found << 7 | byte & 0x7F
        if byte < 0x80:
            return found, at + place + 1
    found = found << 8 | content[at + 8]
    return found - (1 << 64) if found >> 63 else found, at + 9
