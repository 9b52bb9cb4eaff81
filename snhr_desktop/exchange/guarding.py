"""Cells that a spreadsheet would take for a formula: written with an apostrophe before them, and read without it.

Formulas begin with one of the signs below, also after apostrophes that were there before: what is written once is read
back as what it was. A cell of another file that begins so is read as a person means it: its apostrophe only says that
what follows is text.
"""

import re
from collections.abc import Sequence

_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def guarded(text: str) -> str:
    """A text as a cell may hold it: no spreadsheet works out anything from it."""
    return f"'{text}" if text and text[0] in _FIRST and _FORMULA.match(text) else text


def guarded_all(texts: Sequence[str]) -> Sequence[str]:
    """Many texts, of which few begin so."""
    if _FIRST.isdisjoint([text[:1] for text in texts]):
        return texts
    return [guarded(text) if text and text[0] in _FIRST else text for text in texts]


def plain(text: str) -> str:
    """The text of a cell that was guarded."""
    return text[1:] if text[:1] == "'" and _FORMULA.match(text, 1) else text


_FIRST = frozenset("=+-@\t\r'")
