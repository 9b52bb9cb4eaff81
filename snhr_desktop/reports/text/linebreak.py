"""The Unicode Line Breaking Algorithm (UAX #14, Unicode 15.0): where a line may end, before any wish of our own.

Numbers are kept whole as in example 7 of its section 8.2, as Unicode's own test file expects. Verified against the
whole of that file (LineBreakTest). `breaking` adds what this engine does otherwise.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from .linebreak_classes import CLASS_OF

_HARD: Final = frozenset(("BK", "CR", "LF", "NL"))
_ALWAYS_HELD: Final = _HARD | {"SP", "ZW"}  # LB6, LB7
_NO_START: Final = frozenset(("WJ", "EX", "CL", "CP", "IS", "SY"))  # LB11, LB13
_OPENING: Final = frozenset(("OP", "OW"))
_HELD_OVER_SPACES: Final = {  # LB15-LB17
    "QU": _OPENING,
    "CL": frozenset(("NS",)),
    "CP": frozenset(("NS",)),
    "B2": frozenset(("B2",)),
}
_HOLDS_NEXT: Final = frozenset(("WJ", "GL", "QU", *_OPENING))  # LB11, LB12, LB14, LB19
_HELD: Final = frozenset(("BA", "HY", "NS", "IN"))  # LB21, LB22
_HYPHENS: Final = frozenset(("BA", "HY"))
_LETTERS: Final = frozenset(("AL", "HL"))
_IDEOGRAPHS: Final = frozenset(("ID", "XP", "EB", "EM"))
_SYLLABLES: Final = frozenset(("JL", "JV", "JT", "H2", "H3"))
_SIGNS: Final = frozenset(("PR", "PO"))
_BODY: Final = frozenset(("NU", "SY", "IS"))
_NONE: Final[frozenset[str]] = frozenset()
_HELD_AFTER: Final[dict[str, frozenset[str]]] = {  # LB17, LB21b, LB23-LB30b
    "AL": _LETTERS | _SIGNS | {"NU", "OP"},
    "HL": _LETTERS | _SIGNS | {"NU", "OP"},
    "NU": _LETTERS | {"OP"},
    "PR": _LETTERS | _IDEOGRAPHS | _SYLLABLES | {"NU"},
    "PO": _LETTERS | {"NU"},
    "CP": _LETTERS | {"NU"},
    "IS": _LETTERS,
    "SY": frozenset(("HL",)),
    "HY": frozenset(("NU",)),
    "B2": frozenset(("B2",)),
    "ID": frozenset(("PO",)),
    "XP": frozenset(("PO", "EM")),
    "EB": frozenset(("PO", "EM")),
    "EM": frozenset(("PO",)),
    "JL": frozenset(("JL", "JV", "H2", "H3", "PO")),
    "JV": frozenset(("JV", "JT", "PO")),
    "H2": frozenset(("JV", "JT", "PO")),
    "JT": frozenset(("JT", "PO")),
    "H3": frozenset(("JT", "PO")),
}

_stretches: Final = re.compile("[A-Za-z\u0621-\u063a\u0641-\u064a]+|[0-9]+|.", re.DOTALL).finditer
"""A text in stretches of one class that no rule parts (letters: LB28, digits: LB25) and single characters."""


class Unit(NamedTuple):
    """A stretch or a character, with the marks that follow it (LB9); `joined` to what is before it by LB8a."""

    start: int
    kind: str
    joined: bool


def units(text: str) -> list[Unit]:
    """The text by LB9 and LB10: a mark takes the class of what it stands on, and is a letter where it has nothing."""
    found: list[Unit] = []
    joined = False
    for match in _stretches(text):
        at = match.start()
        kind = CLASS_OF[text[at]]
        if kind in ("CM", "ZWJ"):
            if not found or found[-1].kind in _ALWAYS_HELD:
                found.append(Unit(at, "AL", joined))
        else:
            found.append(Unit(at, kind, joined))
        joined = kind == "ZWJ"
    return found


def breaks_after_space(tail: str, head: str) -> bool:
    """Whether a line may end at spaces between a character of class `tail` ("" for none) and one of class `head`."""
    if tail == "ZW" or head == "ZW":
        return head != "ZW"
    return head not in _NO_START and tail not in _OPENING and head not in _HELD_OVER_SPACES.get(tail, _NONE)


def opportunities(text: str) -> list[int]:
    """The positions inside a text, in order, at which a line may or must end."""
    return opportunities_between(units(text))


def opportunities_between(text: list[Unit]) -> list[int]:
    """The same for a text already in units."""
    found = []
    kinds = [unit.kind for unit in text]
    walk = _Walk()
    for at, unit in enumerate(text):
        if at and not unit.joined and walk.breaks_before(kinds, at):
            found.append(unit.start)
        walk.step(unit.kind)
    return found


class _Walk:
    """What the rules remember of the characters before the one they look at."""

    def __init__(self) -> None:
        self.tail = ""  # the last class that is not a space
        self.number = 0  # 1 inside a number, 2 after the bracket that closes it
        self.odd_flag = False  # an odd count of regional indicators stands before

    def step(self, kind: str) -> None:
        if kind != "SP":
            self.tail = "" if kind in _HARD else kind
        if kind == "NU" or (self.number == 1 and kind in _BODY):
            self.number = 1
        else:
            self.number = 2 if self.number == 1 and kind in ("CL", "CP") else 0
        self.odd_flag = kind == "RI" and not self.odd_flag

    def breaks_before(self, kinds: list[str], at: int) -> bool:
        before, after = kinds[at - 1], kinds[at]
        if before in _HARD:
            return not (before == "CR" and after == "LF")
        if after in _ALWAYS_HELD:
            return False
        if before == "SP":
            return breaks_after_space(self.tail, after)
        if before == "ZW":
            return True
        return not (_held(before, after) or self._held_by_context(kinds, at))

    def _held_by_context(self, kinds: list[str], at: int) -> bool:
        before, after = kinds[at - 1], kinds[at]
        if before in _HYPHENS:  # LB21a
            return at > 1 and kinds[at - 2] == "HL" and after != "CB"
        if self.number and after in _SIGNS:  # LB25
            return True
        if after == "NU":
            return self.number == 1
        if before in _SIGNS and after in _OPENING:
            return kinds[at + 1 : at + 2] == ["NU"]
        return before == after == "RI" and self.odd_flag  # LB30a


def _held(before: str, after: str) -> bool:
    """Whether two characters beside each other are kept together whatever stands around them."""
    if before in _HOLDS_NEXT or after in _NO_START or after == "QU":
        return True
    if after == "GL":
        return before not in _HYPHENS  # LB12a
    if "CB" in (before, after):
        return False  # LB20
    return after in _HELD or before == "BB" or after in _HELD_AFTER.get(before, _NONE)
