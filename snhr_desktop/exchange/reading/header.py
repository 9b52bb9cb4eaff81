"""Which line of a table names its columns, and names for all of them that are told apart.

A banner, the agency's name or notes may stand above. Cells merged over several columns are a level above the names:
they lend their name to a column without one, and part columns that would share one. A line of HXL tags stands right
below the names.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

LOOKED_AT = 25
"""How many of the first lines may stand above the header."""
Line = tuple[int, Sequence[object]]
"""The number of a line, from 1, as a person sees it, and its cells."""
Merged = tuple[int, int, int, int]
"""First row, first column, last row, last column of merged cells, from 1."""
_UNSEEN = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Signs that turn or join text and are not seen: they come along where a header was copied, and name nothing."""
_TAG = re.compile(r"#[A-Za-z][\w]*(\s*\+\s*[A-Za-z]\w*)*\s*")


@dataclass(frozen=True)
class Header:
    """The row that names the columns, and their names by place; blank names are no columns.

    `first` is the place among the lines of the first that is a record. `tags_at` is the row of the HXL tags, 0 where
    there is none; `tags` are these by column. `nameless` are columns named by their place.
    """

    row: int
    first: int
    names: Sequence[str]
    renamed: Sequence[str] = ()
    positions: dict[str, int] = field(default_factory=dict)
    tags_at: int = 0
    tags: dict[str, str] = field(default_factory=dict)
    nameless: Sequence[str] = ()


def find_header(lines: Sequence[Line], chosen: int = 0, merged: Sequence[Merged] = ()) -> Header:
    """The header of a table by its first lines. `chosen` is its row; 0 leaves it to the lines.

    It is the line above the HXL tags, or else the first that fills most columns that other lines fill, and names them
    with words: titles above it fill one or two cells, or say something after a colon, and data below it hold numbers.
    """
    if not lines:
        return Header(0, 0, ())
    at = _place(lines, chosen, merged)
    below = lines[at + 1 :]
    tags_at = below[0][0] if below and _is_tags(below[0][1]) else 0
    tags = [_name(cell) for cell in below[0][1]] if tags_at else []
    first = at + 1 + bool(tags_at)
    names = [name or tag for name, tag in zip_longest(_from_above(lines, at, merged), tags, fillvalue="")]
    names, nameless = _by_place(names, [cells for _, cells in lines[first:]])
    told, renamed = told_apart(names)
    positions = {name: place for place, name in enumerate(told, 1) if name}
    hints = {name: tag for name, tag in zip(told, tags, strict=False) if name and tag}
    return Header(lines[at][0], first, told, renamed, positions, tags_at, hints, nameless)


def told_apart(names: Sequence[str]) -> tuple[list[str], list[str]]:
    """Names told apart, and those changed for it: a later column of the same name becomes “name (2)”."""
    told: list[str] = []
    taken: set[str] = set()
    counts: dict[str, int] = {}
    renamed = []
    for name in names:
        other = name
        while other and other in taken:
            counts[name] = counts.get(name, 1) + 1
            other = f"{name} ({counts[name]})"
        if other != name:
            renamed.append(other)
        taken.add(other)
        told.append(other)
    return told, renamed


def letters(position: int) -> str:
    """The letters of a column of a sheet: 1 is A, 27 is AA."""
    rest, name = position, ""
    while rest:
        rest, digit = divmod(rest - 1, 26)
        name = chr(65 + digit) + name
    return name


def _place(lines: Sequence[Line], chosen: int, merged: Sequence[Merged]) -> int:
    by_choice = next((at for at, (row, _) in enumerate(lines) if chosen and row >= chosen), None)
    if by_choice is not None:
        return by_choice
    by_tags = next((at - 1 for at, (_, cells) in enumerate(lines) if at and _is_tags(cells)), None)
    return _likeliest(lines, merged) if by_tags is None else by_tags


def _likeliest(lines: Sequence[Line], merged: Sequence[Merged]) -> int:
    looked = lines[:LOOKED_AT]
    spread = {row for row, first, _, last in merged if last > first}
    expected = _expected(looked)
    for at, (row, line) in enumerate(looked):
        if (
            at + 1 < len(looked)
            and _is_worded(below := looked[at + 1][1])
            and (row in spread or (_is_said_with_colons(line) and _filled(below) >= _filled(line)))
        ):
            continue  # a level above the names, or what is told of the whole table
        if _filled(line) * 2 > expected and _is_worded(line):
            return at
    return next((at for at, (_, line) in enumerate(looked) if _filled(line)), 0)


def _expected(lines: Sequence[Line]) -> int:
    """How many cells the fullest line fills; of narrow tables, where a title is as wide, how many most lines do."""
    counts = Counter(_filled(line) for _, line in lines)
    widest = max(counts)
    return widest if widest > 2 else max(counts, key=lambda filled: (counts[filled], filled))


def _is_said_with_colons(line: Sequence[object]) -> bool:
    return any(_name(cell).endswith(":") for cell in line)


def _from_above(lines: Sequence[Line], at: int, merged: Sequence[Merged]) -> list[str]:
    """The names of a line, blank ones from the merged cell above them, shared ones with that before theirs."""
    row, cells = lines[at]
    names = [_name(cell) for cell in cells]
    above: dict[int, str] = {}
    said = dict(lines[:at])
    for top, left, bottom, right in merged:
        line = said.get(top, ())
        is_level = bottom >= row or top == row - 1 or bottom == row - 1
        if top < row and is_level and left <= len(line) and (name := _name(line[left - 1])):
            above.update(dict.fromkeys(range(left, right + 1), name))
    names += [""] * (max(above, default=0) - len(names))
    shared = {name for name in names if name and names.count(name) > 1} if above else set()
    return [
        f"{above[place]}: {name}" if name in shared and place in above else name or above.get(place, "")
        for place, name in enumerate(names, 1)
    ]


def _by_place(names: list[str], below: Sequence[Sequence[object]]) -> tuple[list[str], list[str]]:
    """Names for columns that have none, where most lines say something in them; in others it is a slip."""
    nameless = []
    for at, name in enumerate(names):
        said = sum(1 for line in below if at < len(line) and _name(line[at]))
        if not name and said * 2 > len(below):
            names[at] = f"[{letters(at + 1)}]"
            nameless.append(names[at])
    return names, nameless


def _is_tags(line: Sequence[object]) -> bool:
    said = [name for cell in line if (name := _name(cell))]
    return bool(said) and all(_TAG.fullmatch(name) for name in said)


def _filled(line: Sequence[object]) -> int:
    return sum(1 for cell in line if _name(cell))


def _is_worded(line: Sequence[object]) -> bool:
    """Whether most of its cells hold a word: text that is not just a number."""
    worded = sum(1 for cell in line if isinstance(cell, str) and any(sign.isalpha() for sign in cell))
    return worded * 2 > _filled(line)


def _name(cell: object) -> str:
    return " ".join(_UNSEEN.sub("", str(cell)).split()) if cell is not None else ""
