"""Which line of a table names its columns, and names for all of them that are told apart."""

from collections.abc import Sequence
from dataclasses import dataclass, field

LOOKED_AT = 25
"""How many of the first lines may stand above the header: titles, the agency's name, notes."""


@dataclass(frozen=True)
class Header:
    """The line that names the columns, counted from 0, and their names by place; blank names are no columns."""

    at: int
    names: Sequence[str]
    renamed: Sequence[str] = ()
    positions: dict[str, int] = field(default_factory=dict)


def find_header(lines: Sequence[Sequence[object]], chosen: int = 0) -> Header:
    """The header of a table by its first lines. `chosen` counts from 1; 0 leaves it to the lines.

    It is the first line that fills most columns that the lines below fill, and names them with words: titles above it
    fill one or two cells, and data below it hold numbers.
    """
    at = chosen - 1 if 0 < chosen <= len(lines) else _likeliest(lines)
    return named(at, [_name(cell) for cell in lines[at]] if lines else [])


def named(at: int, names: Sequence[str]) -> Header:
    """Names told apart: a later column of the same name becomes “name (2)”."""
    seen: dict[str, int] = {}
    told, renamed = [], []
    for name in names:
        if not name:
            told.append("")
            continue
        seen[name] = seen.get(name, 0) + 1
        other = name
        while other in told:
            other = f"{name} ({max(seen[name], 2)})"
            seen[name] += 1
        if other != name:
            renamed.append(other)
        told.append(other)
    positions = {name: place for place, name in enumerate(told, 1) if name}
    return Header(at, told, renamed, positions)


def _likeliest(lines: Sequence[Sequence[object]]) -> int:
    looked = lines[:LOOKED_AT]
    widest = max((_filled(line) for line in looked), default=0)
    for at, line in enumerate(looked):
        if (widest <= 2 or _filled(line) * 2 > widest) and _worded(line) * 2 > _filled(line):
            return at
    return next((at for at, line in enumerate(looked) if _filled(line)), 0)


def _filled(line: Sequence[object]) -> int:
    return sum(1 for cell in line if _name(cell))


def _worded(line: Sequence[object]) -> int:
    """How many cells hold a word: text that is not just a number."""
    return sum(1 for cell in line if isinstance(cell, str) and any(sign.isalpha() for sign in cell))


def _name(cell: object) -> str:
    return " ".join(str(cell).split()) if cell is not None else ""
