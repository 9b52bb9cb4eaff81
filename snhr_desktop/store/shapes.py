"""Boundaries as bytes: as they came, and once more as they are drawn, which nobody then waits for."""

import json
import sys
import zlib
from array import array
from collections.abc import Iterable, Mapping
from itertools import pairwise

from snhr_desktop.domain.places import Level, Shape, Shapes

DRAWN_STEP = 1_000
"""Millionths of a degree: 100 m, less than a hair on a map of one governorate on A4."""
COUNTRY_STEP = 5_000
"""500 m, a third of a point on a map of the whole country on A4."""
_FORM, _SIZE = b"\2", 4
"""A first form was JSON, which begins otherwise."""


def pack(shapes: Shapes) -> bytes:
    """All of it: what is drawn, then the whole."""
    thin = _packed(snapped(shapes, DRAWN_STEP))
    return _FORM + len(thin).to_bytes(_SIZE, "little") + thin + _packed(shapes)


def drawn(packed: bytes) -> Shapes:
    """What is drawn."""
    if not packed.startswith(_FORM):
        return snapped(whole(packed), DRAWN_STEP)
    return _opened(packed[1 + _SIZE : _end(packed)])


def whole(packed: bytes) -> Shapes:
    """As it came."""
    if packed.startswith(_FORM):
        return _opened(packed[_end(packed) :])
    said = json.loads(zlib.decompress(packed))
    return {Level(level): {code: Shape.of(rings) for code, rings in codes.items()} for level, codes in said.items()}


def laid(versions: Iterable[tuple[str, Shapes]]) -> dict[Level, dict[str, tuple[int, Shape]]]:
    """What versions of packs draw together, the latest first, each with the name of its pack.

    The latest version of a pack that draws a level draws it whole. Of several packs the later goes before the other
    code by code. Beside each outline stands which version it is of, counted from 0.
    """
    found: dict[Level, dict[str, tuple[int, Shape]]] = {}
    drawn_by: set[tuple[str, Level]] = set()
    for number, (name, by_level) in enumerate(versions):
        for level, by_code in by_level.items():
            if by_code and (name, level) not in drawn_by:
                drawn_by.add((name, level))
                before = found.get(level, {})
                found[level] = before | {code: (number, one) for code, one in by_code.items() if code not in before}
    return found


def snapped(shapes: Shapes, step: int) -> Shapes:
    """On a grid; what is smaller than its squares is left out."""
    found = {level: {code: one.snapped(step) for code, one in codes.items()} for level, codes in shapes.items()}
    return {level: {code: one for code, one in codes.items() if one.rings} for level, codes in found.items()}


def _end(packed: bytes) -> int:
    return 1 + _SIZE + int.from_bytes(packed[1 : 1 + _SIZE], "little")


def _packed(shapes: Shapes) -> bytes:
    sizes = {
        level: {code: [len(r) for r in one.rings] for code, one in codes.items()} for level, codes in shapes.items()
    }
    packing = zlib.compressobj()
    parts = [packing.compress(json.dumps(sizes, separators=(",", ":")).encode() + b"\n")]
    for ring in (ring for codes in shapes.values() for one in codes.values() for ring in one.rings):
        parts.append(packing.compress(_turned(ring).tobytes()))
    return b"".join((*parts, packing.flush()))


def _opened(packed: bytes) -> Shapes:
    head, _, rest = zlib.decompress(packed).partition(b"\n")
    numbers = array("i")
    numbers.frombytes(rest)
    numbers, at = _turned(numbers), 0
    sizes: Mapping[str, Mapping[str, list[int]]] = json.loads(head)
    found: dict[Level, dict[str, Shape]] = {}
    for level, codes in sizes.items():
        by_code = found[Level(level)] = {}
        for code, lengths in codes.items():
            edges = [at]
            edges += [at := at + length for length in lengths]
            by_code[code] = Shape(tuple(numbers[start:end] for start, end in pairwise(edges)))
    return found


def _turned(numbers: "array[int]") -> "array[int]":
    """Least byte first, or back from it."""
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers
