"""The Unicode Bidirectional Algorithm (UAX #9, Unicode 15): which way every character of a paragraph runs.

For the line breaker, which needs levels rather than a reordered string: lines are broken in logical order and only
then reordered. Verified against the whole of Unicode's BidiCharacterTest.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from .bidi_explicit import first_strong, resolve_explicit
from .bidi_rules import CLASS_LETTERS, resolve_sequence


class _ClassOfCodePoint(dict[int, str]):
    """Code point -> class letter, looked up once per code point; a table for `str.translate`."""

    def __missing__(self, code_point: int) -> str:
        letter = CLASS_LETTERS[unicodedata.bidirectional(chr(code_point))]
        self[code_point] = letter
        return letter


_LETTERS: Final = _ClassOfCodePoint()
_has_controls: Final = re.compile("[ijkpxyXYz]").search
_STEP: Final = (str.maketrans("LRNE", "\0\1\2\2"), str.maketrans("RLNE", "\1\2\2\2"))
"""Resolved types -> levels, in a paragraph of level 0 and of level 1 (I1 and I2)."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """Levels of a paragraph: even runs left to right, odd right to left."""

    levels: bytes
    base: int
    classes: str


def paragraph_level(text: str, default: int = 0) -> int:
    """Level 0 or 1 by the first strong character (P2, P3); `default` for a text that has none."""
    classes = text.translate(_LETTERS)
    level = first_strong(classes, 0, len(classes))
    return default if level is None else level


def resolve(text: str, base: int | None = None) -> Resolved:
    """Levels of one paragraph; `base` is 0 (left to right), 1 (right to left) or None (by its first strong letter)."""
    classes = text.translate(_LETTERS)
    if base is None:
        base = first_strong(classes, 0, len(classes)) or 0
    if _has_controls(classes):
        return Resolved(resolve_explicit(text, classes, base), base, classes)
    if "b" in classes:
        return Resolved(_resolve_around_ignored(text, classes, base), base, classes)
    return Resolved(_resolve_plain(text, classes, base), base, classes)


def _resolve_plain(text: str, classes: str, base: int) -> bytes:
    edge = "R" if base else "L"
    return resolve_sequence(classes, text, base, edge, edge).translate(_STEP[base]).encode("latin-1")


def _resolve_around_ignored(text: str, classes: str, base: int) -> bytes:
    """X9: boundary-neutral characters are left out and take the level of the character before them."""
    kept = [at for at, letter in enumerate(classes) if letter != "b"]
    plain = _resolve_plain("".join([text[at] for at in kept]), "".join([classes[at] for at in kept]), base)
    levels = bytearray(len(text))
    following = iter(plain)
    level = base
    for at, letter in enumerate(classes):
        if letter != "b":
            level = next(following)
        levels[at] = level
    return bytes(levels)


def line_levels(resolved: Resolved, start: int, end: int) -> bytes:
    """Rule L1 for the line [start, end): separators and trailing white space return to the paragraph's level."""
    levels = bytearray(resolved.levels[start:end])
    trailing = True
    for at in range(end - start - 1, -1, -1):
        letter = resolved.classes[start + at]
        if letter in "Bs":
            levels[at] = resolved.base
            trailing = True
        elif letter in "wijkpbxyXYz":
            if trailing:
                levels[at] = resolved.base
        else:
            trailing = False
    return bytes(levels)


def visual_order(levels: bytes | list[int]) -> list[int]:
    """Rule L2: the logical indices in the order in which they stand from left to right."""
    order = list(range(len(levels)))
    odd = [level for level in levels if level & 1]
    if not odd:
        return order
    for level in range(max(levels), min(odd) - 1, -1):
        start = 0
        while start < len(order):
            if levels[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end
    return order
