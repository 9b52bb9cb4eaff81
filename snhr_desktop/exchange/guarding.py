"""Cells that a spreadsheet would take for what they are not: written with an apostrophe before, and read without it.

Formulas begin with one of the signs below. A text of digits would lose the zeros it begins with, or all but fifteen of
its figures, and a house number like 3/4 would be a day in April. So would either after apostrophes that were there
before: what is written once is read back as what it was. A cell of another file that begins so is read as a person
means it: its apostrophe only says that what follows is text.
"""

import re
from collections.abc import Sequence

_MISREAD = re.compile(
    r"'*(?:[=+\-@\t\r]"
    r"|(?=[-0-9.,:/eE+]+\Z)(?:0[0-9][0-9.,]*|[0-9]{16,}|[0-9][0-9.,]*[eE][+-]?[0-9]+"
    r"|[0-9]{1,4}[-/.][0-9]{1,2}(?:[-/.][0-9]{1,4})?|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)\Z)"
)


def guarded(text: str) -> str:
    """A text as a cell may hold it: no spreadsheet works out anything from it, nor takes it for a number or a day."""
    return f"'{text}" if text and text[0] in _FIRST and _MISREAD.match(text) else text


def guarded_all(texts: Sequence[str]) -> Sequence[str]:
    """Many texts, of which few begin so."""
    if _FIRST.isdisjoint([text[:1] for text in texts]):
        return texts
    misread = _MISREAD.match
    return [f"'{text}" if text and text[0] in _FIRST and misread(text) else text for text in texts]


def plain(text: str) -> str:
    """The text of a cell that was guarded."""
    return text[1:] if text[:1] == "'" and _MISREAD.match(text, 1) else text


_FIRST = frozenset("=+-@\t\r'0123456789")
