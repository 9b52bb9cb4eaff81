"""The recovery code as people copy it: in lines of two groups, each with a check sign that finds a mistake.

The check sign of a line is no part of the code. It is computed over the field of 32 elements, one for each sign of the
alphabet: any one sign that is wrong, any two that changed places and any two lines that did are found.
"""

from typing import NamedTuple

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: no I, L, O or U."""
LENGTH, GROUP, ON_A_LINE = 32, 4, 2
_LINE = GROUP * ON_A_LINE
_FORGIVEN = str.maketrans("ILO", "110", " -–—·|\t\n\r\u00a0\u200e\u200f\u2066\u2069")
_OVERFLOW, _POLYNOMIAL = 0b100000, 0b100101  # x^5 + x^2 + 1


class Line(NamedTuple):
    """A line of the sheet: its groups, and the sign that checks them."""

    groups: tuple[str, ...]
    check: str


def lines(code: str) -> tuple[Line, ...]:
    """The lines of a code."""
    signs = code.translate(_FORGIVEN)
    rows = (signs[start : start + _LINE] for start in range(0, len(signs), _LINE))
    return tuple(Line(groups(row), _check(at, row)) for at, row in enumerate(rows, 1))


def groups(code: str) -> tuple[str, ...]:
    """The groups of four of a code, or of a line of it."""
    signs = code.translate(_FORGIVEN)
    return tuple(signs[start : start + GROUP] for start in range(0, len(signs), GROUP))


def signs_of(typed: str) -> str:
    """What was typed as signs of the alphabet, forgiving case, spaces and look-alike letters."""
    return typed.upper().translate(_FORGIVEN)


def without_checks(typed: str) -> str:
    """The code alone, where it was copied with the signs that check its lines; anything else as it is."""
    rows = _checked_rows(typed)
    return "".join(row[:_LINE] for row in rows) if rows and not mistaken(typed) else typed


def mistaken(typed: str) -> tuple[int, ...]:
    """The lines, from 1, that were not copied as they stand, where their check signs were copied too."""
    return tuple(at for at, row in enumerate(_checked_rows(typed), 1) if _check(at, row[:_LINE]) != row[_LINE])


def _checked_rows(typed: str) -> list[str]:
    """The lines of a code that was copied with its check signs; none where something else was typed."""
    signs, long = signs_of(typed), _LINE + 1
    if len(signs) != LENGTH // _LINE * long or not set(signs) <= set(ALPHABET):
        return []
    return [signs[start : start + long] for start in range(0, len(signs), long)]


def _check(number: int, row: str) -> str:
    found = number
    for sign in row:
        found = (found ^ ALPHABET.index(sign)) << 1
        found ^= _POLYNOMIAL if found & _OVERFLOW else 0
    return ALPHABET[found]
